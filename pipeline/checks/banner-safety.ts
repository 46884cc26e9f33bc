/** Checks whether a banner spares its reader: no flashes, less motion for who asks, no weight that Chrome removes. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

/** WCAG 2.2, 2.3.1: no more than three in any second. */
const FLASHES = 3;
/** Chrome removes an ad beyond one of these (developer.chrome.com/docs/web-platform/heavy-ads-intervention, January 2026). */
const HEAVY = { in30: 15, in60: 60, bytes: 4 * 1024 * 1024 } as const;

export function checkBannerSafety(name: string, facts: BannerFacts): Finding[] {
  const where = { deliverable: name };
  const findings: Finding[] = [];
  if (facts.redFlashes > FLASHES)
    findings.push(finding('banner-flashes', where, { actual: facts.redFlashes, expected: FLASHES, red: true }));
  else if (facts.flashes > FLASHES) findings.push(finding('banner-flashes', where, { actual: facts.flashes, expected: FLASHES }));
  if (!facts.reducedMotion && facts.lastChange !== 0) findings.push(finding('banner-not-reduced', where));
  const { in30, in60 } = facts.cpu;
  if (in30 > HEAVY.in30) findings.push(finding('banner-heavy-ad', where, { actual: in30, span: 30, expected: HEAVY.in30 }));
  else if (in60 > HEAVY.in60) findings.push(finding('banner-heavy-ad', where, { actual: in60, span: 60, expected: HEAVY.in60 }));
  const bytes = facts.initial.gzipBytes + facts.subload.gzipBytes;
  if (bytes > HEAVY.bytes) findings.push(finding('banner-heavy-ad', where, { bytes, most: HEAVY.bytes }));
  return findings;
}
