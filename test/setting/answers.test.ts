/** What a template gets for a picture: sources by condition and format, framed as the order says for that place. */
import { describe, expect, test } from 'vitest';
import { judgePlaces } from '../../pipeline/check.ts';
import type { Ask } from '../../pipeline/model/ask.ts';
import type { Asset } from '../../pipeline/model/asset.ts';
import type { HouseStyle } from '../../pipeline/model/house.ts';
import { houseSchema } from '../../pipeline/model/house-schema.ts';
import type { Job } from '../../pipeline/model/job.ts';
import type { Layout } from '../../pipeline/model/layout.ts';
import type { Order } from '../../pipeline/model/order.ts';
import type { Box, ImageRecipe } from '../../pipeline/model/recipe.ts';
import { type Answer, answerBannerImage, answerImage } from '../../pipeline/setting/answers.ts';
import { asset } from '../support/assets.ts';

const phone = { media: '(max-width: 40rem)', ratio: [4, 5], widths: [800, 400], sizes: '90vw' };
const read = (crops?: object): HouseStyle => {
  const slot = { ratio: [3, 2], widths: [900, 1800], formats: ['webp', 'jpeg'], ...(crops ? { crops } : {}) };
  const { images, rules } = houseSchema.parse({ images: { slots: { hero: slot } } });
  return { slots: images.slots, encoders: images.encoders, treatments: {}, rules, files: [] } as unknown as HouseStyle;
};
const answer = (house: HouseStyle, change: Partial<Asset> = {}, options: Ask['options'] = {}): Answer => {
  const assets = new Map([['kade', asset('kade', change)]]);
  return answerImage({ house, assets, order: {} as Order }, { kind: 'image', name: 'kade', options: { slot: 'hero', ...options } }, 'nl', {
    sharp: 'sharp 1',
    ffmpeg: 'ffmpeg 1',
  });
};
const sourcesOf = ({ html }: Answer): string[] => [...html.matchAll(/<(?:source|img) [^>]*>/g)].map(([tag]) => tag);

/** Of the renditions, in their order. */
const cropsOf = (jobs: readonly Job[]): Box[] =>
  jobs.filter(({ kind }) => kind === 'image').map(({ recipe }) => (recipe as ImageRecipe).crop);

describe('a slot with a crop for phones', () => {
  const given = answer(read({ phone }));
  const [first, second, third, image] = sourcesOf(given);

  test('offers it under its condition, before its own', () => {
    expect(first).toMatch(
      /^<source media="\(max-width: 40rem\)" type="image\/webp" srcset="\S+ 400w, \S+ 800w" sizes="90vw" width="800" height="1000">/,
    );
    expect(second).toMatch(/^<source media="\(max-width: 40rem\)" type="image\/jpeg" .* width="800" height="1000">/);
    expect(third).toMatch(/^<source type="image\/webp" srcset="\S+ 900w, \S+ 1800w" sizes="100vw" width="1800" height="1200">/);
    expect(image).toMatch(/^<img .* width="1800" height="1200"/);
  });
  test('lists both as used, with where the order may frame them', () => {
    expect(given.uses).toMatchObject([
      { slot: 'hero/phone', places: ['hero', 'hero/phone'], ratio: [4, 5], media: '(max-width: 40rem)', smallest: 400, largest: 800 },
      { slot: 'hero', places: ['hero'], ratio: [3, 2], smallest: 900, largest: 1800 },
    ]);
    expect(cropsOf(given.jobs)).toHaveLength(8);
  });
  test('takes sizes of the template where it has none of its own', () => {
    const { sizes: _, widths: __, ...bare } = phone;
    const [source] = sourcesOf(answer(read({ phone: bare }), {}, { sizes: '50vw' }));
    expect(source).toContain('sizes="50vw"');
    expect(source).toContain(' 1600w');
  });
  test('is framed as the order says for it alone', () => {
    const { jobs } = answer(read({ phone }), { crops: { 'hero/phone': { focus: [1, 0.5] } } });
    expect(cropsOf(jobs)[0]).toEqual({ left: 1400, top: 0, width: 1600, height: 2000 });
    expect(cropsOf(jobs).at(-1)).toEqual({ left: 0, top: 0, width: 3000, height: 2000 });
  });
  test('tells the crop that cuts the safe box, and no other', () => {
    const { uses } = answer(read({ phone }), { safe: [0.1, 0.1, 0.8, 0.5] });
    const layout = { pages: [{ uses }], units: [], cuts: [] } as unknown as Layout;
    expect(judgePlaces(layout, read()).map(({ code, severity, where, args }) => [code, severity, where['slot'], args['actual']])).toEqual([
      ['crop-cuts-safe-box', 'error', 'hero/phone', 33],
    ]);
  });
});

test('a slot without crops is written as ever', () => {
  const [source, image] = sourcesOf(answer(read()));
  expect(source).toMatch(/^<source type="image\/webp" srcset="[^"]+" sizes="100vw">$/);
  expect(image).toMatch(/^<img src="\S+" srcset="[^"]+" sizes="100vw" width="1800" height="1200" alt="Kade" loading="lazy"/);
});

test.each([
  ['(max-width: 40rem)', true],
  ['(min-width: 40rem) and (orientation: portrait)', true],
  ['screen and (width <= 600px)', true],
  ['(400px <= width <= 700px), (orientation: portrait)', true],
  ['max-width: 40rem', false],
  ['(max-width: 40rem', false],
  ['@media (max-width: 40rem)', false],
  ['phone', false],
  ['', false],
])('the condition “%s” can hold: %s', (media, can) => {
  const slots = { hero: { widths: [900], crops: { phone: { ...phone, media } } } };
  expect(houseSchema.safeParse({ images: { slots } }).success).toBe(can);
});

test('the picture of a banner is framed for its template, and for one size of it', () => {
  const framing = { 'headline/background': { focus: [0, 0.5] }, 'headline/background/160x600': { focus: [1, 0.5] } } as const;
  const template = {
    name: 'headline',
    families: [],
    quality: 76,
    slots: { background: { kind: 'image', required: true, box: {}, limit: {} } },
  } as const;
  const cropFor = (size: readonly [number, number]) => {
    const frame = { house: read(), assets: new Map([['kade', asset('kade', { crops: framing })]]), order: {} as Order };
    const ask: Ask = { kind: 'image', name: 'background', options: {} };
    const unit = { size, images: { background: 'kade' }, boxes: {}, hidden: [] };
    const given = answerBannerImage(frame, ask, unit, template, 'sharp 1');
    // Motion is drawn to the focus as it lies in the crop.
    return [given.uses[0]?.slot, cropsOf(given.jobs)[0]?.left, /data-focus="([^"]+)"/.exec(given.html)?.[1]];
  };
  expect(cropFor([160, 600])).toEqual(['headline/background', 2467, '1 0.5']);
  expect(cropFor([300, 250])).toEqual(['headline/background', 0, '0 0.5']);
});

test('a crop correction that takes part of the safe box away is told as a cut', () => {
  const corrections = [{ step: 'crop', left: 0.5, top: 0.5, width: 0.5, height: 0.5 }] as const;
  const { uses } = answer(read(), { safe: [0.4, 0.6, 0.2, 0.2], corrections });
  expect(uses[0]?.cut).toMatchObject({ side: 'width', share: expect.closeTo(0.5, 2) });
  expect(answer(read(), { safe: [0.6, 0.6, 0.2, 0.2], corrections }).uses[0]).not.toHaveProperty('cut');
});

test('a condition on top of a list of conditions goes to each of them', () => {
  const listed = { ...phone, media: '(max-width: 40rem), (orientation: portrait)' };
  const house = read({ phone: listed });
  const moving = { ...house, slots: { hero: { ...house.slots['hero'], animation: 'keep' } } } as unknown as HouseStyle;
  const picture = asset('kade', {}, { animation: { frames: 2, seconds: 1, loop: 0 } });
  const [first] = sourcesOf(answer(moving, { facts: picture.facts }));
  expect(first).toContain(
    'media="(max-width: 40rem) and (prefers-reduced-motion: reduce), (orientation: portrait) and (prefers-reduced-motion: reduce)"',
  );
});
