/** Fits the tools to what a conversion outside any order asks: the workspace's store where there is one, else one for the moment. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import type { FileType } from '../model/asset.ts';
import { isClipType } from '../model/clip.ts';
import { UserError } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import { codeOf, hashFileSync } from './disk.ts';
import { sweepBefore } from './heap.ts';
import { loadHouse } from './house.ts';
import { openFileIndex } from './index-of-files.ts';
import { sniff } from './sniff.ts';
import { type Caches, openStore } from './store.ts';
import { ingestEffects } from './studio-ingest.ts';
import { openMakers } from './studio-makers.ts';
import { OWN_ROOT, readToolchain } from './toolchain.ts';
import { openWorkshop } from './workshop.ts';
import type { Workspace } from './workspace.ts';

export interface OneOffOptions {
  /** Absent outside any workspace. */
  readonly workspace?: Workspace;
  /** Folder that the sources' paths start from. */
  readonly directory: string;
  readonly sources: readonly Source[];
  /** Jobs at once on the processor. */
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/** A file to convert. */
export interface Source {
  /** As a person would write it from where they are. */
  readonly path: string;
  readonly bytes: number;
}

export async function openOneOff({ workspace, directory, sources, jobs, signal }: OneOffOptions) {
  const kader = workspace?.kader ?? (await mkdtemp(join(tmpdir(), 'kader-')));
  const leave = async (): Promise<void> => {
    if (!workspace) await rm(kader, { recursive: true, force: true });
  };
  try {
    const index = await openFileIndex(join(kader, 'index', 'one-off.json'));
    const store = await openStore(kader);
    const workshop = openWorkshop();
    const toolchain = readToolchain({ browser: 'none', ffmpeg: 'none' });
    const take = async (path: string) => {
      const known = index.know(path);
      if (known && store.has(known)) return known;
      const blob = await store.keepFile(path);
      index.learn(path, blob);
      return blob;
    };
    const identify = async (path: string) => hashFileSync(path);
    const caches: Caches = { recall: (key) => store.recall(key), remember: (key, made) => store.remember(key, made) };
    const makers = openMakers({
      store,
      workshop,
      program: undefined,
      ffmpeg: undefined,
      jobs,
      houseFolder: (name) => join(workspace?.templates ?? directory, name),
      houseStands: () => true,
      tokensModule: () => '',
      texts: new Map(),
    });
    return {
      store,
      async loadHouse(name: string): Promise<HouseStyle> {
        if (!workspace) throw new Error('Internal error: a house style without a workspace');
        const resolveFrom = [workspace.root, OWN_ROOT];
        const { house, findings } = await loadHouse(join(workspace.templates, name), name, {
          take,
          identify,
          caches,
          resolveFrom,
          blobPath: (digest) => store.blobPath(digest),
        });
        if (!house) throw new UserError(`The house style ${name} cannot be used.`, { findings });
        return house;
      },
      effects: {
        ingest: {
          ...ingestEffects({ supplied: directory, store, workshop, take, caches, jobs, sharp: toolchain.sharp, signal }),
          listSupplied: async () => sources.map(({ path, bytes }) => ({ path, bytes, outside: false })),
          take: (path: string) => take(resolve(directory, path)),
        },
        toolchain,
        makerTools: makers.tools,
        ...caches,
        beforeMaking: sweepBefore,
        places: { cpu: jobs, browser: 1, ffmpeg: 1 },
        signal,
        today: () => new Date().toISOString().slice(0, 10),
        async flush(): Promise<void> {
          await store.flush();
          await index.save();
        },
      },
      async close(): Promise<void> {
        const closed = await Promise.allSettled([workshop.close(), makers.close()]);
        await store.close();
        await leave();
        for (const one of closed) if (one.status === 'rejected') throw one.reason;
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/**
 * The files that are meant: each file as it is named, of a folder the pictures that lie directly in it.
 * @throws UserError when something is not there, or nothing is a picture
 */
export async function findSources(directory: string, named: readonly string[]): Promise<Source[]> {
  const found = new Map<string, Source>();
  const add = (path: string, bytes: number): void => void found.set(resolve(directory, path), { path: shownFrom(directory, path), bytes });
  for (const name of named) {
    const path = resolve(directory, name);
    const facts = await stat(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
        throw new UserError(`There is no file ${name}.`, { advice: 'Look at the spelling; name files, or a folder of pictures.' });
      throw new UserError(`${name} cannot be read (${codeOf(error)}).`, { advice: 'Give yourself the right to read it.' });
    });
    if (!facts.isDirectory()) {
      add(path, facts.size);
      continue;
    }
    const entries = (await readdir(path)).filter((entry) => !entry.startsWith('.')).sort();
    for (const entry of entries) {
      const inside = join(path, entry);
      const { size, file } = await stat(inside).then(
        (facts) => ({ size: facts.size, file: facts.isFile() }),
        () => ({ size: 0, file: false }),
      );
      if (file && size > 0 && isPicture(await sniff(inside))) add(inside, size);
    }
  }
  if (found.size > 0) return [...found.values()];
  throw new UserError(`There is no picture in ${named.join(', ')}.`, { advice: 'Name files, or a folder in which pictures lie.' });
}

const isPicture = (type: FileType): boolean => !isClipType(type) && type !== 'text' && type !== 'unknown';

/** Relative where that is shorter to say. */
export function shownFrom(directory: string, path: string): string {
  const whole = resolve(directory, path);
  const near = relative(directory, whole).replaceAll('\\', '/');
  return near.startsWith('../../..') ? whole.replaceAll('\\', '/') : near || basename(whole);
}
