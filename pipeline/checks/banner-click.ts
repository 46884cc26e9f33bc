/** Checks whether a click on a banner opens the page that was ordered. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerClick(name: string, facts: BannerFacts, landing: string): Finding[] {
  if (facts.clickOpens !== null && sameAddress(facts.clickOpens, landing)) return [];
  return [finding('banner-click-wrong', { deliverable: name }, { actual: facts.clickOpens ?? '', expected: landing })];
}

/** A browser writes an address in its own way: https://kaai.example becomes https://kaai.example/. */
function sameAddress(opened: string, wanted: string): boolean {
  return opened === wanted || (URL.canParse(opened) && URL.canParse(wanted) && new URL(opened).href === new URL(wanted).href);
}
