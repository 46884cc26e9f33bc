/** Finished pages: which sources stay, by weight alone. */
import { describe, expect, test } from 'vitest';
import { finishPage, planPage } from '../../pipeline/jobs/page.ts';
import type { Deliverable, Outcome, Plan } from '../../pipeline/model/job.ts';
import { digestOf, type JobKey } from '../../pipeline/model/key.ts';
import { worthOffering } from '../../pipeline/model/offer.ts';
import { makeRelease } from '../../pipeline/release.ts';

const source = (name: string, media = ''): string =>
  `<source${media && ` media="${media}"`} type="image/x" srcset="../img/${name}-1 1w, ../img/${name}-2 2w" sizes="1px">`;
const img = (name: string): string => `<img src="../img/${name}-1" srcset="../img/${name}-1 1w, ../img/${name}-2 2w" alt="">`;
const weigh = (bytes: Record<string, readonly [number, number]>): Map<string, number> =>
  new Map(Object.entries(bytes).flatMap(([name, [one, two]]) => [[`${name}-1`, one] as const, [`${name}-2`, two] as const]));

test.each([
  [[3, 2, 1], [1]],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [2, 3, 2.5],
    [2, 2.5],
  ],
  [[2, 2], [2]],
  [[2.6, 3, 2.5], [2.5]],
  [[9], [9]],
])('of formats that weigh %j stay %j', (weights, kept) => {
  expect(worthOffering(weights.map((bytes) => ({ bytes }))).map(({ bytes }) => bytes)).toEqual(kept);
});

describe('a page', () => {
  test('names a format only where all its widths together weigh less than those of the next', () => {
    const page = `<p>&amp;</p><picture class="a">${source('a')}${source('w')}${img('j')}</picture><p>`;
    // One width of the AVIF is lighter, both together are not.
    expect(finishPage(page, weigh({ a: [1, 9], w: [4, 5], j: [8, 8] }))).toEqual({
      html: `<p>&amp;</p><picture class="a">${source('w')}${img('j')}</picture><p>`,
      left: ['a-1', 'a-2'],
    });
    expect(finishPage(page, weigh({ a: [1, 2], w: [4, 5], j: [8, 8] }))).toEqual({ html: page, left: [] });
  });

  test('keeps the last format of every condition, and compares within one', () => {
    const wide = '(color-gamut: p3)';
    const page = `<picture>${source('pa', wide)}${source('pw', wide)}${source('a')}${img('j')}</picture>`;
    const { html } = finishPage(page, weigh({ pa: [9, 9], pw: [8, 8], a: [1, 1], j: [2, 2] }));
    expect(html).toBe(`<picture>${source('pw', wide)}${source('a')}${img('j')}</picture>`);
  });

  test('still shows a file that another place on it is better off with', () => {
    const page = `<picture>${source('a')}${img('w')}</picture><picture>${source('a')}${img('j')}</picture>`;
    expect(finishPage(page, weigh({ a: [5, 5], w: [4, 4], j: [9, 9] }))).toEqual({
      html: `<picture>${img('w')}</picture><picture>${source('a')}${img('j')}</picture>`,
      left: [],
    });
  });

  test('leaves alone what its author wrote, and what was not weighed', () => {
    const page = `<picture>${source('own')}${img('j')}</picture>`;
    expect(finishPage(page, weigh({ j: [1, 1] }))).toEqual({ html: page, left: [] });
  });
});

describe('a release', () => {
  const [one, two] = ['one', 'two'].map((name) =>
    planPage({ url: `/${name}/`, digest: digestOf(name) }, [{ path: 'img/a.avif', key: 'a' as JobKey }]),
  );
  if (!one || !two) throw new Error('no jobs');
  const site: Deliverable = {
    name: 'site',
    kind: 'site',
    files: [
      { path: 'site/one/index.html', from: { from: 'job', key: one.key }, draft: digestOf('one') },
      { path: 'site/two/index.html', from: { from: 'job', key: two.key }, draft: digestOf('two') },
      { path: 'site/img/a.avif', from: { from: 'job', key: 'a' as JobKey } },
    ],
    measures: [],
    assets: [],
  };
  const plan: Plan = { jobs: [one, two], deliverables: [site] };
  const made = (key: JobKey, left: readonly string[] = []): Outcome => ({
    status: 'made',
    key,
    made: { blob: { digest: digestOf(key), bytes: 1 }, facts: { left } },
  });
  const laid = (outcomes: readonly Outcome[], sound: boolean): string[] => {
    const { files, review } = makeRelease(plan, outcomes, [{ deliverable: site, sound, unmeasured: false, files: 3, bytes: 0 }], () => 7);
    return [...files, ...review].map(({ path, bytes }) => `${path} ${bytes}`);
  };

  test('leaves out a file only when no page names it any more', () => {
    const left = ['img/a.avif'];
    expect(laid([made('a' as JobKey), made(one.key, left), made(two.key)], true)).toContain('site/img/a.avif 1');
    expect(laid([made('a' as JobKey), made(one.key, left), made(two.key, left)], true)).toEqual([
      'site/one/index.html 1',
      'site/two/index.html 1',
    ]);
  });

  test('shows a page that lost a picture as it was set, for eyes only', () => {
    const failed: Outcome = { status: 'failed', key: 'a' as JobKey, fault: { code: 'tool-failed', args: {} } };
    const skipped: Outcome = { status: 'skipped', key: one.key, because: 'a' as JobKey };
    expect(laid([failed, skipped, made(two.key)], false)).toEqual(['review/site/one/index.html 7', 'review/site/two/index.html 1']);
  });
});
