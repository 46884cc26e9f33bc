/** Light behind the numbers of sRGB: coded values to linear light and back, luma, and Lab. */

/** IEC 61966-2-1, for shares 0–1; Display P3 shares the curve. */
export function toLinear(coded: number): number {
  return coded <= 0.04045 ? coded / 12.92 : ((coded + 0.055) / 1.055) ** 2.4;
}

export function toCoded(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}

/** Rec. 709 weights, which sRGB shares. */
export const LUMA = [0.2126, 0.7152, 0.0722] as const;

const STEPS = 4096;
const LINEAR = Float32Array.from({ length: STEPS + 2 }, (_, at) => toLinear(Math.min(1, at / STEPS)));
const CODED = Float32Array.from({ length: STEPS + 2 }, (_, at) => toCoded(Math.min(1, (at / STEPS) ** 2)));

/** As `toLinear`, from a table: within 1e-6. @param coded 0–1 */
export function quickLinear(coded: number): number {
  return lookUp(LINEAR, coded * STEPS);
}

/** As `toCoded`, from a table over the square root, where the curve is nearly straight: within 1e-4. @param linear 0–1 */
export function quickCoded(linear: number): number {
  return lookUp(CODED, Math.sqrt(linear) * STEPS);
}

function lookUp(table: Float32Array, place: number): number {
  const at = Math.max(0, Math.min(STEPS, Math.floor(place)));
  const low = table[at] as number;
  return low + ((table[at + 1] as number) - low) * (place - at);
}

/** 8-bit sRGB to linear light. */
export const BYTE_LINEAR = Float32Array.from({ length: 256 }, (_, value) => toLinear(value / 255));

/** CIE Lab (D65) of linear light. */
export function labOf(red: number, green: number, blue: number): [lightness: number, a: number, b: number] {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const [fx, fy, fz] = [root(x), root(y), root(z)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function root(share: number): number {
  return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
}
