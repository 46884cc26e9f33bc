/** Tells what was drawn (logos, charts, screens, text) from what was photographed: even areas with hard edges, and no texture. */

/** Levels of light on either side that still are one tone: rounding, and a JPEG's ripple. */
const NEAR = 1;
/** A tone of a drawing holds so much of a part, and so many times what lies within these levels beside it. */
const LEAST = 0.03;
const ALONE = 3;
const BESIDE = 4;
/** A part with less between its darkest and its lightest may be paper or a burnt sky. */
const TONES = 16;
/** Parts looked at: enough for a verdict, at a few milliseconds. */
const MOST = 48;

/** Light of a part, row by row. */
export interface Field {
  readonly width: number;
  readonly height: number;
  /** 0–255. */
  readonly luma: Float32Array;
}

/** Shares of all pixels of the parts that can tell; they need not add up to 1, for edges are neither. */
export interface Drawing {
  /** In tones that stand alone. */
  readonly even: number;
  /** Away from every even area: drawing that no pen makes. */
  readonly texture: number;
}

/** @returns nothing when no part is more than one tone */
export function drawingOf(fields: readonly Field[]): Drawing | undefined {
  const step = Math.max(1, fields.length / MOST);
  let even = 0;
  let texture = 0;
  let telling = 0;
  for (let turn = 0; turn < fields.length; turn += step) {
    const { width, height, luma } = fields[Math.floor(turn)] as Field;
    const isEven = evenIn(luma);
    let share = 0;
    let [lowest, highest] = [255, 0];
    for (let at = 0; at < isEven.length; at++) {
      share += isEven[at] as number;
      if ((luma[at] as number) < lowest) lowest = luma[at] as number;
      if ((luma[at] as number) > highest) highest = luma[at] as number;
    }
    if (highest - lowest < TONES) continue;
    let deep = 0;
    for (let y = 1; y < height - 1; y++) {
      for (let at = y * width + 1; at < y * width + width - 1; at++) {
        // Edges are a pixel or two of in-between tones, with an even area at their side.
        if (!(isEven[at] || isEven[at - 1] || isEven[at + 1] || isEven[at - width] || isEven[at + width])) deep++;
      }
    }
    telling++;
    even += share / luma.length;
    texture += deep / luma.length;
  }
  return telling === 0 ? undefined : { even: even / telling, texture: texture / telling };
}

/**
 * Photographs stay below a quarter in even tones and above two thirds in texture; drawings lie far on the other side, and
 * come near these bounds when they were saved as coarse JPEGs (60 photographs; 88 of 91 drawings told; November 2026).
 */
const DRAWN_EVEN = 0.5;
const DRAWN_TEXTURE = 0.33;

/** @param fields parts at the picture's own size */
export function isDrawn(fields: readonly Field[]): boolean {
  const drawing = drawingOf(fields);
  return drawing !== undefined && drawing.even >= DRAWN_EVEN && drawing.texture <= DRAWN_TEXTURE;
}

const ROOM = NEAR + BESIDE + 1;

/** 1 for each pixel whose tone stands alone among the tones of its part. */
function evenIn(luma: Float32Array): Uint8Array {
  // Sums up to each level: any range of levels is one subtraction.
  const upTo = new Uint32Array(256 + 2 * ROOM + 1);
  for (let at = 0; at < luma.length; at++) {
    const level = ((luma[at] as number) + 0.5) | 0;
    upTo[level + ROOM + 1] = (upTo[level + ROOM + 1] as number) + 1;
  }
  for (let level = 1; level < upTo.length; level++) upTo[level] = (upTo[level] as number) + (upTo[level - 1] as number);
  const alone = new Uint8Array(256);
  for (let level = 0; level < 256; level++) {
    const from = level + ROOM;
    const own = (upTo[from + NEAR + 1] as number) - (upTo[from - NEAR] as number);
    const all = (upTo[from + NEAR + BESIDE + 1] as number) - (upTo[from - NEAR - BESIDE] as number);
    if (own < LEAST * luma.length || own < ALONE * (all - own)) continue;
    for (let near = Math.max(0, level - NEAR); near <= Math.min(255, level + NEAR); near++) alone[near] = 1;
  }
  const isEven = new Uint8Array(luma.length);
  for (let at = 0; at < luma.length; at++) isEven[at] = alone[((luma[at] as number) + 0.5) | 0] as number;
  return isEven;
}
