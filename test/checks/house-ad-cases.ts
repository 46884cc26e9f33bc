/** What only some houses ask of packed banners: what was seen, and the code it must tell. */
import { missingScripts } from '../../pipeline/checks/ad-crippled.ts';
import { checkPackage } from '../../pipeline/checks/ad-package.ts';
import { checkBannerSmooth } from '../../pipeline/checks/banner-smooth.ts';
import { finding } from '../../pipeline/checks/catalogue.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { bannerFacts } from '../support/banner-facts.ts';
import { judged, outside, packageFacts, page } from './ad-cases.ts';

const leaves = (written: string) => ({ sameTabExits: [{ written, path: 'index.html' }] });
const image = (width: number, height: number) => ({ name: 'b.jpg', bytes: 1, width, height });

export const houseAdCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a click that leads the page away', ['ad-click-same-tab error'], () => judged('click-new-tab', true, leaves('location.href ='))],
  [
    'a click that a browser saw lead the page away',
    ['ad-click-same-tab error'],
    () => judged('click-new-tab', true, {}, { clickLeaves: true }),
  ],
  ['a click into a tab of its own', [], () => judged('click-new-tab', true)],
  ['no script of the ad server', ['ad-library-missing error'], () => judged('libraries', ['Adform.DHTML.js'])],
  [
    'the script of the ad server, wherever it lies',
    [],
    () => judged('libraries', ['Adform.DHTML.js'], outside('https://s1.adform.net/banners/scripts/rmb/Adform.DHTML.js?bv=1')),
  ],
  ['a sound that begins by itself', ['ad-sound-unasked error'], () => judged('sound-waits', true, page({ startingSounds: 1 }))],
  ['a page with a padding', ['ad-padding-left error'], () => judged('padding-zero', true, page({ padded: true }))],
  ['an image as large as the banner', ['ad-backup-coarse error'], () => judged('backup-density', 2, {}, {}, undefined, image(300, 250))],
  ['an image twice as large', [], () => judged('backup-density', 2, {}, {}, undefined, image(600, 500))],
  ['an image whose sides nobody read', ['ad-not-measured info'], () => judged('backup-density', 2)],
  [
    'files from elsewhere that count',
    ['ad-outside-unweighed info'],
    () => judged('weight', 1000, outside('https://cdn.example/x.js'), {}, 'unzipped-and-outside'),
  ],
  [
    'what a Mac packs along',
    ['ad-package-littered warning'],
    () =>
      checkPackage({
        name: 'b',
        zip: 'b.zip',
        facts: { ...packageFacts, files: ['a.png', '__MACOSX/._a.png'].map((path) => ({ path, bytes: 1, gzipBytes: 1, used: true })) },
        where: { file: 'b.zip' },
      }),
  ],
  [
    'a banner that was run without its library',
    ['ad-not-run-whole info'],
    () => {
      const run = { ...bannerFacts, outsideRequests: ['https://cdn.example/lib.js?v=1'], consoleErrors: ['lib is not defined'] };
      return [finding('ad-not-run-whole', { file: 'b.zip' }, { items: missingScripts(run, packageFacts) })];
    },
  ],
  ['nothing from elsewhere', [], () => judged('weight', 1000, {}, {}, 'unzipped-and-outside')],
  [
    'too much without what comes from elsewhere',
    ['banner-too-heavy error'],
    () => judged('weight', 99, outside('https://cdn.example/x.js'), {}, 'unzipped-and-outside'),
  ],
  ['a dark banner on a white page', [], () => judged('border-on-white', true, {}, { edge: { white: 1, grey: 1, black: 0 } })],
  [
    'a light banner on a white page',
    ['ad-no-border error'],
    () => judged('border-on-white', true, {}, { edge: { white: 0, grey: 0, black: 1 } }),
  ],
  ['a window that opens without a click', ['ad-call-refused error'], () => judged('not-calls', ['pop-up'], {}, { dialogs: ['open'] })],
  [
    'a filter that moves',
    ['banner-costly-motion warning'],
    () => checkBannerSmooth('b', { what: 'smooth', frames: 300, late: 0, layouts: 0, moved: ['filter', 'left'] }, ['left']),
  ],
  ['scenes that no timeline tells apart', ['ad-not-measured info'], () => judged('change-seconds', 1, {}, { hasTimeline: false })],
];
