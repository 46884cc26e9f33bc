/** A build that changes nothing stands; anything that is not as it was laid is laid again, and only what changed is done over. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type WarmStore, warmStore } from '../support/warm.ts';
import { makeWorkspace, ORDER, photo, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
let warm: WarmStore;
beforeAll(async () => {
  warm = await warmStore();
}, 120_000);
afterAll(() => warm?.remove());
afterEach(() => workspace?.remove());

/** Eleventy reads this once each time that it is run. */
const COUNTING_CONFIG = `
import { appendFileSync } from 'node:fs';
export default function () { appendFileSync(${JSON.stringify('RUNS')}, 'x'); }
`;

async function built(): Promise<TestWorkspace> {
  workspace = makeWorkspace(await plainWorkspace());
  workspace.write({ 'templates/plain/eleventy.config.js': COUNTING_CONFIG.replace('"RUNS"', JSON.stringify(workspace.path('runs'))) });
  warm.into(workspace);
  const { code, report } = workspace.build('--no-measure');
  expect(code).toBe(0);
  expect(report.jobs.made + report.jobs.cached).toBeGreaterThan(0);
  expect(runs()).toBeGreaterThan(0);
  return workspace;
}
const build = () => workspace.build('--no-measure').report;
const runs = (): number => (existsSync(workspace.path('runs')) ? readFileSync(workspace.path('runs'), 'utf8').length : 0);

test.each<[string, (page: string) => void]>([
  ['changed by hand', (page) => writeFileSync(page, `${readFileSync(page, 'utf8')}<!-- by hand -->`)],
  ['changed by hand to the same length', (page) => writeFileSync(page, readFileSync(page, 'utf8').replace('water', 'wet..'))],
  ['removed', (page) => rmSync(page)],
  ['added', (page) => writeFileSync(page.replace('index', 'extra'), 'mine')],
])('a file of the output that was %s is put right, and nothing is made or rendered for it', async (_, change) => {
  const { path, tree } = await built();
  const [before, rendered] = [tree('output/try/site'), runs()];
  change(path('output/try/site/en/index.html'));
  expect(tree('output/try/site')).not.toEqual(before);
  expect(build().jobs).toMatchObject({ made: 0, failed: 0, skipped: 0 });
  expect(tree('output/try/site')).toEqual(before);
  expect(runs()).toBe(rendered);
});

test('an output that was removed as a whole is laid again', async () => {
  const { path, tree } = await built();
  const before = tree('output/try/site');
  rmSync(path('output'), { recursive: true });
  expect(build().jobs.made).toBe(0);
  expect(tree('output/try/site')).toEqual(before);
  expect(existsSync(path('output/try/report.html'))).toBe(true);
});

test('a changed page is rendered again; a replaced photograph makes its renditions and renders nothing', async () => {
  const { path, write } = await built();
  const rendered = runs();
  write({ 'assets/try/content/en/index.md': '---\nlayout: page.njk\ntitle: Sea\n---\n{% image "sea", slot="hero" %}\n\nOther words.\n' });
  build();
  expect(readFileSync(path('output/try/site/en/index.html'), 'utf8')).toContain('Other words.');
  const afterWords = runs();
  expect(afterWords).toBeGreaterThan(rendered);
  write({ 'assets/try/photos/sea.jpg': await photo(1600, 1200, 5) });
  expect(build().jobs.made).toBeGreaterThan(0);
  expect(runs()).toBe(afterWords);
});

test.each<[string, Record<string, string>, (html: string) => boolean]>([
  [
    'the house style',
    { 'templates/plain/site/page.njk': '<html lang="en"><title>New</title>{% styles "site.css" %}</html>' },
    (html) => html.includes('<title>New'),
  ],
  [
    'the order',
    { 'assets/try/order.yaml': ORDER.replace('en: The sea', 'en: The grey sea') },
    (html) => html.includes('alt="The grey sea"'),
  ],
  ['a data file', { 'assets/try/content/en/en.json': '{ "title": "unused" , "layout": "page.njk" }' }, (html) => html.includes('<h1>Sea')],
])('a build after a change of %s is no standing build', async (_, change, shows) => {
  const { path, write } = await built();
  const rendered = runs();
  write(change);
  build();
  expect(runs()).toBeGreaterThan(rendered);
  expect(shows(readFileSync(path('output/try/site/en/index.html'), 'utf8'))).toBe(true);
});

test('a measured build after one that was not measured is not held for the same', async () => {
  await built();
  const { report } = workspace.build();
  expect(report.jobs.made).toBeGreaterThan(0);
  expect(report.findings.map(({ code }) => code)).not.toContain('not-measured');
});

test('kader clean keeps what the last build used: nothing is rendered or made again', async () => {
  const { path, run } = await built();
  const rendered = runs();
  expect(run('clean').code).toBe(0);
  rmSync(path('output/try/site/index.html'));
  expect(build().jobs.made).toBe(0);
  expect(runs()).toBe(rendered);
});
