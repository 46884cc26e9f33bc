/** Checks whether a banner spares readers who asked for less motion. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerSafety(name: string, facts: BannerFacts): Finding[] {
  return facts.reducedMotion || facts.lastChange === 0 ? [] : [finding('banner-not-reduced', { deliverable: name })];
}
