/** Layout → plan: adds what measures and packs each deliverable, and lists every job and file; makes none. */
import { planBannerLook, planMarkup, planPackageLook, planPageMeasure, type ServedInput } from './jobs/look.ts';
import { planPage } from './jobs/page.ts';
import { planZip } from './jobs/zip.ts';
import type { HouseStyle } from './model/house.ts';
import type { Deliverable, DeliverableFile, Job, Plan, Toolchain } from './model/job.ts';
import type { Input } from './model/key.ts';
import type { Adaptation, LaidFile, Layout, PlacedFile, Unit } from './model/layout.ts';

/** Pages validated together; loading the rules costs more than a page. */
const MARKUP_GROUP = 20;

/** @param measured false leaves out every measuring job (`--no-measure`). */
export function makePlan(layout: Layout, house: HouseStyle, toolchain: Toolchain, measured: boolean): Plan {
  const jobs: Job[] = [...layout.jobs];
  const deliverables: Deliverable[] = [];
  if (layout.pages.length > 0) deliverables.push(planSite(layout, toolchain, measured, jobs));
  for (const unit of layout.units) {
    if (!unit.adaptations) deliverables.push(planUnit(unit, house, toolchain, measured, jobs));
    for (const one of unit.adaptations ?? []) deliverables.push(planAdapted(unit, one, house, toolchain, measured, jobs));
  }
  const looked = deliverables.map((one) => withPackageLook(one, toolchain, jobs));
  return { jobs: [...new Map(jobs.map((job) => [job.key, job])).values()], deliverables: looked, proofs: layout.proofs };
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
    page.files.map(fromJob).forEach(add);
    // The page at the root only leads on to another.
    if (!measured || page.source === 'order.yaml') return;
    const look = planPageMeasure(page.url, [own, ...statics, ...page.files.map(fromJob)], toolchain.browser);
    const markup = planMarkup(page.url, own.from, Math.floor(at / MARKUP_GROUP), toolchain.htmlValidate);
    jobs.push(look, markup);
    measures.push({ key: look.key, of: page.url }, { key: markup.key, of: page.url });
  });
  const assets = new Set(layout.pages.flatMap(({ uses }) => uses.map(({ asset }) => asset)));
  return { name: 'site', kind: 'site', files: [...files.values()], measures, assets: [...assets].sort() };
}

function planUnit(unit: Unit, house: HouseStyle, toolchain: Toolchain, measured: boolean, jobs: Job[]): Deliverable {
  const parts: LaidFile[] = [{ path: 'index.html', from: { from: 'store', digest: unit.digest } }, ...unit.files.map(fromJob)];
  const zip = planPackage(unit.name, parts, toolchain);
  const { measure, capture } = planLook(unit, parts, unit.landing, house, toolchain);
  jobs.push(zip, capture, ...(measured ? [measure] : []));
  return {
    ...deliverableOf(unit, unit.name),
    files: [...parts.map(({ path, from }) => ({ path: `${unit.name}/${path}`, from })), ...packed(unit.name, zip, capture)],
    measures: measured ? [{ key: measure.key, of: unit.name }] : [],
  };
}

/** A unit for one target: a package, and the backup that all its targets share. Only the preview unfolds what is in it. */
function planAdapted(
  unit: Unit,
  { target, landing, files, looked, backup }: Adaptation,
  house: HouseStyle,
  toolchain: Toolchain,
  measured: boolean,
  jobs: Job[],
): Deliverable {
  const name = packageName(unit, target);
  const plain: LaidFile[] = [{ path: 'index.html', from: { from: 'store', digest: unit.digest } }, ...unit.files.map(fromJob)];
  const { capture } = planLook(unit, plain, unit.landing, house, toolchain);
  const { measure } = planLook(unit, looked, landing, house, toolchain);
  const inside: LaidFile[] =
    backup === 'inside' ? [{ path: `backup${endingOf(capture.file)}`, from: { from: 'job', key: capture.key } }] : [];
  const zip = planPackage(name, [...files, ...inside], toolchain);
  jobs.push(capture, zip, ...(measured ? [measure] : []));
  return {
    ...deliverableOf(unit, name),
    unit: unit.name,
    target,
    files: packed(name, zip, capture),
    measures: measured ? [{ key: measure.key, of: name }] : [],
  };
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

/** @param files of the unit as it is handed over: adapted alike, it is looked at once. */
function planLook(unit: Unit, files: readonly LaidFile[], landing: string, house: HouseStyle, toolchain: Toolchain) {
  const backup = { file: `${unit.name.split('/').at(-1)}.jpg`, maxBytes: house.rules.banner.backupBytes };
  return planBannerLook({ name: unit.name, size: unit.size, clickTag: landing, files }, backup, toolchain.browser);
}

function packed(name: string, zip: Job, capture: Job): DeliverableFile[] {
  return [
    { path: `${name}.zip`, from: { from: 'job', key: zip.key } },
    { path: `${name}${endingOf(capture.file)}`, from: { from: 'job', key: capture.key } },
  ];
}

function deliverableOf({ language, size, uses }: Unit, name: string): Pick<Deliverable, 'name' | 'kind' | 'language' | 'size' | 'assets'> {
  return { name, kind: 'banner', language, size, assets: [...new Set(uses.map(({ asset }) => asset))].sort() };
}

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}

/** The same without pictures of banners, and without what needs them (`--no-captures`). */
export function withoutCaptures(plan: Plan): Plan {
  const left = new Set<string>();
  // A job stands after those it needs, so one pass reaches all that hangs on a capture.
  const jobs = plan.jobs.filter(({ key, kind, inputs }) => {
    const isLeft = kind === 'capture' || inputs.some((input) => input.from === 'job' && left.has(input.key));
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
