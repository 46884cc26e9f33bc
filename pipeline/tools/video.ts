/** Frames to a silent video with its colours named, read back before it is believed. */
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Sequence, VideoCodec, VideoRecipe } from '../model/recipe.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { type FfmpegProgram, requireCapabilities } from './ffmpeg-find.ts';

const ENCODERS = { av1: 'libsvtav1', h264: 'libx264' } as const satisfies Readonly<Record<VideoCodec, string>>;

export interface VideoWish {
  /** Three bytes a pixel, one frame after another. */
  readonly frames: string;
  readonly sequence: Sequence;
  readonly recipe: VideoRecipe;
  /** Absolute path of a file that is not there yet. */
  readonly to: string;
}

/** @throws when it fails, takes too long, or when the file that it made holds other frames than it was given */
export async function encodeVideo(
  program: FfmpegProgram,
  { frames, sequence, recipe, to }: VideoWish,
  signal?: AbortSignal,
): Promise<void> {
  requireCapabilities(program, [`enc:${ENCODERS[recipe.codec]}`]);
  const { width, height } = recipe.frame;
  const { step, repeats } = inSteps(sequence);
  const total = repeats.reduce((sum, one) => sum + one, 0);
  const input = Readable.from(repeated(frames, width * height * 3, repeats), { objectMode: false });
  const read = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', `${width}x${height}`, '-framerate', `1000/${step}`];
  await runFfmpeg(
    program,
    { inputs: [{ frames: input, options: read }], outputs: [{ path: to, options: outputOptions(recipe, step) }] },
    { signal },
  );
  const made = await framesIn(program, to, signal);
  if (made !== total) throw new Error(`the video holds ${made} frames instead of ${total}`);
}

/**
 * RGB would become BT.601 without a word:
 * matrix and tags are both said. A GOP of two seconds lets a browser go back to the start at once; no edit list, for some
 * platforms refuse them.
 */
function outputOptions({ codec, crf, level, threads, rights = {} }: VideoRecipe, step: number): string[] {
  const gop = String(Math.max(1, Math.round(2000 / step)));
  const encoder =
    codec === 'av1'
      ? ['-preset', '8', '-crf', String(crf), '-svtav1-params', `lp=${threads}`]
      : ['-preset', 'medium', '-crf', String(crf), '-profile:v', 'high', '-level:v', (level / 10).toFixed(1), '-bf', '2'];
  return [
    ...['-map', '0:v:0', '-map_metadata', '-1', '-an', '-sn', '-dn'],
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-c:v', ENCODERS[codec], ...encoder, '-g', gop, '-threads', String(threads)],
    ...['-flags:v', '+bitexact'],
    ...tagsOf(rights).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
    ...['-movflags', '+faststart+negative_cts_offsets', '-use_editlist', '0', '-f', 'mp4'],
  ];
}

/** MP4 has no more places that players and picture desks read. */
function tagsOf({ creator, credit, copyright, terms }: NonNullable<VideoRecipe['rights']>): [name: string, value: string][] {
  const told = { artist: creator ?? credit, comment: terms, copyright: copyright ?? credit };
  return Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** Frames of a GIF stand as long as each likes; a video has one step, so that each of them is said again as often as it takes. */
function inSteps({ delays, loop }: Sequence): { step: number; repeats: number[] } {
  const step = Math.max(SHORTEST, delays.reduce(divisor));
  const seconds = delays.reduce((sum, one) => sum + one, 0) / 1000;
  // A video plays once or for ever: what plays three times holds its frames three times.
  const plays = Math.max(1, Math.min(loop || 1, Math.floor(LONGEST_S / seconds)));
  let [at, said] = [0, 0];
  const repeats = Array.from({ length: plays }, () => delays)
    .flat()
    .map((delay) => {
      at += delay;
      const times = Math.round(at / step) - said;
      said += times;
      return times;
    });
  return { step, repeats };
}

/** 50 frames per second, in ms. */
const SHORTEST = 20;
const LONGEST_S = 60;

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}

async function* repeated(path: string, size: number, repeats: readonly number[]): AsyncGenerator<Buffer> {
  const count = statSync(path).size / size;
  for (const [at, times] of repeats.entries()) {
    if (times === 0) continue;
    const start = (at % count) * size;
    const parts: Buffer[] = [];
    for await (const part of createReadStream(path, { start, end: start + size - 1 })) parts.push(part as Buffer);
    const frame = Buffer.concat(parts);
    for (let again = 0; again < times; again++) yield frame;
  }
}

/** Decoded whole: that it ended well says nothing of what it wrote. */
async function framesIn(program: FfmpegProgram, path: string, signal?: AbortSignal): Promise<number> {
  const inputs = [{ path, type: 'mp4', options: ['-xerror'] }] as const;
  return (await runFfmpeg(program, { inputs, outputs: [{ options: ['-map', '0:v:0'] }] }, { signal })).frames;
}
