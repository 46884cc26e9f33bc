/** Measures a unit that was adapted for another target: only what adapting may change, where it moves and ends as the one that was measured. */
import type { BannerFacts } from '../model/facts.ts';
import { embedUnit } from './banner-embed.ts';
import { clickMiddle, endDigest, queryOf, readWitness, type UnitOnStage } from './banner-measure.ts';
import { readMotion } from './banner-motion.ts';
import { openUnit, pixelsOf, type Seat, seekTo, shoot, sizeTo } from './banner-stage.ts';
import { ON_CLOCK } from './banner-watch.ts';
import { sorted } from './browser-visit.ts';

/**
 * Its click, its library and its fonts come another way; what is seen is the same picture, so it is sought once and not played.
 * @param known of the adaptation that was measured whole
 * @returns nothing where it differs, or where the other had faults of its own: then it must be measured whole too
 */
export async function measureAdapted(seat: Seat, unit: UnitOnStage, known: BannerFacts): Promise<BannerFacts | undefined> {
  if (!known.hasTimeline || known.consoleErrors.length > 0 || known.failedRequests.length > 0 || !known.reducedMotion) return undefined;
  const { page, session } = seat;
  await sizeTo(seat, unit);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.mouse.move(0, 0);
  const { visit, zero } = await openUnit(seat, ON_CLOCK, queryOf(unit));
  const { seconds, endless, loops, hasTimeline, labels } = await page.evaluate(readMotion, zero);
  const asKnown = { seconds: known.seconds, endless: known.endless, loops: known.loops, hasTimeline: true, labels: known.labels };
  if (JSON.stringify({ seconds, endless, loops, hasTimeline, labels }) !== JSON.stringify(asKnown)) return undefined;
  await seekTo(page, 'end', { zero, end: seconds ?? known.lastChange ?? 0 });
  await visit.settled();
  const end = await shoot(session);
  if (endDigest(await pixelsOf(end)) !== known.end) return undefined;
  const { storage, dialogs, loadMs } = await page.evaluate(readWitness);
  const clickOpens = await clickMiddle(seat, visit, unit);
  const faults = new Set([...visit.consoleErrors, ...visit.failed]);
  const { frames, reducedMotion } = await embedUnit(seat, unit, { end, until: seconds ?? known.lastChange ?? 0, faults });
  const { clickLeaves: _, ...same } = known;
  return {
    ...same,
    reducedMotion,
    consoleErrors: sorted(visit.consoleErrors),
    failedRequests: sorted(visit.failed),
    outsideRequests: sorted(visit.outside),
    storage,
    dialogs,
    clickOpens,
    ...(clickOpens !== null && visit.leavings.length > 0 ? { clickLeaves: true } : {}),
    initial: visit.initial,
    subload: visit.subload,
    loadMs,
    frames,
  };
}
