/** A small picture that stands for a large one: parts of it, from the quietest to the busiest, laid side by side. */
import { PART, type Pixels } from './pixels.ts';

/** Parts along each side of the sample. */
const ALONG = 4;

export interface Sample {
  readonly pixels: Pixels;
  /** Side of the parts it is laid of, in px; absent when it is the picture itself. */
  readonly part?: number;
}

/** @returns the picture itself when it is hardly larger than its sample would be. */
export function sampleOf(pixels: Pixels): Sample {
  const { width, height, channels, data } = pixels;
  const across = Math.floor(width / PART);
  const down = Math.floor(height / PART);
  if (across * down <= 1.5 * ALONG * ALONG) return { pixels };
  const ranked = Array.from({ length: across * down }, (_, at) => ({ left: (at % across) * PART, top: Math.floor(at / across) * PART }))
    .map((part, at) => ({ ...part, at, busy: busyness(pixels, part.left, part.top) }))
    .sort((one, other) => one.busy - other.busy || one.at - other.at);
  const side = ALONG * PART;
  const out = new Uint8Array(side * side * channels);
  for (let place = 0; place < ALONG * ALONG; place++) {
    const { left, top } = ranked[Math.floor(((place + 0.5) * ranked.length) / (ALONG * ALONG))] as (typeof ranked)[number];
    for (let y = 0; y < PART; y++) {
      const from = ((top + y) * width + left) * channels;
      const to = ((Math.floor(place / ALONG) * PART + y) * side + (place % ALONG) * PART) * channels;
      out.set(data.subarray(from, from + PART * channels), to);
    }
  }
  return { pixels: { width: side, height: side, channels, data: out }, part: PART };
}

/** Sum of the steps between neighbours, on every other row and column; of green, which carries most of the light. */
function busyness({ width, channels, data }: Pixels, left: number, top: number): number {
  const green = channels < 3 ? 0 : 1;
  let sum = 0;
  for (let y = 0; y < PART; y += 2) {
    for (let x = 0, at = ((top + y) * width + left) * channels + green; x < PART - 2; x += 2, at += 2 * channels) {
      sum += Math.abs((data[at] as number) - (data[at + channels] as number));
    }
  }
  return sum;
}
