/** Corrections decided: which lists come first, what auto proposes, what keys hold, and where points go. */
import { describe, expect, test } from 'vitest';
import { correct } from '../../pipeline/jobs/correct.ts';
import { type ImageWish, planImages } from '../../pipeline/jobs/image.ts';
import type { Asset, PictureMeasures } from '../../pipeline/model/asset.ts';
import type { CorrectionWish } from '../../pipeline/model/correction.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import { pictureHtml } from '../../pipeline/setting/picture.ts';
import { asset, measures } from '../support/assets.ts';

const picture = (change: Partial<PictureMeasures> = {}, more: Partial<Asset> = {}) =>
  asset('kade', more, { measured: { ...measures, ...change } });
const none = new Map<string, Asset>();
const steps = (lists: readonly (readonly CorrectionWish[])[], of = picture(), assets: ReadonlyMap<string, Asset> = none) =>
  correct(of, lists, assets).steps;
const wish: ImageWish = {
  widths: [480],
  formats: ['jpeg'],
  encoders: { avif: { quality: 60 }, webp: { quality: 80 }, jpeg: { quality: 80 }, png: { quality: 100 } },
};
const HTML = { alt: '', sizes: '100vw', loading: 'lazy', folder: '/img/' } as const;
const AUTO: CorrectionWish = { step: 'auto', parts: ['levels', 'cast', 'straighten'] };

test('without wishes everything is as if corrections did not exist', () => {
  const corrected = correct(picture(), [[], []], none);
  expect(corrected).toMatchObject({ steps: [], inputs: [] });
  const [plain, also] = [
    planImages(picture(), wish, 'sharp 1'),
    planImages(corrected.picture, { ...wish, corrections: corrected }, 'sharp 1'),
  ];
  expect(also).toEqual(plain);
  expect(plain[0]?.recipe).not.toHaveProperty('corrections');
});

test('masks and geometry first, then the lists in their order, output sharpening last', () => {
  const mask = asset('shape');
  const own: CorrectionWish[] = [
    { step: 'exposure', stops: 0.3 },
    { step: 'rotate', degrees: 90 },
    { step: 'sharpen', amount: 40 },
  ];
  const slot: CorrectionWish[] = [
    { step: 'sharpen', amount: 80 },
    { step: 'saturation', amount: 10 },
  ];
  const treatment: CorrectionWish[] = [{ step: 'duotone', colours: ['#000000', '#ffffff'] }];
  const told = steps(
    [[...own, ...[{ step: 'mask', name: 'shape' } as const]].toSorted(() => 0), slot, treatment],
    picture(),
    new Map([['shape', mask]]),
  );
  expect(told.map(({ step }) => step)).toEqual(['mask', 'rotate', 'exposure', 'sharpen', 'sharpen', 'saturation', 'duotone']);
  expect(steps([own, slot, treatment]).map(({ step }) => step)).toEqual([
    'rotate',
    'exposure',
    'sharpen',
    'saturation',
    'duotone',
    'sharpen',
  ]);
  expect(steps([own, [{ step: 'sharpen', amount: 90 }]]).filter(({ step }) => step === 'sharpen')).toEqual([
    { step: 'sharpen', amount: 90 },
  ]);
});

test('a slider in its middle is no step', () => {
  const idle: CorrectionWish[] = [
    { step: 'exposure', stops: 0 },
    { step: 'contrast', amount: 0 },
    { step: 'straighten', degrees: 0 },
    { step: 'levels', black: 0, white: 1, gamma: 1 },
    { step: 'whiteBalance', temperature: 0, tint: 0 },
  ];
  expect(steps([idle])).toEqual([]);
});

test('the picture stands in its frame: size, focus and what is see-through', () => {
  const turned = correct(picture({}, { focus: [0.25, 0.5] }), [[{ step: 'rotate', degrees: 90 }]], none);
  expect(turned.picture).toMatchObject({ facts: { width: 2000, height: 3000, usesAlpha: false }, focus: [0.5, 0.25] });
  const cropped = correct(picture({}, { focus: [0.1, 0.5] }), [[{ step: 'crop', left: 0.5, top: 0, width: 0.5, height: 1 }]], none);
  expect(cropped.picture).toMatchObject({ facts: { width: 1500, height: 2000 }, focus: [0, 0.5] });
  expect(cropped.place([0.75, 0.5])).toEqual([0.5, 0.5]);
  const cut = correct(picture(), [[{ step: 'mask', name: 'shape' }]], new Map([['shape', asset('shape')]]));
  expect(cut.picture.facts).toMatchObject({ usesAlpha: true });
  expect(planImages(cut.picture, { ...wish, corrections: cut }, 'x')[0]).toMatchObject({
    recipe: { format: 'png' },
    inputs: [{}, { digest: digestOf('shape') }],
  });
});

test('a picture of other colours shows no placeholder of the supplied ones', () => {
  const placeholder = (wishes: CorrectionWish[]) => {
    const { facts } = correct(asset('kade', {}, { placeholder: 'data:x' }), [wishes], none).picture;
    return pictureHtml({ ...asset('kade'), facts }, [{ jobs: planImages({ ...asset('kade'), facts }, wish, 'x') }], HTML).includes(
      'data:x',
    );
  };
  expect(placeholder([{ step: 'exposure', stops: 0.3 }])).toBe(true);
  expect(placeholder([{ step: 'duotone', colours: ['#000000', '#ffffff'] }])).toBe(false);
});

test('keys hold the steps, the digests of their files, and the version of what corrects', () => {
  const planned = (wishes: CorrectionWish[], assets: ReadonlyMap<string, Asset> = none) => {
    const corrected = correct(picture(), [wishes], assets);
    return planImages(corrected.picture, { ...wish, corrections: corrected }, 'sharp 1')[0];
  };
  const lut = (name: string): CorrectionWish => ({ step: 'lut', file: 'looks/film.cube', strength: 100, digest: digestOf(name) });
  const keys = [
    planned([]),
    planned([{ step: 'exposure', stops: 0.3 }]),
    planned([{ step: 'exposure', stops: 0.4 }]),
    planned([lut('one')]),
    planned([lut('other')]),
    planned([{ step: 'rotate', degrees: 180 }]),
  ].map((job) => job?.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(planned([lut('one')])).toMatchObject({
    tool: expect.stringMatching(/^sharp 1, corrections \d+$/),
    inputs: [{}, { digest: digestOf('one') }],
  });
  expect(planned([{ step: 'rotate', degrees: 180 }])?.tool).toBe('sharp 1');
  // What could not be had is left out: a finding tells of it.
  expect(
    planned([
      { step: 'lut', file: 'gone.cube', strength: 100 },
      { step: 'mask', name: 'gone' },
    ])?.key,
  ).toBe(keys[0]);
});

describe('auto', () => {
  const proposed = (change: Partial<PictureMeasures>, auto = AUTO) => correct(picture(change), [[auto]], none).proposed;
  test.each<[string, Partial<PictureMeasures>, readonly string[]]>([
    ['a sound picture', {}, []],
    ['one that leans', { tilt: { degrees: 2.04, sure: 0.9 } }, ['straighten']],
    ['one that may lean', { tilt: { degrees: 2, sure: 0.4 } }, []],
    ['one that leans by design', { tilt: { degrees: 10, sure: 1 } }, []],
    ['one with a cast', { cast: { a: 2, b: 9, sure: 0.8 } }, ['balance']],
    ['one in coloured light', { cast: { a: 2, b: 25, sure: 1 } }, []],
    ['a dull one', { light: { black: 0.12, dark: 0.2, middle: 0.4, bright: 0.6, white: 0.8 } }, ['levels']],
    ['one in fog', { light: { black: 0.5, dark: 0.6, middle: 0.75, bright: 0.8, white: 0.81 } }, []],
    ['one by night', { light: { black: 0.02, dark: 0.03, middle: 0.05, bright: 0.3, white: 0.7 } }, []],
    [
      'all at once, in the order in which they are done',
      {
        tilt: { degrees: -1, sure: 1 },
        cast: { a: -6, b: 0, sure: 1 },
        light: { black: 0.1, dark: 0.2, middle: 0.4, bright: 0.6, white: 0.8 },
      },
      ['straighten', 'balance', 'levels'],
    ],
  ])('%s', (_, change, expected) => {
    expect(proposed(change)?.map(({ step }) => step)).toEqual(expected);
  });

  test('turns back by what leans, and only proposes the parts that are asked', () => {
    expect(proposed({ tilt: { degrees: 2.04, sure: 0.9 } })).toEqual([{ step: 'straighten', degrees: -2 }]);
    const bad = { tilt: { degrees: 2, sure: 1 }, cast: { a: 9, b: 0, sure: 1 } };
    expect(proposed(bad, { step: 'auto', parts: ['cast'] })?.map(({ step }) => step)).toEqual(['balance']);
    expect(correct(picture(bad), [[]], none)).not.toHaveProperty('proposed');
  });

  test('a drawing has no pixels to be judged', () => {
    expect(correct(asset('logo'), [[AUTO]], none)).toMatchObject({ steps: [], proposed: [] });
  });
});
