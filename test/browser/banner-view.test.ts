/** The view and the clock of the banners' preview, without a browser. */
import { describe, expect, test } from 'vitest';
import { labelsOf, openClock } from '../../pipeline/browser/banner-clock.ts';
import { countValues, facetsOf, groupsOf, openView, passes, readView, verdictOf, writeView } from '../../pipeline/browser/banner-view.ts';
import type { BannerSheetData, SheetPackage, SheetUnit, Verdict } from '../../pipeline/model/banner-sheet.ts';

const packed = (target: string, verdict: Verdict): SheetPackage => ({ target, verdict, bytes: 1, files: 1, shots: {}, told: [] });
const unit = (id: string, changes: Partial<SheetUnit> = {}): SheetUnit => {
  const [size = '', language = ''] = id.split('-');
  const [width = 1, height = 1] = size.split('x').map(Number);
  return {
    name: `banners/wave/${id}`,
    id,
    template: 'wave',
    size: [width, height],
    family: 'rectangle',
    language,
    version: {},
    landing: 'https://trial.example/',
    digest: id,
    copy: 'De zee',
    overrides: [],
    fonts: { count: 0, bytes: 0 },
    safe: [],
    packages: [packed('common', 'sound')],
    ...changes,
  };
};
const units = [
  unit('300x250-nl', { version: { audience: 'night' }, packages: [packed('ttd', 'held'), packed('google-ads', 'sound')] }),
  unit('728x90-nl', { version: { audience: 'family' }, changed: true }),
  unit('160x600-fr', { version: { audience: 'night' }, overrides: ['headline'], copy: 'La mer' }),
];
const data = { units } as unknown as BannerSheetData;
const start = openView('grey', false, 'size');

test('what is written into the address is read from it, and what is usual is not written', () => {
  expect(writeView(start, start)).toBe('');
  const view = {
    ...start,
    picked: { language: ['nl'], 'v.audience': ['night', 'fa&m=ily'] },
    query: 'a #&b',
    page: 'white',
    zoom: 2,
    safe: true,
    alone: 'banners/é',
    time: 1.25,
    show: 'gif',
  } as const;
  expect(readView(writeView(view, start), start)).toEqual(view);
  // An address that somebody mangled shows what can be shown.
  expect(readView('#show=nothing&page=pink&zoom=9&t=x&bogus=1', start)).toEqual(start);
});

test('values of one facet widen, facets narrow, and each tells what it would give', () => {
  const pick = (picked: Record<string, string[]>) => units.filter((one) => passes(one, { ...start, picked })).map(({ id }) => id);
  expect(pick({ language: ['nl'] })).toEqual(['300x250-nl', '728x90-nl']);
  expect(pick({ language: ['nl', 'fr'], 'v.audience': ['night'] })).toEqual(['300x250-nl', '160x600-fr']);
  expect(pick({ since: ['changed'] })).toEqual(['728x90-nl']);
  expect(pick({ overrides: ['yes'] })).toEqual(['160x600-fr']);
  expect([...countValues(units, 'language', { ...start, picked: { language: ['nl'], 'v.audience': ['night'] } })]).toEqual([
    ['nl', 1],
    ['fr', 1],
  ]);
  expect(facetsOf(data).slice(0, 4)).toEqual(['template', 'size', 'v.audience', 'language']);
  expect([...countValues(units, 'size', start).keys()]).toEqual(['728x90', '300x250', '160x600']);
});

test('a verdict is that of the target that is looked at', () => {
  const [both] = units as [SheetUnit];
  expect(verdictOf(both.packages)).toBe('held');
  const pick = (picked: Record<string, string[]>) => passes(both, { ...start, picked });
  expect(pick({ verdict: ['held'] })).toBe(true);
  expect(pick({ verdict: ['held'], target: ['google-ads'] })).toBe(false);
  expect(pick({ verdict: ['sound'], target: ['google-ads'] })).toBe(true);
  expect(pick({ target: ['adform'] })).toBe(false);
});

test('search takes words in any order, from names and copy', () => {
  const found = (query: string) => units.filter((one) => passes(one, { ...start, query })).map(({ id }) => id);
  expect(found('ZEE nl')).toEqual(['300x250-nl', '728x90-nl']);
  expect(found('mer 160×600')).toEqual(['160x600-fr']);
  expect(found('night mer')).toEqual(['160x600-fr']);
});

test('every unit stands in one group', () => {
  const groups = groupsOf(units, { ...start, group: 'verdict' });
  expect([...groups].map(([value, of]) => [value, of.length])).toEqual([
    ['held', 1],
    ['sound', 2],
  ]);
  expect(groupsOf(units, { ...start, group: 'none' }).get('')).toHaveLength(3);
});

describe('the clock', () => {
  test('runs by the wall, stops at its end, and begins again from there', () => {
    let wall = 1000;
    let changes = 0;
    const clock = openClock(
      () => wall,
      () => changes++,
    );
    clock.setLength(4);
    clock.play();
    wall += 1500;
    expect(clock.time()).toBe(1.5);
    expect(clock.state()).toEqual({ time: 0, since: 1000 });
    clock.pause();
    wall += 1000;
    expect(clock.time()).toBe(1.5);
    expect(clock.settle()).toBe(false);
    clock.play();
    wall += 9000;
    expect(clock.time()).toBe(4);
    expect(clock.settle()).toBe(true);
    expect(clock.isPlaying()).toBe(false);
    clock.play();
    expect(clock.time()).toBe(0);
    clock.seek(9);
    expect(clock.time()).toBe(4);
    clock.seek(-1);
    expect(clock.time()).toBe(0);
    expect(changes).toBe(7);
  });
});

test('labels at one moment are one tick, and those past the end are none', () => {
  const ready = (labels: { name: string; at: number }[]) =>
    ({ kader: 'ready', seconds: 4, pass: 4, loops: 1, isEndless: false, labels }) as const;
  const banners = [
    ready([
      { name: 'call', at: 2 },
      { name: 'rest', at: 9 },
    ]),
    ready([
      { name: 'call', at: 2.01 },
      { name: 'rise', at: 0.5 },
      { name: 'cta', at: 2.02 },
    ]),
  ];
  expect(labelsOf(banners, 4)).toEqual([
    { name: 'rise', at: 0.5 },
    { name: 'call, cta', at: 2 },
  ]);
});
