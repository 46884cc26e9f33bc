/** Runs a banner: how long it moves, whether its texts fit, what a click opens, and its end frame as a picture. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { BannerFacts } from '../model/facts.ts';
import { sorted, type Visit } from './browser-visit.ts';

export interface Capture {
  readonly format: 'jpeg' | 'png';
  readonly maxBytes: number;
  readonly scale: 1 | 2;
  /** Absolute path that does not exist yet. */
  readonly to: string;
}

interface Motion {
  readonly seconds: number | null;
  readonly endless: boolean;
  readonly loops: number;
  readonly hasTimeline: boolean;
}

/** What Kader's run-time of banners leaves in the window (pipeline/browser/motion.ts). */
interface Runtime {
  readonly ready: Promise<unknown>;
  seek(to: number | 'end'): unknown;
  facts(): Motion;
}

const BEST_QUALITY = 92;
const WORST_QUALITY = 40;

export async function runBanner(
  page: Page,
  visit: Visit,
  unit: { width: number; height: number; clickTag: string; capture?: Capture },
): Promise<BannerFacts> {
  await page.setViewportSize({ width: unit.width, height: unit.height });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.mouse.move(0, 0);
  await page.goto(`${visit.origin}/index.html#kader-still`, { waitUntil: 'load' });
  const initialBytes = visit.bytes;
  const motion = await page.evaluate(readMotion);
  await visit.settled();
  await page.evaluate(showEnd);
  const overflows = await page.evaluate(findOverflows, { width: unit.width, height: unit.height });
  if (unit.capture) {
    // CSS animations are taken to their end as well, and the caret is hidden.
    const picture = await page.screenshot({ type: 'png', animations: 'disabled', caret: 'hide', scale: 'device' });
    await writeFile(unit.capture.to, await encode(picture, unit.capture), { flag: 'wx' });
  }
  const clickOpens = await clickMiddle(page, visit, unit);
  return {
    what: 'banner',
    ...motion,
    consoleErrors: sorted(visit.consoleErrors),
    failedRequests: sorted(visit.failed),
    outsideRequests: sorted(visit.outside),
    clickOpens,
    overflows,
    initialBytes,
    requests: visit.requests,
  };
}

/** Written as the order writes it when it is the same address. */
async function clickMiddle(
  page: Page,
  visit: Visit,
  { width, height, clickTag }: { width: number; height: number; clickTag: string },
): Promise<string | null> {
  await page.evaluate(() => {
    const noted = window as unknown as { kaderOpened?: string };
    window.open = (url) => {
      noted.kaderOpened ??= String(url ?? '');
      return null;
    };
  });
  await page.mouse.click(width / 2, height / 2);
  let opened: string | undefined;
  // A link that is followed takes a moment; a click that opens nothing costs the whole wait.
  for (let tries = 0; tries < 10 && opened === undefined; tries++) {
    opened = (await page.evaluate(() => (window as unknown as { kaderOpened?: string }).kaderOpened)) ?? visit.navigations[0];
    if (opened === undefined) await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const address = opened ?? null;
  if (address === null) return null;
  return URL.canParse(address) && URL.canParse(clickTag) && new URL(address).href === new URL(clickTag).href ? clickTag : address;
}

/** In the page: the timeline's own numbers, and those of CSS animations, which no timeline knows of. */
async function readMotion(): Promise<Motion> {
  const { kader } = window as unknown as { kader?: Runtime };
  await (kader ? kader.ready : document.fonts.ready.then(() => new Promise((resolve) => setTimeout(resolve, 500))));
  const timeline = kader?.facts() ?? { seconds: null, endless: false, loops: 1, hasTimeline: false };
  const timings = document.getAnimations().flatMap(({ effect }) => effect?.getComputedTiming() ?? []);
  const ends = timings.map(({ endTime }) => Number(endTime ?? 0) / 1000);
  const endless = timeline.endless || ends.includes(Number.POSITIVE_INFINITY);
  const known = [timeline.seconds, ...ends].filter((seconds) => seconds !== null);
  return {
    seconds: endless || known.length === 0 ? null : Math.max(...known),
    endless,
    loops: endless ? timeline.loops : Math.max(timeline.loops, ...timings.map(({ iterations }) => iterations ?? 1)),
    hasTimeline: timeline.hasTimeline,
  };
}

/** In the page: the end frame, with fonts and pictures there and drawn. */
async function showEnd(): Promise<void> {
  const { kader } = window as unknown as { kader?: Runtime };
  // Not awaited as it is: a GSAP timeline is thenable, and one that never ends never answers.
  const sought = kader?.seek('end');
  if (sought instanceof Promise) await sought;
  await document.fonts.ready;
  // A picture that cannot be decoded is told as a failed request, or shows as it would.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * In the page: texts against their own box, every box that cuts them off, and the unit. The ink is measured, not
 * `scrollHeight`: with tight lines that counts room above and below letters, which nobody sees.
 */
function findOverflows(unit: { width: number; height: number }): { slot: string; px: number }[] {
  const found: { slot: string; px: number }[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-slot]')) {
    const ink = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
    // Letters only: a mask round a word has room of its own, which is no ink.
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const lineHeight = Number.parseFloat(getComputedStyle(texts.currentNode.parentElement ?? element).lineHeight);
      for (const line of texts.currentNode.textContent?.trim() ? range.getClientRects() : []) {
        const around = Math.max(0, line.height - (lineHeight || line.height)) / 2;
        ink.left = Math.min(ink.left, line.left);
        ink.right = Math.max(ink.right, line.right);
        ink.top = Math.min(ink.top, line.top + around);
        ink.bottom = Math.max(ink.bottom, line.bottom - around);
      }
    }
    if (ink.right === 0) continue;
    const style = getComputedStyle(element);
    const limits = [{ left: 0, top: 0, right: unit.width, bottom: unit.height }];
    if (style.display !== 'inline') limits.push(element.getBoundingClientRect());
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflow !== 'visible') limits.push(parent.getBoundingClientRect());
    }
    const px = Math.max(
      ...limits.flatMap((limit) => [limit.left - ink.left, limit.top - ink.top, ink.right - limit.right, ink.bottom - limit.bottom]),
    );
    // Half a pixel each side is rounding.
    if (px > 1) found.push({ slot: element.dataset['slot'] ?? '', px: Math.round(px) });
  }
  return found;
}

/** The best quality that fits; when none does, the smallest, and its weight becomes a finding. */
async function encode(picture: Buffer, { format, maxBytes }: Capture): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const source = sharp(picture).flatten({ background: '#ffffff' }).toColourspace('srgb');
  if (format === 'png') {
    const whole = await source.clone().png({ compressionLevel: 9, effort: 10 }).toBuffer();
    return whole.length <= maxBytes ? whole : source.clone().png({ palette: true, colours: 256, effort: 10 }).toBuffer();
  }
  // Lettering suffers from halved colour resolution first.
  const at = (quality: number): Promise<Buffer> => source.clone().jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer();
  let best = await at(BEST_QUALITY);
  if (best.length <= maxBytes) return best;
  best = await at(WORST_QUALITY);
  for (let low = WORST_QUALITY + 1, high = BEST_QUALITY - 1; low <= high; ) {
    const quality = (low + high) >> 1;
    const tried = await at(quality);
    if (tried.length <= maxBytes) {
      best = tried;
      low = quality + 1;
    } else high = quality - 1;
  }
  return best;
}
