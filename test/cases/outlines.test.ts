/** A house font that Google does not have, packed for Google Ads: no font in the zip, the same words in the same places, and the same faults found. */
/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { meanDifference, seenWords } from '../support/outlined.ts';
import { BANNER, HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const TEMPLATE = 'templates/plain/banners/wave';
const order = ORDER.concat(`  banners:
    - template: wave
      sizes: [300x250]
      name: '{size}-{language}'
      images: { background: sea }
      landing: https://trial.example/
      text: { en: { headline: The city faces the water, terms: Conditions on site }, nl: { headline: De stad kijkt naar het water, terms: Voorwaarden op de site } }
      targets: [google-ads, cm360]
    - template: wave
      sizes: [300x250]
      languages: [nl]
      name: fout-{size}-{language}
      images: { background: sea }
      landing: https://trial.example/
      text: { nl: { headline: Verantwoordelijkheidsgevoeligheidsonderzoekscommissie, terms: Klein } }
      targets: [google-ads]
    - template: count
      sizes: [300x250]
      languages: [nl]
      landing: https://trial.example/
      text: { nl: { headline: '12' } }
      targets: [google-ads]
`);

let workspace: TestWorkspace;
let report: ReportJson;
let browser: Browser | undefined;

beforeAll(async () => {
  const program = await findBrowser(process.env);
  workspace = makeWorkspace({
    ...(await plainWorkspace()),
    ...BANNER,
    'assets/try/order.yaml': order,
    'templates/plain/house.yaml': `${HOUSE}fonts:\n  - { family: Huisletter, package: '@fontsource-variable/archivo', file: files/archivo-latin-standard-normal.woff2, axes: { wght: [400, 800], wdth: [62, 125] } }\n`,
    [`${TEMPLATE}/template.yaml`]:
      'families:\n  rectangle: { ratio: [0.5, 2] }\nslots:\n  background: { kind: image, box: { rectangle: [1, 0.5] } }\n  headline: { kind: text }\n  terms: { kind: text }\n',
    [`${TEMPLATE}/template.njk`]:
      '{% image "background", class="sea" %}<p class="h" data-slot="headline">{{ text.headline }}</p><p class="t" data-slot="terms">{{ text.terms }}</p>',
    [`${TEMPLATE}/style.css`]:
      'html,body,p{margin:0}.unit{position:relative;width:var(--unit-width);height:var(--unit-height);overflow:hidden;box-sizing:border-box;border:1px solid #0b1d2c;background:#fff;font-family:Huisletter,serif}img{position:absolute;left:0;top:0;width:100%;height:90px}.h{--fit-min:22px;--fit-max:60px;position:absolute;left:10px;top:96px;width:270px;font-weight:800;font-stretch:80%;line-height:.95;color:#0b1d2c}.t{position:absolute;left:10px;bottom:6px;font-size:7px;line-height:1.2}',
    [`${TEMPLATE}/motion.ts`]:
      "import { gsap } from 'gsap';\nimport { type Motion, reveal, scene } from 'kader/motion';\nexport const motion: Motion = (stage) => scene(stage, gsap.timeline({ paused: true }), (timeline) => { reveal(timeline, '.h', { by: 'word' }); });\n",
    'templates/plain/banners/count/template.yaml': 'families:\n  rectangle: { ratio: [0.5, 2] }\nslots:\n  headline: { kind: text }\n',
    'templates/plain/banners/count/template.njk': '<p data-slot="headline"><span data-count>{{ text.headline }}</span></p>',
    'templates/plain/banners/count/style.css':
      '.unit{position:relative;width:var(--unit-width);height:var(--unit-height);background:#fff;font:40px Huisletter}',
  });
  if (!program) return;
  report = workspace.build('--only', 'banners', '--jobs', '2').report;
  // What a busy machine makes of their motion holds none back.
  workspace.build('--only', 'banners', '--no-measure');
  browser = await chromium.launch({
    executablePath: program.path,
    args: [...program.args, '--font-render-hinting=none', '--allow-file-access-from-files'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
});

afterAll(async () => {
  await browser?.close();
  workspace.remove();
});

const zipOf = (template: string, target: string, unit: string): string =>
  workspace.path('output/try/banners', template, target, `${unit}.zip`);

function unpack(template: string, target: string, unit: string): string {
  const folder = workspace.path('unpacked', template, target, unit);
  mkdirSync(folder, { recursive: true });
  execFileSync('unzip', ['-qo', zipOf(template, target, unit), '-d', folder]);
  return folder;
}

const textsIn = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => /\.(html|css|js)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

test.each(['300x250-en', '300x250-nl'])('%s: no font in any way, every word where the font has it', async (unit) => {
  if (!browser) return;
  const shown = [];
  for (const target of ['cm360', 'google-ads']) {
    const page = await browser.newPage({ viewport: { width: 300, height: 250 }, deviceScaleFactor: 4 });
    await page.goto(`${pathToFileURL(join(unpack('wave', target, unit), 'index.html'))}#kader-still`);
    await page.evaluate(() => window.kader.ready.then(() => window.kader.seek('end')));
    const facts = await page.evaluate(() => window.kader.facts().unfit);
    expect(facts).toEqual([]);
    shown.push({ words: await page.evaluate(seenWords), shot: await page.screenshot() });
    await page.close();
  }
  const [letters, outlines] = shown as [(typeof shown)[number], (typeof shown)[number]];
  const packed = textsIn(unpack('wave', 'google-ads', unit));
  expect(packed).not.toMatch(/@font-face|data:font|\.woff|base64/);
  expect(readdirSync(unpack('wave', 'google-ads', unit)).filter((name) => /\.(woff2?|ttf|otf)$/.test(name))).toEqual([]);
  expect(outlines.words.map(([said]) => said)).toEqual(letters.words.map(([said]) => said));
  for (const [at, [said, left, , base]] of letters.words.entries()) {
    const drawn = outlines.words[at] as (typeof outlines.words)[number];
    expect(Math.abs(drawn[1] - left), said).toBeLessThan(0.5);
    expect(Math.abs(drawn[3] - base), said).toBeLessThan(0.5);
  }
  // Edges alone: browsers draw letters a little bolder than shapes.
  expect(await meanDifference(letters.shot, outlines.shot)).toBeLessThan(3);
  // A dozen words as outlines weigh less than the subset of a variable font.
  expect(statSync(zipOf('wave', 'google-ads', unit)).size).toBeLessThan(statSync(zipOf('wave', 'cm360', unit)).size);
});

const told = (code: string, deliverable: string) =>
  report.findings.filter((one) => one.code === code && (one.where as { deliverable?: string }).deliverable?.startsWith(deliverable));

test('what overflows and what is too small is found in outlines too', () => {
  if (!browser) return;
  expect(told('banner-text-overflow', 'banners/wave/fout-')).toHaveLength(1);
  expect(told('banner-text-small', 'banners/wave/fout-').length).toBeGreaterThan(0);
  expect(told('banner-font-refused', 'banners/wave')).toEqual([]);
});

test('a number that a script counts keeps its font, and its slot is named', () => {
  if (!browser) return;
  const [found] = told('banner-font-refused', 'banners/count');
  expect(found?.where).toMatchObject({ slot: 'headline' });
  expect(found?.message).toContain('a script counts in it');
  // A package with a font in it is held back by what Google asks.
  expect(told('ad-font-refused', 'banners/count/google-ads')).toHaveLength(1);
});
