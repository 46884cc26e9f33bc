/**
 * Pictures in PQ or HLG brought to an ordinary screen: light is decoded by Rec. ITU-R BT.2100-2, reference white (203 cd/m²,
 * Report ITU-R BT.2408-7) becomes the screen's white, and what is brighter is rolled off by the curve of its annex 5.
 */

export type HdrTransfer = 'pq' | 'hlg';
/** x and y of red, green and blue; white is D65 in all of them. */
export type Primaries = readonly [red: readonly [number, number], green: readonly [number, number], blue: readonly [number, number]];

export const BT2020: Primaries = [
  [0.708, 0.292],
  [0.17, 0.797],
  [0.131, 0.046],
];
export const P3: Primaries = [
  [0.68, 0.32],
  [0.265, 0.69],
  [0.15, 0.06],
];
export const BT709: Primaries = [
  [0.64, 0.33],
  [0.3, 0.6],
  [0.15, 0.06],
];

const WHITE_NITS = 203;
/** Of the display that HLG is made for. */
const HLG_NITS = 1000;
/** Fewer pixels than this share are sparks, by which no picture is darkened. */
const SPARKS = 0.0001;
const STEPS = 65536;

/** @param numbers red, green and blue of each pixel, in 8 or 16 bits over the full range; @returns 8 bits, in the curve of sRGB */
export function toneMapped(numbers: Uint8Array | Uint16Array, transfer: HdrTransfer, from: Primaries, to: Primaries): Uint8Array {
  const light = decoded(numbers, transfer, from);
  const mix = product(inverse(toXyz(to)), toXyz(from));
  // What the target cannot show at any brightness is taken to its border, so that the brightest channel speaks for all three.
  const counts = new Uint32Array(STEPS);
  for (let at = 0; at < light.length; at += 3) {
    const [red, green, blue] = [light[at] as number, light[at + 1] as number, light[at + 2] as number];
    let most = 0;
    for (let channel = 0; channel < 3; channel++) {
      const row = mix[channel] as readonly [number, number, number];
      const value = Math.max(0, row[0] * red + row[1] * green + row[2] * blue);
      light[at + channel] = value;
      if (value > most) most = value;
    }
    const index = place(most);
    counts[index] = (counts[index] as number) + 1;
  }
  const gains = rolledOff(peakOf(counts, light.length / 3));
  const out = new Uint8Array(light.length);
  for (let at = 0; at < light.length; at += 3) {
    const gain = gains[place(Math.max(light[at] as number, light[at + 1] as number, light[at + 2] as number))] as number;
    for (let channel = 0; channel < 3; channel++) out[at + channel] = CODED[place((light[at + channel] as number) * gain)] as number;
  }
  return out;
}

/** Linear light, 1 is the screen's white. */
function decoded(numbers: Uint8Array | Uint16Array, transfer: HdrTransfer, primaries: Primaries): Float32Array {
  const full = numbers instanceof Uint16Array ? 65535 : 255;
  const curve = Float32Array.from({ length: full + 1 }, (_, code) => (transfer === 'pq' ? fromPq : fromHlg)(code / full));
  const light = new Float32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) light[at] = curve[numbers[at] as number] as number;
  if (transfer === 'pq') return light;
  // The light of the scene becomes that of the display by its luminance: system gamma 1.2 (BT.2100-2, table 5).
  const [, [r, g, b]] = toXyz(primaries);
  for (let at = 0; at < light.length; at += 3) {
    const luminance = r * (light[at] as number) + g * (light[at + 1] as number) + b * (light[at + 2] as number);
    const gain = (HLG_NITS / WHITE_NITS) * luminance ** 0.2;
    for (let channel = 0; channel < 3; channel++) light[at + channel] = (light[at + channel] as number) * gain;
  }
  return light;
}

/** SMPTE ST 2084. */
const [M1, M2, C1, C2, C3] = [2610 / 16384, (2523 / 4096) * 128, 3424 / 4096, (2413 / 4096) * 32, (2392 / 4096) * 32];

/** @returns light, 1 is the screen's white */
function fromPq(code: number): number {
  const power = code ** (1 / M2);
  return ((Math.max(0, power - C1) / (C2 - C3 * power)) ** (1 / M1) * 10_000) / WHITE_NITS;
}

function toPq(light: number): number {
  const power = ((light * WHITE_NITS) / 10_000) ** M1;
  return ((C1 + C2 * power) / (1 + C3 * power)) ** M2;
}

/** ARIB STD-B67. @returns light of the scene, 0–1 */
function fromHlg(code: number): number {
  const [a, b, c] = [0.17883277, 0.28466892, 0.55991073];
  return code <= 0.5 ? code ** 2 / 3 : (Math.exp((code - c) / a) + b) / 12;
}

/** Tables are close where the eye is: equal steps of the square root, up to the 10 000 cd/m² that PQ ends at. */
const MOST = 10_000 / WHITE_NITS;
const place = (light: number): number => Math.min(STEPS - 1, Math.round(Math.sqrt(light / MOST) * (STEPS - 1)));
const lightAt = (index: number): number => (index / (STEPS - 1)) ** 2 * MOST;

const CODED = Uint8Array.from({ length: STEPS }, (_, index) => {
  const light = Math.min(1, lightAt(index));
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
});

/** The brightest light that is more than a spark, at least white. */
function peakOf(counts: Uint32Array, pixels: number): number {
  let left = pixels * SPARKS;
  let at = STEPS - 1;
  while (at > 0 && left >= (counts[at] as number)) left -= counts[at--] as number;
  return Math.max(1, lightAt(at));
}

/**
 * By what each light is multiplied, so that `peak` comes out as white: nothing below the knee, a Hermite spline above it
 * (BT.2408-7 annex 5, steps 2 to 4, with black left where it is).
 */
function rolledOff(peak: number): Float32Array {
  const source = toPq(peak);
  const target = toPq(1) / source;
  const knee = 1.5 * target - 0.5;
  return Float32Array.from({ length: STEPS }, (_, index) => {
    const light = lightAt(index);
    const code = Math.min(1, toPq(light) / source);
    if (peak <= 1 || code <= knee || light === 0) return 1;
    const t = (code - knee) / (1 - knee);
    const rolled = (2 * t ** 3 - 3 * t ** 2 + 1) * knee + (t ** 3 - 2 * t ** 2 + t) * (1 - knee) + (-2 * t ** 3 + 3 * t ** 2) * target;
    return fromPq(rolled * source) / light;
  });
}

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

/** Columns are the primaries, scaled so that together they are D65. */
function toXyz(primaries: Primaries): Matrix {
  const columns = primaries.map(([x, y]) => [x / y, 1, (1 - x - y) / y] as const) as unknown as Matrix;
  const bare = transposed(columns);
  const white: Row = [0.3127 / 0.329, 1, (1 - 0.3127 - 0.329) / 0.329];
  const scale = inverse(bare).map((row) => row[0] * white[0] + row[1] * white[1] + row[2] * white[2]) as unknown as Row;
  return bare.map((row) => [row[0] * scale[0], row[1] * scale[1], row[2] * scale[2]]) as unknown as Matrix;
}

function transposed(matrix: Matrix): Matrix {
  return [0, 1, 2].map((column) => matrix.map((row) => row[column])) as unknown as Matrix;
}

function product(one: Matrix, other: Matrix): Matrix {
  const columns = transposed(other);
  return one.map((row) => columns.map((column) => row[0] * column[0] + row[1] * column[1] + row[2] * column[2])) as unknown as Matrix;
}

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const whole = a * p + b * q + c * r;
  const rows: Matrix = [
    [p, c * h - b * i, b * f - c * e],
    [q, a * i - c * g, c * d - a * f],
    [r, b * g - a * h, a * e - b * d],
  ];
  return rows.map((row) => row.map((value) => value / whole)) as unknown as Matrix;
}
