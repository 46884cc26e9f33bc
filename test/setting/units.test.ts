/** Versions of banners: axes and rows multiplied, named, led to their pages, and told what their size says otherwise. */
import { describe, expect, test } from 'vitest';
import { landingOf } from '../../pipeline/setting/landing.ts';
import { readBannerTemplate } from '../../pipeline/tools/banner-template.ts';
import { setUnits, TEMPLATE } from '../support/banner-set.ts';

const ids = (...from: Parameters<typeof setUnits>): string[] => setUnits(...from).units.map(({ id }) => id);
const AUDIENCE = { audience: { families: {}, night: { text: { nl: { headline: 'De nacht' } }, images: { background: 'acts/koor' } } } };

describe('axes', () => {
  test('are multiplied with languages and sizes, sets among them, each size once', () => {
    expect(ids({ sizes: ['300x250', '728x90', '300x250'], axes: AUDIENCE }, undefined, ['nl', 'fr'])).toEqual([
      '300x250-nl-families',
      '300x250-nl-night',
      '300x250-fr-families',
      '300x250-fr-night',
      '728x90-nl-families',
      '728x90-nl-night',
      '728x90-fr-families',
      '728x90-fr-night',
    ]);
    expect(ids({ sizes: ['core', 'google'] })).toHaveLength(28);
  });
  test('say otherwise in the order in which they are written', () => {
    const market = { be: { text: { nl: { headline: 'België' } }, landing: { nl: 'https://be.example/' } } };
    const [, , , night] = setUnits({ axes: { ...AUDIENCE, market: { nl: {}, ...market } } }).units;
    expect(night).toMatchObject({
      version: { audience: 'night', market: 'be' },
      text: { headline: 'België' },
      images: { background: 'acts/koor' },
      landing: 'https://be.example/',
    });
  });
  test('leave out what is excluded, and nothing else', () => {
    const exclude = [
      { audience: 'night', language: ['fr', 'de'] },
      { size: '728x90', audience: 'families' },
    ];
    expect(ids({ sizes: ['300x250', '728x90'], axes: AUDIENCE, exclude }, undefined, ['nl', 'fr'])).toEqual([
      '300x250-nl-families',
      '300x250-nl-night',
      '300x250-fr-families',
      '728x90-nl-night',
    ]);
  });
});

test('an exclusion that names nothing leaves out nothing, and is told', () => {
  const { units, findings } = setUnits({ exclude: [{}] });
  expect(units).toHaveLength(1);
  expect(findings).toEqual([expect.objectContaining({ code: 'banner-exclude-unknown' })]);
});

describe('a landing page', () => {
  const [unit] = setUnits({
    axes: AUDIENCE,
    name: '{audience}_{width}',
    utm: { utm_source: '{target}', utm_content: '{name} & {audience}' },
  }).units;
  test('is counted by what the version is, and by its target last', () => {
    expect(unit?.landing).toBe('https://k.example/?a=1&utm_source=common&utm_content=families_300%20%26%20families');
    expect(unit && landingOf(unit, 'google-ads')).toBe(
      'https://k.example/?a=1&utm_source=google-ads&utm_content=families_300%20%26%20families',
    );
  });
});

describe('a feed', () => {
  test('makes a version of each row, and goes on after one that is wrong', () => {
    const feed =
      'Language;product;headline;image.background;landing;utm_term;size\nnl;Fiets & co;Rijd;acts/koor;https://k.example/fiets;rood;\nnl;;Leeg;;;;\nfr;Vélo;Roulez;kade;https://k.example/velo;;728x90, 300x250\n';
    const { units, findings } = setUnits({ sizes: ['300x250', '728x90'], axes: { product: {} } }, feed, ['nl', 'fr']);
    expect(units.map(({ id }) => id)).toEqual(['300x250-nl-fiets-co', '300x250-fr-velo', '728x90-nl-fiets-co', '728x90-fr-velo']);
    expect(units[0]).toMatchObject({
      version: { product: 'Fiets & co' },
      text: { headline: 'Rijd' },
      images: { background: 'acts/koor' },
      landing: 'https://k.example/fiets?utm_term=rood',
      row: { file: 'feed.csv', row: 2 },
    });
    expect(findings.map(({ code, where, args }) => [code, where.line, where.column, args['cell']])).toEqual([
      ['feed-cell-empty', 3, 2, 'B3'],
      ['feed-cell-empty', 3, 4, 'D3'],
      ['feed-cell-empty', 3, 5, 'E3'],
    ]);
  });
  test('multiplies the axes that it does not name', () => {
    expect(ids({ axes: { product: {}, ...AUDIENCE } }, 'product\nfiets\nstep\n')).toEqual([
      '300x250-nl-fiets-families',
      '300x250-nl-fiets-night',
      '300x250-nl-step-families',
      '300x250-nl-step-night',
    ]);
  });
  test('tells what was meant', () => {
    const { findings } = setUnits({ axes: { product: {} } }, 'product,background,hedline\nfiets,kaed,x\n');
    expect(findings.map(({ args }) => args['nearest'])).toEqual(['headline', 'kade']);
  });
  test('of ten thousand rows is set within a second or two, and not by the square', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `p${at},Kop ${at}`);
    const { units, findings } = setUnits({ axes: { product: {} } }, `product,headline\n${rows.join('\n')}\n`);
    expect([units.length, findings.length]).toEqual([10_000, 0]);
  });
});

describe('a size', () => {
  const at = (size: string) => setUnits({ sizes: [size] }).units[0];
  test('is of the first family whose shape and bounds it fits', () => {
    expect([at('320x50')?.family, at('728x90')?.family, at('300x250')?.family]).toEqual(['mobile', 'leaderboard', 'rectangle']);
  });
  test('has what its family says otherwise, and on top of it what is said of itself', () => {
    expect(at('160x600')).toMatchObject({
      overrides: ['tall'],
      variables: { level: '0.4', ink: 'red', 'minimum-legal': '9px' },
      options: { pace: 1.5 },
      styles: [],
    });
    expect(at('300x600')).toMatchObject({
      overrides: ['tall', '300x600'],
      variables: { level: '0.3', ink: 'red' },
      options: { pace: 1.5, words: [1, 2] },
      hidden: ['legal'],
      boxes: { background: [1, 0.7] },
      styles: ['tall/half.css'],
    });
    expect(at('300x600')?.variables).not.toHaveProperty('minimum-legal');
    expect(at('300x250')).toMatchObject({ overrides: [], boxes: { background: [1, 0.5] } });
    expect(at('336x280')?.boxes).toEqual({ background: [0.5, 0.5] });
  });
  test.each([
    ['300x250', 24],
    ['728x90', 20],
    ['320x50', 12],
    ['300x600', 8],
  ])('%s takes a headline of %d characters', (size, most) => {
    const long = (length: number) =>
      setUnits({ sizes: [size], text: { nl: { headline: 'a'.repeat(length) } } }).findings.map(({ args }) => args['expected']);
    expect([long(most), long(most + 1)]).toEqual([[], [most]]);
  });
});

describe('a template.yaml', () => {
  const told = (from: string, to: string): string[] => {
    const found: string[] = [];
    const text = TEMPLATE.replace(from, to);
    expect(text).not.toBe(TEMPLATE);
    readBannerTemplate('banners/headline/', text, [{ path: 'banners/headline/tall/half.css' } as never], {}, (detail, at) =>
      found.push(`${at?.line}:${at?.column} ${detail}`),
    );
    return found;
  };
  test.each([
    ['a key that is misspelt', 'ratio: [0.9, 2]', 'ration: [0.9, 2]', /^5:16 .*ration is not known; did you mean ratio\?/m],
    ['a role that there is not', 'role: cta', 'role: call', /^10:28 slots\.cta\.role: /],
    ['a role with a slip', 'role: headline', 'role: heading', /did you mean headline\?/],
    [
      'an override of no family',
      '  tall: { variables',
      '  tal: { variables',
      /^13:3 overrides\.tal: tal is no family .*did you mean tall\?/,
    ],
    ['a hidden slot that there is not', 'hide: [legal]', 'hide: [leagl]', /^14:\d+ .*leagl is no slot .*did you mean legal\?/],
    ['a box for no family', '336x280: [0.5', 'rectangel: [0.5', /did you mean rectangle\?/],
    ['a limit that is no number', 'nl: 24', 'nl: many', /^9:\d+ slots\.headline\.limit\.nl: a number of characters/],
    ['a ratio the wrong way round', 'ratio: [0.9, 2]', 'ratio: [2, 0.9]', /^5:\d+ .*the least first/],
    ['a value that ends its declaration', "ink: 'red'", "ink: 'red;} body{display:none'", /^13:\d+ .*without ; \{ \}/],
    ['a stylesheet that is not there', 'tall/half.css', 'tall/halve.css', /^14:\d+ .*did you mean tall\/half\.css\?/],
  ])('with %s is told with line, column and word', (_, from, to, pattern) => {
    expect(told(from, to).join('\n')).toMatch(pattern);
  });
});
