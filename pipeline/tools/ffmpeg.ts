/** Runs ffmpeg through fluent-ffmpeg, the only file that does: files in by their own demuxer alone, files out whole or not at all. */
import { rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { type Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import ffmpeg from 'fluent-ffmpeg';
import type { ClipType } from '../model/clip.ts';
import { LIMIT_PIXELS } from '../model/recipe.ts';
import { type Capability, type FfmpegProgram, requireCapabilities } from './ffmpeg-find.ts';
import { memoryLimiter } from './programs.ts';

/** What a file was sniffed to be; pictures are inputs too. */
export type InputType = ClipType | 'png' | 'jpeg' | 'webp' | 'ffmetadata';

export type FfmpegInput =
  /** @property path absolute; `options` stand before its `-i`, such as `-ss`, `3.2` */
  | { readonly path: string; readonly type: InputType; readonly options?: readonly string[] }
  /** Raw frames or samples through the pipe, at most one such input; `options` say how they are read (`-f`, `rawvideo`, …). */
  | { readonly frames: Readable; readonly options: readonly string[] };

export type FfmpegOutput =
  /** @property path absolute, of a file that is not there yet; it is removed again when anything fails */
  | { readonly path: string; readonly options: readonly string[] }
  /** Through the pipe, at most one such output: each piece as it comes; its memory is not to be kept. */
  | { readonly onData: (piece: Buffer) => void; readonly options: readonly string[] }
  /** Nothing is written (`-f null`): decoded, filtered, told of. */
  | { readonly options: readonly string[] };

export interface FfmpegWish {
  readonly inputs: readonly FfmpegInput[];
  /** For the whole command, such as `-filter_complex` and its graph. Never anything a user wrote. */
  readonly args?: readonly string[];
  readonly outputs: readonly FfmpegOutput[];
  /** What the build must be able to do, such as `filter:ebur128`; asked before anything runs. */
  readonly needs?: readonly Capability[];
}

export interface FfmpegLimits {
  readonly signal?: AbortSignal | undefined;
  /** Wall clock; ten minutes. */
  readonly limitMs?: number;
  /** Wall clock without a frame or a sample of progress; as long as the limit. */
  readonly stallMs?: number;
  /** Bytes of memory, where the system can hold a program to it (Linux with prlimit); absent: as much as there is. */
  readonly memory?: number;
  /** Most pixels of a decoded picture. */
  readonly pixels?: number;
  /** Told about twice a second. */
  readonly onProgress?: (progress: FfmpegProgress) => void;
  /** Every line that it writes to stderr as it comes, without progress; with `verbosity: 'info'` also what filters tell. */
  readonly onLine?: (line: string) => void;
  /** With `info`, each line bears its level, as in `[blackdetect @ 0x5] [info] black_start:0`; `error` is the rule. */
  readonly verbosity?: 'error' | 'info';
}

export interface FfmpegProgress {
  /** Of the first output with a picture. */
  readonly frames: number;
  /** Of the output that is farthest. */
  readonly seconds: number;
}

export interface FfmpegDone extends FfmpegProgress {
  /** First and last lines, at most 400 together. */
  readonly stderr: string;
}

/** It ended badly; the message holds its own last words. */
export class FfmpegFailed extends Error {
  readonly stderr: string;
  constructor(message: string, stderr: string) {
    super(message);
    this.name = 'FfmpegFailed';
    this.stderr = stderr;
  }
}

const RUN_LIMIT_MS = 600_000;
/** Between asking it to end and ending it. */
const PATIENCE_MS = 2000;
const MOST_STREAMS = 64;

/** ffmpeg's names of the demuxers; where there is one, no other is even tried. */
export const DEMUXERS: Readonly<Record<InputType, readonly string[]>> = {
  mp4: ['mov'],
  matroska: ['matroska'],
  avi: ['avi'],
  mpegts: ['mpegts'],
  mpegps: ['mpeg'],
  mxf: ['mxf'],
  wav: ['wav', 'w64'],
  aiff: ['aiff'],
  flac: ['flac'],
  mp3: ['mp3'],
  ogg: ['ogg'],
  aac: ['aac'],
  png: ['png_pipe'],
  jpeg: ['jpeg_pipe'],
  webp: ['webp_pipe'],
  ffmetadata: ['ffmetadata'],
};

/** What stands before the `-i` of a file in ffmpeg and ffprobe: it may open this file and no other, as what it was sniffed to be. */
export function guards(type: InputType): string[] {
  const names = DEMUXERS[type];
  return [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', names.join(',')],
    ...(names.length === 1 ? ['-f', names[0] as string] : []),
    ...['-probesize', '32M', '-analyzeduration', '20M', '-max_streams', String(MOST_STREAMS)],
  ];
}

/**
 * One process for all the outputs. Its end says nothing of what it wrote: whoever calls compares frames and seconds.
 * @throws MissingProgram when the build cannot do what is needed; FfmpegFailed; an error named TimeoutError; the reason of the signal
 */
export async function runFfmpeg(program: FfmpegProgram, wish: FfmpegWish, limits: FfmpegLimits = {}): Promise<FfmpegDone> {
  requireCapabilities(program, wish.needs ?? []);
  limits.signal?.throwIfAborted();
  const { command, piped } = commandOf(wish, limits);
  const limiter = limits.memory === undefined ? [] : await memoryLimiter(limits.memory);
  try {
    const done = await run(program, command, limiter, limits);
    await piped;
    return done;
  } catch (error) {
    for (const output of wish.outputs) if ('path' in output) rmSync(output.path, { force: true });
    throw error;
  }
}

type Command = ReturnType<typeof ffmpeg>;

/** Every list has two members or more, for fluent-ffmpeg takes a lone argument apart at its space. */
function commandOf({ inputs, args = [], outputs }: FfmpegWish, { verbosity = 'error', pixels }: FfmpegLimits) {
  const level = verbosity === 'info' ? 'level+info' : verbosity;
  const first = ['-nostdin', '-hide_banner', '-v', level, '-y', '-progress', 'pipe:2', '-nostats'];
  const command = ffmpeg({ stdoutLines: 100 });
  for (const [at, input] of inputs.entries()) {
    const own = 'path' in input ? guards(input.type) : ['-protocol_whitelist', 'pipe'];
    command.input('path' in input ? fileName(input.path) : input.frames);
    command.inputOptions(...(at === 0 ? first : []), ...own, '-max_pixels', String(pixels ?? LIMIT_PIXELS), ...(input.options ?? []));
  }
  let piped: Promise<void> | undefined;
  for (const [at, output] of outputs.entries()) {
    if ('path' in output) command.output(fileName(output.path));
    else if ('onData' in output) {
      const stream = pipeTo(output.onData);
      piped = finished(stream);
      piped.catch(() => undefined);
      command.output(stream);
    } else command.output('-');
    const own = 'path' in output || 'onData' in output ? output.options : [...output.options, '-f', 'null'];
    // None of ours may take the container's tags and dates along unasked.
    command.outputOptions(...(at === 0 ? args : []), ...own, '-fflags', '+bitexact');
  }
  return { command, piped };
}

function fileName(path: string): string {
  if (!isAbsolute(path)) throw new Error(`ffmpeg is given whole paths, not ${path}`);
  return `file:${path}`;
}

/** fluent-ffmpeg ends a program whose stream closes, even when all was said: this one does not tell. */
function pipeTo(onData: (piece: Buffer) => void): Writable {
  return new Writable({
    emitClose: false,
    autoDestroy: false,
    write(piece: Buffer, _encoding, done) {
      onData(piece);
      done();
    },
  });
}

/** Members of 2.1.3, pinned for them: which program is run, and that it is not asked again what it can do. */
type Inside = {
  _getFfmpegPath: unknown;
  _checkCapabilities: unknown;
  availableEncoders: unknown;
  _getArguments: () => string[];
  ffmpegProc?: import('node:child_process').ChildProcess;
};

function run(program: FfmpegProgram, command: Command, limiter: readonly string[], limits: FfmpegLimits): Promise<FfmpegDone> {
  const { signal, limitMs = RUN_LIMIT_MS, stallMs = limitMs } = limits;
  const inside = command as unknown as Inside;
  const [wrapper, ...wrapped] = limiter;
  const given = inside._getArguments.bind(command);
  inside._getArguments = () => (wrapper ? [...wrapped, program.path, ...given()] : given());
  inside._getFfmpegPath = (done: (error: null, path: string) => void) => done(null, wrapper ?? program.path);
  inside._checkCapabilities = (done: (error: null) => void) => done(null);
  inside.availableEncoders = (done: (error: null, encoders: object) => void) => done(null, {});
  return new Promise((resolve, reject) => {
    let late: number | undefined;
    let ended = false;
    let patience: NodeJS.Timeout | undefined;
    const tooLate = (after: number) => (): void => {
      late = after;
      end();
    };
    const timer = setTimeout(tooLate(limitMs), limitMs);
    const stall = setTimeout(tooLate(stallMs), stallMs);
    const told = tellerOf(limits, () => stall.refresh());
    const badEnd = (): unknown =>
      signal?.aborted
        ? signal.reason
        : late !== undefined && Object.assign(new Error(`ffmpeg took longer than ${late / 1000} s`), { name: 'TimeoutError' });
    const end = (): void => {
      ended = true;
      inside.ffmpegProc?.kill('SIGTERM');
      patience ??= setTimeout(() => inside.ffmpegProc?.kill('SIGKILL'), PATIENCE_MS);
    };
    signal?.addEventListener('abort', end);
    const settle = (work: () => void): void => {
      for (const one of [timer, stall, patience]) clearTimeout(one);
      signal?.removeEventListener('abort', end);
      work();
    };
    command.on('start', () => {
      if (ended) end();
    });
    command.on('stderr', told.hear);
    command.on('error', (error: Error) =>
      settle(() => reject(badEnd() || new FfmpegFailed(told.lastWords() || error.message, told.stderr()))),
    );
    // Asked to end, it may end as if all were well, with less in its files.
    command.on('end', () =>
      settle(() => {
        const bad = badEnd();
        if (bad) reject(bad);
        else resolve({ ...told.progress(), stderr: told.stderr() });
      }),
    );
    command.run();
  });
}

const PROGRESS = /^(frame|fps|stream_\d+_\d+_q|bitrate|total_size|out_time(?:_us|_ms)?|dup_frames|drop_frames|speed|progress)=\s*(.*)$/;
const KEPT_LINES = 200;

/** Sorts what comes on stderr into progress and words; a flood of words leaves its beginning and its end. */
function tellerOf({ onProgress, onLine }: FfmpegLimits, onAdvance: () => void) {
  let before = '';
  const now = { frames: 0, seconds: 0 };
  const [head, tail]: [string[], string[]] = [[], []];
  return {
    hear(whole: string): void {
      const [, name, value = ''] = PROGRESS.exec(whole) ?? [];
      if (name === undefined) {
        const line = whole.length > 2000 ? `${whole.slice(0, 2000)} …` : whole;
        if (line.trim() === '') return;
        onLine?.(line);
        if (head.length < KEPT_LINES) head.push(line);
        else tail.push(line);
        if (tail.length > KEPT_LINES) tail.shift();
      } else if (name === 'frame') now.frames = Number(value) || 0;
      else if (name === 'out_time_us') now.seconds = Number(value) / 1e6 || 0;
      else if (name === 'progress') {
        const state = `${now.frames} ${now.seconds}`;
        if (state !== before) onAdvance();
        before = state;
        onProgress?.({ ...now });
      }
    },
    progress: (): FfmpegProgress => ({ ...now }),
    stderr: (): string => [...head, ...tail].join('\n'),
    lastWords: (): string => tail.at(-1) ?? head.at(-1) ?? '',
  };
}
