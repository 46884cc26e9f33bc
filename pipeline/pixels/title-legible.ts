/** How well the letters of a title stand out from the moving picture that they lie over, by WCAG's contrast ratio. */
import { ratioOf } from './legible.ts';
import { BYTE_LINEAR } from './light.ts';

/** The film as it is shown, title and all, RGB; and the title alone, RGB with alpha. */
export interface TitledFrame {
  readonly width: number;
  readonly height: number;
  readonly film: Uint8Array;
  readonly title: Uint8Array;
}

/** Alpha of what covers all that lies behind it: letters that come or go are not read yet. */
const OPAQUE = 242;
/** Share of a text's box from which on what is opaque is a plate with letters on it. */
const PLATE = 0.7;
/** Share of a row or column that no letters fill. */
const BAND = 0.98;
/** Contrast below which a plate has but one light. */
const BARE = 1.3;
/** Letters in less than that, as a share of the box, are a rest of something. */
const LEAST_INK = 0.005;
/** The part of a text that is hardest to read: one in ten of the pixels round it is harder still. */
const DECILE = 0.1;
/**
 * WCAG 2.2, 1.4.3: large is 24 px, and needs 3:1 instead of 4.5:1. A film is watched on a telephone of 360 px: 24 are 6.7 % of its short
 * side, and capitals are 0.7 of that.
 */
const LARGE = (24 / 360) * 0.7;

const lightOf = (data: Uint8Array, at: number): number =>
  0.2126 * (BYTE_LINEAR[data[at] as number] as number) +
  0.7152 * (BYTE_LINEAR[data[at + 1] as number] as number) +
  0.0722 * (BYTE_LINEAR[data[at + 2] as number] as number);

/** @param box shares of the frame: left, top, right, bottom @returns undefined where no letters stand there */
export function titleLegibility(
  { width, height, film, title }: TitledFrame,
  box: readonly [number, number, number, number],
): { readonly ratio: number; readonly least: number } | undefined {
  const short = Math.min(width, height);
  const left = Math.max(0, Math.floor(box[0] * width));
  const top = Math.max(0, Math.floor(box[1] * height));
  const wide = Math.min(width, Math.ceil(box[2] * width)) - left;
  const high = Math.min(height, Math.ceil(box[3] * height)) - top;
  if (wide < 4 || high < 4) return undefined;
  const at = (x: number, y: number): number => (top + y) * width + left + x;
  const letters = lettersIn(title, wide, high, at);
  const ink = letters.reduce((sum, one) => sum + one, 0);
  if (ink < LEAST_INK * wide * high) return undefined;
  const inner = distances(
    letters.map((one) => 1 - one),
    wide,
    high,
  );
  const outer = distances(letters, wide, high);
  // Coding blurs edges by a pixel or two: cores of letters, and what lies just beyond that, say what is seen.
  const away = Math.max(2, Math.round(short / 540));
  const lights = (test: (place: number) => boolean): number[] =>
    Array.from(letters.keys())
      .filter(test)
      .map((place) => lightOf(film, 3 * at(place % wide, Math.floor(place / wide))))
      .sort((one, other) => one - other);
  const thick = lights((place) => (inner[place] as number) >= 2);
  const cores = thick.length >= 20 ? thick : lights((place) => letters[place] === 1);
  const own = cores[Math.floor(cores.length / 2)] as number;
  const around = lights((place) => (outer[place] as number) >= away && (outer[place] as number) <= away + 1);
  if (around.length === 0) return undefined;
  const ratios = around.map((light) => ratioOf(own, light)).sort((one, other) => one - other);
  const ratio = Math.round((ratios[Math.floor(ratios.length * DECILE)] as number) * 10) / 10;
  return { ratio, least: capitalsIn(letters, wide, high) >= LARGE * short ? 3 : 4.5 };
}

/** Mean difference of what is drawn, of 255, from which on a text comes or goes; coded alike, one that stands has none. */
const MOVED = 2;

/** Whether what a title draws in a box is not the same in two of its frames. @param box shares of the frame: left, top, right, bottom */
export function moves(
  { width, height }: Pick<TitledFrame, 'width' | 'height'>,
  one: Uint8Array,
  other: Uint8Array,
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean {
  const [from, to] = [Math.max(0, Math.floor(left * width)), Math.min(width, Math.ceil(right * width))];
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.floor(top * height)); y < Math.min(height, Math.ceil(bottom * height)); y++) {
    for (let at = 4 * (y * width + from); at < 4 * (y * width + to); at += 4, count++) {
      // Colour that is not seen says nothing.
      const [mine, theirs] = [(one[at + 3] as number) / 255, (other[at + 3] as number) / 255];
      for (let channel = 0; channel < 3; channel++)
        sum += Math.abs((one[at + channel] as number) * mine - (other[at + channel] as number) * theirs);
      sum += 255 * Math.abs(mine - theirs);
    }
  }
  return count > 0 && sum / (4 * count) > MOVED;
}

/** On a plate those are letters that differ from most of it; elsewhere all that is opaque. */
function lettersIn(title: Uint8Array, wide: number, high: number, at: (x: number, y: number) => number): Uint8Array {
  const opaque = new Uint8Array(wide * high);
  let count = 0;
  for (const place of opaque.keys()) {
    if ((title[4 * at(place % wide, Math.floor(place / wide)) + 3] as number) < OPAQUE) continue;
    opaque[place] = 1;
    count++;
  }
  const isPlate = count >= PLATE * wide * high;
  const plate = isPlate ? opaque : bandsOf(opaque, wide, high);
  if (!plate.includes(1)) return opaque;
  const light = Float64Array.from(opaque.keys(), (place) => lightOf(title, 4 * at(place % wide, Math.floor(place / wide))));
  const [dark, bright] = groupsOf(light.filter((_, place) => plate[place] === 1));
  const isBright = (one: number): boolean => Math.abs(one - bright) < Math.abs(one - dark);
  const [all, brights] = light.reduce(
    ([on, lit], one, place) => (plate[place] === 1 ? [on + 1, lit + (isBright(one) ? 1 : 0)] : [on, lit]),
    [0, 0],
  );
  const lettersAreBright = brights * 2 < all;
  // The edge of a plate on which no letter stands is all of one light.
  const isBare = !isPlate && ratioOf(dark, bright) < BARE;
  const isLetter = (place: number): boolean =>
    plate[place] === 1 ? !isBare && isBright(light[place] as number) === lettersAreBright : opaque[place] === 1;
  return opaque.map((_, place) => (isLetter(place) ? 1 : 0));
}

/** Rows and columns that are opaque from one side of the box to the other: the edge of a plate that a text stands half on. */
function bandsOf(opaque: Uint8Array, wide: number, high: number): Uint8Array {
  const [rows, columns] = [new Uint32Array(high), new Uint32Array(wide)];
  for (const [place, one] of opaque.entries()) {
    const [x, y] = [place % wide, Math.floor(place / wide)];
    rows[y] = (rows[y] as number) + one;
    columns[x] = (columns[x] as number) + one;
  }
  return opaque.map((one, place) =>
    one && ((rows[Math.floor(place / wide)] as number) >= BAND * wide || (columns[place % wide] as number) >= BAND * high) ? 1 : 0,
  );
}

/** Means of the darker and of the lighter ones (two means, from the extremes on). */
function groupsOf(lights: Float64Array): readonly [number, number] {
  let [dark, bright] = [lights.reduce((least, one) => Math.min(least, one), 1), lights.reduce((most, one) => Math.max(most, one), 0)];
  for (let round = 0; round < 8; round++) {
    const sums = [0, 0, 0, 0];
    for (const one of lights) {
      const side = Math.abs(one - dark) <= Math.abs(one - bright) ? 0 : 2;
      sums[side] = (sums[side] as number) + one;
      sums[side + 1] = (sums[side + 1] as number) + 1;
    }
    if (sums[1]) dark = (sums[0] as number) / sums[1];
    if (sums[3]) bright = (sums[2] as number) / sums[3];
  }
  return [dark, bright];
}

/** Of each pixel to the next one that is set, in steps along rows, columns and diagonals; up to 255. */
function distances(set: Uint8Array, wide: number, high: number): Uint8Array {
  const far = Uint8Array.from(set, (one) => (one ? 0 : 255));
  const nearer = (place: number, x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= wide || y >= high) return;
    far[place] = Math.min(far[place] as number, Math.min(255, (far[y * wide + x] as number) + 1));
  };
  for (let place = 0; place < far.length; place++) {
    const [x, y] = [place % wide, Math.floor(place / wide)];
    for (const [dx, dy] of [
      [-1, 0],
      [-1, -1],
      [0, -1],
      [1, -1],
    ] as const)
      nearer(place, x + dx, y + dy);
  }
  for (let place = far.length - 1; place >= 0; place--) {
    const [x, y] = [place % wide, Math.floor(place / wide)];
    for (const [dx, dy] of [
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 1],
    ] as const)
      nearer(place, x + dx, y + dy);
  }
  return far;
}

/** Height of its lines: the middle one of the runs of rows that hold ink. */
function capitalsIn(letters: Uint8Array, wide: number, high: number): number {
  const runs: number[] = [];
  let run = 0;
  for (let y = 0; y <= high; y++) {
    const isInked = y < high && letters.subarray(y * wide, (y + 1) * wide).some((one) => one === 1);
    if (isInked) run++;
    else if (run > 0) {
      runs.push(run);
      run = 0;
    }
  }
  runs.sort((one, other) => one - other);
  return runs[Math.floor(runs.length / 2)] ?? 0;
}
