/** How smoothly a banner moves on a slow processor: the one measurement that takes real time. */
/// <reference lib="dom" />
import type { SmoothFacts } from '../model/facts.ts';
import type { UnitOnStage } from './banner-measure.ts';
import { type Seat, sizeTo } from './banner-stage.ts';
import { stubFor } from './banner-stubs.ts';

/** As Lighthouse slows a computer down to a telephone of the middle class (November 2026). */
const SLOWER = 4;
/** Watched at most, in s. */
const LONGEST = 6;
/** A share of late frames that is worth a second look: something else may have taken the processor. */
const DOUBTFUL = 0.1;

export async function measureSmoothness(seat: Seat, unit: UnitOnStage): Promise<SmoothFacts> {
  const { page, session } = seat;
  await sizeTo(seat, unit);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  try {
    const first = await watchOnce(seat, unit);
    if (first.late <= DOUBTFUL) return first;
    const second = await watchOnce(seat, unit);
    return second.late < first.late ? second : first;
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.send('Performance.disable');
  }
}

async function watchOnce({ page, session, visit: fresh }: Seat, unit: UnitOnStage): Promise<SmoothFacts> {
  const visit = fresh();
  const query = stubFor(unit.click ?? 'click-tag')?.query?.(unit.clickTag) ?? '';
  await page.goto(`${visit.origin}/index.html${query}`, { waitUntil: 'load' });
  const seconds = await page.evaluate(untilMoving);
  const layouts = async (): Promise<number> =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')?.value ?? 0;
  const before = await layouts();
  const { frames, late } = await page.evaluate(countFrames, Math.min(LONGEST, seconds || LONGEST));
  const after = await layouts();
  return {
    what: 'smooth',
    frames,
    late: Math.round((late / Math.max(1, frames)) * 1000) / 1000,
    layouts: Math.round(((after - before) / Math.max(1, frames)) * 100) / 100,
  };
}

/** In the page: until the motion has begun. @returns its length in s, 0 when nobody tells. */
async function untilMoving(): Promise<number> {
  const { kader } = window as unknown as { kader?: { ready: Promise<unknown>; facts(): { seconds: number | null } } };
  await kader?.ready;
  await document.fonts.ready;
  return kader?.facts().seconds ?? 0;
}

/** In the page: frames of 60 Hz, and those that were not there in time. */
function countFrames(seconds: number): Promise<{ frames: number; late: number }> {
  const FRAME = 1000 / 60;
  return new Promise((resolve) => {
    let from: number | undefined;
    let last = 0;
    let late = 0;
    const turn = (now: number): void => {
      if (from !== undefined) late += Math.max(0, Math.round((now - last) / FRAME) - 1);
      from ??= now;
      last = now;
      if (now - from < seconds * 1000) requestAnimationFrame(turn);
      else resolve({ frames: Math.round((now - from) / FRAME), late });
    };
    requestAnimationFrame(turn);
  });
}
