/** Finds ffmpeg and ffprobe, and learns from their own lists what each build can do. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { MissingProgram, UserError } from '../model/finding.ts';
import { digestOf } from '../model/key.ts';
import { ffmpegPaths, installAdvice, namedFfmpeg, programOnPath } from './programs.ts';

/** A part of a build by ffmpeg's own name: encoder, decoder, filter, muxer, demuxer, protocol, or a library that no list names. */
export type Capability = `${'enc' | 'dec' | 'filter' | 'mux' | 'demux' | 'proto' | 'lib'}:${string}`;

export interface FfmpegProgram {
  readonly path: string;
  /** With a digest of how it was built: two builds of one version give other bytes. */
  readonly version: string;
  /** All that its build holds, sorted. */
  readonly can: readonly Capability[];
}

export interface FfprobeProgram {
  readonly path: string;
  readonly version: string;
}

/** What parts of Kader's work ask of a build; a build without one does the rest. */
export const CAPABILITY_SETS = {
  'films of banners, videos of moving pictures': ['enc:libx264', 'enc:libsvtav1', 'mux:mp4', 'filter:scale'],
  'judging clips': [
    ...(['idet', 'blackdetect', 'freezedetect', 'cropdetect', 'blurdetect', 'blockdetect'] as const),
    ...(['ebur128', 'silencedetect', 'astats', 'scale', 'split', 'pan', 'select', 'amerge'] as const),
  ].map((name): Capability => `filter:${name}`),
  'sound of cuts': [
    ...(['enc:aac', 'enc:libopus', 'enc:libmp3lame', 'enc:flac', 'mux:ipod', 'mux:ogg', 'mux:mp3', 'mux:wav', 'lib:soxr'] as const),
    ...(['ebur128', 'alimiter', 'acrossfade', 'amultiply', 'aresample'] as const).map((name): Capability => `filter:${name}`),
  ],
} as const satisfies Readonly<Record<string, readonly Capability[]>>;

type Env = Readonly<Record<string, string | undefined>>;

const ASK_LIMIT_MS = 5000;
const ask = promisify(execFile);
const OPTIONS = { timeout: ASK_LIMIT_MS, maxBuffer: 1 << 24 };

/** What of it the build does not hold. */
export function lacking(program: FfmpegProgram, needs: readonly Capability[]): Capability[] {
  const can = new Set(program.can);
  return needs.filter((one) => !can.has(one));
}

/** @throws MissingProgram that names what the build lacks and how to get it */
export function requireCapabilities(program: FfmpegProgram, needs: readonly Capability[]): void {
  const lacks = lacking(program, needs);
  if (lacks.length > 0) throw new MissingProgram(`ffmpeg with ${inWords(lacks)} (${program.path} has none)`, installAdvice('ffmpeg'));
}

/** `libsvtav1`, `filter ebur128`. */
export function inWords(capabilities: readonly Capability[]): string {
  const kinds: Readonly<Record<string, string>> = { filter: 'filter ', mux: 'muxer ', demux: 'demuxer ', proto: 'protocol ' };
  return capabilities.map((one) => (kinds[one.split(':')[0] as string] ?? '') + one.slice(one.indexOf(':') + 1)).join(', ');
}

/**
 * FFMPEG_PATH, then the npm package ffmpeg-static, then the PATH; the first that can do all of ours, else the one that lacks least.
 * @throws UserError when the one that was named does not run
 */
export async function findFfmpeg(env: Env): Promise<FfmpegProgram | undefined> {
  const named = namedFfmpeg(env);
  if (named) {
    const program = await look(named);
    if (program) return program;
    throw new UserError(`FFMPEG_PATH names ${named}, which does not run as ffmpeg.`, {
      advice: `Correct the path, or leave it out. ${installAdvice('ffmpeg')}`,
    });
  }
  const wanted = Object.values(CAPABILITY_SETS).flat();
  let best: { program: FfmpegProgram; lacks: number } | undefined;
  for (const path of ffmpegPaths(env)) {
    const program = await look(path);
    if (!program) continue;
    const lacks = lacking(program, wanted).length;
    if (lacks === 0) return program;
    if (!best || lacks < best.lacks) best = { program, lacks };
  }
  return best?.program;
}

async function look(path: string): Promise<FfmpegProgram | undefined> {
  try {
    const { stdout } = await ask(path, ['-hide_banner', '-version'], OPTIONS);
    const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1];
    if (version === undefined) return undefined;
    const built = /^configuration:.*$/m.exec(stdout)?.[0] ?? '';
    const configuration = digestOf(built).slice(0, 10);
    const lists = ['encoders', 'decoders', 'filters', 'muxers', 'demuxers', 'protocols'] as const;
    const libraries: Capability[] = built.includes('--enable-libsoxr') ? ['lib:soxr'] : [];
    // One that has a version and no list runs, and can nothing.
    const read = lists.map(async (list) => parseList(list, (await ask(path, ['-hide_banner', `-${list}`], OPTIONS)).stdout));
    return {
      path,
      version: `${version}, configuration ${configuration}`,
      can: [...new Set([...libraries, ...(await Promise.all(read)).flat()])].sort(),
    };
  } catch {
    return undefined;
  }
}

type List = 'encoders' | 'decoders' | 'filters' | 'muxers' | 'demuxers' | 'protocols';

/**
 * Of 2.8 up to 8: flags, name, words; headings and legends hold ` = ` or end in `:`. Muxers may bear several names with commas,
 * and since 7 a column more.
 */
export function parseList(list: List, text: string): Capability[] {
  const [kind, flags] = LISTS[list];
  if (list === 'protocols') {
    const names = /^Input:([\s\S]*?)(^Output:|$(?![\s\S]))/m.exec(text)?.[1]?.match(/\S+/g) ?? [];
    return names.map((name): Capability => `${kind}:${name}`);
  }
  const found: Capability[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name] = flags.exec(line) ?? [];
    if (name && name !== '=') for (const one of name.split(',')) found.push(`${kind}:${one}`);
  }
  return found;
}

const LISTS: Readonly<Record<List, readonly [kind: 'enc' | 'dec' | 'filter' | 'mux' | 'demux' | 'proto', line: RegExp]>> = {
  encoders: ['enc', /^ [VAS][A-Z.]{5} (\S+) /],
  decoders: ['dec', /^ [VAS][A-Z.]{5} (\S+) /],
  filters: ['filter', /^ [A-Z.]{2,3} (\S+) +\S*->\S*/],
  muxers: ['mux', /^ {1,2}E[d ]? +(\S+) /],
  demuxers: ['demux', /^ D[d ]{0,2} +(\S+) /],
  protocols: ['proto', /$^/],
};

/**
 * FFPROBE_PATH, then beside the ffmpeg that is used, then the PATH.
 * @throws UserError when the one that was named does not run
 */
export async function findFfprobe(env: Env, ffmpeg: FfmpegProgram | undefined): Promise<FfprobeProgram | undefined> {
  const named = env['FFPROBE_PATH'];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const beside = ffmpeg ? join(dirname(ffmpeg.path), `ffprobe${ending}`) : '';
  for (const path of named ? [named] : [existsSync(beside) ? beside : undefined, programOnPath('ffprobe')]) {
    if (!path) continue;
    try {
      const { stdout } = await ask(path, ['-hide_banner', '-version'], OPTIONS);
      const version = /^ffprobe version (\S+)/.exec(stdout)?.[1];
      if (version !== undefined) return { path, version };
    } catch {}
  }
  if (!named) return undefined;
  throw new UserError(`FFPROBE_PATH names ${named}, which does not run as ffprobe.`, {
    advice: `Correct the path, or leave it out. ${installAdvice('ffmpeg')}`,
  });
}
