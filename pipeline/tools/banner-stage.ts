/** A banner on stage: opens it, waits until it is ready, moves its clock, seeks it, and takes its pixels. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { CDPSession, Frame, Page } from 'playwright-core';
import type { Pixels } from '../pixels/pixels.ts';
import type { ON_CLOCK, STILL, Watch } from './banner-watch.ts';
import type { Witnessed } from './banner-witness.ts';
import type { Visit } from './browser-visit.ts';

/** A page, and how it is opened anew. */
export interface Seat {
  readonly page: Page;
  readonly session: CDPSession;
  /** A host of its own, with the same files. */
  readonly visit: () => Visit;
}

/** What Kader's run-time of banners leaves in the window (pipeline/browser/motion.ts). */
export interface Runtime {
  readonly ready: Promise<unknown>;
  readonly timeline?: { readonly labels?: Readonly<Record<string, number>> } | undefined;
  seek(to: number | 'end'): unknown;
  facts(): {
    readonly seconds: number | null;
    readonly endless: boolean;
    readonly loops: number;
    readonly hasTimeline: boolean;
    readonly unfit?: readonly { readonly slot: string; readonly px: number }[];
  };
}
/** The window of such a page. */
export interface Staged extends Witnessed {
  readonly kaderWatch?: Watch;
  readonly kader?: Runtime;
}

/** A PNG in base64: the same pixels give the same letters. */
export type Shot = string;

/** Opens the unit in a fresh visit. @returns the visit, and when it was ready, in ms of the banner's clock. */
export async function openUnit(
  { page, session, visit: fresh }: Seat,
  mark: typeof STILL | typeof ON_CLOCK,
  query = '',
): Promise<{ visit: Visit; zero: number }> {
  const visit = fresh();
  // What CSS moves must not begin, or end, while a page takes its time to load.
  await session.send('Animation.enable');
  await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await page.goto(`${visit.origin}/index.html${query}${mark}`, { waitUntil: 'load' });
  visit.load();
  const zero = await page.evaluate(untilReady);
  await visit.settled();
  return { visit, zero };
}

/** In the page: fonts and pictures are there, and what has a run-time can be sought. A banner that waits for its clock gets some of it. */
export async function untilReady(): Promise<number> {
  const { kader, kaderWatch: watch } = window as unknown as Staged;
  if (!watch) throw new Error('Internal error: nobody watches this page');
  let isReady = false;
  const pictures = [...document.images].map((picture) => Promise.race([picture.decode().catch(() => undefined), watch.pause(3000)]));
  const films = [...document.querySelectorAll('video')].map((film) =>
    film.readyState >= 2
      ? undefined
      : Promise.race([new Promise((resolve) => film.addEventListener('loadeddata', resolve)), watch.pause(3000)]),
  );
  void Promise.allSettled([kader?.ready, document.fonts.ready, ...pictures, ...films]).then(() => {
    isReady = true;
  });
  for (let turn = 0; !isReady && turn < 2000; turn++) {
    await watch.pause(turn < 20 ? 1 : 10);
    if (turn > 40) await watch.advance(watch.now() + 17, 50);
  }
  return watch.now();
}

/** Moves the clock. @param to in ms @returns false when the page took all of `patience` ms and is not there yet. */
export async function advance(page: Page | Frame, to: number, patience = 2000): Promise<boolean> {
  return page.evaluate(
    async ({ to: wanted, patience: most }) => {
      const watch = (window as unknown as Staged).kaderWatch;
      await watch?.advance(wanted, most);
      return (watch?.now() ?? wanted) >= wanted;
    },
    { to, patience },
  );
}

/**
 * Shows a moment in s, or the end, with fonts and pictures drawn. What has no timeline that can be sought is played on, so
 * its moments are asked in order.
 */
export async function seekTo(page: Page | Frame, to: number | 'end', { zero, end }: { zero: number; end: number }): Promise<void> {
  await page.evaluate(
    async ({ to: wanted, at, last }) => {
      const { kader, kaderWatch: watch } = window as unknown as Staged;
      // Not awaited as it is: a GSAP timeline is thenable, and one that never ends never answers.
      if (kader?.facts().hasTimeline) {
        const sought = kader.seek(wanted);
        if (sought instanceof Promise) await sought;
      } else await watch?.advance(at, 4000);
      await watch?.show(wanted === 'end' ? last : at);
      await document.fonts.ready;
      await Promise.all([...document.images].map((image) => (image.complete ? image.decode().catch(() => undefined) : undefined)));
    },
    { to, at: zero + (to === 'end' ? end : to) * 1000, last: zero + end * 1000 },
  );
}

/** Gives the page the size of what it shows, with so many px of the screen to one of CSS. */
export async function sizeTo({ session }: Seat, size: { readonly width: number; readonly height: number }, scale = 1): Promise<void> {
  const { width, height } = size;
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
}

/** What is seen now; the browser draws a frame for it. */
export async function shoot(session: CDPSession): Promise<Shot> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return data;
}

/** 8-bit sRGB without alpha. */
export async function pixelsOf(shot: Shot): Promise<Pixels> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(Buffer.from(shot, 'base64')).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, data };
}
