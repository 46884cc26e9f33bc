/** Checks whether the texts of a banner can be read where they stand. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

/** In px: the smallest in which studios set a legal line on screen. */
const SMALLEST = 8;
/** Below this share of the ratio it needs a text is lost, above it is hard to read. */
const LOST = 2 / 3;

export function checkBannerTexts(name: string, facts: BannerFacts): Finding[] {
  const placed = (slot: string): Finding['where'] => ({ deliverable: name, slot });
  const faint = new Map<string, Finding>();
  for (const { slot, moment, ratio, least } of facts.contrasts) {
    if (ratio >= least) continue;
    const found = finding('banner-text-faint', placed(slot), { slot, moment, actual: ratio, expected: least });
    const known = faint.get(slot);
    // Of each text its worst moment.
    if (!known || ratio < Number(known.args['actual'])) faint.set(slot, ratio < least * LOST ? found : { ...found, severity: 'warning' });
  }
  const small = facts.texts
    .filter(({ px }) => px < SMALLEST)
    .map(({ slot, px }) => finding('banner-text-small', placed(slot), { slot, actual: px, expected: SMALLEST }));
  return [...faint.values(), ...small, ...facts.widows.map((slot) => finding('banner-widow', placed(slot), { slot }))];
}
