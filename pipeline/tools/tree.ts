/** Lays an output tree from the store: built beside, checked, and swapped in whole by renames. */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { UserError } from '../model/finding.ts';
import type { Digest } from '../model/key.ts';
import {
  codeOf,
  diskFault,
  dropIfBad,
  hashFileSync,
  ownerName,
  ownerState,
  removeAbandoned,
  settle,
  writeBeside,
  writeNew,
} from './disk.ts';
import { takeLock } from './lock.ts';
import { type Store, StoreDamage } from './store.ts';

interface TreeFile {
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
  /** Content of a page, which goes straight into the tree; other files come from the store. */
  readonly text?: string;
}

/** path, digest, bytes, mtime (ms), inode: how a file stood when it was laid. */
type Laid = readonly [string, Digest, number, number, number];

const VERSION = 1;
/** Files between two pauses, so that ctrl-C is heard while a large tree is laid. */
const BREATH = 64;

/** `laid` is false when the tree stands already as asked; `copied` counts files that came from the store. */
export async function layTree(options: {
  store: Store;
  target: string;
  files: readonly TreeFile[];
  stateFile: string;
}): Promise<{ laid: boolean; copied: number }> {
  const target = resolve(options.target);
  const files = [...options.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const folders = foldersOf(files);
  const lock = await takeLock(`tree ${target}`);
  try {
    await tidy(target);
    const state = readState(options.stateFile);
    if (files.length === 0) return { laid: await remove(target, options.stateFile), copied: 0 };
    if (standsAsAsked(target, files, folders, state)) return { laid: false, copied: 0 };
    const beside = `${target}.new-${ownerName()}`;
    try {
      const { entries, copied } = await fill(beside, files, folders, options.store, { target, state });
      await settle(
        copied.map((path) => join(beside, path)),
        dirname(beside),
      );
      await swap(beside, target);
      await writeBeside(options.stateFile, JSON.stringify({ version: VERSION, files: entries }));
      return { laid: true, copied: copied.length };
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  } catch (error) {
    throw outputFault(error, target);
  } finally {
    await lock?.release();
  }
}

/** Whether a tree lies as it was last laid, and nothing else beside it; one that was never laid stands when nothing is there. */
export function treeStands(target: string, stateFile: string): boolean {
  const state = readState(stateFile);
  if (state.size === 0) return !existsSync(target);
  const files = [...state.values()].map(([path, digest, bytes]) => ({ path, digest, bytes }));
  try {
    return standsAsAsked(target, files, foldersOf(files), state);
  } catch {
    // What cannot be looked at does not stand; to lay it anew heals it, or tells what is in the way.
    return false;
  }
}

/** Paths inside a tree as it was last laid. */
export function laidPaths(stateFile: string): string[] {
  return [...readState(stateFile).keys()];
}

/** Folder inside the tree ('' for its root): how many files and folders it holds. @throws when a path cannot be laid. */
function foldersOf(files: readonly TreeFile[]): Map<string, number> {
  const folders = new Map<string, number>([['', 0]]);
  const paths = new Set<string>();
  for (const { path } of files) {
    if (/^[a-zA-Z]:|[\\\0]/.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..')) {
      throw new Error(`Internal error: ${JSON.stringify(path)} leads out of the output folder`);
    }
    if (paths.has(path)) throw new Error(`Internal error: two files are to lie at ${path}`);
    paths.add(path);
    count(path);
  }
  for (const folder of folders.keys()) {
    if (paths.has(folder)) throw new Error(`Internal error: ${folder} is to be a file and a folder`);
  }
  return folders;

  function count(path: string): void {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = folders.get(parent);
    folders.set(parent, (known ?? 0) + 1);
    if (known === undefined) count(parent);
  }
}

/** Puts right what a crash left: an old tree set aside comes back, half-laid ones go. */
async function tidy(target: string): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  const ownerIn = (name: string, kind: string): string | undefined => {
    const start = `${basename(target)}.${kind}-`;
    return name.startsWith(start) ? name.slice(start.length) : undefined;
  };
  if (!names.includes(basename(target))) {
    // The lock is ours, so whoever set it aside has ended, even if its number lives on in another process.
    const aside = names.find((name) => ownerState(ownerIn(name, 'old') ?? '') !== 'unknown');
    if (aside) await rename(join(folder, aside), target);
  }
  if (names.length > 0) await removeAbandoned(folder, (name) => ownerIn(name, 'new') ?? ownerIn(name, 'old'));
}

function readState(file: string): Map<string, Laid> {
  try {
    const { version, files } = JSON.parse(readFileSync(file, 'utf8')) as { version: number; files: Laid[] };
    return new Map(version === VERSION ? files.map((entry) => [entry[0], entry]) : []);
  } catch {
    return new Map();
  }
}

function isAsLaid(stats: Stats | undefined, laid: Laid): boolean {
  return stats?.isFile() === true && stats.size === laid[2] && stats.mtimeMs === laid[3] && stats.ino === laid[4];
}

function standsAsAsked(
  target: string,
  files: readonly TreeFile[],
  folders: ReadonlyMap<string, number>,
  state: ReadonlyMap<string, Laid>,
): boolean {
  if (state.size !== files.length) return false;
  for (const { path, digest, bytes } of files) {
    const laid = state.get(path);
    if (laid?.[1] !== digest || laid[2] !== bytes) return false;
  }
  // As many entries as asked in every folder, and every file asked for there: so nothing else is.
  for (const [folder, count] of folders) {
    const path = `${target}/${folder}`;
    if (!lookAt(folder ? path : target)?.isDirectory() || readdirSync(path).length !== count) return false;
  }
  for (const [path, laid] of state) {
    if (!isAsLaid(lookAt(`${target}/${path}`), laid)) return false;
  }
  return true;
}

/** Nothing either where a file stands in the place of a folder. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What stood in the old tree and is wanted again is linked from there; it has no tie to the store. */
async function fill(
  beside: string,
  files: readonly TreeFile[],
  folders: ReadonlyMap<string, number>,
  store: Store,
  old: { target: string; state: ReadonlyMap<string, Laid> },
): Promise<{ entries: Laid[]; copied: string[] }> {
  await mkdir(dirname(beside), { recursive: true });
  mkdirSync(beside);
  for (const folder of folders.keys()) mkdirSync(`${beside}/${folder}`, { recursive: true });
  const entries: Laid[] = [];
  const copied: string[] = [];
  const note = ({ path, digest, bytes }: TreeFile, stats: Stats): void => {
    copied.push(path);
    entries.push([path, digest, bytes, stats.mtimeMs, stats.ino]);
  };
  for (const [index, file] of files.entries()) {
    if (index % BREATH === BREATH - 1) await breathe();
    const to = `${beside}/${file.path}`;
    const laid = old.state.get(file.path);
    const from = `${old.target}/${file.path}`;
    if (laid?.[1] === file.digest && laid[2] === file.bytes && isAsLaid(lookAt(from), laid) && link(from, to)) {
      entries.push(laid);
      continue;
    }
    note(file, file.text === undefined ? copyOut(store, file, to) : writeNew(to, Buffer.from(file.text), 0o644));
  }
  return { entries, copied };
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EIO') throw error;
    return false;
  }
}

/** Checks the copy, not the blob: what is handed over is what was checked. */
function copyOut(store: Store, { path, digest, bytes }: TreeFile, to: string): Stats {
  const from = store.blobPath(digest);
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new StoreDamage(digest, 'absent');
    if (codeOf(error) === 'EEXIST') throw new Error(`Internal error: two files are to lie at ${path}, which this disk does not tell apart`);
    throw error;
  }
  const read = hashFileSync(to);
  if (read.digest === digest && read.bytes !== bytes) throw new Error(`Internal error: ${path} has ${read.bytes} bytes, not ${bytes}`);
  if (read.digest !== digest) {
    dropIfBad(from, digest);
    throw new StoreDamage(digest, 'altered');
  }
  chmodSync(to, 0o644);
  return read.stats;
}

async function swap(beside: string, target: string): Promise<void> {
  const aside = `${target}.old-${ownerName()}`;
  const stood = await moveAside(target, aside);
  try {
    await rename(beside, target);
  } catch (error) {
    if (stood) await rename(aside, target);
    throw error;
  }
  if (stood) await discard(aside);
}

/** A program may hold a file of the old tree open; what stays goes when the tree is laid next. */
async function discard(aside: string): Promise<void> {
  await rm(aside, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
}

async function moveAside(target: string, aside: string): Promise<boolean> {
  try {
    await rename(target, aside);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function remove(target: string, stateFile: string): Promise<boolean> {
  const aside = `${target}.old-${ownerName()}`;
  const stood = await moveAside(target, aside);
  rmSync(stateFile, { force: true });
  if (stood) await discard(aside);
  return stood;
}

function outputFault(error: unknown, target: string): unknown {
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(codeOf(error))) {
    return new UserError(`The output cannot be written to ${target}. What stood there is as it was.`, {
      advice: `Make ${dirname(target)} a folder that you may write in, close programs that hold files in it open, and run the command again.`,
    });
  }
  return diskFault(error, target);
}
