/** Checks whether the frames of a clip stand equally long, and whether they are whole or woven of two fields. */
import { type ClipCheck, percent, told } from './clip-told.ts';

export const checkClipFrames: ClipCheck = (asset, rules) => {
  const { picture, measured } = asset.clip;
  if (!picture) return [];
  const [shortest, longest] = picture.steps;
  const variable = picture.isVariable
    ? [told(asset, 'clip-variable-rate', { shortest: Math.round(shortest * 1000), longest: Math.round(longest * 1000) })]
    : [];
  // Flags lie: what was seen on the frames goes before what is tagged.
  const share = measured?.interlaced.share ?? (picture.fieldOrder === 'top' || picture.fieldOrder === 'bottom' ? 1 : 0);
  const interlaced = share > rules.interlaced ? [told(asset, 'clip-interlaced', measured ? { actual: percent(share) } : {})] : [];
  return [...variable, ...interlaced];
};
