/** Crops, widths and recipes of renditions. */
import { describe, expect, test } from 'vitest';
import { correct } from '../../pipeline/jobs/correct.ts';
import { encodersAt, type ImageWish, planImages, reachableWidths, withSearches } from '../../pipeline/jobs/image.ts';
import type { Asset, ImageFacts } from '../../pipeline/model/asset.ts';
import { cropBox } from '../../pipeline/model/crop.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import { imageFacts, measures, asset as pictureAsset } from '../support/assets.ts';

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
  ['colour space', { to: 'p3' as const }],
  ['intent', { colour: { intent: 'relative' as const } }],
  ['black point', { colour: { blackPoint: true } }],
  ['gain map', { gainMap: true as const }],
  ['correction', { corrections: { steps: [{ step: 'exposure', stops: 1 }] as const, inputs: [] } }],
])('another %s gives another key', (_, change) => {
  expect(planImages(asset(), { ...wish, ...change }, 'sharp 1')[0]?.key).not.toBe(planImages(asset(), wish, 'sharp 1')[0]?.key);
});

test('a see-through picture falls back to PNG, an opaque alpha channel is dropped', () => {
  expect(planImages(asset({ hasAlpha: true, usesAlpha: true }), wish, 'x').map(({ recipe }) => recipe.format)).toContain('png');
  expect(planImages(asset({ hasAlpha: true }), wish, 'x')[1]?.recipe).toMatchObject({ format: 'jpeg', flatten: '#ffffff' });
});

test('what is not asked of colour leaves recipe and key as they were', () => {
  const silent = { ...wish, colour: { blackPoint: false, intent: 'perceptual' as const } };
  expect(planImages(asset(), silent, 'sharp 1')).toEqual(planImages(asset(), wish, 'sharp 1'));
  expect(Object.keys(planImages(asset(), wish, 'sharp 1')[0]?.recipe ?? {})).not.toContain('blackPoint');
});

test('the recipe says with which profile the numbers are read', () => {
  const { profile: _, ...untagged } = imageFacts;
  const from = (one: ImageFacts): string | undefined => planImages({ ...asset(), facts: one }, wish, 'x')[0]?.recipe.from;
  expect([from(imageFacts), from(untagged), from({ ...untagged, space: 'cmyk' })]).toEqual(['embedded', 'assumed srgb', 'assumed cmyk']);
  const damaged = { class: 'other', gamut: 'srgb', beyond: 0, fault: 'damaged' } as const;
  expect(from({ ...imageFacts, colour: damaged })).toBe('assumed srgb');
  expect(from({ ...untagged, coded: 'p3' })).toBe('coded p3');
  expect(from({ ...untagged, isAdobeRgb: true })).toBe('assumed adobe rgb');
  expect(from({ ...untagged, space: 'labs', colour: { class: 'space', gamut: 'lab', beyond: 0 } })).toBe('lab');
});

test('the profile of the house for untagged CMYK is an input, of such pictures alone', () => {
  const { profile: _, ...untagged } = { ...imageFacts, space: 'cmyk' };
  const inputs = (facts: ImageFacts, digest: string) =>
    planImages({ ...asset(), facts }, { ...wish, colour: { cmyk: { name: 'Coated', digest: digestOf(digest) } } }, 'x')[0];
  expect(inputs(untagged, 'a')?.inputs).toEqual([
    { from: 'store', digest: asset().digest },
    { from: 'store', digest: digestOf('a') },
  ]);
  expect(inputs(untagged, 'a')?.key).not.toBe(inputs(untagged, 'b')?.key);
  expect(inputs(imageFacts, 'a')).toEqual(planImages(asset(), wish, 'x')[0]);
});

describe('a quality that is sought', () => {
  const sought = { distance: 1.2, least: 40, most: 80 };
  const seeking = (changes: Partial<ImageWish> = {}): ImageWish => ({
    ...wish,
    widths: [480],
    formats: ['avif'],
    encoders: { ...wish.encoders, avif: { quality: sought, effort: 3 } },
    ...changes,
  });
  const [plain] = planImages(asset(), seeking(), 'x');

  test('is found by a job of its own, made with the picture', () => {
    const [search, picture] = withSearches(planImages(asset(), seeking(), 'x'));
    expect(search).toMatchObject({
      kind: 'quality',
      file: '',
      batch: picture?.batch,
      recipe: { quality: sought, width: 480, format: 'avif' },
    });
    expect(picture?.inputs.at(-1)).toEqual({ from: 'job', key: search?.key });
    expect(withSearches(planImages(asset(), { ...wish, widths: [480] }, 'x')).map(({ kind }) => kind)).not.toContain('quality');
  });

  test('does not hang on what is written beside the picture, nor on a limit of bytes', () => {
    const credited = withSearches(planImages({ ...asset(), rights: { credit: 'Iris' } }, seeking({ maxBytes: 9000 }), 'x'));
    const [search] = withSearches(planImages(asset(), seeking(), 'x'));
    expect(credited[0]?.key).toBe(search?.key);
    expect(credited[1]?.key).not.toBe(plain?.key);
  });

  test('is sought anew for another distance, crop or encoder', () => {
    const searchOf = (changes: Partial<ImageWish>) => withSearches(planImages(asset(), seeking(changes), 'x'))[0]?.key;
    const others: Partial<ImageWish>[] = [
      { encoders: encodersAt(seeking().encoders, 0.9) },
      { ratio: [1, 1] },
      { widths: [481] },
      { encoders: { ...wish.encoders, avif: { quality: sought, effort: 2 } } },
    ];
    expect(new Set([searchOf({}), ...others.map(searchOf)]).size).toBe(5);
  });

  test('gives way at the size of the supplied file to its weight, and nowhere else', () => {
    const { ratio: _, ...whole } = seeking();
    const recipeOf = (width: number, type: Asset['type'], maxBytes?: number) =>
      planImages({ ...asset(), type, bytes: 5000 }, { ...whole, widths: [width], ...(maxBytes ? { maxBytes } : {}) }, 'x')[0]?.recipe;
    expect(recipeOf(imageFacts.width, 'jpeg')).toMatchObject({ maxBytes: 5000, quality: { least: 1 } });
    expect(recipeOf(imageFacts.width, 'png')?.maxBytes).toBeUndefined();
    // A limit of the place below that weight does not take the floor away.
    expect(recipeOf(imageFacts.width, 'jpeg', 4000)).toMatchObject({ maxBytes: 4000, quality: { least: 40 } });
    expect(recipeOf(imageFacts.width, 'jpeg', 6000)).toMatchObject({ maxBytes: 5000, quality: { least: 1 } });
    expect(recipeOf(imageFacts.width - 1, 'jpeg')?.maxBytes).toBeUndefined();
  });

  test('a slot has its own distance, where the house fixes no number', () => {
    const { avif, jpeg } = encodersAt({ ...wish.encoders, avif: { quality: sought } }, 0.8);
    expect([avif.quality, jpeg]).toEqual([{ ...sought, distance: 0.8 }, wish.encoders.jpeg]);
  });
});

describe('a drawing', () => {
  const sought = { quality: { distance: 1.2, least: 40, most: 80 } };
  const encoders = { avif: sought, webp: sought, jpeg: sought, png: { quality: 100 } };
  const drawn = (changes: Partial<ImageWish> = {}, type: Asset['type'] = 'png') => {
    const picture = asset({ measured: { ...measures, graphic: true } });
    return planImages({ ...picture, type }, { widths: [480], formats: ['avif', 'webp', 'jpeg'], encoders, ...changes }, 'x').map(
      ({ recipe: { format, lossless } }) => `${format}${lossless ? ' lossless' : ''}`,
    );
  };

  test('is coded without loss, where the house fixes no quality', () => {
    expect(drawn()).toEqual(['webp lossless', 'png']);
    expect(drawn({ encoders: wish.encoders })).toEqual(['avif', 'webp', 'jpeg']);
  });

  test('is coded as any other where bytes count, it came compressed, or a gain map goes along', () => {
    expect(drawn({ maxBytes: 9000 })).toEqual(['avif', 'webp', 'jpeg']);
    expect(drawn({}, 'jpeg')).toEqual(['avif', 'webp', 'jpeg']);
    expect(drawn({ formats: ['jpeg'], gainMap: true })).toEqual(['jpeg']);
  });
});

test('what a correction crops is still opened whole', () => {
  const picture = asset({ width: 12_000, height: 10_000 });
  const corrected = correct(picture, [[{ step: 'crop', left: 0.5, top: 0.5, width: 0.5, height: 0.5 }]], new Map());
  const [job] = planImages(corrected.picture, { ...wish, corrections: corrected }, 'x');
  expect(job?.recipe.limitPixels).toBe(120_000_000);
});
