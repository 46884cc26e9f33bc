/** The preview of banners in a real browser: in step, filtered, by keys, from disk, with what was before, and hundreds of units. */
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BannerPageData, BannerSheetData } from '../../pipeline/model/banner-sheet.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { BANNER, BANNER_ORDER, CLI, makeWorkspace, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MOTION = `import { gsap } from 'gsap';
import type { Motion } from 'kader/motion';
export const motion: Motion = ({ root }) => {
  const timeline = gsap.timeline({ paused: true, repeat: 1 });
  timeline.addLabel('rise', 0.25).from(root.querySelectorAll('p'), { opacity: 0, duration: 1 }, 'rise').addLabel('call', 1.5).to({}, { duration: 0.5 }, 'call');
  return { timeline, ready: document.fonts.ready };
};
`;
/** A unit whose copy would do harm, and one that is held back because its text does not fit. */
const HOSTILE = `'</script><img src=x onerror="top.hacked=1">"&'`;
const ORDER = BANNER_ORDER.replace('[300x250, 728x90]', '[300x250, 728x90, 300x600]')
  .replace('landing: https://trial.example/\n', 'landing: { en: "https://trial.example/en/?a=1&b=<2>", nl: https://trial.example/nl/ }\n')
  .replace('headline: The sea', `headline: ${HOSTILE}`)
  .replace('headline: De zee', 'headline: Overweldigendezeegezichtenoveralwaarmenkijkt');

let browser: Browser;
let workspace: TestWorkspace;
const indexOf = (folder: string): string => pathToFileURL(workspace.path(folder, 'index.html')).href;
const staticPage = (): string => indexOf('output/try/preview');

beforeAll(async () => {
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  workspace = makeWorkspace(
    await plainWorkspace({ ...BANNER, 'templates/plain/banners/wave/motion.ts': MOTION, 'assets/try/order.yaml': ORDER }),
  );
  workspace.build('--only', 'banners');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  workspace?.remove();
});

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}
async function open(url: string, options: { width?: number; height?: number; dark?: boolean; reduced?: boolean } = {}): Promise<Opened> {
  const { width = 1440, height = 1700, dark = false, reduced = false } = options;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reduced ? 'reduce' : 'no-preference',
  });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  // A frame that is closed while it loads is given up on purpose.
  page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && complaints.push(request.url()));
  await page.goto(url, { waitUntil: 'load' });
  return { page, complaints };
}
const banners = (page: Page): Frame[] => page.frames().filter((frame) => /units|before/.test(frame.url()));
/** What the very timelines say, in s. */
const times = (page: Page): Promise<number[]> =>
  Promise.all(
    banners(page).map((frame) => frame.evaluate(() => (window.kader.timeline as unknown as { totalTime(): number }).totalTime())),
  );
const clock = (page: Page): Promise<{ time: number; length: number; isPlaying: boolean; live: number }> =>
  page.evaluate(() => {
    const { clock: own, liveFrames } = (
      window as unknown as { kaderPreview: { clock: { time(): number; length(): number; isPlaying(): boolean }; liveFrames(): number } }
    ).kaderPreview;
    return { time: own.time(), length: own.length(), isPlaying: own.isPlaying(), live: liveFrames() };
  });
const settled = (page: Page, frames: number): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.querySelectorAll('.sheet.runs').length), { timeout: 20_000 })
    .toBe(frames) as unknown as Promise<void>;
const shownCards = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.card')].filter((one) => one.checkVisibility()).map((one) => one.querySelector('h3')?.textContent ?? ''),
  );

describe('as a folder opened from disk', () => {
  test('all banners run in step, and stand at the same moment when scrubbed', { timeout: 60_000 }, async () => {
    const { page, complaints } = await open(`${staticPage()}#t=0`);
    await settled(page, 6);
    expect((await clock(page)).length).toBe(4);
    await page.locator('#scrub').fill('1.234');
    await expect.poll(() => times(page)).toEqual([1.234, 1.234, 1.234, 1.234, 1.234, 1.234]);
    await page.keyboard.press('Space');
    await expect.poll(async () => (await clock(page)).time).toBeGreaterThan(1.6);
    // Two frames asked one after the other: what they are apart is the time of asking.
    const [one = 0, other = 9] = await times(page);
    expect(Math.abs(one - other)).toBeLessThan(0.15);
    await page.keyboard.press('Space');
    const at = (await clock(page)).time;
    await expect.poll(async () => (await times(page)).every((time) => Math.abs(time - at) < 1e-3)).toBe(true);
    // It ends of its own accord, and then begins again.
    await page.keyboard.press('End');
    await expect.poll(() => page.textContent('#time')).toBe('4.00 / 4.00 s');
    expect(await page.textContent('#loop')).toBe('loop 2/2');
    await page.keyboard.press('Space');
    expect((await clock(page)).isPlaying).toBe(true);
    expect((await clock(page)).time).toBeLessThan(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('keys: frames, leaps, ends, labels, restart, one alone', { timeout: 60_000 }, async () => {
    const { page, complaints } = await open(`${staticPage()}#t=1`);
    await settled(page, 6);
    const timeAfter = async (key: string): Promise<number> => {
      await page.keyboard.press(key);
      return Math.round((await clock(page)).time * 1000);
    };
    expect(await timeAfter('.')).toBe(1017);
    expect(await timeAfter(',')).toBe(1000);
    expect(await timeAfter('ArrowRight')).toBe(1017);
    expect(await timeAfter('ArrowLeft')).toBe(1000);
    expect(await timeAfter('Shift+ArrowRight')).toBe(1250);
    expect(await timeAfter('Shift+ArrowLeft')).toBe(1000);
    expect(await timeAfter('BracketRight')).toBe(1500);
    expect(await timeAfter('BracketLeft')).toBe(250);
    expect(await timeAfter('Home')).toBe(0);
    expect(await timeAfter('End')).toBe(4000);
    expect(await page.locator('#ticks button').allTextContents()).toEqual(['rise', 'call']);
    await page.locator('#ticks button').last().click();
    expect((await clock(page)).time).toBe(1.5);
    await page.keyboard.press('r');
    expect((await clock(page)).isPlaying).toBe(true);
    await page.keyboard.press('Space');
    // The keys go to a unit, and to it alone.
    await page.locator('#search').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    const name = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('f');
    expect(await page.textContent('#alone h2')).toContain(name);
    await settled(page, 1);
    await expect.poll(() => times(page)).toEqual([0]);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => times(page)).toEqual([0.25]);
    await page.keyboard.press('j');
    await expect.poll(() => page.textContent('#alone h2')).not.toContain(name);
    await page.keyboard.press('Escape');
    await settled(page, 6);
    expect(await page.locator('#alone').isHidden()).toBe(true);
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('filters, search and switches stand in the address, and a link shows the same', { timeout: 60_000 }, async () => {
    const { page } = await open(`${staticPage()}#t=2`);
    expect(await shownCards(page)).toHaveLength(6);
    await page.locator('.facet button', { hasText: 'nl' }).click();
    expect(await shownCards(page)).toEqual(['728x90-nl', '300x250-nl', '300x600-nl']);
    await page.locator('.facet button', { hasText: '300 × 600' }).click();
    await page.locator('.facet button', { hasText: '728 × 90' }).click();
    expect(await shownCards(page)).toEqual(['728x90-nl', '300x600-nl']);
    expect(await page.textContent('#count')).toBe('2 / 6');
    await page.locator('[data-set="page=white"]').click();
    await page.keyboard.press('z');
    const link = page.url();
    expect(link).toContain('language=nl&size=300x600&size=728x90');
    const { page: other } = await open(link);
    expect(await shownCards(other)).toEqual(['728x90-nl', '300x600-nl']);
    expect(await other.getAttribute('body', 'data-page')).toBe('white');
    expect(
      await other
        .locator('.card:not([hidden]) .stage')
        .last()
        .evaluate((one) => one.clientWidth),
    ).toBe(600);
    await expect.poll(async () => (await clock(other)).time).toBe(2);
    await other.locator('#reset').click();
    await other.locator('#search').fill('zeegezichten 600');
    expect(await shownCards(other)).toEqual(['300x600-nl']);
    await other.locator('#search').fill('nowhere to be found');
    expect(await other.locator('#nothing').isVisible()).toBe(true);
    await Promise.all([page.close(), other.close()]);
  });

  test('a click shows where it would lead, and nothing opens; hostile copy is copy', { timeout: 60_000 }, async () => {
    const { page, complaints } = await open(`${staticPage()}#t=4&size=300x250`);
    await settled(page, 2);
    await page.locator('[data-set="isClicking=true"]').click();
    await page.locator('.card[data-unit$="300x250-en"] iframe').click();
    await expect.poll(() => page.textContent('#said')).toBe('300x250-en: opens https://trial.example/en/?a=1&b=<2>');
    // The focus is in the banner now; its keys come here all the same.
    await page.keyboard.press('Home');
    await expect.poll(async () => (await clock(page)).time).toBe(0);
    expect(page.context().pages()).toHaveLength(1);
    expect(await page.evaluate(() => [(window as { hacked?: number }).hacked, document.querySelector('img[src=x]')])).toEqual([
      undefined,
      null,
    ]);
    await page.locator('.card[data-unit$="300x250-en"] .open').click();
    expect(await page.textContent('.about')).toContain('b=<2>');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('overlays, reduced motion, and what was found of a unit', { timeout: 60_000 }, async () => {
    const { page, complaints } = await open(`${staticPage()}#t=4&language=nl&size=300x600&text=1&safe=1`);
    await settled(page, 1);
    const [frame] = banners(page);
    const marks = () =>
      frame?.evaluate(() =>
        [...(document.querySelector('kader-marks')?.shadowRoot?.querySelectorAll('div') ?? [])].map(
          (one) => `${one.className}: ${one.textContent}`,
        ),
      );
    await expect.poll(marks).toContainEqual(expect.stringMatching(/^over.*: headline \+\d+ px$/));
    expect(await marks()).toContainEqual(expect.stringMatching(/^badge/));
    expect(await page.textContent('.card:not([hidden]) .caption')).toMatch(/✗|held back/);
    await page.locator('[data-set="isReduced=true"]').click();
    await settled(page, 1);
    expect(await page.locator('#play').isDisabled()).toBe(true);
    await expect.poll(() => times(page)).toEqual([4]);
    // The banner's own scripts were told so.
    expect(await banners(page)[0]?.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
    await page.keyboard.press('f');
    expect(await page.locator('.notes').textContent()).toContain('banner-text-overflow');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('who wants little motion gets the end frames first', { timeout: 60_000 }, async () => {
    const { page } = await open(staticPage(), { reduced: true });
    await settled(page, 6);
    expect(new Set(await times(page))).toEqual(new Set([4]));
    expect((await clock(page)).isPlaying).toBe(false);
    await page.close();
  });

  test.each([
    [1440, false],
    [768, true],
    [360, false],
  ])('at %i px, dark %s: nothing scrolls sideways, and axe objects to nothing', { timeout: 90_000 }, async (width, dark) => {
    for (const hash of ['#t=4', '#t=4&page=white&alone=banners/wave/300x600-nl']) {
      const { page, complaints } = await open(staticPage() + hash, { width, dark });
      await expect.poll(async () => (await clock(page)).length).toBe(4);
      await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"], iframes: false, preload: false })',
      )) as AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test('all that can be used is reached by the keyboard, and is seen to be', { timeout: 60_000 }, async () => {
    const { page } = await open(`${staticPage()}#t=4`, { width: 1024 });
    await settled(page, 6);
    const usable = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], summary, button, input, select')].filter(
          (one) => one.checkVisibility() && !one.hasAttribute('disabled'),
        ).length,
    );
    const reached = new Set<string>();
    for (let press = 0; press < usable; press++) {
      await page.keyboard.press('Tab');
      const [tag, place, outline] = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        const { x, y } = one.getBoundingClientRect();
        return [
          one.tagName,
          `${one.tagName} ${one.textContent} ${Math.round(x)} ${Math.round(y + scrollY)}`,
          getComputedStyle(one).outlineStyle,
        ] as const;
      });
      expect(tag).not.toBe('IFRAME');
      expect(outline, place).not.toBe('none');
      reached.add(place);
    }
    expect(reached.size).toBe(usable);
    await page.close();
  });

  test('what is handed over knows nothing of it', () => {
    const listed = execFileSync('unzip', ['-p', workspace.path('output/try/preview/zips/wave/300x250-en.zip'), 'index.html'], {
      encoding: 'utf8',
    });
    expect(listed).not.toContain('bridge');
    expect(existsSync(workspace.path('output/try/banners/wave/300x250-en/bridge.js'))).toBe(false);
    // What is held back is looked at, not handed over.
    expect(existsSync(workspace.path('output/try/preview/zips/wave/300x600-nl.zip'))).toBe(false);
    expect(existsSync(workspace.path('output/try/preview/captures/wave/300x600-nl.png'))).toBe(true);
  });
});

describe('with 300 units', () => {
  test('only what is in view runs, and scrolling stays light', { timeout: 90_000 }, async () => {
    cpSync(workspace.path('output/try/preview'), workspace.path('many'), { recursive: true });
    const html = readFileSync(workspace.path('many/index.html'), 'utf8');
    const data = JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '') as BannerPageData;
    const units = Array.from({ length: 50 }, (_, at) =>
      data.units.map((unit) => ({ ...unit, id: `${unit.id}-${at}`, name: `${unit.name}-${at}`, version: { market: `m${at % 7}` } })),
    ).flat();
    expect(units).toHaveLength(300);
    const many = html.replace(
      /(id="data">)[\s\S]*?(<\/script>)/,
      (_, start: string, end: string) => start + JSON.stringify({ ...data, units }).replaceAll('<', '\\u003c') + end,
    );
    writeFileSync(workspace.path('many/index.html'), many);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    });
    await page.goto(indexOf('many'), { waitUntil: 'load' });
    const seen: number[] = [];
    const look = async (): Promise<void> => void seen.push(await page.evaluate(() => document.querySelectorAll('iframe').length));
    await expect.poll(async () => (await clock(page)).live, { timeout: 20_000 }).toBeGreaterThan(3);
    await look();
    for (let screen = 0; screen < 20; screen++) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(60);
      await look();
    }
    await expect.poll(async () => (await clock(page)).live).toBeGreaterThan(0);
    await look();
    expect(Math.max(...seen)).toBeLessThanOrEqual(40);
    // None of those that were passed by is left over.
    const away = await page.evaluate(
      () => [...document.querySelectorAll('iframe')].filter((one) => Math.abs(one.getBoundingClientRect().top) > 3000).length,
    );
    expect(away).toBe(0);
    await page.locator('.facet button', { hasText: 'm3' }).click();
    expect(await page.textContent('#count')).toBe('42 / 300');
    await page.close();
  });
});

describe('kader preview', () => {
  let child: ChildProcess | undefined;
  afterAll(() => child?.kill('SIGINT'));

  test('a rebuild swaps what changed and leaves time, filters and the rest as they are; before and after stand side by side', {
    timeout: 120_000,
  }, async () => {
    child = spawn(process.execPath, [CLI, 'preview', 'try', '--port', '0', '--no-measure'], {
      cwd: workspace.root,
      env: { ...process.env, NO_COLOR: '1', CI: '1', LANG: 'en' },
    });
    let told = '';
    child.stdout?.on('data', (text) => (told += text));
    child.stderr?.on('data', (text) => (told += text));
    await expect.poll(() => told, { timeout: 60_000 }).toMatch(/http:\S+\/banners\/ banners/);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0] as string;
    const { page, complaints } = await open(`${url}banners/#t=1.5&size=300x250`);
    await settled(page, 2);
    expect(await shownCards(page)).toEqual(['300x250-en', '300x250-nl']);
    expect(await page.locator('[data-set="show=difference"]').isHidden()).toBe(true);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('iframe')) Object.assign(one, { mark: one.title });
    });
    workspace.write({ 'assets/try/order.yaml': ORDER.replace('Overweldigendezeegezichtenoveralwaarmenkijkt', 'De zee komt op') });
    await expect.poll(() => page.locator('.card:not([hidden]) .changed').count(), { timeout: 40_000 }).toBe(1);
    await settled(page, 2);
    // The English one is the very frame that it was.
    expect(await page.evaluate(() => [...document.querySelectorAll('iframe')].map((one) => (one as { mark?: string }).mark))).toEqual([
      '300x250-en',
      undefined,
    ]);
    await expect.poll(() => times(page)).toEqual([1.5, 1.5]);
    expect(await shownCards(page)).toEqual(['300x250-en', '300x250-nl']);
    expect(new URL(page.url()).hash).toContain('t=1.5&size=300x250');
    await page.locator('.facet button', { hasText: 'changed' }).click();
    expect(await shownCards(page)).toEqual(['300x250-nl']);
    await page.locator('.card:not([hidden]) .open').click();
    await page.keyboard.press('d');
    await expect.poll(() => page.locator('#alone figcaption').allTextContents()).toEqual(['Before', 'Now', 'Difference']);
    await settled(page, 3);
    expect(banners(page)).toHaveLength(4);
    await page.keyboard.press('End');
    await expect.poll(() => times(page)).toEqual([4, 4, 4, 4]);
    const texts = await Promise.all(banners(page).map(async (frame) => (await frame.textContent('p'))?.replaceAll('\u00ad', '')));
    expect(texts).toEqual([
      'Overweldigendezeegezichtenoveralwaarmenkijkt',
      'De zee komt op',
      'Overweldigendezeegezichtenoveralwaarmenkijkt',
      'De zee komt op',
    ]);
    expect(complaints).toEqual([]);
    // Zips of what is shown, as one.
    await page.goto(`${url}banners/#language=nl`);
    await page.reload();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#give').click()]);
    const listed = execFileSync('unzip', ['-Z1', await download.path()], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .sort();
    expect(listed).toContain('wave/300x250-nl.zip');
    expect(listed).toContain('wave/300x250-nl.png');
    // The page a build laid is the same without what only this machine knows.
    const laid = JSON.parse(readFileSync(workspace.path('output/try/preview/data.json'), 'utf8')) as BannerSheetData;
    expect(laid.units.some(({ before, changed }) => before || changed)).toBe(false);
    await page.goto(url);
    expect(await page.locator('nav a[href="/banners/"]').count()).toBe(1);
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await page.close();
  });
});
