/** What people look at, in a real browser: the report at any width and in the dark, and a preview that follows their work. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { BANNER, BANNER_ORDER, CLI, makeWorkspace, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let workspace: TestWorkspace;

beforeAll(async () => {
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  workspace = makeWorkspace(
    await plainWorkspace({
      ...BANNER,
      // Something of everything: what is sound, what is not, a warning, and an absent picture with a long name.
      'assets/try/order.yaml': BANNER_ORDER.replace(
        'deliver:',
        '  - { name: an-absent-picture-with-a-name-that-goes-on-and-on, file: photos/a-folder-of-which-the-name-is-long/absent.jpg }\ndeliver:',
      ).replace(', nl: { headline: De zee }', ', nl: {}'),
    }),
  );
  workspace.build();
  workspace.run('images', 'try');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  workspace?.remove();
});

describe.each([
  ['report.html', 'light'],
  ['report.html', 'dark'],
  ['images/index.html', 'light'],
  ['images/index.html', 'dark'],
] as const)('%s in %s', (file, colorScheme) => {
  test.each([320, 768, 1440])('at %i px wide: no scrolling sideways, nothing that axe objects to', { timeout: 60_000 }, async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(pathToFileURL(workspace.path('output/try', file)).href, { waitUntil: 'load' });
    // What is folded away is read as well.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('all of the report that can be used is reached by the keyboard, and is seen to be', { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 1024, height: 900 } });
  await page.goto(pathToFileURL(workspace.path('output/try/report.html')).href);
  const usable = await page.evaluate(
    () => [...document.querySelectorAll('a[href], summary, button')].filter((one) => one.checkVisibility()).length,
  );
  expect(usable).toBeGreaterThan(3);
  const reached = new Set<string>();
  for (let press = 0; press < usable; press++) {
    await page.keyboard.press('Tab');
    const [place, outline] = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const { x, y } = one.getBoundingClientRect();
      return [`${one.tagName} ${x} ${y + scrollY}`, getComputedStyle(one).outlineStyle] as const;
    });
    expect(outline).not.toBe('none');
    reached.add(place);
  }
  expect(reached.size).toBe(usable);
  await page.close();
});

describe('kader preview', () => {
  let child: ChildProcess | undefined;
  afterAll(() => child?.kill('SIGINT'));

  test('shows the report and the site, and a page in the browser follows a change of its words', { timeout: 120_000 }, async () => {
    child = spawn(process.execPath, [CLI, 'preview', 'try', '--port', '0', '--no-measure'], {
      cwd: workspace.root,
      env: { ...process.env, NO_COLOR: '1', CI: '1', LANG: 'en' },
    });
    let told = '';
    child.stdout?.on('data', (data) => (told += data));
    child.stderr?.on('data', (data) => (told += data));
    await expect.poll(() => told, { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0] as string;
    const page = await browser.newPage();
    await page.goto(url);
    expect(await page.textContent('h1')).toContain('Trial');
    await page.goto(`${url}site/en/`);
    expect(await page.textContent('main')).toContain('about water');
    expect(await page.evaluate(() => document.querySelector('img')?.naturalWidth)).toBeGreaterThan(0);
    workspace.write({
      'assets/try/content/en/index.md': '---\nlayout: page.njk\ntitle: Sea\n---\n{% image "sea", slot="hero" %}\n\nThe tide turned.\n',
    });
    await expect.poll(() => page.textContent('main').catch(() => ''), { timeout: 30_000 }).toContain('The tide turned');
    // Whatever was laid is served, names with a dot too.
    workspace.write({
      'assets/try/content/en/known.md': '---\nlayout: page.njk\ntitle: Known\npermalink: /.well-known/known.html\n---\nKnown.\n',
    });
    await expect.poll(async () => (await fetch(`${url}site/.well-known/known.html`)).status, { timeout: 30_000 }).toBe(200);
    // The house style's own code is read anew as well, though Node keeps what it has once imported.
    const shout = (sign: string) => `export default (config) => config.addFilter('shout', (text) => text + '${sign}');`;
    const words = '---\nlayout: page.njk\ntitle: Sea\n---\n{{ "Ebb" | shout }}\n';
    workspace.write({ 'templates/plain/eleventy.config.js': shout('+'), 'assets/try/content/en/index.md': words });
    await expect.poll(() => page.textContent('main').catch(() => ''), { timeout: 30_000 }).toContain('Ebb+');
    workspace.write({ 'templates/plain/eleventy.config.js': shout('#') });
    await expect.poll(() => page.textContent('main').catch(() => ''), { timeout: 30_000 }).toContain('Ebb#');
    // A mistake is told in the terminal and costs nothing that stood; mending it shows again.
    workspace.write({ 'assets/try/order.yaml': 'client: [' });
    await expect.poll(() => told, { timeout: 30_000 }).toMatch(/order\.yaml:\d+:\d+/);
    expect(await page.reload().then((response) => response?.status())).toBe(200);
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGINT');
    // Watching has no other end than this one.
    expect(await ended).toBe(0);
    await page.close();
  });
});
