/** Productions with one thing wrong, and the code of the finding that whoever builds them must get. */
import sharp from 'sharp';
import { drawings } from '../support/drawings.ts';
import { emptyIllustrator } from '../support/illustrator.ts';
import { withManifest } from '../support/manifest.ts';
import { movingPicture, pagedPicture, seeThroughPicture } from '../support/moving.ts';
import { lockedPdf } from '../support/pdf.ts';
import { rawFile } from '../support/raw-file.ts';
import { ultraHdr } from '../support/ultra-hdr.ts';
import { BANNER, BANNER_ORDER, type Files, HOUSE, ORDER, photo } from '../support/workspace.ts';
import { cutListBuilds } from './cut-list-cases.ts';
import { playerBuilds } from './player-cases.ts';

export interface FindingCase {
  readonly title: string;
  readonly code: string;
  readonly change: () => Files | Promise<Files>;
  readonly exit: 0 | 1;
  readonly env?: Record<string, string>;
  /** Options of the build. */
  readonly options?: readonly string[];
}

const page = (body: string): Files => ({ 'assets/try/content/en/index.md': `---\nlayout: page.njk\ntitle: Sea\n---\n${body}\n` });
const order = (from: string, to: string): Files => ({ 'assets/try/order.yaml': ORDER.replace(from, to) });
const banner = (from: string, to: string): Files => ({ ...BANNER, 'assets/try/order.yaml': BANNER_ORDER.replace(from, to) });
/** Banners of the rows of a feed, whose texts the order leaves out. */
const fed = (feed: string | undefined): Files => ({
  ...BANNER,
  'assets/try/order.yaml': BANNER_ORDER.replace(/ {6}text: .*\n/, '      feed: feeds/sea.csv\n'),
  'assets/try/feeds/sea.csv': feed,
});
const sea = (content: Files[string]): Files => ({ 'assets/try/photos/sea.jpg': content });
const FONT = '\nfonts:\n  - { family: Lost, package: "@fontsource/lost", file: files/lost.woff2 }\n';

/** A photo of a telephone, as far as anyone can tell from its first bytes. */
const HEIC = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(600, 3)]);

const keptInDuotone: Files = {
  'templates/plain/house.yaml': HOUSE.replace('hero: {', 'hero: { hdr: keep, treatment: dusk,').replace(
    'images:',
    "images:\n  treatments: { dusk: { duotone: ['#000000', '#ff8800'] } }",
  ),
};
const corrected = (step: string): Files => order('    rights:', `    corrections: [${step}]\n    rights:`);

/** The photo in a part of its tones. */
const dull = async (times = 0.5, lift = 40): Promise<Buffer> =>
  sharp(await photo(1600, 1200))
    .linear(times, lift)
    .jpeg({ quality: 88 })
    .toBuffer();

const bomb = (): Promise<Buffer> =>
  sharp({ create: { width: 16000, height: 16000, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();

type Row = readonly [
  title: string,
  code: string,
  exit: 0 | 1,
  change: FindingCase['change'],
  env?: Record<string, string>,
  options?: readonly string[],
];

const rows: readonly Row[] = [
  // Material
  ['material that is listed and absent', 'material-missing', 1, () => sea(undefined)],
  ['a link to a file outside the production', 'material-outside', 1, () => sea({ link: '../../../templates/plain/site/site.css' })],
  ['an empty file', 'material-empty', 1, () => sea('')],
  ['a picture that no line of the order names', 'material-unlisted', 0, () => ({ 'assets/try/photos/extra.jpg': HEIC })],
  ['a text file named .jpg', 'file-wrong-type', 1, () => sea('This is a letter, not a picture at all.')],
  ['a cut-off JPEG', 'file-unreadable', 1, () => sea(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]))],
  ['a HEIC where nothing reads it', 'format-not-supported', 1, () => sea(HEIC), { PATH: '' }],
  ['a HEIC with nothing in it', 'file-unreadable', 1, () => sea(HEIC)],
  ['a raw file of a camera', 'raw-preview-used', 0, async () => sea(rawFile(await photo(900, 700), 1))],
  ['an image bomb', 'image-too-large', 1, async () => sea(await bomb())],
  [
    'a slot whose ratio cannot hold what must stay whole',
    'crop-cuts-safe-box',
    1,
    () => order('rights: { creator: A', 'safe: [0.1, 0, 0.3, 1]\n    rights: { creator: A'),
  ],
  [
    'a framing for a slot that does not exist',
    'crop-unknown',
    0,
    () => order('rights: { creator: A', 'crops: { heor: { focus: [0, 0] } }\n    rights: { creator: A'),
  ],
  ['a gain map in a house that draws over it', 'image-hdr-not-kept', 0, async () => ({ ...sea(await ultraHdr()), ...keptInDuotone })],
  ['a colour table that is not there', 'look-missing', 1, () => corrected('{ lut: looks/film.cube }')],
  [
    'a colour table that is a letter',
    'look-invalid',
    1,
    () => ({ ...corrected('{ lut: looks/film.cube }'), 'assets/try/looks/film.cube': 'Dear colourist,\n' }),
  ],
  ['a mask that nobody supplied', 'mask-unusable', 1, () => corrected('{ mask: shape }')],
  ['a dull picture that auto stretches', 'correction-proposed', 0, async () => ({ ...corrected('auto'), ...sea(await dull()) })],
  ['a picture two stops short', 'image-too-dark', 0, async () => sea(await dull(0.35, 4))],
  [
    'a picture beyond the limit of the order',
    'image-too-large',
    1,
    () => order('languages: [en, nl]', 'languages: [en, nl]\nlimits: { megapixels: 1.5 }'),
  ],
  ['a GIF that moves, where a still is asked', 'image-animation-dropped', 1, async () => sea(await movingPicture('gif'))],
  [
    'frames that nobody can hold',
    'image-animation-restless',
    0,
    async () => ({
      ...sea(await seeThroughPicture()),
      'templates/plain/house.yaml': HOUSE.replace('widths: [160, 320]', 'widths: [60], animation: keep').replace(
        'widths: [80]',
        'widths: [60]',
      ),
    }),
  ],
  [
    'frames that show through, where a video is asked',
    'image-animation-see-through',
    0,
    async () => ({
      ...sea(await seeThroughPicture()),
      'templates/plain/house.yaml': HOUSE.replace('widths: [160, 320]', 'widths: [60], animation: video').replace(
        'widths: [80]',
        'widths: [60]',
      ),
    }),
  ],
  ['a TIFF of two pages', 'image-first-of-many', 0, async () => sea(await pagedPicture())],
  ['a drawing that Illustrator kept to itself', 'illustrator-without-pdf', 1, () => sea(emptyIllustrator())],
  ['a PDF that opens with a password alone', 'pdf-locked', 1, () => sea(lockedPdf())],
  [
    'a picture of a generator, which the order forbids',
    'image-ai-made',
    1,
    async () => ({
      ...order('languages: [en, nl]', 'languages: [en, nl]\nforbid: [ai]'),
      ...sea(withManifest(await photo(900, 700), 'jpeg', Buffer.from('digitalsourcetype/trainedAlgorithmicMedia'))),
    }),
  ],
  [
    'a picture too coarse for a poster',
    'image-print-coarse',
    1,
    () => order('    alt:', '    print: { width: 840, class: large-format, distance: 0.5 }\n    alt:'),
  ],
  [
    'a logo on paper where none is wanted',
    'image-on-ground',
    0,
    async () => ({
      ...order('    alt:', '    transparent: true\n    alt:'),
      ...sea(
        await sharp(Buffer.from(drawings['logo'] as string))
          .jpeg({ quality: 80 })
          .toBuffer(),
      ),
    }),
  ],
  ['a missing alt text', 'alt-missing', 0, () => order(', nl: De zee', '')],
  [
    'a budget that repair alone would eat',
    'repair-over-budget',
    1,
    () => ({ ...order('languages: [en, nl]', 'languages: [en, nl]\nbudget: { hours: 0.5, rate: 60 }'), ...sea(undefined) }),
  ],
  ['expired rights', 'rights-expired', 1, () => order('2099-01-01', '2020-01-01')],
  // House style
  ['a missing house style', 'house-missing', 1, () => order('house: plain', 'house: plane')],
  [
    'a house style with a ratio of one number',
    'house-invalid',
    1,
    () => ({ 'templates/plain/house.yaml': HOUSE.replace('[16, 9]', '16') }),
  ],
  [
    'a slot with a treatment that the house does not have',
    'house-invalid',
    1,
    () => ({ 'templates/plain/house.yaml': HOUSE.replace('sizes: 80px', 'sizes: 80px, treatment: film') }),
  ],
  [
    'a slot with a colour table that the house does not have',
    'house-invalid',
    1,
    () => ({ 'templates/plain/house.yaml': HOUSE.replace('sizes: 80px', 'sizes: 80px, corrections: [{ lut: looks/film.cube }]') }),
  ],
  ['a font whose package is not installed', 'font-missing', 1, () => ({ 'templates/plain/house.yaml': HOUSE + FONT })],
  [
    'a slot that allows too few bytes',
    'image-heavy',
    0,
    () => ({ 'templates/plain/house.yaml': HOUSE.replace('ratio: [16, 9]', 'ratio: [16, 9], maxBytes: 300') }),
  ],
  [
    'an AVIF heavier than the WebP after it',
    'format-gains-nothing',
    0,
    () => ({ 'templates/plain/house.yaml': HOUSE.replace('avif: { quality: 50', 'avif: { quality: 95') }),
  ],
  // Templates
  ['an unknown slot', 'slot-unknown', 1, () => page('\n\n{% image "sea", slot="heor" %}')],
  ['an unknown asset', 'asset-unknown', 1, () => page('{% image "see", slot="hero" %}')],
  ['a picture on a page that cannot be read', 'asset-unusable', 1, () => sea('This is a letter, not a picture at all.')],
  ['a broken link', 'link-broken', 1, () => page('[gone](/gone/)')],
  ['a syntax error in a template', 'template-broken', 1, () => ({ 'templates/plain/site/page.njk': '<h1>{% if %}</h1>' })],
  [
    'a house configuration that ends its process',
    'template-broken',
    1,
    () => ({ 'templates/plain/eleventy.config.js': 'export default () => process.exit(3);' }),
  ],
  [
    'a house configuration that throws',
    'template-broken',
    1,
    () => ({ 'templates/plain/eleventy.config.js': 'export default () => { throw new Error("Not today"); };' }),
  ],
  ['a stylesheet that is not there', 'template-missing', 1, () => page('{% styles "gone.css" %}')],
  ['a banner template that is not there', 'template-missing', 1, () => banner('template: wave', 'template: wafe')],
  ['a broken stylesheet', 'bundle-failed', 1, () => ({ 'templates/plain/site/site.css': '@import "gone.css"; a { color: red }' })],
  // Banners
  ['a size of no family', 'banner-family-missing', 1, () => banner('728x90', '160x600')],
  ['a banner text that is not given', 'banner-text-missing', 1, () => banner(', nl: { headline: De zee }', ', nl: {}')],
  ['a banner text beyond its limit', 'banner-text-too-long', 0, () => banner('headline: De zee', `headline: ${'De zee '.repeat(6)}`)],
  ['a banner picture that is not given', 'banner-image-missing', 1, () => banner('      images: { background: sea }\n', '')],
  ['a set of sizes that there is not', 'banner-size-unknown', 1, () => banner('[300x250, 728x90]', '[300x250, googel]')],
  // Feeds
  ['a feed that nobody supplied', 'feed-missing', 1, () => fed(undefined)],
  ['a feed with a quote that never ends', 'feed-unreadable', 1, () => fed('language,headline\nen,"The sea\n')],
  ['a cell in a language that is not ordered', 'feed-cell-invalid', 1, () => fed('language,headline\nen,The sea\nnn,Sjøen\n')],
  [
    'a family that template.yaml misspells',
    'house-invalid',
    1,
    () => ({
      ...banner('', ''),
      'templates/plain/banners/wave/template.yaml': `${BANNER['templates/plain/banners/wave/template.yaml']}overrides: { recktangle: { hide: [headline] } }\n`,
    }),
  ],
  // Film and sound
  ...cutListBuilds,
  ...playerBuilds,
  // Programs
  [
    'a font that is no font',
    'tool-failed',
    1,
    () => ({
      'templates/plain/house.yaml': HOUSE + FONT,
      'node_modules/@fontsource/lost/package.json': '{ "name": "@fontsource/lost", "version": "1.0.0" }',
      'node_modules/@fontsource/lost/files/lost.woff2': 'These are no letters.',
    }),
  ],
  [
    'a banner whose style cannot be made',
    'job-skipped',
    1,
    () => ({ ...banner('', ''), 'templates/plain/banners/wave/style.css': '@import "gone.css"; a { color: red }' }),
  ],
  ['a build without measuring', 'not-measured', 0, () => ({})],
  ['a build without pictures of banners', 'not-captured', 0, () => banner('', ''), {}, ['--no-captures']],
];

export const findingCases: readonly FindingCase[] = rows.map(([title, code, exit, change, env, options]) => ({
  title,
  code,
  exit,
  change,
  ...(env ? { env } : {}),
  ...(options ? { options } : {}),
}));
