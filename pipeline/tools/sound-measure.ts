/** Loudness and true peak of sound as EBU R 128 defines them, and how long it is, from one decode. */
import type { Loudness } from '../model/cut-recipe.ts';
import { type FfmpegInput, type FfmpegOutput, runFfmpeg } from './ffmpeg.ts';
import type { Capability, FfmpegProgram } from './ffmpeg-find.ts';

export const METER_NEEDS: readonly Capability[] = ['filter:ebur128', 'filter:ametadata'];

/** Goes last in a graph: sound passes through it as it is. Its own table has one decimal, what it hangs on the frames has three. */
export const METER = [
  'ebur128=peak=true:metadata=1:framelog=verbose',
  'ametadata=mode=print:key=lavfi.r128.I',
  'ametadata=mode=print:key=lavfi.r128.true_peak',
].join(',');

/** Less is silence to the gate of the standard. */
const SILENCE = -70;

export interface Metered {
  readonly loudness: Loudness;
  readonly seconds: number;
}

export interface MeterWish {
  readonly inputs: readonly FfmpegInput[];
  /** Ends in `METER` and `[out]`. */
  readonly graph: string;
  /** Where the sound goes; absent: nowhere. */
  readonly output?: FfmpegOutput;
}

/** Runs a graph and reads what its meter says. */
export async function runMetered(
  program: FfmpegProgram,
  { inputs, graph, output }: MeterWish,
  needs: readonly Capability[],
  limits: { readonly signal?: AbortSignal | undefined; readonly limitMs?: number },
): Promise<Metered> {
  let integrated = Number.NaN;
  let peak = 0;
  let range = 0;
  let table = Number.NaN;
  const onLine = (line: string): void => {
    const [, name, value] = /(lavfi\.r128\.I|lavfi\.r128\.true_peak|\bPeak|\bLRA)[=:]\s*(-?[\d.]+|-?inf|-?nan)/.exec(line) ?? [];
    if (name === 'lavfi.r128.I') integrated = Number(value);
    else if (name === 'lavfi.r128.true_peak') peak = Number(value);
    else if (name === 'LRA') range = Number(value);
    else if (name === 'Peak') table = Number(value);
  };
  const outputs = [output ? { ...output, options: ['-map', '[out]', ...output.options] } : { options: ['-map', '[out]'] }];
  const wish = { inputs, args: ['-filter_complex', graph], outputs, needs: [...METER_NEEDS, ...needs] };
  const { seconds } = await runFfmpeg(program, wish, { ...limits, verbosity: 'info', onLine });
  return {
    loudness: { loudness: heard(integrated), range: heard(integrated) === null ? 0 : range, truePeak: inDecibels(peak, table) },
    seconds,
  };
}

function heard(integrated: number): number | null {
  return Number.isFinite(integrated) && integrated > SILENCE ? round(integrated) : null;
}

/** Three decimals of a factor say less of faint peaks than one decimal of decibels. */
function inDecibels(peak: number, table: number): number | null {
  const told = peak > 0.1 ? 20 * Math.log10(peak) : table;
  return Number.isFinite(told) ? round(told) : null;
}

const round = (level: number): number => Math.round(level * 100) / 100;
