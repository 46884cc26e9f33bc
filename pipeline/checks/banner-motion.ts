/** Checks whether a banner of the house shows Kader its timeline, by which all else is measured. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerMotion(name: string, facts: BannerFacts): Finding[] {
  return facts.hasTimeline ? [] : [finding('banner-no-timeline', { deliverable: name })];
}
