/** Colour tables (.cube) as files: taken into the store, and read once per digest to see whether they are whole. */
import { readFile, stat } from 'node:fs/promises';
import type { Blob } from '../model/job.ts';
import { type Digest, digestOf } from '../model/key.ts';
import { readCube } from '../pixels/cube.ts';
import type { Caches } from './store.ts';

/** A table of 129 points a side takes 60 MB; larger ones are a mistake. */
const LARGEST = 100_000_000;
/** Raised when tables are read in another way. */
const READER = 'look 1';

export interface LookEffects {
  readonly take: (path: string) => Promise<Pick<Blob, 'digest'>>;
  readonly caches: Caches;
  /** Absolute path of what was taken into the store. */
  readonly blobPath: (digest: Digest) => string;
}

export type LookAnswer = { readonly digest: Digest } | { readonly line: number; readonly detail: string };

export function isLook(path: string): boolean {
  return path.toLowerCase().endsWith('.cube');
}

export async function takeLook(path: string, effects: LookEffects): Promise<LookAnswer> {
  if ((await stat(path)).size > LARGEST) return { line: 1, detail: '> 100 MB' };
  return lookUp(await effects.take(path), effects);
}

/** @param look already in the store */
export async function lookUp({ digest }: Pick<Blob, 'digest'>, { caches, blobPath }: Omit<LookEffects, 'take'>): Promise<LookAnswer> {
  const key = digestOf(JSON.stringify({ kind: 'look', digest, tool: READER }));
  // Only this function writes facts under this key.
  const known = caches.recall(key)?.facts as unknown as LookAnswer | undefined;
  if (known) return known;
  const cube = readCube(await readFile(blobPath(digest), 'utf8'));
  const answer: LookAnswer = 'detail' in cube ? { line: cube.line, detail: cube.detail } : { digest };
  caches.remember(key, { facts: answer as never });
  return answer;
}
