/** Letters of titles over films: counted where they stand, plates and outlines taken for what they are. */
import { expect, test } from 'vitest';
import { moves, titleLegibility } from '../../pipeline/pixels/title-legible.ts';

type Colour = readonly [number, number, number];
const [WIDTH, HEIGHT] = [200, 100];
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
/** Two rows of bars, 4 px wide with gaps of 8, as letters are. */
const isLetter = (x: number, y: number): boolean => x >= 30 && x < 170 && x % 12 < 4 && ((y >= 30 && y < 46) || (y >= 52 && y < 68));
const near = (x: number, y: number, by: number): boolean => {
  for (let dy = -by; dy <= by; dy++) for (let dx = -by; dx <= by; dx++) if (isLetter(x + dx, y + dy)) return true;
  return false;
};

function legible(
  letters: Colour,
  ground: (x: number, y: number) => Colour,
  { plate, from = 0, outline, alpha = 255 }: { plate?: Colour; from?: number; outline?: Colour; alpha?: number } = {},
) {
  const film = new Uint8Array(WIDTH * HEIGHT * 3);
  const title = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const drawn = isLetter(x, y) ? letters : outline && near(x, y, 3) ? outline : y >= from ? plate : undefined;
      film.set(drawn ?? ground(x, y), (y * WIDTH + x) * 3);
      if (drawn) title.set([...drawn, drawn === letters || drawn === plate ? alpha : 200], (y * WIDTH + x) * 4);
    }
  }
  return titleLegibility({ width: WIDTH, height: HEIGHT, film, title }, [0.1, 0.25, 0.9, 0.72]);
}
const flat = (colour: Colour) => (): Colour => colour;

test('white letters stand out from black, hardly from light grey, and on a plate always', () => {
  expect(legible(WHITE, flat(BLACK))).toEqual({ ratio: 21, least: 3 });
  expect(legible(WHITE, flat([200, 200, 200]))?.ratio).toBeCloseTo(1.7, 1);
  expect(legible(WHITE, flat(WHITE), { plate: BLACK })).toEqual({ ratio: 21, least: 3 });
  expect(legible(BLACK, flat(BLACK), { plate: WHITE })?.ratio).toBe(21);
  expect(legible(WHITE, flat(WHITE), { outline: BLACK })?.ratio).toBe(21);
});

test('one side of a picture that is too light is enough to make a text hard to read', () => {
  expect(legible(WHITE, (x) => (x < 60 ? WHITE : BLACK))?.ratio).toBe(1);
  expect(legible(WHITE, (x) => (x < 36 ? WHITE : BLACK))?.ratio).toBe(21);
});

test('a plate that a text stands half on is no letter', () => {
  const TEAL: Colour = [14, 107, 107];
  // The lower half of the lower row, and only the ground below all letters.
  expect(legible(WHITE, flat(BLACK), { plate: TEAL, from: 60 })?.ratio).toBeGreaterThan(5);
  expect(legible(WHITE, flat(BLACK), { plate: TEAL, from: 69 })?.ratio).toBeGreaterThan(5);
  expect(legible(WHITE, flat([200, 200, 200]), { plate: TEAL, from: 60 })?.ratio).toBeCloseTo(1.7, 1);
  expect(legible(TEAL, flat(WHITE), { plate: [20, 120, 120], from: 50 })?.ratio).toBeLessThan(7);
});

test('what comes or goes moves; what stands, and what changes unseen, does not', () => {
  const frame = (shift: number, alpha = 255): Uint8Array => {
    const title = new Uint8Array(WIDTH * HEIGHT * 4);
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < WIDTH; x++) if (isLetter(x + shift, y)) title.set([255, 255, 255, alpha], (y * WIDTH + x) * 4);
    return title;
  };
  const box = [0.1, 0.25, 0.9, 0.72] as const;
  const size = { width: WIDTH, height: HEIGHT };
  expect(moves(size, frame(0), frame(0), box)).toBe(false);
  expect(moves(size, frame(0), frame(3), box)).toBe(true);
  expect(moves(size, frame(0), frame(0, 180), box)).toBe(true);
  expect(moves(size, frame(0, 0), frame(6, 0), box)).toBe(false);
});

test('what is half there, or nowhere, is not read yet', () => {
  expect(legible(WHITE, flat(WHITE), { alpha: 120 })).toBeUndefined();
  expect(titleLegibility({ width: 8, height: 8, film: new Uint8Array(192), title: new Uint8Array(256) }, [0, 0, 1, 1])).toBeUndefined();
});
