/** Checks whether the texts of a banner fit their place. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerFit(name: string, facts: BannerFacts): Finding[] {
  return facts.overflows.map(({ slot, px }) => finding('banner-text-overflow', { deliverable: name, slot }, { slot, px: Math.ceil(px) }));
}
