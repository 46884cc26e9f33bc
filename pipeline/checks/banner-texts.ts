/** Checks whether the texts of a banner can be read where they stand. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Unit } from '../model/layout.ts';
import { finding } from './catalogue.ts';

/** In px: the smallest in which studios set a legal line on screen. */
const SMALLEST = 8;
/** Below this share of the ratio it needs a text is lost, above it is hard to read. */
const LOST = 2 / 3;

/** What is measured is rounded to a tenth. */
const ROUNDING = 0.05;

/** @param minimums that the template asks; legal texts must keep theirs, of others it is a warning */
export function checkBannerTexts(name: string, facts: BannerFacts, minimums: NonNullable<Unit['minimums']> = {}): Finding[] {
  const placed = (slot: string): Finding['where'] => ({ deliverable: name, slot });
  const faint = new Map<string, Finding>();
  for (const { slot, moment, ratio, least } of facts.contrasts) {
    if (ratio >= least) continue;
    const found = finding('banner-text-faint', placed(slot), { slot, moment, actual: ratio, expected: least });
    const known = faint.get(slot);
    // Of each text its worst moment.
    if (!known || ratio < Number(known.args['actual'])) faint.set(slot, ratio < least * LOST ? found : { ...found, severity: 'warning' });
  }
  const under = facts.texts.flatMap(({ slot, px }): Finding[] => {
    const asked = Object.hasOwn(minimums, slot) ? minimums[slot] : undefined;
    if (!asked || px >= asked.px - ROUNDING) return [];
    const found = finding('banner-text-under-minimum', placed(slot), {
      slot,
      actual: px,
      expected: asked.px,
      ...(asked.role ? { role: asked.role } : {}),
    });
    return [asked.role === 'legal' ? found : { ...found, severity: 'warning' }];
  });
  const told = new Set(under.map(({ where }) => where.slot));
  const small = facts.texts
    .filter(({ slot, px }) => px < SMALLEST && !told.has(slot))
    .map(({ slot, px }) => finding('banner-text-small', placed(slot), { slot, actual: px, expected: SMALLEST }));
  return [...faint.values(), ...under, ...small, ...facts.widows.map((slot) => finding('banner-widow', placed(slot), { slot }))];
}
