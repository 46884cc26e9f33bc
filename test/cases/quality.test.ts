/** Whole builds whose pictures are coded by a target: what is sought again, what is not, and what stands in the record. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job, Outcome } from '../../pipeline/model/job.ts';
import type { ImageRecipe } from '../../pipeline/model/recipe.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const SOUGHT = HOUSE.replace(/ {2}encoders: .*\n/, '  target: 1.5\n  encoders: { avif: { effort: 0 } }\n');
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = makeWorkspace(await plainWorkspace({ 'templates/plain/house.yaml': SOUGHT }));
});
afterAll(() => workspace.remove());

function made(): { job: Job<ImageRecipe>; outcome: Outcome & { status: 'made' | 'cached' } }[] {
  const read = (name: string) => JSON.parse(readFileSync(workspace.path('output/try/record', `${name}.json`), 'utf8'));
  const outcomes = new Map((read('outcomes') as Outcome[]).map((outcome) => [outcome.key, outcome]));
  return (read('plan') as { jobs: Job<ImageRecipe>[] }).jobs
    .filter(({ kind }) => kind === 'image' || kind === 'quality')
    .map((job) => ({ job, outcome: outcomes.get(job.key) as never }));
}
const count = (kind: Job['kind'], status: Outcome['status']): number =>
  made().filter(({ job, outcome }) => job.kind === kind && outcome.status === status).length;

test('the record tells the quality of every rendition, and a second build seeks nothing', () => {
  workspace.build('--no-measure');
  expect([count('quality', 'made'), count('image', 'made')]).toEqual([8, 8]);
  for (const { outcome } of made()) expect(outcome.made.facts).toMatchObject({ quality: expect.any(Number), distance: expect.any(Number) });
  expect(workspace.build('--no-measure').report.jobs.made).toBe(0);
});

test('other words in the files are written at the qualities that are known', () => {
  workspace.write({ 'assets/try/order.yaml': ORDER.replace('creator: A,', 'creator: Ada,') });
  workspace.build('--no-measure');
  expect([count('quality', 'made'), count('quality', 'cached'), count('image', 'made')]).toEqual([0, 8, 8]);
});

test('another crop of one slot touches that slot alone', () => {
  workspace.write({ 'templates/plain/house.yaml': SOUGHT.replace('ratio: [1, 1]', 'ratio: [4, 5]') });
  workspace.build('--no-measure');
  expect([count('quality', 'made'), count('image', 'made'), count('image', 'cached')]).toEqual([2, 2, 6]);
});

test('quality gives way to a limit of bytes', () => {
  workspace.write({ 'templates/plain/house.yaml': SOUGHT.replace('ratio: [16, 9]', 'ratio: [16, 9], target: 0.5, maxBytes: 2500') });
  expect(workspace.build('--no-measure').report.findings.map(({ code }) => code)).not.toContain('image-heavy');
  const hero = made().filter(({ job }) => job.kind === 'image' && job.recipe.maxBytes === 2500);
  expect(hero.length).toBe(6);
  for (const { outcome } of hero) expect(outcome.made.blob?.bytes).toBeLessThanOrEqual(2500);
  expect(hero.some(({ outcome }) => !('distance' in (outcome.made.facts as object)))).toBe(true);
});
