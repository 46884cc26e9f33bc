/** Measures a page: what it asks for, what it complains of, what axe finds, and whether it scrolls sideways. */
/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { PageFacts } from '../model/facts.ts';
import { sorted, type Visit } from './browser-visit.ts';

const WIDE = 1440;
const WIDTHS = [360, 768, WIDE] as const;
const HEIGHT = 900;

const AXE_OPTIONS: RunOptions = {
  // WCAG 2.2 AA; best practices are advice, not law.
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  iframes: false,
  // Fetching stylesheets again serves experimental rules only.
  preload: false,
};

let axeSource: Promise<string> | undefined;

export async function measurePage(page: Page, visit: Visit, url: string): Promise<PageFacts> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.setViewportSize({ width: WIDE, height: HEIGHT });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(visit.origin + url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await visit.settled();
  const { bytes } = visit;
  await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(scope: Document, options: RunOptions): Promise<AxeResults> } }).axe.run(document, options),
    AXE_OPTIONS,
  );
  const overflowsAt: number[] = [];
  for (const width of [WIDE, 768, 360]) {
    await page.setViewportSize({ width, height: HEIGHT });
    if (await page.evaluate(scrollsSideways)) overflowsAt.push(width);
  }
  // Other widths may have asked for other pictures.
  await visit.settled();
  return {
    what: 'page',
    consoleErrors: sorted(visit.consoleErrors),
    failedRequests: sorted(visit.failed),
    outsideRequests: sorted(visit.outside),
    axe: violations
      .map(({ id, impact, help, nodes }) => ({ rule: id, impact: impact ?? 'minor', help, target: nodes[0]?.target.flat().join(' ') ?? '', count: nodes.length }))
      .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    overflowsAt: WIDTHS.filter((width) => overflowsAt.includes(width)),
    bytes,
  };
}

/** In the page, after it has been laid out at the new width. */
async function scrollsSideways(): Promise<boolean> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const root = document.documentElement;
  // The page's own `overflow-x` is what the window obeys; hidden and clip do not scroll.
  const own = getComputedStyle(root).overflowX;
  const window = own === 'visible' ? getComputedStyle(document.body).overflowX : own;
  return window !== 'hidden' && window !== 'clip' && root.scrollWidth > innerWidth + 1;
}
