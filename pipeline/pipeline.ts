/** The spine: order → ingest → layout → plan → run → check → release → report, each hop saved as JSON. */
import { check, judgePlaces, judgeRepair, preflight, printSizes } from './check.ts';
import { type IngestEffects, ingest } from './ingest.ts';
import { correct } from './jobs/correct.ts';
import { type ImageWish, planImages } from './jobs/image.ts';
import { makeWith } from './jobs/makers.ts';
import type { MakerTools } from './jobs/making.ts';
import { type LayoutEffects, makeLayout } from './layout.ts';
import type { Asset } from './model/asset.ts';
import { framedName } from './model/crop-sheet.ts';
import type { CutList } from './model/cut-list.ts';
import type { Feed } from './model/feed.ts';
import { type Finding, UserError } from './model/finding.ts';
import type { HouseStyle } from './model/house.ts';
import type { Blob, Job, Outcome, Plan, Toolchain } from './model/job.ts';
import { type Digest, digestOf } from './model/key.ts';
import { EMPTY_LAYOUT, type Layout, type Part } from './model/layout.ts';
import type { Order } from './model/order.ts';
import type { BuildRecord, Release, Standing, Summary } from './model/record.ts';
import type { Repair } from './model/repair.ts';
import { readOrder } from './order.ts';
import { makePlan, withoutCaptures } from './plan.ts';
import { type Handover, type HandoverInput, planHandover } from './release/handover.ts';
import { makeRelease } from './release.ts';
import { bannerPreview, type PreviewEffects, reportBody, reportHtml, reportJson, summaryAgain, summaryOf } from './report.ts';
import { type RunEffects, runPlan } from './run.ts';

export type Language = 'nl' | 'fr' | 'en';

export interface BuildOptions {
  readonly only?: Part;
  readonly measured: boolean;
  /** Whether banners are photographed; absent: they are. */
  readonly captured?: boolean;
  readonly language: Language;
}

/** All that the stages need of the world, fitted by `tools/`. */
export interface StudioEffects extends Omit<RunEffects, 'make'> {
  readonly readOrderText: () => Promise<string>;
  readonly ingest: IngestEffects;
  readonly loadHouse: (name: string) => Promise<{ house?: HouseStyle; findings: readonly Finding[] }>;
  /** Of all pages, texts and data in the production's content folder. */
  readonly contentDigest: () => Promise<Digest>;
  readonly layout: (order: Order, house: HouseStyle) => LayoutEffects;
  /** Nothing more will be rendered: what that took may go. */
  readonly endLayout: () => void;
  readonly toolchain: Toolchain;
  readonly makerTools: MakerTools;
  readonly sizeOf: (digest: Digest) => number;
  readonly keepText: (text: string) => Promise<Blob>;
  readonly standing: StandingEffects;
  readonly saveHop: (name: string, value: unknown) => Promise<void>;
  readonly lay: (release: Release, only: BuildOptions['only']) => Promise<void>;
  readonly preview: PreviewEffects & {
    /** Lays it, and keeps in mind what stood before. */
    readonly lay: (preview: Awaited<ReturnType<typeof bannerPreview>>) => Promise<void>;
  };
  readonly saveReport: (html: string, json: string) => Promise<void>;
  /** Keys of facts and renderings that this build used beside its jobs. */
  readonly usedCaches: () => readonly string[];
  readonly flush: () => Promise<void>;
  readonly today: () => string;
  readonly now: () => number;
}

/** One build that stands per production: the last one. */
interface StandingEffects {
  /** Nothing unless its key is this one and all that it laid lies there untouched. */
  readonly recall: (key: Digest) => Promise<Standing | undefined>;
  readonly keep: (standing: Standing) => Promise<void>;
  /** The output is about to change. */
  readonly drop: () => Promise<void>;
}

/** What came in, judged: the first three stages. */
interface Received {
  readonly order: Order;
  readonly assets: readonly Asset[];
  readonly feeds: readonly Feed[];
  readonly lists: readonly CutList[];
  readonly house?: HouseStyle;
  readonly findings: readonly Finding[];
}

export interface Prepared extends Received {
  readonly layout: Layout;
  readonly plan: Plan;
  readonly repair: Repair;
}

async function receive(production: string, effects: StudioEffects): Promise<Received> {
  const { order, findings: mistakes } = readOrder(await effects.readOrderText(), production);
  if (!order) throw new UserError(`The order of ${production} cannot be read.`, { findings: mistakes });
  // Both end before one is told to have failed: neither works on behind the back of who closes the studio.
  const onMeasuring = (asset: string, share: number): void => effects.tell({ kind: 'measuring', asset, share });
  const taking = ingest(order, { ...effects.ingest, onMeasuring });
  const [loading, receiving] = await Promise.allSettled([effects.loadHouse(order.house), taking]);
  if (loading.status === 'rejected') throw loading.reason;
  if (receiving.status === 'rejected') throw receiving.reason;
  const { house } = loading.value;
  // Who looks for a house style is told its name and not where the order says it.
  const faults = loading.value.findings.map((found) =>
    found.code === 'house-missing' && order.houseLine ? { ...found, where: { ...found.where, line: order.houseLine } } : found,
  );
  const { assets, feeds, lists, findings: received } = receiving.value;
  const known = { order, assets, feeds, lists, ...(house ? { house } : {}) };
  return { ...known, findings: [...mistakes, ...received, ...faults, ...preflight({ ...known, today: effects.today() })] };
}

async function arrange(received: Received, options: BuildOptions, effects: StudioEffects): Promise<Prepared> {
  const { order, assets, feeds, lists, house, findings } = received;
  if (!house) return { ...received, layout: EMPTY_LAYOUT, plan: { jobs: [], deliverables: [] }, ...judgeRepair(findings, order, house) };
  const layout = await makeLayout({ order, house, assets, feeds, lists }, effects.layout(order, house), options.only);
  effects.endLayout();
  const whole = makePlan(layout, house, order, effects.toolchain, options.measured);
  const plan = options.captured === false ? withoutCaptures(whole) : whole;
  await Promise.all([
    effects.saveHop('order', order),
    effects.saveHop('assets', assets),
    effects.saveHop('layout', layout),
    effects.saveHop('plan', plan),
  ]);
  return { ...received, layout, plan, ...judgeRepair([...findings, ...layout.findings, ...judgePlaces(layout, house)], order, house) };
}

/** Everything up to the plan: nothing is made. */
export async function prepare(production: string, options: BuildOptions, effects: StudioEffects): Promise<Prepared> {
  return arrange(await receive(production, effects), options, effects);
}

/**
 * Everything that is known of the supplied pictures, with each of them whole and small: nothing goes into the output's trees.
 * @param width of the small ones, in px
 */
export async function lookThrough(
  production: string,
  language: Language,
  effects: StudioEffects,
  width = 640,
): Promise<
  Prepared & {
    readonly thumbnails: ReadonlyMap<string, Blob>;
    /** As turns and cuts leave them, where a place takes them so; by `framedName`. */
    readonly framed: ReadonlyMap<string, Blob>;
    readonly prints: ReturnType<typeof printSizes>;
  }
> {
  const prepared = await prepare(production, { measured: false, language }, effects);
  const colour = prepared.house?.colour ? { colour: prepared.house.colour } : {};
  const wish = { ...THUMBNAIL, ...colour, widths: [width] };
  const known = new Map(prepared.assets.map((asset) => [asset.name, asset]));
  const jobs = prepared.assets.flatMap((asset) =>
    asset.facts ? planImages({ ...asset, facts: asset.facts }, wish, effects.toolchain.sharp) : [],
  );
  const turned = new Map<string, Job>();
  for (const { asset: name, geometry } of [...prepared.layout.pages, ...prepared.layout.units].flatMap(({ uses }) => uses)) {
    const asset = known.get(name);
    if (!geometry || !asset?.facts || turned.has(framedName(name, geometry))) continue;
    const corrected = correct({ ...asset, facts: asset.facts }, [geometry], known);
    const [job] = planImages(corrected.picture, { ...wish, corrections: corrected }, effects.toolchain.sharp);
    if (job) turned.set(framedName(name, geometry), job);
  }
  const plan = { jobs: [...jobs, ...turned.values()], deliverables: [] };
  const outcomes = await runPlan(plan, { ...effects, make: makeWith(effects.makerTools) });
  await effects.flush();
  if (effects.signal.aborted) throw new Interrupted();
  const made = new Map(outcomes.map((outcome) => [outcome.key, 'made' in outcome ? outcome.made.blob : undefined]));
  const thumbnails = jobs.flatMap(({ key, asset }) => {
    const blob = made.get(key);
    return blob && asset ? [[asset, blob] as const] : [];
  });
  const framed = [...turned].flatMap(([name, { key }]) => {
    const blob = made.get(key);
    return blob ? [[name, blob] as const] : [];
  });
  return { ...prepared, thumbnails: new Map(thumbnails), framed: new Map(framed), prints: printSizes(prepared.assets) };
}

const THUMBNAIL: Omit<ImageWish, 'widths'> = {
  formats: ['webp'],
  encoders: { avif: { quality: 50 }, webp: { quality: 75 }, jpeg: { quality: 75 }, png: { quality: 100 } },
};

export async function build(production: string, options: BuildOptions, effects: StudioEffects): Promise<Summary> {
  const start = effects.now();
  const received = await receive(production, effects);
  const key = await standingKey(received, options, effects);
  const standing = await effects.standing.recall(key);
  if (standing) {
    await effects.flush();
    const summary = summaryAgain(standing.summary, effects.now() - start);
    await effects.saveReport(reportHtml(summary, standing.body, options.language), reportJson(summary));
    return summary;
  }
  await effects.standing.drop();
  const { order, assets, house, layout, plan, repair, findings: early } = await arrange(received, options, effects);
  const outcomes: Outcome[] = await runPlan(plan, { ...effects, make: makeWith(effects.makerTools) });
  await effects.flush();
  if (effects.signal.aborted) throw new Interrupted();
  const checked = check({
    order,
    ...(house ? { house } : {}),
    layout,
    plan,
    outcomes,
    findings: early,
    measured: options.measured,
    captured: options.captured ?? true,
  });
  const { judged } = checked;
  const { handover, outcomes: handed } = await handOver({ order, assets, layout, outcomes, judged }, effects);
  const findings = [...checked.findings, ...handed.flatMap(toolFault)];
  outcomes.push(...handed);
  await Promise.all([effects.saveHop('outcomes', outcomes), effects.saveHop('findings', findings)]);
  const release = makeRelease(plan, outcomes, judged, ({ digest }) => effects.sizeOf(digest), handover.files);
  await effects.lay(release, options.only);
  const record: BuildRecord = {
    production,
    order,
    assets,
    jobs: [...plan.jobs, ...handover.jobs],
    outcomes,
    judged,
    findings,
    repair,
    release,
    proofs: layout.proofs,
    cuts: layout.cuts,
    durationMs: effects.now() - start,
    tools: house ? { ...effects.toolchain } : {},
    caches: effects.usedCaches(),
  };
  if (options.only === undefined || options.only === 'banners')
    await effects.preview.lay(await bannerPreview(record, layout, options.language, effects.preview));
  const summary = summaryOf(record);
  const body = reportBody(record, options.language);
  await Promise.all([
    // The jobs stand in the plan; twice a list of thousands helps nobody.
    effects.saveHop('record', { ...record, jobs: undefined }),
    effects.saveReport(reportHtml(summary, body, options.language), reportJson(summary)),
  ]);
  // What failed may succeed next time, so such a build is done again.
  const isSettled = layout.findings.every(({ code }) => code !== 'template-broken') && outcomes.every((outcome) => 'made' in outcome);
  if (house && isSettled) await effects.standing.keep({ key, summary, body });
  return summary;
}

/** Only when all is judged is it known what may go: the zips and sheets of deliveries are planned and made last. */
async function handOver(
  judged: Omit<HandoverInput, 'toolchain' | 'sizeOf'>,
  effects: StudioEffects,
): Promise<{ handover: Handover; outcomes: Outcome[] }> {
  const { toolchain, sizeOf } = effects;
  const handover = planHandover({ ...judged, toolchain, sizeOf });
  for (const text of handover.texts) await effects.keepText(text);
  const quiet = { ...effects, tell: () => undefined, make: makeWith(effects.makerTools) };
  const outcomes = await runPlan({ jobs: handover.jobs, deliverables: [] }, quiet);
  await effects.flush();
  if (effects.signal.aborted) throw new Interrupted();
  return { handover, outcomes };
}

function toolFault(outcome: Outcome): Finding[] {
  return outcome.status === 'failed' ? [{ ...outcome.fault, severity: 'error', where: {} }] : [];
}

/** Of all that decides what a build makes, says and lays. */
async function standingKey(received: Received, options: BuildOptions, effects: StudioEffects): Promise<Digest> {
  return digestOf(JSON.stringify([received, await effects.contentDigest(), effects.toolchain, options]));
}

/** Ctrl-C: what was made is remembered, the output stays as it was. */
export class Interrupted extends Error {}
