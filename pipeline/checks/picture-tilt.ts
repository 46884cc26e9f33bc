/** Checks whether a picture leans. */
import type { Asset } from '../model/asset.ts';
import { seenTilt } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { isCorrected, whereOf } from './where.ts';

export function checkPictureTilt(asset: Asset): Finding[] {
  const measured = asset.facts?.measured;
  const tilt = measured && seenTilt(measured);
  if (tilt === undefined || isCorrected(asset, ['straighten', 'rotate'], 'straighten')) return [];
  const degrees = Number(tilt.toFixed(1));
  return [
    finding('image-tilted', whereOf(asset), { asset: asset.name, actual: Math.abs(degrees), back: -degrees, right: tilt > 0 ? 'yes' : '' }),
  ];
}
