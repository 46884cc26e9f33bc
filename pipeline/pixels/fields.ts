/** Whether the two fields of a frame were taken at two moments: told from how what moved combs, for fine lines that stand comb in any. */

/** Light of frames that follow one another, a byte a pixel, row by row. */
export interface FieldFrames {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What a frame shows beside the one before it; `unknown` where too little moved, or moved so that it combs neither way. */
export type FieldVerdict = 'top' | 'bottom' | 'progressive' | 'unknown';

/** Steps of light, of 255, by which lines differ from their neighbours, and what moved from what was there. */
const STEP = 12;
/** Columns between two that are looked at: neighbours say the same. */
const APART = 2;
/** Combed pixels in a million below which nothing moved enough to tell. */
const TELLING = 150;
/**
 * Measured November 2026 on camera film and drawn pictures, woven, pulled up and whole: fields three periods apart comb 1.3 to 5
 * times what neighbours do, whole frames differ by 0 to 0.1 in camera film but by up to 2 in drawn lines.
 */
const FARTHER = 1.15;
/** A woven frame combs 0.5 to 1.9 times what its field does with its neighbour in the frame before; a whole one 0 to 0.45. */
const NEARLY = 0.5;
/** Where film was pulled up, whole frames lie between woven ones: both of their neighbours may fit. */
const HARDLY = 0.2;

/** One verdict for each frame but the first. */
export function fieldsOf({ data, width, height }: FieldFrames): FieldVerdict[] {
  const size = width * height;
  const frame = (at: number): Uint8Array => data.subarray(at * size, (at + 1) * size);
  const count = Math.floor(data.length / size);
  return Array.from({ length: Math.max(0, count - 1) }, (_, at) => verdictOf(frame(at), frame(at + 1), width, height));
}

/**
 * The frame is woven three ways: as it is; with the lower field of the frame before; with its upper one. Where the upper field
 * was taken first, the lower one before it is its neighbour in time, and its own mate too; where frames are whole, both fields
 * before are equally far, and it hardly combs as it is.
 */
function verdictOf(before: Uint8Array, now: Uint8Array, width: number, height: number): FieldVerdict {
  const { own, lower, upper, looked } = combs(before, now, width, height);
  const [near, far, first] = lower <= upper ? ([lower, upper, 'top'] as const) : ([upper, lower, 'bottom'] as const);
  const tells = (count: number): boolean => count * 1e6 >= TELLING * looked;
  // Lines that move by their own height comb as they are, and with no field before: two moments never do that.
  if (!tells(far)) return tells(own) ? 'progressive' : 'unknown';
  if (near < HARDLY * far && own < HARDLY * far) return 'unknown';
  return far > FARTHER * near && own > NEARLY * near && own > HARDLY * far ? first : 'progressive';
}

/** Pixels that zigzag over four rows where something moved. */
function combs(before: Uint8Array, now: Uint8Array, width: number, height: number) {
  let [own, lower, upper, looked] = [0, 0, 0, 0];
  for (let y = 0; y + 3 < height; y++) {
    const isUpper = y % 2 === 0;
    for (let x = 0; x < width; x += APART) {
      looked++;
      const at = y * width + x;
      const [a, b, c, d] = [now[at] as number, now[at + width] as number, now[at + 2 * width] as number, now[at + 3 * width] as number];
      const [pa, pb, pc, pd] = [
        before[at] as number,
        before[at + width] as number,
        before[at + 2 * width] as number,
        before[at + 3 * width] as number,
      ];
      if (Math.abs(a - pa) < STEP && Math.abs(b - pb) < STEP && Math.abs(c - pc) < STEP && Math.abs(d - pd) < STEP) continue;
      if (zigzags(a, b, c, d)) own++;
      const [firstBefore, secondBefore] = [zigzags(pa, b, pc, d), zigzags(a, pb, c, pd)];
      if (isUpper ? secondBefore : firstBefore) lower++;
      if (isUpper ? firstBefore : secondBefore) upper++;
    }
  }
  return { own, lower, upper, looked };
}

function zigzags(a: number, b: number, c: number, d: number): boolean {
  return (b - a > STEP && b - c > STEP && d - c > STEP) || (a - b > STEP && c - b > STEP && c - d > STEP);
}

export type FieldCounts = Readonly<Record<FieldVerdict, number>>;

export function countFields(verdicts: readonly FieldVerdict[]): FieldCounts {
  const counts = { top: 0, bottom: 0, progressive: 0, unknown: 0 };
  for (const verdict of verdicts) counts[verdict]++;
  return counts;
}
