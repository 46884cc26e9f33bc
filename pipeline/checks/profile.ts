/** Checks whether the colours of a picture can be known, and tells which assumption is made where they cannot. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

/** Drawings and pages state colours one by one and come as sRGB; GIF and icons have no place for a profile. */
const WITHOUT: ReadonlySet<Asset['type']> = new Set(['svg', 'pdf', 'eps', 'gif', 'ico']);

export function checkProfile(asset: Asset, house?: HouseStyle): Finding[] {
  const { facts, name } = asset;
  // Lab is measured colour and needs no profile.
  if (facts === undefined || WITHOUT.has(asset.type) || facts.colour?.gamut === 'lab') return [];
  // Nothing stands for the generic profile, which has no name that people know.
  const assumed = facts.space === 'cmyk' ? (house?.colour?.cmyk?.name ?? '') : facts.isAdobeRgb ? 'Adobe RGB (1998)' : 'sRGB';
  const fault = facts.colour?.fault;
  if (fault !== undefined) {
    return [
      finding('image-profile-unusable', whereOf(asset), { asset: name, profile: facts.profile ?? '', fault, actual: facts.space, assumed }),
    ];
  }
  if (facts.profile !== undefined && facts.space === 'cmyk')
    return [finding('image-cmyk', whereOf(asset), { asset: name, profile: facts.profile })];
  // Said by code points, colours need no profile.
  if (facts.profile !== undefined || facts.coded !== undefined) return [];
  const code = facts.space === 'cmyk' ? 'image-untagged-cmyk' : 'image-no-profile';
  return [finding(code, whereOf(asset), { asset: name, actual: facts.space, assumed })];
}
