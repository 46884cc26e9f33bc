/** What the preview of banners gathers from a record: packages per target, shots by ending, verdicts, safe boxes, shared files. */
import { describe, expect, test } from 'vitest';
import type { Asset } from '../../pipeline/model/asset.ts';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import type { Deliverable, Outcome } from '../../pipeline/model/job.ts';
import { digestOf, type JobKey, type Json } from '../../pipeline/model/key.ts';
import { EMPTY_LAYOUT, type Layout, type Unit } from '../../pipeline/model/layout.ts';
import type { BuildRecord } from '../../pipeline/model/record.ts';
import { bannerPageHtml } from '../../pipeline/review/banner-page.ts';
import { bannerSheet, withBridge } from '../../pipeline/review/banner-sheet.ts';
import { nextRounds } from '../../pipeline/tools/studio-preview.ts';
import { bannerFacts } from '../support/banner-facts.ts';

const key = (name: string): JobKey => digestOf(`job ${name}`) as unknown as JobKey;
const NAME = 'banners/wave/300x250-nl';
const HTML =
  '<!doctype html><html><head><title>T</title></head><body><p>De <b>zee</b> &amp; co</p><script>var x = "geheim"</script></body></html>';
const unit: Unit = {
  name: NAME,
  template: 'wave',
  size: [300, 250],
  family: 'rectangle',
  language: 'nl',
  version: { audience: 'night' },
  digest: digestOf(HTML),
  bytes: HTML.length,
  landing: 'https://trial.example/',
  uses: [{ asset: 'sea', slot: 'wave/background', places: ['wave/background'], ratio: [1, 1], smallest: 1, largest: 1, available: 1 }],
  files: [
    { path: 'style.css', key: key('style') },
    { path: 'face.woff2', key: key('face') },
  ],
};
const facts: BannerFacts = {
  ...bannerFacts,
  seconds: 6,
  loops: 2,
  clickOpens: 'https://trial.example/',
  overflows: [{ slot: 'headline', px: 7 }],
  initial: { bytes: 1, gzipBytes: 1, requests: 3 },
  subload: { bytes: 1, gzipBytes: 1, requests: 2 },
};
const made = (name: string, bytes = 100, more?: unknown): Outcome => ({
  status: 'made',
  key: key(name),
  made: more === undefined ? { blob: { digest: digestOf(name), bytes } } : { facts: more as Json },
});
const goesTo = (target: string, endings: readonly string[], measures: string[] = []): Deliverable => {
  const name = `banners/wave/${target}/300x250-nl`;
  const files = endings.map((ending) => ({ path: `${name}${ending}`, from: { from: 'job', key: key(`${target}${ending}`) } as const }));
  return {
    name,
    kind: 'banner',
    language: 'nl',
    size: [300, 250],
    unit: NAME,
    target,
    files,
    assets: ['sea'],
    measures: measures.map((one) => ({ key: key(one), of: NAME })),
  };
};
const google = goesTo('google-ads', ['.zip', '.jpg', '.gif', '.mp4', '-storyboard.png', '@2x.jpg'], ['run', 'read google']);
const ttd = goesTo('ttd', ['.zip', '.gif'], ['read ttd']);
const read = { what: 'package', zipBytes: 900, files: [{ path: 'index.html', bytes: 1200, gzipBytes: 700 }], page: 'index.html' };
const sea = { name: 'sea', focus: [0.5, 0.5], safe: [0.25, 0, 0.25, 1], facts: { width: 200, height: 100 } } as unknown as Asset;

function recordOf(changes: Partial<BuildRecord> = {}): BuildRecord {
  const endings = [google, ttd].flatMap(({ target, files }) =>
    files.map(({ path }) => `${target}${path.slice(`banners/wave/${target}/300x250-nl`.length)}`),
  );
  return {
    production: 'try',
    order: { client: 'C', title: { nl: 'Proef' } },
    assets: [sea],
    jobs: [],
    outcomes: [
      made('style', 10),
      made('face', 20),
      made('run', 0, facts),
      made('read google', 0, read),
      made('read ttd', 0, { ...read, files: [{ path: 'index.html', bytes: 5000, gzipBytes: 1 }] }),
      ...endings.map((name) => made(name)),
    ],
    judged: [
      { deliverable: google, sound: true, unmeasured: false, files: 1, bytes: 1 },
      { deliverable: ttd, sound: false, unmeasured: false, files: 1, bytes: 1 },
    ],
    findings: [
      { code: 'banner-too-heavy', severity: 'error', where: { deliverable: ttd.name }, args: { actual: 1, expected: 1 } },
      { code: 'gps-in-material', severity: 'warning', where: { asset: 'sea', file: 'photos/sea.jpg' }, args: { asset: 'sea' } },
      { code: 'links-broken', severity: 'error', where: { page: '/nl/' }, args: {} },
    ],
    repair: { minutes: 0 },
    release: { files: [{ path: 'banners/delivery-google.zip', digest: digestOf('all'), bytes: 4000 }], review: [] },
    proofs: [],
    durationMs: 1,
    tools: {},
    caches: [],
    ...changes,
  } as unknown as BuildRecord;
}
const layout: Layout = { ...EMPTY_LAYOUT, units: [unit] };
const gather = (record = recordOf(), of = layout) => bannerSheet(record, of, () => HTML, 'en');

describe('a unit that goes to two targets', () => {
  const { data, files, sources } = gather();
  const [one] = data.units;

  test('stands once, with a package for each, each with its own verdict and weight', () => {
    expect(data.units).toHaveLength(1);
    expect(one?.packages.map(({ target, verdict, bytes, files: count }) => ({ target, verdict, bytes, count }))).toEqual([
      { target: 'google-ads', verdict: 'warned', bytes: 1200, count: 1 },
      { target: 'ttd', verdict: 'held', bytes: 5000, count: 1 },
    ]);
    expect(one?.packages[0]?.zip).toEqual({ path: 'zips/wave/google-ads/300x250-nl.zip', bytes: 100 });
    // What is held back is not offered.
    expect(one?.packages[1]?.zip).toEqual({ bytes: 100 });
    expect(files.some(({ path }) => path === 'zips/wave/ttd/300x250-nl.zip')).toBe(false);
    expect(one?.packages[1]?.told.map((at) => data.findings[at])).toMatchObject([
      { code: 'banner-too-heavy', figure: 'zip' },
      { code: 'gps-in-material' },
    ]);
    expect(data.findings.map(({ code }) => code)).not.toContain('links-broken');
  });
  test('has its shots by their endings', () => {
    const paths = (at: number) =>
      Object.fromEntries(Object.entries(one?.packages[at]?.shots ?? {}).map(([shot, file]) => [shot, file?.path.split('300x250-nl')[1]]));
    expect(paths(0)).toEqual({ backup: '.jpg', gif: '.gif', mp4: '.mp4', storyboard: '-storyboard.png' });
    // A GIF by itself is the backup.
    expect(paths(1)).toEqual({ backup: '.gif' });
  });
  test('tells figures, copy, fonts, and the safe box in the picture as it is cropped', () => {
    expect(one).toMatchObject({
      copy: 'De zee & co',
      fonts: { count: 1, bytes: 20 },
      version: { audience: 'night' },
      measured: { seconds: 6, loops: 2, requests: 5 },
    });
    // The crop is 100 of 200 px wide, and moved so that it holds px 50 to 100.
    expect(one?.safe[0]?.slot).toBe('background');
    expect((one?.safe[0]?.box[2] ?? 0) * 100).toBeCloseTo(50);
    expect(data.deliveries).toEqual([{ path: 'zips/delivery-google.zip', bytes: 4000 }]);
  });
  test('its page carries the bridge in front of all scripts, and nothing else is other', () => {
    const page = files.find(({ path }) => path === one?.page);
    expect(page?.text).toBe(HTML.replace('<head>', '<head><script src="../../../bridge.js"></script>'));
    expect(sources[NAME]?.page).toBe(digestOf(HTML));
    expect(withBridge('<p>no head', 'b.js')).toBe('<script src="b.js"></script><p>no head');
  });
});

test('units of the same files share them; of other files they do not', () => {
  const other = { ...unit, name: 'banners/wave/300x250-fr', language: 'fr' };
  const apart = { ...unit, name: 'banners/wave/300x250-en', files: unit.files.slice(0, 1) };
  const { data, files } = gather(recordOf(), { ...layout, units: [unit, other, apart] });
  const folders = data.units.map(({ page }) => page?.split('/').slice(0, -1).join('/'));
  expect(folders[0]).toBe(folders[1]);
  expect(folders[2]).not.toBe(folders[0]);
  expect(files.filter(({ path }) => path.endsWith('style.css'))).toHaveLength(2);
});

test('what failed is absent, and the rest is shown', () => {
  const { outcomes } = recordOf();
  const { data } = gather(recordOf({ outcomes: outcomes.filter(({ key: one }) => one !== key('google-ads.zip') && one !== key('face')) }));
  expect(data.units[0]).toMatchObject({ fonts: { count: 0 } });
  expect(data.units[0]?.packages[0]?.zip).toBeUndefined();
});

test('two loads and labels', () => {
  const { outcomes } = recordOf();
  const labelled = { ...facts, labels: [{ name: 'call', at: 2 }] };
  const { data } = gather(recordOf({ outcomes: outcomes.map((one) => (one.key === key('run') ? made('run', 0, labelled) : one)) }));
  expect(data.units[0]?.measured).toMatchObject({ requests: 5, labels: [{ name: 'call', at: 2 }] });
});
test('nothing of the data leaves the script it stands in', () => {
  const { data } = gather();
  const hostile = { ...data, title: '<b>', units: data.units.map((one) => ({ ...one, copy: '</script><script>alert(1)</script><!--' })) };
  const html = bannerPageHtml(hostile, { root: '' }, 'nl');
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).toContain('<h1>&lt;b&gt;</h1>');
  expect(JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '')).toMatchObject({
    units: [{ copy: '</script><script>alert(1)</script><!--' }],
  });
});

describe('rounds', () => {
  const source = (page: string, style = 's') => ({ page: digestOf(page), files: [['style.css', digestOf(style)]] as const });
  const first = nextRounds(undefined, { a: source('1'), b: source('1') });

  test('the first build changes nothing, the next one what is other, and a build of the same leaves it so', () => {
    expect(first.round).toBe(0);
    const second = nextRounds(first, { a: source('2'), b: source('1') });
    expect(second.round).toBe(1);
    expect(second.units).toMatchObject({ a: { round: 1, before: source('1') }, b: { round: 0 } });
    expect(second.units['b']).not.toHaveProperty('before');
    expect(nextRounds(second, { a: source('2'), b: source('1') })).toEqual(second);
    const third = nextRounds(second, { a: source('2'), b: source('1', 'other'), c: source('1') });
    // What changed earlier keeps its past; what came is new; only the last round counts as changed.
    expect(third.units).toMatchObject({ a: { round: 1, before: source('1') }, b: { round: 2, before: source('1') }, c: { round: 2 } });
    expect(third.units['c']).not.toHaveProperty('before');
    // A template that is broken for a moment costs no past.
    const broken = nextRounds(third, {});
    expect(broken).toEqual(third);
  });
});
