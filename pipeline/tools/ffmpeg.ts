/** ffmpeg, through fluent-ffmpeg: found and asked what it can do, then given frames to make a silent video of. */
import { execFile } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import ffmpeg from 'fluent-ffmpeg';
import { MissingProgram, UserError } from '../model/finding.ts';
import { digestOf } from '../model/key.ts';
import type { Sequence, VideoCodec, VideoRecipe } from '../model/recipe.ts';
import { ffmpegPaths, installAdvice, namedFfmpeg } from './programs.ts';

export interface FfmpegProgram {
  readonly path: string;
  /** With a digest of how it was built: two builds of one version give other bytes. */
  readonly version: string;
  /** Those of ours that it lacks. */
  readonly lacks: readonly string[];
}

const ENCODERS: Readonly<Record<VideoCodec, string>> = { av1: 'libsvtav1', h264: 'libx264' };
const ASK_LIMIT_MS = 5000;
const RUN_LIMIT_MS = 600_000;

const ask = promisify(execFile);

/**
 * FFMPEG_PATH, then the npm package ffmpeg-static, then the PATH; the first that has every encoder, else the first that runs.
 * @throws UserError when the one that was named does not run
 */
export async function findFfmpeg(env: Readonly<Record<string, string | undefined>>): Promise<FfmpegProgram | undefined> {
  const named = namedFfmpeg(env);
  if (named) {
    const program = await look(named);
    if (program) return program;
    throw new UserError(`FFMPEG_PATH names ${named}, which does not run as ffmpeg.`, {
      advice: `Correct the path, or leave it out. ${installAdvice('ffmpeg')}`,
    });
  }
  const found: FfmpegProgram[] = [];
  for (const path of ffmpegPaths(env)) {
    const program = await look(path);
    if (program?.lacks.length === 0) return program;
    if (program) found.push(program);
  }
  return found[0];
}

async function look(path: string): Promise<FfmpegProgram | undefined> {
  try {
    const options = { timeout: ASK_LIMIT_MS, maxBuffer: 1 << 24 };
    const { stdout } = await ask(path, ['-hide_banner', '-version'], options);
    const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1];
    if (version === undefined) return undefined;
    const { stdout: encoders } = await ask(path, ['-hide_banner', '-encoders'], options);
    const configuration = digestOf(/^configuration:.*$/m.exec(stdout)?.[0] ?? '').slice(0, 10);
    const lacks = Object.values(ENCODERS).filter((encoder) => !new RegExp(`\\s${encoder}\\s`).test(encoders));
    return { path, version: `${version}, configuration ${configuration}`, lacks };
  } catch {
    return undefined;
  }
}

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
  const encoder = ENCODERS[recipe.codec];
  if (program.lacks.includes(encoder))
    throw new MissingProgram(`ffmpeg with ${encoder} (${program.path} has none)`, installAdvice('ffmpeg'));
  const { width, height } = recipe.frame;
  const { step, repeats } = inSteps(sequence);
  const total = repeats.reduce((sum, one) => sum + one, 0);
  const input = Readable.from(repeated(frames, width * height * 3, repeats), { objectMode: false });
  const command = ffmpeg(input, { stdoutLines: 0 });
  command.inputOptions(
    ...['-nostdin', '-hide_banner', '-v', 'error', '-y', '-protocol_whitelist', 'pipe', '-f', 'rawvideo', '-pixel_format', 'rgb24'],
    ...['-video_size', `${width}x${height}`, '-framerate', `1000/${step}`],
  );
  command.outputOptions(...outputOptions(recipe, step)).output(`file:${to}`);
  await run(program, command, signal);
  const made = await framesIn(program, to, signal);
  if (made !== total) throw new Error(`the video holds ${made} frames instead of ${total}`);
}

/**
 * Every value in pairs, for fluent-ffmpeg takes a lone argument apart at its space. RGB would become BT.601 without a word:
 * matrix and tags are both said. A GOP of two seconds lets a browser go back to the start at once; no edit list, for some
 * platforms refuse them.
 */
function outputOptions({ codec, crf, level, threads }: VideoRecipe, step: number): string[] {
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
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact'],
    ...['-movflags', '+faststart+negative_cts_offsets', '-use_editlist', '0', '-f', 'mp4'],
  ];
}

/** Frames of a GIF stand as long as each likes; a video has one step, so that each of them is said again as often as it takes. */
function inSteps({ delays, loop }: Sequence): { step: number; repeats: number[] } {
  // Browsers take 10 ms and less for an old mistake, and show the frame for 100 ms.
  const shown = delays.map((delay) => (delay <= 10 ? 100 : delay));
  const step = Math.max(SHORTEST, shown.reduce(divisor));
  const seconds = shown.reduce((sum, one) => sum + one, 0) / 1000;
  // A video plays once or for ever: what plays three times holds its frames three times.
  const plays = Math.max(1, Math.min(loop || 1, Math.floor(LONGEST_S / seconds)));
  let [at, said] = [0, 0];
  const repeats = Array.from({ length: plays }, () => shown)
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
  const command = ffmpeg(`file:${path}`, { stdoutLines: 0 });
  const guards = ['-protocol_whitelist', 'file', '-format_whitelist', 'mov'];
  command.inputOptions('-nostdin', '-hide_banner', '-v', 'error', '-xerror', '-y', ...guards);
  command.outputOptions('-map', '0:v:0', '-f', 'null', '-progress', 'pipe:1', '-nostats').output('-');
  const told = await run(program, command, signal);
  return Number(
    told
      .match(/^frame=\s*(\d+)/gm)
      ?.at(-1)
      ?.replace(/\D+/g, '') ?? 0,
  );
}

type Command = ReturnType<typeof ffmpeg>;
/** Members of 2.1.3, pinned for them: which program is run, and that it is not asked again what it can do. */
type Inside = { _getFfmpegPath: unknown; _checkCapabilities: unknown; availableEncoders: unknown };

/** @returns what it printed */
function run(program: FfmpegProgram, command: Command, signal?: AbortSignal): Promise<string> {
  const inside = command as unknown as Inside;
  inside._getFfmpegPath = (done: (error: null, path: string) => void) => done(null, program.path);
  inside._checkCapabilities = (done: (error: null) => void) => done(null);
  inside.availableEncoders = (done: (error: null, encoders: object) => void) => done(null, {});
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    let late = false;
    const end = (): void => void command.kill('SIGKILL');
    const timer = setTimeout(() => {
      late = true;
      end();
    }, RUN_LIMIT_MS);
    signal?.addEventListener('abort', end);
    const settled = (work: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      work();
    };
    command.on('error', (error: Error) =>
      settled(() =>
        reject(late ? Object.assign(new Error(`ffmpeg took longer than ${RUN_LIMIT_MS / 1000} s`), { name: 'TimeoutError' }) : error),
      ),
    );
    command.on('end', (stdout: string | null) => settled(() => resolve(stdout ?? '')));
    command.run();
  });
}
