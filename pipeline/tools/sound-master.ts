/** Mastering decided from what was measured: how far a mix is raised, where its peaks are held, and what is corrected after coding. */
import type { Loudness, Mix } from '../model/cut-recipe.ts';
import { RATE, type Resampler, resampled } from './sound-graph.ts';

export interface Master {
  /** dB. */
  readonly gain: number;
  /** dB full scale that no peak passes; absent: none would. */
  readonly ceiling?: number;
}

type Aim = NonNullable<Mix['loudness']>;

/** LU that a coded file may lie off its target. */
export const TOLERANCE = 0.3;
/** Below the peak that is allowed: encoders overshoot. */
const HEADROOM = 0.5;
/** dB that peaks are held down at most: beyond it a limiter is heard at work. */
const MOST_LIMITING = 12;
/** Less than this is what a measure is off itself. */
const NEAR = 0.05;

/** What nothing is measured of is left alone: it is silence, or shorter than 400 ms, the least that has a loudness. */
export function masterOf({ loudness, truePeak }: Loudness, aim: Aim): Master {
  const ceiling = aim.truePeak - HEADROOM;
  if (loudness === null || truePeak === null) return { gain: Math.min(0, rounded(ceiling - (truePeak ?? ceiling))) };
  const wanted = aim.target - loudness;
  const gain = rounded(Math.min(wanted, aim.mostGain, ceiling + MOST_LIMITING - truePeak));
  return { gain, ...(truePeak + gain > ceiling ? { ceiling } : {}) };
}

/** Why it is not raised further. */
export function heldBy(master: Master, before: Loudness, aim: Aim): 'gain' | 'limiting' | undefined {
  if (master.gain >= aim.mostGain - NEAR) return 'gain';
  return limitingOf(master, before) >= MOST_LIMITING - NEAR ? 'limiting' : undefined;
}

/** A limiter takes loudness with the peaks: what it took is given back, as far as it may be. */
export function raised(master: Master, before: Loudness, reached: Loudness, aim: Aim): Master | undefined {
  if (reached.loudness === null || before.truePeak === null) return undefined;
  const most = Math.min(aim.mostGain, aim.truePeak - HEADROOM + MOST_LIMITING - before.truePeak);
  const gain = rounded(Math.min(master.gain + aim.target - reached.loudness, most));
  return Math.abs(aim.target - reached.loudness) <= NEAR || Math.abs(gain - master.gain) < NEAR ? undefined : { ...master, gain };
}

/** What coding moved: undefined when the file is as it must be, or cannot come nearer. */
export function corrected(master: Master, before: Loudness, coded: Loudness, aim: Aim): Master | undefined {
  const off = coded.loudness === null || before.loudness === null ? 0 : aim.target - coded.loudness;
  const over = coded.truePeak === null ? 0 : coded.truePeak - aim.truePeak;
  if (Math.abs(off) <= TOLERANCE && over <= 0) return undefined;
  const base = master.ceiling ?? aim.truePeak - HEADROOM;
  const ceiling = over > 0 ? rounded(base - over - 0.1) : base;
  const most = Math.min(aim.mostGain, base + MOST_LIMITING - (before.truePeak ?? 0));
  const gain =
    before.loudness === null
      ? Math.min(0, master.gain - Math.max(0, over))
      : Math.min(rounded(master.gain + off), Math.max(most, master.gain));
  const needsCeiling = over > 0 || master.ceiling !== undefined || (before.truePeak ?? 0) + gain > base;
  const next: Master = { gain: rounded(gain), ...(needsCeiling ? { ceiling } : {}) };
  return next.gain === master.gain && next.ceiling === master.ceiling ? undefined : next;
}

/** dB by which the loudest peak is held down. */
export function limitingOf({ gain, ceiling }: Master, before: Loudness): number {
  return ceiling === undefined || before.truePeak === null ? 0 : Math.max(0, rounded(before.truePeak + gain - ceiling));
}

/** At 192 kHz the peaks between samples are samples; ffmpeg's limiter looks ahead by its attack, and is that much late. */
const OVERSAMPLED = 192_000;
const ATTACK_MS = 5;
const LATE = (OVERSAMPLED * ATTACK_MS) / 1000;

/** Filters, in their order; none where nothing is to be done. */
export function masterFilters({ gain, ceiling }: Master, samples: number, resampler: Resampler): string[] {
  const volume = gain === 0 ? [] : [`volume=${gain}dB:precision=double`];
  if (ceiling === undefined) return volume;
  return [
    ...volume,
    `${resampled(OVERSAMPLED, resampler)}`,
    `apad=pad_len=${LATE}`,
    `alimiter=limit=${(10 ** (ceiling / 20)).toFixed(6)}:level=disabled:attack=${ATTACK_MS}:release=50`,
    `atrim=start_sample=${LATE}`,
    'asetpts=PTS-STARTPTS',
    resampled(RATE, resampler),
    `apad=whole_len=${samples}`,
    `atrim=end_sample=${samples}`,
  ];
}

const rounded = (level: number): number => Math.round(level * 100) / 100 + 0;
