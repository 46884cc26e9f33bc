/** Traffic sheet and rights list from awkward material, read back by Python. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { Asset } from '../../pipeline/model/asset.ts';
import { paperLanguage } from '../../pipeline/review/paper-words.ts';
import { rightsHtml } from '../../pipeline/review/rights-list.ts';
import { columnWidths, csvOf, type TrafficLine, trafficRows } from '../../pipeline/review/traffic.ts';
import { writeSheet } from '../../pipeline/tools/sheet.ts';
import { asset } from '../support/assets.ts';
import { clipAsset } from '../support/clip-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line: TrafficLine = {
  file: 'a.zip',
  unit: 'wave/300x250-nl',
  size: [300, 250],
  language: 'nl',
  version: {},
  landing: 'https://k.example/?a=1;b=2,3',
  click: 'none',
  verdict: 'sound',
  reasons: [],
};
const HOSTILE = ['=HYPERLINK("https://x";"y")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u00a0=1'];

function readCsv(text: string, delimiter: string): string[][] {
  const path = join(folder, 'sheet.csv');
  writeFileSync(path, text);
  const code =
    'import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=sys.argv[2]))))';
  return JSON.parse(execFileSync('python3', ['-c', code, path, delimiter], { encoding: 'utf8' })) as string[][];
}

test.each([
  ['nl', ';'],
  ['fr', ';'],
  ['en', ','],
] as const)('in %s the sheet splits by %j, whatever the cells hold', (language, separator) => {
  const lines = [
    { ...line, version: { audience: 'Families; "echt" waar', market: 'BE' }, seconds: 6.6000001, loops: 3, zipBytes: 40_000 },
    { ...line, version: { audience: 'É\nÈ' }, reasons: ['Te zwaar.', 'Te lang.'] },
  ];
  const text = csvOf(trafficRows(lines, language), language);
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows = readCsv(text, separator);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  const at = (name: string): number => rows[0]?.indexOf(name) ?? -1;
  expect(rows.slice(1).map((row) => [row[at('audience')], row[at('market')]])).toEqual([
    ['Families; "echt" waar', 'BE'],
    ['É\nÈ', ''],
  ]);
  expect(rows[1]).toContain(line.landing);
  expect(rows[1]).toContain(language === 'en' ? '6.6' : '6,6');
  expect(rows[2]).toContain('Te zwaar. Te lang.');
});

test('what a spreadsheet would reckon stays text', () => {
  const lines = HOSTILE.map((audience) => ({ ...line, version: { audience } }));
  const [head = [], ...rows] = readCsv(csvOf(trafficRows(lines, 'nl'), 'nl'), ';');
  expect(rows.map((row) => row[head.indexOf('audience')])).toEqual(HOSTILE.map((text) => `'${text}`));
});

test('addresses and names are left as they are', () => {
  const [, row] = readCsv(csvOf(trafficRows([line], 'nl'), 'nl'), ';');
  expect(row?.slice(0, 5)).toEqual(['a.zip', 'wave/300x250-nl', '300x250', 'nl', line.landing]);
});

test('a spreadsheet holds no formula, nothing that XML refuses, and the same bytes twice', async () => {
  const versions = [...HOSTILE, 'a\u0000b\u0007\ud800', '<b>&"', 'x'.repeat(40_000)];
  const rows = trafficRows(
    versions.map((audience) => ({ ...line, version: { audience } })),
    'nl',
  );
  const paths = ['one.xlsx', 'two.xlsx'].map((name) => join(folder, name));
  // A zip tells time by two seconds; the clock is set, so that nobody need wait.
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const [at, to] of paths.entries()) {
    vi.setSystemTime(new Date(2026, 10, 21 + at));
    await writeSheet({ name: 'ad-manager', rows, widths: columnWidths(rows), to });
  }
  vi.useRealTimers();
  const [one, two] = paths.map((path) => readFileSync(path));
  expect(one?.equals(two as Buffer)).toBe(true);
  const code = `
import sys, json, zipfile
import xml.etree.ElementTree as E
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for name in z.namelist():
    if name.endswith(('.xml', '.rels')): E.fromstring(z.read(name))
n = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
sheet = E.fromstring(z.read('xl/worksheets/sheet1.xml'))
texts = [''.join(t.text or '' for t in s.iter(n + 't')) for s in E.fromstring(z.read('xl/sharedStrings.xml'))]
print(json.dumps([len(list(sheet.iter(n + 'f'))), len(list(sheet.iter(n + 'row'))), texts]))`;
  const [formulas, count, texts] = JSON.parse(execFileSync('python3', ['-c', code, paths[0] ?? ''], { encoding: 'utf8' })) as [
    number,
    number,
    string[],
  ];
  expect([formulas, count]).toEqual([0, versions.length + 1]);
  expect(texts).toEqual(expect.arrayContaining(['=HYPERLINK("https://x";"y")', 'ab', '<b>&"', 'x'.repeat(32_767)]));
});

test('the rights list links to pages only, and escapes what files say', () => {
  const list = (page: string) =>
    rightsHtml(
      {
        client: '<K>',
        production: 'k',
        title: 'K',
        pictures: [
          { asset: asset('kade', { rights: {} }, { rights: { creator: '<b>', page, until: '2027-07-01T10:00:00Z' } }), units: ['a/1'] },
        ],
      },
      'fr',
    );
  expect(list('https://k.example/?a&b')).toContain('<a href="https://k.example/?a&amp;b">');
  expect(list('javascript:alert(1)')).not.toContain('<a ');
  expect(list('')).toContain('&lt;b&gt;');
  expect(list('')).toContain('1er juillet 2027');
  expect(list('')).toContain('<span class="missing">non indiqué</span>');
});

test.each([
  [['nl-BE', 'fr'], 'nl'],
  [['de', 'fr'], 'fr'],
  [['de'], 'en'],
] as const)('papers for an order in %j are written in %s', (languages, language) => {
  expect(paperLanguage(languages)).toBe(language);
});

test('the rights list of films and sounds has its own words, and what the clip says of itself', () => {
  const clip = { ...clipAsset({}, { name: 'trailer', rights: {} }) };
  const listed = { ...clip, clip: { ...clip.clip, rights: { creator: 'Q', copyright: '© Q' } } } as Asset;
  const html = rightsHtml(
    { client: 'K', production: 'p', title: 'T', of: 'media', pictures: [{ asset: listed, units: ['video/web-web'] }] },
    'nl',
  );
  expect(html).toContain('Rechten op film en geluid');
  expect(html).toMatch(/Gebruikt in<\/dt><dd>video\/web-web/);
  expect(html).toContain('© Q');
});
