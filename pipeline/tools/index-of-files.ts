/** Supplied files known by size, mtime and inode, so that their bytes are not read again. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import type { Blob } from '../model/job.ts';
import type { Digest } from '../model/key.ts';
import { writeBeside } from './disk.ts';

export interface FileIndex {
  /** Ask before you read the file: what is learned later holds only for the file as it was then. */
  know(path: string): { digest: Digest; bytes: number } | undefined;
  learn(path: string, blob: Blob): void;
  /** Save after the store's `flush`, so that the index names no blob that a power cut could take. */
  save(): Promise<void>;
}

/** A change within this time after another may leave the times as they were (FAT counts in 2 s). */
const RACY_MS = 2000;
const VERSION = 1;

/** digest, bytes, mtime, ctime (ms), inode */
type Entry = readonly [Digest, number, number, number, number];

export async function openFileIndex(file: string, now: () => number = Date.now): Promise<FileIndex> {
  const entries = readEntries(file);
  const opened = now();
  const seen = new Map<string, { stats: Stats; at: number }>();
  const touched = new Set<string>();
  let changed = false;
  return {
    know(path) {
      touched.add(path);
      const stats = statSync(path, { throwIfNoEntry: false });
      if (!stats) return undefined;
      const entry = entries.get(path);
      if (entry && sameAs(entry, stats)) return { digest: entry[0], bytes: entry[1] };
      seen.set(path, { stats, at: now() });
      return undefined;
    },
    learn(path, blob) {
      touched.add(path);
      const stats = statSync(path, { throwIfNoEntry: false });
      const before = seen.get(path);
      const since = (before?.at ?? opened) - RACY_MS;
      seen.delete(path);
      // Changed so shortly before, or after, it was read that its times tell nothing: it is read once more next time.
      const isRacy = !stats || stats.mtimeMs > since || stats.ctimeMs > since || stats.size !== blob.bytes;
      if (isRacy || (before && (before.stats.mtimeMs !== stats.mtimeMs || before.stats.ino !== stats.ino))) {
        changed = entries.delete(path) || changed;
        return;
      }
      entries.set(path, [blob.digest, blob.bytes, stats.mtimeMs, stats.ctimeMs, stats.ino]);
      changed = true;
    },
    async save() {
      for (const path of entries.keys()) {
        if (touched.has(path) || statSync(path, { throwIfNoEntry: false })) continue;
        entries.delete(path);
        changed = true;
      }
      if (!changed) return;
      await writeBeside(file, JSON.stringify({ version: VERSION, files: Object.fromEntries(entries) }));
      changed = false;
    },
  };
}

function sameAs([, bytes, mtime, ctime, ino]: Entry, stats: Stats): boolean {
  return stats.isFile() && stats.size === bytes && stats.mtimeMs === mtime && stats.ctimeMs === ctime && stats.ino === ino;
}

/** An index that cannot be read is no index: everything is read anew. */
function readEntries(file: string): Map<string, Entry> {
  try {
    const { version, files } = JSON.parse(readFileSync(file, 'utf8')) as { version: number; files: Record<string, Entry> };
    return new Map(version === VERSION ? Object.entries(files) : []);
  } catch {
    return new Map();
  }
}
