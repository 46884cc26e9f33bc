/** Checks what a logo or a cut-out stands on: a ground of its own where none is wanted, or white on what will be white. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

/** From here on a ground passes for white paper. */
const WHITE = 245;
/** When so much of it is nearly white, what is left does not tell what it was. */
const PALE = 0.75;

export function checkPictureGround(asset: Asset): Finding[] {
  const { facts, transparent } = asset;
  const measured = facts?.measured;
  if (!measured) return [];
  const { pale = 0, ground, graphic } = measured;
  if (facts.usesAlpha && pale >= PALE)
    return [finding('image-vanishes', whereOf(asset), { asset: asset.name, actual: Math.round(pale * 100) })];
  if (transparent && !facts.usesAlpha)
    return [{ ...finding('image-on-ground', whereOf(asset), { asset: asset.name, ground: ground ?? '' }), severity: 'warning' }];
  const isPaper = ground !== undefined && [1, 3, 5].every((at) => Number.parseInt(ground.slice(at, at + 2), 16) >= WHITE);
  return graphic && isPaper ? [finding('image-on-ground', whereOf(asset), { asset: asset.name, ground })] : [];
}
