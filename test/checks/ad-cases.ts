/** Packed banners that deserve a finding, one line per case: the rule that is asked, what was seen, and the code it must tell. */
import { judges } from '../../pipeline/checks/ad-judges.ts';
import { checkPackage } from '../../pipeline/checks/ad-package.ts';
import { checkPairs } from '../../pipeline/checks/ad-pairs.ts';
import type { Specimen } from '../../pipeline/checks/ad-rule.ts';
import { finding } from '../../pipeline/checks/catalogue.ts';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { PackageFacts, PackageFault } from '../../pipeline/model/package.ts';
import { kindOf, type RuleId } from '../../pipeline/model/rule-table.ts';
import type { Basis, RuleValue } from '../../pipeline/model/rules.ts';
import { bannerFacts } from '../support/banner-facts.ts';

export const packageFacts: PackageFacts = {
  what: 'package',
  zipBytes: 100,
  faults: [],
  files: [{ path: 'index.html', bytes: 100, gzipBytes: 100, used: true }],
  page: 'index.html',
  document: {
    skeleton: ['doctype', 'html', 'head', 'body'],
    title: 'Spring',
    adSize: { written: 'width=300,height=250', width: 300, height: 250 },
    orientation: null,
    gwd: false,
    tags: {},
    loudVideos: 0,
    marginZero: true,
    padded: false,
    startingSounds: 0,
  },
  references: [],
  calls: [],
  clickTags: [{ name: 'clickTag', path: 'index.html', inHead: true, top: true, url: '', readable: true }],
  fixedExits: [],
  sameTabExits: [],
  fontSources: [],
  manifests: [],
  backup: null,
};

export const page = (changes: Partial<NonNullable<PackageFacts['document']>>): Partial<PackageFacts> => ({
  document: { ...(packageFacts.document as NonNullable<PackageFacts['document']>), ...changes },
});

const load = (requests: number): BannerFacts['initial'] => ({ bytes: 1, gzipBytes: 1, requests });
const file = (path: string, changes: Partial<PackageFacts['files'][number]> = {}): Partial<PackageFacts> => ({
  files: [...packageFacts.files, { path, bytes: 10, gzipBytes: 10, used: true, ...changes }],
});

export function judged(
  id: RuleId,
  value: RuleValue,
  changes: Partial<PackageFacts> = {},
  run: Partial<BannerFacts> | null = {},
  basis?: Basis,
  backup: Specimen['backup'] | null = { name: 'b.jpg', bytes: 1 },
): readonly Finding[] {
  const { unit } = kindOf(id);
  const rule = {
    id,
    value,
    severity: 'error',
    source: 'kaai.example',
    read: '2026-11-20',
    status: 'primary',
    from: 'kaai',
    by: 'Kaai',
    over: [],
  } as const;
  const verdict = judges[id](
    { ...rule, ...(unit ? { unit } : {}), ...(basis ? { basis } : {}) },
    {
      name: 'b',
      zip: 'b.zip',
      size: [300, 250],
      facts: { ...packageFacts, ...changes },
      ...(run ? { run: { ...bannerFacts, seconds: 5, ...run } } : {}),
      ...(backup ? { backup } : {}),
      where: { deliverable: 'b' },
    },
  );
  return verdict === 'unmeasured' ? [finding('ad-not-measured', { deliverable: 'b' }, { rules: [id] })] : verdict;
}

const faulty = (reason: PackageFault['reason']): Finding[] =>
  checkPackage({ name: 'b', zip: 'b.zip', facts: { ...packageFacts, faults: [{ reason, path: 'a.js' }] }, where: { deliverable: 'b' } });

const REASONS: readonly PackageFault['reason'][] = [
  'not-a-zip',
  'empty',
  'damaged',
  'encrypted',
  'too-large',
  'too-many-files',
  'unsafe-name',
  'same-name',
  'backslash-name',
  'unmarked-name',
  'wrong-checksum',
  'unknown-compression',
];
const motion = { frames: 9, seconds: 3, fps: 12, plays: 0 };
const gif = file('m.gif', { picture: { format: 'gif', width: 300, height: 250, motion } });
const tag = (changes: Partial<PackageFacts['clickTags'][number]>): Partial<PackageFacts> => ({
  clickTags: [{ ...(packageFacts.clickTags[0] as PackageFacts['clickTags'][number]), ...changes }],
});
export const outside = (url: string): Partial<PackageFacts> => ({ references: [{ path: 'index.html', written: url, how: 'page', url }] });
const pairs = [
  { size: '970x250', with: '320x100', must: true, from: 'kaai', by: 'Kaai', status: 'secondary', source: 'kaai.example' },
  { size: '970x250', with: '320x200', must: false, from: 'kaai', by: 'Kaai', status: 'secondary', source: 'kaai.example' },
] as const;

export const adCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a package as heavy as it may be', [], () => judged('weight', 100, {}, {}, 'zip')],
  ['a package a byte too heavy', ['banner-too-heavy error'], () => judged('weight', 99, {}, {}, 'zip')],
  ['a package too heavy over the wire', ['banner-too-heavy error'], () => judged('weight', 99, {}, {}, 'gzip')],
  ['a package too heavy packed or unpacked', ['banner-too-heavy error'], () => judged('weight', 99, {}, {}, 'larger')],
  ['a load that only a browser can tell apart', ['ad-not-measured info'], () => judged('weight', 99, {}, null, 'gzip-initial')],
  [
    'a load too heavy before it has loaded',
    ['banner-too-heavy error'],
    () => judged('weight', 9, {}, { initial: { bytes: 20, gzipBytes: 10, requests: 1 } }, 'gzip-initial'),
  ],
  ['a file too heavy', ['ad-file-too-heavy error'], () => judged('file-bytes', 99)],
  [
    'a picture too large',
    ['ad-picture-too-large error'],
    () => judged('picture-px', 99, file('a.png', { picture: { format: 'png', width: 100, height: 1 } })),
  ],
  ['a file too many', ['ad-too-many-files error'], () => judged('files', 1, file('a.js'))],
  ['a request too many', ['ad-too-many-requests error'], () => judged('requests', 10, {}, { initial: load(8), subload: load(3) })],
  ['a size that nobody takes', ['ad-size-not-taken error'], () => judged('sizes', ['728x90'])],
  ['a banner too narrow', ['ad-size-not-taken error'], () => judged('least-width', 301)],
  ['a banner too low', ['ad-size-not-taken error'], () => judged('least-height', 251)],
  ['a size without its partner', ['ad-pair-missing warning'], () => checkPairs({ pairs }, ['970x250'], 'banners/headline')],
  ['a size with one of its partners', [], () => checkPairs({ pairs }, ['970x250', '320x200'], 'banners/headline')],
  ['a folder too deep', ['ad-folders-too-deep error'], () => judged('folder-levels', 0, file('a/b.js'))],
  ['a name with an accent', ['ad-name-refused error'], () => judged('file-names', '^[a-z.]+$', file('é.js'))],
  ['a name too long', ['ad-name-refused error'], () => judged('zip-name-characters', 0)],
  ['a kind of file that is not taken', ['ad-file-type-refused error'], () => judged('file-types', ['html'], file('a.js'))],
  [
    'a file that is not there',
    ['ad-file-missing error'],
    () => judged('linked-files', true, { references: [{ path: 'index.html', written: 'x.png', how: 'page', file: null }] }),
  ],
  [
    'a file that is not there, which the browser told',
    [],
    () =>
      judged(
        'linked-files',
        true,
        { references: [{ path: 'index.html', written: 'x.png', how: 'page', file: null }] },
        { failedRequests: ['/x.png'] },
      ),
  ],
  ['a file that nothing asks for', ['ad-file-unused error'], () => judged('no-orphans', true, file('a.js', { used: false }))],
  ['a missing manifest', ['ad-manifest-wrong error'], () => judged('manifest', 'adform')],
  [
    'a manifest of another size',
    ['ad-manifest-wrong error'],
    () =>
      judged('manifest', 'adform', {
        manifests: [{ kind: 'adform', path: 'manifest.json', problems: [], clickTags: ['clickTAG'], width: 728, height: 90 }],
      }),
  ],
  ['a package without a page', ['ad-page-wrong error'], () => judged('page-at-root', true, { page: null, document: null, files: [] })],
  ['a page of another name', ['ad-page-wrong error'], () => judged('page-name', '^index\\.html$', { page: 'ad.html' })],
  ['a page without a head', ['ad-skeleton-wrong error'], () => judged('skeleton', true, page({ skeleton: ['doctype', 'html', 'body'] }))],
  ['a page that does not say its size', ['ad-size-wrong error'], () => judged('ad-size', true, page({ adSize: null }))],
  [
    'a page that says another size',
    ['ad-size-wrong error'],
    () => judged('ad-size', true, page({ adSize: { written: '', width: 1, height: 1 } })),
  ],
  ['a size in words', ['ad-size-wrong error'], () => judged('ad-size', true, page({ adSize: { written: 'fluid' } }))],
  ['a playable that is held nobody knows how', ['ad-size-wrong error'], () => judged('ad-orientation', true)],
  ['a page with a margin', ['ad-margin-left error'], () => judged('margin-zero', true, page({ marginZero: false }))],
  ['a script of its own', ['ad-code-not-inline error'], () => judged('inline-code', true, file('a.js'))],
  ['a frame', ['ad-element-refused error'], () => judged('not-tags', ['iframe'], page({ tags: { iframe: 1 } }))],
  ['film with sound', ['ad-video-loud error'], () => judged('video-muted', true, page({ loudVideos: 1 }))],
  ['a font in the package', ['ad-font-refused error'], () => judged('fonts', ['google'], file('f.woff2'))],
  [
    'a font in the stylesheet',
    ['ad-font-refused error'],
    () => judged('fonts', ['file'], { fontSources: [{ way: 'base64', path: 'a.css' }] }),
  ],
  ['no click tag', ['ad-click-tag-wrong error'], () => judged('click-tag', true, { clickTags: [] })],
  ['a click tag in a function', ['ad-click-tag-wrong error'], () => judged('click-tag-top-level', true, tag({ top: false }))],
  ['a click tag in the body', ['ad-click-tag-wrong error'], () => judged('click-tag-in-head', true, tag({ inHead: false }))],
  ['a minified click tag', ['ad-click-tag-wrong error'], () => judged('click-tag-readable', true, tag({ readable: false }))],
  [
    'a click that leads where it always leads',
    ['ad-click-fixed error'],
    () => judged('click-not-fixed', true, { fixedExits: [{ url: 'https://kaai.example/', path: 'index.html' }] }),
  ],
  ['a click without its call', ['ad-call-missing error'], () => judged('calls', ['window.open'])],
  [
    'a call that is refused',
    ['ad-call-refused error'],
    () => judged('not-calls', ['localStorage'], { calls: [{ name: 'localStorage', path: 'a.js' }] }),
  ],
  ['a script from elsewhere', ['banner-outside-request error'], () => judged('hosts', [], outside('https://cdn.example/x.js'))],
  [
    'a font from elsewhere, seen as it ran',
    ['banner-outside-request error'],
    () => judged('hosts', [], {}, { outsideRequests: ['https://fonts.example/x'] }),
  ],
  ['a host that is taken', [], () => judged('hosts', ['fonts.gstatic.com'], outside('https://fonts.gstatic.com/s/x.woff2'))],
  [
    'a host that only sounds like it',
    ['banner-outside-request error'],
    () => judged('hosts', ['gstatic.com'], outside('https://evilgstatic.com/x.js')),
  ],
  [
    'a path of a host that is taken in part',
    ['banner-outside-request error'],
    () => judged('hosts', ['a.example/ajax'], outside('https://a.example/other/x.js')),
  ],
  ['a picture without https', ['ad-not-https error'], () => judged('https', true, outside('http://kaai.example/x.png'))],
  ['no backup', ['banner-missing-backup error'], () => judged('backup', true, {}, {}, undefined, null)],
  [
    'a heavy backup',
    ['banner-backup-too-heavy error'],
    () => judged('backup-bytes', 40_000, {}, {}, undefined, { name: 'b.jpg', bytes: 40_001 }),
  ],
  ['a backup of another name', ['ad-backup-wrong error'], () => judged('backup-same-name', true, {}, {}, undefined, { name: 'c.jpg' })],
  ['a backup beside, wanted inside', ['ad-backup-wrong error'], () => judged('backup-place', 'inside')],
  ['motion within the rules', [], () => judged('seconds', 15, {}, { seconds: 15.000000000000002 })],
  ['motion for too long', ['banner-too-long error'], () => judged('seconds', 15, {}, { seconds: 15.1 })],
  ['motion too often', ['banner-too-many-loops error'], () => judged('loops', 3, {}, { loops: 4 })],
  ['motion without end', ['banner-endless error'], () => judged('ends', true, {}, { endless: true, seconds: null })],
  [
    'motion without end where seconds are asked',
    ['banner-endless error'],
    () => judged('seconds', 15, {}, { endless: true, seconds: null }),
  ],
  ['motion of a page without a timeline', ['ad-not-measured info'], () => judged('loops', 3, {}, { hasTimeline: false })],
  ['motion at the end', ['ad-moves-at-end error'], () => judged('still-end', true, {}, { stillEnd: false })],
  [
    'scenes too short',
    ['ad-changes-too-fast error'],
    () =>
      judged(
        'change-seconds',
        1,
        {},
        {
          labels: [
            { name: 'a', at: 0 },
            { name: 'b', at: 0.5 },
          ],
        },
      ),
  ],
  ['flashes', ['ad-flashes error'], () => judged('flashes', 3, {}, { flashes: 4 })],
  ['a GIF too fast', ['ad-gif-wrong error'], () => judged('gif-fps', 5, gif)],
  ['a GIF without end', ['ad-gif-wrong error'], () => judged('gif-loops', 3, gif)],
  ['a GIF that never rests', ['ad-gif-wrong error'], () => judged('gif-seconds', 15, gif)],
  ['a GIF of too many frames', ['ad-gif-wrong error'], () => judged('gif-frames', 5, gif)],
  ['a banner that shows nothing', ['ad-blank error'], () => judged('not-blank', true, {}, { blank: true })],
  ['no border', ['ad-no-border error'], () => judged('border', true, {}, { edge: { white: 1, grey: 1, black: 0.1 } })],
  ['a processor that is kept busy', ['ad-cpu error'], () => judged('cpu-30s', 15, {}, { cpu: { in30: 15.1, in60: 16 } })],
  ['a dialog that no script names', ['ad-call-refused error'], () => judged('not-calls', ['alert'], {}, { dialogs: ['alert'] })],
  [
    'motion of a page without a timeline, seen by its pixels',
    ['banner-too-long error'],
    () => judged('seconds', 15, {}, { hasTimeline: false, seconds: null, lastChange: 16 }),
  ],
  [
    'motion that pixels see go on',
    ['banner-endless error'],
    () => judged('ends', true, {}, { hasTimeline: false, seconds: null, lastChange: null }),
  ],
  ['cookies', ['ad-too-many-cookies error'], () => judged('cookies', 25, {}, { cookies: 26 })],
  [
    'a house whose sheet nobody has',
    ['ad-needs-current-sheet info'],
    () => [finding('ad-needs-current-sheet', {}, { target: 'roularta', rules: ['weight', 'seconds'] })],
  ],
  ...REASONS.map((reason) => [`a package: ${reason}`, ['ad-package-broken error'], () => faulty(reason)] as const),
  ['a script with a slip', ['ad-script-unreadable warning'], () => faulty('script-unreadable')],
];
