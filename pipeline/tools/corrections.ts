/** Corrections on the pixels of a rendition, step by step; rounded to 8 bits once, at the end. */
import { readFile } from 'node:fs/promises';
import type { Correction, Framing } from '../model/correction.ts';
import { unreachable } from '../model/finding.ts';
import { type Cube, layCube, readCube } from '../pixels/cube.ts';
import { brightness, contrast, exposure, gain, levels, through, whiteBalance } from '../pixels/curves.ts';
import { clarity, denoise, grain, sharpen, vignette } from '../pixels/finish.ts';
import { colourOf, duotone, monochrome, saturate, tint } from '../pixels/hues.ts';
import { apart, bend, type Curve, join, type Planes } from '../pixels/planes.ts';
import type { Raw } from './renditions.ts';

export type PixelStep = Exclude<Correction, Framing>;
type Curves = readonly [Curve, Curve, Curve];

/** @param files colour tables, in the order of the job's inputs after the picture */
export async function correctPixels({ data, raw }: Raw, steps: readonly PixelStep[], files: readonly string[]): Promise<Raw> {
  const cubes = new Map<number, Cube>();
  for (const step of steps) if (step.step === 'lut') cubes.set(step.input, await openCube(files[step.input - 1] ?? ''));
  const pixels = { ...raw, data };
  // Curves that follow each other become one: no step loses what the one before has found.
  let waiting: Curves | undefined;
  let planes: Planes | undefined;
  const settled = (): Planes => {
    if (!planes) planes = apart(pixels, waiting);
    else if (waiting) bend(planes, waiting);
    waiting = undefined;
    return planes;
  };
  for (const step of steps) {
    const curves = curvesOf(step);
    if (curves) waiting = waiting ? joined(waiting, curves) : curves;
    else change(settled(), step, cubes);
  }
  const done = join(settled());
  return { data: Buffer.from(done.data.buffer), raw: { width: done.width, height: done.height, channels: done.channels as 3 | 4 } };
}

function joined(first: Curves, then: Curves): Curves {
  const of = (channel: 0 | 1 | 2): Curve => {
    const [before, after] = [first[channel], then[channel]];
    return (value) => after(before(value));
  };
  return [of(0), of(1), of(2)];
}

/** Steps in which a channel's new value comes from its old one alone. */
function curvesOf(step: PixelStep): Curves | undefined {
  const alike = (curve: Curve): Curves => [curve, curve, curve];
  switch (step.step) {
    case 'exposure':
      return alike(exposure(step.stops));
    case 'brightness':
      return alike(brightness(step.amount));
    case 'contrast':
      return alike(contrast(step.amount));
    case 'levels':
      return alike(levels(step.black, step.white, step.gamma));
    case 'curve':
      return alike(through(step.points));
    case 'whiteBalance':
      return gains(whiteBalance(step.temperature, step.tint));
    case 'balance':
      return gains(step.gains);
    default:
      return undefined;
  }
}

function gains([red, green, blue]: readonly [number, number, number]): Curves {
  return [gain(red), gain(green), gain(blue)];
}

function change(planes: Planes, step: PixelStep, cubes: ReadonlyMap<number, Cube>): void {
  switch (step.step) {
    case 'saturation':
      saturate(planes, step.amount);
      break;
    case 'clarity':
      clarity(planes, step.amount);
      break;
    case 'denoise':
      denoise(planes, step.amount);
      break;
    case 'sharpen':
      sharpen(planes, step.amount);
      break;
    case 'monochrome':
      monochrome(planes, step.weights);
      break;
    case 'duotone':
      duotone(planes, colourOf(step.colours[0]), colourOf(step.colours[1]));
      break;
    case 'tint':
      tint(planes, colourOf(step.colour), step.strength);
      break;
    case 'lut':
      layCube(planes, cubes.get(step.input) as Cube, step.strength);
      break;
    case 'grain':
      grain(planes, step.amount, step.size);
      break;
    case 'vignette':
      vignette(planes, step.amount);
      break;
    case 'exposure':
    case 'brightness':
    case 'contrast':
    case 'levels':
    case 'curve':
    case 'whiteBalance':
    case 'balance':
      throw new Error(`Internal error: ${step.step} is a curve`);
    default:
      unreachable(step);
  }
}

async function openCube(path: string): Promise<Cube> {
  const cube = readCube(await readFile(path, 'utf8'));
  // It was read when it came in; what stands in the store has not changed since.
  if ('detail' in cube) throw new Error(`line ${cube.line} of the colour table cannot be read: ${cube.detail}`);
  return cube;
}
