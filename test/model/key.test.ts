/** Keys hold everything that decides the bytes and nothing else. */
import { expect, test } from 'vitest';
import { canonicalJson, digestOf, jobKeyOf } from '../../pipeline/model/key.ts';
import { nearest } from '../../pipeline/model/nearest.ts';

const parts = {
  kind: 'image',
  tool: 'sharp 0.35.5',
  recipe: { width: 480, crop: { left: 1, top: 2 } },
  inputs: [{ from: 'store' as const, digest: digestOf('a') }],
};

test('members are sorted by code unit and absent ones left out', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'é'], Z: undefined, B: 2 })).toBe('{"B":2,"a":[true,null,"é"],"b":1}');
});

test('the order in which a recipe was written does not change its key', () => {
  expect(jobKeyOf({ ...parts, recipe: { crop: { top: 2, left: 1 }, width: 480 } })).toBe(jobKeyOf(parts));
});

test.each([
  ['kind', { kind: 'font' }],
  ['tool', { tool: 'sharp 0.35.6' }],
  ['recipe', { recipe: { width: 481, crop: { left: 1, top: 2 } } }],
  ['input', { inputs: [{ from: 'store' as const, digest: digestOf('b') }] }],
  ['origin of the input', { inputs: [{ from: 'job' as const, key: digestOf('a') as never }] }],
])('another %s gives another key', (_, change) => {
  expect(jobKeyOf({ ...parts, ...change })).not.toBe(jobKeyOf(parts));
});

test.each([
  ['kaaifestval', 'kaaifestival'],
  ['hreo', 'hero'],
  ['zzzzzz', ''],
])('%s: did you mean %s', (word, meant) => {
  expect(nearest(word, ['hero', 'kaaifestival', 'card'])).toBe(meant);
});
