/** Facts that deserve a finding, one line per case: what the check is given and the code it must tell. */

import { printNeed } from '../../pipeline/channels/print.ts';
import { checkAlt } from '../../pipeline/checks/alt.ts';
import { checkBannerClick } from '../../pipeline/checks/banner-click.ts';
import { checkBannerFit } from '../../pipeline/checks/banner-fit.ts';
import { checkBannerMotion } from '../../pipeline/checks/banner-motion.ts';
import { checkBannerRun } from '../../pipeline/checks/banner-run.ts';
import { checkBannerWeight } from '../../pipeline/checks/banner-weight.ts';
import { checkLinks, checkPageConflicts } from '../../pipeline/checks/links.ts';
import { checkMarkup } from '../../pipeline/checks/markup.ts';
import { checkPage } from '../../pipeline/checks/page.ts';
import { checkPictureDetail } from '../../pipeline/checks/picture-detail.ts';
import { checkPictureGround } from '../../pipeline/checks/picture-ground.ts';
import { checkPictureOrigin, checkPictureTurned } from '../../pipeline/checks/picture-origin.ts';
import { checkPicturePrint } from '../../pipeline/checks/picture-print.ts';
import { checkPictureSize } from '../../pipeline/checks/picture-size.ts';
import { checkPictureState } from '../../pipeline/checks/picture-state.ts';
import { checkPrivacy } from '../../pipeline/checks/privacy.ts';
import { checkProfile } from '../../pipeline/checks/profile.ts';
import { checkRights } from '../../pipeline/checks/rights.ts';
import { checkVersions } from '../../pipeline/checks/versions.ts';
import type { Asset, Capture, PictureMeasures } from '../../pipeline/model/asset.ts';
import type { BannerFacts, MarkupFacts, PageFacts } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { BannerRules } from '../../pipeline/model/house.ts';
import type { Deliverable } from '../../pipeline/model/job.ts';
import { digestOf, type JobKey } from '../../pipeline/model/key.ts';
import type { Page, Use } from '../../pipeline/model/layout.ts';
import { asset, imageFacts, measures } from '../support/assets.ts';

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
export const bannerFacts: BannerFacts = {
  what: 'banner',
  seconds: 15,
  endless: false,
  loops: 3,
  hasTimeline: true,
  consoleErrors: [],
  failedRequests: [],
  outsideRequests: [],
  clickOpens: 'https://k.example/',
  overflows: [],
  initialBytes: 1,
  requests: 1,
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
const moved = (changes: Partial<BannerFacts>) => checkBannerMotion('b', { ...bannerFacts, ...changes }, rules);
const ran = (changes: Partial<BannerFacts>) => checkBannerRun('b', { ...bannerFacts, ...changes });
const clicked = (clickOpens: string | null, landing: string) => checkBannerClick('b', { ...bannerFacts, clickOpens }, landing);
const weighed = (bytes: Readonly<Record<string, number>>, changes: Partial<Deliverable> = {}) =>
  checkBannerWeight(banner('b', changes), (path) => bytes[path], rules);
const used = (available: number): Finding[] =>
  checkPictureSize([{ asset: 'kade', slot: 'hero', smallest: 640, largest: 2560, available } satisfies Use], 'site');
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
  ['a picture with a profile', [], () => checkProfile(asset('kade'))],
  ['a picture without profile', ['image-no-profile info'], () => checkProfile(untagged('srgb'))],
  ['CMYK without profile', ['image-untagged-cmyk warning'], () => checkProfile(untagged('cmyk'))],
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

  ['a light banner', [], () => weighed({ 'b.zip': 153_600, 'b.jpg': 40_960 })],
  ['a byte too many', ['banner-too-heavy error'], () => weighed({ 'b.zip': 153_601, 'b.jpg': 1 })],
  ['a heavy backup', ['banner-backup-too-heavy error'], () => weighed({ 'b.zip': 1, 'b.jpg': 40_961 })],
  [
    'a picture in the unit is no backup',
    ['banner-missing-backup error'],
    () => weighed({ 'b.zip': 1 }, { files: [{ path: 'b/background-1x.jpg', from: { from: 'job', key: 'x' as JobKey } }] }),
  ],

  ['motion within the rules', [], () => moved({})],
  ['motion that adds up in floating point', [], () => moved({ seconds: 15.000000000000002 })],
  ['motion without a timeline', ['banner-no-timeline warning'], () => moved({ hasTimeline: false, seconds: null })],
  ['motion without end', ['banner-endless error'], () => moved({ endless: true, seconds: null })],
  ['motion for too long', ['banner-too-long error'], () => moved({ seconds: 15.1 })],
  ['motion too often', ['banner-too-many-loops error'], () => moved({ loops: 4 })],

  ['a script that fails in a banner', ['banner-console-error error'], () => ran({ consoleErrors: ['x is not defined'] })],
  ['a file that the banner lacks', ['banner-request-failed error'], () => ran({ failedRequests: ['x.png'] })],
  ['a font from elsewhere', ['banner-outside-request error'], () => ran({ outsideRequests: ['https://fonts.example/x'] })],

  ['a click that arrives', [], () => clicked('https://k.example/', 'https://k.example')],
  ['a click that leads elsewhere', ['banner-click-wrong error'], () => clicked('https://k.example/fr/', 'https://k.example/nl/')],
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

function version(name: string, change: Partial<PictureMeasures>): Asset {
  return asset(name, {}, { width: 1500, height: 1000, measured: { ...measures, ...change } });
}

function soft(detailed: number | undefined): Finding[] {
  const use: Use = { asset: 'kade', slot: 'hero', smallest: 640, largest: 2560, available: 3000 };
  return checkPictureDetail([detailed === undefined ? use : { ...use, detailed }], 'site');
}

function untagged(space: string): Asset {
  const { profile: _, ...rest } = imageFacts;
  return { ...asset('kade'), facts: { ...rest, space } };
}

function unreadable(): Asset {
  const { facts: _, ...rest } = asset('kade');
  return rest;
}
