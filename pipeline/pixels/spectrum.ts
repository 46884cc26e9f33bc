/** How much of its size a picture fills with detail, and its noise: seen in the spectrum of its busiest and quietest parts. */
import { type Luma, PART } from './pixels.ts';

const SIDE = PART;
const BINS = SIDE / 2;

const WINDOW = Float32Array.from({ length: SIDE }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / SIDE));
const COSINES = Float32Array.from({ length: SIDE }, (_, at) => Math.cos((2 * Math.PI * at) / SIDE));
const SINES = Float32Array.from({ length: SIDE }, (_, at) => Math.sin((2 * Math.PI * at) / SIDE));
const REVERSED = Uint8Array.from({ length: SIDE }, (_, at) => {
  let turned = 0;
  for (let bit = 1; bit < SIDE; bit <<= 1) turned = (turned << 1) | (at & bit ? 1 : 0);
  return turned;
});
/** Cycles per part of each place in the left half of a spectrum, whatever their direction; the right half mirrors it. */
const HALF = SIDE / 2 + 1;
const FREQUENCY = Uint8Array.from({ length: SIDE * HALF }, (_, at) => {
  const [v, u] = [Math.floor(at / HALF), at % HALF];
  return Math.round(Math.hypot(u, v < BINS ? v : SIDE - v));
});

/** In place, radix 2. */
function transform(real: Float32Array, imaginary: Float32Array): void {
  for (let at = 0; at < SIDE; at++) {
    const other = REVERSED[at] as number;
    if (other <= at) continue;
    const r = real[at] as number;
    const i = imaginary[at] as number;
    real[at] = real[other] as number;
    imaginary[at] = imaginary[other] as number;
    real[other] = r;
    imaginary[other] = i;
  }
  for (let half = 1; half < SIDE; half <<= 1) {
    const turn = SIDE / (2 * half);
    for (let start = 0; start < SIDE; start += 2 * half) {
      for (let at = 0; at < half; at++) {
        const one = start + at;
        const two = one + half;
        const cosine = COSINES[at * turn] as number;
        const sine = -(SINES[at * turn] as number);
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

const lineReal = new Float32Array(SIDE);
const lineImaginary = new Float32Array(SIDE);
const halfReal = new Float32Array(SIDE * HALF);
const halfImaginary = new Float32Array(SIDE * HALF);

function spectrum(luma: Luma): Spectrum {
  let mean = 0;
  for (let at = 0; at < luma.length; at++) mean += luma[at] as number;
  mean /= luma.length;
  // Two rows of real numbers go through one transform of complex ones and are parted again by symmetry.
  for (let y = 0; y < SIDE; y += 2) {
    const [upper, lower] = [WINDOW[y] as number, WINDOW[y + 1] as number];
    for (let x = 0; x < SIDE; x++) {
      lineReal[x] = ((luma[y * SIDE + x] as number) - mean) * (WINDOW[x] as number) * upper;
      lineImaginary[x] = ((luma[(y + 1) * SIDE + x] as number) - mean) * (WINDOW[x] as number) * lower;
    }
    transform(lineReal, lineImaginary);
    for (let u = 0; u < HALF; u++) {
      const mirror = (SIDE - u) % SIDE;
      const r = lineReal[u] as number;
      const i = lineImaginary[u] as number;
      const mr = lineReal[mirror] as number;
      const mi = lineImaginary[mirror] as number;
      halfReal[y * HALF + u] = (r + mr) / 2;
      halfImaginary[y * HALF + u] = (i - mi) / 2;
      halfReal[(y + 1) * HALF + u] = (i + mi) / 2;
      halfImaginary[(y + 1) * HALF + u] = (mr - r) / 2;
    }
  }
  const power = new Float64Array(BINS);
  const counts = new Float64Array(BINS);
  for (let u = 0; u < HALF; u++) {
    for (let y = 0; y < SIDE; y++) {
      lineReal[y] = halfReal[y * HALF + u] as number;
      lineImaginary[y] = halfImaginary[y * HALF + u] as number;
    }
    transform(lineReal, lineImaginary);
    // The outer columns stand alone, all others for their mirror too.
    const weight = u === 0 || u === HALF - 1 ? 1 : 2;
    for (let v = 0; v < SIDE; v++) {
      const bin = FREQUENCY[v * HALF + u] as number;
      if (bin >= BINS) continue;
      power[bin] = (power[bin] as number) + weight * ((lineReal[v] as number) ** 2 + (lineImaginary[v] as number) ** 2);
      counts[bin] = (counts[bin] as number) + weight;
    }
  }
  return power.map((sum, bin) => sum / Math.max(1, counts[bin] as number) / SIDE ** 2);
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

const BUSY = 36;
const QUIET = 12;
/** Signal of natural pictures falls with the square of the frequency; below this part of that line there is no detail. */
const FALL = 0.06;
/** Power of rounding to 8 bits, with some room. */
const ROUNDING = 0.02;
/** More than this is no sensor's noise but texture everywhere. */
const MOST_NOISE = 3;
const WINDOW_POWER = 0.1406;
const REFERENCES = [
  [3, 4, 5, 6, 7, 8],
  [2, 3, 4],
] as const;
const TOP = 28;

export function detailOf(parts: readonly Luma[]): Detail {
  const sorted = parts
    .map((luma) => ({ luma, busyness: busynessOf(luma) }))
    .sort((one, other) => other.busyness - one.busyness)
    .map(({ luma }) => luma);
  if (sorted.length === 0) return { noise: 0 };
  const quiet = sorted.slice(-Math.min(QUIET, Math.ceil(sorted.length / 6))).map(spectrum);
  const busy = sorted.slice(0, Math.min(BUSY, Math.max(4, sorted.length >> 2))).map(spectrum);
  const floor = Array.from({ length: BINS }, (_, bin) =>
    Math.max(ROUNDING, Math.min(MOST_NOISE, median(quiet.map((one) => one[bin] as number)))),
  );
  const noise = Math.sqrt(Math.max(0, (floor[TOP] as number) - ROUNDING) / WINDOW_POWER);
  // Strong blur reaches down to the middle frequencies; only then the lowest ones say how high the line lies.
  const found = REFERENCES.map((bins) => sharesOf(busy, floor, bins)).find((shares) => shares.length >= 3);
  if (!found) return { noise };
  found.sort((one, other) => one - other);
  // The sharpest parts are the subject; what lies out of focus on purpose must not count.
  return { noise, share: found[Math.floor(found.length * 0.8)] as number };
}

/** For each part that can tell: the finest frequency at which there still is something, as a share of all. */
function sharesOf(busy: readonly Spectrum[], floor: readonly number[], reference: readonly number[]): number[] {
  const shares: number[] = [];
  for (const one of busy) {
    const level = median(reference.map((bin) => (one[bin] as number) * bin * bin));
    // Detail as fine as a pixel must be able to rise above the noise here, or its absence says nothing.
    if ((0.1 * level) / TOP ** 2 < 2 * (floor[TOP] as number)) continue;
    let finest = 3;
    for (let bin = 4; bin < BINS - 1 && bin <= finest + 3; bin++) {
      const signal = ((one[bin] as number) + (one[bin + 1] as number)) / 2 - (floor[bin] as number);
      if (signal * bin * bin > FALL * level) finest = bin;
    }
    shares.push((finest + 1) / (BINS - 1));
  }
  return shares;
}

/** Contrast over a few pixels: what detail hangs on, unlike that of single pixels (noise) or of the whole part (light). */
function busynessOf(luma: Luma): number {
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
