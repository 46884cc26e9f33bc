/** The colours that a clip is read in are those that it was told to be read in, where it says nothing itself. */
import { expect, test } from 'vitest';
import { checkClipColour } from '../../pipeline/checks/clip-colour.ts';
import type { ClipAsset } from '../../pipeline/checks/clip-told.ts';
import { clipsOf, planPicture } from '../../pipeline/jobs/cut-picture.ts';
import { CLIP_RULES } from '../../pipeline/model/clip-rules.ts';
import { clipAsset, filmCut, part } from '../support/numbered-clips.ts';

const UNTAGGED = { matrix: 'unknown', primaries: 'unknown', transfer: 'unknown', range: 'unknown' } as const;

test.each([
  [1920, 1080, 'bt709'],
  [1920, 800, 'bt709'],
  // A wide film of HD, and a telephone's.
  [1280, 536, 'bt709'],
  [608, 1080, 'bt709'],
  [720, 576, 'smpte170m'],
  [640, 360, 'smpte170m'],
])('%i × %i untagged', (width, height, matrix) => {
  const asset = clipAsset('a', { width, height, coded: [width, height], colour: UNTAGGED });
  const cut = filmCut([part('a', 0, 1)]);
  const clips = clipsOf(cut, new Map([['a', asset]])) ?? new Map();
  const { picture } = planPicture({ cut, clips, size: { width: 320, height: 180 }, rate: [25, 1], laid: [] });
  expect(picture.parts[0]?.colour.matrix).toBe(matrix);
  const [told] = checkClipColour(asset as ClipAsset, CLIP_RULES);
  expect(told?.args['assumed']).toBe(matrix === 'bt709' ? 'BT.709' : 'BT.601');
});
