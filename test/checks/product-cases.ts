/** Facts that deserve a finding, one line per case: what the check is given and the code it must tell. */

import { sizesOf } from '../../pipeline/channels/banner-sizes.ts';
import { printNeed } from '../../pipeline/channels/print.ts';
import { checkAlt } from '../../pipeline/checks/alt.ts';
import { checkBannerClick } from '../../pipeline/checks/banner-click.ts';
import { checkBannerFit } from '../../pipeline/checks/banner-fit.ts';
import { checkBannerMotion } from '../../pipeline/checks/banner-motion.ts';
import { checkBannerPlace } from '../../pipeline/checks/banner-place.ts';
import { checkBannerRun } from '../../pipeline/checks/banner-run.ts';
import { checkBannerSafety } from '../../pipeline/checks/banner-safety.ts';
import { checkBannerProperties, checkBannerSmooth } from '../../pipeline/checks/banner-smooth.ts';
import { checkBannerTexts } from '../../pipeline/checks/banner-texts.ts';
import { checkMasks } from '../../pipeline/checks/correction.ts';
import { checkHdr } from '../../pipeline/checks/hdr.ts';
import { checkLinks, checkPageConflicts } from '../../pipeline/checks/links.ts';
import { checkMarkup } from '../../pipeline/checks/markup.ts';
import { checkPage } from '../../pipeline/checks/page.ts';
import { checkGalleryCast, checkPictureCast } from '../../pipeline/checks/picture-cast.ts';
import { checkFraming, checkPictureCrop } from '../../pipeline/checks/picture-crop.ts';
import { checkPictureDetail } from '../../pipeline/checks/picture-detail.ts';
import { checkPictureGround } from '../../pipeline/checks/picture-ground.ts';
import { checkPictureLight } from '../../pipeline/checks/picture-light.ts';
import { checkPictureOrigin, checkPictureTurned } from '../../pipeline/checks/picture-origin.ts';
import { checkPicturePrint } from '../../pipeline/checks/picture-print.ts';
import { checkPictureSize } from '../../pipeline/checks/picture-size.ts';
import { checkPictureState } from '../../pipeline/checks/picture-state.ts';
import { checkPictureTilt } from '../../pipeline/checks/picture-tilt.ts';
import { checkPrivacy } from '../../pipeline/checks/privacy.ts';
import { checkProfile } from '../../pipeline/checks/profile.ts';
import { checkRights } from '../../pipeline/checks/rights.ts';
import { checkVersions } from '../../pipeline/checks/versions.ts';
import type { Asset, Capture, ColourFacts, ImageFacts, PictureMeasures } from '../../pipeline/model/asset.ts';
import type { CorrectionWish } from '../../pipeline/model/correction.ts';
import type { Cut } from '../../pipeline/model/crop.ts';
import type { BannerFacts, MarkupFacts, PageFacts } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { BannerRules, HouseStyle } from '../../pipeline/model/house.ts';
import type { Deliverable } from '../../pipeline/model/job.ts';
import { digestOf, type JobKey } from '../../pipeline/model/key.ts';
import type { Page, Use } from '../../pipeline/model/layout.ts';
import type { Order, Supplied } from '../../pipeline/model/order.ts';
import { asset, imageFacts, measures } from '../support/assets.ts';
import { bannerFacts } from '../support/banner-facts.ts';
import { adCases } from './ad-cases.ts';
import { clipCases } from './clip-cases.ts';
import { cutCases } from './cut-cases.ts';
import { cutListCases } from './cut-list-cases.ts';
import { filmCases } from './film-cases.ts';
import { houseAdCases } from './house-ad-cases.ts';
import { intakeCases } from './intake-cases.ts';
import { letterCases } from './letter-cases.ts';
import { pictureCases } from './picture-cases.ts';
import { soundCases } from './sound-cases.ts';
import { targetCases } from './target-cases.ts';
import { titleCases } from './title-cases.ts';
import { unitCases } from './unit-cases.ts';

export const rules: BannerRules = { zipBytes: 153_600, backupBytes: 40_960, seconds: 15, loops: 3 };

export function page(url: string, changes: Partial<Page> = {}): Page {
  const path = `${url.slice(1)}index.html`;
  return {
    url,
    path,
    language: 'nl',
    digest: digestOf(url),
    bytes: 5,
    source: `content${url}index.njk`,
    references: [],
    uses: [],
    files: [],
    ...changes,
  };
}

export const pageFacts: PageFacts = {
  what: 'page',
  consoleErrors: [],
  failedRequests: [],
  outsideRequests: [],
  axe: [],
  overflowsAt: [],
  bytes: 1,
};

export function banner(name: string, changes: Partial<Deliverable> = {}): Deliverable {
  const from = (path: string) => ({ path, from: { from: 'job', key: path as string as JobKey } }) as const;
  return {
    name,
    kind: 'banner',
    files: [from(`${name}/index.html`), from(`${name}.zip`), from(`${name}.jpg`)],
    measures: [],
    assets: [],
    ...changes,
  };
}

const seen = (changes: Partial<PageFacts>) => checkPage(page('/nl/'), { ...pageFacts, ...changes });
const axe = (impact: string) => seen({ axe: [{ rule: 'color-contrast', impact, help: 'Contrast', target: 'h1', count: 2 }] });
const moved = (changes: Partial<BannerFacts>) => checkBannerMotion('b', { ...bannerFacts, ...changes });
const ran = (changes: Partial<BannerFacts>) => checkBannerRun('b', { ...bannerFacts, ...changes });
const safe = (changes: Partial<BannerFacts>) => checkBannerSafety('b', { ...bannerFacts, ...changes });
const placed = (changes: Partial<BannerFacts>) => checkBannerPlace('b', { ...bannerFacts, ...changes });
const read = (changes: Partial<BannerFacts>) => checkBannerTexts('b', { ...bannerFacts, ...changes });
const clicked = (clickOpens: string | null, landing: string) => checkBannerClick('b', { ...bannerFacts, clickOpens }, landing);
const used = (available: number): Finding[] =>
  checkPictureSize([{ asset: 'kade', slot: 'hero', smallest: 640, largest: 2560, available } satisfies Use], 'site');
const cropped = (cut?: Cut): Finding[] =>
  checkPictureCrop(
    [{ asset: 'kade', slot: 'hero/phone', ratio: [4, 5], smallest: 1, largest: 1, available: 1, ...(cut ? { cut } : {}) }],
    'site',
  );
/** One entry with a pattern that matched `acts/koor`. */
const framed = (crops: NonNullable<Supplied['crops']>, each: NonNullable<Supplied['each']>): Finding[] => {
  const order = {
    supplied: [{ name: 'acts', file: 'photos/*.jpg', line: 8, crops, each }],
    deliver: { banners: [{ template: 'headline', sizes: ['300x250'] }] },
  } as unknown as Order;
  const house = {
    slots: { hero: { crops: { phone: {} } } },
    banners: { headline: { slots: { background: { kind: 'image' }, words: { kind: 'text' } } } },
  } as unknown as HouseStyle;
  return checkFraming(order, [asset('acts/koor')], house, sizesOf);
};
const linked = (target: string, written: string) =>
  checkLinks([page('/nl/', { references: [{ target, written }] })], ['nl/index.html', 'fr/index.html', 'img/kade.avif']);
const markup = (...problems: MarkupFacts['problems']) => checkMarkup(page('/nl/'), { what: 'markup', problems });
const problem = { rule: 'no-dup-id', message: 'Duplicate ID "a"', line: 3, column: 4 };

/** A picture of 3000 × 2000 px in its file. */
const turned = (written: Capture['written'], orientation: number): Finding[] =>
  checkPictureTurned(asset('kade', {}, { width: 3000, height: 2000, orientation, ...(written ? { capture: { written } } : {}) }));
const printed = (print: NonNullable<Asset['print']>): Finding[] => checkPicturePrint(asset('kade', { print }), printNeed(print));

/** Name, what is told as `code severity`, and the check at work. */
export const productCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ...unitCases,
  ...cutListCases,
  ...titleCases,
  ...intakeCases,
  ['a picture with a profile', [], () => checkProfile(asset('kade'))],
  ['a picture without profile', ['image-no-profile info'], () => checkProfile(untagged('srgb'))],
  [
    'a camera that says Adobe RGB',
    ['image-no-profile info'],
    () => checkProfile({ ...untagged('srgb'), facts: { ...untagged('srgb').facts, isAdobeRgb: true } }),
  ],
  ['CMYK without profile', ['image-untagged-cmyk warning'], () => checkProfile(untagged('cmyk'))],
  ['a profile that is damaged', ['image-profile-unusable warning'], () => checkProfile(coloured({ fault: 'damaged' }))],
  ['a CMYK profile on RGB', ['image-profile-unusable warning'], () => checkProfile(coloured({ fault: 'mismatch' }))],
  ['measured colour without profile', [], () => checkProfile({ ...untagged('lab'), facts: { ...untagged('lab').facts, colour: LAB } })],
  ['a photo with a gain map that nobody keeps', ['image-hdr-flattened info'], () => checkHdr(asset('kade', {}, { gainMap: 'usable' }))],
  ['a photo with a gain map that is of no use', [], () => checkHdr(asset('kade', {}, { gainMap: 'damaged' }))],
  ['a picture for HDR screens alone', ['image-hdr-rolled-off info'], () => checkHdr(asset('kade', {}, { coded: 'pq' }))],
  [
    'a picture in Display P3 by code points',
    [],
    () => checkProfile({ ...untagged('srgb'), facts: { ...untagged('srgb').facts, coded: 'p3' } }),
  ],
  ['an ordinary photo', [], () => checkHdr(asset('kade'))],
  ['a drawing without profile', [], () => checkProfile({ ...untagged('srgb'), type: 'svg' })],
  ['a file that is no picture', [], () => checkProfile(unreadable())],

  ['stairs in a sky', ['image-banding warning'], () => checkPictureState(measured({ banding: 0.02 }))],
  ['stairs of a coarse JPEG', ['image-overcompressed warning'], () => checkPictureState(measured({ banding: 0.02, quality: 50 }))],
  [
    'a drawing with margins',
    [],
    () =>
      checkPictureState(
        measured({ graphic: true, clipped: { light: 0.8, dark: 0.2 }, bars: { top: 0.1, right: 0, bottom: 0.1, left: 0 } }),
      ),
  ],
  ['a mark on paper', ['image-on-ground info'], () => checkPictureGround(measured({ graphic: true, ground: '#fefefe' }))],
  ['a photograph on paper', [], () => checkPictureGround(measured({ ground: '#fefefe' }))],
  ['a mark on a colour', [], () => checkPictureGround(measured({ graphic: true, ground: '#0b3d5c' }))],
  [
    'a mark that must stand on nothing',
    ['image-on-ground warning'],
    () => checkPictureGround({ ...measured({ graphic: true, ground: '#0b3d5c' }), transparent: true }),
  ],
  [
    'a white mark on nothing',
    ['image-vanishes warning'],
    () => checkPictureGround(asset('kade', {}, { usesAlpha: true, measured: { ...measures, pale: 0.9 } })),
  ],
  ['a picture of a generator', ['image-ai-made info'], () => checkPictureOrigin(asset('kade', {}, { origin: { ai: 'whole' } }), false)],
  ['one that the order forbids', ['image-ai-made error'], () => checkPictureOrigin(asset('kade', {}, { origin: { ai: 'part' } }), true)],
  [
    'a camera with a manifest',
    [],
    () => checkPictureOrigin(asset('kade', {}, { origin: { hasManifest: true, source: 'digitalCapture' } }), true),
  ],
  ['a picture turned by a program', ['image-turned-twice warning'], () => turned([3000, 2000], 6)],
  ['a picture turned by a program, cropped by a row', ['image-turned-twice warning'], () => turned([3008, 2000], 8)],
  ['a camera held upright', [], () => turned([2000, 3000], 6)],
  ['a turned picture whose flag was reset', [], () => turned([3000, 2000], 1)],
  ['a turned picture that was cropped', [], () => turned([3000, 1000], 6)],
  ['a picture that says nothing of its camera', [], () => checkPictureTurned(asset('kade', {}, { orientation: 6 }))],
  // 3000 × 2000 px
  ['300 mm in a magazine', [], () => printed({ width: 300, class: 'magazine' })],
  ['just enough for a magazine', [], () => printed({ width: 338, class: 'magazine' })],
  ['no longer enough for a magazine', ['image-print-coarse warning'], () => printed({ width: 340, class: 'magazine' })],
  ['far too large for a magazine', ['image-print-coarse error'], () => printed({ width: 520, class: 'magazine' })],
  ['as large in a newspaper', ['image-print-coarse warning'], () => printed({ width: 520, class: 'newspaper' })],
  ['a tall crop in a magazine', ['image-print-coarse warning'], () => printed({ width: 100, height: 300, class: 'magazine' })],
  ['a banner seen from 1 m', [], () => printed({ width: 800, class: 'large-format' })],
  ['the same on a desk', ['image-print-coarse error'], () => printed({ width: 800, class: 'large-format', distance: 0.3 })],
  ['a hoarding seen from 30 m', [], () => printed({ width: 12_000, class: 'large-format', distance: 30 })],
  [
    'a drawing in a magazine',
    [],
    () => checkPicturePrint({ ...asset('kade', { print: { width: 900, class: 'magazine' } }), type: 'svg' }, { least: 224, poor: 149 }),
  ],
  ['a picture in a good state', [], () => checkPictureState(measured({}))],
  ['a file that was never measured', [], () => checkPictureState(asset('kade'))],
  ['a coarse JPEG', ['image-overcompressed warning'], () => checkPictureState(measured({ quality: 59 }))],
  ['a JPEG just fine enough', [], () => checkPictureState(measured({ quality: 60 }))],
  ['a coarse JPEG saved again', ['image-overcompressed warning'], () => checkPictureState(measured({ quality: 95, earlierQuality: 40 }))],
  ['a sky burnt out', ['image-burnt-out info'], () => checkPictureState(measured({ clipped: { light: 0.03, dark: 0 } }))],
  ['shadows without drawing', ['image-sunk info'], () => checkPictureState(measured({ clipped: { light: 0, dark: 0.2 } }))],
  ['a letterbox', ['image-bars warning'], () => checkPictureState(measured({ bars: { top: 0.1, right: 0, bottom: 0.1, left: 0 } }))],

  ['a crop that keeps the safe box', [], () => cropped()],
  ['a crop that cuts the safe box', ['crop-cuts-safe-box error'], () => cropped({ side: 'width', share: 0.2 })],
  ['a framing of what there is', [], () => framed({ 'hero/phone': {}, 'headline/background/300x250': {} }, { koor: {} })],
  ['a framing for no slot', ['crop-unknown warning'], () => framed({ 'hero/fone': {} }, {})],
  ['a framing for a size that is not ordered', ['crop-unknown warning'], () => framed({ 'headline/background/1x1': {} }, {})],
  ['a framing of a file that does not match', ['crop-unknown warning'], () => framed({}, { choir: {} })],
  ['a file framed for no slot', ['crop-unknown warning'], () => framed({}, { koor: { crops: { herro: {} } } })],
  [
    'a picture two stops short',
    ['image-too-dark warning'],
    () => checkPictureLight(measured({ light: { ...lit, white: 0.54, middle: 0.2 } })),
  ],
  ['a night with its lamps', [], () => checkPictureLight(measured({ light: { ...lit, white: 0.7, middle: 0.05 } }))],
  [
    'a dark picture that the order lightens',
    [],
    () => checkPictureLight(corrected({ step: 'exposure', stops: 2 }, { light: { ...lit, white: 0.5 } })),
  ],
  [
    'a picture exposed too long',
    ['image-too-light warning'],
    () => checkPictureLight(measured({ light: { ...lit, dark: 0.3, middle: 0.8 }, clipped: { light: 0.2, dark: 0 } })),
  ],
  [
    'a product on white',
    [],
    () => checkPictureLight(measured({ light: { ...lit, dark: 0.3, middle: 1 }, clipped: { light: 0.7, dark: 0 } })),
  ],
  ['greys that are orange', ['image-cast warning'], () => checkPictureCast(measured({ cast: { a: 6, b: 6, sure: 0.8 } }))],
  ['greys that may be orange', [], () => checkPictureCast(measured({ cast: { a: 6, b: 6, sure: 0.4 } }))],
  ['the light of a stage', [], () => checkPictureCast(measured({ cast: { a: 20, b: 20, sure: 1 } }))],
  [
    'a cast that auto takes away',
    [],
    () => checkPictureCast(corrected({ step: 'auto', parts: ['cast'] }, { cast: { a: 6, b: 6, sure: 0.8 } })),
  ],
  [
    'a gallery of two lights',
    ['gallery-mixed-casts warning'],
    () => checkGalleryCast([0, 1, 9].map((b, at) => ({ ...measured({ cast: { a: 0, b, sure: 1 } }), name: `acts/${at}` }))),
  ],
  [
    'a gallery of one light',
    [],
    () => checkGalleryCast([8, 9, 10].map((b, at) => ({ ...measured({ cast: { a: 0, b, sure: 1 } }), name: `acts/${at}` }))),
  ],
  [
    'pictures that no gallery joins',
    [],
    () => checkGalleryCast([0, 1, 9].map((b, at) => ({ ...measured({ cast: { a: 0, b, sure: 1 } }), name: `acts-${at}` }))),
  ],
  ['a horizon that leans', ['image-tilted warning'], () => checkPictureTilt(measured({ tilt: { degrees: -1.4, sure: 0.7 } }))],
  ['a horizon that hardly leans', [], () => checkPictureTilt(measured({ tilt: { degrees: 0.5, sure: 1 } }))],
  ['a slope', [], () => checkPictureTilt(measured({ tilt: { degrees: 9, sure: 1 } }))],
  [
    'a leaning one that is straightened',
    [],
    () => checkPictureTilt(corrected({ step: 'straighten', degrees: 1 }, { tilt: { degrees: -1.4, sure: 1 } })),
  ],
  [
    'a mask that is not there, no picture, or of another shape',
    ['mask-unusable error', 'mask-unusable error', 'mask-unusable error'],
    () => {
      const { facts: _, ...letter } = asset('letter');
      const cut = ['gone', 'letter', 'tall'].map((name) => asset(`by ${name}`, { corrections: [{ step: 'mask', name }] }));
      return checkMasks([...cut, letter, asset('tall', {}, { width: 2000, height: 3000 })]);
    },
  ],
  [
    'a smaller mask of the same shape',
    [],
    () => checkMasks([asset('cut', { corrections: [{ step: 'mask', name: 'mask' }] }), asset('mask', {}, { width: 1500, height: 1000 })]),
  ],

  ['as much detail as is shown', [], () => soft(1280)],
  ['less detail than half of what is shown', ['image-unsharp warning'], () => soft(1279)],
  ['detail that cannot be told', [], () => soft(undefined)],

  ['the same file under two names', ['image-version info'], () => checkVersions([measured({}), { ...measured({}), name: 'quay' }])],
  ['two pictures', [], () => checkVersions([measured({}), version('quay', { fingerprint: '0f0f0f0f0f0f0f0f' })])],
  [
    'a version in another size',
    ['image-version info'],
    () => checkVersions([measured({}), version('quay', { fingerprint: 'f0f0f0f0f0f0f0ff' })]),
  ],
  [
    'alike, but of another shape',
    [],
    () => checkVersions([measured({}), { ...version('quay', {}), facts: { ...imageFacts, measured: measures, height: 3000 } }]),
  ],

  ['rights to the day itself', [], () => checkRights(asset('kade', { rights: { creator: 'Iris', until: '2027-04-01' } }), '2027-04-01')],
  [
    'rights to the day before',
    ['rights-expired error'],
    () => checkRights(asset('kade', { rights: { creator: 'Iris', until: '2027-03-31' } }), '2027-04-01'),
  ],
  [
    'rights that the file says have ended',
    ['rights-expired error'],
    () => checkRights(asset('kade', {}, { rights: { until: '2020-01-01T00:00:00Z' } }), '2027-04-01'),
  ],
  [
    'an agreement that goes before what the file says',
    [],
    () =>
      checkRights(asset('kade', { rights: { creator: 'Iris', until: '2030-01-01' } }, { rights: { until: '2020-01-01' } }), '2027-04-01'),
  ],
  ['nobody named', ['rights-missing warning'], () => checkRights(asset('kade', { rights: {} }), '2027-04-01')],
  ['a maker named by the file', [], () => checkRights(asset('kade', { rights: {} }, { rights: { creator: 'Iris' } }), '2027-04-01')],
  [
    'nothing but spaces for a name',
    ['rights-missing warning'],
    () => checkRights(asset('kade', { rights: { creator: ' ' } }), '2027-04-01'),
  ],

  ['a place in the file', ['gps-in-material warning'], () => checkPrivacy(asset('kade', {}, { hasGps: true }))],
  ['people in the file', ['personal-data-in-material info'], () => checkPrivacy(asset('kade', {}, { hasPersonalData: true }))],
  ['neither', [], () => checkPrivacy(asset('kade'))],

  ['a description in each language', [], () => checkAlt(asset('kade'), ['nl', 'fr'])],
  ['a language without description', ['alt-missing warning'], () => checkAlt(asset('kade'), ['nl', 'fr', 'en'])],
  ['decoration', [], () => checkAlt(asset('kade', { alt: { nl: '' } }), ['nl'])],

  ['pixels enough', [], () => used(2560)],
  ['too few for the largest width', ['image-too-small warning'], () => used(2559)],
  ['too few for the smallest width', ['image-too-small error'], () => used(639)],

  ['a link that arrives', [], () => linked('fr/index.html', '/fr/')],
  ['a link that leads nowhere', ['link-broken error'], () => linked('de/index.html', '/de/')],
  ['a folder without its slash', ['link-broken error'], () => linked('fr', '/fr')],
  ['two pages with one address', ['page-conflict error'], () => checkPageConflicts([page('/nl/'), page('/nl/', { source: 'b.md' })], [])],
  ['a page over a file of the house', ['page-conflict error'], () => checkPageConflicts([page('/nl/')], [{ path: 'nl/index.html' }])],

  ['valid HTML', [], () => markup()],
  ['invalid HTML, twice the same', ['html-invalid warning'], () => markup(problem, { ...problem, line: 9 })],
  ['invalid HTML in two ways', ['html-invalid warning', 'html-invalid warning'], () => markup(problem, { ...problem, rule: 'void' })],

  ['a page with nothing amiss', [], () => seen({})],
  ['a serious barrier', ['axe-violation error'], () => axe('serious')],
  ['a critical barrier', ['axe-violation error'], () => axe('critical')],
  ['a moderate barrier', ['axe-violation warning'], () => axe('moderate')],
  ['a script that fails', ['page-console-error error'], () => seen({ consoleErrors: ['x is not defined'] })],
  ['a request without answer', ['page-request-failed error'], () => seen({ failedRequests: ['img/x.avif'] })],
  ['a page wider than a phone', ['page-overflow warning'], () => seen({ overflowsAt: [360] })],
  ['a request that leaves the site', ['page-outside-request info'], () => seen({ outsideRequests: ['https://cdn.example/x.js'] })],

  ['motion without a timeline', ['banner-no-timeline warning'], () => moved({ hasTimeline: false, seconds: null })],
  ['motion for who asked for less', ['banner-not-reduced warning'], () => safe({ reducedMotion: false })],
  ['no motion to reduce', [], () => safe({ reducedMotion: false, lastChange: 0 })],
  ['smooth motion', [], () => checkBannerSmooth('b', { what: 'smooth', frames: 300, late: 0.15, layouts: 0.1, moved: [] })],
  [
    'frames that come too late',
    ['banner-stutters warning'],
    () => checkBannerSmooth('b', { what: 'smooth', frames: 300, late: 0.16, layouts: 0, moved: [] }),
  ],
  [
    'a layout for each frame',
    ['banner-layout-thrash warning'],
    () => checkBannerSmooth('b', { what: 'smooth', frames: 300, late: 0, layouts: 1, moved: [] }),
  ],
  [
    'motion by left and top',
    ['banner-costly-motion warning'],
    () => checkBannerProperties('b', { ...bannerFacts, costly: ['left', 'top'] }),
  ],

  [
    'a script that reaches for the publisher’s page',
    ['banner-frame-fault error'],
    () => placed({ frames: { ...bannerFacts.frames, crossOrigin: { same: false, errors: ['Blocked a frame.'] } } }),
  ],
  [
    'a banner that ends otherwise in a frame',
    ['banner-frame-fault error'],
    () => placed({ frames: { ...bannerFacts.frames, friendly: { same: false, errors: [] } } }),
  ],

  ['a text that can just be read', [], () => read({ contrasts: [{ slot: 'cta', moment: 'end', ratio: 4.5, least: 4.5 }] })],
  [
    'a text that is hard to read',
    ['banner-text-faint warning'],
    () => read({ contrasts: [{ slot: 'cta', moment: 'end', ratio: 3.1, least: 4.5 }] }),
  ],
  [
    'a text that is lost at one of its moments',
    ['banner-text-faint error'],
    () => read({ contrasts: [3.1, 2.9, 5].map((ratio, at) => ({ slot: 'cta', moment: `m${at}`, ratio, least: 4.5 })) }),
  ],
  ['a legal line of 7 px', ['banner-text-small warning'], () => read({ texts: [{ slot: 'legal', px: 7 }] })],
  ['a legal line of 8 px', [], () => read({ texts: [{ slot: 'legal', px: 8 }] })],
  ['a word left over', ['banner-widow info'], () => read({ widows: ['headline'] })],

  ['a script that fails in a banner', ['banner-console-error error'], () => ran({ consoleErrors: ['x is not defined'] })],
  ['a file that the banner lacks', ['banner-request-failed error'], () => ran({ failedRequests: ['x.png'] })],
  ...adCases,
  ...houseAdCases,
  ...clipCases,
  ...cutCases,
  ...filmCases,
  ...soundCases,

  ['a click that arrives', [], () => clicked('https://k.example/', 'https://k.example')],
  ['a click that leads elsewhere', ['banner-click-wrong error'], () => clicked('https://k.example/fr/', 'https://k.example/nl/')],
  ...pictureCases,
  ...letterCases,
  ...targetCases,
  ['a click that does nothing', ['banner-click-wrong error'], () => clicked(null, 'https://k.example/')],
  [
    'a text that falls outside',
    ['banner-text-overflow error'],
    () => checkBannerFit('b', { ...bannerFacts, overflows: [{ slot: 'headline', px: 3.2 }] }),
  ],
];

function measured(change: Partial<PictureMeasures>): Asset {
  return asset('kade', {}, { measured: { ...measures, ...change } });
}

const lit = measures.light;

/** The same, with a correction in the order. */
function corrected(wish: CorrectionWish, change: Partial<PictureMeasures>): Asset {
  return { ...measured(change), corrections: [wish] };
}

function version(name: string, change: Partial<PictureMeasures>): Asset {
  return asset(name, {}, { width: 1500, height: 1000, measured: { ...measures, ...change } });
}

function soft(detailed: number | undefined): Finding[] {
  const use: Use = { asset: 'kade', slot: 'hero', smallest: 640, largest: 2560, available: 3000 };
  return checkPictureDetail([detailed === undefined ? use : { ...use, detailed }], 'site');
}

const LAB: ColourFacts = { class: 'space', gamut: 'lab', beyond: 0 };

function coloured(change: Partial<ColourFacts>): Asset {
  return asset('kade', {}, { colour: { class: 'display', gamut: 'srgb', beyond: 0, ...change } });
}

function untagged(space: string): Asset & { readonly facts: ImageFacts } {
  const { profile: _, ...rest } = imageFacts;
  return { ...asset('kade'), facts: { ...rest, space } };
}

function unreadable(): Asset {
  const { facts: _, ...rest } = asset('kade');
  return rest;
}
