/** What is handed over per target: one zip of all sound banners, the traffic sheet, the rights list of all of them; and a sheet with each film. */
import { wordsOf } from '../checks/catalogue.ts';
import { planSheet } from '../jobs/sheet.ts';
import { planZip } from '../jobs/zip.ts';
import type { Asset } from '../model/asset.ts';
import { asMade } from '../model/capture.ts';
import type { MeasuredFacts } from '../model/facts.ts';
import type { Blob, DeliverableFile, Job, Outcome, Toolchain } from '../model/job.ts';
import { type Digest, digestOf, type Input, type JobKey } from '../model/key.ts';
import type { Adaptation, Layout, Unit } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import type { Judged } from '../model/record.ts';
import { paperLanguage } from '../review/paper-words.ts';
import { rightsHtml } from '../review/rights-list.ts';
import { columnWidths, csvOf, type TrafficLine, trafficRows } from '../review/traffic.ts';
import { cutSheets } from './cut-sheets.ts';

export interface HandoverInput {
  readonly order: Order;
  readonly assets: readonly Asset[];
  readonly layout: Layout;
  readonly outcomes: readonly Outcome[];
  readonly judged: readonly Judged[];
  readonly toolchain: Pick<Toolchain, 'zip' | 'sheet' | 'ffmpeg' | 'sharp' | 'kader'>;
  /** Bytes of a blob that no job made, such as a page. */
  readonly sizeOf: (digest: Digest) => number;
}

/** Decided when all is judged: its jobs need nothing but what stands in the store. */
export interface Handover {
  readonly jobs: readonly Job[];
  /** Papers, to be kept in the store. */
  readonly texts: readonly string[];
  readonly files: readonly DeliverableFile[];
}

const FOLDER = 'release/banners';
const MEDIA_FOLDER = 'release/media';

/** A unit as it is packed for one target, with what came of it. */
interface Banner {
  readonly judged: Judged;
  readonly unit: Unit;
  readonly adaptation: Adaptation;
  readonly zip: Blob | undefined;
  readonly backup: Blob | undefined;
  /** Of the backup, `.jpg`. */
  readonly ending: string;
  /** Of the same with twice the pixels, where it is asked, as the ending of its name: `-2x.jpg`. */
  readonly denser?: { readonly blob: Blob; readonly ending: string };
  /** Of the zip, without `.zip`. */
  readonly base: string;
}

export function planHandover(input: HandoverInput): Handover {
  const { order, assets, layout, judged, toolchain } = input;
  const made = new Map(input.outcomes.flatMap((outcome) => ('made' in outcome ? [[outcome.key, outcome.made] as const] : [])));
  const blobOf = (from: Input | undefined): Blob | undefined =>
    from?.from === 'store' ? { digest: from.digest, bytes: input.sizeOf(from.digest) } : from && made.get(from.key)?.blob;
  const factsOf = (key: JobKey): MeasuredFacts | undefined => made.get(key)?.facts as MeasuredFacts | undefined;
  const jobs: Job[] = [];
  const texts: string[] = [];
  const files: DeliverableFile[] = [];
  const language = paperLanguage(order.languages);
  const addText = (path: string, text: string): void => {
    texts.push(text);
    files.push({ path, from: { from: 'store', digest: digestOf(text) } });
  };
  const addJob = (path: string, job: Job): void => {
    jobs.push(job);
    files.push({ path, from: { from: 'job', key: job.key } });
  };
  const byTarget = bannersOf(layout, judged, blobOf, (key) => made.get(key)?.facts);
  for (const [target, banners] of byTarget) {
    const sound = banners.filter((banner) => banner.judged.sound).flatMap(entriesOf);
    if (sound.length > 0) addJob(`${FOLDER}/${target}.zip`, planZip(`${target}.zip`, `delivery to ${target}`, sound, toolchain.zip));
    const rows = trafficRows(
      banners.map((banner) => lineOf(banner, blobOf, factsOf, (found) => wordsOf(found, language).message)),
      language,
    );
    addText(`${FOLDER}/${target}.csv`, csvOf(rows, language));
    const sheet = { name: target.slice(0, 31), rows, widths: columnWidths(rows) };
    addJob(`${FOLDER}/${target}.xlsx`, planSheet(`${target}.xlsx`, sheet, toolchain.sheet));
  }
  const shown = [...byTarget.values()].flat().filter((banner) => banner.judged.sound);
  if (shown.length > 0) addText(`${FOLDER}/rights.html`, rightsOf(shown, assets, order, language));
  const { cuts, jobs: laid } = layout;
  const media = mediaRights(judged, assets, order, language);
  if (media !== undefined) addText(`${MEDIA_FOLDER}/rights.html`, media);
  for (const { path, text } of cutSheets({ order, assets, cuts, jobs: laid, outcomes: input.outcomes, judged, toolchain, blobOf }))
    addText(path, text);
  return { jobs, texts, files };
}

/** Targets in a fixed order; banners in that of the plan. */
function bannersOf(
  layout: Layout,
  judged: readonly Judged[],
  blobOf: (from: Input | undefined) => Blob | undefined,
  factsOf: (key: JobKey) => unknown,
): Map<string, Banner[]> {
  const units = new Map(layout.units.map((unit) => [unit.name, unit]));
  const found = judged.flatMap((one): Omit<Banner, 'base'>[] => {
    const { deliverable } = one;
    const unit = units.get(deliverable.unit ?? '');
    const adaptation = unit?.adaptations?.find(({ target }) => target === deliverable.target);
    if (!unit || !adaptation) return [];
    const zip = deliverable.files.find(({ path }) => path === `${deliverable.name}.zip`);
    const backup = deliverable.files.find(({ path }) => path.startsWith(`${deliverable.name}.`) && /\.(jpg|png|gif)$/.test(path));
    const made = backup && asMade(backup.path, backup.from.from === 'job' ? factsOf(backup.from.key) : undefined);
    const ending = made?.slice(made.lastIndexOf('.')) ?? '';
    const twice = adaptation.still?.twice && deliverable.files.find(({ path }) => path.startsWith(`${deliverable.name}-2x.`));
    const blob = twice ? blobOf(twice.from) : undefined;
    const named = twice ? asMade(twice.path, twice.from.from === 'job' ? factsOf(twice.from.key) : undefined) : '';
    const denser = blob && { blob, ending: named.slice(deliverable.name.length) };
    const found = { judged: one, unit, adaptation, zip: blobOf(zip?.from), backup: blobOf(backup?.from), ending };
    return [denser ? { ...found, denser } : found];
  });
  const targets = [...new Set(found.map(({ adaptation }) => adaptation.target))].sort();
  return new Map(
    targets.map((target) => {
      const own = found.filter(({ adaptation }) => adaptation.target === target);
      return [target, own.map((banner) => ({ ...banner, base: banner.judged.deliverable.handedAs ?? '' }))];
    }),
  );
}

/** A zip, and beside it a picture of the same name. */
function entriesOf({ zip, backup, base, ending, denser, adaptation }: Banner): { name: string; from: Input }[] {
  const entry = (name: string, blob: Blob | undefined): { name: string; from: Input }[] =>
    blob ? [{ name, from: { from: 'store', digest: blob.digest } }] : [];
  const beside = adaptation.backup === 'beside' ? entry(`${base}${ending}`, backup) : [];
  return [...entry(`${base}.zip`, zip), ...beside, ...(denser ? entry(`${base}${denser.ending}`, denser.blob) : [])];
}

function lineOf(
  { judged, unit, adaptation, zip, backup, ending, base }: Banner,
  blobOf: (from: Input) => Blob | undefined,
  factsOf: (key: JobKey) => MeasuredFacts | undefined,
  say: (found: NonNullable<Judged['held']>[number]) => string,
): TrafficLine {
  const isInside = adaptation.backup === 'inside';
  const parts = [...adaptation.files.map(({ from }) => blobOf(from)), ...(isInside ? [backup] : [])];
  const seen = judged.deliverable.measures.map(({ key }) => factsOf(key)).find((facts) => facts?.what === 'banner');
  const facts = seen?.what === 'banner' ? seen : undefined;
  return {
    file: `${base}.zip`,
    unit: shortName(unit),
    size: unit.size,
    language: unit.language,
    version: unit.version,
    landing: adaptation.landing,
    click: adaptation.click,
    ...(zip ? { zipBytes: zip.bytes, unzippedBytes: parts.reduce((sum, part) => sum + (part?.bytes ?? 0), 0) } : {}),
    ...(isInside ? {} : { backup: backup ? `${base}${ending}` : '' }),
    ...(backup ? { backupBytes: backup.bytes } : {}),
    ...(facts && facts.seconds !== null ? { seconds: facts.seconds } : {}),
    ...(facts ? { loops: facts.loops } : {}),
    verdict: !judged.sound ? 'held' : judged.unmeasured ? 'unmeasured' : 'sound',
    reasons: [...new Set((judged.held ?? []).map(say))],
  };
}

function rightsOf(banners: readonly Banner[], assets: readonly Asset[], order: Order, language: ReturnType<typeof paperLanguage>): string {
  const shownIn = new Map<string, Set<string>>();
  for (const { unit } of banners) {
    for (const { asset } of unit.uses) shownIn.set(asset, (shownIn.get(asset) ?? new Set()).add(shortName(unit)));
  }
  const pictures = assets.flatMap((asset) => {
    const units = shownIn.get(asset.name);
    return units ? [{ asset, units: [...units] }] : [];
  });
  const { client, production, title } = order;
  return rightsHtml({ client, production, title: title[language] ?? Object.values(title)[0] ?? production, pictures }, language);
}

/** @returns undefined where no sound film or sound is delivered */
function mediaRights(
  judged: readonly Judged[],
  assets: readonly Asset[],
  order: Order,
  language: ReturnType<typeof paperLanguage>,
): string | undefined {
  const delivered = judged.filter(({ sound, deliverable: { kind } }) => sound && (kind === 'video' || kind === 'audio'));
  const pictures = assets.flatMap((asset) => {
    const units = delivered.filter(({ deliverable }) => deliverable.assets.includes(asset.name)).map(({ deliverable }) => deliverable.name);
    return units.length > 0 ? [{ asset, units }] : [];
  });
  if (pictures.length === 0) return undefined;
  const { client, production, title } = order;
  const named = title[language] ?? Object.values(title)[0] ?? production;
  return rightsHtml({ client, production, title: named, of: 'media', pictures }, language);
}

/** `headline/300x250-nl`. */
function shortName({ name }: Unit): string {
  return name.split('/').slice(1).join('/');
}
