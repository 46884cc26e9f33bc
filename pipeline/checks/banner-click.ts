/** Checks whether a click on a banner opens the page that was ordered, or nothing where the ad server opens it. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Adaptation } from '../model/layout.ts';
import { finding } from './catalogue.ts';

export function checkBannerClick(name: string, facts: BannerFacts, landing: string): Finding[] {
  if (facts.clickOpens !== null && sameAddress(facts.clickOpens, landing)) return [];
  return [finding('banner-click-wrong', { deliverable: name }, { actual: facts.clickOpens ?? '', expected: landing })];
}

/** An ad server that opens the page itself wants no click of ours under its own; every other calls ours through its library. */
export function checkAdaptedClick(name: string, facts: BannerFacts, { click, landing, target }: Adaptation): Finding[] {
  if (click !== 'none' && click !== 'flashtalking') return checkBannerClick(name, facts, landing);
  return facts.clickOpens === null ? [] : [finding('banner-click-forbidden', { deliverable: name }, { actual: facts.clickOpens, target })];
}

/** A browser writes an address in its own way: https://kaai.example becomes https://kaai.example/. */
function sameAddress(opened: string, wanted: string): boolean {
  return opened === wanted || (URL.canParse(opened) && URL.canParse(wanted) && new URL(opened).href === new URL(wanted).href);
}
