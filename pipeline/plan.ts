/** Layout → plan: adds what measures and packs each deliverable, and lists every job and file; makes none. */
import { zipNameOf } from './channels/delivery.ts';
import {
  type CaptureRecipe,
  capturesOf,
  planBannerLook,
  planMarkup,
  planPackageLook,
  planPageMeasure,
  planSmoothness,
  type ServedInput,
  type UnitToLookAt,
} from './jobs/look.ts';
import { planPage } from './jobs/page.ts';
import { planZip } from './jobs/zip.ts';
import { zipNames } from './jobs/zip-names.ts';
import type { StillLimits } from './model/capture.ts';
import type { HouseStyle } from './model/house.ts';
import type { Deliverable, DeliverableFile, Job, Plan, Toolchain } from './model/job.ts';
import type { Input, JobKey } from './model/key.ts';
import type { Adaptation, LaidFile, Layout, PlacedFile, Unit } from './model/layout.ts';
import type { Order } from './model/order.ts';
import { planCuts } from './plan/cuts.ts';

/** Pages validated together; loading the rules costs more than a page. */
const MARKUP_GROUP = 20;

/** @param measured false leaves out every measuring job (`--no-measure`). */
export function makePlan(
  layout: Layout,
  house: HouseStyle,
  order: Pick<Order, 'production' | 'client'>,
  toolchain: Toolchain,
  measured: boolean,
): Plan {
  const jobs: Job[] = [...layout.jobs];
  const deliverables: Deliverable[] = [];
  if (layout.pages.length > 0) deliverables.push(planSite(layout, toolchain, measured, jobs));
  const slow = slowUnits(layout.units);
  for (const unit of layout.units) {
    const capturesFor = planCaptures(unit, house, toolchain);
    const look: Look = { toolchain, capturesFor, measured, slowly: slow.has(unit), jobs };
    if (!unit.adaptations) deliverables.push(planUnit(unit, look));
    const [first] = unit.adaptations ?? [];
    // The first is measured whole, the others where they may differ from it.
    const like = first && measured ? planBannerLook(asAdapted(unit, first), [], toolchain).measure.key : undefined;
    for (const one of unit.adaptations ?? []) deliverables.push(planAdapted(unit, one, { ...look, ...(like ? { like } : {}) }));
  }
  const cuts = planCuts(layout.cuts, toolchain, measured);
  jobs.push(...cuts.jobs);
  const looked = named(deliverables, layout.units, order).map((one) => withPackageLook(one, toolchain, jobs));
  return {
    jobs: [...new Map(jobs.map((job) => [job.key, job])).values()],
    deliverables: [...looked, ...cuts.deliverables],
    proofs: layout.proofs,
    cutProofs: layout.cuts.flatMap(({ proofs }) => [proofs?.strip, proofs?.waveform].filter((one) => one !== undefined)),
  };
}

/** What packages are called where they are handed over: per target, as its publisher wants it. */
function named(deliverables: readonly Deliverable[], units: readonly Unit[], order: Pick<Order, 'production' | 'client'>): Deliverable[] {
  const unitOf = new Map(units.map((unit) => [unit.name, unit]));
  const names = new Map<string, string>();
  for (const target of new Set(deliverables.map((one) => one.target))) {
    if (target === undefined) continue;
    const own = deliverables
      .filter((one) => one.target === target)
      .map(({ name, unit }) => ({ name, unit: unitOf.get(unit ?? '') as Unit }));
    const publisher = own[0]?.unit.adaptations?.find((one) => one.target === target)?.publisher;
    const wishes = own.map(({ name, unit: { template, name: whole, size, language } }) => {
      const id = whole.slice(whole.lastIndexOf('/') + 1);
      return { name, values: { production: order.production, client: order.client, template, id, size: size.join('x'), language, target } };
    });
    for (const [name, handed] of zipNames(wishes, zipNameOf(publisher))) names.set(name, handed);
  }
  return deliverables.map((one) => {
    const handedAs = names.get(one.name);
    return handedAs === undefined ? one : { ...one, handedAs };
  });
}

/** Every package is read, measured or not: what a platform would refuse must not need a browser to be seen. */
function withPackageLook(deliverable: Deliverable, toolchain: Toolchain, jobs: Job[]): Deliverable {
  const zip = deliverable.files.find(({ path }) => path === `${deliverable.name}.zip`);
  if (deliverable.kind !== 'banner' || !zip) return deliverable;
  const look = planPackageLook(deliverable.name, zip.from, toolchain.package);
  jobs.push(look);
  return { ...deliverable, measures: [...deliverable.measures, { key: look.key, of: deliverable.name }] };
}

const fromKey = ({ key }: Pick<Job, 'key'>): Input => ({ from: 'job', key });
const fromJob = ({ path, key }: PlacedFile): ServedInput => ({ path, from: fromKey({ key }) });

function planSite(layout: Layout, toolchain: Toolchain, measured: boolean, jobs: Job[]): Deliverable {
  const files = new Map<string, DeliverableFile>();
  const add = ({ path, from }: ServedInput): void => void files.set(path, { path: `site/${path}`, from });
  const kinds = new Map(jobs.map(({ key, kind }) => [key, kind]));
  for (const { path, digest } of layout.statics) add({ path, from: { from: 'store', digest } });
  const statics = layout.statics.map(({ path, digest }): ServedInput => ({ path, from: { from: 'store', digest } }));
  const measures: { key: Job['key']; of: string }[] = [];
  layout.pages.forEach((page, at) => {
    const renditions = page.files.filter(({ key }) => kinds.get(key) === 'image');
    const finishing = renditions.length > 0 ? planPage(page, renditions) : undefined;
    if (finishing) jobs.push(finishing);
    const own: ServedInput = { path: page.path, from: finishing ? fromKey(finishing) : { from: 'store', digest: page.digest } };
    files.set(own.path, { path: `site/${own.path}`, from: own.from, ...(finishing ? { draft: page.digest } : {}) });
    const beside = [...page.files.map(fromJob), ...(page.media ?? [])];
    beside.forEach(add);
    // The page at the root only leads on to another.
    if (!measured || page.source === 'order.yaml') return;
    const look = planPageMeasure(page.url, [own, ...statics, ...beside], toolchain.browser);
    const markup = planMarkup(page.url, own.from, Math.floor(at / MARKUP_GROUP), toolchain.htmlValidate);
    jobs.push(look, markup);
    measures.push({ key: look.key, of: page.url }, { key: markup.key, of: page.url });
  });
  const assets = new Set(layout.pages.flatMap(({ uses, clips = [] }) => [...uses.map(({ asset }) => asset), ...clips]));
  const seen = new Set(layout.pages.flatMap(({ clips = [], soundOnly = [] }) => clips.filter((clip) => !soundOnly.includes(clip))));
  const soundOnly = [...new Set(layout.pages.flatMap((page) => page.soundOnly ?? []))].filter((clip) => !seen.has(clip)).sort();
  return {
    name: 'site',
    kind: 'site',
    files: [...files.values()],
    measures,
    assets: [...assets].sort(),
    ...(soundOnly.length > 0 ? { soundOnly } : {}),
  };
}

/** How smoothly a template moves is measured on the largest unit of each family: it takes real time, and has most to draw. */
function slowUnits(units: readonly Unit[]): ReadonlySet<Unit> {
  const chosen = new Map<string, Unit>();
  const area = ({ size: [width, height] }: Unit): number => width * height;
  for (const unit of units) {
    const family = `${unit.template}/${unit.family}`;
    const known = chosen.get(family);
    if (!known || area(unit) > area(known) || (area(unit) === area(known) && unit.name < known.name)) chosen.set(family, unit);
  }
  return new Set(chosen.values());
}

/** How units are looked at. */
interface Look {
  readonly toolchain: Toolchain;
  /** The backup image first; shared by the targets that ask the same of it. */
  readonly capturesFor: (still: StillLimits | undefined) => readonly Job[];
  readonly measured: boolean;
  /** What measures the unit as its first target takes it. */
  readonly like?: JobKey;
  /** Also in real time on a slow processor. */
  readonly slowly: boolean;
  readonly jobs: Job[];
}

function planUnit(unit: Unit, look: Look): Deliverable {
  const parts = plainParts(unit);
  const zip = planPackage(unit.name, parts, look.toolchain);
  const captures = look.capturesFor(unit.still);
  look.jobs.push(...captures, zip);
  return {
    ...deliverableOf(unit, unit.name),
    files: [...parts.map(({ path, from }) => ({ path: `${unit.name}/${path}`, from })), ...packed(unit.name, zip, captures)],
    measures: planMeasures(unit, unit.name, plainly(unit), look),
  };
}

/** A unit for one target: a package, and its captures. Only the preview unfolds what is in it. */
function planAdapted(unit: Unit, adaptation: Adaptation, look: Look): Deliverable {
  const { target, files, backup } = adaptation;
  const name = packageName(unit, target);
  const captures = look.capturesFor(adaptation.still);
  const still = captures[0];
  const inside: LaidFile[] = backup === 'inside' && still ? [{ path: `backup${endingOf(still.file)}`, from: fromKey(still) }] : [];
  const zip = planPackage(name, [...files, ...inside], look.toolchain);
  look.jobs.push(...captures, zip);
  const measures = planMeasures(unit, name, asAdapted(unit, adaptation), look);
  return { ...deliverableOf(unit, name), unit: unit.name, target, files: packed(name, zip, captures), measures };
}

function plainParts(unit: Unit): LaidFile[] {
  return [{ path: 'index.html', from: { from: 'store', digest: unit.digest } }, ...unit.files.map(fromJob)];
}

/** `banners/headline/google-ads/300x250-nl`. */
function packageName({ name }: Unit, target: string): string {
  const at = name.lastIndexOf('/');
  return `${name.slice(0, at)}/${target}/${name.slice(at + 1)}`;
}

function planPackage(name: string, parts: readonly LaidFile[], toolchain: Toolchain): Job {
  const entries = parts.map(({ path, from }) => ({ name: path, from }));
  return planZip(`${name.split('/').at(-1)}.zip`, `${name}.zip`, entries, toolchain.zip);
}

function plainly(unit: Unit): UnitToLookAt {
  return { name: unit.name, size: unit.size, clickTag: unit.landing, files: plainParts(unit) };
}

function asAdapted(unit: Unit, { landing, click, looked }: Adaptation): UnitToLookAt {
  return { ...plainly(unit), clickTag: landing, click, files: looked };
}

const STILL_FORMATS = ['jpeg', 'png', 'gif'] as const;

/** The backup image first. Many targets ask the same of it: it is made once for them. */
function planCaptures(unit: Unit, house: HouseStyle, toolchain: Toolchain): Look['capturesFor'] {
  const base = unit.name.slice(unit.name.lastIndexOf('/') + 1);
  const known = new Map<string, readonly Job[]>();
  return (still = { formats: STILL_FORMATS, maxBytes: house.rules.banner.backupBytes }) => {
    const id = JSON.stringify(still);
    const captures = known.get(id) ?? planBannerLook(plainly(unit), capturesOf(base, still, unit.captures ?? []), toolchain).captures;
    known.set(id, captures);
    return captures;
  };
}

/** Adapted alike, a unit is measured once. @param name of the deliverable */
function planMeasures(
  unit: Unit,
  name: string,
  seen: UnitToLookAt,
  { toolchain, measured, like, slowly, jobs }: Look,
): Deliverable['measures'] {
  if (!measured) return [];
  // What moves is the same for every target.
  const slow = slowly ? [planSmoothness(plainly(unit), toolchain.browser)] : [];
  const measures = [planBannerLook(seen, [], toolchain, like).measure, ...slow];
  jobs.push(...measures);
  return measures.map(({ key }) => ({ key, of: name }));
}

function packed(name: string, zip: Job, captures: readonly Job[]): DeliverableFile[] {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return [{ path: `${name}.zip`, from: fromKey(zip) }, ...captures.map((one) => ({ path: `${folder}${one.file}`, from: fromKey(one) }))];
}

function deliverableOf({ language, size, uses }: Unit, name: string): Pick<Deliverable, 'name' | 'kind' | 'language' | 'size' | 'assets'> {
  return { name, kind: 'banner', language, size, assets: [...new Set(uses.map(({ asset }) => asset))].sort() };
}

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}

/** A part of a film, not a picture of a banner. */
function isTitle(recipe: Job['recipe']): boolean {
  return (recipe as CaptureRecipe).capture.what === 'title';
}

/** The same without pictures of banners, and without what needs them (`--no-captures`). */
export function withoutCaptures(plan: Plan): Plan {
  const left = new Set<string>();
  // A job stands after those it needs, so one pass reaches all that hangs on a capture.
  const jobs = plan.jobs.filter(({ key, kind, recipe, inputs }) => {
    const isLeft = (kind === 'capture' && !isTitle(recipe)) || inputs.some((input) => input.from === 'job' && left.has(input.key));
    if (isLeft) left.add(key);
    return !isLeft;
  });
  const deliverables = plan.deliverables.map((one) => ({
    ...one,
    files: one.files.filter(({ from }) => from.from === 'store' || !left.has(from.key)),
    measures: one.measures.filter(({ key }) => !left.has(key)),
  }));
  return { ...plan, jobs, deliverables };
}
