/** Technical sheets of sound films and sounds: what is in each file, where it was cut from, and what the channel says of it. */
import { channelOf } from '../channels/media.ts';
import { limitJudges } from '../checks/cut-judges.ts';
import { type MadeCut, madeCuts } from '../checks/cut-made.ts';
import type { Asset } from '../model/asset.ts';
import type { ClipFacts, Rate } from '../model/clip.ts';
import type { CutRecipe } from '../model/cut-recipe.ts';
import type { Blob, Job, Outcome, Toolchain } from '../model/job.ts';
import type { Input, JobKey } from '../model/key.ts';
import type { LaidCut } from '../model/layout.ts';
import type { MediaChannel, MediaLimit } from '../model/media-rules.ts';
import type { Order } from '../model/order.ts';
import type { Judged } from '../model/record.ts';
import { frameAt, framesOf, isTimecode, readTime, timecodeAt } from '../model/time.ts';
import { cutMade, doneText } from '../review/cut-done.ts';
import { type FilmSheet, filmSheetHtml, type LimitSaid, type SheetFile, type SheetPart, type SheetRights } from '../review/film-sheet.ts';
import { paperLanguage } from '../review/paper-words.ts';

export interface SheetInput {
  readonly order: Order;
  readonly assets: readonly Asset[];
  readonly cuts: readonly LaidCut[];
  readonly jobs: readonly Job[];
  readonly outcomes: readonly Outcome[];
  readonly judged: readonly Judged[];
  readonly toolchain: Pick<Toolchain, 'ffmpeg' | 'sharp' | 'kader'>;
  readonly blobOf: (from: Input) => Blob | undefined;
}

/** What all sheets are looked up in. */
interface Known {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly jobs: ReadonlyMap<JobKey, Job>;
  readonly outcomes: ReadonlyMap<JobKey, Outcome>;
}

/** Paths in the output and their texts: JSON and HTML for each delivery that is sound. */
export function cutSheets(input: SheetInput): { readonly path: string; readonly text: string }[] {
  const known: Known = {
    assets: new Map(input.assets.map((asset) => [asset.name, asset])),
    jobs: new Map(input.jobs.map((job) => [job.key, job])),
    outcomes: new Map(input.outcomes.map((outcome) => [outcome.key, outcome])),
  };
  const judged = new Map(input.judged.map((one) => [one.deliverable.name, one]));
  return input.cuts.flatMap((laid) => {
    const verdict = judged.get(laid.name);
    const channel = channelOf(laid.cut.channel);
    if (!verdict?.sound || !channel) return [];
    const language = paperLanguage(laid.cut.language === undefined ? input.order.languages : [laid.cut.language]);
    const sheet = sheetOf(laid, verdict, channel, known, input, language);
    const base = `${laid.name}/${laid.name.split('/').at(-1)}.sheet`;
    return [
      { path: `${base}.json`, text: `${JSON.stringify(sheet, null, 2)}\n` },
      { path: `${base}.html`, text: filmSheetHtml(sheet, language) },
    ];
  });
}

function sheetOf(
  laid: LaidCut,
  { deliverable }: Judged,
  channel: MediaChannel,
  known: Known,
  { order, toolchain, blobOf }: SheetInput,
  language: ReturnType<typeof paperLanguage>,
): FilmSheet {
  const { cut, film } = laid;
  const made = madeCuts(deliverable, laid, channel, known.outcomes);
  const story = cutMade(laid, known.assets, known.jobs, known.outcomes);
  const rate = story.picture?.rate;
  const { sound } = story;
  const target = sound?.done['target'];
  return {
    production: order.production,
    client: order.client,
    delivery: laid.name,
    channel: { id: channel.id, name: channel.name },
    ...(cut.language === undefined ? {} : { language: cut.language }),
    seconds: film?.seconds ?? cut.seconds,
    ...(rate && story.picture ? { duration: timecodeAt(story.picture.frames, rate), rate: rateText(rate) } : {}),
    ...(film?.stream === undefined ? {} : { stream: film.stream }),
    files: deliverable.files.flatMap(({ path, from }): SheetFile[] => {
      const blob = blobOf(from);
      return blob ? [fileOf(path, from, blob, laid, made, known)] : [];
    }),
    parts: partsOf(laid, known.assets, rate),
    ...(sound
      ? {
          loudness: {
            ...(typeof target === 'number' ? { target } : {}),
            ...(sound.before ? { before: sound.before } : {}),
            ...(sound.after ? { after: sound.after } : {}),
          },
        }
      : {}),
    done: doneText(story, language),
    limits: made.length === 0 ? [] : channel.limits.map((limit) => limitOf(limit, made)),
    rights: laid.assets.flatMap((name) => rightsOf(known.assets.get(name))),
    tools: [toolchain.kader, toolchain.ffmpeg, ...(film ? [toolchain.sharp] : [])],
  };
}

function fileOf(path: string, from: Input, blob: Blob, { film, name }: LaidCut, made: readonly MadeCut[], { jobs }: Known): SheetFile {
  const file = { name: path.slice(name.length + 1), sha256: blob.digest, bytes: blob.bytes };
  const seen = made.find((one) => one.file === path);
  if (!seen) return file;
  const { facts, type: container } = seen;
  const output = from.from === 'job' ? (jobs.get(from.key)?.recipe as CutRecipe | undefined)?.output : undefined;
  const type = film?.films.find((one) => from.from === 'job' && one.key === from.key)?.type;
  const level = output?.what === 'film' ? levelText(output) : undefined;
  const { startsAt: _, ...sound } = facts.sound ?? { startsAt: 0 };
  const heard = facts.measured?.sound;
  return {
    ...file,
    ...(container === undefined ? {} : { container }),
    seconds: facts.seconds,
    ...(type === undefined ? {} : { type }),
    ...(level === undefined ? {} : { level }),
    ...(facts.picture ? { scan: isWoven(facts) ? 'interlaced' : 'progressive', picture: pictureOf(facts.picture) } : {}),
    ...(facts.sound ? { sound: sound as NonNullable<SheetFile['sound']> } : {}),
    ...(heard ? { loudness: { loudness: heard.loudness, range: heard.range, truePeak: heard.truePeak } } : {}),
  };
}

function pictureOf(track: NonNullable<ClipFacts['picture']>): NonNullable<SheetFile['picture']> {
  const { codec, profile, width, height, pixels, depth, colour, bitRate, longestGop, frames, averageRate, pixelShape } = track;
  const told = { codec, ...(profile === undefined ? {} : { profile }), width, height, pixels, depth, colour, bitRate, longestGop, frames };
  return { ...told, rate: rateText(averageRate), pixelShape: pixelShape.join(':') };
}

const isWoven = ({ picture }: ClipFacts): boolean => picture?.fieldOrder === 'top' || picture?.fieldOrder === 'bottom';

/** As it was set: ten times the level of H.264, the index of AV1's (AV1 specification, annex A.3). */
function levelText({ codec, level }: CutRecipe['output'] & { what: 'film' }): string | undefined {
  if (level === undefined) return undefined;
  if (codec === 'h264') return `${Math.floor(level / 10)}.${level % 10}`;
  return codec === 'av1' ? `${2 + Math.floor(level / 4)}.${level % 4}` : undefined;
}

const rateText = ([frames, seconds]: Rate): string => (seconds === 1 ? String(frames) : `${frames}/${seconds}`);

function partsOf({ cut }: LaidCut, assets: ReadonlyMap<string, Asset>, rate: Rate | undefined): SheetPart[] {
  let end = 0;
  return cut.parts.flatMap(({ clip, from, to, fade }): SheetPart[] => {
    const start = end - fade;
    end = start + (to - from);
    const asset = assets.get(clip);
    if (!asset?.clip) return [];
    const codes = rate && sourceCodes(asset.clip, from, to);
    return [
      {
        clip,
        file: asset.file,
        sha256: asset.digest,
        source: [thousandth(from), thousandth(to)],
        record: [thousandth(start), thousandth(end)],
        ...(codes ? { sourceTimecode: codes } : {}),
        ...(rate ? { recordTimecode: [timecodeAt(frameAt(start, rate), rate), timecodeAt(frameAt(end, rate), rate)] as const } : {}),
        fade,
      },
    ];
  });
}

/** By the clip's own clock, from 00:00:00:00 where it has none; none where frames do not stand equally long. */
function sourceCodes({ picture, timecode }: ClipFacts, from: number, to: number): readonly [string, string] | undefined {
  if (!picture || picture.isVariable) return undefined;
  const start = timecode === undefined ? undefined : readTime(timecode);
  const first = start && isTimecode(start) ? framesOf(start, picture.rate) : 0;
  const offset = typeof first === 'number' ? first : 0;
  const code = (seconds: number): string =>
    timecodeAt(offset + frameAt(seconds, picture.rate), picture.rate, timecode?.includes(';') ?? false);
  return [code(from), code(to)];
}

const thousandth = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function limitOf(limit: MediaLimit, made: readonly MadeCut[]): LimitSaid {
  const { id, value, unit, severity, source, checked, status } = limit;
  const verdicts = value === null ? [] : made.map((one) => limitJudges[id](limit, one));
  const verdict =
    value === null
      ? 'unknown'
      : verdicts.some((one) => one !== 'unmeasured' && one.length > 0)
        ? 'broken'
        : verdicts.includes('unmeasured')
          ? 'unmeasured'
          : 'kept';
  return { id, asked: value, ...(unit === undefined ? {} : { unit }), verdict, severity, source, checked, status };
}

/** What was agreed in the order goes before what the file says of itself. */
function rightsOf(asset: Asset | undefined): SheetRights[] {
  if (!asset) return [];
  const { name, file, rights } = asset;
  const own = asset.clip?.rights ?? asset.facts?.rights;
  return [
    {
      asset: name,
      file,
      creator: rights.creator ?? own?.creator,
      credit: rights.credit ?? own?.credit,
      copyright: rights.copyright ?? own?.copyright,
      licence: rights.licence ?? own?.terms,
      until: (rights.until ?? own?.until)?.slice(0, 10),
    },
  ];
}
