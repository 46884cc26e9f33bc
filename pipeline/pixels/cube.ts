/** Colour tables of the .cube kind (Adobe, Cube LUT Specification 1.0, 2013): read from text, and laid over a picture. */
import type { Planes } from './planes.ts';

export interface Cube {
  /** Points along each side of a 3D table, or along the line of a 1D one. */
  readonly size: number;
  readonly dimensions: 1 | 3;
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
  /** Red, green, blue of each point; red runs fastest. */
  readonly points: Float32Array;
}

export interface CubeFault {
  /** 1-based. */
  readonly line: number;
  /** What is wrong there, without words of a language. */
  readonly detail: string;
}

/** Largest sides of the specification. */
const LARGEST = { 1: 65_536, 3: 256 } as const;

export function readCube(text: string): Cube | CubeFault {
  let size = 0;
  let dimensions: 1 | 3 = 3;
  let low: [number, number, number] = [0, 0, 0];
  let high: [number, number, number] = [1, 1, 1];
  let points: Float32Array | undefined;
  let count = 0;
  let line = 0;
  for (const row of text.split(/\r\n|\n|\r/)) {
    line++;
    const written = row.trim();
    if (written === '' || written.startsWith('#')) continue;
    const fault = (): CubeFault => ({ line, detail: written.slice(0, 60) });
    const [word = '', ...rest] = written.split(/\s+/);
    if (/^[A-Z]/i.test(word) && !/^(nan|inf)/i.test(word)) {
      const [one = Number.NaN, two = Number.NaN, three = Number.NaN] = rest.map(Number);
      if (word === 'LUT_3D_SIZE' || word === 'LUT_1D_SIZE') {
        dimensions = word === 'LUT_3D_SIZE' ? 3 : 1;
        if (points || !Number.isInteger(one) || one < 2 || one > LARGEST[dimensions]) return fault();
        size = one;
        points = new Float32Array(3 * size ** dimensions);
      } else if (word === 'DOMAIN_MIN' || word === 'DOMAIN_MAX') {
        if (![one, two, three].every(Number.isFinite)) return fault();
        if (word === 'DOMAIN_MIN') low = [one, two, three];
        else high = [one, two, three];
      } else if (word === 'LUT_3D_INPUT_RANGE' || word === 'LUT_1D_INPUT_RANGE') {
        if (!Number.isFinite(one) || !Number.isFinite(two)) return fault();
        low = [one, one, one];
        high = [two, two, two];
      } else if (word !== 'TITLE') return fault();
      continue;
    }
    if (!points || rest.length !== 2 || count + 3 > points.length) return fault();
    for (const value of [word, ...rest]) {
      const number = Number(value);
      if (value === '' || !Number.isFinite(number)) return fault();
      points[count++] = number;
    }
  }
  if (!points) return { line: 1, detail: 'LUT_3D_SIZE ?' };
  if (count < points.length) return { line, detail: `${count / 3} < ${points.length / 3}` };
  const at = [0, 1, 2].find((channel) => (high[channel] as number) <= (low[channel] as number));
  if (at !== undefined) return { line: 1, detail: 'DOMAIN_MAX <= DOMAIN_MIN' };
  return { size, dimensions, low, high, points };
}

/** Between points by tetrahedra, as grading programs do: greys stay grey. @param strength 0 to 100 */
export function layCube(planes: Planes, cube: Cube, strength: number): void {
  const { red, green, blue } = planes;
  const out: [number, number, number] = [0, 0, 0];
  const colour = cube.dimensions === 3 ? inCube(cube) : alongLine(cube);
  const share = strength / 100;
  for (let at = 0; at < red.length; at++) {
    const [r, g, b] = [red[at] as number, green[at] as number, blue[at] as number];
    colour(r, g, b, out);
    red[at] = r + (out[0] - r) * share;
    green[at] = g + (out[1] - g) * share;
    blue[at] = b + (out[2] - b) * share;
  }
}

type Lookup = (red: number, green: number, blue: number, out: [number, number, number]) => void;

/** Where a value lies between the points of its axis. */
function placer({ size, low, high }: Cube): (value: number, channel: 0 | 1 | 2) => number {
  return (value, channel) => {
    const share = (value - low[channel]) / (high[channel] - low[channel]);
    return Math.max(0, Math.min(1, share)) * (size - 1);
  };
}

function inCube(cube: Cube): Lookup {
  const { size, points } = cube;
  const place = placer(cube);
  const [stepRed, stepGreen, stepBlue] = [3, 3 * size, 3 * size * size];
  return (red, green, blue, out) => {
    const [x, y, z] = [place(red, 0), place(green, 1), place(blue, 2)];
    const [left, top, front] = [Math.min(size - 2, Math.floor(x)), Math.min(size - 2, Math.floor(y)), Math.min(size - 2, Math.floor(z))];
    const [dx, dy, dz] = [x - left, y - top, z - front];
    const base = left * stepRed + top * stepGreen + front * stepBlue;
    const far = base + stepRed + stepGreen + stepBlue;
    // From the nearest corner to the furthest along the edges, the largest share first.
    let one: number;
    let two: number;
    let high: number;
    let middle: number;
    let least: number;
    if (dx >= dy) {
      if (dy >= dz) [one, two, high, middle, least] = [base + stepRed, base + stepRed + stepGreen, dx, dy, dz];
      else if (dx >= dz) [one, two, high, middle, least] = [base + stepRed, base + stepRed + stepBlue, dx, dz, dy];
      else [one, two, high, middle, least] = [base + stepBlue, base + stepBlue + stepRed, dz, dx, dy];
    } else if (dz >= dy) [one, two, high, middle, least] = [base + stepBlue, base + stepBlue + stepGreen, dz, dy, dx];
    else if (dz >= dx) [one, two, high, middle, least] = [base + stepGreen, base + stepGreen + stepBlue, dy, dz, dx];
    else [one, two, high, middle, least] = [base + stepGreen, base + stepGreen + stepRed, dy, dx, dz];
    for (let channel = 0; channel < 3; channel++) {
      out[channel] =
        (1 - high) * (points[base + channel] as number) +
        (high - middle) * (points[one + channel] as number) +
        (middle - least) * (points[two + channel] as number) +
        least * (points[far + channel] as number);
    }
  };
}

function alongLine(cube: Cube): Lookup {
  const { size, points } = cube;
  const place = placer(cube);
  return (red, green, blue, out) => {
    for (const [channel, value] of [red, green, blue].entries() as IterableIterator<[0 | 1 | 2, number]>) {
      const x = place(value, channel);
      const left = Math.min(size - 2, Math.floor(x));
      const low = points[left * 3 + channel] as number;
      out[channel] = low + ((points[left * 3 + 3 + channel] as number) - low) * (x - left);
    }
  };
}
