/** From a mix to ffmpeg's words: its inputs, each opened where it is heard, and the graph that lays them one after another. */
import type { ClipType } from '../model/clip.ts';
import type { Mix, SoundPart } from '../model/cut-recipe.ts';
import type { FfmpegInput } from './ffmpeg.ts';
import type { Capability } from './ffmpeg-find.ts';

/** Of everything before it is coded. */
export const RATE = 48_000;

/** How rates are changed: soxr leaves nothing to be heard; without it ffmpeg's own with a filter of the same length. */
export type Resampler = 'soxr' | 'swr';

export const GRAPH_NEEDS: readonly Capability[] = (
  [
    'aformat',
    'pan',
    'aresample',
    'atrim',
    'asetpts',
    'apad',
    'afade',
    'acrossfade',
    'concat',
    'anullsrc',
    'adelay',
    'anull',
    'amultiply',
    'amix',
    'amerge',
  ] as const
).map((name): Capability => `filter:${name}`);

export interface Graph {
  readonly inputs: readonly FfmpegInput[];
  /** Ends in `[mix]`. */
  readonly graph: string;
}

export function resampled(rate: number, resampler: Resampler): string {
  const how = resampler === 'soxr' ? 'resampler=soxr:precision=28' : 'filter_size=64:phase_shift=10:cutoff=0.97';
  return `aresample=${rate}:${how}`;
}

/**
 * @param files absolute paths, in the order of the mix's inputs
 * @param envelope of the music's gain as a WAV of one channel, where there is music
 */
export function graphOf(mix: Mix, files: readonly string[], resampler: Resampler, envelope?: string): Graph {
  const { samples, channels, fadeIn, fadeOut, music } = mix;
  const inputs: FfmpegInput[] = [];
  const lines = layParts(mix, mix.parts, 'part', { files, resampler, inputs });
  let last = 'part';
  if (music && envelope !== undefined) {
    lines.push(...layParts(mix, music.parts, 'bed', { files, resampler, inputs }));
    inputs.push({ path: envelope, type: 'wav' });
    const both = channels === 2 ? ',pan=stereo|c0=c0|c1=c0' : '';
    lines.push(
      `[${inputs.length - 1}:a:0]${resampled(RATE, resampler)},aformat=sample_fmts=fltp${both},apad=whole_len=${samples},atrim=end_sample=${samples}[gain]`,
      `[bed]apad=whole_len=${samples},atrim=end_sample=${samples}[whole]`,
      '[whole][gain]amultiply[music]',
      '[part][music]amix=inputs=2:normalize=0:duration=longest[both]',
    );
    last = 'both';
  }
  const fades = [
    ...(fadeIn > 0 ? [`afade=t=in:ss=0:ns=${fadeIn}:curve=hsin`] : []),
    ...(fadeOut > 0 ? [`afade=t=out:ss=${samples - fadeOut}:ns=${fadeOut}:curve=hsin`] : []),
  ];
  lines.push(`[${last}]${[`apad=whole_len=${samples}`, `atrim=end_sample=${samples}`, 'asetpts=N/SR/TB', ...fades].join(',')}[mix]`);
  return { inputs, graph: lines.join(';') };
}

/** What is heard of the parts alone, to know where music gives way. */
export function voiceOf(mix: Mix): Mix {
  const { music: _, ...voice } = mix;
  return { ...voice, fadeIn: 0, fadeOut: 0 };
}

interface Laying {
  readonly files: readonly string[];
  readonly resampler: Resampler;
  readonly inputs: FfmpegInput[];
}

function layParts(mix: Mix, parts: readonly SoundPart[], name: string, laying: Laying): string[] {
  const lines = parts.map((part, at) => `${heard(mix, part, laying)}[${name}${at}]`);
  let joined = `${name}0`;
  parts.forEach((part, at) => {
    if (at === 0) return;
    const next = `${name}to${at}`;
    const how = part.fade > 0 ? `acrossfade=ns=${part.fade}:c1=qsin:c2=qsin` : 'concat=n=2:v=0:a=1';
    lines.push(`[${joined}][${name}${at}]${how}[${next}]`);
    joined = next;
  });
  return [...lines, `[${joined}]anull[${name}]`];
}

/** One part, as long as it is meant to be: what the clip does not have of it is silence. */
function heard({ inputs: clips, channels }: Mix, part: SoundPart, { files, resampler, inputs }: Laying): string {
  const { first, samples, rise, fall } = part;
  const layout = channels === 1 ? 'mono' : 'stereo';
  const clip = clips[part.input];
  if (!clip) return `anullsrc=r=${RATE}:cl=${layout},atrim=end_sample=${samples},aformat=sample_fmts=fltp`;
  const from = seekTo(clip.type as ClipType, first);
  inputs.push({
    path: files[part.input] as string,
    type: clip.type as ClipType,
    options: ['-vn', '-sn', ...(from > 0 ? ['-ss', String(from)] : [])],
  });
  const at = inputs.length - 1;
  const start = first - from * RATE;
  const gains = part.matrix.map((row, out) => `c${out}=${row.map((gain, channel) => `${gain}*c${channel}`).join('+')}`);
  return [
    // Whole numbers would be rounded again at every step.
    `${clip.isPair ? `[${at}:a:0][${at}:a:1]amerge=inputs=2,` : `[${at}:a:0]`}aformat=sample_fmts=fltp`,
    `pan=${layout}|${gains.join('|')}`,
    // Holes in the sound, and a beginning after that of the picture, are silence: samples are counted by the clip's own clock.
    ...(clip.soundAt === undefined ? [] : ['asetpts=PTS-STARTPTS']),
    `${resampled(RATE, resampler)}:async=1:first_pts=0`,
    ...(clip.soundAt === undefined ? [] : [`adelay=delays=${clip.soundAt}S:all=1`]),
    `atrim=start_sample=${start}:end_sample=${start + samples}`,
    'asetpts=PTS-STARTPTS',
    `apad=whole_len=${samples}`,
    `atrim=end_sample=${samples}`,
    ...(rise > 0 ? [`afade=t=in:ss=0:ns=${rise}`] : []),
    ...(fall > 0 ? [`afade=t=out:ss=${samples - fall}:ns=${fall}`] : []),
  ].join(',');
}

/**
 * Their packets say to the sample when they sound. The others count in milliseconds, or not at all: a place in them is only
 * found by reading on from the beginning.
 */
const EXACT: readonly ClipType[] = ['mp4', 'wav', 'aiff', 'flac'];
/** Decoders need a little of what came before to be in step. */
const RUN_UP_S = 2;

/** In whole seconds of the clip. */
function seekTo(type: ClipType, first: number): number {
  const from = Math.floor(first / RATE) - RUN_UP_S;
  return EXACT.includes(type) && from > 0 ? from : 0;
}
