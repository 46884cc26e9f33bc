/** The spine: order → ingest → layout → plan → run → check → release → report, each hop saved as JSON. */
import { check, preflight } from './check.ts';
import { type IngestEffects, ingest } from './ingest.ts';
import { type MakerTools, makers } from './jobs/makers.ts';
import { type LayoutEffects, makeLayout } from './layout.ts';
import type { Asset } from './model/asset.ts';
import { type Finding, UserError } from './model/finding.ts';
import type { HouseStyle } from './model/house.ts';
import type { Outcome, Plan } from './model/job.ts';
import { type Digest, digestOf } from './model/key.ts';
import type { Layout } from './model/layout.ts';
import type { Order } from './model/order.ts';
import type { BuildRecord, Release } from './model/record.ts';
import { readOrder } from './order.ts';
import { makePlan } from './plan.ts';
import { makeRelease } from './release.ts';
import { reportHtml, reportJson } from './report.ts';
import { type RunEffects, runPlan } from './run.ts';

export type Language = 'nl' | 'fr' | 'en';

export interface BuildOptions {
  readonly only?: 'site' | 'banners';
  readonly measured: boolean;
  readonly language: Language;
}

/** All that the stages need of the world, fitted by `tools/`. */
export interface StudioEffects extends Omit<RunEffects, 'make'> {
  readonly readOrderText: () => Promise<string>;
  readonly ingest: IngestEffects;
  readonly loadHouse: (name: string) => Promise<{ house?: HouseStyle; findings: readonly Finding[] }>;
  readonly layout: (order: Order, house: HouseStyle) => LayoutEffects;
  /** Gives what was laid out before from the same order, house, assets, content and tools; else lays out and keeps it. */
  readonly layoutOnce: (
    order: Order,
    house: HouseStyle,
    assets: readonly Asset[],
    only: string,
    make: () => Promise<Layout>,
  ) => Promise<{ readonly layout: Layout; readonly key: string }>;
  readonly makerTools: MakerTools;
  readonly sizeOf: (digest: Digest) => number;
  /** @param stamp when it is that of the last time, the hop stands already and is left alone. */
  readonly saveHop: (name: string, value: unknown, stamp?: string) => Promise<void>;
  readonly lay: (release: Release, only: BuildOptions['only']) => Promise<void>;
  readonly saveReport: (html: string, json: string) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly today: () => string;
  readonly now: () => number;
}

export interface Prepared {
  readonly order: Order;
  readonly assets: readonly Asset[];
  readonly house?: HouseStyle;
  readonly layout: Layout;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  /** Changes when anything that the plan rests on changes. */
  readonly stamp: string;
}

const EMPTY_LAYOUT: Layout = { pages: [], units: [], statics: [], jobs: [], findings: [] };

/** Everything up to the plan: nothing is made. */
export async function prepare(production: string, options: BuildOptions, effects: StudioEffects): Promise<Prepared> {
  const { order, findings: mistakes } = readOrder(await effects.readOrderText(), production);
  if (!order) throw new UserError(`The order of ${production} cannot be read.`, { findings: mistakes });
  const loading = effects.loadHouse(order.house);
  const { assets, findings: received } = await ingest(order, effects.ingest);
  const { house, findings: faults } = await loading;
  const judged = preflight({ order, assets, ...(house ? { house } : {}), today: effects.today() });
  const early = [...mistakes, ...received, ...faults, ...judged];
  if (!house) return { order, assets, layout: EMPTY_LAYOUT, plan: { jobs: [], deliverables: [] }, findings: early, stamp: '' };
  const layoutEffects = effects.layout(order, house);
  const { layout, key } = await effects.layoutOnce(order, house, assets, options.only ?? '', () =>
    makeLayout(order, house, assets, layoutEffects, options.only),
  );
  const plan = makePlan(layout, house, layoutEffects.toolchain, options.measured);
  const stamp = `${key} ${options.measured}`;
  await effects.saveHop('order', order, stamp);
  await effects.saveHop('assets', assets, stamp);
  await effects.saveHop('layout', layout, stamp);
  await effects.saveHop('plan', plan, stamp);
  return { order, assets, house, layout, plan, findings: [...early, ...layout.findings], stamp };
}

export async function build(production: string, options: BuildOptions, effects: StudioEffects): Promise<BuildRecord> {
  const start = effects.now();
  const { order, assets, house, layout, plan, findings: early, stamp } = await prepare(production, options, effects);
  const make: RunEffects['make'] = (batch, inputs) =>
    makers[(batch[0] as (typeof batch)[number]).kind].make(batch, effects.makerTools, inputs);
  const outcomes: Outcome[] = await runPlan(plan, { ...effects, make });
  await effects.flush();
  if (effects.signal.aborted) throw new Interrupted();
  const { findings, judged } = check({
    order,
    assets,
    ...(house ? { house } : {}),
    layout,
    plan,
    outcomes,
    findings: early,
    measured: options.measured,
    today: effects.today(),
  });
  // A build that recalls everything leaves what the last such build wrote: nothing in it would differ but the time it took.
  const recalled =
    stamp && outcomes.every(({ status }) => status === 'cached') ? `${stamp} ${digestOf(JSON.stringify(findings))}` : undefined;
  await effects.saveHop('outcomes', outcomes, recalled);
  await effects.saveHop('findings', findings, recalled);
  const release = makeRelease(plan, outcomes, judged, ({ digest }) => effects.sizeOf(digest));
  await effects.lay(release, options.only);
  const tools = house ? { ...effects.layout(order, house).toolchain } : {};
  const record: BuildRecord = {
    production,
    order,
    assets,
    jobs: plan.jobs,
    outcomes,
    judged,
    findings,
    release,
    durationMs: effects.now() - start,
    tools,
  };
  // The jobs stand in the plan; twice a list of thousands helps nobody.
  await effects.saveHop('record', { ...record, jobs: undefined }, recalled);
  await effects.saveReport(reportHtml(record, options.language), `${JSON.stringify(reportJson(record), null, 2)}\n`);
  return record;
}

/** Ctrl-C: what was made is remembered, the output stays as it was. */
export class Interrupted extends Error {}
