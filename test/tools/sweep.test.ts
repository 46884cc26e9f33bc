import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../pipeline/model/key.ts';
import { openStore } from '../../pipeline/tools/store.ts';
import { sweepStore } from '../../pipeline/tools/sweep.ts';
import { compileScript, ended, linesOf, temporary, until } from './child.ts';

let kader: string;
beforeEach(() => {
  kader = temporary('sweep');
});
afterEach(() => rmSync(kader, { recursive: true, force: true }));

const key = (name: string): string => digestOf(name);

it('keeps what is named by key or digest and removes the rest', async () => {
  const store = await openStore(kader);
  const page = await store.keepText('a page');
  const kept = await store.keepText('kept');
  const old = await store.keepText('an older outcome of a kept key');
  const gone = await store.keepText('gone');
  store.remember(key('kept'), { blob: old });
  await store.flush();
  store.remember(key('kept'), { blob: kept });
  store.remember(key('facts'), { facts: [1, 2] });
  store.remember(key('gone'), { blob: gone });
  await store.close();

  const swept = await sweepStore({
    kader,
    keep: new Set([page.digest]),
    keepKeys: new Set([key('kept'), key('facts'), key('never made')]),
  });
  expect(swept).toEqual({ removed: 2, bytes: gone.bytes + old.bytes });

  const later = await openStore(kader);
  expect(later.recall(key('kept'))).toEqual({ blob: kept });
  expect(later.recall(key('facts'))).toEqual({ facts: [1, 2] });
  expect(later.recall(key('gone'))).toBeUndefined();
  expect([page, kept, old, gone].map((blob) => later.has(blob))).toEqual([true, true, false, false]);
  await later.close();
  const shard = readFileSync(join(kader, 'store/outcomes', `${key('kept').slice(0, 2)}.ndjson`), 'utf8');
  expect(shard.split('\n').filter((line) => line.includes(key('kept')))).toHaveLength(1);
  expect(await sweepStore({ kader, keep: new Set([page.digest]), keepKeys: new Set([key('kept'), key('facts')]) })).toEqual({
    removed: 0,
    bytes: 0,
  });
});

it('sweeps a workspace that has no store yet', async () => {
  expect(await sweepStore({ kader: join(kader, 'new'), keep: new Set(), keepKeys: new Set() })).toEqual({ removed: 0, bytes: 0 });
});

it('removes what dead processes left', async () => {
  const store = await openStore(kader);
  const dead = join(kader, 'tmp', (await store.temporaryFolder()).split('/').at(-2)?.replace(/^\d+/, '4194305') as string);
  mkdirSync(dead);
  await store.close();
  await sweepStore({ kader, keep: new Set(), keepKeys: new Set() });
  expect(existsSync(dead)).toBe(false);
});

const user = compileScript(
  'store',
  `
  import { openStore } from './tool.mjs';
  const store = await openStore(process.argv[2]);
  await store.keepText('in the making');
  process.stdout.write('open\\n');
  setTimeout(() => {}, 60_000);`,
);
afterAll(() => user.remove());

it('waits for no one: while another process uses the store it removes nothing, and says so', async () => {
  const child = user.start(kader);
  const lines = linesOf(child);
  await until(() => lines.length > 0);
  const sweep = () => sweepStore({ kader, keep: new Set(), keepKeys: new Set() });
  await expect(sweep()).rejects.toThrow('Someone else is using the store');
  child.kill('SIGKILL');
  await ended(child);
  expect(await sweep()).toMatchObject({ removed: 1 });
});
