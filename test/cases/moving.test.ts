/** A picture that moves on a page: its frames where the slot keeps them, the still for who wants less motion. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { movingPicture } from '../support/moving.ts';
import { HOUSE, makeWorkspace, plainWorkspace } from '../support/workspace.ts';

test('what a browser takes is a moving WebP, or a still where motion is not wanted', { timeout: 120_000 }, async () => {
  const gif = await movingPicture('gif', true);
  const workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/photos/sea.jpg': gif,
      'templates/plain/house.yaml': HOUSE.replace('widths: [160, 320]', 'widths: [60, 100], animation: keep').replace(
        'avif: { quality: 50',
        'avif: { quality: 20',
      ),
    }),
  );
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  const browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  try {
    const { code, report } = workspace.build('--no-measure');
    expect(code).toBe(0);
    // The hero moves; the card of the other page does not, and that is told.
    const dropped = report.findings.filter(({ code }) => code === 'image-animation-dropped');
    expect(dropped.map(({ where }) => (where as { slot: string }).slot)).toEqual(['card']);
    const files = Object.keys(workspace.tree('output/try/site')).filter((name) => name.startsWith('img/') && !name.includes('-80-'));
    expect(files.map((name) => name.replace(/-[0-9a-f]{10}\./, '.')).sort()).toEqual(
      ['', '-moving']
        .flatMap((moving) =>
          [60, 100].flatMap((width) => (moving ? ['gif', 'webp'] : ['avif', 'jpg', 'webp']).map((e) => `img/sea-${width}${moving}.${e}`)),
        )
        .sort(),
    );
    for (const [reducedMotion, taken] of [
      ['no-preference', /-moving-\w+\.webp$/],
      ['reduce', /sea-\d+-[0-9a-f]{10}\.avif$/],
    ] as const) {
      const page = await browser.newPage({ reducedMotion, viewport: { width: 100, height: 100 } });
      await page.goto(pathToFileURL(workspace.path('output/try/site/en/index.html')).href);
      await page.waitForFunction(() => document.querySelector('img')?.complete);
      expect(await page.evaluate(() => document.querySelector('img')?.currentSrc)).toMatch(taken);
      expect(await page.evaluate(() => document.querySelector('img')?.naturalWidth)).toBeGreaterThan(0);
      await page.close();
    }
    expect(readFileSync(workspace.path('output/try/site/en/index.html'), 'utf8')).toMatch(/<img src="[^"]+-moving-\w+\.gif"/);
    // Unchanged, nothing is made again.
    expect(workspace.build('--no-measure').report.jobs.made).toBe(0);
  } finally {
    await browser.close();
    workspace.remove();
  }
});

test('as a video it plays without a sound, stands still where motion is not wanted, and its page is sound', {
  timeout: 180_000,
}, async () => {
  const workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/photos/sea.jpg': await movingPicture('gif', true),
      'templates/plain/house.yaml': HOUSE.replace('widths: [160, 320]', 'widths: [60, 100], animation: video'),
    }),
  );
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  const browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  try {
    const { code, report } = workspace.build();
    expect([code, report.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message)]).toEqual([0, []]);
    const url = pathToFileURL(workspace.path('output/try/site/en/index.html')).href;
    const open = async (reducedMotion: 'no-preference' | 'reduce') => {
      const page = await browser.newPage({ reducedMotion, viewport: { width: 100, height: 100 } });
      await page.goto(url);
      return page;
    };
    const moving = await open('no-preference');
    await moving.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.05);
    const state = () => {
      const { currentSrc, muted, paused, videoWidth, videoHeight, duration, width, height } = document.querySelector(
        'video',
      ) as HTMLVideoElement;
      return { currentSrc, muted, paused, videoWidth, videoHeight, duration, width, height };
    };
    expect(await moving.evaluate(state)).toMatchObject({
      muted: true,
      paused: false,
      videoWidth: 100,
      videoHeight: 56,
      width: 100,
      height: 56,
    });
    // A Chromium without H.264 plays AV1, and there is one of them at least.
    expect((await moving.evaluate(state)).currentSrc).toMatch(/sea-100-(av1|h264)-[0-9a-f]{10}\.mp4$/);
    expect((await moving.evaluate(state)).duration).toBeCloseTo(3, 1);
    const calm = await open('reduce');
    await calm.waitForTimeout(300);
    expect(await calm.evaluate(state)).toMatchObject({ currentSrc: '', paused: true });
    const seen = await calm.evaluate(async () => {
      const image = new Image();
      image.src = (document.querySelector('video') as HTMLVideoElement).poster;
      await image.decode();
      return [image.naturalWidth, document.querySelector('video')?.getAttribute('aria-label')];
    });
    expect(seen).toEqual([100, 'The sea']);
    expect(workspace.build('--no-measure').report.jobs.made).toBe(0);
  } finally {
    await browser.close();
    workspace.remove();
  }
});
