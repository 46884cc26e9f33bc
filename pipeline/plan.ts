/** Layout → plan: adds what measures and packs each deliverable, and lists every job and file; makes none. */
import { planBannerLook, planMarkup, planPageMeasure, type ServedInput } from './jobs/look.ts';
import { planZip } from './jobs/zip.ts';
import type { HouseStyle } from './model/house.ts';
import type { Deliverable, DeliverableFile, Job, Plan, Toolchain } from './model/job.ts';
import type { Layout, PlacedFile, Unit } from './model/layout.ts';

/** Pages validated together; loading the rules costs more than a page. */
const MARKUP_GROUP = 20;

/** @param measured false leaves out every measuring job (`--no-measure`). */
export function makePlan(layout: Layout, house: HouseStyle, toolchain: Toolchain, measured: boolean): Plan {
  const jobs: Job[] = [...layout.jobs];
  const deliverables: Deliverable[] = [];
  if (layout.pages.length > 0) deliverables.push(planSite(layout, toolchain, measured, jobs));
  for (const unit of layout.units) deliverables.push(planUnit(unit, house, toolchain, measured, jobs));
  return { jobs: [...new Map(jobs.map((job) => [job.key, job])).values()], deliverables, proofs: layout.proofs };
}

const fromJob = ({ path, key }: PlacedFile): ServedInput => ({ path, from: { from: 'job', key } });

function planSite(layout: Layout, toolchain: Toolchain, measured: boolean, jobs: Job[]): Deliverable {
  const files = new Map<string, DeliverableFile>();
  const add = ({ path, from }: ServedInput): void => void files.set(path, { path: `site/${path}`, from });
  for (const { path, digest } of layout.statics) add({ path, from: { from: 'store', digest } });
  const statics = layout.statics.map(({ path, digest }): ServedInput => ({ path, from: { from: 'store', digest } }));
  const measures: { key: Job['key']; of: string }[] = [];
  layout.pages.forEach((page, at) => {
    const own: ServedInput = { path: page.path, from: { from: 'store', digest: page.digest } };
    add(own);
    page.files.map(fromJob).forEach(add);
    // The page at the root only leads on to another.
    if (!measured || page.source === 'order.yaml') return;
    const look = planPageMeasure(page.url, [own, ...statics, ...page.files.map(fromJob)], toolchain.browser);
    const markup = planMarkup(page.url, page.digest, Math.floor(at / MARKUP_GROUP), toolchain.htmlValidate);
    jobs.push(look, markup);
    measures.push({ key: look.key, of: page.url }, { key: markup.key, of: page.url });
  });
  const assets = new Set(layout.pages.flatMap(({ uses }) => uses.map(({ asset }) => asset)));
  return { name: 'site', kind: 'site', files: [...files.values()], measures, assets: [...assets].sort() };
}

function planUnit(unit: Unit, house: HouseStyle, toolchain: Toolchain, measured: boolean, jobs: Job[]): Deliverable {
  const parts: ServedInput[] = [{ path: 'index.html', from: { from: 'store', digest: unit.digest } }, ...unit.files.map(fromJob)];
  const base = unit.name.split('/').at(-1) ?? unit.name;
  const zip = planZip(
    `${base}.zip`,
    `${unit.name}.zip`,
    parts.map(({ path, from }) => ({ name: path, from })),
    toolchain.zip,
  );
  const backupWish = { file: `${base}.jpg`, maxBytes: house.rules.banner.backupBytes };
  const { measure, capture } = planBannerLook(
    { name: unit.name, size: unit.size, clickTag: unit.landing, files: parts },
    backupWish,
    toolchain.browser,
  );
  jobs.push(zip, capture, ...(measured ? [measure] : []));
  const files: DeliverableFile[] = [
    ...parts.map(({ path, from }) => ({ path: `${unit.name}/${path}`, from })),
    { path: `${unit.name}.zip`, from: { from: 'job', key: zip.key } },
    { path: `${unit.name}.jpg`, from: { from: 'job', key: capture.key } },
  ];
  const assets = [...new Set(unit.uses.map(({ asset }) => asset))].sort();
  return {
    name: unit.name,
    kind: 'banner',
    language: unit.language,
    size: unit.size,
    files,
    measures: measured ? [{ key: measure.key, of: unit.name }] : [],
    assets,
  };
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
