/** Crops: laid round the focus, moved for the safe box, framed anew for one place. */
import { describe, expect, test } from 'vitest';
import { cropAt, cropBox, cutOf, type Focus, framedBy, framingAt, type Ratio, type Shares } from '../../pipeline/model/crop.ts';

const size = { width: 3000, height: 2000 };

describe('the safe box', () => {
  test('moves a crop just as far as it must', () => {
    expect(cropBox(size, [1, 1], [0, 0.5], [0.5, 0.2, 0.4, 0.5])).toEqual({ left: 700, top: 0, width: 2000, height: 2000 });
    expect(cropBox(size, [1, 1], [1, 0.5], [0.1, 0.2, 0.4, 0.5])).toEqual({ left: 300, top: 0, width: 2000, height: 2000 });
  });
  test('leaves alone a crop that holds it', () => {
    const wide: Ratio = [16, 9];
    expect(cropBox(size, wide, [0.5, 0.3], [0.2, 0.2, 0.2, 0.2])).toEqual(cropBox(size, wide, [0.5, 0.3]));
  });
  test('that is too wide is filled from edge to edge, at the focus within it', () => {
    expect(cropBox(size, [1, 2], [0, 0.5], [0.3, 0, 0.6, 1]).left).toBe(900);
    expect(cropBox(size, [1, 2], [1, 0.5], [0.3, 0, 0.6, 1]).left).toBe(1700);
    expect(cropBox(size, [1, 2], [0.6, 0.5], [0.3, 0, 0.6, 1]).left).toBe(1300);
  });
  test.each([0.1, 1 / 3, 0.7, 0.123456])('with shares such as %d is held to the px, wherever the focus lies', (share) => {
    for (const ratio of [
      [1, 1],
      [4, 5],
      [16, 9],
      [728, 90],
      [160, 600],
      [3, 2],
    ] as const) {
      for (let step = 0; step <= 20; step++) {
        const safe: Shares = [share, share / 2, 0.1, 0.05];
        const focus: Focus = [step / 20, 1 - step / 20];
        const box = cropBox({ width: 4031, height: 3023 }, ratio, focus, safe);
        expect(box.left).toBeLessThanOrEqual(share * 4031 + 1e-4);
        expect(box.left + box.width).toBeGreaterThanOrEqual((share + 0.1) * 4031 - 1e-4);
        expect(box.top).toBeLessThanOrEqual((share / 2) * 3023 + 1e-4);
        expect(box.top + box.height).toBeGreaterThanOrEqual((share / 2 + 0.05) * 3023 - 1e-4);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(4031);
        expect(box.top + box.height).toBeLessThanOrEqual(3023);
        expect(cutOf({ width: 4031, height: 3023 }, ratio, safe)).toBeUndefined();
      }
    }
  });
});

test('what a ratio must cut is told by side and share; rounding is not cutting', () => {
  expect(cutOf(size, [1, 1], [0, 0, 1, 1])).toEqual({ side: 'width', share: expect.closeTo(1 / 3) });
  expect(cutOf(size, [3, 1], [0, 0, 1, 1])).toEqual({ side: 'height', share: 0.5 });
  expect(cutOf({ width: 3000, height: 1999 }, [3, 2], [0, 0, 1, 1])).toBeUndefined();
  expect(cutOf(size, undefined, [0, 0, 1, 1])).toBeUndefined();
  expect(cutOf(size, [1, 9], undefined)).toBeUndefined();
});

test('a strip of a picture still gives a crop of a pixel', () => {
  expect(cropBox({ width: 3000, height: 1 }, [1, 600], [0.5, 0.5])).toMatchObject({ width: 1, height: 1 });
});

test('without a focus: the middle of the safe box, what draws the eye, the middle', () => {
  const salient = { box: [0.6, 0.6, 0.2, 0.2], focus: [0.65, 0.7] } as const;
  expect(framedBy({ safe: [0.1, 0.2, 0.2, 0.2] }, salient)).toEqual({ focus: [0.2, 0.3], safe: [0.1, 0.2, 0.2, 0.2] });
  expect(framedBy({}, salient)).toEqual({ focus: [0.65, 0.7], salient: salient.box });
  expect(framedBy({ focus: [0, 0] }, salient)).toEqual({ focus: [0, 0] });
  expect(framedBy({}, undefined)).toEqual({ focus: [0.5, 0.5] });
});

describe('a place', () => {
  const framed = {
    focus: [0.5, 0.5],
    safe: [0, 0, 0.5, 0.5],
    crops: { hero: { focus: [0.1, 0.1] }, 'hero/phone': { safe: [0.4, 0.4, 0.1, 0.1] } },
  } as const;
  test('takes each member from the most exact word about it', () => {
    expect(framingAt(framed, ['card'])).toEqual({ focus: [0.5, 0.5], safe: [0, 0, 0.5, 0.5] });
    expect(framingAt(framed, ['hero'])).toEqual({ focus: [0.1, 0.1], safe: [0, 0, 0.5, 0.5] });
    expect(framingAt(framed, ['hero', 'hero/phone'])).toEqual({ focus: [0.1, 0.1], safe: [0.4, 0.4, 0.1, 0.1] });
    expect(framingAt(framed, ['constructor', 'toString'])).toMatchObject({ focus: [0.5, 0.5] });
  });
  test('keeps what draws the eye whole only while nobody said better', () => {
    const found = { focus: [0.2, 0.5], salient: [0.5, 0, 0.5, 1], crops: { hero: { focus: [0.1, 0.5] } } } as const;
    expect(cropAt(size, [1, 1], found, []).left).toBe(1000);
    expect(cropAt(size, [1, 1], found, ['hero']).left).toBe(0);
  });
});
