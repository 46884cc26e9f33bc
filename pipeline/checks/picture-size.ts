/** Checks whether a picture has enough pixels for the slots it is used in. */
import type { Finding } from '../model/finding.ts';
import type { Use } from '../model/layout.ts';
import { finding } from './catalogue.ts';

/** Kader never enlarges: too few pixels for the smallest width leave nothing to show. */
export function checkPictureSize(uses: readonly Use[], deliverable: string): Finding[] {
  return uses
    .filter(({ available, largest }) => available < largest)
    .map(({ asset, slot, smallest, largest, available }) => {
      const found = finding('image-too-small', { asset, slot, deliverable }, { asset, slot, actual: available, expected: largest });
      if (available >= smallest) return found;
      return { ...found, severity: 'error', args: { ...found.args, expected: smallest } };
    });
}
