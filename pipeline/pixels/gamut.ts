/** How much of a picture sRGB cannot show: pixels whose nearest sRGB colour is seen to be another. */

/** CIEDE2000 from which most people tell two colours side by side apart; half of that takes a trained eye. */
const VISIBLE = 2;
/** Bradford-adapted D50 of the ICC's connection space. */
const D50 = [0.9642, 1, 0.8249] as const;
/** XYZ under D50 to linear sRGB and back: the colorants of the sRGB profile and their inverse. */
const TO_SRGB = [3.1341361, -1.6173853, -0.4906688, -0.9787954, 1.9162533, 0.0334507, 0.0719553, -0.2289763, 1.405385] as const;
const FROM_SRGB = [0.4360657, 0.3851515, 0.1430784, 0.2224932, 0.716887, 0.0606169, 0.0139239, 0.0970812, 0.7140994] as const;

type Triple = readonly [number, number, number];

/** @param lab L, a, b of each pixel, D50; @returns share, 0–1 */
export function shareBeyondSrgb(lab: Float32Array): number {
  let beyond = 0;
  for (let at = 0; at + 2 < lab.length; at += 3) {
    const colour: Triple = [lab[at] as number, lab[at + 1] as number, lab[at + 2] as number];
    const linear = times(TO_SRGB, xyzOf(colour));
    const shown = linear.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple;
    if (linear.some((value, channel) => Math.abs(value - (shown[channel] as number)) > 1e-4)) {
      if (difference(colour, labOf(times(FROM_SRGB, shown))) > VISIBLE) beyond++;
    }
  }
  return lab.length === 0 ? 0 : beyond / Math.floor(lab.length / 3);
}

function times(matrix: readonly number[], [x, y, z]: Triple): Triple {
  const row = (from: number): number => (matrix[from] as number) * x + (matrix[from + 1] as number) * y + (matrix[from + 2] as number) * z;
  return [row(0), row(3), row(6)];
}

function xyzOf([lightness, a, b]: Triple): Triple {
  const middle = (lightness + 16) / 116;
  const back = (value: number): number => (value > 6 / 29 ? value ** 3 : 3 * (6 / 29) ** 2 * (value - 4 / 29));
  return [D50[0] * back(middle + a / 500), D50[1] * back(middle), D50[2] * back(middle - b / 200)];
}

function labOf([x, y, z]: Triple): Triple {
  const root = (value: number): number => (value > (6 / 29) ** 3 ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29);
  const [fx, fy, fz] = [root(x / D50[0]), root(y / D50[1]), root(z / D50[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const RADIANS = Math.PI / 180;

/** CIEDE2000 of two Lab colours, after Sharma, Wu and Dalal (2005). */
export function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIANS + 360) % 360);
  const [h1, h2] = [hue(a1 * stretch, b1), hue(a2 * stretch, b2)];
  const isGrey = c1 * c2 === 0;
  let turn = isGrey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  const hues = h1 + h2;
  const meanHue = isGrey ? hues : Math.abs(h1 - h2) <= 180 ? hues / 2 : hues < 360 ? (hues + 360) / 2 : (hues - 360) / 2;
  const [meanL, meanC] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const cosine = (factor: number, shift: number): number => Math.cos((factor * meanHue + shift) * RADIANS);
  const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * meanC, 1 + 0.015 * meanC * t];
  const rotation = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((meanHue - 275) / 25) ** 2)) * RADIANS);
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * RADIANS)) / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}
