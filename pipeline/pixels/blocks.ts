/** What JPEG left behind: the quality of a file's own tables, and of one that it was before it was saved again. */
import { type Luma, PART } from './pixels.ts';

/** Luma table of the JPEG standard, annex K, in rows; encoders scale it by their quality. */
const STANDARD = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22,
  37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
] as const;

/** Frequencies that hold enough of every picture to be judged: row and column within a block. */
const MODES = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [2, 0],
  [1, 2],
  [2, 1],
] as const;

/** The standard's luma table as an encoder of the IJG's kind scales it. @param quality 1–100 */
export function tableOf(quality: number): number[] {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return STANDARD.map((step) => Math.max(1, Math.min(255, Math.floor((step * scale + 50) / 100))));
}

/** The quality whose table lies nearest, 1–100; other encoders' tables find their equal in coarseness. @param table in rows */
export function qualityOf(table: readonly number[]): number {
  let best = { quality: 100, apart: Number.POSITIVE_INFINITY };
  for (let quality = 1; quality <= 100; quality++) {
    const apart = tableOf(quality).reduce((sum, step, at) => sum + Math.abs(Math.log(step / Math.max(1, table[at] ?? 1))), 0);
    if (apart < best.apart) best = { quality, apart };
  }
  return best.quality;
}

const COSINES = Array.from({ length: 8 }, (_, frequency) =>
  Float64Array.from(
    { length: 8 },
    (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5,
  ),
);

const FLAT = (COSINES[0] as Float64Array)[0] as number;
const ODD = COSINES[1] as Float64Array;
const SECOND = COSINES[2] as Float64Array;

/** How often each size of coefficient stands in the blocks of the parts, mode by mode; sizes in quarters. */
function coefficients(parts: readonly Luma[]): Uint32Array[] {
  const found = MODES.map(() => new Uint32Array(LARGEST * FINE));
  const rows = new Float64Array(8 * 3);
  for (const luma of parts) {
    for (let top = 0; top < PART; top += 8) {
      for (let left = 0; left < PART; left += 8) {
        // Rows first: the three lowest frequencies across are all that the modes need.
        for (let y = 0; y < 8; y++) {
          const from = (top + y) * PART + left;
          let even = 0;
          let odd = 0;
          let second = 0;
          // A cosine is its own mirror, or the mirror's opposite: both ends of a row go through it at once.
          for (let x = 0; x < 4; x++) {
            const one = luma[from + x] as number;
            const other = luma[from + 7 - x] as number;
            even += one + other;
            odd += (one - other) * (ODD[x] as number);
            second += (one + other) * (SECOND[x] as number);
          }
          rows[y * 3] = even * FLAT;
          rows[y * 3 + 1] = odd;
          rows[y * 3 + 2] = second;
        }
        for (let mode = 0; mode < MODES.length; mode++) {
          const place = MODES[mode] as (typeof MODES)[number];
          const across = place[1];
          const down = COSINES[place[0]] as Float64Array;
          let sum = 0;
          for (let y = 0; y < 8; y++) sum += (rows[y * 3 + across] as number) * (down[y] as number);
          const size = Math.round(Math.abs(sum) * FINE);
          const counts = found[mode] as Uint32Array;
          if (size < counts.length) counts[size] = (counts[size] as number) + 1;
        }
      }
    }
  }
  return found;
}

interface Present {
  readonly sizes: Uint16Array;
  readonly counts: Uint32Array;
}

/** Most sizes never occur; what is left is gone through for every quality. */
function present(counts: Uint32Array): Present {
  const sizes = new Uint16Array(counts.length);
  const often = new Uint32Array(counts.length);
  let kinds = 0;
  for (let size = 0; size < counts.length; size++) {
    if (counts[size] === 0) continue;
    sizes[kinds] = size;
    often[kinds++] = counts[size] as number;
  }
  return { sizes: sizes.subarray(0, kinds), counts: often.subarray(0, kinds) };
}

const LARGEST = 512;
const FINE = 4;

/** Below this share of agreement the comb is chance. */
const AGREEMENT = 0.5;
const FEWEST = 60;
const SWEPT = 0.7;

/**
 * The quality of an earlier JPEG whose steps still show in the picture, as it does when a coarse file was saved again
 * in a finer one or as PNG; found while the picture was neither cropped off its blocks nor scaled.
 * @param table the file's own luma table; absent for formats without loss
 */
export function earlierQuality(parts: readonly Luma[], table: readonly number[] | undefined): number | undefined {
  const own = table ? qualityOf(table) : 101;
  const found = coefficients(parts).map(present);
  const agreed = MODES.map(() => new Map<number, number>());
  let best: { quality: number; agreement: number } | undefined;
  for (let quality = 10; quality <= Math.min(90, own - 8); quality += 1) {
    const steps = tableOf(quality);
    const agreements: number[] = [];
    for (const [mode, [v, u]] of MODES.entries()) {
      const step = steps[v * 8 + u] as number;
      const ownStep = table?.[v * 8 + u] ?? 1;
      // A step that is hardly coarser, or a multiple, cannot be told from the file's own.
      const ratio = step / ownStep;
      if (ratio < 1.6 || step < 3 || (ownStep > 2 && Math.abs(ratio - Math.round(ratio)) < 0.2)) continue;
      // Neighbouring qualities share most of their steps.
      const known = agreed[mode] as Map<number, number>;
      const agreement = known.get(step) ?? agreementWith(found[mode] as Present, step);
      known.set(step, agreement);
      if (!Number.isNaN(agreement)) agreements.push(agreement);
    }
    if (agreements.length < 3) continue;
    agreements.sort((one, other) => one - other);
    const agreement = agreements[agreements.length >> 1] as number;
    // Coarser steps that divide the true ones agree as well; the true ones agree best.
    if (agreement > AGREEMENT && agreement > (best?.agreement ?? 0)) best = { quality, agreement };
  }
  return best?.quality;
}

/** How well sizes fall on multiples of a step, −1 to 1; not a number when too few are large enough to tell. */
function agreementWith({ sizes, counts }: Present, step: number): number {
  let sum = 0;
  let count = 0;
  let onStep = 0;
  let between = 0;
  for (let at = 0; at < sizes.length; at++) {
    const often = counts[at] as number;
    const times = (sizes[at] as number) / FINE / step;
    if (times > 0.3 && times < 0.7) between += often;
    else if (times > 0.8 && times < 1.2) onStep += often;
    if (times < 0.6) continue;
    sum += often * Math.cos(2 * Math.PI * times);
    count += often;
  }
  if (count < FEWEST) return Number.NaN;
  // Small coefficients are always more than large ones, unless a coarser step once swept them up.
  return between < SWEPT * onStep ? sum / count : 0;
}
