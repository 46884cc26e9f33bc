import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../pipeline/model/finding.ts';
import { type Digest, digestOf } from '../../pipeline/model/key.ts';
import { openStore, type Store, StoreDamage } from '../../pipeline/tools/store.ts';
import { canMount, mountSmallDisk } from '../support/disks.ts';
import { compileScript, ended, linesOf, temporary, until } from './child.ts';

let kader: string;
beforeEach(() => {
  kader = temporary('store');
});
afterEach(() => rmSync(kader, { recursive: true, force: true }));

const key = (name: string): string => digestOf(name);

function flipByte(path: string, mtime: Date): void {
  const bytes = readFileSync(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
  utimesSync(path, mtime, mtime);
}

function blobFiles(): string[] {
  const blobs = join(kader, 'store/blobs');
  if (!existsSync(blobs)) return [];
  return readdirSync(blobs).flatMap((part) => readdirSync(join(blobs, part)).map((name) => join(blobs, part, name)));
}

function leftovers(): string[] {
  return [...readdirSync(join(kader, 'store/incoming')), ...readdirSync(join(kader, 'tmp'))];
}

async function filled(): Promise<{ digest: Digest; bytes: number }> {
  const store = await openStore(kader);
  const blob = await store.keepText('a picture');
  store.remember(key('a'), { blob, facts: { width: 3 } });
  await store.close();
  return blob;
}

describe('what is remembered', () => {
  it('is recalled by a later process, with its facts', async () => {
    const blob = await filled();
    const store = await openStore(kader);
    expect(store.recall(key('a'))).toEqual({ blob, facts: { width: 3 } });
    expect(store.recall(key('b'))).toBeUndefined();
    expect((await store.read(blob.digest)).toString()).toBe('a picture');
    expect(statSync(store.blobPath(blob.digest)).mode & 0o777).toBe(0o444);
    await store.close();
  });

  it('waits for the checkpoint', async () => {
    const store = await openStore(kader);
    store.remember(key('a'), { facts: 1 });
    expect(store.recall(key('a'))).toEqual({ facts: 1 });
    const other = await openStore(kader);
    expect(other.recall(key('a'))).toBeUndefined();
    await store.flush();
    const third = await openStore(kader);
    expect(third.recall(key('a'))).toEqual({ facts: 1 });
    await Promise.all([store.close(), other.close(), third.close()]);
  });

  it('never names a blob that does not stand', async () => {
    const store = await openStore(kader);
    expect(() => store.remember(key('a'), { blob: { digest: digestOf('nowhere'), bytes: 7 } })).toThrow(StoreDamage);
    await store.close();
  });
});

describe('a damaged blob', () => {
  async function heals(damage: (path: string) => void): Promise<void> {
    const blob = await filled();
    const path = join(kader, 'store/blobs', blob.digest.slice(0, 2), blob.digest);
    damage(path);
    const store = await openStore(kader);
    expect(store.recall(key('a'))).toBeUndefined();
    expect(await store.keepText('a picture')).toEqual(blob);
    store.remember(key('a'), { blob });
    await store.close();
    const later = await openStore(kader);
    expect(later.recall(key('a'))).toEqual({ blob });
    expect((await later.read(blob.digest)).toString()).toBe('a picture');
    await later.close();
  }

  it('that was cut short is not recalled, and made anew', () =>
    heals((path) => {
      chmodSync(path, 0o644);
      truncateSync(path, 4);
    }));

  it('with a flipped byte is not recalled, and made anew', () => heals((path) => flipByte(path, new Date(1e12))));

  it('that is gone is not recalled, and made anew', () => heals((path) => rmSync(path, { force: true })));

  it.each(['keepText', 'keepFile', 'adopt'] as const)('is replaced by %s, also when size and time are right', async (way) => {
    const blob = await filled();
    const path = join(kader, 'store/blobs', blob.digest.slice(0, 2), blob.digest);
    flipByte(path, statSync(path).mtime);
    const store = await openStore(kader);
    const file = join(await store.temporaryFolder(), 'x');
    writeFileSync(file, 'a picture');
    if (way === 'keepText') await store.keepText('a picture');
    else await store[way](file);
    expect(readFileSync(path, 'utf8')).toBe('a picture');
    await store.close();
  });

  it('is never handed out, and is removed so that the next build makes it', async () => {
    const blob = await filled();
    const path = join(kader, 'store/blobs', blob.digest.slice(0, 2), blob.digest);
    flipByte(path, statSync(path).mtime);
    const store = await openStore(kader);
    await expect(store.read(blob.digest)).rejects.toThrow(StoreDamage);
    expect(store.recall(key('a'))).toBeUndefined();
    expect(store.has(blob)).toBe(false);
    await store.close();
  });
});

it('recalls a sound blob whose time was changed by a copy, and notes the new time', async () => {
  const blob = await filled();
  const path = join(kader, 'store/blobs', blob.digest.slice(0, 2), blob.digest);
  utimesSync(path, 1, 1);
  const store = await openStore(kader);
  expect(store.recall(key('a'))).toEqual({ blob, facts: { width: 3 } });
  await store.close();
  const shard = readFileSync(join(kader, 'store/outcomes', `${key('a').slice(0, 2)}.ndjson`), 'utf8');
  expect(shard.trimEnd().split('\n').at(-1)).toContain('"mtime":1000');
});

describe('taking files in', () => {
  it('copies what was supplied and leaves it as it is', async () => {
    const supplied = join(kader, 'supplied.jpg');
    writeFileSync(supplied, 'photo');
    const store = await openStore(kader);
    const blob = await store.keepFile(supplied);
    expect(blob).toEqual({ digest: digestOf('photo'), bytes: 5 });
    expect(readFileSync(supplied, 'utf8')).toBe('photo');
    expect(statSync(supplied).ino).not.toBe(statSync(store.blobPath(blob.digest)).ino);
    await store.close();
  });

  it('moves in what a job made, and nothing from elsewhere', async () => {
    const store = await openStore(kader);
    const file = join(await store.temporaryFolder(), 'out.avif');
    writeFileSync(file, 'avif');
    expect(await store.adopt(file)).toEqual({ digest: digestOf('avif'), bytes: 4 });
    expect(existsSync(file)).toBe(false);
    const supplied = join(kader, 'supplied.jpg');
    writeFileSync(supplied, 'photo');
    await expect(store.adopt(supplied)).rejects.toThrow('not in a temporary folder');
    expect(existsSync(supplied)).toBe(true);
    await store.close();
    expect(leftovers()).toEqual([]);
  });

  it('takes the same bytes from many sides at once', async () => {
    const store = await openStore(kader);
    const folder = await store.temporaryFolder();
    const files = Array.from({ length: 20 }, (_, index) => join(folder, String(index)));
    for (const file of files) writeFileSync(file, 'same');
    const blobs = await Promise.all(files.map((file) => store.adopt(file)));
    expect(new Set(blobs.map(({ digest }) => digest))).toEqual(new Set([digestOf('same')]));
    expect(blobFiles()).toHaveLength(1);
    await store.close();
  });
});

it('removes temporary folders of dead processes and leaves those of living ones', async () => {
  const first = await openStore(kader);
  const folder = await first.temporaryFolder();
  const mine = readdirSync(join(kader, 'tmp'))[0] as string;
  const dead = mine.replace(/^\d+/, '4194305');
  const init = mine.replace(/^\d+/, String(process.ppid));
  for (const name of [dead, init]) mkdirSync(join(kader, 'tmp', name));
  writeFileSync(join(kader, 'store/incoming', `${dead}-3`), 'half');
  const second = await openStore(kader);
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(join(kader, 'tmp')).filter((name) => name === dead || name === init)).toEqual([init]);
  expect(readdirSync(join(kader, 'store/incoming'))).toEqual([]);
  await Promise.all([first.close(), second.close()]);
});

describe('kill -9', () => {
  const script = compileScript(
    'store',
    `
    import { randomBytes, createHash } from 'node:crypto';
    import { writeFileSync } from 'node:fs';
    import { openStore } from './tool.mjs';
    const store = await openStore(process.argv[2]);
    const folder = await store.temporaryFolder();
    for (let turn = 0; ; turn++) {
      const keys = [];
      for (let one = 0; one < 6; one++) {
        const bytes = randomBytes(2000 + 60000 * one);
        const key = createHash('sha256').update(process.pid + ' ' + turn + ' ' + one).digest('hex');
        let blob;
        if (one % 2) blob = await store.keepText(bytes);
        else { const file = folder + '/' + one; writeFileSync(file, bytes); blob = one % 4 ? await store.keepFile(file) : await store.adopt(file); }
        store.remember(key, { blob, facts: { turn } });
        keys.push(key);
      }
      await store.flush();
      process.stdout.write(keys.join('\\n') + '\\n');
    }`,
  );
  afterAll(() => script.remove());

  it('in the middle of writes leaves no damage and loses nothing that was acknowledged', { timeout: 20_000 }, async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 10; kill++) {
      // Two at once, of which both die: no order of events may harm the other's work.
      const children = [script.start(kader), script.start(kader)];
      const lines = children.map(linesOf);
      await until(() => lines.every(({ length }) => length > 0));
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 60));
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(children.map(ended));
      acknowledged.push(...lines.flat());
    }
    const store = await openStore(kader);
    for (const path of blobFiles()) expect(digestOf(readFileSync(path))).toBe(path.slice(-64));
    const lost = acknowledged.filter((each) => store.recall(each) === undefined);
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(100);
    await store.close();
    expect(leftovers()).toEqual([]);
  });
});

describe('a full disk', () => {
  it.skipIf(!canMount)('stops with words, remembers nothing and leaves no half file (needs the right to mount a small disk)', async () => {
    const unmount = mountSmallDisk(kader, 1024);
    let store: Store | undefined;
    try {
      store = await openStore(kader);
      const first = await store.keepText(Buffer.alloc(300_000, 1));
      store.remember(key('first'), { blob: first });
      await store.flush();
      const big = join(await store.temporaryFolder(), 'big');
      writeFileSync(big, Buffer.alloc(400_000, 2));
      for (const write of [() => (store as Store).keepText(Buffer.alloc(900_000, 3)), () => (store as Store).keepFile(big)]) {
        const error = await write().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(UserError);
        expect(error).toMatchObject({ exitCode: 2, message: expect.stringMatching(/^The disk is full: /) });
      }
      expect(readdirSync(join(kader, 'store/incoming'))).toEqual([]);
      expect(blobFiles()).toHaveLength(1);
      rmSync(big);
      writeFileSync(join(kader, 'ballast'), Buffer.alloc(0));
      expect(() => writeFileSync(join(kader, 'ballast'), Buffer.alloc(2_000_000))).toThrow(/ENOSPC/);
      store.remember(key('second'), { facts: 'x'.repeat(10_000) });
      await expect(store.flush()).rejects.toThrow(/^The disk is full: /);
      const other = await openStore(kader).catch(() => undefined);
      if (other) {
        expect(other.recall(key('first'))).toEqual({ blob: first });
        expect(other.recall(key('second'))).toBeUndefined();
      }
      rmSync(join(kader, 'ballast'));
      await other?.close();
      await store.close();
    } finally {
      unmount();
    }
  });
});
