/** Finds smooth gradients that were broken into steps: broad stairs without noise, several of them up or down in a row. */
import type { Field } from './drawn.ts';

/** A stair is at least so many px broad: broader than the blocks of a JPEG. */
const BROAD = 11;
/** Levels of light between one stair and the next: a single one is what 8 bits are, more than that many is an edge. */
const LEAST = 1.6;
const MOST = 14;
/** Stairs that go on in one direction; two are chance. */
const FLIGHT = 3;
/** Within a stair the light stays, but for the rounding of three channels. */
const LEVEL = 0.7;
/** From one stair to the next in so many px. */
const RISER = 3;
/** Parts looked at. */
const PARTS = 72;

/** Share of the parts' smooth lines that climb in stairs. @param fields parts at the picture's own size */
export function bandingOf(fields: readonly Field[]): number {
  const step = Math.max(1, fields.length / PARTS);
  let smooth = 0;
  let stairs = 0;
  for (let turn = 0; turn < fields.length; turn += step) {
    const { width, height, luma } = fields[Math.floor(turn)] as Field;
    // Every fourth line, across and down: stairs run over many.
    for (let line = 2; line < height; line += 4) {
      const found = climb(luma, line * width, 1, width);
      if (found !== 'rough') smooth++;
      if (found === 'stairs') stairs++;
    }
    for (let line = 2; line < width; line += 4) {
      const found = climb(luma, line, width, height);
      if (found !== 'rough') smooth++;
      if (found === 'stairs') stairs++;
    }
  }
  return smooth < 40 ? 0 : stairs / smooth;
}

/** One line of a part: in stairs, otherwise smooth, or with more going on than that. */
function climb(luma: Float32Array, from: number, step: number, length: number): 'stairs' | 'smooth' | 'rough' {
  let flight = 1;
  let best = 1;
  let direction = 0;
  let last: { level: number; end: number } | undefined;
  let lowest = 255;
  let highest = 0;
  for (let at = 0; at < length; ) {
    const level = luma[from + at * step] as number;
    let end = at + 1;
    while (end < length && Math.abs((luma[from + end * step] as number) - level) <= LEVEL) end++;
    if (level < lowest) lowest = level;
    if (level > highest) highest = level;
    if (end < length && Math.abs((luma[from + end * step] as number) - (luma[from + (end - 1) * step] as number)) > MOST) return 'rough';
    if (end - at >= BROAD) {
      const rise = last && at - last.end <= RISER ? level - last.level : 0;
      const goesOn = Math.abs(rise) >= LEAST && Math.abs(rise) <= MOST;
      flight = !goesOn ? 1 : Math.sign(rise) === direction ? flight + 1 : 2;
      direction = goesOn ? Math.sign(rise) : 0;
      best = Math.max(best, flight);
      last = { level, end };
    }
    at = end;
  }
  if (best >= FLIGHT) return 'stairs';
  // What is one tone all along has nothing to climb.
  return highest - lowest >= LEAST * 2 ? 'smooth' : 'rough';
}
