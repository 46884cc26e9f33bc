/** How each kind of job is made, with the tools handed in. */

import { asMade, type CaptureWish } from '../model/capture.ts';
import type { BannerFacts, CaptureFacts, MarkupFacts, PageFacts, SmoothFacts } from '../model/facts.ts';
import type { Fault } from '../model/finding.ts';
import type { Blob, Job, KindName, Made, Resource } from '../model/job.ts';
import type { Input, JobKey, Json } from '../model/key.ts';
import type { FoundQuality, ImageRecipe, QualityRecipe, Rendered, Rendering } from '../model/recipe.ts';
import type { BundleRecipe } from './bundle.ts';
import type { FontRecipe } from './font.ts';
import type { CaptureRecipe, MeasureRecipe, Served, ServedUnit } from './look.ts';
import type { ZipRecipe } from './zip.ts';

export type Attempt = { readonly made: Made } | { readonly fault: Fault };
export type ServedFile = { readonly path: string; readonly type: string };

type UnitToRun = Omit<ServedUnit, 'files'> & { readonly files: ReadonlyMap<string, ServedFile> };

/** What making needs of the world. */
export interface MakerTools {
  /** Absolute path of bytes in the store; a page is put there when a tool first asks for it. */
  readonly blobPath: (blob: Pick<Blob, 'digest'>) => Promise<string>;
  /** A path in a folder of ours, free to write to. */
  readonly temporary: (file: string) => Promise<string>;
  readonly adopt: (path: string) => Promise<Blob>;
  readonly contentType: (path: string) => string;
  readonly renderPictures: (path: string, renderings: readonly Rendering[]) => Promise<readonly Rendered[]>;
  readonly subsetFont: (input: {
    path: string;
    text: string;
    axes: FontRecipe['axes'];
    to: string;
    format: 'woff2';
  }) => Promise<{ bytes: number } | { fault: Fault }>;
  readonly bundle: (recipe: BundleRecipe) => Promise<{ code: string } | { fault: Fault }>;
  readonly writeText: (path: string, text: string) => Promise<void>;
  readonly measurePage: (input: { url: string; files: ReadonlyMap<string, ServedFile> }) => Promise<PageFacts>;
  readonly runBanner: (
    input: UnitToRun & { readonly measured: boolean; readonly captures: readonly (CaptureWish & { readonly to: string })[] },
  ) => Promise<{ readonly facts?: BannerFacts; readonly captures: readonly CaptureFacts[] }>;
  readonly runSlowly: (input: UnitToRun) => Promise<SmoothFacts>;
  readonly validateMarkup: (pages: readonly { path: string }[]) => Promise<readonly MarkupFacts[]>;
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
  font: {
    resource: 'cpu',
    make: (batch, tools, inputs) => each(batch as readonly Job<FontRecipe>[], (job) => makeFont(job, tools, inputs)),
  },
  bundle: { resource: 'cpu', make: (batch, tools) => each(batch as readonly Job<BundleRecipe>[], (job) => makeBundle(job, tools)) },
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
  const images = batch.filter((job): job is Job<ImageRecipe> => job.kind === 'image');
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
      const known = search === undefined || searches.has(search) ? undefined : (inputs(search).facts as FoundQuality);
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
  const results = await tools.renderPictures(
    source,
    all.map((one) => ({ recipe: one.recipe, files: one.files, ...('to' in one ? { to: one.to } : {}) })),
  );
  const resultOf = (at: number): Rendered => results[at] ?? { reason: 'no answer' };
  return Promise.all(
    batch.map(async (job): Promise<Attempt> => {
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

async function makeFont(job: Job<FontRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  const { characters, axes, format } = job.recipe;
  const result = await tools.subsetFont({ path: await pathOf(job.inputs[0] as Input, tools, inputs), text: characters, axes, to, format });
  return 'fault' in result ? result : { made: { blob: await tools.adopt(to) } };
}

async function makeBundle(job: Job<BundleRecipe>, tools: MakerTools): Promise<Attempt> {
  const result = await tools.bundle(job.recipe);
  if ('fault' in result) return result;
  const to = await tools.temporary(job.file);
  await tools.writeText(to, result.code);
  return { made: { blob: await tools.adopt(to) } };
}

async function makeZip(job: Job<ZipRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  const files = await Promise.all(
    job.recipe.entries.map(async (name, at) => {
      const input = job.inputs[at] as Input;
      // A backup image has the format that came nearest to its frame.
      return { name: asMade(name, input.from === 'job' ? inputs(input.key).facts : undefined), path: await pathOf(input, tools, inputs) };
    }),
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
  return each(jobs, async (job) => {
    if (job.recipe.what === 'smooth') {
      const { what: _, files: served, ...unit } = job.recipe;
      return {
        made: { facts: (await tools.runSlowly({ ...unit, files: await servedFiles(job, served, tools, inputs) })) as unknown as Json },
      };
    }
    if (job.recipe.what !== 'page') throw new Error(`Internal error: ${job.label} is not a page`);
    const { url, files } = job.recipe;
    const facts = await tools.measurePage({ url, files: await servedFiles(job, files, tools, inputs) });
    return { made: { facts: facts as unknown as Json } };
  });
}

/** Measures and captures a unit in one page of the browser. */
async function lookAtUnit(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
  const [first] = batch as readonly Job<CaptureRecipe>[];
  if (!first) return [];
  const captures = await Promise.all(
    batch
      .filter(({ kind }) => kind === 'capture')
      .map(async (job) => ({ job, ...(job as Job<CaptureRecipe>).recipe.capture, to: await tools.temporary(job.file) })),
  );
  const { width, height, clickTag, click, files } = first.recipe;
  const { facts, captures: captured } = await tools.runBanner({
    width,
    height,
    clickTag,
    click,
    files: await servedFiles(first, files, tools, inputs),
    measured: batch.some(({ kind }) => kind === 'measure'),
    captures: captures.map(({ job: _, ...capture }) => capture),
  });
  return Promise.all(
    batch.map(async (job): Promise<Attempt> => {
      const at = captures.findIndex((capture) => capture.job === job);
      if (at < 0) return { made: { facts: facts as unknown as Json } };
      return { made: { blob: await tools.adopt((captures[at] as (typeof captures)[number]).to), facts: captured[at] as unknown as Json } };
    }),
  );
}

export function resourceOf(job: Job): Resource {
  return makers[job.kind].resource;
}

/** A batch is made by its kind's maker: all its jobs share one, or makers that know each other. */
export function makeWith(tools: MakerTools) {
  return (batch: readonly Job[], inputs: Inputs): Promise<readonly Attempt[]> => makers[(batch[0] as Job).kind].make(batch, tools, inputs);
}
