/** The store: bytes by sha256, and what each key gave; what it hands out is whole or it is nothing. */
import { closeSync, fstatSync, openSync, renameSync, rmSync, mkdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { access, chmod, constants, copyFile, lstat, mkdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UserError } from '../model/finding.ts';
import type { Blob, Made } from '../model/job.ts';
import { type Digest, digestOf } from '../model/key.ts';
import { codeOf, diskFault, dropIfBad, hashFile, hashFileSync, ownerName, removeAbandoned, renameOver, settle, writeWhole } from './disk.ts';
import { openJournal, type Remembered } from './journal.ts';
import { takeLock } from './lock.ts';

export interface Store {
  /** `<workspace>/.kader/store` */
  readonly root: string;
  blobPath(digest: Digest): string;
  /** It stands, with the right size. */
  has(blob: Blob): boolean;
  keepText(content: string | Uint8Array): Promise<Blob>;
  /** Takes a copy; the file itself is left as it is. */
  keepFile(path: string): Promise<Blob>;
  /** Moves a file in from a temporary folder of the store. */
  adopt(path: string): Promise<Blob>;
  /** @throws StoreDamage when the bytes are absent or not what the digest says. */
  read(digest: Digest): Promise<Buffer>;
  /** A new empty folder that goes away with `close`, or with the next start after a crash. */
  temporaryFolder(): Promise<string>;
  /** What the key gave, when its blob still stands sound. */
  recall(key: string): Made | undefined;
  /** Queued: it is on disk after the next `flush`. */
  remember(key: string, made: Made): void;
  /** Checkpoint: first the blobs, then the outcomes that name them. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A blob was lost or altered. It has been removed, so that the next build makes it again. */
export class StoreDamage extends UserError {
  readonly digest: Digest;
  constructor(digest: Digest, what: 'absent' | 'altered') {
    super(`A file in the store is ${what === 'absent' ? 'missing' : 'damaged'} (${digest.slice(0, 10)}), so it was not used.`, {
      advice: 'Run the command again: the file will be made anew.',
    });
    this.name = 'StoreDamage';
    this.digest = digest;
  }
}

export async function openStore(folder: string): Promise<Store> {
  const kader = resolve(folder);
  const root = join(kader, 'store');
  const temporary = join(kader, 'tmp');
  const incoming = join(root, 'incoming');
  const own = join(temporary, ownerName());
  try {
    await mkdir(incoming, { recursive: true });
    await mkdir(join(root, 'blobs'), { recursive: true });
    const gate = await takeLock(gateName(await realpath(kader)));
    try {
      // A sweep looks here for stores that are in use, so the folder stands before the gate opens.
      await mkdir(own, { recursive: true });
    } finally {
      await gate?.release();
    }
    await removeAbandoned(temporary, (name) => name);
    await removeAbandoned(incoming, ownerOfIncoming);
  } catch (error) {
    throw diskFault(error, root);
  }
  return new DiskStore(kader, root, own);
}

/** Held for a moment by who opens the store, and all along by who sweeps it. */
export function gateName(kader: string): string {
  return `store ${kader}`;
}

/** Files on their way into the store are called `<owner>-<number>`. */
export function ownerOfIncoming(name: string): string {
  return name.slice(0, name.lastIndexOf('-'));
}

class DiskStore implements Store {
  readonly root: string;
  readonly #blobs: string;
  readonly #own: string;
  readonly #temporary: string;
  readonly #incoming: string;
  readonly #journal;
  #count = 0;
  #flushing: Promise<void> = Promise.resolve();
  /** Outcomes since the last checkpoint. */
  readonly #pending = new Map<string, Remembered>();
  /** Blobs that the disk may not hold on to yet. */
  #unsettled = new Set<Digest>();
  readonly #settled = new Set<Digest>();
  /** mtime in ms with which a blob's digest was found right in this process. */
  readonly #checked = new Map<Digest, number>();

  constructor(kader: string, root: string, own: string) {
    this.root = root;
    this.#blobs = join(root, 'blobs');
    this.#own = own;
    this.#temporary = join(kader, 'tmp');
    this.#incoming = join(root, 'incoming', basename(own));
    this.#journal = openJournal(join(root, 'outcomes'));
  }

  blobPath(digest: Digest): string {
    return `${this.#blobs}${sep}${digest.slice(0, 2)}${sep}${digest}`;
  }

  has(blob: Blob): boolean {
    return this.#standing(blob) !== undefined;
  }

  async keepText(content: string | Uint8Array): Promise<Blob> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const blob: Blob = { digest: digestOf(bytes), bytes: bytes.length };
    const path = this.blobPath(blob.digest);
    const standing = this.#standing(blob);
    if (standing && (this.#checked.get(blob.digest) === standing.mtimeMs || equal(path, bytes))) {
      this.#checked.set(blob.digest, standing.mtimeMs);
      return blob;
    }
    const beside = this.#newName();
    try {
      // Synchronous on purpose: for a page a write takes less time than its turns through the thread pool would.
      const file = openSync(beside, 'wx', 0o444);
      let stats: Stats;
      try {
        writeWhole(file, bytes);
        stats = fstatSync(file);
      } finally {
        closeSync(file);
      }
      if (stats.size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'EIO' });
      mkdirSync(dirname(path), { recursive: true });
      if (process.platform === 'win32') await renameOver(beside, path);
      else renameSync(beside, path);
      this.#written(blob.digest, stats.mtimeMs);
      return blob;
    } catch (error) {
      rmSync(beside, { force: true });
      throw diskFault(error, path);
    }
  }

  async keepFile(path: string): Promise<Blob> {
    const before = await readable(path);
    if (!before.isFile()) throw new UserError(`${path} is not a file.`, { advice: 'Replace it by the file itself.' });
    const beside = this.#newName();
    try {
      await copyFile(path, beside, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      const { digest, bytes } = await hashFile(beside);
      const after = await stat(path);
      if (bytes !== after.size || before.size !== after.size || before.mtimeMs !== after.mtimeMs) {
        throw new UserError(`${path} was changed while it was being read.`, { advice: 'Wait until it is saved, and run the command again.' });
      }
      return await this.#place(beside, { digest, bytes });
    } catch (error) {
      await rm(beside, { force: true });
      throw diskFault(error, this.root);
    }
  }

  async adopt(path: string): Promise<Blob> {
    const whole = resolve(path);
    if (!whole.startsWith(this.#temporary + sep)) throw new Error(`Internal error: ${path} is not in a temporary folder of the store`);
    if (!(await lstat(whole)).isFile()) throw new Error(`Internal error: ${path} is not a file`);
    try {
      return await this.#place(whole, await hashFile(whole));
    } catch (error) {
      throw diskFault(error, whole);
    }
  }

  async read(digest: Digest): Promise<Buffer> {
    const path = this.blobPath(digest);
    let content: Buffer;
    try {
      content = await readFile(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw new StoreDamage(digest, 'absent');
      throw diskFault(error, path);
    }
    if (digestOf(content) === digest) return content;
    dropIfBad(path, digest);
    throw new StoreDamage(digest, 'altered');
  }

  async temporaryFolder(): Promise<string> {
    const folder = join(this.#own, String(++this.#count));
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw diskFault(error, folder);
    }
    return folder;
  }

  recall(key: string): Made | undefined {
    const known = this.#pending.get(key) ?? this.#journal.find(key);
    if (!known?.made.blob) return known?.made;
    const { made, mtime } = known;
    const blob = made.blob as Blob;
    const standing = this.#standing(blob);
    if (!standing) return undefined;
    if (standing.mtimeMs === mtime || this.#checked.get(blob.digest) === standing.mtimeMs) return made;
    // Touched since, or brought here by a copy that kept no times: look once, and note the new time.
    if (!this.#look(blob.digest)) return undefined;
    this.remember(key, made);
    return made;
  }

  remember(key: string, made: Made): void {
    if (!made.blob) {
      this.#pending.set(key, { made });
      return;
    }
    const { digest } = made.blob;
    const standing = this.#standing(made.blob);
    if (!standing) throw new StoreDamage(digest, 'absent');
    if (this.#checked.get(digest) !== standing.mtimeMs && !this.#look(digest)) throw new StoreDamage(digest, 'altered');
    if (!this.#settled.has(digest)) this.#unsettled.add(digest);
    this.#pending.set(key, { made, mtime: this.#checked.get(digest) as number });
  }

  flush(): Promise<void> {
    const next = this.#flushing.then(() => this.#checkpoint());
    this.#flushing = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await rm(this.#own, { recursive: true, force: true });
    }
  }

  async #checkpoint(): Promise<void> {
    const pending = this.#pending;
    const unsettled = this.#unsettled;
    if (pending.size === 0 && unsettled.size === 0) return;
    this.#unsettled = new Set();
    try {
      await settle([...unsettled].map((digest) => this.blobPath(digest)), this.root);
    } catch (error) {
      for (const digest of unsettled) this.#unsettled.add(digest);
      throw error;
    }
    for (const digest of unsettled) if (!this.#unsettled.has(digest)) this.#settled.add(digest);
    // What was remembered while the disk was busy may name blobs that are not settled: it waits for the next turn.
    const now = new Map<string, Remembered>();
    for (const [key, entry] of pending) {
      if (!entry.made.blob || !this.#unsettled.has(entry.made.blob.digest)) now.set(key, entry);
    }
    this.#journal.append(now);
    for (const [key, entry] of now) if (pending.get(key) === entry) pending.delete(key);
  }

  /** Beside the blobs, on their file system, and in one folder, so that one look finds what a crash left. */
  #newName(): string {
    return `${this.#incoming}-${++this.#count}`;
  }

  #standing(blob: Blob): Stats | undefined {
    const stats = statSync(this.blobPath(blob.digest), { throwIfNoEntry: false });
    return stats?.isFile() && stats.size === blob.bytes ? stats : undefined;
  }

  /** Reads the blob anew; a bad one is removed. */
  #look(digest: Digest): boolean {
    const path = this.blobPath(digest);
    try {
      const read = hashFileSync(path);
      if (read.digest === digest) this.#checked.set(digest, read.stats.mtimeMs);
      else dropIfBad(path, digest);
      return read.digest === digest;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw diskFault(error, path);
    }
  }

  /** Moves a file with these bytes to its name; one that stands there sound is left, a bad one replaced. */
  async #place(from: string, blob: Blob): Promise<Blob> {
    const path = this.blobPath(blob.digest);
    const standing = this.#standing(blob);
    if (standing && (this.#checked.get(blob.digest) === standing.mtimeMs || this.#look(blob.digest))) {
      await rm(from, { force: true });
      return blob;
    }
    await chmod(from, 0o444);
    await mkdir(dirname(path), { recursive: true });
    try {
      await renameOver(from, path);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      return await this.#cross(from, blob);
    }
    this.#written(blob.digest, (await stat(path)).mtimeMs);
    return blob;
  }

  /** The temporary folder stands on another file system than the blobs, as when only the store is mounted. */
  async #cross(from: string, blob: Blob): Promise<Blob> {
    const kept = await this.keepFile(from);
    if (kept.digest !== blob.digest) throw Object.assign(new Error('altered while it was copied'), { code: 'EIO' });
    await rm(from, { force: true });
    return kept;
  }

  #written(digest: Digest, mtime: number): void {
    this.#checked.set(digest, mtime);
    this.#settled.delete(digest);
    this.#unsettled.add(digest);
  }
}

async function readable(path: string): Promise<Stats> {
  try {
    await access(path, constants.R_OK);
    return await stat(path);
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'ENOENT') throw error;
    throw new UserError(codeOf(error) === 'ENOENT' ? `${path} is no longer there.` : `${path} cannot be read, because you have no right to.`, {
      advice: 'Put it right and run the command again.',
    });
  }
}

function equal(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
