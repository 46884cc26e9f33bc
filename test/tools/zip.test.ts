/** Zips, judged by yauzl: entries, dates, rights, and the same bytes in every run and time zone. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { writeZip } from '../../pipeline/tools/zip.ts';

let folder: string;
let files: { name: string; path: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-zip-'));
  files = ['index.html', 'style.css', 'affiche-été.svg'].map((name) => ({ name, path: join(folder, name) }));
  for (const { name, path } of files) await writeFile(path, `${name} `.repeat(500));
});

afterAll(() => rm(folder, { recursive: true }));

async function entriesOf(path: string): Promise<{ entry: yauzl.Entry; content: string }[]> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const entries = await new Promise<yauzl.Entry[]>((resolve, reject) => {
    const found: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      found.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(found)).on('error', reject);
    zip.readEntry();
  });
  const contents = [];
  for (const entry of entries) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    contents.push({ entry, content: await text(stream) });
  }
  zip.close();
  return contents;
}

test('entries keep the order given, their text, and are plain files of 1980 without sizes behind them', async () => {
  const to = join(folder, 'plain.zip');
  await writeZip({ files, to });
  const entries = await entriesOf(to);
  expect(entries.map(({ entry }) => entry.fileName)).toEqual(files.map(({ name }) => name));
  for (const { entry, content } of entries) {
    expect(content).toBe(`${entry.fileName} `.repeat(500));
    expect(entry.compressedSize).toBeLessThan(entry.uncompressedSize / 5);
    expect(entry.lastModFileDate).toBe((1 << 5) | 1);
    expect(entry.lastModFileTime).toBe(0);
    expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
    // Bit 3 says that sizes stand behind the data.
    expect(entry.generalPurposeBitFlag & 8).toBe(0);
    expect(entry.extraFields).toEqual([]);
  }
});

test('other file dates and another time zone give the same bytes', async () => {
  // A process each: time zones are read when a process starts.
  const compiled = join(folder, 'zip.mjs');
  await build({
    stdin: {
      contents: `import { writeZip } from ${JSON.stringify(fileURLToPath(new URL('../../pipeline/tools/zip.ts', import.meta.url)))}; await writeZip(JSON.parse(process.argv[2]));`,
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: compiled,
    packages: 'external',
  });
  await symlink(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  const digests = new Set<string>();
  for (const [at, zone] of ['Europe/Brussels', 'Asia/Tokyo', 'America/Los_Angeles'].entries()) {
    for (const { path } of files) await utimes(path, new Date(), new Date(2000 + at, 5, 5));
    const to = join(folder, `${at}.zip`);
    await promisify(execFile)(process.execPath, [compiled, JSON.stringify({ files, to })], { env: { ...process.env, TZ: zone } });
    digests.add((await readFile(to)).toString('base64'));
  }
  expect(digests.size).toBe(1);
});

test('a name that stands twice, a name that leaves the zip, an absent file and a zip that exists are refused', async () => {
  const [first] = files as [{ name: string; path: string }];
  await expect(writeZip({ files: [first, first], to: join(folder, 'twice.zip') })).rejects.toThrow('two entries');
  await expect(writeZip({ files: [{ ...first, name: '../up' }], to: join(folder, 'up.zip') })).rejects.toThrow('relative path');
  await expect(writeZip({ files: [{ name: 'gone', path: join(folder, 'gone') }], to: join(folder, 'gone.zip') })).rejects.toThrow('ENOENT');
  await expect(writeZip({ files, to: join(folder, 'plain.zip') })).rejects.toThrow('EEXIST');
});

test('a zip within a zip is laid as it is', async () => {
  const inner = join(folder, 'inner.zip');
  await writeZip({ files, to: inner });
  const outer = join(folder, 'outer.zip');
  await writeZip({ files: [{ name: 'inner.zip', path: inner }], to: outer });
  expect((await readFile(outer)).includes(await readFile(inner))).toBe(true);
});
