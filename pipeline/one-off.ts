/** A second, shorter line, for a few files outside any order: ingest → plan → run → check. */
import { check, judgeUses, preflight } from './check.ts';
import { type IngestEffects, ingest } from './ingest.ts';
import { correct } from './jobs/correct.ts';
import { type ImageJob, type ImageWish, planImages, withSearches } from './jobs/image.ts';
import { makeWith } from './jobs/makers.ts';
import type { MakerTools } from './jobs/making.ts';
import { useOf } from './jobs/use.ts';
import type { Asset } from './model/asset.ts';
import type { CorrectionWish } from './model/correction.ts';
import { cropAt } from './model/crop.ts';
import type { Finding } from './model/finding.ts';
import type { HouseStyle } from './model/house.ts';
import type { Blob, Deliverable, Job, Toolchain } from './model/job.ts';
import { EMPTY_LAYOUT, type Use } from './model/layout.ts';
import type { Order } from './model/order.ts';
import type { ImageRecipe } from './model/recipe.ts';
import { type RunEffects, runPlan } from './run.ts';

export interface OneOffEffects extends Omit<RunEffects, 'make'> {
  readonly ingest: IngestEffects;
  readonly toolchain: Toolchain;
  readonly makerTools: MakerTools;
  readonly flush: () => Promise<void>;
  /** `2027-04-01`. */
  readonly today: () => string;
}

export interface OneOffWish extends Omit<ImageWish, 'widths' | 'corrections'> {
  /** What the wish is called in findings: a slot's name. */
  readonly name: string;
  /** Absent: as wide as the crop is. */
  readonly widths?: readonly number[];
  /** The slot's, then its treatment's. */
  readonly corrections: readonly (readonly CorrectionWish[])[];
}

export interface Converted {
  readonly asset: Asset;
  /** Empty where an error about the picture holds it back. */
  readonly files: readonly { readonly recipe: ImageRecipe; readonly blob: Blob }[];
}

/** There is no order in which rights could have been agreed, and files that lie together are no gallery. */
const OF_ORDERS: ReadonlySet<string> = new Set(['rights-missing', 'rights-unreleased', 'gallery-mixed-casts']);

/**
 * Makes what is wished of every source, with the findings, the keys and so the store of a build.
 * @param sources an order that only supplies: each entry is named after its file
 */
export async function convertSources(
  sources: Order,
  wish: OneOffWish,
  house: HouseStyle | undefined,
  effects: OneOffEffects,
): Promise<{ readonly pictures: readonly Converted[]; readonly findings: readonly Finding[] }> {
  const { assets, findings: received } = await ingest(sources, effects.ingest);
  const judged = preflight({ order: sources, assets, ...(house ? { house } : {}), today: effects.today() });
  const jobs = new Map<string, readonly ImageJob[]>();
  const uses: Use[] = [];
  const still: Finding[] = [];
  const known = new Map(assets.map((asset) => [asset.name, asset]));
  for (const asset of assets) {
    if (!asset.facts) continue;
    const corrected = correct({ ...asset, facts: asset.facts }, wish.corrections, known);
    const { picture } = corrected;
    const available = cropAt(picture.facts, wish.ratio, picture, []).width;
    const widths = wish.widths ?? [available];
    jobs.set(asset.name, planImages(picture, { ...wish, widths, corrections: corrected }, effects.toolchain.sharp));
    uses.push(useOf(corrected, { places: [], widths, ...(wish.ratio ? { ratio: wish.ratio } : {}) }, wish.name));
    if (picture.facts.animation) {
      const args = { asset: asset.name, slot: wish.name, actual: picture.facts.animation.frames };
      still.push({ code: 'image-animation-dropped', severity: 'info', where: { asset: asset.name, slot: wish.name }, args });
    }
  }
  const early = [...received, ...judged, ...still, ...judgeUses(uses, '', house)].filter(({ code }) => !OF_ORDERS.has(code));
  const held = new Set(early.filter(({ severity }) => severity === 'error').map(({ where }) => where.asset));
  const plan = {
    jobs: withSearches([...jobs].flatMap(([name, of]) => (held.has(name) ? [] : of))),
    deliverables: assets.map(({ name }) => deliverableOf(name, held.has(name) ? [] : (jobs.get(name) ?? []))),
  };
  const once = { ...plan, jobs: [...new Map(plan.jobs.map((job) => [job.key, job])).values()] };
  const outcomes = await runPlan(once, { ...effects, make: makeWith(effects.makerTools) });
  await effects.flush();
  effects.signal.throwIfAborted();
  const { findings } = check({
    order: sources,
    ...(house ? { house } : {}),
    layout: EMPTY_LAYOUT,
    plan: once,
    outcomes,
    findings: early,
    measured: true,
  });
  const made = new Map(outcomes.map((outcome) => [outcome.key, 'made' in outcome ? outcome.made.blob : undefined]));
  const pictures = assets.map((asset): Converted => {
    const files = held.has(asset.name) ? [] : (jobs.get(asset.name) ?? []).map(({ key, recipe }) => ({ recipe, blob: made.get(key) }));
    return { asset, files: files.filter((file): file is { recipe: ImageRecipe; blob: Blob } => file.blob !== undefined) };
  });
  return { pictures, findings: findings.map((found) => atFile(found, assets)) };
}

/** Each source stands for itself: what goes wrong with one costs no other. */
function deliverableOf(name: string, jobs: readonly Job[]): Deliverable {
  return {
    name,
    kind: 'site',
    files: jobs.map(({ file, key }) => ({ path: file, from: { from: 'job', key } })),
    measures: [],
    assets: [name],
  };
}

/** There is no order to point at: everything is told of the file. */
function atFile(found: Finding, assets: readonly Asset[]): Finding {
  const asset = assets.find(({ name }) => name === found.where.asset);
  if (!asset) return found;
  return { ...found, where: { file: asset.file, asset: asset.name, ...(found.where.slot ? { slot: found.where.slot } : {}) } };
}
