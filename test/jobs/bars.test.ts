/** `bars: cut` in an order: which parts it holds for, what is framed then, and where the focus of the whole clip lies in that. */
import { expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planFilm } from '../../pipeline/jobs/cut.ts';
import type { ClipMeasures } from '../../pipeline/model/clip.ts';
import type { FilmCut } from '../../pipeline/model/cut.ts';
import type { CutRecipe } from '../../pipeline/model/cut-recipe.ts';
import type { MediaChannel } from '../../pipeline/model/media-rules.ts';
import { film } from '../support/cut-order.ts';
import { clipAsset, filmCut, part } from '../support/numbered-clips.ts';

const MEASURED: ClipMeasures = {
  decoded: { frames: 75, pictureSeconds: 3, soundSeconds: 0 },
  complaints: [],
  black: [],
  frozen: [],
  interlaced: { share: 0, first: 'top' },
  bars: { top: 0.125, right: 0, bottom: 0.125, left: 0 },
  flashes: [],
};

test('the whole says it for its parts, and a part for itself', () => {
  const bars = (wish: string) => (film(wish).cuts[0] as FilmCut).parts.map((one) => one.bars ?? 'keep');
  expect(bars('from: backstage')).toEqual(['keep']);
  expect(bars('from: backstage, bars: cut')).toEqual(['cut']);
  expect(bars('from: [{ clip: backstage, out: 2, bars: cut }, { clip: backstage, in: 3 }]')).toEqual(['cut', 'keep']);
  expect(bars('bars: cut, from: [{ clip: backstage, out: 2, bars: keep }, { clip: backstage, in: 3 }]')).toEqual(['keep', 'cut']);
  expect(film('from: backstage, bars: yes').findings.map(({ code }) => code)).toEqual(['order-wrong-value']);
});

const pictureOf = (cut: FilmCut, measured?: ClipMeasures) => {
  const assets = new Map([['a', clipAsset('a', {}, measured ? { measured } : {})]]);
  const planned = planFilm({
    cut: { ...cut, channel: 'web' },
    assets,
    channel: channelOf('web') as MediaChannel,
    toolchain: { ffmpeg: 'f', sharp: 's', subsetFont: 't' },
  });
  const job = planned?.jobs.find(({ kind }) => kind === 'cut');
  if (!job) throw new Error('no film was planned');
  return (job.recipe as CutRecipe).picture;
};

test('a film that keeps the shape of its clip has that of the picture between the bars, round the same point', () => {
  const cut = pictureOf(filmCut([part('a', 0, 1, { bars: 'cut', focus: [0.25, 0.5] })]), MEASURED);
  // 180 lines less 24 above and below.
  expect([cut.width, cut.height, cut.parts[0]?.crop]).toEqual([320, 132, { left: 0, top: 24, width: 320, height: 132 }]);
  expect(cut.parts[0]?.focus).toEqual([0.25, 0.5]);
  const high = pictureOf(
    filmCut([
      part('a', 0, 1, {
        bars: 'cut',
        focus: [
          { at: 0, focus: [0.5, 0.2] },
          { at: 1, focus: [0.5, 0.05] },
        ],
      }),
    ]),
    MEASURED,
  );
  expect(high.parts[0]?.focus).toEqual([
    { at: 0, focus: [0.5, 0.0909] },
    { at: 1, focus: [0.5, 0] },
  ]);
});

test('bars that were not measured, or are not to go, stay', () => {
  expect(pictureOf(filmCut([part('a', 0, 1, { bars: 'cut' })])).parts[0]).not.toHaveProperty('crop');
  const kept = pictureOf(filmCut([part('a', 0, 1)]), MEASURED);
  expect([kept.width, kept.height, kept.parts[0]?.crop]).toEqual([320, 180, undefined]);
});
