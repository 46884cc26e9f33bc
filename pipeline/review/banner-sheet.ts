/** Record + layout → all that the banners' preview shows, and the files that it needs beside its page. */
import { wordsOf } from '../checks/catalogue.ts';
import type {
  BannerSheetData,
  Figure,
  PreviewFile,
  SafeBox,
  SheetFile,
  SheetFinding,
  SheetPackage,
  SheetUnit,
  Shot,
  UnitSource,
} from '../model/banner-sheet.ts';
import { asMade } from '../model/capture.ts';
import { cropAt, framingAt } from '../model/crop.ts';
import type { BannerFacts, MeasuredFacts, PackageFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Blob, Deliverable } from '../model/job.ts';
import { type Digest, digestOf, type Input } from '../model/key.ts';
import type { Layout, Unit } from '../model/layout.ts';
import type { BuildRecord, Judged } from '../model/record.ts';
import { COMMON_TARGET } from '../model/rules.ts';
import type { Language } from './words.ts';

export interface BannerSheet {
  readonly data: BannerSheetData;
  /** Paths inside the preview's folder. */
  readonly files: readonly PreviewFile[];
  readonly sources: Readonly<Record<string, UnitSource>>;
}

/** Which figure a finding is about. */
const FIGURES: Readonly<Record<string, Figure>> = {
  'banner-too-heavy': 'zip',
  'banner-too-long': 'seconds',
  'banner-endless': 'loops',
  'banner-too-many-loops': 'loops',
  'banner-no-timeline': 'seconds',
  'banner-missing-backup': 'backup',
  'banner-backup-too-heavy': 'backup',
  'banner-request-failed': 'requests',
  'banner-outside-request': 'requests',
  'banner-click-wrong': 'click',
  'banner-text-overflow': 'text',
  'banner-text-too-long': 'text',
  'banner-text-missing': 'text',
};

const FONTS = /\.(woff2?|ttf|otf|eot)$/i;
const COPY_LENGTH = 400;

/** A script for the preview alone, in front of all others: what is handed over is not touched. */
export function withBridge(html: string, bridge: string): string {
  const tag = `<script src="${bridge}"></script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + tag) : tag + html;
}

/** @param textOf the page of a unit, by digest */
export function bannerSheet(record: BuildRecord, layout: Layout, textOf: (digest: Digest) => string, language: Language): BannerSheet {
  const made = new Map(record.outcomes.flatMap((outcome) => ('made' in outcome ? [[outcome.key, outcome.made] as const] : [])));
  const lies = new Map([...record.release.review, ...record.release.files].map((file) => [file.path.replace(/^review\//, ''), file]));
  const blobOf = (from: Input, path: string): Blob | undefined => (from.from === 'job' ? made.get(from.key)?.blob : lies.get(path));
  const factsOf = ({ measures }: Deliverable): MeasuredFacts[] =>
    measures.flatMap(({ key }) => (made.get(key)?.facts as unknown as MeasuredFacts | undefined) ?? []);

  const files = new Map<string, PreviewFile>();
  const lay = (path: string, { digest, bytes }: Blob, text?: string): SheetFile => {
    files.set(path, { path, digest, bytes, ...(text === undefined ? {} : { text }) });
    return { path, bytes };
  };
  const findings: SheetFinding[] = [];
  const numbers = new Map<Finding, number>();
  const numberOf = (found: Finding): number => {
    const known = numbers.get(found) ?? findings.length;
    if (known === findings.length) {
      const figure = FIGURES[found.code];
      findings.push({ code: found.code, severity: found.severity, ...wordsOf(found, language), ...(figure ? { figure } : {}) });
      numbers.set(found, known);
    }
    return known;
  };

  const toldOf = findingsBy(record);

  const packaged = ({ deliverable, sound, unmeasured }: Judged): SheetPackage => {
    const { name, target = COMMON_TARGET } = deliverable;
    const inside = deliverable.files.filter(({ path }) => path.startsWith(`${name}/`));
    const read = factsOf(deliverable).find((facts): facts is PackageFacts => facts.what === 'package');
    const sum = (sizes: readonly number[]): number => sizes.reduce((total, bytes) => total + bytes, 0);
    const about = toldOf(deliverable);
    const place = (path: string): string => path.replace(/^banners\//, '');
    const shots: Partial<Record<Shot, SheetFile>> = {};
    let zip: SheetPackage['zip'];
    const stills = deliverable.files.filter(({ path }) => /\.(jpe?g|png|webp)$/i.test(path) && !/storyboard/.test(path));
    for (const { path, from } of deliverable.files) {
      if (inside.some((file) => file.path === path)) continue;
      const blob = blobOf(from, path);
      if (!blob) continue;
      if (path.endsWith('.zip')) zip = { bytes: blob.bytes, ...(sound ? lay(`zips/${place(path)}`, blob) : {}) };
      const shot = shotOf(path, stills.length > 0);
      // A backup image has the format that came nearest to its frame.
      const captured = from.from === 'job' ? made.get(from.key)?.facts : undefined;
      if (shot && !shots[shot]) shots[shot] = lay(`captures/${place(asMade(path, captured))}`, blob);
    }
    const isWarned = about.some(({ severity }) => severity !== 'info');
    return {
      target,
      verdict: !sound ? 'held' : isWarned ? 'warned' : unmeasured ? 'unmeasured' : 'sound',
      ...(zip ? { zip } : {}),
      bytes: sum(read ? read.files.map(({ bytes }) => bytes) : inside.map(({ path, from }) => blobOf(from, path)?.bytes ?? 0)),
      files: read ? read.files.length : inside.length,
      shots,
      told: about.map(numberOf),
    };
  };

  const judgedBy = new Map<string, Judged[]>();
  for (const judged of record.judged) {
    const unit = judged.deliverable.unit ?? judged.deliverable.name;
    judgedBy.set(unit, [...(judgedBy.get(unit) ?? []), judged]);
  }
  const sources: Record<string, UnitSource> = {};
  const units = layout.units.map((unit): SheetUnit => {
    const judged = judgedBy.get(unit.name) ?? [];
    const beside = unit.files.flatMap(({ path, key }) => {
      const blob = made.get(key)?.blob;
      return blob ? [{ path, blob }] : [];
    });
    const listed = beside.map(({ path, blob }) => [path, blob.digest] as const).sort(([one], [other]) => (one < other ? -1 : 1));
    const html = textOf(unit.digest);
    const id = unit.name.split('/').at(-1) ?? unit.name;
    // Units that show the same files share a folder of them: sixty versions of one size bring their library once.
    const folder = `units/${unit.template}/${digestOf(JSON.stringify(listed)).slice(0, 8)}`;
    for (const { path, blob } of beside) lay(`${folder}/${path}`, blob);
    const text = withBridge(html, '../../../bridge.js');
    const page = lay(`${folder}/${id}.html`, { digest: digestOf(text), bytes: Buffer.byteLength(text) }, text);
    const packages = judged.map(packaged);
    const backup = packages[0]?.shots.backup;
    const backupFile = backup && files.get(backup.path);
    sources[unit.name] = {
      page: unit.digest,
      files: listed,
      ...(backupFile ? { backup: [backupFile.path.split('/').at(-1) ?? '', backupFile.digest] as const } : {}),
    };
    const fonts = beside.filter(({ path }) => FONTS.test(path));
    const facts = judged.flatMap(({ deliverable }) => factsOf(deliverable)).find((one): one is BannerFacts => one.what === 'banner');
    const { name, template, size, family, language: tongue, version, landing } = unit;
    return {
      name,
      id,
      template,
      size,
      family,
      language: tongue,
      version,
      landing,
      digest: digestOf(JSON.stringify([unit.digest, listed])).slice(0, 16),
      page: page.path,
      copy: copyOf(html),
      // Units that are told of no overrides have none.
      overrides: (unit as Unit & { readonly overrides?: readonly string[] }).overrides ?? [],
      fonts: { count: fonts.length, bytes: fonts.reduce((sum, { blob }) => sum + blob.bytes, 0) },
      safe: safeBoxes(unit, record),
      ...(facts ? { measured: measuredOf(facts) } : {}),
      packages,
    };
  });

  const own = new Set(record.judged.map(({ deliverable }) => `${deliverable.name}.zip`));
  const deliveries = record.release.files
    .filter(({ path }) => path.endsWith('.zip') && !path.startsWith('site/') && !own.has(path))
    .map((file) => lay(`zips/${file.path.replace(/^banners\//, '')}`, file));
  const { production, order } = record;
  const title = order.title[language] ?? Object.values(order.title)[0] ?? production;
  return { data: { production, client: order.client, title, units, findings, deliveries }, files: [...files.values()], sources };
}

function shotOf(path: string, hasStill: boolean): Shot | undefined {
  if (/@2x\.\w+$/.test(path)) return undefined;
  if (/\.(mp4|webm)$/i.test(path)) return 'mp4';
  if (/storyboard[^/]*\.(jpe?g|png|webp)$/i.test(path)) return 'storyboard';
  if (/\.gif$/i.test(path)) return hasStill ? 'gif' : 'backup';
  return /\.(jpe?g|png|webp)$/i.test(path) ? 'backup' : undefined;
}

/** As in judging: the most exact place counts; what is said of the whole order stands in the report. */
function findingsBy({ findings, judged }: BuildRecord): (deliverable: Deliverable) => Finding[] {
  const names = new Set(judged.map(({ deliverable }) => deliverable.name));
  const exact = new Map<string | undefined, Finding[]>();
  for (const found of findings) {
    const name = names.has(found.where.deliverable ?? '') ? found.where.deliverable : undefined;
    const known = exact.get(name);
    if (known) known.push(found);
    else exact.set(name, [found]);
  }
  // Of a whole template or a picture: few, where those of single units are thousands.
  const broad = exact.get(undefined) ?? [];
  return ({ name, assets }) => [
    ...(exact.get(name) ?? []),
    ...broad.filter(({ where }) =>
      where.deliverable === undefined
        ? where.page === undefined && where.asset !== undefined && assets.includes(where.asset)
        : `${name}/`.startsWith(`${where.deliverable}/`),
    ),
  ];
}

/** Loads were one number once and are two now: facts may come from a store that is older than this Kader. */
interface Loads {
  readonly requests?: number;
  readonly initial?: { readonly requests: number };
  readonly subload?: { readonly requests: number };
  readonly labels?: readonly { readonly name: string; readonly at: number }[];
}

function measuredOf(facts: BannerFacts): NonNullable<SheetUnit['measured']> {
  const { requests, initial, subload, labels = [] } = facts as unknown as Loads;
  const { seconds, loops, overflows, clickOpens } = facts;
  return { seconds, loops, requests: requests ?? (initial?.requests ?? 0) + (subload?.requests ?? 0), labels, overflows, clickOpens };
}

/** Of pictures that corrections turned or cut the box is not known here. */
function safeBoxes({ uses }: Unit, { assets }: BuildRecord): SafeBox[] {
  return uses.flatMap(({ asset: name, slot, places = [slot], ratio }): SafeBox[] => {
    const asset = assets.find((one) => one.name === name);
    const safe = asset && framingAt(asset, places).safe;
    const isFramed = asset?.corrections?.some(({ step }) => ['auto', 'rotate', 'straighten', 'crop'].includes(step));
    if (!asset?.facts || !safe || isFramed) return [];
    const { width, height } = asset.facts;
    const crop = cropAt(asset.facts, ratio, asset, places);
    const [left, top, wide, high] = safe;
    const box = [
      (left * width - crop.left) / crop.width,
      (top * height - crop.top) / crop.height,
      (wide * width) / crop.width,
      (high * height) / crop.height,
    ];
    return [{ slot: slot.split('/').slice(1).join('/'), box: box.map((share) => Number(share.toFixed(4))) as unknown as SafeBox['box'] }];
  });
}

/** What a person reads in it, on one line. */
function copyOf(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  const text = body
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? ' ');
  // Nobody types a soft hyphen when searching.
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim().slice(0, COPY_LENGTH);
}
