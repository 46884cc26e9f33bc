/** A cast of colour: told by greys from dark to light that all lean to the same side, in a picture that has other colours too. */
import { BYTE_LINEAR, labOf } from './light.ts';
import type { Pixels } from './pixels.ts';

export interface Cast {
  /** CIE Lab of what should be grey, at L* 60. */
  readonly a: number;
  readonly b: number;
  /** 0–1: how much speaks for it. */
  readonly sure: number;
}

/** Every third row and column is enough. */
const STRIDE = 3;
/**
 * Light of another colour multiplies red, green and blue, which moves a grey of any lightness by the same share of L* + 16:
 * measured in that unit all greys of a picture fall on one spot.
 */
const UNIT = 60 + 16;
const DARKEST = 10;
const BURNT = 253;
const SIDE = 81;
const HALF = 40;
/** Radius of the spot, and from where on a colour is another one. */
const SPOT = 4;
const OTHER = 12;

/** None at the first, full at the second; of 62 clean photographs one with a spot off the middle passes them all, a fall in cold light (November 2026). */
const SHARE = [0.08, 0.16] as const;
const SPREAD = [30, 45] as const;
const TOP = [28, 12] as const;
const OTHERS = [0.01, 0.035] as const;
const NEUTRALS = [0.5, 0.1] as const;

export function castOf({ width, height, channels, data }: Pixels): Cast | undefined {
  if (channels < 3) return undefined;
  const most = Math.ceil(width / STRIDE) * Math.ceil(height / STRIDE);
  const [light, as, bs] = [new Float32Array(most), new Float32Array(most), new Float32Array(most)];
  const spots = new Uint16Array(SIDE * SIDE);
  let count = 0;
  for (let y = 0; y < height; y += STRIDE) {
    for (let x = 0; x < width; x += STRIDE) {
      const from = (y * width + x) * channels;
      if (channels === 4 && (data[from + 3] as number) < 255) continue;
      const red = data[from] as number;
      const green = data[from + 1] as number;
      const blue = data[from + 2] as number;
      if (red >= BURNT || green >= BURNT || blue >= BURNT) continue;
      const [lightness, a, b] = labOf(BYTE_LINEAR[red] as number, BYTE_LINEAR[green] as number, BYTE_LINEAR[blue] as number);
      if (lightness < DARKEST) continue;
      light[count] = lightness;
      as[count] = (a * UNIT) / (lightness + 16);
      bs[count] = (b * UNIT) / (lightness + 16);
      const column = Math.round(as[count] as number) + HALF;
      const row = Math.round(bs[count] as number) + HALF;
      if (column >= 0 && column < SIDE && row >= 0 && row < SIDE) spots[row * SIDE + column] = (spots[row * SIDE + column] as number) + 1;
      count++;
    }
  }
  if (count < most / 10) return undefined;
  const [a, b] = middleOf(fullest(spots), as, bs, count);
  const within: number[] = [];
  let others = 0;
  let neutrals = 0;
  const strength = lengthOf(a, b);
  for (let at = 0; at < count; at++) {
    const across = (as[at] as number) - a;
    const down = (bs[at] as number) - b;
    const far = lengthOf(across, down);
    if (far <= SPOT) within.push(light[at] as number);
    else if (lengthOf(as[at] as number, bs[at] as number) <= SPOT) neutrals++;
    // A stronger shade of the same colour is none: a toned or blue picture has no other.
    if (far > OTHER && across * a + down * b < (far * strength) / 2) others++;
  }
  within.sort((one, other) => one - other);
  const sure = Math.min(
    ramp(within.length / count, SHARE),
    ramp(rankIn(within, 0.95) - rankIn(within, 0.05), SPREAD),
    ramp(rankIn(light.slice(0, count).sort(), 0.97) - rankIn(within, 0.97), TOP),
    ramp(others / count, OTHERS),
    // Greys that are grey already say that the spot is a colour.
    ramp(neutrals / Math.max(1, within.length), NEUTRALS),
  );
  return { a, b, sure };
}

/** Middle of the fullest 5 × 5 of the spots. */
function fullest(spots: Uint16Array): readonly [number, number] {
  let best = 0;
  let place: readonly [number, number] = [0, 0];
  for (let row = 2; row < SIDE - 2; row++) {
    for (let column = 2; column < SIDE - 2; column++) {
      let sum = 0;
      for (let down = -2; down <= 2; down++) {
        const start = (row + down) * SIDE + column;
        for (let across = -2; across <= 2; across++) sum += spots[start + across] as number;
      }
      if (sum > best) {
        best = sum;
        place = [column - HALF, row - HALF];
      }
    }
  }
  return place;
}

/** The mean of what lies near, taken again round itself until it hardly moves. */
function middleOf(start: readonly [number, number], as: Float32Array, bs: Float32Array, count: number): readonly [number, number] {
  let [a, b] = start;
  for (let turn = 0; turn < 3; turn++) {
    let sumA = 0;
    let sumB = 0;
    let near = 0;
    for (let at = 0; at < count; at++) {
      if (lengthOf((as[at] as number) - a, (bs[at] as number) - b) > SPOT) continue;
      sumA += as[at] as number;
      sumB += bs[at] as number;
      near++;
    }
    if (near > 0) [a, b] = [sumA / near, sumB / near];
  }
  return [a, b];
}

/** `Math.hypot` takes many times as long. */
const lengthOf = (across: number, down: number): number => Math.sqrt(across * across + down * down);

function rankIn(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function ramp(value: number, [none, full]: readonly [number, number]): number {
  return Math.max(0, Math.min(1, (value - none) / (full - none)));
}
