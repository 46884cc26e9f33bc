/** Layout → plan: adds what measures and packs each deliverable, and lists every job and file; makes none. */
import {
  capturesOf,
  planBannerLook,
  planMarkup,
  planPageMeasure,
  planSmoothness,
  type ServedInput,
  type UnitToLookAt,
} from './jobs/look.ts';
import { planZip } from './jobs/zip.ts';
import type { HouseStyle } from './model/house.ts';
import type { Deliverable, DeliverableFile, Job, Plan, Toolchain } from './model/job.ts';
import type { Layout, PlacedFile, Unit } from './model/layout.ts';

/** Pages validated together; loading the rules costs more than a page. */
const MARKUP_GROUP = 20;

/**
 * @param measured false leaves out every measuring job (`--no-measure`)
 * @param captured false leaves out backup images, films and storyboards (`--no-captures`)
 */
export function makePlan(layout: Layout, house: HouseStyle, toolchain: Toolchain, measured: boolean, captured = true): Plan {
  const jobs: Job[] = [...layout.jobs];
  const deliverables: Deliverable[] = [];
  if (layout.pages.length > 0) deliverables.push(planSite(layout, toolchain, measured, jobs));
  const slow = measured ? slowUnits(layout.units) : new Set<Unit>();
  for (const unit of layout.units) {
    const wanted = { measured, captured, slowly: slow.has(unit) };
    deliverables.push(planUnit(unit, house, toolchain, wanted, jobs));
  }
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

function planUnit(
  unit: Unit,
  house: HouseStyle,
  toolchain: Toolchain,
  wanted: { readonly measured: boolean; readonly captured: boolean; readonly slowly: boolean },
  jobs: Job[],
): Deliverable {
  const parts: ServedInput[] = [{ path: 'index.html', from: { from: 'store', digest: unit.digest } }, ...unit.files.map(fromJob)];
  const base = unit.name.split('/').at(-1) ?? unit.name;
  const zip = planZip(
    `${base}.zip`,
    `${unit.name}.zip`,
    parts.map(({ path, from }) => ({ name: path, from })),
    toolchain.zip,
  );
  const seen: UnitToLookAt = { name: unit.name, size: unit.size, clickTag: unit.landing, files: parts };
  const asked = wanted.captured ? capturesOf(base, house.rules.banner.backupBytes, unit.captures ?? []) : [];
  const { measure, captures } = planBannerLook(seen, asked, toolchain);
  const measuring = wanted.measured ? [measure, ...(wanted.slowly ? [planSmoothness(seen, toolchain.browser)] : [])] : [];
  jobs.push(zip, ...captures, ...measuring);
  const folder = unit.name.slice(0, -base.length);
  const files: DeliverableFile[] = [
    ...parts.map(({ path, from }) => ({ path: `${unit.name}/${path}`, from })),
    { path: `${unit.name}.zip`, from: { from: 'job', key: zip.key } },
    ...captures.map(({ file, key }): DeliverableFile => ({ path: `${folder}${file}`, from: { from: 'job', key } })),
  ];
  const assets = [...new Set(unit.uses.map(({ asset }) => asset))].sort();
  return {
    name: unit.name,
    kind: 'banner',
    language: unit.language,
    size: unit.size,
    files,
    measures: measuring.map(({ key }) => ({ key, of: unit.name })),
    assets,
  };
}
