/** How pictures are made: renditions, the searches of their qualities, moving ones as video, and pages finished by their weights. */
import type { Job, Made } from '../model/job.ts';
import type { Input, JobKey, Json } from '../model/key.ts';
import type { PageFinished, PageRecipe } from '../model/offer.ts';
import type { FoundQuality, ImageRecipe, QualityRecipe, Rendered, Shared, VideoRecipe } from '../model/recipe.ts';
import { type Attempt, each, type Inputs, type MakerTools, pathOf } from './making.ts';
import { finishPage } from './page.ts';

/** Renditions of one picture and the searches of their qualities: both are done on the same pixels, so nothing is decoded twice. */
export async function makeImages(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
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
export async function makeVideos(batch: readonly Job[], tools: MakerTools, inputs: Inputs): Promise<Attempt[]> {
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

export async function makePage(
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
