/** Checks whether light beyond white goes lost without anyone having said so. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

export function checkHdr(asset: Asset, house?: HouseStyle): Finding[] {
  const isKept = Object.values(house?.slots ?? {}).some(({ hdr }) => hdr === 'keep');
  return asset.facts?.gainMap === 'usable' && !isKept ? [finding('image-hdr-flattened', whereOf(asset), { asset: asset.name })] : [];
}
