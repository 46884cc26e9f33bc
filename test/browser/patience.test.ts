/** What a unit is before its letters have come: nothing of it is seen, and a click on it counts. */
/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickOf } from '../../pipeline/setting/click.ts';
import { unitHtml } from '../../pipeline/setting/unit.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { bundled, played } from './stage.ts';

const LANDING = 'https://kaai.example/nl/';
let browser: Browser | undefined;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-patience-'));
  const program = await findBrowser(process.env);
  if (program) browser = await chromium.launch({ executablePath: program.path, args: [...program.args, '--no-sandbox'] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

test('while its font hangs, nothing is seen and the click area opens the page', async (context) => {
  if (!browser) context.skip('no browser of the Chromium family was found');
  const page = await (browser as Browser).newPage({ viewport: { width: 300, height: 250 } });
  const html = unitHtml({
    title: 'Kaai',
    language: 'nl',
    size: [300, 250],
    family: 'rectangle',
    body: '<p style="font:80px Archivo">KAAI</p>',
    hasScript: true,
    click: clickOf('click-tag', { landing: LANDING, title: 'Kaai' }),
  });
  const script = await bundled(played('timeline.to({}, { duration: 1 });'), folder);
  let isAsked = false;
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/motion.js') return route.fulfill({ body: script, contentType: 'text/javascript' });
    if (pathname === '/style.css')
      return route.fulfill({ body: '@font-face{font-family:Archivo;src:url(archivo.woff2)}html,body{margin:0}', contentType: 'text/css' });
    if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html' });
    // Never answered: a server that hangs.
    isAsked = true;
    return undefined;
  });
  try {
    await page.goto('http://unit.test/', { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => {
      const opened: string[] = [];
      Object.assign(window, { opened, open: (url: string) => void opened.push(url) });
    });
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('p') as Element).visibility)).toBe('hidden');
    await page.mouse.click(150, 125);
    expect(await page.evaluate(() => (window as unknown as { opened: string[] }).opened)).toEqual([LANDING]);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('p') as Element).visibility)).toBe('hidden');
    expect(isAsked).toBe(true);
    await page.evaluate(() => window.kader.ready);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('p') as Element).visibility)).toBe('visible');
  } finally {
    await page.close();
  }
}, 30_000);
