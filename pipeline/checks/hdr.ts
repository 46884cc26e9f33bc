/** Checks whether light beyond white goes lost without anyone having said so. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

export function checkHdr(asset: Asset, house?: HouseStyle): Finding[] {
  const { facts, name } = asset;
  if (facts?.coded === 'pq' || facts?.coded === 'hlg')
    return [finding('image-hdr-rolled-off', whereOf(asset), { asset: name, actual: facts.coded.toUpperCase() })];
  const isKept = Object.values(house?.slots ?? {}).some(({ hdr }) => hdr === 'keep');
  return facts?.gainMap === 'usable' && !isKept ? [finding('image-hdr-flattened', whereOf(asset), { asset: name })] : [];
}
