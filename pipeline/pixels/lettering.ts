/** Whether letters are seen in a picture, and where: spots of even strokes and one tone beside each other; never what they read. */
import { halved, marksOf, meansOf, type Plane, type Spot, spotsOf } from './spots.ts';

/** Side of the picture that is looked at, in px: letters of 3 % of the height are eight to ten px tall there. */
export const LETTERING_SIDE = 512;
/** How far the surroundings of a stroke reach, in px; what is larger is seen at half or a quarter of the size. */
const NEAR = 12;
const TIMES = [1, 2, 4] as const;
/** Height of letters, in px. */
const LOW = 5;
const HIGH = 48;
/** Letters of a row: one or two are a mark, a knot, a window. */
const FEWEST = 3;
const MOST_BOXES = 4;

/** Boxes of what reads as words as shares of the picture, the surest first; none: no letters are seen. */
export function letteringOf(plane: Plane): (readonly [left: number, top: number, width: number, height: number])[] {
  const found: { sure: number; box: Box }[] = [];
  let seen = plane;
  for (const times of TIMES) {
    const means = meansOf(seen, NEAR);
    for (const sign of [1, -1] as const) {
      const marks = marksOf(seen, means, sign);
      for (const row of rowsOf(seen, spotsOf(seen, marks))) {
        const box = boxOf(row);
        const sure = surenessOf(row, box, seen, marks);
        if (sure > SURE) found.push({ sure, box: [box[0] * times, box[1] * times, box[2] * times, box[3] * times] });
      }
    }
    seen = halved(seen);
  }
  found.sort((one, other) => other.sure - one.sure);
  const share = (value: number, whole: number): number => Math.round((1000 * value) / whole) / 1000;
  return joined(found.map(({ box }) => box))
    .slice(0, MOST_BOXES)
    .map(([left, top, right, bottom]) => [
      share(left, plane.width),
      share(top, plane.height),
      share(right - left, plane.width),
      share(bottom - top, plane.height),
    ]);
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

function boxOf(row: readonly Spot[]): Box {
  return [
    Math.min(...row.map(({ left }) => left)),
    Math.min(...row.map(({ top }) => top)),
    Math.max(...row.map(({ right }) => right)),
    Math.max(...row.map(({ bottom }) => bottom)),
  ];
}

/** Boxes that overlap become one; the order of the first of them stays. */
function joined(boxes: readonly Box[]): Box[] {
  const whole: Box[] = [];
  for (const box of boxes) {
    const at = whole.findIndex((one) => one[0] < box[2] && box[0] < one[2] && one[1] < box[3] && box[1] < one[3]);
    const one = whole[at];
    if (!one) whole.push(box);
    else whole[at] = [Math.min(one[0], box[0]), Math.min(one[1], box[1]), Math.max(one[2], box[2]), Math.max(one[3], box[3])];
  }
  return whole.length < boxes.length ? joined(whole) : whole;
}

const tallOf = ({ top, bottom }: Spot): number => bottom - top;
const wideOf = ({ left, right }: Spot): number => right - left;
const toneOf = ({ sum, area }: Spot): number => sum / area;
/** Width of the line that a spot is drawn with: a long line has a rim on two sides. */
const strokeOf = ({ area, rim }: Spot): number => (2 * area) / rim;

function isLetter(spot: Spot, { width, height }: Plane): boolean {
  const [tall, wide] = [tallOf(spot), wideOf(spot)];
  if (tall < LOW || tall > HIGH || wide > 3 * tall || spot.area < 0.15 * tall * wide) return false;
  // What the edge cuts has no shape to tell by.
  if (spot.left === 0 || spot.top === 0 || spot.right === width || spot.bottom === height) return false;
  const stroke = strokeOf(spot) / tall;
  return stroke >= 0.04 && stroke <= 0.42;
}

/** From left to right, each next one near the last, alike in height, stroke and tone, and on one line with it above or below. */
function rowsOf(plane: Plane, spots: readonly Spot[]): Spot[][] {
  const letters = spots.filter((spot) => isLetter(spot, plane)).sort((one, other) => one.left - other.left);
  const used = new Set<Spot>();
  const rows: Spot[][] = [];
  for (const [at, first] of letters.entries()) {
    if (used.has(first)) continue;
    const row = [first];
    let last = first;
    for (let next = at + 1; next < letters.length; next++) {
      const spot = letters[next] as Spot;
      if (spot.left - last.right > HIGH) break;
      if (used.has(spot) || !follows(spot, last)) continue;
      row.push(spot);
      last = spot;
    }
    if (row.length < FEWEST) continue;
    for (const spot of row) used.add(spot);
    rows.push(row);
  }
  return rows;
}

function follows(spot: Spot, last: Spot): boolean {
  const tall = Math.max(tallOf(spot), tallOf(last));
  const low = Math.min(tallOf(spot), tallOf(last));
  const gap = spot.left - last.right;
  if (gap > tall || gap < -0.25 * tall || tall > 1.8 * low) return false;
  const loose = 0.15 * tall + 0.5;
  if (Math.abs(spot.bottom - last.bottom) > loose && Math.abs(spot.top - last.top) > loose) return false;
  if (Math.min(spot.bottom, last.bottom) - Math.max(spot.top, last.top) < 0.6 * low) return false;
  const [one, other] = [strokeOf(spot), strokeOf(last)];
  return Math.max(one, other) <= 1.8 * Math.min(one, other) && Math.abs(toneOf(spot) - toneOf(last)) <= 36;
}

const average = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
function spread(values: readonly number[]): number {
  const middle = average(values);
  return Math.sqrt(average(values.map((one) => (one - middle) ** 2)));
}
/** 0 at the first, 1 at the second, even between. */
const ramp = (value: number, none: number, full: number): number => Math.max(0, Math.min(1, (value - none) / (full - none)));

/** Above it a row is told as letters. */
export const SURE = 0.1;

/** Log odds that a row of spots is a word; less than nothing where it cannot be one. */
function surenessOf(row: readonly Spot[], box: Box, plane: Plane, marks: Uint8Array): number {
  const { share, tone, unrest } = groundOf(row, box, plane, marks);
  const talls = row.map(tallOf);
  const wides = row.map(wideOf);
  const strokes = row.map(strokeOf);
  const tones = row.map(toneOf);
  const fills = row.map(({ area }, at) => area / ((wides[at] as number) * (talls[at] as number)));
  const gaps = row.slice(1).map(({ left }, at) => left - (row[at] as Spot).right);
  const tall = [...talls].sort((one, other) => one - other)[talls.length >> 1] as number;
  const contrast = Math.abs(average(tones) - tone);
  const calm = contrast / (unrest + 4);
  const stroke = average(strokes) / tall;
  const within = average(row.map(({ squares, area }, at) => Math.sqrt(Math.max(0, squares / area - (tones[at] as number) ** 2))));
  const isWord =
    contrast >= 45 &&
    calm >= 2.5 &&
    share >= 0.6 &&
    stroke >= 0.06 &&
    stroke <= 0.27 &&
    within <= 0.45 * contrast &&
    spread(strokes) <= 0.25 * average(strokes) &&
    spread(tones) <= 14 &&
    spread(talls) <= 0.3 * average(talls) &&
    // Boards and panes are full, and each like the next; letters are neither.
    average(fills) <= 0.78 &&
    spread(fills) >= 0.018 &&
    average(gaps) <= 0.7 * tall &&
    spread(gaps) <= 0.45 * tall;
  if (!isWord) return Number.NEGATIVE_INFINITY;
  const letters = ramp(Math.log(row.length), Math.log(3), Math.log(8));
  const calmness = ramp(Math.log(calm), Math.log(2.5), Math.log(15));
  return (
    WEIGHTS.none +
    WEIGHTS.letters * letters +
    WEIGHTS.contrast * ramp(Math.log(contrast), Math.log(45), Math.log(130)) +
    WEIGHTS.calm * calmness +
    WEIGHTS.calmLetters * letters * calmness +
    WEIGHTS.alone * ramp(share, 0.6, 0.97) +
    WEIGHTS.thin * ramp(stroke, 0.3, 0.2) +
    WEIGHTS.varied * ramp(Math.max(spread(wides) / average(wides) / 0.25, spread(fills) / 0.06), 0.3, 1) +
    WEIGHTS.wide * ramp(average(wides) / tall, 0.4, 0.7)
  );
}

/**
 * Fitted by logistic regression on the rows of 120 photographs and drawings without letters, four parts of each, 40 drawn fences,
 * windows, crowds and lawns, and 229 of them with words set in eleven fonts; judged on the halves that it was not fitted on, words
 * of 3 % of the height and more were seen in 90 of 100, with false alarms in 0 of 116 pictures and 4 of 464 parts (November 2026).
 */
const WEIGHTS = { none: -9.22, letters: 0.8, contrast: 3.01, calm: 3.26, calmLetters: 5.04, alone: 1.4, thin: 2, varied: 1.12, wide: 0.77 };

/** How much of what is marked within the box is of the row, and the mean and the unrest of what lies between the letters. */
function groundOf(row: readonly Spot[], [left, top, right, bottom]: Box, { width, luma }: Plane, marks: Uint8Array) {
  let marked = 0;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left; at < y * width + right; at++) {
      marked += marks[at] as number;
      // Beside a mark lies the soft edge of a letter.
      if (marks[at] || marks[at - 1] || marks[at + 1] || marks[at - width] || marks[at + width]) continue;
      const value = luma[at] as number;
      count++;
      sum += value;
      squares += value * value;
    }
  }
  const tone = sum / count;
  return {
    share: row.reduce((area, spot) => area + spot.area, 0) / marked,
    // Without any ground between them, spots are no letters.
    tone: count > 8 ? tone : Number.NaN,
    unrest: Math.sqrt(Math.max(0, squares / count - tone * tone)),
  };
}
