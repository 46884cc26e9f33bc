/** One order for every target: packages judged by unzip and Python, clicks by a browser, papers by other readers. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { clickOn, LIBRARIES } from '../support/ad-servers.ts';
import { BANNER, HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const PLATFORMS = 'google-ads ad-manager cm360 dv360 studio adform ttd xandr amazon sizmek flashtalking equativ sklik ster common'.split(
  ' ',
);
const LANDING = 'https://trial.example/nl/?a=1';
const CLICKED = 'https://adserver.example/click?to=1';

/** English has no text, so its units are held back. */
const order = ORDER.replace('client: Trial', "client: 'Été & Cie'")
  .replace('languages: [en, nl]', 'languages: [nl, en]')
  .concat(`  banners:
    - template: wave
      sizes: [300x250]
      images: { background: sea }
      landing: '${LANDING}'
      text: { nl: { headline: De zee }, en: {} }
      targets: [${PLATFORMS.join(', ')}, { platform: ad-manager, publisher: mafra }, { platform: ad-manager, publisher: stroeer }]
`);
const DRAWING =
  '<svg class="mark" width="40" height="20" aria-hidden="true"><!-- drawn by hand --><path fill="#ff4b2b" d="M0 0h40v20H0z"/></svg>';

let workspace: TestWorkspace;
let report: ReportJson;
let browser: Browser | undefined;

beforeAll(async () => {
  workspace = makeWorkspace({
    ...(await plainWorkspace()),
    ...BANNER,
    'assets/try/order.yaml': order,
    'templates/plain/banners/wave/template.njk': `${BANNER['templates/plain/banners/wave/template.njk']}${DRAWING}`,
    'templates/plain/banners/wave/style.css': `${BANNER['templates/plain/banners/wave/style.css']} p { font: 14px Archivo, sans-serif } .mark { position: absolute; left: 0; top: 0 }`,
    'templates/plain/house.yaml': `${HOUSE}fonts:\n  - { family: Archivo, package: '@fontsource-variable/archivo', file: files/archivo-latin-standard-normal.woff2, axes: { wght: [400, 800], wdth: 100 } }\n`,
  });
  report = workspace.build('--only', 'banners', '--no-measure', '--jobs', '2').report;
  const program = await findBrowser(process.env);
  if (program) browser = await chromium.launch({ executablePath: program.path, args: [...program.args, '--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  workspace.remove();
});

const targets = [...PLATFORMS, 'ad-manager-mafra', 'ad-manager-stroeer'];
const zipOf = (target: string): string => workspace.path('output/try/banners/wave', target, '300x250-nl.zip');
const released = (...parts: string[]): string => workspace.path('output/try/release/banners', ...parts);

function unpack(target: string): string {
  const folder = workspace.path('unpacked', target);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  execFileSync('unzip', ['-q', zipOf(target), '-d', folder]);
  return folder;
}

function python<T>(code: string, ...args: string[]): T {
  return JSON.parse(execFileSync('python3', ['-c', `import sys, json, zipfile, csv, io\n${code}`, ...args], { encoding: 'utf8' })) as T;
}

/** Names and dates in each of the zips, whose checksums Python holds against what it unpacks. */
const LIST = `
def entries(path):
    z = zipfile.ZipFile(path)
    assert z.testzip() is None
    return [[i.filename, list(i.date_time)] for i in z.infolist()]
print(json.dumps([entries(path) for path in sys.argv[1:]]))`;
const entriesOf = (...paths: string[]) => python<[string, number[]][][]>(LIST, ...paths);
const namesIn = (path: string): string[] => (entriesOf(path)[0] ?? []).map(([name]) => name);

test('a deliverable per unit and target, named by both', () => {
  const names = report.deliverables.map(({ name }) => name);
  for (const target of targets) expect(names).toContain(`banners/wave/${target}/300x250-nl`);
  expect(report.deliverables.filter(({ sound }) => sound)).toHaveLength(targets.length);
});

test('sound, flat zips with safe names, and only what is referred to', () => {
  for (const [at, entries] of entriesOf(...targets.map(zipOf)).entries()) {
    const target = targets[at] ?? '';
    expect(entries[0]?.[0], target).toBe('index.html');
    const folder = unpack(target);
    const texts = readdirSync(folder).filter((name) => /\.(html|css|json)$/.test(name));
    const all = texts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    for (const [name, date] of entries) {
      expect(name, target).toMatch(/^[a-z0-9][a-z0-9._-]{0,49}$/);
      expect(date, target).toEqual([1980, 1, 1, 0, 0, 0]);
      if (!['index.html', 'manifest.json', 'manifest.js', 'backup.png'].includes(name))
        expect(all.includes(name), `${target} ${name}`).toBe(true);
    }
    expect(all.includes('<meta name="ad.size" content="width=300,height=250">'), target).toBe(true);
    const outside = [...all.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, url]) => new URL(url ?? '').hostname);
    const known = ['fonts.googleapis.com', ...Object.keys(LIBRARIES).map((url) => new URL(url).hostname)];
    expect(
      outside.filter((host) => !known.includes(host)),
      target,
    ).toEqual([]);
  }
});

test('each gets the files that it takes', () => {
  const files = (target: string): string => namesIn(zipOf(target)).join(' ');
  expect(files('ad-manager')).toMatch(
    /^index\.html archivo\.woff2 background-1x\.jpg background-2x\.jpg drawing-\w+\.svg motion\.js style\.css$/,
  );
  expect(files('ad-manager-stroeer')).toMatch(/^index\.html archivo\.woff2 background-1x\.jpg background-2x\.jpg drawing-\w+\.svg$/);
  expect(files('ttd')).toBe('index.html background-1x.jpg background-2x.jpg motion.js style.css');
  expect(files('google-ads')).toBe('index.html background-1x.jpg background-2x.jpg motion.js style.css');
  expect(files('sizmek')).toContain(' backup.png ');
  expect(files('adform')).toContain(' manifest.json ');
  expect(files('flashtalking')).toContain(' manifest.js ');
  const drawing = readdirSync(unpack('ad-manager')).find((name) => name.endsWith('.svg')) ?? '';
  const svg = readFileSync(join(unpack('ad-manager'), drawing), 'utf8');
  expect(svg).not.toContain('drawn by hand');
  expect(
    python<string>('import xml.dom.minidom\nprint(json.dumps(xml.dom.minidom.parseString(sys.argv[1]).documentElement.namespaceURI))', svg),
  ).toBe('http://www.w3.org/2000/svg');
  const manifest = JSON.parse(readFileSync(join(unpack('adform'), 'manifest.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ width: '300', height: '250', clicktags: { clickTAG: LANDING }, source: 'index.html' });
});

test('nothing of a banner for Amazon writes to the console, libraries neither; elsewhere they may warn', () => {
  const scriptOf = (target: string): string => readFileSync(join(unpack(target), 'motion.js'), 'utf8');
  expect(scriptOf('amazon')).not.toMatch(/\bconsole\b/);
  expect(scriptOf('cm360')).toMatch(/\bconsole\.warn\b/);
  const told = report.findings.filter(({ code }) => code === 'ad-call-refused');
  expect(told.filter(({ where }) => JSON.stringify(where).includes('amazon'))).toEqual([]);
});

describe('a click', () => {
  const click = (context: { skip: (note: string) => void }, target: string, options: Parameters<typeof clickOn>[2] = {}) => {
    if (!browser) context.skip('no browser of the Chromium family was found');
    return clickOn(browser as Browser, unpack(target), { libraries: LIBRARIES, ...options });
  };
  const nothing = { opened: [], elsewhere: [], errors: [] };
  const opens = (...args: string[]) => ({ ...nothing, opened: [args] });

  test.each(['google-ads', 'sklik', 'flashtalking'])('on %s opens nothing and reaches what lies round it', async (target) => {
    expect(await click({ skip: () => undefined }, target)).toEqual({ ...nothing, reached: true });
  });

  test.each(['ad-manager', 'ster', 'ad-manager-stroeer'])('on %s opens clickTag, as written or as the ad server put it', async (target) => {
    expect(await click({ skip: () => undefined }, target)).toMatchObject(opens(LANDING));
    expect(await click({ skip: () => undefined }, target, { after: `clickTag = '${CLICKED}'` })).toMatchObject(opens(CLICKED));
  });

  test.each([
    [`?clickTAG=${encodeURIComponent(CLICKED)}`, CLICKED],
    [`?x=1&clickTag=${encodeURIComponent(CLICKED)}`, CLICKED],
    [`?clicktag=${encodeURIComponent(CLICKED)}`, CLICKED],
    ['', LANDING],
    ['?clickTAG=', LANDING],
    ['?clickTAG=javascript:alert(1)', LANDING],
    ['?clickTAG=%20javascript%3Aalert(1)%2F%2Fhttps%3A%2F%2F', LANDING],
    ['?clickTAG=data:text/html,x', LANDING],
    ['?clickTAG=//evil.example', LANDING],
  ])('on ttd with %j opens %s', async (query, url) => {
    expect(await click({ skip: () => undefined }, 'ttd', { query })).toMatchObject(opens(url));
  });

  test('on adform opens what its library says, where it says', async (context) => {
    expect(await click(context, 'adform')).toMatchObject(opens(CLICKED, '_top'));
    const [, other] = ['', 'https://adform.example/own.js'];
    const moved = { before: `window.API_URL = '${other}'`, libraries: { [other]: Object.values(LIBRARIES)[0] ?? '' } };
    expect(await click(context, 'adform', moved)).toMatchObject(opens(CLICKED, '_top'));
  });

  test('on xandr opens what its library reads', async (context) => {
    expect(await click(context, 'xandr', { query: `?clickTag=${encodeURIComponent(CLICKED)}` })).toMatchObject(opens(CLICKED, '_blank'));
  });

  test('on amazon is left to its library', async (context) => {
    const before = `window.SDK = { clickThrough: () => window.open('${CLICKED}') }`;
    expect(await click(context, 'amazon', { before })).toMatchObject(opens(CLICKED));
  });

  test.each(['sizmek', 'studio', 'equativ'])('on %s waits until the ad server is ready', async (target) => {
    const context = { skip: () => undefined };
    expect(await click(context, target)).toMatchObject(nothing);
    expect(await click(context, target, { after: 'adServerIsReady()' })).toMatchObject(opens(CLICKED));
  });

  test.each(['adform', 'xandr', 'sizmek', 'studio', 'equativ', 'amazon'])(
    'on %s without its library does nothing and breaks nothing',
    async (target) => {
      expect(await click({ skip: () => undefined }, target, { libraries: {} })).toMatchObject(nothing);
    },
  );
});

test('the letters show where no font file may be, and the drawing where it is a file', async (context) => {
  if (!browser) context.skip('no browser of the Chromium family was found');
  const page = await (browser as Browser).newPage();
  try {
    for (const target of ['ttd', 'ad-manager']) {
      await page.goto(`file://${unpack(target)}/index.html`, { waitUntil: 'load' });
      const state = await page.evaluate<{ fonts: string[]; mark: number }>(`document.fonts.ready.then(() => ({
        fonts: [...document.fonts].map((face) => face.family + ' ' + face.status), mark: document.querySelector('.mark')?.getBoundingClientRect().width }))`);
      expect(state, target).toEqual({ fonts: ['Archivo loaded'], mark: 40 });
    }
  } finally {
    await page.close();
  }
});

test('a delivery holds one zip and one backup of the same name per sound banner, and no other', () => {
  expect(namesIn(released('cm360.zip'))).toEqual(['try-wave-300x250-nl.png', 'try-wave-300x250-nl.zip']);
  expect(namesIn(released('sizmek.zip'))).toEqual(['try-wave-300x250-nl.zip']);
  expect(namesIn(released('ad-manager-mafra.zip'))).toEqual([
    'ete-cie_try-300x250-nl_HTML5_300x250.png',
    'ete-cie_try-300x250-nl_HTML5_300x250.zip',
  ]);
  const inner = python<boolean>(
    'a = zipfile.ZipFile(sys.argv[1]); print(json.dumps(a.read("try-wave-300x250-nl.zip") == open(sys.argv[2], "rb").read()))',
    released('cm360.zip'),
    zipOf('cm360'),
  );
  expect(inner).toBe(true);
});

test('the traffic sheet tells all of them, in CSV and in XLSX alike', () => {
  const rows = python<string[][]>(
    'print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=";"))))',
    released('ad-manager-mafra.csv'),
  );
  const table = rows.slice(1).map((row) => Object.fromEntries(row.map((cell, at) => [rows[0]?.[at] ?? '', cell])));
  expect(table.map((row) => [row['Bestand'], row['Taal'], row['Oordeel']])).toEqual([
    ['ete-cie_try-300x250-nl_HTML5_300x250.zip', 'nl', 'niet gemeten'],
    ['ete-cie_try-300x250-en_HTML5_300x250.zip', 'en', 'tegengehouden'],
  ]);
  expect(table[0]).toMatchObject({
    Formaat: '300x250',
    Landingspagina: LANDING,
    Klik: 'click-tag',
    'Back-up': 'ete-cie_try-300x250-nl_HTML5_300x250.png',
  });
  expect(table[1]?.['Reden']).toContain('headline');
  const [zipped, unzipped] = python<[number, number]>(
    'z = zipfile.ZipFile(sys.argv[1]); import os; print(json.dumps([os.path.getsize(sys.argv[1]), sum(i.file_size for i in z.infolist())]))',
    zipOf('ad-manager-mafra'),
  );
  expect([Number(table[0]?.['Zip (bytes)']), Number(table[0]?.['Uitgepakt (bytes)'])]).toEqual([zipped, unzipped]);
  const sheet = python<string[][]>(READ_XLSX, released('ad-manager-mafra.xlsx'));
  expect(sheet).toEqual(rows);
});

/** Cells of the first tab, by what the format says and not by the library that wrote it. */
const READ_XLSX = `
import xml.etree.ElementTree as E, re
n = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
shared = [''.join(t.text or '' for t in s.iter('{%s}t' % n['m'])) for s in E.fromstring(z.read('xl/sharedStrings.xml'))]
rows = []
for r in E.fromstring(z.read('xl/worksheets/sheet1.xml')).iter('{%s}row' % n['m']):
    cells = {}
    for c in r:
        assert c.find('m:f', n) is None
        at = 0
        for l in re.match('[A-Z]+', c.get('r')).group(): at = at * 26 + ord(l) - 64
        v = c.find('m:v', n)
        cells[at - 1] = '' if v is None else shared[int(v.text)] if c.get('t') == 's' else v.text
    rows.append([cells.get(i, '') for i in range(len(rows[0]) if rows else max(cells) + 1)])
print(json.dumps(rows))`;

test('the rights list names the pictures of what is handed over', () => {
  const html = readFileSync(released('rights.html'), 'utf8');
  expect(html).toContain('<html lang="nl">');
  expect(html).toContain('Été &amp; Cie');
  expect(html).toMatch(/<h2>sea<\/h2>[\s\S]*all media[\s\S]*1 januari 2099[\s\S]*wave\/300x250-nl/);
  expect(html).not.toContain('300x250-en');
});

test('the same bytes from a store that is empty and with one job at a time', () => {
  const before = [workspace.tree('output/try/banners'), workspace.tree('output/try/release')];
  expect(workspace.run('clean', '--all').code).toBe(0);
  workspace.build('--only', 'banners', '--no-measure', '--jobs', '1');
  expect([workspace.tree('output/try/banners'), workspace.tree('output/try/release')]).toEqual(before);
  const { report: again } = workspace.build('--only', 'banners', '--no-measure');
  expect(again.jobs.made).toBe(0);
});

test('targets that take a unit alike share its jobs', () => {
  const tree = workspace.tree('output/try/banners/wave');
  const digests = new Set(['cm360', 'dv360', 'ster', 'common'].map((target) => tree[`${target}/300x250-nl.zip`]));
  expect(digests.size).toBe(1);
  expect(tree['cm360/300x250-nl.png']).toBe(tree['google-ads/300x250-nl.png']);
});

test('a link of the template holds back where the ad server lays its own, and nothing else; what was measured stands in the sheet', async () => {
  const { 'templates/plain/banners/wave/template.njk': template } = BANNER;
  const other = makeWorkspace({
    ...(await plainWorkspace()),
    ...BANNER,
    'assets/try/order.yaml': order
      .replace('en: {}', 'en: { headline: The sea }')
      .replace(/targets: \[.*/, 'targets: [google-ads, cm360]')
      .replace('landing:', 'languages: [nl]\n      landing:'),
    'templates/plain/banners/wave/template.njk': `${template}<a href="https://own.example/" target="_blank" style="position:absolute;inset:0"></a>`,
  });
  try {
    const { report: measured } = other.build('--only', 'banners');
    expect(measured.deliverables.map(({ name, sound }) => [name, sound])).toEqual([
      ['banners/wave/google-ads/300x250-nl', false],
      ['banners/wave/cm360/300x250-nl', true],
    ]);
    expect(measured.findings.map(({ code, where }) => [code, (where as { deliverable?: string }).deliverable])).toContainEqual([
      'banner-click-forbidden',
      'banners/wave/google-ads/300x250-nl',
    ]);
    const folder = other.path('output/try/release/banners');
    expect(readdirSync(folder)).toEqual(['cm360.csv', 'cm360.xlsx', 'cm360.zip', 'google-ads.csv', 'google-ads.xlsx', 'rights.html']);
    expect(readFileSync(join(folder, 'cm360.csv'), 'utf8')).toMatch(/;0,5;1;gaaf;\r\n$/);
    expect(readFileSync(join(folder, 'google-ads.csv'), 'utf8')).toMatch(/;0,5;1;tegengehouden;"?[^"]*own\.example/);
  } finally {
    other.remove();
  }
});
