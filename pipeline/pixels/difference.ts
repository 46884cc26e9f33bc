/** How far a picture lies from its original for the eye, on the scale of butteraugli's 3-norm: 1 is hardly to be told apart, 2 is seen. */
import { PART, type Pixels } from './pixels.ts';

/*
 * After butteraugli (J. Alakuijala and others, libjxl): opponent colours of a compressed light, bands of detail, masking by what
 * is busy, and norms that weigh the worst places. It is simpler: three bands by box blurs instead of Gaussians and line
 * filters, so that it costs 70 ns a pixel. The weights were fitted on 616 pairs (28 photographs at two scales, AVIF, WebP and
 * JPEG at eleven settings) to `butteraugli_main` 0.7, November 2026: half lie within 4 %, nine of ten within 12 %.
 */
const WEIGHTS = {
  fine: 0.49,
  middle: 5.63,
  coarse: 3750,
  redGreen: 1.22,
  blueYellow: 1.68,
  /** What is masked: a floor, then fine and middle detail of the surroundings. */
  floor: 0.0231,
  maskFine: 1,
  maskMiddle: 0.261,
  /** Colour is masked by so much of it. */
  maskColour: 3.45,
  /** Of the 3-, 6- and 12-norm. */
  norms: [1, 5.83, 0.465],
} as const;
/** Of the fit: distance = scale × raw ^ power. */
const SCALE = 0.654;
const POWER = 0.909;

/** Encoders stumble where parts of a sample meet, as they would not in the picture; so many px on each side are left out. */
const SEAM = 4;

/** Linear light of an sRGB value. */
const LIGHT = Float32Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

const STEPS = 16_384;
/** JPEG XL's opsin: a cube root with a little light of the eye's own. */
const BIAS = 0.0038;
const RESPONSE = Float32Array.from({ length: STEPS + 2 }, (_, step) => Math.cbrt(step / STEPS + BIAS) - Math.cbrt(BIAS));

/** A picture as the eye takes it in; `middle` and `coarse` are blurs of `light`, the colours are blurred once. */
interface Seen {
  readonly light: Float32Array;
  readonly middle: Float32Array;
  readonly coarse: Float32Array;
  readonly redGreen: Float32Array;
  readonly blueYellow: Float32Array;
}

export interface Original {
  readonly width: number;
  readonly height: number;
  readonly seen: Seen;
  readonly mask: Float32Array;
  /** Of each part, in rows, when the picture is a sample laid of parts. */
  readonly weights?: readonly number[];
}

/**
 * @param pixels sRGB, three channels or more; alpha is not looked at
 * @param weights of the parts that the picture is laid of, when it is a sample
 */
export function asOriginal(pixels: Pixels, weights?: readonly number[]): Original {
  const { width, height } = pixels;
  const seen = see(pixels);
  const busy = new Float32Array(width * height);
  for (let at = 0; at < busy.length; at++) {
    const middle = seen.middle[at] as number;
    busy[at] =
      WEIGHTS.maskFine * Math.abs((seen.light[at] as number) - middle) +
      WEIGHTS.maskMiddle * Math.abs(middle - (seen.coarse[at] as number));
  }
  return { width, height, seen, mask: blur(blur(busy, width, height, 3), width, height, 3), ...(weights ? { weights } : {}) };
}

/** @param pixels of the original's size; @returns 0 for the same picture. */
export function distanceFrom(original: Original, pixels: Pixels): number {
  const { width, height, seen, mask } = original;
  const other = see(pixels);
  const errors = new Float32Array(width * height);
  for (let at = 0; at < errors.length; at++) {
    const light = (seen.light[at] as number) - (other.light[at] as number);
    const middle = (seen.middle[at] as number) - (other.middle[at] as number);
    const coarse = (seen.coarse[at] as number) - (other.coarse[at] as number);
    const redGreen = (seen.redGreen[at] as number) - (other.redGreen[at] as number);
    const blueYellow = (seen.blueYellow[at] as number) - (other.blueYellow[at] as number);
    const masked = WEIGHTS.floor + (mask[at] as number);
    const maskedColour = WEIGHTS.floor + WEIGHTS.maskColour * (mask[at] as number);
    errors[at] =
      (WEIGHTS.fine * (light - middle) ** 2 + WEIGHTS.middle * (middle - coarse) ** 2) / (masked * masked) +
      WEIGHTS.coarse * coarse ** 2 +
      (WEIGHTS.redGreen * redGreen ** 2 + WEIGHTS.blueYellow * blueYellow ** 2) / (maskedColour * maskedColour);
  }
  const [three, six, twelve] = normsOf(blur(errors, width, height, 1), original);
  const [a, b, c] = WEIGHTS.norms;
  return SCALE * (a * three + b * six + c * twelve) ** POWER;
}

/** @param squared squares of the errors; in a sample, what lies near a seam is not counted */
function normsOf(squared: Float32Array, { width, height, weights }: Original): [three: number, six: number, twelve: number] {
  let three = 0;
  let six = 0;
  let twelve = 0;
  let counted = 0;
  const add = (left: number, top: number, right: number, bottom: number, weight: number): void => {
    for (let y = top; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) {
        // The running sums of a blur may end a hair below nothing.
        const square = Math.max(0, squared[at] as number);
        const cube = square * Math.sqrt(square);
        three += weight * cube;
        six += weight * cube * cube;
        twelve += weight * cube * cube * cube * cube;
      }
    }
    counted += weight * (right - left) * (bottom - top);
  };
  if (!weights) add(0, 0, width, height, 1);
  const across = width / PART;
  for (const [at, weight] of (weights ?? []).entries()) {
    const [left, top] = [(at % across) * PART, Math.floor(at / across) * PART];
    add(left + SEAM, top + SEAM, left + PART - SEAM, top + PART - SEAM, weight);
  }
  const mean = (sum: number, power: number): number => (sum / counted) ** (1 / power);
  return [mean(three, 3), mean(six, 6), mean(twelve, 12)];
}

function see({ width, height, channels, data }: Pixels): Seen {
  const count = width * height;
  const light = new Float32Array(count);
  const redGreen = new Float32Array(count);
  const blueYellow = new Float32Array(count);
  for (let at = 0, from = 0; at < count; at++, from += channels) {
    const red = LIGHT[data[from] as number] as number;
    const green = LIGHT[data[from + 1] as number] as number;
    const blue = LIGHT[data[from + 2] as number] as number;
    const long = RESPONSE[((0.3 * red + 0.622 * green + 0.078 * blue) * STEPS + 0.5) | 0] as number;
    const medium = RESPONSE[((0.23 * red + 0.692 * green + 0.078 * blue) * STEPS + 0.5) | 0] as number;
    const short = RESPONSE[((0.2434 * red + 0.2048 * green + 0.5518 * blue) * STEPS + 0.5) | 0] as number;
    const lightness = (long + medium) / 2;
    light[at] = lightness;
    redGreen[at] = (long - medium) / 2;
    blueYellow[at] = short - lightness;
  }
  const middle = blur(blur(light, width, height, 1), width, height, 1);
  return {
    light,
    middle,
    coarse: blur(blur(middle, width, height, 3), width, height, 3),
    redGreen: blur(redGreen, width, height, 1),
    blueYellow: blur(blueYellow, width, height, 2),
  };
}

/** Mean of a square window, by running sums; at the rim the outermost pixels count again. */
function blur(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const share = 1 / (2 * radius + 1);
  const rows = new Float32Array(from.length);
  for (let start = 0; start < from.length; start += width) {
    const end = start + width;
    const first = from[start] as number;
    const last = from[end - 1] as number;
    let sum = first * (radius + 1);
    for (let step = 1; step <= radius; step++) sum += from[Math.min(end - 1, start + step)] as number;
    // The middle, where neither end of the window meets the rim, is nearly all of it.
    const [enters, leaves] = [Math.max(start, end - radius - 1), Math.min(end, start + radius)];
    let at = start;
    for (; at < leaves; at++) {
      rows[at] = sum * share;
      sum += (at < enters ? (from[at + radius + 1] as number) : last) - first;
    }
    for (; at < enters; at++) {
      rows[at] = sum * share;
      sum += (from[at + radius + 1] as number) - (from[at - radius] as number);
    }
    for (; at < end; at++) {
      rows[at] = sum * share;
      sum += last - (from[at - radius] as number);
    }
  }
  const out = new Float32Array(from.length);
  const sums = new Float32Array(width);
  const row = (y: number): number => Math.max(0, Math.min(height - 1, y)) * width;
  for (let y = -radius; y <= radius; y++) {
    for (let x = 0, at = row(y); x < width; x++, at++) sums[x] = (sums[x] as number) + (rows[at] as number);
  }
  for (let y = 0; y < height; y++) {
    const enters = row(y + radius + 1);
    const leaves = row(y - radius);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const sum = sums[x] as number;
      out[at] = sum * share;
      sums[x] = sum + (rows[enters + x] as number) - (rows[leaves + x] as number);
    }
  }
  return out;
}
