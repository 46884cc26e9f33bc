/** Checks whether a banner comes to rest in time. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerRules } from '../model/house.ts';
import { finding } from './catalogue.ts';

/** A timeline adds up its parts in floating point. */
const ROUNDING = 0.001;

export function checkBannerMotion(name: string, facts: BannerFacts, rules: BannerRules): Finding[] {
  const where = { deliverable: name };
  if (!facts.hasTimeline) return [finding('banner-no-timeline', where)];
  if (facts.endless) return [finding('banner-endless', where, { expected: rules.seconds })];
  const findings: Finding[] = [];
  if (facts.seconds !== null && facts.seconds > rules.seconds + ROUNDING) {
    findings.push(finding('banner-too-long', where, { actual: facts.seconds, expected: rules.seconds }));
  }
  if (facts.loops > rules.loops) {
    findings.push(finding('banner-too-many-loops', where, { actual: facts.loops, expected: rules.loops }));
  }
  return findings;
}
