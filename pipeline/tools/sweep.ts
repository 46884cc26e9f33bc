/** Sweeps the store: blobs that nothing names go, and the journals shrink to the keys that are kept. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../model/finding.ts';
import type { Digest } from '../model/key.ts';
import { codeOf, diskFault, ownerState, removeAbandoned, writeBeside } from './disk.ts';
import { lineOf, readShard, shardNames } from './journal.ts';
import { takeLock } from './lock.ts';
import { gateName, ownerOfIncoming } from './store.ts';

const DIGEST = /^[0-9a-f]{64}$/;

/** @throws UserError while another process uses the store: what it is making is named nowhere yet. */
export async function sweepStore(options: {
  kader: string;
  keep: ReadonlySet<Digest>;
  keepKeys: ReadonlySet<string>;
}): Promise<{ removed: number; bytes: number }> {
  const kader = resolve(options.kader);
  const root = join(kader, 'store');
  const temporary = join(kader, 'tmp');
  try {
    await mkdir(temporary, { recursive: true });
    await mkdir(join(root, 'incoming'), { recursive: true });
    const gate = await takeLock(gateName(await realpath(kader)));
    try {
      await removeAbandoned(temporary, (name) => name);
      await removeAbandoned(join(root, 'incoming'), ownerOfIncoming);
      await refuseWhileInUse(temporary);
      const keep = new Set<string>(options.keep);
      // Journals first: at no moment does an outcome name a blob that this sweep has taken.
      for (const name of shardNames(join(root, 'outcomes'))) await compact(join(root, 'outcomes', name), options.keepKeys, keep);
      return removeBlobs(join(root, 'blobs'), keep);
    } finally {
      await gate?.release();
    }
  } catch (error) {
    throw diskFault(error, root);
  }
}

async function refuseWhileInUse(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const state = ownerState(name);
    if (state !== 'alive' && state !== 'foreign') continue;
    const who = state === 'alive' ? `process ${name.split('-')[0]}` : 'the build on the other computer';
    throw new UserError('Someone else is using the store, so it cannot be swept now.', {
      advice: `Wait until ${who} has ended and run the command again. If it has nothing to do with Kader, remove ${join(folder, name)}.`,
    });
  }
}

async function compact(path: string, keepKeys: ReadonlySet<string>, keep: Set<string>): Promise<void> {
  const shard = readShard(path);
  if (!shard) return;
  const lines: Buffer[] = [];
  let dropped = shard.stale;
  for (const key of shard.keys) {
    const entry = keepKeys.has(key) ? shard.find(key) : undefined;
    if (!entry) {
      dropped++;
      continue;
    }
    lines.push(lineOf(key, entry));
    if (entry.made.blob) keep.add(entry.made.blob.digest);
  }
  if (lines.length === 0) await rm(path, { force: true });
  else if (dropped > 0) await writeBeside(path, Buffer.concat(lines));
}

function removeBlobs(folder: string, keep: ReadonlySet<string>): { removed: number; bytes: number } {
  let removed = 0;
  let bytes = 0;
  for (const part of namesIn(folder)) {
    for (const name of namesIn(join(folder, part))) {
      if (!DIGEST.test(name) || keep.has(name)) continue;
      const path = join(folder, part, name);
      bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      rmSync(path, { force: true });
      removed++;
    }
  }
  return { removed, bytes };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
