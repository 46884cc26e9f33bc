/** A picture taken apart into planes of fractions, so that many steps in a row round only once. */
import type { Pixels } from './pixels.ts';

/** Coded values as shares 0–1, row by row; steps may leave that range for a while, `join` ends it. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  /** As it came: no step touches it. */
  readonly alpha?: Uint8Array;
}

/** One coded value to another, both shares 0–1. */
export type Curve = (value: number) => number;

const same: Curve = (value) => value;

/** @param curves of red, green and blue, worked out once per value of 8 bits */
export function apart({ width, height, channels, data }: Pixels, curves?: readonly [Curve, Curve, Curve]): Planes {
  const tables = (curves ?? [same, same, same]).map((curve) => Float32Array.from({ length: 256 }, (_, value) => curve(value / 255)));
  const count = width * height;
  const planes = [new Float32Array(count), new Float32Array(count), new Float32Array(count)] as const;
  const colours = channels < 3 ? 1 : 3;
  for (let channel = 0; channel < 3; channel++) {
    const [plane, table] = [planes[channel] as Float32Array, tables[channel] as Float32Array];
    for (let at = 0, from = Math.min(channel, colours - 1); at < count; at++, from += channels) {
      plane[at] = table[data[from] as number] as number;
    }
  }
  const [red, green, blue] = planes;
  if (channels % 2 === 1) return { width, height, red, green, blue };
  const alpha = new Uint8Array(count);
  for (let at = 0, from = channels - 1; at < count; at++, from += channels) alpha[at] = data[from] as number;
  return { width, height, red, green, blue, alpha };
}

export function join({ width, height, red, green, blue, alpha }: Planes): Pixels {
  const channels = alpha ? 4 : 3;
  // A clamped array rounds to the nearest, and ties to even.
  const data = new Uint8ClampedArray(width * height * channels);
  for (let at = 0, to = 0; at < red.length; at++, to += channels) {
    data[to] = (red[at] as number) * 255;
    data[to + 1] = (green[at] as number) * 255;
    data[to + 2] = (blue[at] as number) * 255;
    if (alpha) data[to + 3] = alpha[at] as number;
  }
  return { width, height, channels, data: new Uint8Array(data.buffer) };
}

/** Curves on planes that stand already, in place; each is worked out at 4096 values and joined by straight lines. */
export function bend({ red, green, blue }: Planes, curves: readonly [Curve, Curve, Curve]): void {
  for (const [channel, plane] of [red, green, blue].entries()) {
    const curve = curves[channel] as Curve;
    const table = Float32Array.from({ length: FINE + 2 }, (_, at) => curve(Math.min(1, at / FINE)));
    for (let at = 0; at < plane.length; at++) {
      const place = Math.max(0, Math.min(1, plane[at] as number)) * FINE;
      const low = Math.floor(place);
      const value = table[low] as number;
      plane[at] = value + ((table[low + 1] as number) - value) * (place - low);
    }
  }
}

const FINE = 4096;

/** Rec. 709 weights on coded values. */
export function lumaOf({ red, green, blue }: Planes): Float32Array {
  const luma = new Float32Array(red.length);
  for (let at = 0; at < luma.length; at++) {
    luma[at] = 0.2126 * (red[at] as number) + 0.7152 * (green[at] as number) + 0.0722 * (blue[at] as number);
  }
  return luma;
}

/** The same shift of red, green and blue: light changes, colour differences stay. */
export function shift({ red, green, blue }: Planes, by: (at: number) => number): void {
  for (let at = 0; at < red.length; at++) {
    const change = by(at);
    red[at] = (red[at] as number) + change;
    green[at] = (green[at] as number) + change;
    blue[at] = (blue[at] as number) + change;
  }
}
