/** Fits the tools to what the stages ask; one studio is open while a production is built. */

import { statSync } from 'node:fs';
import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feed } from '../model/feed.ts';
import { UserError } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import type { Blob, Made } from '../model/job.ts';
import { jsonPieces } from '../model/json-pieces.ts';
import { type Digest, digestOf } from '../model/key.ts';
import type { Part } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import type { Release, ReleaseFile, Standing } from '../model/record.ts';
import type { UnitToRender } from '../model/rendering.ts';
import type { Glance } from './at-a-glance.ts';
import { findBrowser } from './browser-find.ts';
import { hashFileSync, writeBeside } from './disk.ts';
import { findFfmpeg, findFfprobe } from './ffmpeg-find.ts';
import { holdNursery, sweepBefore } from './heap.ts';
import { loadHouse, takeFolder } from './house.ts';
import { openFileIndex } from './index-of-files.ts';
import { takeLock } from './lock.ts';
import { placesOfPrograms, remembered } from './remembered.ts';
import { openStanding, saveReport } from './standing.ts';
import { type Caches, openStore } from './store.ts';
import { clipEffects } from './studio-clips.ts';
import { ingestEffects } from './studio-ingest.ts';
import { openMakers } from './studio-makers.ts';
import { openPreview } from './studio-preview.ts';
import { openTemplates } from './studio-templates.ts';
import { OWN_ROOT, readToolchain } from './toolchain.ts';
import { layTree } from './tree.ts';
import type { Typesetter } from './typesetter.ts';
import type { Workshop } from './workshop.ts';
import { productionLock, TREES, type Tree, treeStateFile, type Workspace } from './workspace.ts';

export interface StudioOptions {
  readonly workspace: Workspace;
  readonly production: string;
  /** Jobs at once on the processor. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether anything can be asked for that needs one; to find it takes a while. */
  readonly browser: boolean;
  readonly typesetter: Typesetter;
  readonly workshop: Workshop;
  /** Whether hops are saved under `output/`: a look (`check`, `plan`) leaves the last build's record alone. */
  readonly records: boolean;
  readonly onWait?: () => void;
  /** Taken before; what comes of the build is kept with it. */
  readonly glance?: Glance | undefined;
}

export async function openStudio(options: StudioOptions) {
  const { workspace, production, signal, onWait, typesetter, workshop } = options;
  let lock: Awaited<ReturnType<typeof takeLock>>;
  const leave = async (): Promise<void> => {
    await Promise.all([typesetter.close(), workshop.close()]);
    await lock?.release();
  };
  try {
    lock = await takeLock(productionLock(workspace, production), { wait: true, signal, ...(onWait ? { onWait } : {}) });
    const { close, ...studio } = await fitStudio(options);
    return { ...studio, close: () => close().finally(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function fitStudio(options: StudioOptions) {
  holdNursery();
  const { workspace, production, jobs, typesetter, workshop } = options;
  const supplied = join(workspace.assets, production);
  const output = join(workspace.output, production);
  if (options.records) await ensureWritable(output);
  const { env } = options;
  const places = placesOfPrograms(workspace, env);
  const program = options.browser ? await remembered(places.browser, () => findBrowser(env)) : undefined;
  const ffmpeg = await remembered(places.ffmpeg, () => findFfmpeg(env));
  const index = await openFileIndex(join(workspace.kader, 'index', `${production}.json`));
  // Last, because it is what must be closed when another cannot be opened.
  const store = await openStore(workspace.kader);
  const toolchain = readToolchain({ browser: program?.version ?? 'none', ffmpeg: ffmpeg?.version ?? 'none' });
  let house: HouseStyle | undefined;
  // Pages go from memory straight into the output; only what measures them needs them as files.
  const texts = new Map<Digest, string>();
  const take = async (path: string): Promise<{ digest: Digest; bytes: number }> => {
    const known = index.know(path);
    if (known && store.has(known)) return known;
    const blob = await store.keepFile(path);
    index.learn(path, blob);
    return blob;
  };

  const identify = async (path: string): Promise<{ digest: Digest; bytes: number }> => {
    const known = index.know(path);
    if (known) return known;
    const blob = hashFileSync(path);
    index.learn(path, blob);
    return blob;
  };

  const houseStands = async (style: HouseStyle): Promise<boolean> => {
    const files = await takeFolder(join(workspace.templates, style.name), '', { take, identify });
    return JSON.stringify(files) === JSON.stringify(style.files);
  };
  const makers = openMakers({
    store,
    workshop,
    program,
    ffmpeg,
    ffprobe: async () => (await import('./ffmpeg-find.ts')).findFfprobe(env, ffmpeg),
    jobs,
    houseFolder: (name) => join(workspace.templates, name),
    houseStands: () => (house ? houseStands(house) : true),
    tokensModule: () => house?.tokensModule ?? '',
    texts,
  });

  /** Keys of what is kept beside the jobs' outcomes. */
  const used = new Set<string>();
  const caches: Caches = {
    recall(key: string): Made | undefined {
      used.add(key);
      return store.recall(key);
    },
    remember(key: string, made: Made): void {
      used.add(key);
      store.remember(key, made);
    },
  };

  const stateFile = (tree: Tree): string => treeStateFile(workspace, production, tree);
  const standing = openStanding(workspace, production);

  const clips = clipEffects({
    ffmpeg,
    findFfprobe: () => remembered(places.ffprobe(ffmpeg?.path), () => findFfprobe(env, ffmpeg)),
    blobPath: (digest) => store.blobPath(digest),
    signal: options.signal,
  });

  const templates = openTemplates({
    workspace,
    production,
    caches,
    store,
    identify,
    toolchain,
    houseStands,
    typesetter,
    onMiss: () => workshop.warm(),
  });

  const developers: Record<string, string> = {};
  const keepGlance = async (build: Standing): Promise<void> => {
    if (house)
      await options.glance?.keep(build, { faces: house.fonts.map(({ package: name, file }) => ({ package: name, file })), developers });
  };

  const keepText = async (text: string): Promise<Blob> => {
    const digest = digestOf(text);
    texts.set(digest, text);
    return { digest, bytes: Buffer.byteLength(text) };
  };

  const effects = {
    keepText,
    readOrderText: () => readFile(join(supplied, 'order.yaml'), 'utf8'),
    ingest: ingestEffects({
      ...{ supplied, store, workshop, take, caches, jobs, sharp: toolchain.sharp, signal: options.signal, clips },
      onDeveloper: (type, state) => {
        developers[type] = state;
      },
    }),
    async loadHouse(name: string) {
      const loaded = await loadHouse(join(workspace.templates, name), name, {
        take,
        identify,
        caches,
        blobPath: (digest: Digest) => store.blobPath(digest),
        resolveFrom: [workspace.root, OWN_ROOT],
      });
      house = loaded.house;
      return loaded;
    },
    contentDigest: templates.contentDigest,
    layout: (order: Order, style: HouseStyle) => ({
      toolchain,
      keepText,
      readFeed: async (feed: Feed) => (await import('./studio-feed.ts')).readFeedOnce(feed, { store, caches }),
      renderSite: () => templates.renderSite(order, style),
      renderUnits: (folder: string, units: readonly UnitToRender[]) => templates.renderUnits(folder, units, order, style),
    }),
    endLayout: () => void typesetter.close(),
    beforeMaking: sweepBefore,
    toolchain,
    usedCaches: () => [...used].sort(),
    standing: {
      ...standing,
      async recall(key: Digest) {
        const build = await standing.recall(key);
        if (build) await keepGlance(build);
        return build;
      },
      async keep(build: Standing) {
        if (!templates.isSettled()) return;
        await standing.keep(build);
        await keepGlance(build);
      },
    },
    makerTools: makers.tools,
    recall: (key: string) => store.recall(key),
    remember: (key: string, made: Made) => store.remember(key, made),
    sizeOf(digest: Digest): number {
      const text = texts.get(digest);
      return text === undefined ? statSync(store.blobPath(digest)).size : Buffer.byteLength(text);
    },
    async saveHop(name: string, value: unknown): Promise<void> {
      if (options.records) await writeBeside(join(output, 'record', `${name}.json`), jsonPieces(value));
    },
    async lay(release: Release, only: Part | undefined) {
      // What is handed over is of banners; a build of the site alone leaves it as it lies. The preview is laid when all is told of it.
      const asked = TREES.filter((tree) => !only || tree === only || tree === 'review' || (tree === 'release' && only === 'banners'));
      const trees = asked.filter((tree) => tree !== 'preview');
      for (const tree of trees) {
        const from: readonly ReleaseFile[] = tree === 'review' ? release.review : release.files;
        const files = from
          .filter(({ path }) => path.startsWith(`${tree}/`))
          .map((file) => {
            const text = texts.get(file.digest);
            return { ...file, path: file.path.slice(tree.length + 1), ...(text === undefined ? {} : { text }) };
          });
        await layTree({
          store,
          target: join(output, tree),
          files,
          stateFile: stateFile(tree),
        });
      }
    },
    preview: openPreview({ workspace, production, store, texts, stateFile: stateFile('preview') }),
    /** @returns the page. */
    async layImages(html: string, thumbnails: readonly ReleaseFile[]): Promise<string> {
      const page = { path: 'index.html', digest: digestOf(html), bytes: Buffer.byteLength(html), text: html };
      await layTree({ store, target: join(output, 'images'), files: [page, ...thumbnails], stateFile: stateFile('images') });
      return join(output, 'images', 'index.html');
    },
    saveReport: (html: string, json: string) => saveReport(output, html, json),
    async flush() {
      await store.flush();
      await index.save();
    },
    places: { cpu: jobs, browser: jobs, ffmpeg: 1 },
    signal: options.signal,
    today: () => new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
  };
  return {
    effects,
    store,
    output,
    async close(): Promise<void> {
      const closed = await Promise.allSettled([workshop.close(), makers.close()]);
      await store.close();
      for (const one of closed) if (one.status === 'rejected') throw one.reason;
    },
  };
}

/** Told before an hour of work, not after it. */
async function ensureWritable(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, 'record'), { recursive: true });
    await access(folder, constants.W_OK);
    const trial = join(folder, `.kader-${process.pid}`);
    await writeFile(trial, '');
    await rm(trial);
  } catch (error) {
    throw new UserError(`${folder} cannot be written to (${(error as NodeJS.ErrnoException).code}).`, {
      advice: 'Give yourself the right to write there, or free the disk, and build again.',
    });
  }
}
