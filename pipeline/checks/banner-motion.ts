/** Checks whether a banner comes to rest in time. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerRules } from '../model/house.ts';
import { finding } from './catalogue.ts';

/** A timeline adds up its parts in floating point. */
const ROUNDING = 0.001;

export function checkBannerMotion(name: string, facts: BannerFacts, rules: BannerRules): Finding[] {
  const where = { deliverable: name };
  const findings: Finding[] = facts.hasTimeline ? [] : [finding('banner-no-timeline', where)];
  // What the timeline says, and what was seen.
  if (facts.endless || facts.lastChange === null) return [...findings, finding('banner-endless', where, { expected: rules.seconds })];
  const seconds = Math.max(facts.seconds ?? 0, facts.lastChange);
  if (seconds > rules.seconds + ROUNDING) findings.push(finding('banner-too-long', where, { actual: seconds, expected: rules.seconds }));
  else if (!facts.stillEnd) findings.push(finding('banner-end-differs', where));
  if (facts.loops > rules.loops) {
    findings.push(finding('banner-too-many-loops', where, { actual: facts.loops, expected: rules.loops }));
  }
  return findings;
}
