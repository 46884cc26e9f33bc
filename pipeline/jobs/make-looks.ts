/** How pages, banners and packages are measured, and banners captured. */
import type { BannerFacts, CaptureFacts, TitledLook } from '../model/facts.ts';
import type { Job } from '../model/job.ts';
import type { Input, Json } from '../model/key.ts';
import type { CaptureRecipe, MeasureRecipe, Served } from './look.ts';
import type { ClipLook } from './look-clip.ts';
import { type Attempt, each, type Inputs, type MakerTools, pathOf, type ServedFile } from './making.ts';

async function servedFiles(job: Job<Json>, files: readonly Served[], tools: MakerTools, inputs: Inputs): Promise<Map<string, ServedFile>> {
  const served = new Map<string, ServedFile>();
  for (const { path, input } of files)
    served.set(path, { path: await pathOf(job.inputs[input] as Input, tools, inputs), type: tools.contentType(path) });
  return served;
}

export async function measure(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<readonly Attempt[]> {
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
    if (job.recipe.what === 'clip') {
      const titled = await titledLook(job as Job<ClipLook>, tools, inputs);
      const facts = await tools.lookAtClip(await pathOf(job.inputs[0] as Input, tools, inputs), job.recipe.type, titled);
      if (titled) await tools.discard(titled.to);
      return { made: { facts: facts as unknown as Json } };
    }
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

async function titledLook({ recipe, inputs: own }: Job<ClipLook>, tools: MakerTools, inputs: Inputs): Promise<TitledLook | undefined> {
  if (!recipe.titles) return undefined;
  const titles = await Promise.all(
    recipe.titles.map(async ({ input, at, seconds }) => {
      const from = own[input] as Input;
      const facts = from.from === 'job' ? (inputs(from.key).facts as unknown as CaptureFacts | undefined) : undefined;
      return { path: await pathOf(from, tools, inputs), at, seconds, texts: facts?.title?.texts ?? [] };
    }),
  );
  return { titles, to: await tools.temporary('titled.rgb') };
}

/** Of the same unit as it was adapted for another target. */
function knownFacts(batch: readonly Job[], inputs: Inputs): BannerFacts | undefined {
  for (const { recipe, inputs: from } of batch as readonly Job<MeasureRecipe>[]) {
    if (recipe.what !== 'banner' || recipe.like === undefined) continue;
    const input = from[recipe.like];
    if (input?.from === 'job') return inputs(input.key).facts as unknown as BannerFacts;
  }
  return undefined;
}

/** Measures and captures a unit in one page of the browser. */
export async function lookAtUnit(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
  const [first] = batch as readonly Job<CaptureRecipe>[];
  if (!first) return [];
  const captures = await Promise.all(
    batch
      .filter(({ kind }) => kind === 'capture')
      .map(async (job) => ({ job, ...(job as Job<CaptureRecipe>).recipe.capture, to: await tools.temporary(job.file) })),
  );
  const { width, height, clickTag, click, files } = first.recipe;
  const known = knownFacts(batch, inputs);
  const { facts, captures: captured } = await tools.runBanner({
    width,
    height,
    clickTag,
    click,
    files: await servedFiles(first, files, tools, inputs),
    measured: batch.some(({ kind }) => kind === 'measure'),
    ...(known ? { known } : {}),
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
