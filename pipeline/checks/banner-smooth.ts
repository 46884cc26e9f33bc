/** Checks whether a banner moves smoothly on a slow processor. */
import type { BannerFacts, SmoothFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

/** Share of frames that may come too late before a reader sees it stutter. */
const LATE = 0.15;
/** Layouts per frame: now and then something is laid out anew, in every other frame it is the motion. */
const LAYOUTS = 0.5;

/** @param known properties that were told already */
export function checkBannerSmooth(name: string, facts: SmoothFacts, known: readonly string[] = []): Finding[] {
  const where = { deliverable: name };
  const more = facts.moved.filter((property) => !known.includes(property));
  const percent = (share: number): number => Math.round(share * 100);
  return [
    ...(facts.late > LATE ? [finding('banner-stutters', where, { actual: percent(facts.late), expected: percent(LATE) })] : []),
    ...(facts.layouts >= LAYOUTS ? [finding('banner-layout-thrash', where, { actual: facts.layouts })] : []),
    ...(more.length > 0 ? [finding('banner-costly-motion', where, { names: more })] : []),
  ];
}

/** What a compositor cannot move by itself costs a layout or a painting in every frame. */
export function checkBannerProperties(name: string, facts: BannerFacts): Finding[] {
  if (facts.costly.length === 0) return [];
  return [finding('banner-costly-motion', { deliverable: name }, { names: facts.costly })];
}
