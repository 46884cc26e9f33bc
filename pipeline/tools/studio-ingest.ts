/** What ingest needs of the world: the supplied files, the store, the picture process and the programs that develop. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset, ForeignType } from '../model/asset.ts';
import type { Digest } from '../model/key.ts';
import { develop, developerState, isForeign } from './develop.ts';
import { takeLook } from './looks.ts';
import { sniff } from './sniff.ts';
import type { Caches, Store } from './store.ts';
import type { ClipEffects } from './studio-clips.ts';
import type { Workshop } from './workshop.ts';
import { listFiles } from './workspace.ts';

/** Raised when a measure changes, so that facts are learned anew. */
const PROBER = 'prober 14';

export interface IngestOptions {
  /** Absolute folder of the production. */
  readonly supplied: string;
  readonly store: Store;
  readonly workshop: Workshop;
  /** Takes a file into the store by its absolute path. */
  readonly take: (path: string) => Promise<{ digest: Digest; bytes: number }>;
  readonly caches: Caches;
  readonly jobs: number;
  /** Version of sharp. */
  readonly sharp: string;
  readonly signal: AbortSignal;
  /** Absent where film and sound are of no concern. */
  readonly clips?: ClipEffects;
  /** Told how the program stands whose work a build leans on. */
  readonly onDeveloper?: (type: ForeignType, state: string) => void;
}

export function ingestEffects({ supplied, store, workshop, take, caches, jobs, sharp, signal, clips, onDeveloper }: IngestOptions) {
  return {
    listSupplied: () => listFiles(supplied, (path) => path === 'content'),
    take: (path: string) => take(join(supplied, path)),
    readBytes: (digest: Digest): Promise<Uint8Array> => readFile(store.blobPath(digest)),
    sniff: (digest: Digest) => sniff(store.blobPath(digest)),
    takeLook: (path: string) => takeLook(join(supplied, path), { take, caches, blobPath: (digest: Digest) => store.blobPath(digest) }),
    isForeign,
    developerState(type: ForeignType): string {
      const state = developerState(type);
      onDeveloper?.(type, state);
      return state;
    },
    async develop(digest: Digest, type: ForeignType) {
      const to = join(await store.temporaryFolder(), `developed-${digest}`);
      const developed = await develop(store.blobPath(digest), type, to, signal);
      if (!('path' in developed)) return developed;
      const { path, ...more } = developed;
      return { master: await store.adopt(path), ...more };
    },
    async probe(digest: Digest, type: Asset['type'], limitPixels: number, original?: Digest) {
      const from = original ? { original: store.blobPath(original) } : {};
      const answer = await workshop.ask({ task: 'probe', path: store.blobPath(digest), type, limitPixels, ...from });
      if (answer.ok && answer.facts) return { facts: answer.facts };
      return { reason: answer.ok ? 'no facts' : answer.reason };
    },
    ...caches,
    ...(clips ? { clips } : {}),
    proberVersion: `${PROBER}, ${sharp}`,
    // While one is measured, others are decoded.
    atOnce: 2 * jobs,
  };
}
