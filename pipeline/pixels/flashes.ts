/** How often a moving picture flashes within a second, as WCAG 2.2 counts it (success criterion 2.3.1). */
import { BYTE_LINEAR } from './light.ts';
import type { Pixels } from './pixels.ts';

/*
 * A flash is a pair of opposing changes of relative luminance of 10 % or more where the darker image lies below 0.80; or
 * any pair of opposing changes that involve a saturated red. It counts where the flashing parts together take a quarter of
 * any 10 degrees of the field of view: 341 × 256 CSS px (w3.org/TR/WCAG22, "general flash and red flash thresholds", October 2023).
 */
const CHANGE = 0.1;
const DARKER = 0.8;
const RED_CHANGE = 20;
const RED_SHARE = 0.8;
const FIELD = [341, 256] as const;
const QUARTER = (FIELD[0] * FIELD[1]) / 4;

/** Side of what is looked at as one, in px. */
const CELL = 4;

/** One moment, in cells. */
export interface Cells {
  /** In s. */
  readonly at: number;
  readonly across: number;
  readonly down: number;
  /** Relative luminance, 0–1. */
  readonly light: Float32Array;
  /** WCAG's (R − G − B) × 320, not below 0. */
  readonly red: Float32Array;
  /** 1 where red is saturated. */
  readonly saturated: Uint8Array;
}

/** Whether a picture of this size in CSS px is smaller than what must flash to count. */
export function isFieldSmall([width, height]: readonly [number, number]): boolean {
  return width * height < QUARTER;
}

/** @param pixels three channels or more, one for each CSS px */
export function cellsOf({ width, height, channels, data }: Pixels, at: number): Cells {
  const across = Math.floor(width / CELL);
  const down = Math.floor(height / CELL);
  const light = new Float32Array(across * down);
  const red = new Float32Array(across * down);
  const saturated = new Uint8Array(across * down);
  for (let y = 0, to = 0; y < down; y++) {
    for (let x = 0; x < across; x++, to++) {
      let r = 0;
      let g = 0;
      let b = 0;
      // Every other px of every other row stands for its cell.
      for (let row = 0; row < CELL; row += 2) {
        for (let column = 0; column < CELL; column += 2) {
          const from = ((y * CELL + row) * width + x * CELL + column) * channels;
          r += BYTE_LINEAR[data[from] as number] as number;
          g += BYTE_LINEAR[data[from + 1] as number] as number;
          b += BYTE_LINEAR[data[from + 2] as number] as number;
        }
      }
      const [mr, mg, mb] = [r / 4, g / 4, b / 4];
      light[to] = 0.2126 * mr + 0.7152 * mg + 0.0722 * mb;
      red[to] = Math.max(0, (mr - mg - mb) * 320);
      saturated[to] = mr > 0 && mr / (mr + mg + mb) >= RED_SHARE ? 1 : 0;
    }
  }
  return { at, across, down, light, red, saturated };
}

/** The most flashes in any second that enough of the field shares. @param moments in the order of time, close together */
export function flashesOf(moments: readonly Cells[]): { readonly general: number; readonly red: number } {
  const count = (kind: 'light' | 'red'): number => Math.floor(peakOf(moments, kind).changes / 2);
  return { general: count('light'), red: count('red') };
}

/** Where looks that lie apart saw light or red go one way and back: from and to in s, worth a closer look. */
export function suspectOf(moments: readonly Cells[]): readonly [from: number, to: number] | undefined {
  const peaks = (['light', 'red'] as const).map((kind) => peakOf(moments, kind)).filter(({ changes }) => changes >= 2);
  const [worst] = peaks.sort((a, b) => b.changes - a.changes);
  return worst && [Math.max(0, worst.at - 1.1), worst.at + 0.5];
}

/** Opposing changes that a quarter of the field makes within one second, the most of all seconds, and when that one ends. */
function peakOf(moments: readonly Cells[], kind: 'light' | 'red'): { readonly changes: number; readonly at: number } {
  const [first] = moments;
  if (!first) return { changes: 0, at: 0 };
  const cells = changesOf(moments, kind);
  let best = { changes: 0, at: 0 };
  for (const { at } of moments) {
    const counts = cells.map((times) => times.reduce((sum, time) => sum + (time > at - 1 && time <= at ? 1 : 0), 0));
    while (covers(counts, best.changes + 1, first)) best = { changes: best.changes + 1, at };
  }
  return best;
}

/** Of each cell, when its light went up after it had gone down, and the other way round. */
function changesOf(moments: readonly Cells[], kind: 'light' | 'red'): number[][] {
  const [first] = moments as readonly [Cells, ...Cells[]];
  const least = kind === 'light' ? CHANGE : RED_CHANGE;
  return Array.from({ length: first.across * first.down }, (_, cell) => {
    const times: number[] = [];
    // The last turning point, or what will become one.
    let extreme = first[kind][cell] as number;
    let wasSaturated = first.saturated[cell] === 1;
    let direction = 0;
    for (const moment of moments) {
      const value = moment[kind][cell] as number;
      const isSaturated = moment.saturated[cell] === 1;
      const rise = value - extreme;
      if (direction !== 0 && Math.sign(rise) === direction) {
        extreme = value;
        wasSaturated = isSaturated;
        continue;
      }
      if (Math.abs(rise) < least) continue;
      if (kind === 'light' ? Math.min(value, extreme) < DARKER : wasSaturated || isSaturated) times.push(moment.at);
      direction = Math.sign(rise);
      extreme = value;
      wasSaturated = isSaturated;
    }
    return times;
  });
}

/** Whether cells with so many changes take a quarter of any field of view. */
function covers(counts: readonly number[], changes: number, { across, down }: Cells): boolean {
  const need = QUARTER / (CELL * CELL);
  const hits = counts.reduce((sum, count) => sum + (count >= changes ? 1 : 0), 0);
  if (hits < need) return false;
  const [wide, high] = FIELD.map((side) => Math.floor(side / CELL)) as [number, number];
  if (across <= wide && down <= high) return true;
  // Sums over everything left of and above a cell.
  const sums = new Uint32Array((across + 1) * (down + 1));
  const sumAt = (x: number, y: number): number => sums[y * (across + 1) + x] as number;
  for (let y = 1; y <= down; y++) {
    for (let x = 1; x <= across; x++) {
      const hit = (counts[(y - 1) * across + x - 1] as number) >= changes ? 1 : 0;
      sums[y * (across + 1) + x] = hit + sumAt(x - 1, y) + sumAt(x, y - 1) - sumAt(x - 1, y - 1);
    }
  }
  for (let top = 0; top === 0 || top + high <= down; top += 4) {
    for (let left = 0; left === 0 || left + wide <= across; left += 4) {
      const [right, bottom] = [Math.min(across, left + wide), Math.min(down, top + high)];
      if (sumAt(right, bottom) - sumAt(left, bottom) - sumAt(right, top) + sumAt(left, top) >= need) return true;
    }
  }
  return false;
}
