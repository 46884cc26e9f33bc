/** How much of its size a picture fills with detail, and its noise: seen in the spectrum of its busiest and quietest parts. */
import { PART, type Pixels, parts } from './pixels.ts';

const SIDE = PART;
const BINS = SIDE / 2;

const WINDOW = Float64Array.from({ length: SIDE }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / SIDE));
const COSINES = Float64Array.from({ length: SIDE }, (_, at) => Math.cos((2 * Math.PI * at) / SIDE));
const SINES = Float64Array.from({ length: SIDE }, (_, at) => Math.sin((2 * Math.PI * at) / SIDE));
const REVERSED = Uint8Array.from({ length: SIDE }, (_, at) => {
  let turned = 0;
  for (let bit = 1; bit < SIDE; bit <<= 1) turned = (turned << 1) | (at & bit ? 1 : 0);
  return turned;
});

/** In place, radix 2. */
function transform(real: Float64Array, imaginary: Float64Array, from: number, step: number): void {
  for (let at = 0; at < SIDE; at++) {
    const other = REVERSED[at] as number;
    if (other <= at) continue;
    const [a, b] = [from + at * step, from + other * step];
    [real[a], real[b]] = [real[b] as number, real[a] as number];
    [imaginary[a], imaginary[b]] = [imaginary[b] as number, imaginary[a] as number];
  }
  for (let half = 1; half < SIDE; half <<= 1) {
    const turn = SIDE / (2 * half);
    for (let start = 0; start < SIDE; start += 2 * half) {
      for (let at = 0; at < half; at++) {
        const [one, two] = [from + (start + at) * step, from + (start + at + half) * step];
        const [cosine, sine] = [COSINES[at * turn] as number, -(SINES[at * turn] as number)];
        const r = (real[two] as number) * cosine - (imaginary[two] as number) * sine;
        const i = (real[two] as number) * sine + (imaginary[two] as number) * cosine;
        real[two] = (real[one] as number) - r;
        imaginary[two] = (imaginary[one] as number) - i;
        real[one] = (real[one] as number) + r;
        imaginary[one] = (imaginary[one] as number) + i;
      }
    }
  }
}

/** Power by frequency of one part (bin = cycles per part), averaged over directions; of white noise it is 0.14 of its variance. */
type Spectrum = Float64Array;

/** @param luma of one part, `SIDE` × `SIDE`; it is overwritten. */
function spectrum(luma: Float64Array, imaginary: Float64Array): Spectrum {
  const real = luma;
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      real[y * SIDE + x] = ((real[y * SIDE + x] as number) - mean) * (WINDOW[x] as number) * (WINDOW[y] as number);
    }
  }
  imaginary.fill(0);
  for (let y = 0; y < SIDE; y++) transform(real, imaginary, y * SIDE, 1);
  for (let x = 0; x < SIDE; x++) transform(real, imaginary, x, SIDE);
  const power = new Float64Array(BINS);
  const counts = new Float64Array(BINS);
  for (let y = 0; y < SIDE; y++) {
    const v = y < BINS ? y : SIDE - y;
    for (let x = 0; x < SIDE; x++) {
      const u = x < BINS ? x : SIDE - x;
      const bin = Math.round(Math.hypot(u, v));
      if (bin >= BINS) continue;
      power[bin] = (power[bin] as number) + (real[y * SIDE + x] as number) ** 2 + (imaginary[y * SIDE + x] as number) ** 2;
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return power.map((sum, bin) => sum / (counts[bin] as number) / SIDE ** 2);
}

export interface Detail {
  /**
   * Share of its width that the picture really fills with detail: 1 for one that is sharp to the last pixel, 0.5 for one
   * enlarged twice or as soft as that. Absent where nothing in the picture is busy enough to tell.
   */
  readonly share?: number;
  /** Standard deviation of the noise in quiet parts, of 255. */
  readonly noise: number;
}

const BUSY = 60;
const QUIET = 24;
/** Signal of natural pictures falls with the square of the frequency; below this part of that line there is no detail. */
const FALL = 0.06;
/** Power of rounding to 8 bits, with some room. */
const ROUNDING = 0.02;
/** More than this is no sensor's noise but texture everywhere. */
const MOST_NOISE = 3;
const WINDOW_POWER = 0.1406;
const REFERENCE = [3, 4, 5, 6, 7, 8] as const;
const TOP = 28;

export function detailOf(pixels: Pixels): Detail {
  const imaginary = new Float64Array(SIDE * SIDE);
  const sorted = parts(pixels)
    .map((luma) => ({ luma, busyness: busynessOf(luma) }))
    .sort((one, other) => other.busyness - one.busyness)
    .map(({ luma }) => luma);
  if (sorted.length === 0) return { noise: 0 };
  const quiet = sorted.slice(-Math.min(QUIET, Math.ceil(sorted.length / 6))).map((luma) => spectrum(luma.slice(), imaginary));
  const busy = sorted.slice(0, Math.min(BUSY, Math.max(4, sorted.length >> 2))).map((luma) => spectrum(luma.slice(), imaginary));
  const floor = Array.from({ length: BINS }, (_, bin) =>
    Math.max(ROUNDING, Math.min(MOST_NOISE, median(quiet.map((one) => one[bin] as number)))),
  );
  const noise = Math.sqrt(Math.max(0, (floor[TOP] as number) - ROUNDING) / WINDOW_POWER);
  const shares: number[] = [];
  for (const one of busy) {
    const level = median(REFERENCE.map((bin) => (one[bin] as number) * bin * bin));
    // Detail as fine as a pixel must be able to rise above the noise here, or its absence says nothing.
    if ((0.1 * level) / TOP ** 2 < 2 * (floor[TOP] as number)) continue;
    let finest = 3;
    for (let bin = 4; bin < BINS - 1 && bin <= finest + 3; bin++) {
      const signal = ((one[bin] as number) + (one[bin + 1] as number)) / 2 - (floor[bin] as number);
      if (signal * bin * bin > FALL * level) finest = bin;
    }
    shares.push((finest + 1) / (BINS - 1));
  }
  if (shares.length < 3) return { noise };
  shares.sort((one, other) => one - other);
  // The sharpest parts are the subject; what lies out of focus on purpose must not count.
  return { noise, share: shares[Math.floor(shares.length * 0.8)] as number };
}

/** Contrast over a few pixels: what detail hangs on, unlike that of single pixels (noise) or of the whole part (light). */
function busynessOf(luma: Float64Array): number {
  let sum = 0;
  for (let y = 4; y < SIDE; y += 2) {
    for (let x = 4; x < SIDE; x += 2) {
      const here = luma[y * SIDE + x] as number;
      sum += (here - (luma[y * SIDE + x - 4] as number)) ** 2 + (here - (luma[(y - 4) * SIDE + x] as number)) ** 2;
    }
  }
  return sum;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
