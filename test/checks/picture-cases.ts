/** Letters in pictures: what is told of them, and of crops that run through them. */
import { printNeed } from '../../pipeline/channels/print.ts';
import { checkPicturePrint } from '../../pipeline/checks/picture-print.ts';
import { checkCutText, checkPictureText } from '../../pipeline/checks/picture-text.ts';
import { checkProfile } from '../../pipeline/checks/profile.ts';
import { checkRights } from '../../pipeline/checks/rights.ts';
import { judgeNames } from '../../pipeline/ingest/reading.ts';
import { correct } from '../../pipeline/jobs/correct.ts';
import { useOf } from '../../pipeline/jobs/use.ts';
import type { Asset, FileType, PictureMeasures } from '../../pipeline/model/asset.ts';
import type { CorrectionWish } from '../../pipeline/model/correction.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { asset, measures } from '../support/assets.ts';

const lettered = (changes: Partial<PictureMeasures> = {}, focus: readonly [number, number] = [0.5, 0.5]) =>
  asset('kade', { focus }, { measured: { ...measures, lettering: [[0.1, 0.8, 0.3, 0.06]], ...changes } });

/** A picture of 3:2 in a place, with words in its lower left. */
function placed(ratio: readonly [number, number], wishes: readonly CorrectionWish[] = [], focus?: readonly [number, number]) {
  const crop = { places: ['hero'], ratio, widths: [480] };
  return checkCutText([useOf(correct(lettered({}, focus), [wishes], new Map()), crop)], 'site');
}

function untagged(type: FileType): Asset {
  const { profile: _, ...facts } = asset('kade').facts;
  return { ...asset('kade', { type }), facts };
}

/** 3000 px on 250 mm. @param detail share of them that hold any */
function printed(detail: number) {
  const print = { width: 250, class: 'magazine' } as const;
  return checkPicturePrint(asset('kade', { print }, { measured: { ...measures, detail } }), printNeed(print));
}

function unreleased(whose: 'people' | 'property', releases?: string[]) {
  const rights = { creator: 'Iris', ...(releases ? { releases } : {}) };
  return checkRights(asset('kade', { rights }, { unreleased: whose }), '2027-04-01');
}

export const pictureCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a photograph with words on it', ['image-shows-text info'], () => checkPictureText(lettered())],
  ['a logo', [], () => checkPictureText(lettered({ graphic: true }))],
  ['a photograph without words', [], () => checkPictureText(asset('kade', {}, { measured: measures }))],
  ['words that a crop keeps', [], () => placed([3, 2])],
  ['words that a square runs through', ['crop-cuts-text info'], () => placed([1, 1])],
  ['words that a square shows whole', [], () => placed([1, 1], [], [0.2, 0.5])],
  ['words that a wide crop leaves out', [], () => placed([4, 1], [], [0.5, 0.2])],
  ['words that are cropped away before', [], () => placed([1, 1], [{ step: 'crop', left: 0, top: 0, width: 1, height: 0.7 }])],
  [
    'words that a turn brings across the crop',
    ['crop-cuts-text info'],
    () => placed([3, 2], [{ step: 'rotate', degrees: 90 }], [0.5, 0.25]),
  ],
  [
    'two files of one stem under a pattern',
    ['material-same-name error'],
    () => judgeNames([asset('acts/koor', { file: 'photos/koor.jpg' }), asset('acts/koor', { file: 'photos/koor.tif' })]),
  ],
  ['a picture and its captions', [], () => judgeNames([asset('koor'), { ...asset('koor'), facts: undefined } as never])],
  ['pixels enough for a magazine, blown up', ['image-print-coarse warning'], () => printed(0.3)],
  ['pixels and detail enough for a magazine', [], () => printed(0.6)],
  ['people who did not agree', ['rights-unreleased warning'], () => unreleased('people')],
  ['a building whose owner did not agree', ['rights-unreleased warning'], () => unreleased('property')],
  ['people whose release is on file', [], () => unreleased('people', ['MR-2026-014'])],
  ['a GIF, which cannot carry a profile', [], () => checkProfile(untagged('gif'))],
  [
    'a picture in the inks of a press, with their profile',
    ['image-cmyk info'],
    () => checkProfile(asset('kade', {}, { space: 'cmyk', profile: 'Coated FOGRA39' })),
  ],
  ['a page of a PDF', [], () => checkProfile(untagged('pdf'))],
  ['a JPEG that could carry a profile', ['image-no-profile info'], () => checkProfile(untagged('jpeg'))],
];
