/** Whole builds of pictures that no plain sRGB: what is offered, what stands in the files, and what a browser takes. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job, Outcome } from '../../pipeline/model/job.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { builtinProfile } from '../../pipeline/tools/colour.ts';
import { profile, tiff } from '../support/tiff.ts';
import { ultraHdr } from '../support/ultra-hdr.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const HOUSE_COLOUR = HOUSE.replace('slots:', 'colour: { intent: relative, blackPoint: true, cmyk: profiles/coated.icc }\n  slots:').replace(
  'hero: {',
  'hero: { gamut: p3, hdr: keep,',
);

/** A field of one colour, 400 × 225 px. */
function field(space: 'rgb' | 'cmyk', colour: readonly number[], icc?: Buffer): Buffer {
  const [width, height] = [400, 225];
  const data = Uint8Array.from({ length: width * height * colour.length }, (_, at) => colour[at % colour.length] as number);
  return tiff({ width, height, space, data, ...(icc ? { icc } : {}) });
}

let workspace: TestWorkspace;
const site = (): string => workspace.path('output/try/site');
const pictures = (stem: string): string[] =>
  readdirSync(`${site()}/img`)
    .filter((name) => name.startsWith(stem))
    .map((name) => `${site()}/img/${name}`);
const describedBy = (path: string): string =>
  execFileSync('exiftool', ['-s3', '-ICC_Profile:ProfileDescription', path], { encoding: 'utf8' }).trim();
const colourOf = async (path: string): Promise<number[]> => [
  ...(await sharp(path).keepIccProfile().removeAlpha().raw().toBuffer()).subarray(0, 3),
];

beforeAll(async () => {
  const files = await plainWorkspace({
    'templates/plain/house.yaml': HOUSE_COLOUR,
    'templates/plain/profiles/coated.icc': profile('ISO Coated'),
    'assets/try/order.yaml': ORDER.replace(
      'deliver:',
      `${['poppy', 'press', 'launch']
        .map((name) => `  - { name: ${name}, file: photos/${name}, alt: { en: A, nl: A }, rights: { creator: A } }\n`)
        .join('')}deliver:`,
    ),
    'assets/try/photos/poppy': field('rgb', [255, 0, 0], await builtinProfile('p3')),
    'assets/try/photos/press': field('cmyk', [0, 229, 249, 0]),
    'assets/try/photos/launch': await ultraHdr(),
    'assets/try/content/en/index.md':
      '---\nlayout: page.njk\ntitle: Sea\n---\n{% image "poppy", slot="hero" %}{% image "press", slot="card" %}{% image "launch", slot="hero" %}\n\n[nl](/nl/)\n',
  });
  workspace = makeWorkspace(files);
}, 60_000);
afterAll(() => workspace?.remove());

test('wide colours, press colours and gain maps reach the site as they were asked', { timeout: 120_000 }, async () => {
  const { code, report } = workspace.build('--no-measure');
  expect([code, report.findings.filter(({ severity }) => severity === 'error')]).toEqual([0, []]);
  const assumed = report.findings.find((found) => found.code === 'image-untagged-cmyk');
  expect(assumed?.message).toContain('ISO Coated v2 300% (basICColor), which the house style names');
  // In both spaces at two widths, whichever of AVIF and WebP gains most.
  const poppies = pictures('poppy');
  expect([2, 4]).toContain(poppies.map(describedBy).filter((name) => name === 'sP3C').length);
  for (const path of poppies) {
    const [red = 0, green = 0] = await colourOf(path);
    expect(red).toBeGreaterThan(245);
    expect(green).toBeLessThan(12);
  }
  // Golden: the red that sRGB's red is printed with, by the profile that the house names.
  for (const path of pictures('press')) expect((await colourOf(path))[0]).toBeGreaterThan(215);
  const maps = pictures('launch').filter(
    (path) => execFileSync('exiftool', ['-s3', '-MPF:NumberOfImages', path], { encoding: 'utf8' }).trim() === '2',
  );
  expect(maps).toHaveLength(2);
  expect(workspace.build('--no-measure').report.jobs.made).toBe(0);
});

test('another press makes anew what is read with it, and nothing else', { timeout: 120_000 }, () => {
  const other = Buffer.from(profile('ISO Coated'));
  other.writeUInt16BE(2025, 24);
  workspace.write({ 'templates/plain/profiles/coated.icc': other });
  workspace.build('--no-measure');
  const read = (name: string) => JSON.parse(readFileSync(workspace.path('output/try/record', `${name}.json`), 'utf8'));
  const made = new Set((read('outcomes') as Outcome[]).filter(({ status }) => status === 'made').map(({ key }) => key));
  const jobs = (read('plan') as { jobs: Job[] }).jobs.filter(({ key }) => made.has(key));
  expect(jobs.length).toBeGreaterThan(1);
  // Their names are new, so the page that shows them is too.
  for (const { kind, asset } of jobs) expect([kind, asset]).toEqual(kind === 'page' ? ['page', undefined] : ['image', 'press']);
});

test.each([
  ['that is not there', 'profiles/lost.icc', undefined, 'there is no'],
  ['of RGB', 'profiles/screen.icc', () => profile('Adobe RGB'), 'no CMYK profile'],
  ['that is no profile', 'profiles/letter.icc', () => Buffer.from('Dear client'), 'no ICC profile'],
  ['that is cut off', 'profiles/half.icc', () => profile('ISO Coated').subarray(0, 2000), 'damaged'],
])('a press profile %s is told with its file', { timeout: 60_000 }, (_, path, content, detail) => {
  workspace.write({
    'templates/plain/house.yaml': HOUSE_COLOUR.replace('profiles/coated.icc', path),
    ...(content ? { [`templates/plain/${path}`]: content() } : {}),
  });
  const { code, report } = workspace.build('--no-measure');
  expect(code).toBe(1);
  expect(report.findings.find((found) => found.code === 'house-invalid')?.message).toContain(detail);
  workspace.write({ 'templates/plain/house.yaml': HOUSE_COLOUR });
});

const browser = await findBrowser(process.env);

test.skipIf(!browser)('a browser on a wide screen takes the wide picture, on another the plain one', { timeout: 120_000 }, async () => {
  workspace.build('--no-measure');
  const running = await chromium.launch({ executablePath: browser?.path ?? '', args: ['--no-sandbox', ...(browser?.args ?? [])] });
  try {
    const page = await running.newPage({ viewport: { width: 300, height: 400 } });
    const session = await page.context().newCDPSession(page);
    const taken = async (gamut: 'srgb' | 'p3'): Promise<string> => {
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'color-gamut', value: gamut }] });
      await page.goto(pathToFileURL(`${site()}/en/index.html`).href);
      return page.evaluate(() => decodeURIComponent(document.querySelector('img')?.currentSrc.replace('file://', '') ?? ''));
    };
    expect(describedBy(await taken('p3'))).toBe('sP3C');
    expect(describedBy(await taken('srgb'))).toBe('');
    expect(readFileSync(`${site()}/en/index.html`, 'utf8')).toContain('media="(dynamic-range: high)"');
  } finally {
    await running.close();
  }
});
