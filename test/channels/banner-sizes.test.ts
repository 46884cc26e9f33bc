/** Sets of sizes: each with its source, each size once, whatever names bring it. */
import { describe, expect, test } from 'vitest';
import { isSize, sizeSets, sizesOf } from '../../pipeline/channels/banner-sizes.ts';

describe.each(Object.values(sizeSets))('the set $id', ({ sizes, sources, read }) => {
  test('holds sizes, each once, and says where they were read', () => {
    for (const size of sizes) expect(isSize(size), size).toBe(true);
    expect(new Set(sizes).size).toBe(sizes.length);
    expect(sources.length).toBeGreaterThan(0);
    expect(read).toMatch(/^2026-\d\d-\d\d$/);
  });
});

test('sets and sizes are made once, in the order written', () => {
  const sizes = sizesOf(['320x50', 'google', 'core', '320x50']);
  expect(sizes[0]).toBe('320x50');
  expect(new Set(sizes).size).toBe(sizes.length);
  expect(sizes).toHaveLength(sizeSets['core']?.sizes.length ?? 0);
});

test('a name of no set brings nothing', () => {
  expect(sizesOf(['googel', 'toString', '0x90', '300x'])).toEqual([]);
});
