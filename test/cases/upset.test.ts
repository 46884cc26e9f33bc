/** Builds of which the ground moves: files that change meanwhile, house code that breaks, and what a former build left. */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Where } from '../../pipeline/model/finding.ts';
import { type WarmStore, warmStore } from '../support/warm.ts';
import { BANNER, BANNER_ORDER, type Files, makeWorkspace, plainWorkspace, ROOT, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
let warm: WarmStore;
beforeAll(async () => {
  warm = await warmStore();
}, 120_000);
afterAll(() => warm?.remove());
afterEach(() => workspace?.remove());
const open = async (change: Files = {}): Promise<TestWorkspace> => {
  workspace = makeWorkspace(await plainWorkspace(change));
  warm.into(workspace);
  return workspace;
};
const build = (...args: string[]) => workspace.build('--no-measure', ...args);
const codes = (): string[] => build().report.findings.map(({ code }) => code);
const english = (): string => readFileSync(workspace.path('output/try/site/en/index.html'), 'utf8');
const CONFIG = 'templates/plain/eleventy.config.js';
const page = (body: string): Files => ({ 'assets/try/content/en/index.md': `---\nlayout: page.njk\ntitle: Sea\n---\n${body}\n` });

test('a fault of a template is gone when its cause is, though no file of the production changed', async () => {
  const { write } = await open({ [CONFIG]: "import words from 'tiny-plugin';\nexport default () => words;" });
  expect(codes()).toContain('template-broken');
  write({
    'node_modules/tiny-plugin/package.json': '{ "name": "tiny-plugin", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
    'node_modules/tiny-plugin/index.js': 'export default "words";',
  });
  expect(codes()).not.toContain('template-broken');
});

test.each([
  ['a page', 'assets/try/content/en/index.md', 'about *water*'],
  ['a layout', 'templates/plain/site/page.njk', '<main>'],
])('%s that is saved while it is rendered, and then put back, leaves nothing behind', async (_, file, words) => {
  const { path, write } = await open();
  const before = readFileSync(path(file), 'utf8');
  const marked = before.replace(words, `EDITED ${words}`);
  expect(marked).not.toBe(before);
  // The house's own code stands in for a person who saves at the worst moment.
  write({
    [CONFIG]: `import { existsSync, writeFileSync } from 'node:fs';
export default () => { if (existsSync(${JSON.stringify(path('save-now'))})) writeFileSync(${JSON.stringify(path(file))}, ${JSON.stringify(marked)}); };`,
    'save-now': '',
  });
  build();
  rmSync(path('save-now'));
  writeFileSync(path(file), before);
  build();
  expect(english()).not.toContain('EDITED');
});

test.each([
  ['text that went through escape', '{% image "sea", slot="hero", alt=title | escape %}', 'alt="Sea"'],
  [
    'what a macro gives',
    '{% macro words(t) %}By the {{ t }}{% endmacro %}{% image "sea", slot="hero", alt=words(title) %}',
    'alt="By the Sea"',
  ],
])('an option of a picture may be %s', async (_, body, expected) => {
  await open(page(body));
  expect(build().code).toBe(0);
  expect(english()).toContain(expected);
});

test('an option that is no text at all is a fault of the template, with its reason', async () => {
  await open(page('{% image "sea", slot="hero", alt=range %}'));
  const { code, report } = build();
  expect(code).toBe(1);
  expect(report.findings.find((found) => found.code === 'template-broken')?.message).toContain('alt is no text');
});

test.each([
  ['an error', "throw new Error('late fault')", 'late fault'],
  ['null', 'throw null', 'null'],
  ['a rejection', "Promise.reject(new Error('late fault'))", 'late fault'],
])('%s that a filter lets go blames the site that used it, and no banner', async (_, code, words) => {
  await open({
    ...BANNER,
    'assets/try/order.yaml': BANNER_ORDER,
    [CONFIG]: `export default (config) => config.addFilter('loose', (text) => { setTimeout(() => { ${code}; }, 0); return text; });`,
    ...page('{{ title | loose }}'),
  });
  const { report } = build();
  const broken = report.findings.filter((found) => found.code === 'template-broken');
  expect(broken.map(({ where }) => (where as Where).deliverable)).toEqual(['site']);
  expect(broken[0]?.message).toContain(words);
  expect(report.deliverables.filter(({ kind, sound }) => kind === 'banner' && sound)).toHaveLength(4);
});

test('a house style without a folder for its site faults the site alone', async () => {
  await open({
    ...BANNER,
    'assets/try/order.yaml': BANNER_ORDER,
    'templates/plain/site/page.njk': undefined,
    'templates/plain/site/site.css': undefined,
  });
  const { report } = build();
  expect(report.deliverables.filter(({ kind, sound }) => kind === 'banner' && sound)).toHaveLength(4);
  expect(report.findings.filter(({ code }) => code === 'template-broken').map(({ where }) => (where as Where).deliverable)).toEqual([
    'site',
  ]);
});

test('a file in the place of a folder of the output is laid over', async () => {
  const { path } = await open();
  build();
  const whole = workspace.tree('output/try/site');
  rmSync(path('output/try/site/en'), { recursive: true });
  writeFileSync(path('output/try/site/en'), 'mine');
  expect(build().code).toBe(0);
  expect(workspace.tree('output/try/site')).toEqual(whole);
});

test('an alias without an anchor in the house style is told, not thrown', async () => {
  await open({ 'templates/plain/house.yaml': 'images: *nothing\n' });
  const { code, report } = build();
  expect(code).toBe(1);
  expect(report.findings.map((found) => found.code)).toContain('house-invalid');
});

test('a build that could not start leaves the way free for the next one in the same process', { timeout: 60_000 }, async () => {
  const { path, start, write } = await open();
  mkdirSync(path('output'));
  writeFileSync(path('output/try'), 'in the way');
  const child = start('build', 'try', '--watch', '--no-measure');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  rmSync(path('output/try'));
  write(page('Free again.'));
  await expect
    .poll(() => (Object.keys(workspace.tree('output/try/site')).length > 0 ? english() : ''), { timeout: 30_000 })
    .toContain('Free again.');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
});

test('kader clean takes the record of an earlier version', async () => {
  const { path, run } = await open();
  build();
  const file = path('output/try/record/record.json');
  const { caches: _, ...older } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify(older));
  expect(run('clean').code).toBe(0);
});

test('what a link in the house style leads to belongs to the house style', async () => {
  const { path, write } = await open({ 'shared/page.njk': readFileSync('/dev/null') });
  renameSync(path('templates/plain/site/page.njk'), path('shared/page.njk'));
  symlinkSync('../../../shared/page.njk', path('templates/plain/site/page.njk'));
  build();
  const layout = readFileSync(path('shared/page.njk'), 'utf8');
  write({ 'shared/page.njk': layout.replace('<main>', '<main><p>Shared</p>') });
  build();
  expect(english()).toContain('<p>Shared</p>');
});

test('a link that leads nowhere, or out of the production, among the pages is no bug', async () => {
  const { path } = await open();
  symlinkSync('gone.md', path('assets/try/content/en/lost.md'));
  symlinkSync('../../../../templates', path('assets/try/content/en/elsewhere'));
  expect(build().code).toBeLessThan(3);
});

test('a build that stood under another key, as other code of Kader gives it, is gone over again', async () => {
  const { path } = await open();
  build();
  const file = path('.kader/standing/try.json');
  const keyOf = (): string => (JSON.parse(readFileSync(file, 'utf8')) as { standing: { key: string } }).standing.key;
  const key = keyOf();
  writeFileSync(file, readFileSync(file, 'utf8').replace(key, key.replace(/^../, 'zz')));
  expect(build().report.jobs.made).toBe(0);
  expect(keyOf()).toBe(key);
  // One line for each compiled Kader: a change of any check or word is other code.
  expect(readFileSync(join(ROOT, 'dist/code.txt'), 'utf8')).toMatch(/^[0-9a-f]{16}\n$/);
});
