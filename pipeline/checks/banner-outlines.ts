/** Whether the texts of a banner became outlines, where its target takes no font of the house. */
import type { Finding } from '../model/finding.ts';
import type { Adaptation } from '../model/layout.ts';
import type { OutlineFacts } from '../model/outline.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** What cannot be drawn keeps its letters in the page, and is told by its slot. @param deliverable `banners/headline/google-ads` */
export function checkOutlines({ outlines, target }: Adaptation, deliverable: string, outcomes: OutcomesByKey): Finding[] {
  const outcome = outlines === undefined ? undefined : outcomes.get(outlines);
  if (!outcome || !('made' in outcome)) return [];
  const { refused } = outcome.made.facts as unknown as OutlineFacts;
  return refused.map(({ slot, why }) => finding('banner-font-refused', { deliverable, slot }, { target, slot, why }));
}
