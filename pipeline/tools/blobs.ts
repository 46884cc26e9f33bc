/** Bytes by sha256: written beside, checked and renamed in; what stands under a digest is whole or it is replaced. */
import { mkdirSync, readFileSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { access, chmod, constants, copyFile, lstat, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { UserError } from '../model/finding.ts';
import type { Blob } from '../model/job.ts';
import { type Digest, digestOf } from '../model/key.ts';
import { codeOf, diskFault, dropIfBad, hashFile, hashFileSync, renameOver, settle, writeNew } from './disk.ts';

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

/** @param root `<workspace>/.kader/store` */
export function blobFile(root: string, digest: Digest): string {
  return `${root}${sep}blobs${sep}${digest.slice(0, 2)}${sep}${digest}`;
}

export class Blobs {
  readonly #root: string;
  readonly #incoming: string;
  #count = 0;
  /** Blobs that the disk may not hold on to yet. */
  #unsettled = new Set<Digest>();
  readonly #settled = new Set<Digest>();
  /** mtime in ms with which a blob's digest was found right in this process. */
  readonly #checked = new Map<Digest, number>();

  /** @param owner name under which this process may leave unfinished files in `incoming/`. */
  constructor(root: string, owner: string) {
    this.#root = root;
    this.#incoming = join(root, 'incoming', owner);
  }

  path(digest: Digest): string {
    return blobFile(this.#root, digest);
  }

  /** Its state when it stands with the right size. */
  standing(blob: Blob): Stats | undefined {
    const stats = statSync(this.path(blob.digest), { throwIfNoEntry: false });
    return stats?.isFile() && stats.size === blob.bytes ? stats : undefined;
  }

  /**
   * mtime of the blob when it stands sound. Its bytes are read when neither `mtime` nor this process vouches for them;
   * a bad one is removed.
   */
  sound(blob: Blob, mtime?: number): number | undefined {
    const stats = this.standing(blob);
    if (!stats) return undefined;
    if (stats.mtimeMs === mtime || stats.mtimeMs === this.#checked.get(blob.digest)) return stats.mtimeMs;
    return this.#look(blob.digest);
  }

  async keepText(content: string | Uint8Array): Promise<Blob> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const blob: Blob = { digest: digestOf(bytes), bytes: bytes.length };
    const path = this.path(blob.digest);
    const standing = this.standing(blob);
    if (standing && (this.#checked.get(blob.digest) === standing.mtimeMs || holds(path, bytes))) {
      this.#checked.set(blob.digest, standing.mtimeMs);
      return blob;
    }
    const beside = this.#newName();
    try {
      // Synchronous on purpose: for a page a write takes less time than its turns through the thread pool would.
      const { mtimeMs: mtime } = writeNew(beside, bytes, 0o444);
      mkdirSync(dirname(path), { recursive: true });
      if (process.platform === 'win32') await renameOver(beside, path);
      else renameSync(beside, path);
      this.#written(blob.digest, mtime);
      return blob;
    } catch (error) {
      rmSync(beside, { force: true });
      throw diskFault(error, path);
    }
  }

  async keepFile(path: string): Promise<Blob> {
    const before = await readable(path);
    const beside = this.#newName();
    try {
      await copyFile(path, beside, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      const blob = await hashFile(beside);
      const after = await stat(path);
      if (blob.bytes !== after.size || before.size !== after.size || before.mtimeMs !== after.mtimeMs) {
        throw new UserError(`${path} was changed while it was being read.`, {
          advice: 'Wait until it is saved, and run the command again.',
        });
      }
      return await this.#place(beside, blob);
    } catch (error) {
      await rm(beside, { force: true });
      throw diskFault(error, this.#root);
    }
  }

  /** @param path a file of ours, which goes away. */
  async adopt(path: string): Promise<Blob> {
    if (!(await lstat(path)).isFile()) throw new Error(`Internal error: ${path} is not a file`);
    try {
      return await this.#place(path, await hashFile(path));
    } catch (error) {
      throw diskFault(error, path);
    }
  }

  async read(digest: Digest): Promise<Buffer> {
    const path = this.path(digest);
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

  /** An outcome is going to name this blob: another process may have written it and not settled it. */
  name(digest: Digest): void {
    if (!this.#settled.has(digest)) this.#unsettled.add(digest);
  }

  isSettled(digest: Digest): boolean {
    return !this.#unsettled.has(digest);
  }

  async settle(): Promise<void> {
    const turn = this.#unsettled;
    if (turn.size === 0) return;
    this.#unsettled = new Set();
    try {
      await settle(
        [...turn].map((digest) => this.path(digest)),
        this.#root,
      );
    } catch (error) {
      for (const digest of turn) this.#unsettled.add(digest);
      throw error;
    }
    for (const digest of turn) if (!this.#unsettled.has(digest)) this.#settled.add(digest);
  }

  /** Beside the blobs, on their file system, and in one folder, so that one look finds what a crash left. */
  #newName(): string {
    return `${this.#incoming}-${++this.#count}`;
  }

  /** Reads the blob anew; a bad one is removed. */
  #look(digest: Digest): number | undefined {
    const path = this.path(digest);
    try {
      const read = hashFileSync(path);
      if (read.digest !== digest) {
        dropIfBad(path, digest);
        return undefined;
      }
      this.#checked.set(digest, read.stats.mtimeMs);
      return read.stats.mtimeMs;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw diskFault(error, path);
    }
  }

  /** Moves a file with these bytes to its name; one that stands there sound is left, a bad one replaced. */
  async #place(from: string, blob: Blob): Promise<Blob> {
    const path = this.path(blob.digest);
    if (this.sound(blob) !== undefined) {
      await rm(from, { force: true });
      return blob;
    }
    await chmod(from, 0o444);
    const { mtimeMs } = await stat(from);
    await mkdir(dirname(path), { recursive: true });
    try {
      await renameOver(from, path);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      // Temporary folder and blobs are on two file systems, as when only the store is mounted.
      const kept = await this.keepFile(from);
      if (kept.digest !== blob.digest) throw Object.assign(new Error('altered while it was copied'), { code: 'EIO' });
      await rm(from, { force: true });
      return kept;
    }
    this.#written(blob.digest, mtimeMs);
    return blob;
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
    const stats = await stat(path);
    if (stats.isFile()) return stats;
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new UserError(`${path} is no longer there.`, { advice: 'Put it back, or take it out of the order.' });
    if (codeOf(error) !== 'EACCES') throw error;
    throw new UserError(`${path} cannot be read, because you have no right to.`, { advice: 'Give yourself the right to read it.' });
  }
  throw new UserError(`${path} is not a file.`, { advice: 'Replace it by the file itself.' });
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
