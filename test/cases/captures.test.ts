/** Whole builds of banners with captures: what lies beside a unit, under which name, and what is left out on request. */

import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../../pipeline/model/job.ts';
import { BANNER, BANNER_ORDER, makeWorkspace, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  const order = BANNER_ORDER.replace('[300x250, 728x90]', '[300x250]\n      languages: [en]\n      captures: [storyboard, gif, 2x]');
  workspace = makeWorkspace(await plainWorkspace({ ...BANNER, 'assets/try/order.yaml': order }));
}, 60_000);
afterAll(() => workspace.remove());

const laid = (): string[] =>
  Object.keys(workspace.tree('output/try')).filter((path) => /^(banners|review\/banners)\/wave\/[^/]+$/.test(path));

test('captures lie beside the unit with the ending of what was made; a second build makes none', async (context) => {
  const { report } = workspace.build('--only', 'banners');
  if (report.findings.some(({ code }) => code === 'tool-missing')) context.skip('no browser of the Chromium family was found');
  const files = laid();
  expect(files.map((path) => path.split('.').slice(1).join('.')).sort()).toEqual([
    'gif',
    expect.stringMatching(/^(jpg|png)$/),
    expect.stringMatching(/^(jpg|png)$/),
    'storyboard.png',
    'zip',
  ]);
  for (const path of files.filter((one) => !one.endsWith('.zip'))) {
    const { format } = await sharp(workspace.path('output/try', path)).metadata();
    expect(format?.replace('jpeg', 'jpg')).toBe(path.split('.').at(-1));
  }
  const sharpest = files.find((path) => /300x250-en-2x\.(jpg|png)$/.test(path)) ?? '';
  expect(await sharp(workspace.path('output/try', sharpest)).metadata()).toMatchObject({ width: 600, height: 500 });
  expect(readFileSync(workspace.path('output/try', sharpest)).length).toBeLessThanOrEqual(40_000);
  const outcomes = JSON.parse(readFileSync(workspace.path('output/try/record/outcomes.json'), 'utf8')) as Outcome[];
  const facts = outcomes.map((outcome) => ('made' in outcome ? (outcome.made.facts as { what?: string } | undefined)?.what : undefined));
  expect(facts.filter((what) => what === 'capture')).toHaveLength(4);
  expect(facts).toContain('banner');
  expect(facts).toContain('smooth');
  expect(workspace.build('--only', 'banners').report.jobs.made).toBe(0);
}, 120_000);

test('are left out on request, which is told once', () => {
  const { code, report } = workspace.build('--only', 'banners', '--no-measure', '--no-captures');
  expect(code).toBe(0);
  expect(laid().every((path) => path.endsWith('.zip'))).toBe(true);
  expect(report.findings.filter(({ code: one }) => one === 'not-captured')).toHaveLength(1);
  expect(report.findings.map(({ code: one }) => one)).not.toContain('banner-missing-backup');
}, 60_000);
