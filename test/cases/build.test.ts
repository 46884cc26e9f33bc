/** Whole builds of a plain workspace: the tree, the second build, change, and what goes wrong. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { programOnPath } from '../../pipeline/tools/programs.ts';
import { type WarmStore, warmStore } from '../support/warm.ts';
import {
  BANNER,
  BANNER_ORDER,
  type Files,
  HOUSE,
  makeWorkspace,
  ORDER,
  photo,
  plainWorkspace,
  type TestWorkspace,
} from '../support/workspace.ts';
import { findingCases } from './finding-cases.ts';

let workspace: TestWorkspace;
afterEach(() => workspace?.remove());
const open = async (change: Files = {}): Promise<TestWorkspace> => {
  workspace = makeWorkspace(await plainWorkspace(change));
  return workspace;
};
let warm: WarmStore;
beforeAll(async () => {
  warm = await warmStore();
}, 120_000);
afterAll(() => warm?.remove());
const codes = (report: { findings: readonly { code: string }[] }): string[] => report.findings.map(({ code }) => code);

test('an order becomes a site whose every file is named by the page before it exists', async () => {
  const { build, tree, path } = await open();
  const { code, report } = build();
  expect(codes(report).filter((one) => !['material-unlisted', 'format-gains-nothing'].includes(one))).toEqual([]);
  expect(code).toBe(0);
  const files = Object.keys(tree('output/try/site'));
  expect(files.filter((file) => file.endsWith('.html'))).toEqual(['en/index.html', 'index.html', 'nl/index.html']);
  // Two widths in the formats that gain something, and what stands in `<img>`; nothing lies there that no page names.
  const both = ['en', 'nl'].map((language) => readFileSync(path(`output/try/site/${language}/index.html`), 'utf8')).join('');
  const pictures = files.filter((file) => file.startsWith('img/'));
  expect(pictures.filter((file) => !both.includes(file))).toEqual([]);
  expect(pictures.filter((file) => file.endsWith('.jpg'))).toHaveLength(2 + 1);
  const html = readFileSync(path('output/try/site/en/index.html'), 'utf8');
  for (const [, source] of html.matchAll(/\.\.\/(img\/[^\s",]+)/g)) expect(files).toContain(source);
  expect(html).toContain('<html lang="en">');
  expect(readFileSync(path('output/try/site/nl/index.html'), 'utf8')).toContain('<html lang="nl">');
  expect(html).toMatch(/<img [^>]*width="320" height="180" alt="The sea"/);
  expect(await sharp(path('output/try/site', files.find((file) => /320.*jpg/.test(file)) as string)).metadata()).toMatchObject({
    width: 320,
    height: 180,
  });
});

test('the second build makes nothing and leaves the same bytes', async () => {
  const { build, tree } = await open({ ...BANNER, 'assets/try/order.yaml': BANNER_ORDER });
  const first = build().report;
  const before = tree('output/try/site');
  const second = build().report;
  expect(first.jobs.made).toBeGreaterThan(10);
  expect(second.jobs).toMatchObject({ made: 0, failed: 0, skipped: 0 });
  expect(tree('output/try/site')).toEqual(before);
  expect(second.findings).toEqual(first.findings);
});

test('one job at a time or two, with a cleaned store: the same bytes', async () => {
  const { build, tree, run } = await open({ ...BANNER, 'assets/try/order.yaml': BANNER_ORDER });
  // What a browser thinks of them changes no byte.
  build('--jobs', '1', '--no-measure');
  const [site, banners] = [tree('output/try/site'), tree('output/try/banners')];
  expect(run('clean', '--all').code).toBe(0);
  build('--jobs', '2', '--no-measure');
  expect(tree('output/try/site')).toEqual(site);
  expect(tree('output/try/banners')).toEqual(banners);
});

test('what must stay whole is whole in every file, on phones and in banners too', async () => {
  const square = { left: 240, top: 480, width: 160, height: 160 };
  const red = await sharp({ create: { width: square.width, height: square.height, channels: 3, background: '#e01010' } })
    .png()
    .toBuffer();
  const sea = await sharp(await photo(1600, 1200))
    .composite([{ input: red, left: square.left, top: square.top }])
    .jpeg({ quality: 95 })
    .toBuffer();
  const framing = 'focus: [1, 0]\n    safe: [0.15, 0.4, 0.1, 0.134]\n    rights: { creator: A';
  const crops = "loading: eager, crops: { phone: { media: '(max-width: 40rem)', ratio: [1, 2], widths: [160] } } }";
  const { build, tree, path } = await open({
    ...BANNER,
    'assets/try/photos/sea.jpg': sea,
    'assets/try/order.yaml': BANNER_ORDER.replace('rights: { creator: A', framing),
    'templates/plain/house.yaml': HOUSE.replace('loading: eager }', crops),
  });
  expect(codes(build('--no-measure').report)).not.toContain('crop-cuts-safe-box');
  const files = [...Object.keys(tree('output/try')).filter((file) => /^(site\/img|banners\/.*background).*\.jpg$/.test(file))];
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const [width = 0, height = 0, share = 0] = execFileSync(
      programOnPath('magick') ?? programOnPath('convert-im6.q16') ?? 'convert',
      // Everything near the red becomes white, all else black: the mean is the share of the square.
      [
        path('output/try', file),
        '-fuzz',
        '30%',
        '-fill',
        'white',
        '-opaque',
        '#e01010',
        '-fill',
        'black',
        '+opaque',
        'white',
        '-format',
        '%w %h %[fx:mean]',
        'info:',
      ],
      { encoding: 'utf8' },
    )
      .split(' ')
      .map(Number);
    const scale = Math.max(width / 1600, height / 1200);
    expect((share * width * height) / (square.width * square.height * scale ** 2), file).toBeGreaterThan(0.93);
  }
});

test('a changed photo makes its own renditions again and explains why', async () => {
  const { build, run, write } = await open({ 'assets/try/photos/sky.jpg': await photo(640, 480, 7) });
  build();
  write({ 'assets/try/photos/sea.jpg': await photo(1600, 1200, 3) });
  const plan = run('plan', 'try', '--explain');
  expect(plan.stdout).toContain('the supplied file of sea changed');
  const { report } = build();
  expect(report.jobs.made).toBeGreaterThan(0);
  expect(report.jobs.cached).toBeGreaterThan(0);
});

test.each(findingCases)('$title is a finding: $code', async ({ change, code: expected, exit, env, options = [] }) => {
  const { build, path } = await open(await change());
  Object.assign(workspace.env, env);
  // What a case leaves as it was is not made again for it; where programs are hidden, none may be known already.
  if (!env) warm.into(workspace);
  const { code, report, stderr } = build('--no-measure', ...options);
  expect(codes(report)).toContain(expected);
  expect(code).toBe(exit);
  expect(stderr).not.toMatch(/\n\s+at .*\.js:\d+/);
  expect(readFileSync(path('output/try/report.html'), 'utf8')).toContain('</html>');
});

test('the finding of a request names template and line', async () => {
  const { build } = await open({
    'assets/try/content/en/index.md': '---\nlayout: page.njk\ntitle: Sea\n---\n\n\n{% image "sea", slot="heor" %}\n',
  });
  const found = build('--no-measure').report.findings.find(({ code }) => code === 'slot-unknown');
  expect(found?.where).toMatchObject({ file: 'assets/try/content/en/index.md', line: 7 });
  expect(found?.message).toContain('hero');
});

test('a name that is not there is told with the line that says it', async () => {
  const { path, run } = await open({ ...BANNER, 'assets/try/order.yaml': BANNER_ORDER });
  const placeOf = (code: string, from: string, to: string): string | undefined => {
    expect(BANNER_ORDER).toContain(from);
    writeFileSync(path('assets/try/order.yaml'), BANNER_ORDER.replace(from, to));
    const { findings } = JSON.parse(run('check', '--json', 'try').stdout) as { findings: { code: string; where: { line?: number } }[] };
    return BANNER_ORDER.split('\n')[(findings.find((found) => found.code === code)?.where.line ?? 0) - 1];
  };
  expect(placeOf('house-missing', 'house: plain', 'house: plane')).toContain('house: plain');
  expect(placeOf('template-missing', 'template: wave', 'template: wafe')).toContain('template: wave');
});

test('a broken banner template leaves the site and the other deliverables alone', async () => {
  const { build, tree } = await open({
    ...BANNER,
    'assets/try/order.yaml': BANNER_ORDER,
    'templates/plain/banners/wave/template.njk': '<p>{{ text.headline }</p>{% endif %}',
  });
  const { code, report } = build('--no-measure');
  expect(code).toBe(1);
  expect(codes(report)).toContain('template-broken');
  expect(Object.keys(tree('output/try/site'))).toContain('en/index.html');
  expect(report.deliverables.find(({ name }) => name === 'site')?.sound).toBe(true);
});

test('a bad photo holds back what uses it and nothing else', async () => {
  const order = `${BANNER_ORDER.replace('background: sea', 'background: sky')}`.replace(
    'deliver:',
    '  - { name: sky, file: photos/sky.jpg, rights: { creator: A, licence: all } }\ndeliver:',
  );
  const { build, tree } = await open({
    ...BANNER,
    'assets/try/order.yaml': order,
    'assets/try/photos/sky.jpg': 'no picture at all, sorry',
  });
  const { report } = build('--no-measure');
  const sound = Object.fromEntries(report.deliverables.map((one) => [one.name, one.sound]));
  expect(sound['site']).toBe(true);
  expect(sound['banners/wave/300x250-en']).toBe(false);
  expect(Object.keys(tree('output/try/banners'))).toEqual([]);
});

test('an order full of mistakes tells them all at once and exits with 2', async () => {
  const { run } = await open({ 'assets/try/order.yaml': ORDER.replace('languages:', 'langauges:').replace('client: Trial', 'client: 7') });
  const { code, stdout, stderr } = run('build', 'try');
  expect(code).toBe(2);
  expect(stdout + stderr).toMatch(/order\.yaml:\d+:\d+/);
  expect(stdout + stderr).toContain('languages');
  expect((stdout + stderr).match(/order-[a-z-]+\]/g)?.length).toBeGreaterThanOrEqual(2);
});

test.each([
  [['bild'], 2, 'build'],
  [['build', 'tri'], 2, 'try'],
  [['build', '--jobs', 'many'], 2, 'jobs'],
  [['build', '--only', 'print'], 2, 'site'],
])('%j exits with %i and helps', async (args, exit, hint) => {
  const { run } = await open();
  const { code, stdout, stderr } = run(...args);
  expect(code).toBe(exit);
  expect(stdout + stderr).toContain(hint);
});

test('check tells a picture that is too small or too soft for its place, and makes nothing', async () => {
  const small = await sharp(await photo(200, 150))
    .jpeg()
    .toBuffer();
  const { run, tree } = await open({
    'assets/try/photos/sea.jpg': small,
    'assets/try/order.yaml': ORDER.replace('supplied:', 'budget: { hours: 8, rate: 60 }\nsupplied:'),
  });
  const { stdout } = run('check', 'try');
  expect(stdout).toMatch(/hero.*\n.*\[image-too-small\]/);
  expect(stdout).toMatch(/Repair: \d+ min of the budgeted 8 h/);
  expect(tree('output')).toEqual({});
});

test('images shows all that was supplied, worst first, as a table, as data and as a page with thumbnails', async () => {
  const { run, tree, path } = await open({
    'assets/try/order.yaml': ORDER.replace('deliver:', '  - { name: letter, file: photos/letter.jpg }\ndeliver:'),
    'assets/try/photos/letter.jpg': 'This is a letter, not a picture at all.',
  });
  const { code, stdout } = run('images', 'try');
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ letter .*file-wrong-type[\s\S]*✓ sea .*1600 × 1200 .*q85/);
  expect(Object.keys(tree('output/try'))).toEqual(['images/index.html', 'images/sea.webp']);
  expect(await sharp(path('output/try/images/sea.webp')).metadata()).toMatchObject({ width: 640, height: 480 });
  const { pictures } = JSON.parse(run('images', 'try', '--json').stdout) as { pictures: { name: string; facts?: { measured?: object } }[] };
  expect(pictures.map(({ name }) => name)).toEqual(['letter', 'sea']);
  expect(pictures[1]?.facts?.measured).toMatchObject({ quality: 85 });
});
