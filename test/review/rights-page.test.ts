/** The rights list of films and sounds as people get it: on a telephone, on a desk and on paper. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightsHtml } from '../../pipeline/review/rights-list.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { clipAsset, soundAsset } from '../support/clip-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-rights-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const films = (count: number): string[] => Array.from({ length: count }, (_, at) => `video/reel-${at + 1}-instagram-reel-nl`);
const rights = {
  creator: 'Studio Noordzee',
  credit: 'beeld: Studio Noordzee',
  copyright: '© Studio Noordzee',
  licence: 'campaign 2026, Benelux',
};
const html = rightsHtml(
  {
    client: 'Stichting Kaaifestival',
    production: 'kaaifestival',
    title: 'Kaaifestival',
    of: 'media',
    pictures: [
      {
        asset: clipAsset(
          {},
          {
            name: 'trailer',
            rights: { ...rights, until: '2027-07-01', page: 'https://example.org/licence', releases: ['A. Janssens', 'M. de Vries'] },
          },
        ),
        units: films(24),
      },
      {
        asset: clipAsset({}, { name: `drone-${'zeer-lange-naam-'.repeat(8)}einde`, file: `video/${'map/'.repeat(20)}drone.mov` }),
        units: films(2),
      },
      { asset: { ...soundAsset(), name: 'jingle', file: 'audio/jingle.wav', rights }, units: ['audio/spot-radio'] },
    ],
  },
  'nl',
);

let browser: Browser;
beforeAll(async () => {
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('its markup is valid', async () => {
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-inline-style': 'off', 'doctype-style': 'off' },
  }).validateString(html);
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
});

test('it fits a telephone, a tablet and a desk, and assistive technology reads it', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.setContent(html);
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
    if (process.env['KADER_LOOK']) await page.screenshot({ path: join(process.env['KADER_LOOK'], `rights-${width}.png`), fullPage: true });
  }
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<{ violations: { id: string; help: string }[] }> } }).axe.run(),
  );
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  await page.close();
});

test('on paper everything stands that is folded on a screen', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.setContent(html);
  const path = join(process.env['KADER_LOOK'] ?? folder, 'rights.pdf');
  await page.pdf({ path, format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  await page.close();
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(text).toContain('Studio Noordzee');
  expect(text).toContain('video/reel-1-instagram-reel-nl');
  expect(text).toContain('video/reel-24-instagram-reel-nl');
  expect(text).toContain('audio/spot-radio');
});
