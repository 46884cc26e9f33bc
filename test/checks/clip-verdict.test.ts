/** What a clip comes to: standard, to be converted, or unusable; where a fault is told; and thresholds of a house. */
import { describe, expect, test } from 'vitest';
import { preflight } from '../../pipeline/check.ts';
import { wordsOf } from '../../pipeline/checks/catalogue.ts';
import { moment, partsOf } from '../../pipeline/checks/clip-told.ts';
import { judgeClip, verdictBy, verdictOf } from '../../pipeline/checks/clip-verdict.ts';
import { CAPTION_RULES } from '../../pipeline/model/caption-rules.ts';
import { CLIP_RULES, type ClipRules } from '../../pipeline/model/clip-rules.ts';
import type { HouseStyle } from '../../pipeline/model/house.ts';
import { houseSchema } from '../../pipeline/model/house-schema.ts';
import type { Order } from '../../pipeline/model/order.ts';
import { clipAsset, clipFacts, soundAsset } from '../support/clip-facts.ts';

const cutOff = { measured: { decoded: { frames: 74, pictureSeconds: 2.96, soundSeconds: 2.96 } } };

test('a clip is standard, to be converted or unusable, and it is said why', () => {
  expect(verdictOf(clipAsset())).toEqual({ verdict: 'standard', because: [] });
  expect(verdictOf(soundAsset())).toEqual({ verdict: 'standard', because: [] });
  const phone = clipAsset({ picture: { isVariable: true, rotation: 90, hdr: 'hlg' }, clip: { hasGps: true } });
  expect(verdictOf(phone)).toEqual({ verdict: 'convert', because: ['clip-turned', 'clip-variable-rate', 'clip-hdr'] });
  expect(verdictOf(clipAsset(cutOff))).toEqual({ verdict: 'unusable', because: ['clip-incomplete'] });
  expect(verdictOf(clipAsset({ picture: { width: 320, height: 180 } }))).toMatchObject({ verdict: 'unusable' });
});

test('what is only seen or heard changes no verdict', () => {
  const dark = clipAsset({ measured: { black: [[0, 2]], flashes: [[4, 5]] }, heard: { flatFactor: 9, peak: 0 } });
  expect(verdictOf(dark)?.verdict).toBe('standard');
});

test('what could not be read is unusable, and a picture has no verdict', () => {
  const { clip: _, ...unread } = clipAsset();
  expect(verdictOf(unread)).toEqual({ verdict: 'unusable', because: ['clip-unread'] });
  expect(verdictOf({ ...unread, type: 'jpeg' })).toBeUndefined();
  expect(verdictBy([{ code: 'clip-empty', severity: 'error', where: {}, args: {} }]).verdict).toBe('unusable');
});

test('of a clip that breaks off nothing else is told', () => {
  expect(judgeClip(clipAsset({ ...cutOff, picture: { isVariable: true } })).map(({ code }) => code)).toEqual(['clip-incomplete']);
});

describe('of a picture that nobody sees', () => {
  const tracks = (asset: ReturnType<typeof clipAsset>) => judgeClip(asset).map(({ code, where }) => `${code} ${where.track ?? 'whole'}`);

  test('what is told says so, and what is told of the sound does not', () => {
    const small = clipAsset({ picture: { width: 320, height: 180, isVariable: true }, heard: { loudness: -50 } });
    expect(tracks(small)).toEqual(['clip-too-small picture', 'clip-variable-rate picture', 'clip-quiet whole']);
  });
  test('a film whose picture breaks off may still be listened to, and its sound is judged', () => {
    const decoded = { frames: 74, pictureSeconds: 2.96, soundSeconds: 20 };
    expect(tracks(clipAsset({ measured: { decoded }, heard: { loudness: -50 } }))).toEqual(['clip-incomplete picture', 'clip-quiet whole']);
    // The sound lacks less, and yet too much.
    expect(tracks(clipAsset({ measured: { decoded: { ...decoded, soundSeconds: 12 } } }))).toEqual(['clip-incomplete whole']);
    expect(tracks(clipAsset({ measured: { decoded }, sound: null }))).toEqual(['clip-incomplete whole']);
  });
});

describe('a moment', () => {
  test.each([
    [0, '00:00.0'],
    [9.96, '00:10.0'],
    [59.94, '00:59.9'],
    [62.5, '01:02.5'],
    [3725.04, '62:05.0'],
    [-0.02, '00:00.0'],
  ])('%d s is %s', (seconds, written) => expect(moment(seconds)).toBe(written));

  test('stands in the words, and the rest is counted', () => {
    const flashes = Array.from({ length: 7 }, (_, at) => [at * 2, at * 2 + 1] as const);
    const [found] = judgeClip(clipAsset({ measured: { flashes } }));
    const { message } = wordsOf(found as never, 'en');
    expect(message).toContain('00:00.0–00:01.0, 00:02.0–00:03.0');
    expect(message).toContain('7 in all');
    const [head] = judgeClip(clipAsset({ measured: { black: [[0, 1.52]] } }));
    expect(wordsOf(head as never, 'nl')).toMatchObject({ message: '“trailer” begint met 1,5 s zwart, tot 00:01.5.' });
  });

  test('at an end is told from one inside, a frame more or less', () => {
    const clip = clipFacts();
    expect(partsOf([[0.04, 1]], clip)).toMatchObject({ whole: false, head: [0.04, 1], inside: [] });
    expect(partsOf([[18, 19.92]], clip).tail).toEqual([18, 19.92]);
    expect(partsOf([[0.5, 1]], clip).inside).toEqual([[0.5, 1]]);
    expect(partsOf([[0, 19.96]], clip).whole).toBe(true);
  });
});

describe('thresholds', () => {
  const rules = (own: object): ClipRules => houseSchema.parse({ rules: { clip: own } }).rules.clip;

  test('are those of the reference where a house says nothing', () => {
    expect(houseSchema.parse({}).rules.clip).toEqual(CLIP_RULES);
    expect(CLIP_RULES).toMatchObject({ missingShare: 0.005, missingSeconds: 0.5, leastSide: 480, wantedSide: 720, interlaced: 0.1 });
    expect(CLIP_RULES).toMatchObject({ blackInside: 2, bars: 0.02, flatFactor: 3, truePeak: -1 });
    expect(CLIP_RULES.leastBits['h264']).toBe(0.03);
  });

  test('of captions are those of the reference, and the house’s own where it says so', () => {
    expect(houseSchema.parse({}).rules.captions).toEqual(CAPTION_RULES);
    const captions = houseSchema.parse({ rules: { captions: { lineLength: 37, speed: 12, mostSpeed: 15 } } }).rules.captions;
    const said = {
      ...clipAsset({}, { captions: { nl: { file: 'a.srt', cues: [{ from: 1, to: 4, lines: ['a'.repeat(40), 'b'.repeat(8)] }] } } }),
    };
    const order = { deliver: {}, languages: ['nl'], supplied: [] } as unknown as Order;
    const told = (house?: HouseStyle) =>
      preflight({ order, assets: [said], today: '2026-11-22', ...(house ? { house } : {}) }).map(
        ({ code, severity }) => `${code} ${severity}`,
      );
    expect(told()).toEqual([]);
    expect(told({ rules: { captions, severity: {} } } as unknown as HouseStyle)).toEqual([
      'captions-line-too-long warning',
      'captions-too-fast warning',
    ]);
  });

  test('are the house’s own where it does', () => {
    const small = clipAsset({ picture: { width: 568, height: 320, coded: [568, 320] } });
    expect(judgeClip(small, rules({ leastSide: 300, wantedSide: 300 }))).toEqual([]);
    expect(rules({ leastBits: { h264: 0.05 } }).leastBits).toMatchObject({ h264: 0.05, hevc: 0.018 });
    const poor = clipAsset({ picture: { bitRate: 2_000_000 } });
    expect(judgeClip(poor, rules({ leastBits: { h264: 0.05 } })).map(({ code }) => code)).toEqual(['clip-starved']);
  });

  test.each([{ leastSide: -1 }, { loudness: [-10, -20] }, { bars: 2 }, { blak: 1 }])('%j is refused', (own) => {
    expect(houseSchema.safeParse({ rules: { clip: own } }).success).toBe(false);
  });
});
