/** The crop sheet in a real browser: points and boxes are dragged and moved by keys, and a save writes the order and nothing else. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cropBox } from '../../pipeline/model/crop.ts';
import type { Plan } from '../../pipeline/model/job.ts';
import type { ImageRecipe } from '../../pipeline/model/recipe.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { BANNER, CLI, HOUSE, makeWorkspace, photo, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ORDER = `# The order of a trial.
client: Trial
title: { en: Trial, nl: Proef }
house: plain
languages:   [en, nl]   # both

supplied:
  # The sea, as it was.
  - name: sea
    file: photos/sea.jpg    # from Iris
    focus: [0.5, 0.5]       # the mast
    alt: { en: The sea, nl: De zee }
    rights: &us { creator: A, credit: A, licence: all media, until: 2099-01-01 }
  - name: acts
    file: 'photos/acts/*.jpg'
    alt: { en: "", nl: "" }
    rights: *us
  - name: pier
    file: photos/pier.jpg
    alt: { en: "", nl: "" }
    corrections: [{ rotate: 90 }, { straighten: 4 }, { crop: [0.1, 0.2, 0.8, 0.7] }]
    rights: *us

deliver:
  site: { url: "https://trial.example" }
  banners:
    - template: wave
      sizes: [300x250]
      images: { background: sea }
      landing: https://trial.example/
      text: { en: { headline: The sea }, nl: { headline: De zee } }
`;

let browser: Browser;
let workspace: TestWorkspace;
let child: ChildProcess;
let url = '';
let told = '';
const orderText = (): string => readFileSync(workspace.path('assets/try/order.yaml'), 'utf8');

beforeAll(async () => {
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  workspace = makeWorkspace(
    await plainWorkspace({
      ...BANNER,
      'assets/try/order.yaml': ORDER,
      'assets/try/photos/acts/koor.jpg': await photo(900, 600, 5),
      'assets/try/photos/pier.jpg': await photo(900, 600, 9),
      'assets/try/content/nl/index.md':
        '---\nlayout: page.njk\ntitle: Zee\n---\n{% image "sea", slot="card" %}\n{% image "acts/koor", slot="card" %}\n{% image "pier", slot="card" %}\n',
      'templates/plain/house.yaml': HOUSE.replace(
        'loading: eager }',
        "loading: eager, crops: { phone: { media: '(max-width: 40rem)', ratio: [4, 5], widths: [120] } } }",
      ),
    }),
  );
  child = spawn(process.execPath, [CLI, 'preview', 'try', '--port', '0', '--no-measure'], {
    cwd: workspace.root,
    env: { ...process.env, NO_COLOR: '1', CI: '1', LANG: 'en' },
  });
  child.stdout?.on('data', (data) => (told += data));
  child.stderr?.on('data', (data) => (told += data));
  await vi.waitFor(() => expect(told).toMatch(/http:\/\/127\.0\.0\.1:\d+\/crops\//), { timeout: 60_000 });
  url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0] as string;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  child?.kill('SIGINT');
  workspace?.remove();
});

async function openSheet(width = 1440, colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}crops/`);
  // The first to ask waits until the pictures are there; the page comes of its own accord.
  await page.waitForSelector('.picture', { timeout: 60_000 });
  await expect.poll(() => page.textContent('.focus-told')).toContain('Focus point');
  return { page, complaints };
}

const sea = (page: Page) => page.locator('.picture[data-name="sea"]');
const cropOf = (page: Page, place: string, part: 'left' | 'top'): Promise<number> =>
  sea(page)
    .locator(`.crops li[data-place="${place}"] img`)
    .evaluate((image, name) => Number.parseFloat((image as HTMLElement).style[name]), part);
/** Crops that the last build decided, by ratio. */
function builtCrops(): ImageRecipe['crop'][] {
  const { jobs } = JSON.parse(readFileSync(workspace.path('output/try/record/plan.json'), 'utf8')) as Plan;
  return jobs.filter(({ kind, asset }) => kind === 'image' && asset === 'sea').map(({ recipe }) => (recipe as ImageRecipe).crop);
}

describe.each([
  [1440, 'light'],
  [768, 'dark'],
  [360, 'light'],
] as const)('at %i px in %s', (width, scheme) => {
  test('nothing scrolls sideways, and axe objects to nothing', { timeout: 90_000 }, async () => {
    const { page, complaints } = await openSheet(width, scheme);
    await sea(page).locator('[data-do="safe"]').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('every crop that anybody takes is shown, with who takes it', async () => {
  const { page } = await openSheet();
  expect(await sea(page).locator('.crops strong').allTextContents()).toEqual(['hero/phone', 'hero', 'card', 'wave/background/300x250']);
  expect(await sea(page).locator('.crops li').first().textContent()).toContain('4:5 · (max-width: 40rem) · 1 page');
  expect(await page.locator('.picture[data-name="acts/koor"] .crops strong').allTextContents()).toEqual(['card']);
  await page.close();
});

test('a picture that is turned and cut first is shown so, and where its crop lies on what was supplied', { timeout: 90_000 }, async () => {
  const { page } = await openSheet();
  const pier = page.locator('.picture[data-name="pier"]');
  const crop = pier.locator('.crops li[data-place="card"] .crop');
  await crop.scrollIntoViewIfNeeded();
  await expect.poll(() => crop.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const [built = ''] = Object.keys(workspace.tree('output/try/site')).filter((path) => /pier-80-\w+\.jpg$/.test(path));
  const small = (picture: string | Buffer): Promise<Buffer> => sharp(picture).resize(16, 16, { fit: 'fill' }).greyscale().raw().toBuffer();
  const [shown, made] = [await small(await crop.screenshot()), await small(workspace.path('output/try/site', built))];
  const off = made.reduce((sum, value, at) => sum + Math.abs(value - (shown[at] as number)), 0) / made.length;
  expect(off).toBeLessThan(6);
  await crop.hover();
  expect(await pier.locator('.outline').evaluate((outline) => (outline as HTMLElement).style.transform)).toMatch(
    /^rotate\(-94(\.0+\d*)?deg\)$/,
  );
  await page.close();
});

test('dragged and moved by keys, saved, and built so', { timeout: 120_000 }, async () => {
  const { page, complaints } = await openSheet();
  const before = await cropOf(page, 'hero/phone', 'left');
  const stage = (await sea(page).locator('.stage').boundingBox()) as { x: number; y: number; width: number; height: number };
  const at = (x: number, y: number): [number, number] => [stage.x + stage.width * x, stage.y + stage.height * y];
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.7, 0.4), { steps: 4 });
  await page.mouse.move(...at(0.8, 0.25), { steps: 4 });
  await page.mouse.up();
  const point = sea(page).locator('.point');
  expect(await point.getAttribute('aria-label')).toMatch(
    /^Focus point: (79\.9|80|80\.1) % from the left, (24\.9|25|25\.1) % from the top$/,
  );
  expect(await cropOf(page, 'hero/phone', 'left')).toBeLessThan(before - 10);

  // On to whole numbers by keys alone.
  await point.press('Shift+ArrowRight');
  for (let press = 0; press < 3; press++) await point.press('Shift+ArrowRight');
  await expect.poll(() => point.getAttribute('aria-label')).toContain('100 % from the left');
  await point.press('Shift+ArrowLeft');
  for (let press = 0; press < 6; press++) await point.press('Shift+ArrowUp');
  await expect.poll(() => point.getAttribute('aria-label')).toBe('Focus point: 95 % from the left, 0 % from the top');

  // A safe box far from the point pulls the crops back to it.
  const far = await cropOf(page, 'hero/phone', 'left');
  await sea(page).locator('[data-do="safe"]').press('Enter');
  const corner = sea(page).locator('.nw');
  for (let press = 0; press < 25; press++) await corner.press('Shift+ArrowLeft');
  for (let press = 0; press < 25; press++) await corner.press('Shift+ArrowUp');
  const other = sea(page).locator('.se');
  for (let press = 0; press < 25; press++) await other.press('Shift+ArrowLeft');
  for (let press = 0; press < 25; press++) await other.press('Shift+ArrowUp');
  for (let press = 0; press < 4; press++) await other.press('Shift+ArrowRight');
  for (let press = 0; press < 4; press++) await other.press('Shift+ArrowDown');
  expect(await other.getAttribute('aria-label')).toBe('Lower right corner of the safe box: 22 % from the left, 22 % from the top');
  expect(await cropOf(page, 'hero/phone', 'left')).toBe(0);
  expect(far).toBeLessThan(-50);

  expect(await page.textContent('#state')).toBe('1 changed');
  await page.keyboard.press('Control+s');
  await expect.poll(() => page.textContent('#state')).toBe('Saved. The build follows.');
  expect(orderText()).toBe(
    ORDER.replace('focus: [0.5, 0.5]       # the mast', 'focus: [0.95, 0]       # the mast\n    safe: [0, 0, 0.22, 0.22]'),
  );
  const wanted = (
    [
      [4, 5],
      [16, 9],
      [1, 1],
      [300, 125],
    ] as const
  ).map((ratio) => cropBox({ width: 1600, height: 1200 }, ratio, [0.95, 0], [0, 0, 0.22, 0.22]));
  await expect.poll(builtCrops, { timeout: 30_000 }).toEqual(expect.arrayContaining(wanted));
  expect(new Set(builtCrops().map((crop) => JSON.stringify(crop))).size).toBe(wanted.length);
  // What was saved here is on the page already: it does not reload under the person's hands.
  await point.focus();
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('point');
  expect(complaints).toEqual([]);
  await page.close();
});

test('a file that a pattern matched is framed under its entry', { timeout: 60_000 }, async () => {
  const before = orderText();
  const { page } = await openSheet();
  const koor = page.locator('.picture[data-name="acts/koor"]');
  expect(await koor.locator('.focus-told').textContent()).toMatch(/found by Kader|middle of the picture/);
  for (let press = 0; press < 25; press++) await koor.locator('.point').press('Shift+ArrowLeft');
  for (let press = 0; press < 25; press++) await koor.locator('.point').press('Shift+ArrowDown');
  await page.click('#save');
  await expect.poll(() => page.textContent('#state')).toBe('Saved. The build follows.');
  expect(orderText()).toBe(before.replace("*.jpg'\n", "*.jpg'\n    each:\n      koor: { focus: [0, 1] }\n"));
  await koor.locator('[data-do="point"]').click();
  await page.click('#save');
  await expect.poll(orderText).toBe(before);
  await page.close();
});

test('one crop may be framed apart, and as everywhere again', { timeout: 90_000 }, async () => {
  const before = orderText();
  const { page } = await openSheet();
  const crop = sea(page).getByRole('button', { name: 'Frame apart: hero/phone' });
  await crop.click();
  expect(await crop.getAttribute('aria-pressed')).toBe('true');
  expect(await sea(page).locator('.only').textContent()).toBe('For hero/phone only');
  await sea(page).locator('[data-do="safe"]').waitFor({ state: 'hidden' });
  const [phone, card] = [await cropOf(page, 'hero/phone', 'left'), await cropOf(page, 'card', 'left')];
  const corner = sea(page).locator('.move');
  for (let press = 0; press < 25; press++) await corner.press('Shift+ArrowRight');
  expect(await cropOf(page, 'hero/phone', 'left')).toBeLessThan(phone - 10);
  expect(await cropOf(page, 'card', 'left')).toBe(card);
  await page.click('#save');
  await expect.poll(() => page.textContent('#state')).toBe('Saved. The build follows.');
  expect(orderText()).toBe(before.replace('# from Iris\n', '# from Iris\n    crops:\n      hero/phone: { safe: [0.78, 0, 0.22, 0.22] }\n'));
  await sea(page).getByRole('button', { name: 'Frame as everywhere' }).click();
  expect(await cropOf(page, 'hero/phone', 'left')).toBe(phone);
  await page.click('#save');
  await expect.poll(orderText).toBe(before);
  await page.close();
});

test('an order that was changed elsewhere is never written over', { timeout: 60_000 }, async () => {
  const { page } = await openSheet();
  await sea(page).locator('.point').press('ArrowLeft');
  const changed = `${orderText()}# Called the client.\n`;
  workspace.write({ 'assets/try/order.yaml': changed });
  // At once, before any build has told the page.
  await page.click('#save');
  await expect.poll(() => page.textContent('#state')).toContain('changed elsewhere');
  expect(orderText()).toBe(changed);
  // With the build the page learns of it; the move that is not saved stays.
  await page.waitForTimeout(1500);
  expect(await page.textContent('#state')).toContain('changed elsewhere');
  expect(orderText()).toBe(changed);
  await page.close();
});

test.each([
  ['a name that the order does not have', { name: '../../etc', focus: [0, 0] }, 422],
  ['a place that takes no crop of it', { name: 'sea', place: 'hero/fone', focus: [0, 0] }, 422],
  ['a point outside the picture', { name: 'sea', focus: [0, 2] }, 422],
  ['a safe box that ends outside the picture', { name: 'sea', safe: [0.5, 0.5, 0.9, 0.1] }, 422],
  ['a member that may not be written', { name: 'sea', file: '/etc/passwd' }, 422],
])('%s is refused', async (_, change, status) => {
  const page = await (await fetch(`${url}crops/`)).text();
  const { token, version, post } = JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(page)?.[1] ?? '{}');
  const before = orderText();
  const response = await fetch(new URL(post, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kader-token': token, origin: new URL(url).origin },
    body: JSON.stringify({ version, changes: [change] }),
  });
  expect(response.status).toBe(status);
  expect(orderText()).toBe(before);
});
