/** The weight of a unit's pictures: divides what the unit leaves for them by the area that is seen and the difference that is felt. */
import type { Job, Made } from '../model/job.ts';
import { type Input, type JobKey, jobKeyOf, shortKey } from '../model/key.ts';
import type { FoundQuality, ImageRecipe, Shared, ShareRecipe, Sought } from '../model/recipe.ts';
import type { Attempt, MakerTools } from './making.ts';

/** Raised when the division changes. */
const SHARE = 'share 1';
/** Each rung lies so much farther from the original than the one above it, and there are so many below what is wanted. */
const STEP = 1.2;
const RUNGS = 7;

/** A picture of a unit, with the area that its place takes up. */
export interface UnitPicture {
  readonly job: Job<ImageRecipe>;
  /** px² of the place, on a screen of one px per px. */
  readonly area: number;
  /** 1 or 2: of two renditions for one place a screen takes one. */
  readonly density: number;
}

/** What the unit may weigh, and what it weighs beside its pictures. */
export interface UnitWeight {
  readonly zipBytes?: number;
  readonly unzippedBytes?: number;
  readonly reserve: number;
  readonly beside: readonly JobKey[];
}

/**
 * Pictures whose quality a house fixes keep it and take their bytes first; where all are fixed there is nothing to divide.
 * @returns the pictures in their order, with keys of their own where they hang on the share; what was wanted goes before.
 */
export function shareWeight(
  unit: string,
  pictures: readonly UnitPicture[],
  weight: UnitWeight,
): { readonly share?: Job<ShareRecipe>; readonly jobs: readonly Job<ImageRecipe>[] } {
  const jobs = pictures.map(({ job }) => job);
  const sought = pictures.filter(({ job }) => typeof job.recipe.quality !== 'number');
  if (sought.length === 0) return { jobs };
  const inputs: Input[] = [];
  const placeOf = (input: Input): number => {
    const known = inputs.findIndex((one) => JSON.stringify(one) === JSON.stringify(input));
    return known >= 0 ? known : inputs.push(input) - 1;
  };
  const wishes = sought.map(({ job, area, density }) => {
    const [source = -1, ...files] = suppliedOf(job).map(placeOf);
    const wanted = placeOf({ from: 'job', key: job.key });
    return { recipe: { ...job.recipe, quality: job.recipe.quality as Sought }, wanted, source, files, weight: Math.round(area / density) };
  });
  const fixed = pictures.filter((picture) => !sought.includes(picture)).map(({ job }) => job.key);
  const { zipBytes, unzippedBytes, reserve } = weight;
  const beside = [...new Set([...weight.beside, ...fixed])].sort().map((key) => placeOf({ from: 'job', key }));
  const recipe: ShareRecipe = {
    ...(zipBytes === undefined ? {} : { zipBytes }),
    ...(unzippedBytes === undefined ? {} : { unzippedBytes }),
    reserve,
    beside,
    pictures: wishes,
  };
  const tool = `${[...new Set(sought.map(({ job }) => job.tool))].sort().join(', ')}, ${SHARE}`;
  const key = jobKeyOf({ kind: 'share', tool, recipe, inputs });
  const share: Job<ShareRecipe> = { key, kind: 'share', tool, recipe, inputs, file: '', label: `weight of ${unit}`, batch: `share ${key}` };
  return {
    share,
    jobs: jobs.map((job) =>
      hang(
        job,
        share,
        sought.findIndex((one) => one.job === job),
      ),
    ),
  };
}

const suppliedOf = (job: Job): Input[] => job.inputs.filter(({ from }) => from === 'store');

function hang(job: Job<ImageRecipe>, share: Job, at: number): Job<ImageRecipe> {
  if (at < 0) return job;
  const recipe: ImageRecipe = { ...job.recipe, share: at };
  const inputs: Input[] = [...suppliedOf(job), { from: 'job', key: share.key }, { from: 'job', key: job.key }];
  const key = jobKeyOf({ kind: 'image', tool: job.tool, recipe, inputs });
  return { ...job, recipe, inputs, key, file: job.file.replace(shortKey(job.key), shortKey(key)) };
}

export interface Rung {
  readonly bytes: number;
  /** From the original, by butteraugli. */
  readonly distance: number;
}

/**
 * Steps down one rung at a time, each time where it is felt least for the bytes it saves, until all fit or stand on their
 * last rung. What is felt grows with the square of the distance and with the area.
 * @returns the rung of each ladder.
 */
export function divide(ladders: readonly { readonly weight: number; readonly rungs: readonly Rung[] }[], limit: number): number[] {
  const at = ladders.map(() => 0);
  const rungOf = (ladder: number, rung = at[ladder] as number): Rung => ladders[ladder]?.rungs[rung] as Rung;
  const heavy = (): boolean => at.reduce((sum, _, ladder) => sum + rungOf(ladder).bytes, 0) > limit;
  while (heavy()) {
    const steps = ladders.flatMap(({ weight, rungs }, ladder) => {
      const from = rungOf(ladder);
      // A rung that saves nothing is stepped over.
      const to = rungs.findIndex(({ bytes }, rung) => rung > (at[ladder] as number) && bytes < from.bytes);
      if (to < 0) return [];
      const { bytes, distance } = rungOf(ladder, to);
      return [{ ladder, to, felt: (weight * (distance ** 2 - from.distance ** 2)) / (from.bytes - bytes) }];
    });
    const [best] = steps.sort((one, other) => one.felt - other.felt || one.ladder - other.ladder);
    if (!best) break;
    at[best.ladder] = best.to;
  }
  return at;
}

export async function makeShare(
  job: Job<ShareRecipe>,
  tools: MakerTools,
  pathOf: (input: Input) => Promise<string>,
  madeOf: (key: JobKey) => Made,
): Promise<Attempt> {
  const { zipBytes = UNLIMITED, unzippedBytes = UNLIMITED, reserve, beside, pictures } = job.recipe;
  const inputAt = (place: number): Input => job.inputs[place] as Input;
  const others = await Promise.all(beside.map(async (place) => tools.weigh(await pathOf(inputAt(place)))));
  const zipLeft = zipBytes - sum(others.map(({ deflated }) => deflated));
  const left = Math.max(0, Math.min(zipLeft, unzippedBytes - sum(others.map(({ bytes }) => bytes))) - reserve);
  const wanted = pictures.map(({ wanted: place, recipe }): Rung & { readonly found?: FoundQuality } => {
    const { blob, facts } = madeOf((inputAt(place) as Extract<Input, { from: 'job' }>).key);
    const found = facts as FoundQuality | undefined;
    return { bytes: blob?.bytes ?? 0, distance: found?.distance ?? recipe.quality.distance };
  });
  const done = (qualities: Shared['qualities'], bytes: number): Attempt => {
    const shared: Shared = { qualities, bytes, left: left === UNLIMITED ? 0 : left };
    return { made: { facts: shared } };
  };
  const bytes = sum(wanted.map((one) => one.bytes));
  if (bytes <= left)
    return done(
      pictures.map(() => null),
      bytes,
    );

  // Every rung of a source in one opening of it.
  const lower = Array.from({ length: RUNGS }, (_, at) => at + 1);
  const ladders = wanted.map((one): (Rung & { readonly found?: FoundQuality })[] => [one]);
  for (const source of new Set(pictures.map((picture) => picture.source))) {
    const asked = pictures.flatMap((picture, at) => (picture.source === source ? lower.map((rung) => ({ picture, at, rung })) : []));
    const renderings = await Promise.all(
      asked.map(async ({ picture: { recipe, files }, at, rung }) => ({
        recipe: { ...recipe, quality: { ...recipe.quality, distance: recipe.quality.distance * STEP ** rung } },
        files: await Promise.all(files.map((place) => pathOf(inputAt(place)))),
        to: await tools.temporary(`rung-${at}-${rung}`),
      })),
    );
    const rendered = await tools.renderPictures(await pathOf(inputAt(source)), renderings);
    for (const [index, { at, rung, picture }] of asked.entries()) {
      const one = rendered[index] ?? { reason: 'no answer' };
      if ('reason' in one) return { fault: { code: 'tool-failed', args: { label: job.label, detail: one.reason } } };
      const distance = one.found?.distance ?? picture.recipe.quality.distance * STEP ** rung;
      ladders[at]?.push({ bytes: one.bytes ?? 0, distance, ...(one.found ? { found: one.found } : {}) });
    }
  }
  const chosen = divide(
    ladders.map((rungs, at) => ({ rungs, weight: pictures[at]?.weight ?? 0 })),
    left,
  ).map((rung, at) => ladders[at]?.[rung]);
  return done(
    chosen.map((one) => one?.found ?? null),
    sum(chosen.map((one) => one?.bytes ?? 0)),
  );
}

const UNLIMITED = Number.POSITIVE_INFINITY;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
