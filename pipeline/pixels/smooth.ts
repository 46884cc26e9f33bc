/** Smooth planes: means of neighbourhoods, and means that stop at edges. */

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Mean over (2 · radius + 1)² px; beyond the edges the picture ends, it is not repeated. Cost does not grow with the radius. */
export function boxMean({ width, height, data }: Plane, radius: number): Float32Array {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++) runningMean(data, across, y * width, 1, width, radius);
  const down = new Float32Array(data.length);
  for (let x = 0; x < width; x++) runningMean(across, down, x, width, height, radius);
  return down;
}

function runningMean(from: Float32Array, to: Float32Array, start: number, step: number, length: number, radius: number): void {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < Math.min(radius, length); at++) {
    sum += from[start + at * step] as number;
    count++;
  }
  for (let at = 0; at < length; at++) {
    const enters = at + radius;
    const leaves = at - radius - 1;
    if (enters < length) {
      sum += from[start + enters * step] as number;
      count++;
    }
    if (leaves >= 0) {
      sum -= from[start + leaves * step] as number;
      count--;
    }
    to[start + at * step] = sum / count;
  }
}

/** Three box means: within 3 % of a Gauss curve of this standard deviation. @param sigma in px, 0.5 and more */
export function gauss(plane: Plane, sigma: number): Float32Array {
  if (sigma < 1.2) return smallGauss(plane, sigma);
  const radius = Math.max(1, Math.round((Math.sqrt(4 * sigma ** 2 + 1) - 1) / 2));
  let data = plane.data;
  for (let pass = 0; pass < 3; pass++) data = boxMean({ ...plane, data }, radius);
  return data;
}

function smallGauss({ width, height, data }: Plane, sigma: number): Float32Array {
  const reach = 3;
  const weights = Float32Array.from({ length: reach + 1 }, (_, at) => Math.exp(-(at ** 2) / (2 * sigma ** 2)));
  const sum = (weights[0] as number) + 2 * weights.slice(1).reduce((one, other) => one + other, 0);
  const pass = (from: Float32Array, step: number, length: number, lines: number, next: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line++) {
      const start = line * next;
      for (let at = 0; at < length; at++) {
        let mean = (from[start + at * step] as number) * (weights[0] as number);
        for (let far = 1; far <= reach; far++) {
          const left = from[start + Math.max(0, at - far) * step] as number;
          const right = from[start + Math.min(length - 1, at + far) * step] as number;
          mean += (left + right) * (weights[far] as number);
        }
        to[start + at * step] = mean / sum;
      }
    }
    return to;
  };
  return pass(pass(data, 1, width, height, width), width, height, width, 1);
}

/**
 * The guided filter (He, Sun and Tang, 2010) led by the plane itself: flat parts become their mean, edges stay.
 * @param softness contrast, as a share of the tonal range, below which a change counts as flat
 */
export function smoothKeepingEdges(plane: Plane, radius: number, softness: number): Float32Array {
  const { data } = plane;
  const mean = boxMean(plane, radius);
  const variance = boxMean({ ...plane, data: data.map((value) => value * value) }, radius);
  const slope = variance;
  for (let at = 0; at < data.length; at++) {
    const own = Math.max(0, (variance[at] as number) - (mean[at] as number) ** 2);
    slope[at] = own / (own + softness ** 2);
  }
  const offset = mean.map((value, at) => value * (1 - (slope[at] as number)));
  const slopes = boxMean({ ...plane, data: slope }, radius);
  const offsets = boxMean({ ...plane, data: offset }, radius);
  return data.map((value, at) => (slopes[at] as number) * value + (offsets[at] as number));
}

/** Side of the blocks whose unrest is compared, in px, and the share of them that is calm in every picture. */
const BLOCK = 16;
const CALM = 0.2;

/**
 * Standard deviation of the noise: what is left in the calmest blocks when neighbours are held against each other crosswise,
 * which neither slopes nor level or upright edges pass. Blocks without any difference are burnt out, sunk or drawn.
 */
export function noiseOf({ width, height, data }: Plane): number {
  const unrest: number[] = [];
  for (let top = 0; top + BLOCK <= height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      let sum = 0;
      for (let y = top; y < top + BLOCK; y += 2) {
        for (let at = y * width + left; at < y * width + left + BLOCK; at += 2) {
          const cross = (data[at] as number) - (data[at + 1] as number) - (data[at + width] as number) + (data[at + width + 1] as number);
          sum += cross * cross;
        }
      }
      if (sum > 0) unrest.push(sum);
    }
  }
  if (unrest.length === 0) return 0;
  unrest.sort((one, other) => one - other);
  const calm = unrest[Math.floor(unrest.length * CALM)] as number;
  return Math.sqrt(calm / ((BLOCK / 2) ** 2 * 4));
}
