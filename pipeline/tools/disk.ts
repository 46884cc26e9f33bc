/** Writing to a disk so that what stands is whole, and saying it plainly when the disk refuses. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readlinkSync, readSync, rmSync, type Stats, statSync, writeSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { eachAtOnce } from '../model/at-once.ts';
import { UserError } from '../model/finding.ts';
import type { Digest } from '../model/key.ts';

const CHUNK = 1 << 20;
const AT_ONCE = 8;
/** From this many files on one `sync -f` costs less than a flush of each: 0.08 against 0.18 ms per file of 100 kB (ext4, 2026-11). */
const MANY = 64;

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns what the system says about a path into words for people; what is no fault of the disk stays as it is. */
export function diskFault(error: unknown, path: string): unknown {
  const nothingLost = 'Nothing half-written was kept.';
  switch (codeOf(error)) {
    case 'ENOSPC':
      return new UserError(`The disk is full: ${path} could not be written. ${nothingLost}`, {
        advice: 'Free some space, for instance with kader clean, and run the command again.',
      });
    case 'EDQUOT':
      return new UserError(`Your disk quota is used up: ${path} could not be written. ${nothingLost}`, {
        advice: 'Free some space, for instance with kader clean, and run the command again.',
      });
    case 'EFBIG':
      return new UserError(`The disk does not take files of this size: ${path} could not be written. ${nothingLost}`, {
        advice: 'Raise the file size limit, or move the workspace to another disk.',
      });
    case 'EIO':
      return new UserError(`The disk reports a fault while ${path} is read or written. ${nothingLost}`, {
        advice: 'Check the disk, or move the workspace to another one.',
      });
    case 'EROFS':
      return new UserError(`${path} cannot be written, because the disk is read-only. ${nothingLost}`, {
        advice: 'Make the disk writable, or move the workspace to another one.',
      });
    case 'EACCES':
    case 'EPERM':
      return new UserError(`${path} cannot be written, because you have no right to. ${nothingLost}`, {
        advice: `Give yourself the right to write in ${dirname(path)}, or close the program that holds it.`,
      });
    case 'EBUSY':
      return new UserError(`${path} is in use by another program, so it cannot be replaced.`, {
        advice: 'Close that program and run the command again.',
      });
    default:
      return error;
  }
}

/** One write may take less than all, most of all on a disk that is filling up. */
export function writeWhole(file: number, content: Uint8Array): void {
  let written = 0;
  while (written < content.length) written += writeSync(file, content, written, content.length - written);
}

/** Writes a file that does not exist yet, and makes sure that all of it is there. */
export function writeNew(path: string, bytes: Uint8Array, mode: number): Stats {
  const file = openSync(path, 'wx', mode);
  try {
    writeWhole(file, bytes);
    const stats = fstatSync(file);
    if (stats.size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'EIO' });
    return stats;
  } finally {
    closeSync(file);
  }
}

/**
 * Writes `content` beside `path`, flushes it and renames it in; `path` is always the old or the new whole.
 * @param content whole, or in pieces that are made while it is written
 */
export async function writeBeside(path: string, content: string | Uint8Array | Generator<string>, mode = 0o644): Promise<void> {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  const beside = `${path}.new-${ownerName()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx', mode);
    try {
      let length = 0;
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        writeWhole(file.fd, bytes);
        length += bytes.length;
      }
      if ((await file.stat()).size !== length) throw Object.assign(new Error('short write'), { code: 'EIO' });
      await file.datasync();
    } finally {
      await file.close();
    }
    await renameOver(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw diskFault(error, path);
  }
}

/** Windows refuses to rename over a read-only file. */
export async function renameOver(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EPERM' || process.platform !== 'win32') throw error;
    await chmod(to, 0o666);
    await rm(to, { force: true });
    await rename(from, to);
  }
}

export async function hashFile(path: string): Promise<{ digest: Digest; bytes: number }> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, (await file.stat()).size + 1));
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return { digest: hash.digest('hex') as Digest, bytes };
      hash.update(chunk.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

let shared: Buffer | undefined;

export function hashFileSync(path: string): { digest: Digest; bytes: number; stats: Stats } {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    shared ??= Buffer.allocUnsafe(CHUNK);
    let bytes = 0;
    for (let read = -1; read !== 0; bytes += read) {
      read = readSync(file, shared, 0, shared.length, null);
      hash.update(shared.subarray(0, read));
    }
    return { digest: hash.digest('hex') as Digest, bytes, stats: fstatSync(file) };
  } finally {
    closeSync(file);
  }
}

/** Removes a blob whose bytes are not what its name says, unless another process has healed it since. */
export function dropIfBad(path: string, digest: Digest): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  const read = hashFileSync(path);
  const now = statSync(path, { throwIfNoEntry: false });
  if (read.digest !== digest && now?.ino === read.stats.ino) rmSync(path, { force: true });
}

/** Has the disk hold on to these files before a name for them is written. Absent files are passed over. */
export async function settle(paths: readonly string[], folder: string): Promise<void> {
  if (paths.length >= MANY && process.platform === 'linux' && (await syncFileSystem(folder))) return;
  await eachAtOnce(paths, AT_ONCE, async (path) => {
    try {
      const file = await open(path, 'r');
      await file.datasync().finally(() => file.close());
    } catch (error) {
      // Windows flushes only what is open for writing, and blobs are read-only.
      if (codeOf(error) !== 'ENOENT' && process.platform !== 'win32') throw diskFault(error, path);
    }
  });
}

function syncFileSystem(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('sync', ['-f', folder], { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

const mine = new Set<string>();
/** Tells machines and containers apart that share a folder: a process number means nothing elsewhere. */
const place = createHash('sha256').update(`${hostname()} ${namespaceOfProcesses()}`).digest('hex').slice(0, 8);
/** After this long what another machine left in a shared folder counts as left for good. */
const FOREIGN_MS = 7 * 24 * 3600 * 1000;
const OWNER = /^(\d+)-([0-9a-f]{8})[0-9a-f]{8}$/;

/** `<process number>-<random>`: a name for what this process leaves on a disk while it works. */
export function ownerName(): string {
  const name = `${process.pid}-${place}${randomBytes(4).toString('hex')}`;
  mine.add(name);
  return name;
}

/** Whether the process that gave this name still lives; `foreign` on another machine, `unknown` when it is no such name. */
export function ownerState(name: string): 'mine' | 'alive' | 'dead' | 'foreign' | 'unknown' {
  const parts = OWNER.exec(name);
  if (!parts) return 'unknown';
  if (parts[2] !== place) return 'foreign';
  if (mine.has(name)) return 'mine';
  if (Number(parts[1]) === process.pid) return 'dead';
  try {
    process.kill(Number(parts[1]), 0);
    return isZombie(Number(parts[1])) ? 'dead' : 'alive';
  } catch (error) {
    return codeOf(error) === 'ESRCH' ? 'dead' : 'alive';
  }
}

/** Removes what processes left that no longer live; a live one's is never touched, however old it is. */
export async function removeAbandoned(folder: string, ownerOf: (name: string) => string | undefined): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const owner = ownerOf(name);
    const state = owner === undefined ? 'unknown' : ownerState(owner);
    const isOld = state === 'foreign' && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > FOREIGN_MS;
    if (state === 'dead' || isOld) await rm(path, { recursive: true, force: true });
  }
}

function namespaceOfProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** In a container a killed process may stand as a zombie for ever, when nobody waits for it. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.charAt(text.lastIndexOf(')') + 2) === 'Z';
  } catch {
    return false;
  }
}
