/** A banner as publishers show it: in an iframe of their own origin and in one of another, and to readers who asked for less motion. */
/// <reference lib="dom" />
import type { Frame } from 'playwright-core';
import type { BannerFacts, FramedFacts } from '../model/facts.ts';
import { showTheSame } from '../pixels/same.ts';
import { advance, pixelsOf, type Seat, type Shot, shoot, sizeTo, untilReady } from './banner-stage.ts';
import { ON_CLOCK } from './banner-watch.ts';
import { sorted } from './browser-visit.ts';

/** Page of the publisher, served with the banner's files. */
export const PUBLISHER = 'kader-publisher.html';

/** Two places under each other, each as large as the unit. */
export function publisherPage(width: number, height: number, otherOrigin: string, query: string): string {
  const frame = (address: string): string =>
    `<iframe src="${address}" width="${width}" height="${height}" scrolling="no" style="display:block;border:0"></iframe>`;
  return `<!doctype html><meta charset="utf-8"><title>Publisher</title><body style="margin:0">${frame(`index.html${query}${ON_CLOCK}`)}${frame(`${otherOrigin}/index.html${query}${ON_CLOCK}`)}`;
}

interface Alone {
  /** How it ends when nothing is round it. */
  readonly end: Shot;
  /** When it stands still, in s. */
  readonly until: number;
  /** Faults that it has alone too. */
  readonly faults: ReadonlySet<string>;
}

/**
 * First both frames for a reader who asked for less motion: where they show the end, all is as it should be. Where not, the
 * frames are played to their end too, which tells a fault of frames from motion that nobody reduced.
 */
export async function embedUnit(
  seat: Seat,
  size: { readonly width: number; readonly height: number },
  alone: Alone,
): Promise<Pick<BannerFacts, 'frames' | 'reducedMotion'>> {
  const { page } = seat;
  await sizeTo(seat, { width: size.width, height: size.height * 2 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const reduced = await showFrames(seat, size, alone, 0.25);
  const isReduced = reduced.friendly.same || reduced.crossOrigin.same;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const frames = reduced.friendly.same && reduced.crossOrigin.same ? reduced : await showFrames(seat, size, alone, alone.until + 0.25);
  await sizeTo(seat, size);
  return { frames, reducedMotion: isReduced };
}

async function showFrames(
  seat: Seat,
  { width, height }: { readonly width: number; readonly height: number },
  alone: Alone,
  at: number,
): Promise<BannerFacts['frames']> {
  const visit = seat.visit();
  await seat.page.goto(`${visit.origin}/${PUBLISHER}`, { waitUntil: 'load' });
  const [friendly, other] = seat.page.mainFrame().childFrames();
  if (!friendly || !other) throw new Error('The frames of the publisher’s page did not open.');
  for (const frame of [friendly, other]) await playTo(frame, at);
  await visit.settled();
  const whole = await pixelsOf(await shoot(seat.session));
  const end = await pixelsOf(alone.end);
  const faults = (origin: string): string[] => sorted(visit.faultsOf(origin)).filter((fault) => !alone.faults.has(fault));
  const told = (place: number, origin: string): FramedFacts => {
    const rows = width * whole.channels * height;
    const part = { ...whole, height, data: whole.data.subarray(place * rows, (place + 1) * rows) };
    return { same: showTheSame(part, end), errors: faults(origin) };
  };
  return { friendly: told(0, visit.origin), crossOrigin: told(1, visit.otherOrigin) };
}

async function playTo(frame: Frame, at: number): Promise<void> {
  const zero = await frame.evaluate(untilReady);
  await advance(frame, zero + at * 1000, 2500);
}
