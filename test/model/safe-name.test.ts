/** Names that every ad server takes, whatever they are made of. */
import { expect, test } from 'vitest';
import { apart, ownName, safeName } from '../../pipeline/model/safe-name.ts';

test.each([
  ['300x250-nl', '300x250-nl'],
  ['Été à la mer', 'ete-a-la-mer'],
  ['Straße Ærø Łódź ĳs', 'strasse-aero-lodz-ijs'],
  ['a / b \\ c', 'a-b-c'],
  ['..hidden-', 'hidden'],
  ['２０２７', '2027'],
])('%s → %s', (text, name) => {
  expect(safeName(text)).toBe(name);
});

test.each(['', '   ', '😀', '海', '\u0000', '../..', 'x'.repeat(400), `${'é'.repeat(60)} 1`])('%j gets some safe name', (text) => {
  expect(safeName(text)).toMatch(/^[a-z0-9][a-z0-9._-]{0,49}$/);
  expect(ownName(text, 20)).toMatch(/^[a-z0-9][a-z0-9._-]{0,19}$/);
});

test('what differs stays apart', () => {
  expect(safeName('海')).not.toBe(safeName('空'));
  expect(safeName(`${'x'.repeat(60)}1`)).not.toBe(safeName(`${'x'.repeat(60)}2`));
  expect(ownName('héro')).not.toBe(ownName('hero'));
  expect(ownName('hero')).toBe('hero');
});

test('names that come out alike each get a mark of their own, whatever their order', () => {
  const names = new Map([
    ['Été', 'ete'],
    ['ete', 'ete'],
    ['zee', 'zee'],
  ]);
  const told = apart(names);
  expect(told.get('zee')).toBe('zee');
  expect(new Set(told.values()).size).toBe(3);
  expect(apart(new Map([...names].reverse()))).toEqual(told);
  for (const name of told.values()) expect(name).toMatch(/^[a-z0-9-]{1,50}$/);
});
