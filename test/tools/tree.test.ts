import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../pipeline/model/finding.ts';
import type { ReleaseFile } from '../../pipeline/model/record.ts';
import { openStore, type Store, StoreDamage } from '../../pipeline/tools/store.ts';
import { layTree } from '../../pipeline/tools/tree.ts';
import { canMount, makeReadOnly } from '../support/disks.ts';
import { compileScript, ended, linesOf, temporary, until } from './child.ts';

let folder: string;
let target: string;
let store: Store;
beforeEach(async () => {
  folder = temporary('tree');
  target = join(folder, 'output/summer/site');
  store = await openStore(join(folder, '.kader'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

type Texts = Readonly<Record<string, string>>;

async function filesOf(texts: Texts): Promise<ReleaseFile[]> {
  return Promise.all(Object.entries(texts).map(async ([path, text]) => ({ path, ...(await store.keepText(text)) })));
}

async function lay(texts: Texts): Promise<{ laid: boolean; copied: number }> {
  return layTree({ store, target, files: await filesOf(texts), stateFile: join(folder, '.kader/trees/summer.json') });
}

function treeOf(path: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(path, name)).isFile()) tree[name] = readFileSync(join(path, name), 'utf8');
  }
  return tree;
}

const SITE: Texts = { 'index.html': 'home', 'nl/index.html': 'thuis', 'nl/programma/index.html': 'programma', 'img/a.avif': 'avif' };

it('lays a tree, with files that people may edit and no tie to the store', async () => {
  expect(await lay(SITE)).toEqual({ laid: true, copied: 4 });
  expect(treeOf(target)).toEqual(SITE);
  expect(statSync(join(target, 'index.html')).mode & 0o777).toBe(0o644);
  const [home] = await filesOf({ 'index.html': 'home' });
  expect(statSync(join(target, 'index.html')).nlink).toBe(1);
  writeFileSync(join(target, 'index.html'), 'edited');
  expect((await store.read((home as ReleaseFile).digest)).toString()).toBe('home');
});

describe('a tree that stands as asked', () => {
  it('is left alone, whatever the order of the files', async () => {
    await lay(SITE);
    const before = statSync(target).ino;
    expect(await lay(Object.fromEntries(Object.entries(SITE).reverse()))).toEqual({ laid: false, copied: 0 });
    expect(statSync(target).ino).toBe(before);
  });

  it('is laid again after an edit, also of the same length', async () => {
    await lay(SITE);
    writeFileSync(join(target, 'nl/index.html'), 'ander');
    expect(await lay(SITE)).toEqual({ laid: true, copied: 1 });
    expect(treeOf(target)).toEqual(SITE);
  });

  it('is laid again when a file was replaced by one of the same size and time', async () => {
    await lay(SITE);
    writeFileSync(join(target, 'x'), 'evil');
    // To the nanosecond, which utimes of Node is not.
    execFileSync('touch', ['-r', join(target, 'index.html'), join(target, 'x')]);
    renameSync(join(target, 'x'), join(target, 'index.html'));
    expect((await lay(SITE)).laid).toBe(true);
    expect(treeOf(target)).toEqual(SITE);
  });

  it.each([
    ['an extra file', () => writeFileSync(join(target, 'nl/notes.txt'), 'x')],
    ['an extra empty folder', () => mkdirSync(join(target, 'nl/empty'))],
    ['a missing file', () => rmSync(join(target, 'img/a.avif'))],
    ['a missing folder', () => rmSync(join(target, 'nl'), { recursive: true })],
    ['a lost state file', () => rmSync(join(folder, '.kader/trees/summer.json'))],
    ['a broken state file', () => writeFileSync(join(folder, '.kader/trees/summer.json'), '{"version":1,"fi')],
    [
      'a folder replaced by a link',
      () => {
        renameSync(join(target, 'img'), join(folder, 'elsewhere'));
        symlinkSync(join(folder, 'elsewhere'), join(target, 'img'));
      },
    ],
  ])('is laid again after %s', async (_, change) => {
    await lay(SITE);
    change();
    expect((await lay(SITE)).laid).toBe(true);
    expect(treeOf(target)).toEqual(SITE);
    expect((await lay(SITE)).laid).toBe(false);
  });
});

it('copies only what changed, and takes away what is wanted no more', async () => {
  await lay(SITE);
  const { 'img/a.avif': _, ...rest } = SITE;
  const next = { ...rest, 'index.html': 'new home', 'fr/index.html': 'maison' };
  expect(await lay(next)).toEqual({ laid: true, copied: 2 });
  expect(treeOf(target)).toEqual(next);
  expect(statSync(join(target, 'nl/index.html')).nlink).toBe(1);
  expect(await lay(next)).toEqual({ laid: false, copied: 0 });
});

it('removes the tree when there is nothing to lay', async () => {
  await lay(SITE);
  expect(await lay({})).toEqual({ laid: true, copied: 0 });
  expect(existsSync(target)).toBe(false);
  expect(await lay({})).toEqual({ laid: false, copied: 0 });
  expect((await lay(SITE)).laid).toBe(true);
});

it.each(['../x', 'a/../../x', '/etc/x', 'C:/x', 'a\\..\\x', 'a//b', './a', '', 'a/', 'a\0b'])('refuses the path %j', async (path) => {
  await lay(SITE);
  await expect(lay({ ...SITE, [path]: 'x' })).rejects.toThrow(/leads out of the output folder/);
  expect(treeOf(target)).toEqual(SITE);
});

it('refuses two files on one path, and a file where a folder must be', async () => {
  const [one] = await filesOf({ a: '1' });
  const [two] = await filesOf({ a: '2' });
  const stateFile = join(folder, 'state.json');
  const files = [one as ReleaseFile, two as ReleaseFile];
  await expect(layTree({ store, target, files, stateFile })).rejects.toThrow('two files are to lie at a');
  await expect(lay({ a: '1', 'a/b': '2' })).rejects.toThrow('a is to be a file and a folder');
});

describe('a damaged blob', () => {
  it.each(['altered', 'cut short', 'absent'])('that is %s leaves the output as it was, and is removed', async (how) => {
    await lay(SITE);
    const files = await filesOf({ ...SITE, 'index.html': 'next home' });
    const path = store.blobPath((files[0] as ReleaseFile).digest);
    chmodSync(path, 0o644);
    if (how === 'absent') rmSync(path);
    else writeFileSync(path, how === 'altered' ? 'next hole' : 'next');
    const laying = layTree({ store, target, files, stateFile: join(folder, '.kader/trees/summer.json') });
    await expect(laying).rejects.toThrow(StoreDamage);
    expect(treeOf(target)).toEqual(SITE);
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(join(folder, 'output/summer'))).toEqual(['site']);
    expect((await lay({ ...SITE, 'index.html': 'next home' })).laid).toBe(true);
  });
});

describe('what a crash left', () => {
  const owner = (): string => (readdirSync(join(folder, '.kader/tmp'))[0] as string).replace(/^\d+/, '4194305');

  it('between the two renames is put back', async () => {
    await lay(SITE);
    const { ino } = statSync(target);
    renameSync(target, `${target}.old-${owner()}`);
    mkdirSync(`${target}.new-${owner()}`);
    expect(await lay(SITE)).toEqual({ laid: false, copied: 0 });
    expect(statSync(target).ino).toBe(ino);
    expect(readdirSync(join(folder, 'output/summer'))).toEqual(['site']);
  });

  it('after the swap is cleared away, and nothing that is not ours', async () => {
    await lay(SITE);
    for (const name of [`site.old-${owner()}`, `site.new-${owner()}`, 'site.old-backup', 'site.new-2027'])
      mkdirSync(join(folder, 'output/summer', name));
    await lay(SITE);
    expect(readdirSync(join(folder, 'output/summer')).sort()).toEqual(['site', 'site.new-2027', 'site.old-backup']);
  });
});

it('lays one tree at a time when two ask at once', async () => {
  const other = { ...SITE, 'index.html': 'other' };
  await Promise.all([lay(SITE), lay(other), lay(SITE), lay(other)]);
  expect([SITE, other]).toContainEqual(treeOf(target));
  expect(readdirSync(join(folder, 'output/summer'))).toEqual(['site']);
});

describe('kill -9', () => {
  const COUNT = 150;
  const script = compileScript(
    'tree',
    `
    import { readFileSync } from 'node:fs';
    import { layTree } from './tool.mjs';
    const [, , folder, list] = process.argv;
    const { blobs, trees } = JSON.parse(readFileSync(list, 'utf8'));
    const store = { blobPath: (digest) => blobs + '/' + digest.slice(0, 2) + '/' + digest };
    for (let turn = 0; ; turn++) {
      await layTree({ store, target: folder + '/output/summer/site', files: trees[turn % 2], stateFile: folder + '/.kader/trees/summer.json' });
      process.stdout.write('laid\\n');
    }`,
  );
  afterAll(() => script.remove());

  it('leaves the old tree or the new one, never a mixture, and the next lay puts all right', { timeout: 20_000 }, async () => {
    const texts = ['a', 'b'].map((name) =>
      Object.fromEntries(Array.from({ length: COUNT }, (_, one) => [`${one % 7}/${one}`, one % 3 ? `${name} ${one}` : `${one}`])),
    );
    const trees = await Promise.all(texts.map((each) => filesOf(each)));
    writeFileSync(join(folder, 'list.json'), JSON.stringify({ blobs: join(store.root, 'blobs'), trees }));
    for (let kill = 0; kill < 10; kill++) {
      const child = script.start(folder, join(folder, 'list.json'));
      const lines = linesOf(child);
      await until(() => lines.length > 1);
      await new Promise((resolve) => setTimeout(resolve, (kill * 13) % 40));
      child.kill('SIGKILL');
      await ended(child);
      if (existsSync(target)) expect(texts).toContainEqual(treeOf(target));
      await lay(texts[kill % 2] as Texts);
      expect(treeOf(target)).toEqual(texts[kill % 2]);
      expect(readdirSync(join(folder, 'output/summer'))).toEqual(['site']);
    }
  });
});

describe('an output folder that may not be written', () => {
  it.skipIf(!canMount)('is told in words and stays unharmed (needs the right to mount)', async () => {
    await lay(SITE);
    const free = makeReadOnly(join(folder, 'output/summer'));
    try {
      expect(await lay(SITE)).toEqual({ laid: false, copied: 0 });
      const error = await lay({ ...SITE, 'index.html': 'new' }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining(target), advice: expect.stringContaining('write in') });
      expect(treeOf(target)).toEqual(SITE);
    } finally {
      free();
    }
  });
});
