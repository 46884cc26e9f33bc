/** Film and sound on their way in: read once, measured once, and what hinders either as a finding. */
import type { FileType } from '../model/asset.ts';
import { CLIP_TYPES, type ClipFacts, type ClipMeasures, type ClipType } from '../model/clip.ts';
import type { Fault } from '../model/finding.ts';
import type { Made } from '../model/job.ts';
import { type Digest, jobKeyOf } from '../model/key.ts';

/** `passing`: another day, or on another machine, it may well be read. */
export type NotRead = { readonly reason: string; readonly passing?: boolean } | { readonly program: string; readonly advice: string };

export interface ClipEffects {
  /** Names and versions of what reads and of what measures, for keys; found when the first clip comes. */
  readonly versions: () => Promise<{ readonly reader: string; readonly measurer: string }>;
  readonly read: (digest: Digest, type: ClipType) => Promise<{ readonly facts: ClipFacts } | NotRead>;
  readonly measure: (
    digest: Digest,
    type: ClipType,
    facts: ClipFacts,
    limits: { readonly pixels: number; readonly onProgress: (share: number) => void },
  ) => Promise<{ readonly measures: ClipMeasures } | NotRead>;
}

interface Kept {
  readonly recall: (key: string) => Made | undefined;
  readonly remember: (key: string, made: Made) => void;
}

/** Frames of 6K (6144 × 3456) are decoded without asking; 8K takes four times the memory of 4K for what no channel shows. */
export const LIMIT_CLIP_PIXELS = 24_000_000;

export interface ReadClip {
  readonly clip?: ClipFacts;
  readonly fault?: Fault;
}

/** Facts and measures, each learned once per file and version of the program that tells them. */
export async function readClip(
  digest: Digest,
  type: ClipType,
  limitPixels: number,
  effects: ClipEffects & Kept,
  onProgress: (share: number) => void,
): Promise<ReadClip> {
  const { reader, measurer } = await effects.versions();
  const read = await once<{ readonly facts: ClipFacts }>('clip', reader, digest, effects, () => effects.read(digest, type));
  if ('program' in read) return { fault: { code: 'clip-unread', args: { ...read } } };
  if ('reason' in read) return { fault: read.passing ? passing('clip-unread', read.reason) : unreadable(read.reason) };
  const { facts } = read;
  const { picture, sound } = facts;
  if ((!picture || picture.frames === 0) && (!sound || sound.seconds === 0)) return { fault: { code: 'clip-empty', args: {} } };
  const [width = 0, height = 0] = picture?.coded ?? [];
  if (width * height > limitPixels)
    return {
      fault: {
        code: 'clip-too-large',
        args: { width, height, limit: Math.round(limitPixels / 1e6), megapixels: Math.ceil((width * height) / 1e6) },
      },
    };
  const limits = { pixels: limitPixels, onProgress };
  const measured = await once<{ readonly measures: ClipMeasures }>('clip', measurer, digest, effects, () =>
    effects.measure(digest, type, facts, limits),
  );
  if ('program' in measured) return { clip: facts, fault: { code: 'clip-unmeasured', args: { ...measured } } };
  if ('reason' in measured)
    return measured.passing ? { clip: facts, fault: passing('clip-unmeasured', measured.reason) } : { fault: unreadable(measured.reason) };
  return { clip: { ...facts, measured: measured.measures } };
}

async function once<Read>(
  kind: string,
  tool: string,
  digest: Digest,
  { recall, remember }: Kept,
  learn: () => Promise<Read | NotRead>,
): Promise<Read | NotRead> {
  const key = jobKeyOf({ kind, tool, recipe: {}, inputs: [{ from: 'store', digest }] });
  const known = recall(key)?.facts as unknown as Read | NotRead | undefined;
  if (known) return known;
  const learned = await learn();
  const willPass = typeof learned === 'object' && learned !== null && ('program' in learned || 'passing' in learned);
  if (!willPass) remember(key, { facts: learned as never });
  return learned;
}

const unreadable = (detail: string): Fault => ({ code: 'file-unreadable', args: { detail } });
const passing = (code: 'clip-unread' | 'clip-unmeasured', detail: string): Fault => ({ code, args: { detail } });

/** Endings of names → what the bytes may be then. */
const NAMES: Readonly<Record<string, ClipType>> = Object.fromEntries(
  Object.entries({
    mp4: 'mp4 m4v mov qt m4a m4b 3gp 3g2 f4v',
    matroska: 'mkv webm mka',
    avi: 'avi divx',
    mpegts: 'ts mts m2ts m2t',
    mpegps: 'mpg mpeg vob m2p',
    mxf: 'mxf',
    wav: 'wav wave bwf rf64 w64',
    aiff: 'aif aiff aifc',
    flac: 'flac',
    mp3: 'mp3',
    ogg: 'ogg oga ogv opus spx',
    aac: 'aac adts',
  } satisfies Record<ClipType, string>).flatMap(([type, endings]) => endings.split(' ').map((ending) => [ending, type as ClipType])),
);
const SOUNDS: readonly ClipType[] = ['wav', 'aiff', 'flac', 'mp3', 'ogg', 'aac'];

/** A name that promises film or sound which the bytes do not hold, or hold in another container than it says. */
export function judgeName(file: string, actual: FileType): Fault | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const said = Object.hasOwn(NAMES, ending) ? NAMES[ending] : undefined;
  if (!said || said === actual) return undefined;
  if (!(CLIP_TYPES as readonly string[]).includes(actual))
    return { code: 'file-wrong-type', args: { file, actual, expected: SOUNDS.includes(said) ? 'audio' : 'video' } };
  return { code: 'clip-misnamed', args: { file, actual, ending } };
}
