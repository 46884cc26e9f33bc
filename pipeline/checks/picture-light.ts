/** Checks whether a picture was exposed far too darkly or far too lightly. */
import type { Asset, PictureMeasures } from '../model/asset.ts';
import type { CorrectionWish } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { isCorrected, whereOf } from './where.ts';

/**
 * A picture of the night has its lamps: of 62 photographs, 12 of them by night, none has its brightest spot below 0.69 of the
 * range, and each has it below 0.56 when two stops are missing (November 2026).
 */
const NO_LIGHTS = 0.58;
const DARK_MIDDLE = 0.4;
/** Nothing dark, a bright middle, and lights that are gone without being a white ground. */
const NO_DARKS = 0.28;
const LIGHT_MIDDLE = 0.68;
const GONE = [0.03, 0.55] as const;
/** Where the brightest spot of a picture belongs. */
const BRIGHTEST = 0.95;

const HELPS: readonly CorrectionWish['step'][] = ['exposure', 'levels', 'curve', 'brightness', 'lut'];

export function checkPictureLight(asset: Asset): Finding[] {
  const measured = asset.facts?.measured;
  if (!measured || isCorrected(asset, HELPS, 'levels')) return [];
  const args = { asset: asset.name };
  if (isTooDark(measured)) return [finding('image-too-dark', whereOf(asset), { ...args, stops: stopsMissing(measured) })];
  return isTooLight(measured) ? [finding('image-too-light', whereOf(asset), args)] : [];
}

function isTooDark({ light }: PictureMeasures): boolean {
  return light.white < NO_LIGHTS && light.middle < DARK_MIDDLE;
}

function isTooLight({ light, clipped }: PictureMeasures): boolean {
  return light.dark >= NO_DARKS && light.middle >= LIGHT_MIDDLE && clipped.light >= GONE[0] && clipped.light <= GONE[1];
}

/** In linear light, to the nearest third as cameras count. */
function stopsMissing({ light }: PictureMeasures): number {
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const stops = Math.log2(linear(BRIGHTEST) / Math.max(0.001, linear(light.white)));
  return Number(Math.min(5, Math.round(stops * 3) / 3).toFixed(1));
}
