/** How each kind of job is made, with the tools handed in. */

import type { BannerFacts, MarkupFacts, PackageFacts, PageFacts } from '../model/facts.ts';
import type { Fault } from '../model/finding.ts';
import type { Blob, Job, KindName, Made, Resource } from '../model/job.ts';
import type { Input, JobKey, Json } from '../model/key.ts';
import type { PageFinished, PageRecipe } from '../model/offer.ts';
import type {
  FoundQuality,
  ImageRecipe,
  QualityRecipe,
  Rendered,
  Rendering,
  Sequence,
  Shared,
  ShareRecipe,
  VideoRecipe,
} from '../model/recipe.ts';
import type { BundleRecipe } from './bundle.ts';
import type { DrawingRecipe } from './drawing.ts';
import type { FontRecipe } from './font.ts';
import { type InlineRecipe, makeInline } from './inline.ts';
import type { CaptureRecipe, MeasureRecipe, Served } from './look.ts';
import { finishPage } from './page.ts';
import { makeShare } from './share.ts';
import type { SheetRecipe } from './sheet.ts';
import type { ZipRecipe } from './zip.ts';

export type Attempt = { readonly made: Made } | { readonly fault: Fault };
export type ServedFile = { readonly path: string; readonly type: string };

/** What making needs of the world. */
export interface MakerTools {
  /** Absolute path of bytes in the store; a page is put there when a tool first asks for it. */
  readonly blobPath: (blob: Pick<Blob, 'digest'>) => Promise<string>;
  /** A path in a folder of ours, free to write to. */
  readonly temporary: (file: string) => Promise<string>;
  readonly adopt: (path: string) => Promise<Blob>;
  /** Bytes of a file as it is, and as a zip packs it. */
  readonly weigh: (path: string) => Promise<{ readonly bytes: number; readonly deflated: number }>;
  readonly readText: (blob: Pick<Blob, 'digest'>) => Promise<string>;
  readonly keepText: (text: string) => Promise<Blob>;
  readonly contentType: (path: string) => string;
  readonly renderPictures: (path: string, renderings: readonly Rendering[]) => Promise<readonly Rendered[]>;
  /** Every frame of a picture that moves, shaped, into one file. */
  readonly layFrames: (
    path: string,
    recipe: Pick<VideoRecipe, 'frame' | 'frames'>,
    files: readonly string[],
    to: string,
  ) => Promise<Sequence | { readonly reason: string }>;
  readonly encodeVideo: (wish: { frames: string; sequence: Sequence; recipe: VideoRecipe; to: string }) => Promise<void>;
  readonly discard: (path: string) => Promise<void>;
  readonly subsetFont: (input: {
    path: string;
    text: string;
    axes: FontRecipe['axes'];
    to: string;
    format: 'woff2';
  }) => Promise<{ bytes: number } | { fault: Fault }>;
  readonly bundle: (recipe: BundleRecipe) => Promise<{ code: string } | { fault: Fault }>;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** @throws what is wrong with the drawing. */
  readonly cleanDrawing: (svg: string) => Promise<string>;
  readonly writeSheet: (input: SheetRecipe & { to: string }) => Promise<void>;
  readonly measurePage: (input: { url: string; files: ReadonlyMap<string, ServedFile> }) => Promise<PageFacts>;
  readonly runBanner: (input: {
    width: number;
    height: number;
    files: ReadonlyMap<string, ServedFile>;
    clickTag: string;
    capture?: { format: 'jpeg'; maxBytes: number; scale: 1; to: string };
  }) => Promise<BannerFacts>;
  readonly validateMarkup: (pages: readonly { path: string }[]) => Promise<readonly MarkupFacts[]>;
  readonly readPackage: (path: string) => Promise<PackageFacts>;
  readonly writeZip: (input: { files: readonly { name: string; path: string }[]; to: string }) => Promise<void>;
}

type Inputs = (key: JobKey) => Made;

interface Maker {
  readonly resource: Resource;
  readonly make: (batch: readonly Job[], tools: MakerTools, inputs: Inputs) => Promise<readonly Attempt[]>;
}

export const makers = {
  image: { resource: 'cpu', make: makeImages },
  quality: { resource: 'cpu', make: makeImages },
  share: {
    resource: 'cpu',
    make: (batch, tools, inputs) =>
      each(batch as readonly Job<ShareRecipe>[], (job) => makeShare(job, tools, (input) => pathOf(input, tools, inputs), inputs)),
  },
  video: { resource: 'ffmpeg', make: makeVideos },
  page: {
    resource: 'cpu',
    make: (batch, tools, inputs) => each(batch as readonly Job<PageRecipe>[], (job) => makePage(job, tools, inputs)),
  },
  font: {
    resource: 'cpu',
    make: (batch, tools, inputs) => each(batch as readonly Job<FontRecipe>[], (job) => makeFont(job, tools, inputs)),
  },
  bundle: { resource: 'cpu', make: (batch, tools) => each(batch as readonly Job<BundleRecipe>[], (job) => makeBundle(job, tools)) },
  inline: {
    resource: 'cpu',
    make: (batch, tools, inputs) => each(batch as readonly Job<InlineRecipe>[], (job) => makeText(job, tools, inputs)),
  },
  drawing: {
    resource: 'cpu',
    make: (batch, tools, inputs) => each(batch as readonly Job<DrawingRecipe>[], (job) => makeDrawing(job, tools, inputs)),
  },
  sheet: { resource: 'cpu', make: (batch, tools) => each(batch as readonly Job<SheetRecipe>[], (job) => makeSheet(job, tools)) },
  capture: { resource: 'browser', make: lookAtUnit },
  measure: { resource: 'browser', make: measure },
  zip: { resource: 'cpu', make: (batch, tools, inputs) => each(batch as readonly Job<ZipRecipe>[], (job) => makeZip(job, tools, inputs)) },
} satisfies Record<KindName, Maker>;

async function each<R extends Json>(batch: readonly Job<R>[], make: (job: Job<R>) => Promise<Attempt>): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const job of batch) attempts.push(await make(job));
  return attempts;
}

async function pathOf(input: Input, tools: MakerTools, inputs: Inputs): Promise<string> {
  if (input.from === 'store') return tools.blobPath(input);
  const { blob } = inputs(input.key);
  if (!blob) throw new Error(`Internal error: job ${input.key} gave no file`);
  return tools.blobPath(blob);
}

/** Renditions of one picture and the searches of their qualities: both are done on the same pixels, so nothing is decoded twice. */
async function makeImages(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
  const [first] = batch;
  if (!first) return [];
  const source = await pathOf(first.inputs[0] as Input, tools, inputs);
  const searches = new Map(batch.filter(({ kind }) => kind === 'quality').map((job) => [job.key, job]));
  const standing = new Map(batch.flatMap((job) => asWanted(job, inputs) ?? []));
  const images = batch.filter((job): job is Job<ImageRecipe> => job.kind === 'image' && !standing.has(job.key));
  const searchOf = (job: Job): JobKey | undefined => job.inputs.find((input) => input.from === 'job')?.key;
  const filesOf = (job: Job): Promise<string[]> =>
    Promise.all(
      job.inputs
        .filter(({ from }) => from === 'store')
        .slice(1)
        .map((input) => pathOf(input, tools, inputs)),
    );
  const renderings = await Promise.all(
    images.map(async (job) => {
      const search = searchOf(job);
      const known = search === undefined || searches.has(search) ? undefined : foundFor(job.recipe, inputs(search).facts as Json);
      const recipe = known ? { ...job.recipe, quality: known.quality } : job.recipe;
      return { search: known ? undefined : search, known, recipe, files: await filesOf(job), to: await tools.temporary(job.file) };
    }),
  );
  const rendered = new Set(renderings.map(({ search }) => search));
  const alone = await Promise.all(
    [...searches.values()]
      .filter(({ key }) => !rendered.has(key))
      .map(async (job) => ({ search: job.key, recipe: job.recipe as QualityRecipe, files: await filesOf(job) })),
  );
  const all = [...renderings, ...alone];
  const asked = all.map((one) => ({ recipe: one.recipe, files: one.files, ...('to' in one ? { to: one.to } : {}) }));
  const results = asked.length === 0 ? [] : await tools.renderPictures(source, asked);
  const resultOf = (at: number): Rendered => results[at] ?? { reason: 'no answer' };
  return Promise.all(
    batch.map(async (job): Promise<Attempt> => {
      const made = standing.get(job.key);
      if (made) return { made };
      const at = job.kind === 'image' ? images.indexOf(job as Job<ImageRecipe>) : all.findIndex(({ search }) => search === job.key);
      const result = resultOf(at);
      if ('reason' in result) return { fault: { code: 'tool-failed', args: { label: job.label, detail: result.reason } } };
      if (job.kind === 'quality') return { made: { facts: result.found as FoundQuality } };
      const { to, known } = renderings[at] as (typeof renderings)[number];
      const facts = result.found ?? known;
      return { made: { blob: await tools.adopt(to), ...(facts ? { facts } : {}) } };
    }),
  );
}

/** A share tells of several pictures, a search of one. */
function foundFor({ share }: ImageRecipe, facts: Json): FoundQuality | undefined {
  return share === undefined ? (facts as FoundQuality) : ((facts as Shared).qualities[share] ?? undefined);
}

/** What shares the weight of a unit and need not give way is the rendition that was wanted. */
function asWanted(job: Job, inputs: Inputs): [JobKey, Made][] | undefined {
  const { share } = job.recipe as Partial<ImageRecipe>;
  const [shared, wanted] = job.inputs.flatMap((input) => (input.from === 'job' ? [input.key] : []));
  if (share === undefined || !shared || !wanted) return undefined;
  return (inputs(shared).facts as Shared).qualities[share] === null ? [[job.key, inputs(wanted)]] : undefined;
}

/** The same frames in several codecs. */
async function makeVideos(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
  const jobs = batch as readonly Job<VideoRecipe>[];
  const [first] = jobs;
  if (!first) return [];
  const [source = '', ...files] = await Promise.all(first.inputs.map((input) => pathOf(input, tools, inputs)));
  const frames = await tools.temporary('frames.rgb');
  try {
    const sequence = await tools.layFrames(source, first.recipe, files, frames);
    if ('reason' in sequence)
      return jobs.map(({ label }) => ({ fault: { code: 'tool-failed', args: { label, detail: sequence.reason } } }));
    return await each(jobs, async ({ recipe, file }) => {
      const to = await tools.temporary(file);
      await tools.encodeVideo({ frames, sequence, recipe, to });
      return { made: { blob: await tools.adopt(to) } };
    });
  } finally {
    await tools.discard(frames);
  }
}

async function makePage(
  { inputs: [page, ...renditions], recipe, label }: Job<PageRecipe>,
  tools: MakerTools,
  inputs: Inputs,
): Promise<Attempt> {
  if (page?.from !== 'store') throw new Error(`Internal error: ${label} begins with no page`);
  const weights = new Map<string, number>();
  for (const [at, input] of renditions.entries()) {
    const bytes = input.from === 'job' ? inputs(input.key).blob?.bytes : undefined;
    if (bytes !== undefined) weights.set(recipe.files[at]?.split('/').at(-1) ?? '', bytes);
  }
  const { html, left } = finishPage(await tools.readText(page), weights);
  const facts: PageFinished = { left: recipe.files.filter((path) => left.includes(path.split('/').at(-1) ?? '')) };
  return { made: { blob: await tools.keepText(html), facts } };
}

async function makeFont(job: Job<FontRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  const { characters, axes, format } = job.recipe;
  const result = await tools.subsetFont({ path: await pathOf(job.inputs[0] as Input, tools, inputs), text: characters, axes, to, format });
  return 'fault' in result ? result : { made: { blob: await tools.adopt(to) } };
}

async function makeBundle(job: Job<BundleRecipe>, tools: MakerTools): Promise<Attempt> {
  const result = await tools.bundle(job.recipe);
  return 'fault' in result ? result : { made: { blob: await keepText(job.file, result.code, tools) } };
}

async function makeText(job: Job<InlineRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const made = await makeInline(job, {
    readBytes: async (input) => tools.readBytes(await pathOf(input, tools, inputs)),
    keepText: (file, text) => keepText(file, text, tools),
  });
  return { made };
}

async function makeDrawing(job: Job<DrawingRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const svg = new TextDecoder().decode(await tools.readBytes(await pathOf(job.inputs[0] as Input, tools, inputs)));
  return { made: { blob: await keepText(job.file, await tools.cleanDrawing(svg), tools) } };
}

async function makeSheet(job: Job<SheetRecipe>, tools: MakerTools): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  await tools.writeSheet({ ...job.recipe, to });
  return { made: { blob: await tools.adopt(to) } };
}

async function keepText(file: string, text: string, tools: MakerTools): Promise<Blob> {
  const to = await tools.temporary(file);
  await tools.writeText(to, text);
  return tools.adopt(to);
}

async function makeZip(job: Job<ZipRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  const files = await Promise.all(
    job.recipe.entries.map(async (name, at) => ({ name, path: await pathOf(job.inputs[at] as Input, tools, inputs) })),
  );
  await tools.writeZip({ files, to });
  return { made: { blob: await tools.adopt(to) } };
}

async function servedFiles(job: Job<Json>, files: readonly Served[], tools: MakerTools, inputs: Inputs): Promise<Map<string, ServedFile>> {
  const served = new Map<string, ServedFile>();
  for (const { path, input } of files)
    served.set(path, { path: await pathOf(job.inputs[input] as Input, tools, inputs), type: tools.contentType(path) });
  return served;
}

async function measure(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<readonly Attempt[]> {
  const jobs = batch as readonly Job<MeasureRecipe>[];
  const [first] = jobs;
  if (first?.recipe.what === 'banner') return lookAtUnit(batch, tools, inputs);
  if (first?.recipe.what === 'markup') {
    const facts = await tools.validateMarkup(
      await Promise.all(jobs.map(async (job) => ({ path: await pathOf(job.inputs[0] as Input, tools, inputs) }))),
    );
    return jobs.map((_, at): Attempt => ({ made: { facts: facts[at] as unknown as Json } }));
  }
  if (first?.recipe.what === 'package') {
    return each(jobs, async (job) => {
      const facts = await tools.readPackage(await pathOf(job.inputs[0] as Input, tools, inputs));
      return { made: { facts: facts as unknown as Json } };
    });
  }
  return each(jobs, async (job) => {
    if (job.recipe.what !== 'page') throw new Error(`Internal error: ${job.label} is not a page`);
    const { url, files } = job.recipe;
    const facts = await tools.measurePage({ url, files: await servedFiles(job, files, tools, inputs) });
    return { made: { facts: facts as unknown as Json } };
  });
}

/** Measures and photographs a unit in one page of the browser. */
async function lookAtUnit(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
  const capture = batch.find((job): job is Job<CaptureRecipe> => job.kind === 'capture');
  const [first] = batch;
  if (!first) return [];
  const { width, height, clickTag, files } = first.recipe as CaptureRecipe;
  const to = capture && (await tools.temporary(capture.file));
  const facts = await tools.runBanner({
    width,
    height,
    clickTag,
    files: await servedFiles(first, files, tools, inputs),
    ...(capture && to ? { capture: { format: capture.recipe.format, maxBytes: capture.recipe.maxBytes, scale: 1, to } } : {}),
  });
  const blob = to && (await tools.adopt(to));
  return batch.map((job): Attempt => ({ made: job.kind === 'capture' && blob ? { blob } : { facts: facts as unknown as Json } }));
}

/** A package is read where it lies; every other measurement takes a page of the browser. */
export function resourceOf(job: Job): Resource {
  const isPackage = job.kind === 'measure' && (job.recipe as MeasureRecipe).what === 'package';
  return isPackage ? 'cpu' : makers[job.kind].resource;
}

/** A batch is made by its kind's maker: all its jobs share one, or makers that know each other. */
export function makeWith(tools: MakerTools) {
  return (batch: readonly Job[], inputs: Inputs): Promise<readonly Attempt[]> => makers[(batch[0] as Job).kind].make(batch, tools, inputs);
}
