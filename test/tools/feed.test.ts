/** Feeds as spreadsheets write them: CSV in every dialect, workbooks with days, lists; and files that are none of these. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedTable } from '../../pipeline/model/feed.ts';
import { cellName, letterOf } from '../../pipeline/model/feed.ts';
import type { readFeed as ReadFeed } from '../../pipeline/tools/feed.ts';
import { workbook } from '../support/workbook.ts';

const source = (path: string): string => fileURLToPath(new URL(`../../pipeline/tools/${path}`, import.meta.url));
let folder: string;
let readFeed: typeof ReadFeed;

beforeAll(async () => {
  // The child is forked as compiled JavaScript; beside the sources, so that packages are found.
  folder = await mkdtemp(join(fileURLToPath(new URL('../../node_modules/', import.meta.url)), '.kader-feed-'));
  await build({
    entryPoints: [source('feed.ts'), source('feed-child.ts')],
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  ({ readFeed } = (await import(pathToFileURL(join(folder, 'feed.js')).href)) as { readFeed: typeof ReadFeed });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (content: string | Buffer, name = 'feed.csv') => {
  const path = join(folder, 'bytes');
  await writeFile(path, content);
  return readFeed(path, name);
};
const tableOf = async (content: string | Buffer, name?: string): Promise<FeedTable> => {
  const reading = await read(content, name);
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  return reading.table;
};
const ROWS = [['nl', 'Zeeën; "ver" & <b>'] as const];

describe('CSV', () => {
  const plain = 'language,headline\nnl,"Zeeën; ""ver"" & <b>"\n';
  test.each([
    ['with commas', plain],
    ['with a byte order mark and Windows line ends', `\ufeff${plain.replaceAll('\n', '\r\n')}`],
    ['with semicolons', 'language;headline\nnl;"Zeeën; ""ver"" & <b>"\n'],
    ['with tabs', 'language\theadline\nnl\t"Zeeën; ""ver"" & <b>"\n'],
    ['with its own word on the delimiter', 'sep=|\nlanguage|headline\nnl|"Zeeën; ""ver"" & <b>"\n'],
    ['in UTF-16, as Excel’s Unicode text', Buffer.from(`\ufeff${plain.replaceAll(',', '\t')}`, 'utf16le')],
    ['in code page 1252, as Excel saves it in the west', Buffer.from(plain, 'latin1')],
  ])('%s is read', async (_, content) => {
    const { columns, rows } = await tableOf(content);
    expect(columns).toEqual(['language', 'headline']);
    expect(rows.map(({ cells }) => cells)).toEqual(ROWS);
  });
  test('keeps the numbers of its rows, over empty rows and cells of several lines', async () => {
    const { rows } = await tableOf('a,b\n"one\ntwo",1\n,\n\nlast\n');
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'one\ntwo', '1'],
      [5, 'last', null],
    ]);
  });
  test('with a quote that never ends is told with its row', async () => {
    expect(await read('a,b\n1,2\n"3,4\n')).toMatchObject({ unreadable: expect.stringContaining('uote'), row: expect.any(Number) });
  });
  test('of ten thousand rows is read', async () => {
    const text = `product;headline\n${Array.from({ length: 10_000 }, (_, at) => `p${at};Kop ${at}`).join('\n')}\n`;
    const { rows } = await tableOf(text);
    expect([rows.length, rows.at(-1)]).toEqual([10_000, { row: 10_001, cells: ['p9999', 'Kop 9999'] }]);
  });
});

describe('a workbook', () => {
  test('gives texts, numbers and days, each where it stands', async () => {
    const { columns, rows } = await tableOf(
      await workbook({ B2: 'headline', C2: 'day', D2: 'price', B4: 'Zee &#127881; é', C4: { day: 46_570 }, D4: 12.5 }),
      'f.xlsx',
    );
    expect(columns).toEqual(['', 'headline', 'day', 'price']);
    expect(rows).toEqual([{ row: 4, cells: [null, 'Zee 🎉 é', { iso: '2027-07-02', ms: Date.UTC(2027, 6, 2) }, 12.5] }]);
  });
  test('keeps the hour of a moment', async () => {
    const { rows } = await tableOf(await workbook({ A1: 'at', A2: { day: 46_570.854_166_666_664 } }), 'f.xlsx');
    expect(rows[0]?.cells[0]).toMatchObject({ iso: '2027-07-02T20:30' });
  });
  test.each([
    ['that is cut off', workbook({ A1: 'x' }).then((bytes) => bytes.subarray(0, 300))],
    ['that is another zip', Buffer.from('PK\u0003\u0004 no workbook')],
    ['of Excel 97', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
  ])('%s is told, and nothing thrown', async (_, bytes) => {
    expect(await read(await bytes, 'f.xlsx')).toMatchObject({ unreadable: expect.stringMatching(/\w/) });
  });
});

describe('a list', () => {
  test('gives its members, those of text and image by their whole name', async () => {
    const table = await tableOf('[{ "language": "nl", "text": { "headline": "Zee" } }, { "price": 5, "odd": [1] }]', 'f.json');
    expect(table.columns).toEqual(['language', 'text.headline', 'price', 'odd']);
    expect(table.rows[1]).toEqual({ row: 2, cells: [null, null, 5, { wrong: '[1]' }] });
    expect(cellName(table, 2, 2)).toBe('2, price');
  });
  test.each(['{ "a": 1 }', '[1, 2]', '[{ "a": ', ''])('%s is told', async (text) => {
    expect(await read(text, 'f.json')).toHaveProperty('unreadable');
  });
});

test('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
