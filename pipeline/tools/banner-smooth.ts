/** How smoothly a banner moves on a slow processor: the one measurement that takes real time. */
/// <reference lib="dom" />
import type { SmoothFacts } from '../model/facts.ts';
import type { UnitOnStage } from './banner-measure.ts';
import { readMoved, watchMoved } from './banner-moved.ts';
import { type Seat, sizeTo } from './banner-stage.ts';
import { stubFor } from './banner-stubs.ts';

/** As Lighthouse slows a computer down to a telephone of the middle class (November 2026). */
const SLOWER = 4;
/** Watched at most, in s, in parts of so many ms. */
const LONGEST = 6;
const PART_MS = 250;
const FRAME_MS = 1000 / 60;

interface Reading {
  /** Ms of the main thread's own time, and layouts, since the page was opened. */
  readonly work: number;
  readonly layouts: number;
  readonly frames: number;
}

/**
 * The processor is not slowed down: the browser would then also count what other programs take of it. The main thread's own
 * time for each frame is multiplied instead, and what of it does not fit 1/60 s is a late frame.
 */
export async function measureSmoothness(seat: Seat, unit: UnitOnStage): Promise<SmoothFacts> {
  const { page, session } = seat;
  await sizeTo(seat, unit);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const visit = seat.visit();
  const query = stubFor(unit.click ?? 'click-tag')?.query?.(unit.clickTag) ?? '';
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  try {
    await page.goto(`${visit.origin}/index.html${query}`, { waitUntil: 'load' });
    await page.evaluate(watchMoved);
    const seconds = Math.min(LONGEST, (await page.evaluate(beginCounting)) || LONGEST);
    const readings: Reading[] = [];
    for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
      readings.push(await read(seat));
      await new Promise((resolve) => setTimeout(resolve, PART_MS));
    }
    readings.push(await read(seat));
    return judge(readings, await page.evaluate(readMoved));
  } finally {
    await session.send('Performance.disable');
  }
}

async function read({ page, session }: Seat): Promise<Reading> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const frames = await page.evaluate(() => (window as unknown as { kaderFrames?: number }).kaderFrames ?? 0);
  return { work: of('TaskDuration') * 1000, layouts: of('LayoutCount'), frames };
}

function judge(readings: readonly Reading[], moved: readonly string[]): SmoothFacts {
  let frames = 0;
  let late = 0;
  readings.slice(1).forEach((reading, at) => {
    const before = readings[at] as Reading;
    const drawn = reading.frames - before.frames;
    if (drawn === 0) return;
    const slowly = ((reading.work - before.work) / drawn) * SLOWER;
    frames += drawn;
    late += drawn * Math.max(0, 1 - FRAME_MS / slowly);
  });
  const layouts = (readings.at(-1)?.layouts ?? 0) - (readings[0]?.layouts ?? 0);
  const share = (part: number): number => Math.round((part / Math.max(1, frames)) * 1000) / 1000;
  return { what: 'smooth', frames, late: share(late), layouts: share(layouts), moved };
}

/** In the page: counts frames from the moment that it is ready to move. @returns its length in s, 0 when nobody tells. */
async function beginCounting(): Promise<number> {
  const counting = window as unknown as { kaderFrames: number; kader?: { ready: Promise<unknown>; facts(): { seconds: number | null } } };
  await counting.kader?.ready;
  await document.fonts.ready;
  counting.kaderFrames = 0;
  const count = (): void => {
    counting.kaderFrames++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  return counting.kader?.facts().seconds ?? 0;
}
