/** Captures a banner by seeking, never in real time: stills, a GIF, a film and a storyboard. */
/// <reference lib="dom" />
import { writeFile } from 'node:fs/promises';
import type { CaptureWish } from '../model/capture.ts';
import type { BannerFacts, CaptureFacts } from '../model/facts.ts';
import type { Pixels } from '../pixels/pixels.ts';
import type { EndFrame, UnitOnStage } from './banner-measure.ts';
import { type Motion, playThrough, readMotion } from './banner-motion.ts';
import { openUnit, pixelsOf, type Seat, type Shot, seekTo, shoot, sizeTo } from './banner-stage.ts';
import { stubFor } from './banner-stubs.ts';
import { STILL } from './banner-watch.ts';

export type Capture = CaptureWish & {
  /** Absolute path that does not exist yet. */
  readonly to: string;
};
export type Captured = CaptureFacts;

/** Label that a designer gives the moment of the backup image. */
const BACKUP = 'backup';

/** A banner that stands still and shows any moment, in order where it has no timeline. */
interface Sought {
  readonly end: number;
  readonly labels: BannerFacts['labels'];
  readonly show: (at: number | 'end') => Promise<Shot>;
  /** From the beginning again. */
  readonly again: () => Promise<void>;
}

/** @param known what measuring saw of it just before */
export async function captureUnit(
  seat: Seat,
  unit: UnitOnStage,
  captures: readonly Capture[],
  known: EndFrame | undefined,
): Promise<Captured[]> {
  let opened: Promise<Sought> | undefined;
  const sought = (): Promise<Sought> => {
    opened ??= openSought(seat, unit, known);
    return opened;
  };
  const made: Captured[] = [];
  for (const capture of captures) {
    made.push(await captureOne(seat, unit, capture, sought, known));
    // It is drawn in the same page.
    if (capture.what === 'storyboard' || capture.what === 'title') opened = undefined;
  }
  return made;
}

async function captureOne(
  seat: Seat,
  unit: UnitOnStage,
  capture: Capture,
  sought: () => Promise<Sought>,
  known: EndFrame | undefined,
): Promise<Captured> {
  const size = { width: unit.width, height: unit.height };
  switch (capture.what) {
    case 'still': {
      const { encodeStill } = await import('./banner-still.ts');
      const picture = await stillOf(seat, unit, capture.scale, sought, known);
      const { data, ...facts } = await encodeStill(await pixelsOf(picture), capture, Buffer.byteLength(picture, 'base64'));
      await writeFile(capture.to, data, { flag: 'wx' });
      return { what: 'capture', width: unit.width * capture.scale, height: unit.height * capture.scale, ...facts };
    }
    case 'gif': {
      const { encodeGif } = await import('./banner-gif.ts');
      const { data, ...facts } = await encodeGif(await framesOf(await sought(), capture.fps), capture);
      await writeFile(capture.to, data, { flag: 'wx' });
      return { what: 'capture', format: 'gif', ...size, ...facts };
    }
    case 'mp4': {
      const { writeFilm } = await import('./film.ts');
      const facts = await writeFilm(framesIn(await sought(), capture.fps), { ...capture, ...size });
      return { what: 'capture', format: 'mp4', ...facts };
    }
    case 'title': {
      const { filmTitle } = await import('./banner-title.ts');
      return filmTitle(seat, unit, capture);
    }
    case 'storyboard': {
      const { drawStoryboard } = await import('./banner-storyboard.ts');
      const { end, labels, show, again } = await sought();
      await again();
      const moments = momentsOf(labels, end);
      const frames: { name: string; at: number; shot: Shot }[] = [];
      for (const { name, at } of moments) frames.push({ name, at, shot: await show(at >= end ? 'end' : at) });
      const { data, ...facts } = await drawStoryboard(seat, size, frames);
      await writeFile(capture.to, data, { flag: 'wx' });
      return { what: 'capture', format: 'png', ...facts };
    }
  }
}

async function openSought(seat: Seat, unit: UnitOnStage, known: EndFrame | undefined): Promise<Sought> {
  const { page, session } = seat;
  await sizeTo(seat, unit);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const query = stubFor(unit.click ?? 'click-tag')?.query?.(unit.clickTag) ?? '';
  let { zero } = await openUnit(seat, STILL, query);
  const motion: Motion = await page.evaluate(readMotion, zero);
  let end = known?.seconds ?? motion.seconds;
  if (!motion.hasTimeline && known === undefined) {
    // Only playing it tells how long it takes.
    ({ end } = await playThrough(seat, query));
    ({ zero } = await openUnit(seat, STILL, query));
  }
  const last = end ?? ENDLESS;
  return {
    end: last,
    labels: known?.labels ?? motion.labels,
    async show(at) {
      await seekTo(page, at, { zero, end: last });
      return shoot(session);
    },
    async again() {
      if (!motion.hasTimeline) ({ zero } = await openUnit(seat, STILL, query));
    },
  };
}

/** Of a timeline that never ends so many s are filmed. */
const ENDLESS = 15;

async function stillOf(
  seat: Seat,
  unit: UnitOnStage,
  scale: 1 | 2,
  sought: () => Promise<Sought>,
  known: EndFrame | undefined,
): Promise<Shot> {
  if (scale === 1 && known && !known.labels.some(({ name }) => name === BACKUP)) return known.shot;
  const { labels, show } = await sought();
  const backup = labels.find(({ name }) => name === BACKUP)?.at ?? 'end';
  if (scale === 1) return show(backup);
  await sizeTo(seat, unit, scale);
  try {
    // Twice: the first may ask for finer pictures, the second waits until they are decoded.
    await show(backup);
    return await show(backup);
  } finally {
    await sizeTo(seat, unit);
  }
}

/** Moments of a storyboard: the labels and the end; without labels, quarters. */
function momentsOf(labels: BannerFacts['labels'], end: number): { name: string; at: number }[] {
  const named = labels.filter(({ at }) => at < end);
  const quarters = [0, 0.25, 0.5, 0.75].map((share) => ({ name: `${share * 100} %`, at: share * end }));
  return [...(named.length > 0 ? named : quarters), { name: 'end', at: end }];
}

/** One after the other, from the start to the end frame. */
async function* framesIn({ end, show, again }: Sought, fps: number): AsyncGenerator<Pixels> {
  await again();
  let known: { shot: Shot; pixels: Pixels } | undefined;
  const count = Math.max(1, Math.ceil(end * fps));
  for (let frame = 0; frame <= count; frame++) {
    const shot = await show(frame === count ? 'end' : frame / fps);
    if (known?.shot !== shot) known = { shot, pixels: await pixelsOf(shot) };
    yield known.pixels;
  }
}

async function framesOf(sought: Sought, fps: number): Promise<Pixels[]> {
  const frames: Pixels[] = [];
  for await (const frame of framesIn(sought, fps)) frames.push(frame);
  return frames;
}
