/** The store: bytes by sha256, and what each key gave; what it hands out is whole or it is nothing. */
import { mkdir, realpath, rm } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { Blob, Made } from '../model/job.ts';
import type { Digest } from '../model/key.ts';
import { Blobs, StoreDamage } from './blobs.ts';
import { diskFault, ownerName, removeAbandoned } from './disk.ts';
import { openJournal, type Remembered } from './journal.ts';
import { takeLock } from './lock.ts';

export { StoreDamage };

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
  /** Queued: it is on disk after the next `flush`. @throws StoreDamage when its blob does not stand. */
  remember(key: string, made: Made): void;
  /** Checkpoint: first the blobs, then the outcomes that name them. @throws UserError when the disk refuses. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** What is kept beside the outcomes of jobs: facts of supplied files, renderings, tokens. */
export type Caches = Pick<Store, 'recall' | 'remember'>;

/** @param folder `<workspace>/.kader` */
export async function openStore(folder: string): Promise<Store> {
  const kader = resolve(folder);
  const root = join(kader, 'store');
  const temporary = join(kader, 'tmp');
  const owner = ownerName();
  try {
    await mkdir(join(root, 'incoming'), { recursive: true });
    const gate = await takeLock(gateName(await realpath(kader)));
    try {
      // A sweep looks here for stores that are in use, so the folder stands before the gate opens.
      await mkdir(join(temporary, owner), { recursive: true });
    } finally {
      await gate?.release();
    }
    await removeAbandoned(temporary, (name) => name);
    await removeAbandoned(join(root, 'incoming'), ownerOfIncoming);
  } catch (error) {
    throw diskFault(error, root);
  }
  return new DiskStore(root, join(temporary, owner));
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
  readonly #own: string;
  readonly #blobs: Blobs;
  readonly #journal;
  /** Outcomes since the last checkpoint. */
  readonly #pending = new Map<string, Remembered>();
  #folders = 0;
  #flushing: Promise<void> = Promise.resolve();

  constructor(root: string, own: string) {
    this.root = root;
    this.#own = own;
    this.#blobs = new Blobs(root, basename(own));
    this.#journal = openJournal(join(root, 'outcomes'));
  }

  blobPath(digest: Digest): string {
    return this.#blobs.path(digest);
  }

  has(blob: Blob): boolean {
    return this.#blobs.standing(blob) !== undefined;
  }

  keepText(content: string | Uint8Array): Promise<Blob> {
    return this.#blobs.keepText(content);
  }

  keepFile(path: string): Promise<Blob> {
    return this.#blobs.keepFile(path);
  }

  async adopt(path: string): Promise<Blob> {
    // A supplied file is never moved away, whatever a job hands over.
    const whole = resolve(path);
    if (!whole.startsWith(this.#own + sep)) throw new Error(`Internal error: ${path} is not in a temporary folder of the store`);
    return this.#blobs.adopt(whole);
  }

  read(digest: Digest): Promise<Buffer> {
    return this.#blobs.read(digest);
  }

  async temporaryFolder(): Promise<string> {
    const folder = join(this.#own, String(++this.#folders));
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
    const mtime = this.#blobs.sound(known.made.blob, known.mtime);
    if (mtime === undefined) return undefined;
    // Touched, or brought here by a copy that kept no times: it was looked at once, and the new time is noted.
    if (mtime !== known.mtime) this.remember(key, known.made);
    return known.made;
  }

  remember(key: string, made: Made): void {
    if (!made.blob) {
      this.#pending.set(key, { made });
      return;
    }
    const mtime = this.#blobs.sound(made.blob);
    if (mtime === undefined) throw new StoreDamage(made.blob.digest, 'absent');
    this.#blobs.name(made.blob.digest);
    this.#pending.set(key, { made, mtime });
  }

  flush(): Promise<void> {
    const turn = this.#flushing.then(() => this.#checkpoint());
    this.#flushing = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await rm(this.#own, { recursive: true, force: true });
    }
  }

  async #checkpoint(): Promise<void> {
    await this.#blobs.settle();
    // What was remembered while the disk was busy may name blobs that are not settled: it waits for the next turn.
    const turn = new Map<string, Remembered>();
    for (const [key, entry] of this.#pending) {
      if (!entry.made.blob || this.#blobs.isSettled(entry.made.blob.digest)) turn.set(key, entry);
    }
    if (turn.size === 0) return;
    this.#journal.append(turn);
    for (const key of turn.keys()) this.#pending.delete(key);
  }
}
