/** Checks whether a clip flashes more than three times in a second (WCAG 2.3.1), which may give people a fit. */
import { type ClipCheck, moments, told } from './clip-told.ts';

export const checkClipFlashes: ClipCheck = (asset) => {
  const flashes = asset.clip.measured?.flashes ?? [];
  return asset.clip.picture && flashes.length > 0 ? [told(asset, 'clip-flashes', moments(flashes))] : [];
};
