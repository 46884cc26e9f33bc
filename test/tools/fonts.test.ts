/** Subset fonts, judged by reading their tables: glyphs, axes and kerning stay; broken fonts end in a fault. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { closeFonts as CloseFonts, readFont as ReadFont, subsetFont as SubsetFont } from '../../pipeline/tools/fonts.ts';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ARCHIVO = file('node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2');

let folder: string;
let subsetFont: typeof SubsetFont;
let closeFonts: typeof CloseFonts;
let readFont: typeof ReadFont;

// The child is forked as compiled JavaScript; Vitest runs sources, so both are compiled beside each other first.
async function compile(to: string, limitMs = 30_000): Promise<typeof import('../../pipeline/tools/fonts.ts')> {
  await build({
    entryPoints: [file('pipeline/tools/fonts.ts'), file('pipeline/tools/fonts-child.ts')],
    outdir: to,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  // The limit as compiled, shortened so that the looping font costs a second and not thirty.
  const compiled = join(to, 'fonts.js');
  const code = await readFile(compiled, 'utf8');
  expect(code).toContain('LIMIT_MS = 3e4');
  await writeFile(compiled, code.replace('LIMIT_MS = 3e4', `LIMIT_MS = ${limitMs}`));
  return (await import(/* @vite-ignore */ pathToFileURL(compiled).href)) as typeof import('../../pipeline/tools/fonts.ts');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-fonts-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(file('node_modules'), join(folder, 'node_modules'));
  ({ subsetFont, closeFonts, readFont } = await compile(folder));
});
afterAll(async () => {
  await closeFonts();
  await rm(folder, { recursive: true });
});

const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .match(/.{4} ?/g)
    ?.map((tag) => tag.slice(0, 4)) as string[];

/** Tables of a WOFF2 file (https://www.w3.org/TR/WOFF2/); glyf, loca and hmtx may be transformed and are not read here. */
function tablesOf(font: Buffer): Map<string, Buffer> {
  expect(font.toString('latin1', 0, 4)).toBe('wOF2');
  let at = 48;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = font[at++] as number;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const entries: { tag: string; length: number }[] = [];
  for (let count = font.readUInt16BE(12); count > 0; count--) {
    const flags = font[at++] as number;
    let tag = KNOWN[flags & 63];
    if ((flags & 63) === 63) {
      tag = font.toString('latin1', at, at + 4);
      at += 4;
    }
    const version = flags >> 6;
    const original = base128();
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    entries.push({ tag: tag as string, length: isTransformed ? base128() : original });
  }
  const data = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  let start = 0;
  const tables = new Map<string, Buffer>();
  for (const { tag, length } of entries) {
    tables.set(tag, data.subarray(start, start + length));
    start += length;
  }
  return tables;
}

/** Characters of a cmap subtable of format 4. */
function charactersOf(cmap: Buffer): string {
  const points = new Set<number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const segments = table.readUInt16BE(6);
    for (let segment = 0; segment < segments; segment += 2) {
      const end = table.readUInt16BE(14 + segment);
      for (let point = table.readUInt16BE(16 + segments + segment); point <= end && point !== 0xffff; point++) points.add(point);
    }
  }
  return [...points]
    .sort((a, b) => a - b)
    .map((point) => String.fromCodePoint(point))
    .join('');
}

function axesOf(fvar: Buffer): Record<string, [number, number]> {
  const axes: Record<string, [number, number]> = {};
  for (let axis = 0; axis < fvar.readUInt16BE(8); axis++) {
    const at = fvar.readUInt16BE(4) + axis * 20;
    axes[fvar.toString('latin1', at, at + 4)] = [fvar.readInt32BE(at + 4) / 65536, fvar.readInt32BE(at + 12) / 65536];
  }
  return axes;
}

const TEXT = ' ATVeë–';

test('only the characters asked for stay, with kerning, and the axes are as narrow as asked', async () => {
  const to = join(folder, 'a.woff2');
  const result = await subsetFont({ path: ARCHIVO, text: TEXT, axes: { wght: [400, 800], wdth: 100 }, to, format: 'woff2' });
  const font = await readFile(to);
  expect(result).toEqual({ bytes: font.length });
  expect(font.length).toBeLessThan(8000);
  const tables = tablesOf(font);
  expect(charactersOf(tables.get('cmap') as Buffer)).toBe(TEXT);
  expect(axesOf(tables.get('fvar') as Buffer)).toEqual({ wght: [400, 800] });
  expect(tables.get('GPOS')?.toString('latin1')).toContain('kern');
});

test('a second run gives the same bytes, and the warm child is quick', async () => {
  const paths = ['b.woff2', 'c.woff2'].map((name) => join(folder, name));
  for (const to of paths) await subsetFont({ path: ARCHIVO, text: TEXT, axes: { wght: 400, wdth: 100 }, to, format: 'woff2' });
  const [first, second] = await Promise.all(paths.map((path) => readFile(path)));
  expect(second?.equals(first as Buffer)).toBe(true);
});

test('an unreadable font, a font cut short and an axis that is absent are faults, and the next font is made', async () => {
  const cut = join(folder, 'cut.woff2');
  await writeFile(cut, (await readFile(ARCHIVO)).subarray(0, 20_000));
  const text = join(folder, 'text.woff2');
  await writeFile(text, 'not a font');
  const wishes = [
    { path: cut, axes: {} },
    { path: text, axes: {} },
    { path: join(folder, 'gone.woff2'), axes: {} },
    { path: ARCHIVO, axes: { opsz: 12 } },
  ];
  const results = await Promise.all(
    wishes.map((wish, at) => subsetFont({ ...wish, text: TEXT, to: join(folder, `fault-${at}.woff2`), format: 'woff2' })),
  );
  for (const result of results)
    expect(result).toMatchObject({ fault: { code: 'tool-failed', args: { label: expect.stringContaining('.woff2') as string } } });
  expect(await subsetFont({ path: ARCHIVO, text: 'a', axes: {}, to: join(folder, 'after.woff2'), format: 'woff2' })).toHaveProperty(
    'bytes',
  );
});

// Stand-ins for the library, found first: a font that loops and one that eats memory.
async function withLibrary(name: string, source: string, limitMs?: number): Promise<Awaited<ReturnType<typeof compile>>> {
  const place = join(folder, name);
  const library = join(place, 'node_modules', 'subset-font');
  await mkdir(library, { recursive: true });
  await writeFile(join(library, 'index.js'), source);
  await writeFile(join(place, 'package.json'), '{"type":"module"}');
  await writeFile(join(library, 'package.json'), '{"name":"subset-font","main":"index.js"}');
  return compile(place, limitMs);
}

test('a font that eats memory ends in a fault long before the machine is full', async () => {
  const tools = await withLibrary(
    'hungry',
    'module.exports = async () => { const held = []; for (;;) held.push(Buffer.alloc(16 << 20, 1)); };',
  );
  const result = await tools.subsetFont({ path: ARCHIVO, text: 'a', axes: {}, to: join(folder, 'hungry.woff2'), format: 'woff2' });
  expect(result).toMatchObject({ fault: { code: 'tool-failed', args: { detail: expect.stringContaining('512 MB') as string } } });
}, 15_000);

test('a font that loops is ended by the wall clock', async () => {
  const tools = await withLibrary('looping', 'module.exports = async () => { for (;;); };', 1500);
  const result = await tools.subsetFont({ path: ARCHIVO, text: 'a', axes: {}, to: join(folder, 'looping.woff2'), format: 'woff2' });
  expect(result).toMatchObject({ fault: { code: 'tool-timeout' } });
}, 20_000);

test('a font tells what it is marked with, and which characters it has', async () => {
  const read = await readFont(ARCHIVO);
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  const { os2, covers, family } = read.facts;
  // What programs other than browsers know the file by: not always what a house calls it.
  expect(family).toBe('Archivo SemiBold');
  expect(os2).toEqual({ version: expect.any(Number), fsType: 0 });
  const has = (letter: string): boolean => covers.some(([first, last]) => letter.charCodeAt(0) >= first && letter.charCodeAt(0) <= last);
  for (const letter of 'aZ0é€–’') expect(has(letter), letter).toBe(true);
  for (const letter of 'ЖάΩ漢') expect(has(letter), letter).toBe(false);
  const path = join(folder, 'marked.ttf');
  await writeFile(path, await marked(0x104));
  expect(await readFont(path)).toMatchObject({ facts: { os2: { fsType: 0x104 }, covers } });
});

test('what may not be subset goes out whole: WOFF2 byte for byte, all else with all its glyphs', async () => {
  const [same, packed] = [join(folder, 'same.woff2'), join(folder, 'packed.woff2')];
  const wish = { text: 'a', axes: { wght: 400 }, format: 'woff2', whole: true } as const;
  await subsetFont({ ...wish, path: ARCHIVO, to: same });
  expect((await readFile(same)).equals(await readFile(ARCHIVO))).toBe(true);
  const path = join(folder, 'whole.ttf');
  await writeFile(path, await marked(0x104));
  await subsetFont({ ...wish, path, to: packed });
  expect((await readFile(packed)).toString('latin1', 0, 4)).toBe('wOF2');
  const [before, after] = await Promise.all([readFont(path), readFont(packed)]);
  expect(after).toEqual(before);
});

test('facts of what is no font are a fault', async () => {
  const path = join(folder, 'no-font.woff2');
  await writeFile(path, 'wOF2 and nothing else');
  expect(await readFont(path)).toMatchObject({ fault: { code: 'tool-failed' } });
});

/** Archivo unpacked, with another mark in its OS/2 table. */
async function marked(fsType: number): Promise<Buffer> {
  const subset = createRequire(import.meta.url)('subset-font') as (font: Buffer, text: undefined, options: object) => Promise<Buffer>;
  const font = Buffer.from(await subset(await readFile(ARCHIVO), undefined, { targetFormat: 'sfnt', keepAllGlyphs: true }));
  const at = font.indexOf('OS/2', 12, 'latin1');
  font.writeUInt16BE(fsType, font.readUInt32BE(at + 8) + 8);
  return font;
}
