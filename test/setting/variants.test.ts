/** What a slot offers of a picture: wide colours and light beyond white only where the picture has them and the slot asks. */
import { expect, test } from 'vitest';
import type { ImageWish } from '../../pipeline/jobs/image.ts';
import { colourOf } from '../../pipeline/jobs/image.ts';
import type { ImageFacts } from '../../pipeline/model/asset.ts';
import type { ImageSlot } from '../../pipeline/model/house.ts';
import { pictureHtml } from '../../pipeline/setting/picture.ts';
import { variantsOf } from '../../pipeline/setting/variants.ts';
import { asset } from '../support/assets.ts';

const wish: ImageWish = {
  widths: [480],
  formats: ['avif', 'webp', 'jpeg'],
  encoders: { avif: { quality: 60 }, webp: { quality: 80 }, jpeg: { quality: 80 }, png: { quality: 100 } },
};
const wide = (beyond: number): Partial<ImageFacts> => ({ profile: 'Display P3', colour: { class: 'display', gamut: 'wide', beyond } });

function offered(facts: Partial<ImageFacts>, slot: Partial<ImageSlot>, change: Partial<ImageWish> = {}, media?: string) {
  const { variants, findings } = variantsOf(asset('kade', {}, facts), slot, { ...wish, ...change }, 'x', media);
  const told = variants.map(
    (one) =>
      `${one.media ?? 'always'}: ${one.jobs.map(({ recipe }) => `${recipe.format} ${recipe.to}${recipe.gainMap ? ' map' : ''}`).join(', ')}`,
  );
  return { told, codes: findings.map(({ code, args }) => `${code} ${args['hindrance']}`) };
}

const PLAIN = 'always: avif srgb, webp srgb, jpeg srgb';

test.each([
  ['a slot that says nothing', wide(0.2), {}, {}, [PLAIN]],
  ['a picture that is only tagged wide', wide(0.004), { gamut: 'p3' }, {}, [PLAIN]],
  ['a picture that truly uses wide colours', wide(0.005), { gamut: 'p3' }, {}, ['(color-gamut: p3): avif p3, webp p3', PLAIN]],
  ['a slot of JPEG alone', wide(0.2), { gamut: 'p3' }, { formats: ['jpeg'] }, ['(color-gamut: p3): jpeg p3', 'always: jpeg srgb']],
  [
    'a treatment, which is drawn in sRGB',
    wide(0.2),
    { gamut: 'p3' },
    { corrections: { steps: [{ step: 'duotone', colours: ['#000000', '#ffffff'] }], inputs: [] } },
    [PLAIN],
  ],
  ['a gain map that the slot keeps', { gainMap: 'usable' }, { hdr: 'keep' }, {}, ['(dynamic-range: high): jpeg srgb map', PLAIN]],
  ['a gain map that it does not', { gainMap: 'usable' }, { hdr: 'flatten' }, {}, [PLAIN]],
  [
    'both',
    { ...wide(0.2), gainMap: 'usable' },
    { gamut: 'p3', hdr: 'keep' },
    {},
    ['(dynamic-range: high): jpeg p3 map', '(color-gamut: p3): avif p3, webp p3', PLAIN],
  ],
] as const)('%s', (_, facts, slot, change, told) => {
  expect(offered(facts, slot, change)).toEqual({ told, codes: [] });
});

test('a gain map that cannot be kept is told, with the reason', () => {
  const treatment = { corrections: { steps: [{ step: 'duotone', colours: ['#000000', '#ffffff'] }], inputs: [] } } as const;
  expect(offered({ gainMap: 'usable' }, { hdr: 'keep' }, treatment).codes).toEqual(['image-hdr-not-kept corrections']);
  expect(offered({ gainMap: 'damaged' }, { hdr: 'keep' }).codes).toEqual(['image-hdr-not-kept damaged']);
  expect(offered({ gainMap: 'damaged' }, {}).codes).toEqual([]);
});

test('a condition of the crop joins those of the screen', () => {
  expect(offered(wide(0.2), { gamut: 'p3' }, {}, '(max-width: 40rem)').told).toEqual([
    '(max-width: 40rem) and (color-gamut: p3): avif p3, webp p3',
    `(max-width: 40rem): ${PLAIN.slice('always: '.length)}`,
  ]);
});

test('the page offers wide colours before all else', () => {
  const picture = asset('kade', {}, wide(0.2));
  const { variants } = variantsOf(picture, { gamut: 'p3' }, wish, 'x');
  const html = pictureHtml(picture, variants, { alt: '', sizes: '100vw', loading: 'lazy', folder: '/img/' });
  expect([...html.matchAll(/<source(?: media="([^"]*)")? type="([^"]*)"/g)].map(([, media, type]) => [media, type])).toEqual([
    ['(color-gamut: p3)', 'image/avif'],
    ['(color-gamut: p3)', 'image/webp'],
    [undefined, 'image/avif'],
    [undefined, 'image/webp'],
  ]);
  expect(html).toContain(`<img src="/img/${variants.at(-1)?.jobs.at(-1)?.file}"`);
});

test('the word of a slot on colour goes before that of the house', () => {
  expect(colourOf({ intent: 'relative', blackPoint: true }, { colour: { intent: 'absolute' } })).toEqual({
    colour: { intent: 'absolute', blackPoint: true },
  });
  expect(colourOf(undefined)).toEqual({});
});
