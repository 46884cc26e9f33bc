/** Whole builds in which a format gains nothing: browsers never hear of it, and it does not lie in the output. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUSE, makeWorkspace, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const HEAVY = HOUSE.replace('avif: { quality: 50', 'avif: { quality: 95');
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = makeWorkspace(await plainWorkspace({ 'templates/plain/house.yaml': HEAVY }));
});
afterAll(() => workspace.remove());

const laid = (): string[] => Object.keys(workspace.tree('output/try/site')).filter((path) => path.startsWith('img/'));
const hero = (tree = 'site'): string => readFileSync(workspace.path(`output/try/${tree}/en/index.html`), 'utf8');
const sourcesOf = (html: string): string[] => [...html.matchAll(/<source\b[^>]*type="image\/(\w+)"/g)].map((match) => match[1] as string);

test('a heavier AVIF is neither offered nor laid', () => {
  const { code, report } = workspace.build('--no-measure');
  expect(code).toBe(0);
  expect(report.findings.map(({ code }) => code)).toContain('format-gains-nothing');
  expect(hero()).not.toContain('.avif');
  expect(sourcesOf(hero())).toEqual(['webp']);
  expect(laid().some((path) => path.endsWith('.avif'))).toBe(false);
  const names = new Set([...hero().matchAll(/img\/([^\s"]+)/g)].map((match) => match[1]));
  for (const name of names) expect(laid()).toContain(`img/${name}`);
  const site = report.deliverables.find(({ name }) => name === 'site');
  expect(site?.files).toBe(Object.keys(workspace.tree('output/try/site')).length);
});

test('nothing changed, nothing made', () => {
  expect(workspace.build('--no-measure').report.jobs.made).toBe(0);
});

test('a format that gains again is offered again', () => {
  workspace.write({
    'templates/plain/house.yaml': HOUSE.replace('webp: { quality: 70', 'webp: { quality: 100').replace(
      'jpeg: { quality: 75',
      'jpeg: { quality: 100',
    ),
  });
  const { report } = workspace.build('--no-measure');
  const told = report.findings.filter(({ code }) => code === 'format-gains-nothing').map(({ where }) => (where as { slot: string }).slot);
  expect(told).not.toContain('hero');
  expect(sourcesOf(hero())).toContain('avif');
});
