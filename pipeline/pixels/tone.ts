/** Light at its ends, and even bars at the edges. */
import type { Pixels } from './pixels.ts';

/** Shares of all pixels, 0–1. */
export interface Clipping {
  /** Burnt out: all channels at their end. */
  readonly light: number;
  /** Without any drawing: all channels at zero. */
  readonly dark: number;
}

const LIGHT = 253;
const DARK = 2;

export function clippingOf({ channels, data }: Pixels): Clipping {
  const colours = Math.min(3, channels);
  let light = 0;
  let dark = 0;
  let count = 0;
  for (let from = 0; from + colours <= data.length; from += channels) {
    // Colours behind see-through pixels mean nothing.
    if (channels === 4 && (data[from + 3] as number) < 255) continue;
    count++;
    let lowest = 255;
    let highest = 0;
    for (let channel = 0; channel < colours; channel++) {
      const value = data[from + channel] as number;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    if (lowest >= LIGHT) light++;
    else if (highest <= DARK) dark++;
  }
  return { light: light / Math.max(1, count), dark: dark / Math.max(1, count) };
}

/** Even bars along the edges, as shares of width or height; 0 where there is none. */
export interface Bars {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A bar's lines hold one tone, and the picture begins at once behind it. */
const EVEN = 6;
const STEP = 8;
const RINGING = 4;
const MOST = 0.45;

export function barsOf(pixels: Pixels): Bars {
  // What is cut out stands on nothing, which is no bar.
  if (pixels.channels === 4 && pixels.data.some((value, at) => at % 4 === 3 && value < 255))
    return { top: 0, right: 0, bottom: 0, left: 0 };
  const rows = linesOf(pixels, true);
  const columns = linesOf(pixels, false);
  return {
    top: barIn(rows),
    bottom: barIn(rows.toReversed()),
    left: barIn(columns),
    right: barIn(columns.toReversed()),
  };
}

interface Line {
  readonly mean: number;
  readonly spread: number;
}

function linesOf({ width, height, channels, data }: Pixels, across: boolean): Line[] {
  const [count, length] = across ? [height, width] : [width, height];
  return Array.from({ length: count }, (_, at) => {
    let [sum, lowest, highest] = [0, 255, 0];
    for (let along = 0; along < length; along++) {
      const from = (across ? at * width + along : along * width + at) * channels;
      const value =
        channels < 3 ? (data[from] as number) : ((data[from] as number) + 2 * (data[from + 1] as number) + (data[from + 2] as number)) / 4;
      sum += value;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    return { mean: sum / length, spread: highest - lowest };
  });
}

function barIn(lines: readonly Line[]): number {
  const first = lines[0];
  if (!first) return 0;
  const end = lines.findIndex(({ mean, spread }) => spread > EVEN || Math.abs(mean - first.mean) > EVEN / 2);
  if (end < 1 || end > lines.length * MOST) return 0;
  // Compression lets the edge ring into the bar for a few lines.
  const behind = lines.slice(end + 1, end + 1 + RINGING);
  return behind.some(({ mean, spread }) => Math.abs(mean - first.mean) >= STEP || spread >= 4 * STEP) ? end / lines.length : 0;
}
