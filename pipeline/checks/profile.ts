/** Checks whether the colours of a picture can be known. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

export function checkProfile(asset: Asset): Finding[] {
  const { facts } = asset;
  // A drawing states its colours itself, and sRGB is what its format prescribes.
  if (facts === undefined || facts.profile !== undefined || asset.type === 'svg') return [];
  const code = facts.space === 'cmyk' ? 'image-untagged-cmyk' : 'image-no-profile';
  return [finding(code, whereOf(asset), { asset: asset.name, actual: facts.space })];
}
