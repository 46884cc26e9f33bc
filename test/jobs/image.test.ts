/** Crops, widths and recipes of renditions. */
import { describe, expect, test } from 'vitest';
import { cropBox, type ImageWish, planImages, reachableWidths } from '../../pipeline/jobs/image.ts';
import type { ImageFacts } from '../../pipeline/model/asset.ts';
import { imageFacts, asset as pictureAsset } from '../support/assets.ts';

const asset = (change: Partial<ImageFacts> = {}) => pictureAsset('acts/kade', {}, change);
const wish: ImageWish = {
  ratio: [16, 9],
  widths: [480, 960],
  formats: ['avif', 'jpeg'],
  encoders: { avif: { quality: 60, effort: 3 }, webp: { quality: 80 }, jpeg: { quality: 80 }, png: { quality: 100 } },
};

describe('the crop', () => {
  test.each([
    ['wide, centred', [16, 9], [0.5, 0.5], { left: 0, top: 156, width: 3000, height: 1688 }],
    ['wide, focus at the top edge stays inside', [16, 9], [0.5, 0], { left: 0, top: 0, width: 3000, height: 1688 }],
    ['tall, focus right', [1, 2], [0.9, 0.5], { left: 2000, top: 0, width: 1000, height: 2000 }],
    ['no ratio', undefined, [0.1, 0.1], { left: 0, top: 0, width: 3000, height: 2000 }],
  ] as const)('%s', (_, ratio, focus, box) => {
    expect(cropBox(imageFacts, ratio, focus)).toEqual(box);
  });
});

test('nothing is enlarged: the crop itself closes a list that it cannot fill', () => {
  expect(reachableWidths([480, 960, 1440], 1000)).toEqual([480, 960, 1000]);
  expect(reachableWidths([480, 960], 960)).toEqual([480, 960]);
  expect(reachableWidths([480], 100)).toEqual([100]);
});

test('every width in every format is one job, named after its key, in one batch', () => {
  const jobs = planImages(asset(), wish, 'sharp 1');
  expect(jobs.map(({ label }) => label)).toEqual([
    'acts/kade 480 px avif',
    'acts/kade 480 px jpeg',
    'acts/kade 960 px avif',
    'acts/kade 960 px jpeg',
  ]);
  expect(jobs[0]?.file).toBe(`acts-kade-480-${jobs[0]?.key.slice(0, 10)}.avif`);
  expect(new Set(jobs.map(({ batch }) => batch)).size).toBe(1);
});

test.each([
  ['format', { formats: ['webp', 'jpeg'] as const }],
  ['quality', { encoders: { ...wish.encoders, avif: { quality: 61, effort: 3 } } }],
  ['effort', { encoders: { ...wish.encoders, avif: { quality: 60, effort: 4 } } }],
  ['ratio', { ratio: [4, 3] as const }],
  ['correction', { corrections: { steps: [{ step: 'exposure', stops: 1 }] as const, inputs: [] } }],
])('another %s gives another key', (_, change) => {
  expect(planImages(asset(), { ...wish, ...change }, 'sharp 1')[0]?.key).not.toBe(planImages(asset(), wish, 'sharp 1')[0]?.key);
});

test('a see-through picture falls back to PNG, an opaque alpha channel is dropped', () => {
  expect(planImages(asset({ hasAlpha: true, usesAlpha: true }), wish, 'x').map(({ recipe }) => recipe.format)).toContain('png');
  expect(planImages(asset({ hasAlpha: true }), wish, 'x')[1]?.recipe).toMatchObject({ format: 'jpeg', flatten: '#ffffff' });
});

test('the recipe says with which profile the numbers are read', () => {
  const { profile: _, ...untagged } = imageFacts;
  const from = (one: ImageFacts): string | undefined => planImages({ ...asset(), facts: one }, wish, 'x')[0]?.recipe.from;
  expect([from(imageFacts), from(untagged), from({ ...untagged, space: 'cmyk' })]).toEqual(['embedded', 'assumed srgb', 'assumed cmyk']);
});
