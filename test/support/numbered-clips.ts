/** Small clips that tell which frame is which: its number in eight squares, and four patches of known colours above them. */
import { execFileSync } from 'node:child_process';
import type { Asset } from '../../pipeline/model/asset.ts';
import type { ClipFacts, PictureTrack, Rate } from '../../pipeline/model/clip.ts';
import type { CutPart, FilmCut } from '../../pipeline/model/cut.ts';
import { digestOf } from '../../pipeline/model/key.ts';

export const WIDTH = 320;
export const HEIGHT = 180;

/** sRGB, all within what limited range and halved colour can show. */
export const PATCHES = [
  [200, 60, 50],
  [60, 160, 80],
  [50, 80, 190],
  [200, 190, 60],
] as const;
const PATCH = { left: 120, top: 20, width: 40, height: 32 };
const BIT = { left: 120, top: 92, width: 20, height: 16 };

const corner = (at: number): readonly [number, number] => [
  PATCH.left + (at % 2) * PATCH.width,
  PATCH.top + Math.floor(at / 2) * PATCH.height,
];

/** Left third dark, right third light, so that a crop shows where it was laid. */
function frame(number: number, bar?: number): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) data.fill(x < 100 ? 60 : x >= 220 ? 200 : 128, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
  }
  const paint = (left: number, top: number, width: number, height: number, colour: readonly number[]): void => {
    for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) data.set(colour, (y * WIDTH + x) * 3);
  };
  for (const [at, colour] of PATCHES.entries()) paint(...corner(at), PATCH.width, PATCH.height, colour);
  if (bar !== undefined) paint(bar, 140, 12, 32, [235, 235, 235]);
  for (let bit = 0; bit < 8; bit++) {
    const light = (number >> bit) & 1 ? 235 : 20;
    paint(BIT.left + (bit % 4) * BIT.width, BIT.top + Math.floor(bit / 4) * BIT.height, BIT.width, BIT.height, [light, light, light]);
  }
  return data;
}

const TO_709 = 'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p';
export const TAGS_709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const CODED = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '8', '-g', '12'];

/** A clip of numbered frames; halved, two of them bear one number, and a bar moves on with each. @param filter and options of the file; absent: H.264 in BT.709 as it should be */
export function writeClip(
  to: string,
  frames: number,
  rate: string,
  { first = 0, isHalved = false, filter = TO_709, options = [...CODED, ...TAGS_709], inputs = [] as readonly string[] } = {},
): void {
  const raw = Buffer.concat(
    Array.from({ length: frames }, (_, at) => (isHalved ? frame(first + Math.floor(at / 2), 20 + at * 6) : frame(first + at))),
  );
  const input = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', `${WIDTH}x${HEIGHT}`, '-framerate', rate, '-i', '-', ...inputs];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...input, '-vf', filter, ...options, to], { input: raw, maxBuffer: 1 << 28 });
}

export const CODING = CODED;

export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Buffer[];
}

/** Every frame in RGB, read with the matrix of BT.709. */
export function decode(path: string): Decoded {
  const [stream] = JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-select_streams', 'v:0', '-show_streams', `file:${path}`], {
      encoding: 'utf8',
    }),
  ).streams as { width: number; height: number }[];
  const { width, height } = stream as { width: number; height: number };
  const raw = execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      `file:${path}`,
      '-map',
      '0:v:0',
      '-vf',
      'scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int',
      '-fps_mode',
      'passthrough',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      '-',
    ],
    { maxBuffer: 1 << 29 },
  );
  const size = width * height * 3;
  return { width, height, frames: Array.from({ length: raw.length / size }, (_, at) => raw.subarray(at * size, (at + 1) * size)) };
}

/** Where a point of the clip lies in the frame that was made of it. */
export type Placing = (x: number, y: number) => readonly [number, number];

/** Mean of 3 × 3 px. */
export function colourAt({ width, height }: Decoded, data: Buffer, [x, y]: readonly [number, number]): [number, number, number] {
  const sum = [0, 0, 0];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const at = (Math.min(height - 1, Math.max(0, Math.round(y) + dy)) * width + Math.min(width - 1, Math.max(0, Math.round(x) + dx))) * 3;
      for (let channel = 0; channel < 3; channel++) sum[channel] = (sum[channel] as number) + (data[at + channel] as number) / 9;
    }
  }
  return sum as [number, number, number];
}

export function numberOf(film: Decoded, data: Buffer, placed: Placing): number {
  let number = 0;
  for (let bit = 0; bit < 8; bit++) {
    const middle = placed(BIT.left + ((bit % 4) + 0.5) * BIT.width, BIT.top + (Math.floor(bit / 4) + 0.5) * BIT.height);
    if (colourAt(film, data, middle)[1] > 128) number |= 1 << bit;
  }
  return number;
}

export function patchesOf(film: Decoded, data: Buffer, placed: Placing): [number, number, number][] {
  return PATCHES.map((_, at) => colourAt(film, data, placed(corner(at)[0] + PATCH.width / 2, corner(at)[1] + PATCH.height / 2)));
}

const TRACK: PictureTrack = {
  codec: 'h264',
  width: WIDTH,
  height: HEIGHT,
  coded: [WIDTH, HEIGHT],
  pixelShape: [1, 1],
  rotation: 0,
  rate: [25, 1],
  averageRate: [25, 1],
  isVariable: false,
  steps: [0.04, 0.04],
  frames: 75,
  seconds: 3,
  startsAt: 0,
  bitRate: 100_000,
  longestGop: 0.48,
  openGops: 0,
  peakRate: 0,
  pixels: 'yuv420p',
  depth: 8,
  hasAlpha: false,
  colour: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', range: 'tv' },
  fieldOrder: 'progressive',
};

/** What ingest would say of such a clip. */
export function clipAsset(
  name: string,
  track: Partial<PictureTrack> = {},
  facts: Partial<ClipFacts> = {},
  type: Asset['type'] = 'mp4',
): Asset {
  const picture = { ...TRACK, ...track };
  return {
    name,
    file: `video/${name}.mp4`,
    digest: digestOf(name),
    bytes: 1000,
    type,
    alt: {},
    rights: {},
    focus: [0.5, 0.5],
    line: 3,
    clip: {
      kind: 'clip',
      seconds: picture.seconds,
      bitRate: 100_000,
      picture,
      tracks: { pictures: 1, sounds: 0, texts: 0, others: 0 },
      chapters: [],
      rights: {},
      hasGps: false,
      hasPersonalData: false,
      ...facts,
    },
  };
}

export function part(clip: string, from: number, to: number, changes: Partial<CutPart> = {}): CutPart {
  return { clip, from, to, fade: 0, fit: 'cover', focus: [0.5, 0.5], ...changes };
}

export function filmCut(parts: readonly CutPart[], changes: Partial<FilmCut> = {}): FilmCut {
  const rate: Rate = [25, 1];
  const seconds = parts.reduce((sum, { from, to, fade }, at) => sum + to - from - (at === 0 ? 0 : fade), 0);
  return {
    what: 'video',
    name: 'reel',
    channel: 'web',
    parts,
    fadeIn: 0,
    fadeOut: 0,
    seconds,
    line: 9,
    titles: [],
    captions: 'none',
    cues: {},
    rate,
    ...changes,
  };
}
