/** What is measured on frames of banners: flashes, contrast of letters, edges, and whether two frames show the same. */
import { describe, expect, test } from 'vitest';
import { isBlank } from '../../pipeline/pixels/blank.ts';
import { edgeOf } from '../../pipeline/pixels/edge.ts';
import { cellsOf, flashesOf, isFieldSmall, suspectOf } from '../../pipeline/pixels/flashes.ts';
import { legibilityOf, ratioOf } from '../../pipeline/pixels/legible.ts';
import type { Pixels } from '../../pipeline/pixels/pixels.ts';
import { showTheSame } from '../../pipeline/pixels/same.ts';

type Rgb = readonly [number, number, number];
function drawn(width: number, height: number, colourAt: (x: number, y: number) => Rgb): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 3);
  return { width, height, channels: 3, data };
}
const flat = (colour: Rgb, width = 300, height = 250): Pixels => drawn(width, height, () => colour);

describe('flashes', () => {
  /** 30 frames a second; `states` a second. */
  const blink = (a: Pixels, b: Pixels, states: number, seconds = 2) =>
    Array.from({ length: seconds * 30 + 1 }, (_, frame) => cellsOf(Math.floor((frame / 30) * states) % 2 ? b : a, frame / 30));
  const black = flat([0, 0, 0]);

  test.each([
    [2, 1],
    [6, 3],
    [8, 4],
    [10, 5],
  ])('%i changes a second are %i flashes', (changes, flashes) => {
    expect(flashesOf(blink(black, flat([255, 255, 255]), changes)).general).toBe(flashes);
  });

  test('count neither where light changes little, nor among lights, nor on a small part', () => {
    expect(flashesOf(blink(flat([120, 120, 120]), flat([135, 135, 135]), 10)).general).toBe(0);
    expect(flashesOf(blink(flat([232, 232, 232]), flat([255, 255, 255]), 10)).general).toBe(0);
    const corner = drawn(300, 250, (x, y) => (x < 140 && y < 140 ? [255, 255, 255] : [0, 0, 0]));
    expect(flashesOf(blink(black, corner, 10)).general).toBe(0);
    const larger = drawn(300, 250, (x, y) => (x < 160 && y < 160 ? [255, 255, 255] : [0, 0, 0]));
    expect(flashesOf(blink(black, larger, 10)).general).toBe(5);
    // A quarter of the banner at each end lies in no common field of view.
    const ends = drawn(970, 90, (x) => (x < 130 || x >= 840 ? [255, 255, 255] : [0, 0, 0]));
    expect(flashesOf(blink(flat([0, 0, 0], 970, 90), ends, 10)).general).toBe(0);
    expect(isFieldSmall([320, 50])).toBe(true);
    expect(isFieldSmall([300, 250])).toBe(false);
  });

  test('of saturated red count whatever their light, and slow motion is not suspected', () => {
    const dark = blink(black, flat([120, 0, 0]), 10);
    expect(flashesOf(dark)).toEqual({ general: 0, red: 5 });
    expect(suspectOf(dark)).toBeDefined();
    const rise = Array.from({ length: 20 }, (_, at) => cellsOf(flat([at * 12, at * 12, at * 12]), at / 5));
    expect(suspectOf(rise)).toBeUndefined();
  });
});

describe('a text', () => {
  const letters = (on: Pixels, ink: Rgb): Pixels =>
    drawn(100, 40, (x, y) => {
      const at = (y * 100 + x) * 3;
      return x % 8 < 3 && y > 10 && y < 30 ? ink : [on.data[at] as number, on.data[at + 1] as number, on.data[at + 2] as number];
    });
  const area = { slot: 'cta', least: 4.5, boxes: [[0, 5, 100, 35] as const] };

  test('has WCAG’s ratio on a flat ground, with its colour known or not', () => {
    const ground = flat([15, 110, 110], 100, 40);
    const wanted = ratioOf(1, 0.1292);
    for (const colour of [[255, 255, 255, 1] as const, null])
      expect(legibilityOf({ ...area, colour }, letters(ground, [255, 255, 255]), ground).ratio).toBeCloseTo(wanted, 0);
  });

  test('is as legible as the worst tenth of what lies behind it', () => {
    const busy = drawn(100, 40, (x) => (x < 30 ? [250, 250, 250] : [0, 0, 0]));
    const white = { ...area, colour: [255, 255, 255, 1] as const };
    // Over the bright part its own letters cannot be told.
    expect(legibilityOf(white, letters(busy, [255, 255, 255]), busy).ratio).toBeGreaterThan(15);
    const grey = drawn(100, 40, (x) => (x < 30 ? [200, 200, 200] : [0, 0, 0]));
    expect(legibilityOf(white, letters(grey, [255, 255, 255]), grey).ratio).toBeLessThan(2);
  });

  test('of the ground’s own colour is there and cannot be read; a covered one is not there', () => {
    const ground = flat([255, 255, 255], 100, 40);
    expect(legibilityOf({ ...area, colour: [250, 250, 250, 1] }, ground, ground)).toMatchObject({ ink: 1, ratio: expect.closeTo(1, 1) });
    expect(legibilityOf({ ...area, colour: [0, 0, 0, 1] }, ground, ground).ink).toBe(0);
  });
});

test('an edge is told from pages by what is seen of it', () => {
  const ring = (colour: Rgb): Pixels => drawn(300, 250, (x, y) => (x % 299 === 0 || y % 249 === 0 ? colour : [255, 255, 255]));
  expect(edgeOf(flat([255, 255, 255]))).toEqual({ white: 0, grey: 1, black: 1 });
  expect(edgeOf(ring([0, 0, 0]))).toEqual({ white: 1, grey: 1, black: 0 });
  expect(edgeOf(ring([120, 120, 120]))).toEqual({ white: 1, grey: 1, black: 1 });
  expect(edgeOf(drawn(100, 100, (_, y) => (y < 50 ? [255, 255, 255] : [0, 0, 0]))).white).toBeCloseTo(0.5, 1);
});

test('frames are the same but for a few smoothed edges', () => {
  const one = flat([20, 40, 60]);
  expect(
    showTheSame(
      one,
      drawn(300, 250, (x, y) => (x === 9 && y < 100 ? [90, 90, 90] : [20, 40, 60])),
    ),
  ).toBe(true);
  expect(
    showTheSame(
      one,
      drawn(300, 250, (x, y) => (x < 20 && y < 20 ? [90, 90, 90] : [20, 40, 60])),
    ),
  ).toBe(false);
  expect(showTheSame(one, flat([20, 40, 60], 250, 300))).toBe(false);
});

test('a frame is blank only when nothing stands on it', () => {
  expect(isBlank(flat([255, 255, 255]))).toBe(true);
  // A decoder rounds.
  expect(isBlank(drawn(300, 250, (x) => [14, 110, 110 + (x % 3)]))).toBe(true);
  expect(isBlank(drawn(300, 250, (x, y) => (x === 299 && y === 249 ? [240, 255, 255] : [255, 255, 255])))).toBe(false);
  expect(isBlank(drawn(300, 250, (x) => [x / 2, x / 2, x / 2]))).toBe(false);
});
