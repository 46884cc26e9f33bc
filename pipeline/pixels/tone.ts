/** Light at its ends, the colour there is most of, and even bars at the edges. */
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

/** Middle of the fullest of 16 × 16 × 16 boxes of colour, as `#rrggbb`. @param pixels RGB or RGBA */
export function dominantOf({ channels, data }: Pixels): string {
  const boxes = new Uint32Array(4096);
  for (let from = 0; from + 2 < data.length; from += channels) {
    const box = (((data[from] as number) >> 4) << 8) | (((data[from + 1] as number) >> 4) << 4) | ((data[from + 2] as number) >> 4);
    boxes[box] = (boxes[box] as number) + 1;
  }
  let fullest = 0;
  for (let box = 1; box < boxes.length; box++) if ((boxes[box] as number) > (boxes[fullest] as number)) fullest = box;
  return `#${[fullest >> 8, (fullest >> 4) & 15, fullest & 15].map((part) => (part * 16 + 8).toString(16).padStart(2, '0')).join('')}`;
}

/** Even bars along the edges, as shares of width or height; 0 where there is none. */
export interface Bars {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A bar's lines hold one tone, and most of the picture differs from it at once. */
const EVEN = 6;
const OFF = 6;
const RINGING = 4;
const MOST = 0.45;

export function barsOf(pixels: Pixels): Bars {
  // What is cut out stands on nothing, which is no bar.
  for (let at = 3; pixels.channels === 4 && at < pixels.data.length; at += 4)
    if ((pixels.data[at] as number) < 255) return { top: 0, right: 0, bottom: 0, left: 0 };
  const { width, height } = pixels;
  return {
    top: barIn(height, (at) => lineOf(pixels, at, true)),
    bottom: barIn(height, (at) => lineOf(pixels, height - 1 - at, true)),
    left: barIn(width, (at) => lineOf(pixels, at, false)),
    right: barIn(width, (at) => lineOf(pixels, width - 1 - at, false)),
  };
}

/** Light along a row or a column. */
function lineOf({ width, height, channels, data }: Pixels, at: number, across: boolean): Float32Array {
  const line = new Float32Array(across ? width : height);
  for (let along = 0; along < line.length; along++) {
    const from = (across ? at * width + along : along * width + at) * channels;
    line[along] =
      channels < 3 ? (data[from] as number) : ((data[from] as number) + 2 * (data[from + 1] as number) + (data[from + 2] as number)) / 4;
  }
  return line;
}

/** @param lineAt counted from the edge inwards; most pictures have no bar, and end at the first */
function barIn(count: number, lineAt: (at: number) => Float32Array): number {
  const tone = meanOf(lineAt(0));
  let end = 0;
  let last = tone;
  for (; end < count; end++) {
    const line = lineAt(end);
    const mean = meanOf(line);
    if (Math.max(...line) - Math.min(...line) > EVEN || Math.abs(mean - tone) > EVEN / 2) break;
    last = mean;
  }
  if (end < 1 || end === count || end > count * MOST) return 0;
  // Compression lets the edge ring into the bar for a few lines. A sky that darkens towards the edge has no edge to ring.
  for (let at = end; at < Math.min(count, end + 1 + RINGING); at++) {
    const line = lineAt(at);
    if (line.filter((value) => Math.abs(value - last) > OFF).length * 2 > line.length) return end / count;
  }
  return 0;
}

function meanOf(line: Float32Array): number {
  return line.reduce((sum, value) => sum + value, 0) / line.length;
}

/** Coded values as shares 0–1. */
export interface Light {
  /** What 0.2 % of the darkest channels lie below, and what 0.2 % of the brightest lie above. */
  readonly black: number;
  readonly white: number;
  /** Luma that 5, 50 and 95 % of the picture stay below. */
  readonly dark: number;
  readonly middle: number;
  readonly bright: number;
}

export function lightOf({ channels, data }: Pixels): Light {
  const colours = Math.min(3, channels);
  const [darkest, brightest, luma] = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  let count = 0;
  for (let from = 0; from + colours <= data.length; from += channels) {
    if (channels === 4 && (data[from + 3] as number) < 255) continue;
    count++;
    const red = data[from] as number;
    const green = colours === 3 ? (data[from + 1] as number) : red;
    const blue = colours === 3 ? (data[from + 2] as number) : red;
    tally(darkest, Math.min(red, green, blue));
    tally(brightest, Math.max(red, green, blue));
    tally(luma, Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue));
  }
  const below = (counts: Uint32Array, share: number): number => {
    let sum = 0;
    for (let value = 0; value < 256; value++) {
      sum += counts[value] as number;
      if (sum > share * count) return value / 255;
    }
    return 1;
  };
  return {
    black: below(darkest, 0.002),
    white: below(brightest, 0.998),
    dark: below(luma, 0.05),
    middle: below(luma, 0.5),
    bright: below(luma, 0.95),
  };
}

function tally(counts: Uint32Array, value: number): void {
  counts[value] = (counts[value] as number) + 1;
}
