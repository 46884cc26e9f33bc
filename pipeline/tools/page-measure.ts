/** Measures a page: what it asks for, what it complains of, what axe finds, and whether it scrolls sideways. */
/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { PageFacts } from '../model/facts.ts';
import { sorted, type Visit } from './browser-visit.ts';

const WIDE = 1440;
const NARROWER = [768, 360] as const;
const HEIGHT = 900;

const AXE_OPTIONS: RunOptions = {
  // WCAG 2.2 AA; best practices are advice, not law.
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  iframes: false,
  // Fetching stylesheets again serves experimental rules only.
  preload: false,
};

type Violations = PageFacts['axe'];

let axeScript: Promise<string> | undefined;

/** axe and its run as one text for the page, which answers with no more than is told. */
async function makeAxeScript(): Promise<string> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return `${source}\n;axe.run(document, ${JSON.stringify(AXE_OPTIONS)}).then(${tellViolations})`;
}

export async function measurePage(page: Page, visit: Visit, url: string): Promise<PageFacts> {
  axeScript ??= makeAxeScript();
  await page.setViewportSize({ width: WIDE, height: HEIGHT });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(visit.origin + url, { waitUntil: 'load' });
  const overflowsAt: number[] = (await page.evaluate(scrollsSideways, WIDE)) ? [WIDE] : [];
  await visit.settled();
  const { bytes } = visit;
  const violations = (await page.evaluate(await axeScript)) as Violations;
  for (const width of NARROWER) {
    await page.setViewportSize({ width, height: HEIGHT });
    if (await page.evaluate(scrollsSideways, width)) overflowsAt.unshift(width);
  }
  // Other widths may have asked for other pictures.
  await visit.settled();
  return {
    what: 'page',
    consoleErrors: sorted(visit.consoleErrors),
    failedRequests: sorted(visit.failed),
    outsideRequests: sorted(visit.outside),
    axe: [...violations].sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    overflowsAt,
    bytes,
  };
}

/** In the page. */
function tellViolations({ violations }: AxeResults): Violations {
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    help,
    target: nodes[0]?.target.flat().join(' ') ?? '',
    count: nodes.length,
  }));
}

/** In the page, once the width is there, scripts have answered it and fonts are drawn with. */
async function scrollsSideways(width: number): Promise<boolean> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let waited = 0; innerWidth !== width && waited < 60; waited++) await frame();
  await frame();
  await document.fonts.ready;
  const root = document.documentElement;
  // The page's own `overflow-x` is what the window obeys; hidden and clip do not scroll.
  const own = getComputedStyle(root).overflowX;
  const window = own === 'visible' ? getComputedStyle(document.body).overflowX : own;
  return window !== 'hidden' && window !== 'clip' && root.scrollWidth > width + 1;
}
