/** Order → assets: finds each supplied file, takes it into the store once, and learns its facts once per digest. */

import { type ClipEffects, LIMIT_CLIP_PIXELS, readClip } from './ingest/clips.ts';
import { takeFeeds } from './ingest/feeds.ts';
import { isPatternOf, likely, listedIn, matching } from './ingest/matching.ts';
import { judgeNames, judgeReading } from './ingest/reading.ts';
import { takeTexts } from './ingest/texts.ts';
import type { Asset, FileType, ForeignType, ImageFacts } from './model/asset.ts';
import { eachAtOnce } from './model/at-once.ts';
import { type ClipFacts, isClipType } from './model/clip.ts';
import type { CorrectionWish } from './model/correction.ts';
import { type Framed, framedBy } from './model/crop.ts';
import type { CutList } from './model/cut-list.ts';
import type { Feed } from './model/feed.ts';
import type { Fault, Finding } from './model/finding.ts';
import type { Blob, Made } from './model/job.ts';
import { type Digest, jobKeyOf } from './model/key.ts';
import type { Order, Supplied } from './model/order.ts';
import { LIMIT_PIXELS } from './model/recipe.ts';

/** A file as it lies in the production's folder. */
export interface FoundFile {
  /** Relative to the production's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** A link that leads out of the folder. */
  readonly outside: boolean;
}

export interface IngestEffects {
  /** Every file in the production's folder, sorted by path. */
  readonly listSupplied: () => Promise<readonly FoundFile[]>;
  /** Takes a supplied file into the store; files known by size, mtime and inode are not read again. */
  readonly take: (path: string) => Promise<{ readonly digest: Digest; readonly bytes: number }>;
  /** All of a small file in the store. */
  readonly readBytes: (digest: Digest) => Promise<Uint8Array>;
  readonly sniff: (digest: Digest) => Promise<FileType>;
  readonly isForeign: (type: FileType) => type is ForeignType;
  /** Of the program that develops a type: its state goes into the key. */
  readonly developerState: (type: ForeignType) => string;
  readonly develop: (digest: Digest, type: ForeignType) => Promise<Development>;
  /** Takes a colour table into the store, or tells its first line that makes no sense. */
  readonly takeLook: (path: string) => Promise<Look>;
  /** @param original what it was developed from */
  readonly probe: (
    digest: Digest,
    type: FileType,
    limitPixels: number,
    original?: Digest,
  ) => Promise<{ readonly facts: ImageFacts } | { readonly reason: string }>;
  readonly recall: (key: string) => Made | undefined;
  readonly remember: (key: string, made: Made) => void;
  readonly proberVersion: string;
  /** Absent where film and sound are of no concern. */
  readonly clips?: ClipEffects;
  /** Told while a clip is measured, which may take as long as it plays. @param share of it, 0–1 */
  readonly onMeasuring?: (name: string, share: number) => void;
  readonly atOnce: number;
}

export type Look = { readonly digest: Digest } | { readonly line: number; readonly detail: string };

type Probed = {
  readonly type: FileType;
  readonly facts?: ImageFacts;
  readonly reason?: string;
  readonly master?: Digest;
  /** In the file, where that is more than the one that is used. */
  readonly pictures?: number;
  /** How to get the program that is missing. */
  readonly advice?: string;
  readonly clip?: ClipFacts;
  readonly fault?: Fault;
};

/** What came of a picture in a format that few read. */
export type Development = { readonly master: Blob; readonly pictures?: number } | { readonly reason: string } | { readonly advice: string };

const PICTURES: readonly FileType[] = ['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff', 'svg'];
/** Ours and the system's own files are not material. */
const NOT_MATERIAL = /^(order\.yaml|content\/.*|.*\.md|(.*\/)?(\..*|Thumbs\.db|desktop\.ini))$/;

export interface Ingested {
  readonly assets: Asset[];
  readonly feeds: Feed[];
  /** Of editing programs, as the order names them. */
  readonly lists: readonly CutList[];
  readonly findings: Finding[];
}

export async function ingest(order: Order, effects: IngestEffects): Promise<Ingested> {
  const files = await effects.listSupplied();
  const { feeds, files: fed, findings } = await takeFeeds(order.deliver.banners, files, effects.take);
  const texts = await takeTexts(order, files, effects);
  findings.push(...texts.findings);
  const wanted: { supplied: Supplied; name: string; file: FoundFile; own: Own }[] = [];
  const listed = new Set<string>([...fed, ...texts.files]);
  let meant: ReadonlySet<string> | undefined;
  for (const supplied of order.supplied) {
    const matches = matching(files, supplied.file);
    const isPattern = isPatternOf(files, supplied.file);
    for (const file of matches) {
      listed.add(file.path);
      const stem =
        file.path
          .split('/')
          .at(-1)
          ?.replace(/\.[^.]+$/, '') ?? '';
      const each = stem.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const name = isPattern ? `${supplied.name}/${each}` : supplied.name;
      const own = (isPattern && supplied.each && Object.hasOwn(supplied.each, each) && supplied.each[each]) || {};
      const where = { file: file.path, asset: name };
      if (file.outside) findings.push(finding('material-outside', where, { file: file.path }));
      else if (file.bytes === 0) findings.push(finding('material-empty', where, { file: file.path }));
      else wanted.push({ supplied, name, file, own });
    }
    if (matches.length === 0) {
      const where = { file: 'order.yaml', line: supplied.line, asset: supplied.name };
      meant ??= listedIn(files, order);
      const near = likely(files, supplied.file, meant);
      findings.push(finding('material-missing', where, { name: supplied.name, file: supplied.file, ...(near ? { nearest: near } : {}) }));
    }
  }
  const looks = new Map<string, Promise<Look>>();
  const corrections = new Map<Supplied, readonly CorrectionWish[]>();
  for (const supplied of order.supplied) {
    if (!supplied.corrections) continue;
    const found = await withLooks(supplied, supplied.corrections, files, looks, effects);
    corrections.set(supplied, found.wishes);
    findings.push(...found.findings);
    for (const wish of supplied.corrections) if (wish.step === 'lut') listed.add(wish.file);
  }
  for (const file of files) {
    if (!listed.has(file.path) && !NOT_MATERIAL.test(file.path)) {
      findings.push(finding('material-unlisted', { file: file.path }, { file: file.path }, 'info'));
    }
  }

  const assets: Asset[] = [];
  const known = new Map<Digest, Promise<Probed>>();
  const limit = order.limits?.megapixels === undefined ? LIMIT_PIXELS : order.limits.megapixels * 1_000_000;
  await eachAtOnce(wanted, effects.atOnce, async ({ supplied, name, file, own }, at) => {
    const { digest, bytes } = await effects.take(file.path);
    const probed = known.get(digest) ?? probe(digest, limit, effects).then((one) => withClip(one, digest, name, order, effects));
    known.set(digest, probed);
    const { type, facts, master, clip } = await probed;
    const wishes = corrections.get(supplied);
    const captions = texts.captions.get(name);
    assets[at] = {
      name,
      file: file.path,
      digest,
      bytes,
      type,
      ...(facts ? { facts } : {}),
      ...(clip ? { clip } : {}),
      ...(master ? { master } : {}),
      alt: supplied.alt ?? {},
      ...framedIn(supplied, own, facts),
      ...(supplied.transparent ? { transparent: true } : {}),
      ...(supplied.print ? { print: supplied.print } : {}),
      rights: supplied.rights ?? {},
      ...(wishes ? { corrections: wishes } : {}),
      ...(captions ? { captions } : {}),
      line: supplied.line,
    };
  });
  for (const asset of assets) findings.push(...judgeReading(asset, limit, await known.get(asset.digest)));
  findings.push(...judgeNames(assets));
  return { assets, feeds, lists: texts.lists, findings };
}

type Own = NonNullable<Supplied['each']>[string];

/** What is said of a single file goes before what is said of all that a pattern names. */
function framedIn(supplied: Supplied, own: Own, facts: ImageFacts | undefined): Framed {
  const said = { focus: own.focus ?? supplied.focus, safe: own.safe ?? supplied.safe };
  const crops = { ...supplied.crops };
  for (const [place, framing] of Object.entries(own.crops ?? {})) crops[place] = { ...crops[place], ...framing };
  return { ...framedBy(said, facts?.measured?.salient), ...(Object.keys(crops).length > 0 ? { crops } : {}) };
}

/** Colour tables that an entry names are taken in with it, and known by digest from then on. */
async function withLooks(
  { name, file, line }: Supplied,
  wishes: readonly CorrectionWish[],
  files: readonly FoundFile[],
  known: Map<string, Promise<Look>>,
  effects: IngestEffects,
): Promise<{ wishes: CorrectionWish[]; findings: Finding[] }> {
  const findings: Finding[] = [];
  // An entry that brings many pictures is no asset itself.
  const where = { file: 'order.yaml', line, ...(/[*?[{]/.test(file) ? {} : { asset: name }) };
  const resolved = wishes.map(async (wish): Promise<CorrectionWish> => {
    if (wish.step !== 'lut') return wish;
    const found = files.find(({ path }) => path === wish.file);
    if (!found || found.outside) {
      findings.push(finding('look-missing', where, { name, look: wish.file }));
      return wish;
    }
    const look = known.get(found.path) ?? effects.takeLook(found.path);
    known.set(found.path, look);
    const answer = await look;
    if ('digest' in answer) return { ...wish, digest: answer.digest };
    findings.push(finding('look-invalid', where, { name, look: wish.file, lookLine: answer.line, detail: answer.detail }));
    return wish;
  });
  return { wishes: await Promise.all(resolved), findings };
}

/** What is known of a file under this limit; another order may know more of it under another. */
async function probe(digest: Digest, limit: number, effects: IngestEffects): Promise<Probed> {
  const probed = await probeOnce(digest, limit, effects);
  const pixels = probed.facts ? probed.facts.width * probed.facts.height : 0;
  return pixels > limit ? { type: probed.type, reason: `${TOO_LARGE} ${pixels}` } : probed;
}

const TOO_LARGE = 'the picture exceeds pixel limit:';

async function probeOnce(digest: Digest, limit: number, effects: IngestEffects): Promise<Probed> {
  const inputs = [{ from: 'store', digest }] as const;
  const key = jobKeyOf({ kind: 'probe', tool: effects.proberVersion, recipe: {}, inputs });
  const remembered = effects.recall(key)?.facts as unknown as Probed | undefined;
  if (remembered) return remembered;
  const type = await effects.sniff(digest);
  const answer = effects.isForeign(type) ? await develop(digest, type, limit, effects) : await measure(digest, type, limit, effects);
  const probed: Probed = { type, ...answer };
  // A crash or a time limit may pass, a limit may be raised; only what the file itself says is remembered.
  if (!effects.isForeign(type) && !/^(crash|timeout|cancelled)|exceeds pixel limit/.test(probed.reason ?? ''))
    effects.remember(key, { facts: probed as never });
  return probed;
}

/** Film and sound are read by programs of their own, whose versions stand in keys of their own. */
async function withClip(probed: Probed, digest: Digest, name: string, order: Order, effects: IngestEffects): Promise<Probed> {
  const { clips, recall, remember, onMeasuring } = effects;
  if (!clips || !isClipType(probed.type)) return probed;
  const limit = order.limits?.megapixels === undefined ? LIMIT_CLIP_PIXELS : order.limits.megapixels * 1_000_000;
  const read = await readClip(digest, probed.type, limit, { ...clips, recall, remember }, (share) => onMeasuring?.(name, share));
  return { ...probed, ...read };
}

async function measure(digest: Digest, type: FileType, limit: number, effects: IngestEffects): Promise<Omit<Probed, 'type'>> {
  return PICTURES.includes(type) ? effects.probe(digest, type, limit) : {};
}

/** Developed once per file and state of the program; then measured as any other picture. */
async function develop(digest: Digest, type: ForeignType, limit: number, effects: IngestEffects): Promise<Omit<Probed, 'type'>> {
  const inputs = [{ from: 'store', digest }] as const;
  const tool = `${effects.developerState(type)}, ${effects.proberVersion}`;
  const key = jobKeyOf({ kind: 'develop', tool, recipe: { type }, inputs });
  const remembered = effects.recall(key);
  if (remembered)
    return { ...(remembered.facts as unknown as Omit<Probed, 'type'>), ...(remembered.blob ? { master: remembered.blob.digest } : {}) };
  const developed = await effects.develop(digest, type);
  if (!('master' in developed)) return developed;
  const { master, pictures } = developed;
  const answer = { ...(await effects.probe(master.digest, type, limit, digest)), ...(pictures ? { pictures } : {}) };
  if ('facts' in answer) effects.remember(key, { blob: master, facts: answer as never });
  return { ...answer, master: master.digest };
}

function finding(code: string, where: Finding['where'], args: Finding['args'], severity: Finding['severity'] = 'error'): Finding {
  return { code, severity, where, args };
}
