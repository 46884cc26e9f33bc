/** Checks whether a picture is sharp at the size at which it is shown. */
import type { Finding } from '../model/finding.ts';
import type { Use } from '../model/layout.ts';
import { finding } from './catalogue.ts';

/** Less detail than this share of the shown width is seen as softness by anybody. */
const SOFT = 0.5;

/** A soft original is fine where it is shown small; one that was enlarged is soft however many pixels it has. */
export function checkPictureDetail(uses: readonly Use[], deliverable: string): Finding[] {
  return uses.flatMap(({ asset, slot, largest, available, detailed }) => {
    const shown = Math.min(largest, available);
    if (detailed === undefined || detailed >= SOFT * shown) return [];
    return [finding('image-unsharp', { asset, slot, deliverable }, { asset, slot, actual: detailed, expected: shown })];
  });
}
