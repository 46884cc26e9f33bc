/** Lays the preview of banners, and keeps in mind how each unit was before, as far as the store still has it. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreviewFile, UnitSource } from '../model/banner-sheet.ts';
import type { Digest } from '../model/key.ts';
import { writeBeside } from './disk.ts';
import type { Store } from './store.ts';
import { layTree } from './tree.ts';
import type { Workspace } from './workspace.ts';

/** How a unit is, how it was when it was last otherwise, and in which round it became so. */
export interface UnitRounds {
  readonly now: UnitSource;
  readonly before?: UnitSource;
  readonly round: number;
}

export interface Rounds {
  /** Counts builds that changed any unit. */
  readonly round: number;
  readonly units: Readonly<Record<string, UnitRounds>>;
}

const VERSION = 1;
const OWN = new URL('../browser/', import.meta.url);

export function roundsFile(workspace: Workspace, production: string): string {
  return join(workspace.kader, 'preview', `${production}.json`);
}

/** What cannot be read is no past: nothing is compared. */
export function readRounds(file: string): Rounds | undefined {
  try {
    const { version, rounds } = JSON.parse(readFileSync(file, 'utf8')) as { version: number; rounds: Rounds };
    return version === VERSION ? rounds : undefined;
  } catch {
    return undefined;
  }
}

const same = (one: UnitSource, other: UnitSource): boolean =>
  one.page === other.page && JSON.stringify(one.files) === JSON.stringify(other.files);

/** The first build is no change: everything would be new. */
export function nextRounds(last: Rounds | undefined, sources: Readonly<Record<string, UnitSource>>): Rounds {
  const names = Object.keys(sources);
  const isOther = (name: string): boolean => {
    const known = last?.units[name];
    return !known || !same(known.now, sources[name] as UnitSource);
  };
  const isRound = last !== undefined && names.some(isOther);
  const round = (last?.round ?? 0) + (isRound ? 1 : 0);
  const units = names.map((name): [string, UnitRounds] => {
    const now = sources[name] as UnitSource;
    const known = last?.units[name];
    if (!isOther(name) && known) return [name, { ...known, now }];
    return [name, { now, ...(known ? { before: known.now } : {}), round }];
  });
  // What is absent may be so because its template is broken for a moment.
  return { round, units: { ...last?.units, ...Object.fromEntries(units) } };
}

export function openPreview(options: {
  readonly workspace: Workspace;
  readonly production: string;
  readonly store: Store;
  readonly texts: ReadonlyMap<Digest, string>;
  readonly stateFile: string;
}) {
  const { workspace, production, store, texts, stateFile } = options;
  return {
    textOf: (digest: Digest): string => texts.get(digest) ?? readFileSync(store.blobPath(digest), 'utf8'),
    async scripts() {
      const [sheet, bridge] = await Promise.all(
        ['banner-sheet.bundle.js', 'banner-bridge.bundle.js'].map((name) => readFile(fileURLToPath(new URL(name, OWN)), 'utf8')),
      );
      return { sheet: sheet ?? '', bridge: bridge ?? '' };
    },
    async lay({ files, sources }: { readonly files: readonly PreviewFile[]; readonly sources: Readonly<Record<string, UnitSource>> }) {
      await layTree({ store, target: join(workspace.output, production, 'preview'), files, stateFile });
      const file = roundsFile(workspace, production);
      const rounds = nextRounds(readRounds(file), sources);
      // The page must still be there when it has become the one before; most of it is in the store for its zip anyway.
      for (const { page } of Object.values(sources)) {
        const text = texts.get(page);
        if (text !== undefined && !store.has({ digest: page, bytes: Buffer.byteLength(text) })) await store.keepText(text);
      }
      await writeBeside(file, JSON.stringify({ version: VERSION, rounds }));
    },
  };
}
