/** Finishing steps that look at neighbours or places: clarity, denoise, sharpen, grain, vignette. */
import { quickCoded, quickLinear } from './light.ts';
import { lumaOf, type Planes, shift } from './planes.ts';
import { gauss, noiseOf, smoothKeepingEdges } from './smooth.ts';

/** Neighbourhood of clarity, and of noise, as shares of the width. */
const NEIGHBOURHOOD = 1 / 50;
const SPECKLE = 1 / 600;

/** @param amount −100 to 100 */
export function clarity(planes: Planes, amount: number): void {
  const luma = lumaOf(planes);
  const { width, height } = planes;
  const base = smoothKeepingEdges({ width, height, data: luma }, Math.max(1, Math.round(width * NEIGHBOURHOOD)), 0.12);
  shift(planes, (at) => {
    const light = luma[at] as number;
    // The ends of the range have no room to move.
    const room = 4 * light * (1 - light);
    return (amount / 100) * (light - (base[at] as number)) * Math.max(0, room);
  });
}

/** Deviations of the noise that are smoothed at 100; beyond about twice that the guided filter sees an edge. */
const THOROUGH = 4;
/** Coded shares: below is rounding, above is texture. */
const NOISE = [0.4 / 255, 12 / 255] as const;

/** Smooths what is as faint as the picture's own noise: a clean picture stays as it is. @param amount 0 to 100 */
export function denoise(planes: Planes, amount: number): void {
  if (amount === 0) return;
  const { width, height, red, blue } = planes;
  const radius = Math.max(1, Math.round(width * SPECKLE));
  const luma = lumaOf(planes);
  const softness = (plane: Float32Array): number =>
    (THOROUGH * amount * Math.max(NOISE[0], Math.min(NOISE[1], noiseOf({ width, height, data: plane })))) / 100;
  const quiet = smoothKeepingEdges({ width, height, data: luma }, radius, softness(luma));
  // Speckles of colour are coarser than those of light, and nobody misses the finest detail of colour.
  const [redness, blueness] = [red, blue].map((plane) => {
    const difference = plane.map((value, at) => value - (luma[at] as number));
    return smoothKeepingEdges({ width, height, data: difference }, radius * 2, softness(difference) * 1.5);
  }) as [Float32Array, Float32Array];
  for (let at = 0; at < luma.length; at++) {
    const light = quiet[at] as number;
    const r = light + (redness[at] as number);
    const b = light + (blueness[at] as number);
    red[at] = r;
    blue[at] = b;
    planes.green[at] = (light - 0.2126 * r - 0.0722 * b) / 0.7152;
  }
}

/** An unsharp mask on light alone; its radius of 0.7 px is that of a screen, whatever the size. @param amount 0 to 200 */
export function sharpen(planes: Planes, amount: number): void {
  const { width, height } = planes;
  const luma = lumaOf(planes);
  const soft = gauss({ width, height, data: luma }, 0.7);
  shift(planes, (at) => {
    const edge = (luma[at] as number) - (soft[at] as number);
    // What lies below half a step of 8 bits is rounding or noise.
    return Math.abs(edge) < 0.002 ? 0 : (amount / 100) * edge;
  });
}

/** Grains across a picture at size 1. */
const GRAINS = 1600;

/**
 * Noise of light that is the same for the same place, whatever the size: where a px holds several grains they even out.
 * @param amount 0 to 100 @param size of a grain, 1 for a 1600th of the width
 */
export function grain(planes: Planes, amount: number, size: number): void {
  const { width } = planes;
  const luma = lumaOf(planes);
  const grainsPerPixel = GRAINS / size / width;
  const strength = (amount / 100) * 0.16 * Math.min(1, 1 / grainsPerPixel);
  shift(planes, (at) => {
    const [x, y] = [(at % width) * grainsPerPixel, Math.floor(at / width) * grainsPerPixel];
    const light = luma[at] as number;
    // Film shows its grain in the middle tones.
    return strength * noiseAt(x, y) * Math.max(0, 0.25 + 3 * light * (1 - light));
  });
}

/** Value noise: random at whole places, smooth between them; −1 to 1. */
function noiseAt(x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [smooth(x - left), smooth(y - top)];
  const upper = mix(randomAt(left, top), randomAt(left + 1, top), across);
  const lower = mix(randomAt(left, top + 1), randomAt(left + 1, top + 1), across);
  return mix(upper, lower, down);
}

const smooth = (share: number): number => share * share * (3 - 2 * share);
const mix = (one: number, other: number, share: number): number => one + (other - one) * share;

/** A hash of two whole numbers, so that every build gives the same grain. */
function randomAt(x: number, y: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x7fffffff - 1;
}

/** Full strength in the corners, none within half of the way to them; a stop and a half at 100. @param amount −100 to 100 */
export function vignette(planes: Planes, amount: number): void {
  const { width, height, red, green, blue } = planes;
  const corner = Math.hypot(width, height) / 2;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const far = Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) / corner;
      if (far <= 0.5) continue;
      const times = 2 ** ((amount / 100) * 1.5 * smooth((far - 0.5) * 2));
      for (const plane of [red, green, blue]) {
        const value = Math.max(0, Math.min(1, plane[at] as number));
        plane[at] = quickCoded(Math.min(1, quickLinear(value) * times));
      }
    }
  }
}
