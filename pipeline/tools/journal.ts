/** The outcomes of keys: append-only files, one per first two hex digits, in which a torn line harms no other. */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Made } from '../model/job.ts';
import { digestOf } from '../model/key.ts';
import { codeOf, diskFault } from './disk.ts';

/** What a key gave, with the blob's mtime in ms when its digest was last checked. */
export interface Remembered {
  readonly made: Made;
  readonly mtime?: number;
}

export interface Journal {
  find(key: string): Remembered | undefined;
  /** One write per shard. A line counts only when it stands whole; @throws UserError when the disk refuses. */
  append(entries: ReadonlyMap<string, Remembered>): void;
}

const NEWLINE = 10;
const TAB = 9;
const CHECKSUM_LENGTH = 8;
const NAME = /^[0-9a-f]{2}\.ndjson$/;

export function shardOf(key: string): string {
  return /^[0-9a-f]{2}/.test(key) ? key.slice(0, 2) : digestOf(key).slice(0, 2);
}

export function shardNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw diskFault(error, folder);
  }
}

/** `\n<crc32>\t<key>\t<json>\n`: a newline on both sides, so that neither a torn line nor a lost newline takes another along. */
export function lineOf(key: string, entry: Remembered): Buffer {
  if (key === '' || /[\t\n\r]/.test(key)) throw new Error(`Internal error: ${JSON.stringify(key)} is no key`);
  const body = Buffer.from(`${key}\t${JSON.stringify({ ...entry.made, ...(entry.mtime === undefined ? {} : { mtime: entry.mtime }) })}`);
  return Buffer.concat([Buffer.from(`\n${checksum(body)}\t`), body, Buffer.from('\n')]);
}

function checksum(body: Uint8Array): string {
  return crc32(body).toString(16).padStart(CHECKSUM_LENGTH, '0');
}

/** The sound lines of one shard, found without parsing them: most keys of a journal are never asked for. */
export class Shard {
  readonly #bytes: Buffer;
  /** Key: where its last sound line begins. */
  readonly #lines = new Map<string, number>();
  /** Lines that a sweep would leave out: damaged, or replaced by a later one. */
  readonly stale: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    let count = 0;
    for (let start = 0; start < bytes.length; ) {
      const end = this.#endOf(start);
      if (end > start) {
        count++;
        const key = soundKey(bytes, start, end);
        if (key !== undefined) this.#lines.set(key, start);
      }
      start = end + 1;
    }
    this.stale = count - this.#lines.size;
  }

  get keys(): IterableIterator<string> {
    return this.#lines.keys();
  }

  find(key: string): Remembered | undefined {
    const start = this.#lines.get(key);
    if (start === undefined) return undefined;
    const json = this.#bytes.toString('utf8', start + CHECKSUM_LENGTH + 2 + Buffer.byteLength(key), this.#endOf(start));
    const { mtime, ...made } = JSON.parse(json) as Made & { mtime?: number };
    return { made, ...(mtime === undefined ? {} : { mtime }) };
  }

  #endOf(start: number): number {
    const end = this.#bytes.indexOf(NEWLINE, start);
    return end === -1 ? this.#bytes.length : end;
  }
}

function soundKey(bytes: Buffer, start: number, end: number): string | undefined {
  const body = start + CHECKSUM_LENGTH + 1;
  if (bytes[body - 1] !== TAB) return undefined;
  const tab = bytes.indexOf(TAB, body);
  if (tab === -1 || tab >= end) return undefined;
  if (bytes.toString('latin1', start, body - 1) !== checksum(bytes.subarray(body, end))) return undefined;
  return bytes.toString('utf8', body, tab);
}

export function readShard(path: string): Shard | undefined {
  try {
    return new Shard(readFileSync(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw diskFault(error, path);
  }
}

export function openJournal(folder: string): Journal {
  const shards = new Map<string, Shard | undefined>();
  const fresh = new Map<string, Remembered>();
  return {
    find(key) {
      const known = fresh.get(key);
      if (known) return known;
      const name = shardOf(key);
      if (!shards.has(name)) shards.set(name, readShard(join(folder, `${name}.ndjson`)));
      return shards.get(name)?.find(key);
    },
    append(entries) {
      const byShard = new Map<string, Buffer[]>();
      for (const [key, entry] of entries) {
        const lines = byShard.get(shardOf(key));
        const line = lineOf(key, entry);
        if (lines) lines.push(line);
        else byShard.set(shardOf(key), [line]);
      }
      for (const [name, lines] of byShard) appendOnce(folder, `${name}.ndjson`, Buffer.concat(lines));
      for (const [key, entry] of entries) fresh.set(key, entry);
    },
  };
}

/** Several processes append to one file: each write goes to the end whole, or what is short of it is written anew. */
function appendOnce(folder: string, name: string, lines: Buffer): void {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(path, 'a', 0o644);
    try {
      // A short write tears its last line; the rest cannot be joined to it, for another process may have come between.
      for (let tries = 0; writeSync(file, lines) < lines.length; tries++) {
        if (tries === 2) throw Object.assign(new Error(`short write, ${fstatSync(file).size} bytes`), { code: 'ENOSPC' });
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw diskFault(error, path);
  }
}
