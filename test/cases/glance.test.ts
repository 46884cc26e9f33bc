/** Where nothing changed a build is told at a glance; whatever may change what it comes to is seen, and gone over. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUSE, makeWorkspace, plainWorkspace, ROOT, type TestWorkspace } from '../support/workspace.ts';

/** A change so soon after another may leave the times of a file as they were, so until then nothing is told at a glance. */
const RACY_MS = 2100;
const FONT = { family: 'Archivo', package: '@trial/archivo', file: 'archivo.woff2', style: 'normal', axes: { wght: 400 } };
const PACKAGE = 'node_modules/@trial/archivo';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = makeWorkspace(await plainWorkspace({ 'templates/plain/house.yaml': `${HOUSE}fonts: [${JSON.stringify(FONT)}]\n` }));
  const font = 'node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2';
  workspace.write({ [`${PACKAGE}/package.json`]: '{ "name": "@trial/archivo", "version": "1.0.0" }' });
  cpSync(join(ROOT, font), workspace.path(PACKAGE, FONT.file));
  expect(workspace.build('--no-measure').code).toBe(0);
});
afterAll(() => workspace.remove());

/** Only who goes over the files again writes down how they stand. */
function build(...args: string[]) {
  const index = workspace.path('.kader/index/try.json');
  rmSync(index, { force: true });
  const built = workspace.build('--no-measure', ...args);
  return { ...built, isAtAGlance: !existsSync(index) };
}
async function settled(): Promise<void> {
  await pause(RACY_MS);
  build();
  expect(build()).toMatchObject({ isAtAGlance: true, report: { jobs: { made: 0, failed: 0, skipped: 0 } } });
}
const report = (): string => readFileSync(workspace.path('output/try/report.html'), 'utf8');
const page = (): string => readFileSync(workspace.path('output/try/site/en/index.html'), 'utf8');

test('it says what the whole build said, in words, in numbers and in the report', async () => {
  const whole = build();
  expect(whole.isAtAGlance).toBe(false);
  const body = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const before = body(report());
  await settled();
  const again = build();
  expect(again.isAtAGlance).toBe(true);
  expect({ ...again.report, durationMs: 0 }).toEqual({ ...whole.report, durationMs: 0 });
  expect(body(report())).toBe(before);
});

test('what is asked for otherwise, another program that is named and an output changed by hand are gone over', () => {
  expect(build('--language', 'nl').isAtAGlance).toBe(false);
  expect(report()).toContain('<html lang="nl">');
  expect(build('--language', 'nl').isAtAGlance).toBe(true);
  const { program } = JSON.parse(readFileSync(workspace.path('.kader/browser.json'), 'utf8')) as { program: { path: string } };
  workspace.env['KADER_BROWSER'] = program.path;
  expect(build('--language', 'nl').isAtAGlance).toBe(false);
  expect(build('--language', 'nl').isAtAGlance).toBe(true);
  delete workspace.env['KADER_BROWSER'];
  expect(build().isAtAGlance).toBe(false);
  expect(build().isAtAGlance).toBe(true);
  const laid = page();
  writeFileSync(workspace.path('output/try/site/en/index.html'), `${laid}<!-- by hand -->`);
  expect(build().isAtAGlance).toBe(false);
  expect(page()).toBe(laid);
});

test('a page of the same length and time is seen to be another', () => {
  expect(build().isAtAGlance).toBe(true);
  const path = workspace.path('assets/try/content/en/index.md');
  const { atime, mtime } = statSync(path);
  writeFileSync(path, readFileSync(path, 'utf8').replace('water', 'waves'));
  utimesSync(path, atime, mtime);
  expect(build().isAtAGlance).toBe(false);
  expect(page()).toContain('waves');
});

test('a file that is supplied beside the others is seen', async () => {
  await settled();
  workspace.write({ 'assets/try/photos/more.jpg': 'unlisted' });
  expect(build().report.findings.map(({ code }) => code)).toContain('material-unlisted');
});

test('a folder behind a link is never told at a glance, and a font of another package is seen', async () => {
  await settled();
  mkdirSync(workspace.path('elsewhere'));
  symlinkSync(workspace.path('elsewhere'), workspace.path('templates/plain/site/more'));
  expect(build().isAtAGlance).toBe(false);
  expect(build().isAtAGlance).toBe(false);
  rmSync(workspace.path('templates/plain/site/more'));
  expect(build().isAtAGlance).toBe(true);
  workspace.write({ [`${PACKAGE}/package.json`]: '{ "name": "@trial/archivo", "version": "1.0.1" }' });
  expect(build().isAtAGlance).toBe(false);
});
