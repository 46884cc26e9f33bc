/** The tools that jobs are made with, each opened on first use. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { ClipType } from '../model/clip.ts';
import type { TitledLook } from '../model/facts.ts';
import { MissingProgram } from '../model/finding.ts';
import { SHARED_FOLDER, SIZED_TEMPLATES } from '../model/house.ts';
import type { Digest } from '../model/key.ts';
import type { Rendered, Rendering, Sequence, VideoRecipe } from '../model/recipe.ts';
import type { BrowserTool } from './browser.ts';
import type { BrowserProgram } from './browser-find.ts';
import type { StyleToBundle } from './bundle.ts';
import type { CutPrograms } from './cut-make.ts';
import type { FfmpegProgram, FfprobeProgram } from './ffmpeg-find.ts';
import { freeNursery } from './heap.ts';
import { installAdvice } from './programs.ts';
import { contentTypeOf } from './server.ts';
import type { Store } from './store.ts';
import type { VideoWish } from './video.ts';
import type { Workshop } from './workshop.ts';

export interface MakersOptions {
  readonly store: Store;
  readonly workshop: Workshop;
  readonly program: BrowserProgram | undefined;
  readonly ffmpeg: FfmpegProgram | undefined;
  /** Looked for when something was made that it must read back. */
  readonly ffprobe?: () => Promise<FfprobeProgram | undefined>;
  readonly jobs: number;
  /** Absolute folder of a house style. */
  readonly houseFolder: (house: string) => string;
  /** Whether the house style is as it was when its files went into keys. */
  readonly houseStands: () => boolean | Promise<boolean>;
  readonly tokensModule: () => string;
  /** Pages and unit documents of this build, by digest. */
  readonly texts: ReadonlyMap<Digest, string>;
}

/** Compiled run-time of banners, bundled into each. */
const MOTION = fileURLToPath(new URL('../browser/motion.js', import.meta.url));
/** Of these parts of it others stand in where texts are outlines. */
const OUTLINED = Object.fromEntries(
  ['ink', 'company', 'split'].map((part) => [
    fileURLToPath(new URL(`../browser/motion-${part}.js`, import.meta.url)),
    fileURLToPath(new URL(`../browser/outlined-${part}.js`, import.meta.url)),
  ]),
);

export interface BundleWish {
  readonly what: 'style' | 'script';
  readonly house: string;
  readonly folder: string;
  readonly entry: string;
  readonly prelude?: string;
  readonly more?: readonly string[];
  readonly names?: StyleToBundle['names'];
  readonly runtime?: 'page' | 'banner';
  readonly silent?: boolean;
  readonly outlined?: boolean;
}

export function openMakers({
  store,
  workshop,
  program,
  ffmpeg,
  ffprobe,
  jobs,
  houseFolder,
  houseStands,
  tokensModule,
  texts,
}: MakersOptions) {
  let browser: Promise<BrowserTool> | undefined;
  const openedBrowser = (): Promise<BrowserTool> => {
    if (!program) {
      throw new MissingProgram('browser', installAdvice('chromium'));
    }
    freeNursery();
    browser ??= import('./browser.ts').then(({ openBrowser }) => openBrowser(program, { pages: jobs }));
    return browser;
  };
  const closing = new AbortController();
  let probe: Promise<FfprobeProgram | undefined> | undefined;
  const filmPrograms = async (): Promise<CutPrograms> => {
    if (!ffmpeg) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
    probe ??= ffprobe?.();
    const found = await probe;
    if (!found) throw new MissingProgram('ffprobe', installAdvice('ffmpeg'));
    return { ffmpeg, ffprobe: found };
  };
  let fontsUsed = false;
  let count = 0;
  let folder: Promise<string> | undefined;

  const bundleOnce = async (wish: BundleWish) => {
    const root = join(houseFolder(wish.house), wish.folder);
    const shared = SIZED_TEMPLATES.test(wish.folder) ? join(houseFolder(wish.house), SHARED_FOLDER) : undefined;
    const { bundleScript, bundleStyle } = await import('./bundle.ts');
    if (wish.what === 'style')
      return bundleStyle({ root, shared, entry: wish.entry, prelude: wish.prelude ?? '', more: wish.more ?? [], names: wish.names ?? {} });
    const modules = { 'kader/tokens': tokensModule(), 'kader/motion': MOTION };
    const isBanner = wish.runtime === 'banner';
    const name = wish.entry.split('/').at(-1) ?? '';
    return bundleScript({
      root,
      shared,
      entry: wish.entry,
      ...(isBanner ? { entryContents: `import { start } from 'kader/motion'; import { motion } from './${name}'; start(motion);` } : {}),
      resolveDir: join(root, wish.entry, '..'),
      modules,
      format: isBanner ? 'iife' : 'esm',
      target: ['es2020'],
      silent: wish.silent ?? false,
      ...(wish.outlined ? { standIns: OUTLINED } : {}),
    });
  };

  const tools = {
    async blobPath({ digest }: { readonly digest: Digest }): Promise<string> {
      const text = texts.get(digest);
      if (text !== undefined) await store.keepText(text);
      return store.blobPath(digest);
    },
    async temporary(file: string): Promise<string> {
      folder ??= store.temporaryFolder();
      return join(await folder, `${++count}-${file.replaceAll('/', '-')}`);
    },
    adopt: (path: string) => store.adopt(path),
    async weigh(path: string) {
      const bytes = await readFile(path);
      return { bytes: bytes.length, deflated: Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length) };
    },
    readText: async ({ digest }: { readonly digest: Digest }) => texts.get(digest) ?? (await store.read(digest)).toString('utf8'),
    keepText: (text: string) => store.keepText(text),
    contentType: contentTypeOf,
    async renderPictures(path: string, renderings: readonly Rendering[]): Promise<readonly Rendered[]> {
      const answer = await workshop.ask({ task: 'render', path, renderings, atOnce: jobs });
      if (answer.ok) return answer.rendered ?? [];
      // A crash or a hang may be a neighbour's fault: thrown, it is tried again one by one.
      if (/^(crash|timeout)/.test(answer.reason))
        throw Object.assign(new Error(answer.reason), answer.reason.startsWith('timeout') ? { name: 'TimeoutError' } : {});
      return renderings.map(() => ({ reason: answer.reason }));
    },
    async layFrames(path: string, recipe: Pick<VideoRecipe, 'frame' | 'frames'>, files: readonly string[], to: string) {
      if (!ffmpeg) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
      const answer = await workshop.ask({ task: 'frames', path, recipe, files, to });
      if (!answer.ok) return { reason: answer.reason };
      return answer.sequence as Sequence;
    },
    async encodeVideo(wish: VideoWish) {
      if (!ffmpeg) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
      const { encodeVideo } = await import('./video.ts');
      await encodeVideo(ffmpeg, wish, closing.signal);
    },
    async makeCuts(wishes: readonly import('./cut-make.ts').CutWish[], onFrames?: (frames: number, of: number) => void) {
      const { makeCuts } = await import('./cut-make.ts');
      return makeCuts(await filmPrograms(), wishes, { signal: closing.signal, onFrames });
    },
    async makeStream(wish: import('./stream-make.ts').StreamWish) {
      const { makeStream } = await import('./stream-make.ts');
      return makeStream(await filmPrograms(), wish, { signal: closing.signal });
    },
    async lookAtClip(path: string, type: ClipType, titled?: TitledLook) {
      const { lookAtClip } = await import('./cut-look.ts');
      return lookAtClip(await filmPrograms(), path, type, titled, closing.signal);
    },
    async makeSound(wish: import('./sound-make.ts').SoundWish) {
      if (!ffmpeg) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
      const { makeSound } = await import('./sound-make.ts');
      return makeSound(ffmpeg, wish, closing.signal);
    },
    async readPeaks(wish: import('./sound-peaks.ts').PeaksWish) {
      if (!ffmpeg) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
      const { readPeaks } = await import('./sound-peaks.ts');
      return readPeaks(ffmpeg, wish, closing.signal);
    },
    discard: (path: string) => rm(path, { force: true }),
    async subsetFont(input: Parameters<typeof import('./fonts.ts')['subsetFont']>[0]) {
      fontsUsed = true;
      const { subsetFont } = await import('./fonts.ts');
      return subsetFont(input);
    },
    readTexts: async (input: Parameters<BrowserTool['readTexts']>[0]) => (await openedBrowser()).readTexts(input),
    async outlineTexts(...wish: Parameters<typeof import('./fonts.ts')['outlineTexts']>) {
      fontsUsed = true;
      const { outlineTexts } = await import('./fonts.ts');
      return outlineTexts(...wish);
    },
    async outlinePage(...wish: Parameters<typeof import('./outline-page.ts')['outlinePage']>) {
      const { outlinePage } = await import('./outline-page.ts');
      return outlinePage(...wish);
    },
    async bundle(wish: BundleWish) {
      const bundled = await bundleOnce(wish);
      if (!(await houseStands())) throw new Error('the house style changed while it was read; build again');
      return bundled;
    },
    readBytes: (path: string) => readFile(path),
    async cleanDrawing(svg: string) {
      const { cleanDrawing } = await import('./drawing.ts');
      return cleanDrawing(svg);
    },
    async writeSheet(input: Parameters<typeof import('./sheet.ts')['writeSheet']>[0]) {
      const { writeSheet } = await import('./sheet.ts');
      return writeSheet(input);
    },
    writeText: (path: string, text: string) => writeFile(path, text, { flag: 'wx' }),
    measurePage: async (input: Parameters<BrowserTool['measurePage']>[0]) => (await openedBrowser()).measurePage(input),
    runBanner: async (input: Parameters<BrowserTool['runBanner']>[0]) => (await openedBrowser()).runBanner(input),
    runSlowly: async (input: Parameters<BrowserTool['runSlowly']>[0]) => (await openedBrowser()).runSlowly(input),
    async validateMarkup(pages: readonly { path: string }[]) {
      const { validateMarkup } = await import('./markup.ts');
      return validateMarkup(pages);
    },
    async readPackage(path: string) {
      const { readPackage } = await import('./package-read.ts');
      return readPackage(path);
    },
    async writeZip(input: Parameters<typeof import('./zip.ts')['writeZip']>[0]) {
      freeNursery();
      const { writeZip } = await import('./zip.ts');
      return writeZip(input);
    },
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await (await browser)?.close();
    if (fontsUsed) await (await import('./fonts.ts')).closeFonts();
  };
  return { tools, close };
}
