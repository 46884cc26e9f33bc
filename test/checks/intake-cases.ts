/** Clips as ingest meets them, with programs that answer by hand: what reading and measuring may come to. */

import type { NotRead } from '../../pipeline/ingest/clips.ts';
import { type IngestEffects, ingest } from '../../pipeline/ingest.ts';
import type { FileType } from '../../pipeline/model/asset.ts';
import type { ClipFacts, ClipMeasures } from '../../pipeline/model/clip.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Made } from '../../pipeline/model/job.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import type { Order } from '../../pipeline/model/order.ts';

export const clipFacts: ClipFacts = {
  kind: 'clip',
  seconds: 2,
  bitRate: 800_000,
  sound: { codec: 'aac', channels: 2, layout: 'stereo', sampleRate: 48_000, bitRate: 128_000, seconds: 2, startsAt: 0 },
  picture: {
    codec: 'h264',
    width: 320,
    height: 180,
    coded: [320, 180],
    pixelShape: [1, 1],
    rotation: 0,
    rate: [25, 1],
    averageRate: [25, 1],
    isVariable: false,
    steps: [0.04, 0.04],
    frames: 50,
    seconds: 2,
    startsAt: 0,
    bitRate: 600_000,
    longestGop: 2,
    openGops: 0,
    peakRate: 0,
    pixels: 'yuv420p',
    depth: 8,
    hasAlpha: false,
    colour: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', range: 'tv' },
    fieldOrder: 'progressive',
  },
  tracks: { pictures: 1, sounds: 1, texts: 0, others: 0 },
  chapters: [],
  rights: {},
  hasGps: false,
  hasPersonalData: false,
};
const picture = clipFacts.picture as NonNullable<ClipFacts['picture']>;
const measures: ClipMeasures = {
  decoded: { frames: 50, pictureSeconds: 2, soundSeconds: 2 },
  complaints: [],
  black: [],
  frozen: [],
  interlaced: { share: 0, first: 'top' },
  bars: { top: 0, right: 0, bottom: 0, left: 0 },
  flashes: [],
};

export interface Hands {
  readonly file?: string;
  readonly type?: FileType;
  readonly read?: ClipFacts | NotRead;
  readonly measure?: ClipMeasures | NotRead;
  readonly megapixels?: number;
  readonly kept?: Map<string, Made>;
  /** Told `read` and `measure` as they are asked. */
  readonly asked?: string[];
}

/** @returns what ingest makes of one clip */
export async function taken({
  file = 'trailer.mp4',
  type = 'mp4',
  read = clipFacts,
  measure = measures,
  megapixels,
  kept = new Map(),
  asked = [],
}: Hands) {
  const order = {
    supplied: [{ name: 'trailer', file, line: 3 }],
    deliver: { banners: [] },
    ...(megapixels ? { limits: { megapixels } } : {}),
  } as unknown as Order;
  const effects = {
    listSupplied: async () => [{ path: file, bytes: 10, outside: false }],
    take: async () => ({ digest: digestOf(file), bytes: 10 }),
    sniff: async () => type,
    isForeign: () => false,
    recall: (key: string) => kept.get(key),
    remember: (key: string, made: Made) => void kept.set(key, made),
    proberVersion: 'p',
    atOnce: 1,
    clips: {
      versions: async () => ({ reader: 'reader', measurer: 'measurer' }),
      read: async () => {
        asked.push('read');
        return 'kind' in read ? { facts: read } : read;
      },
      measure: async () => {
        asked.push('measure');
        return 'black' in measure ? { measures: measure } : measure;
      },
    },
  } as unknown as IngestEffects;
  const { assets, findings } = await ingest(order, effects);
  return { clip: assets[0]?.clip, findings };
}

const { sound: _, picture: __, ...hollow } = clipFacts;
const rows: readonly (readonly [string, readonly string[], Hands])[] = [
  ['a clip that is read and measured', [], {}],
  ['Matroska under the name of MP4', ['clip-misnamed warning'], { type: 'matroska' }],
  ['sound in the container of film', [], { file: 'jingle.m4a' }],
  ['a letter under the name of a clip', ['file-wrong-type error'], { type: 'text' }],
  ['a clip where nothing reads it', ['clip-unread error'], { read: { program: 'ffprobe', advice: 'Type: sudo apt-get install ffmpeg' } }],
  ['a clip that takes too long to read', ['clip-unread error'], { read: { reason: 'timeout', passing: true } }],
  ['a clip that is damaged', ['file-unreadable error'], { read: { reason: 'moov atom not found' } }],
  ['a clip without tracks', ['clip-empty error'], { read: hollow }],
  ['a clip of no length', ['clip-empty error'], { read: { ...hollow, picture: { ...picture, frames: 0 } } }],
  ['a clip in 8K', ['clip-too-large error'], { read: { ...clipFacts, picture: { ...picture, coded: [7680, 4320] } } }],
  ['a clip in 8K that the order allows', [], { read: { ...clipFacts, picture: { ...picture, coded: [7680, 4320] } }, megapixels: 34 }],
  [
    'a clip that nobody can measure',
    ['clip-unmeasured warning'],
    { measure: { program: 'ffmpeg with filter ebur128', advice: 'Type: x' } },
  ],
  ['a clip that takes too long to measure', ['clip-unmeasured warning'], { measure: { reason: 'ffmpeg took too long', passing: true } }],
  ['a clip that cannot be decoded', ['file-unreadable error'], { measure: { reason: 'no decoder' } }],
];

/** In the shape of the other checks, though what they tell took waiting for. */
export const intakeCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = await Promise.all(
  rows.map(async ([title, told, hands]) => {
    const { findings } = await taken(hands);
    return [title, told, () => findings] as const;
  }),
);
