/** A small picture that stands for a large one: its most colourful parts, and others from the quietest to the busiest, side by side. */
import { PART, type Pixels } from './pixels.ts';

/** Parts of the sample along its width and its height. */
const ACROSS = 4;
const DOWN = 4;
/** Parts taken for their colour: there half the colour, which most encoders leave out, is seen first. */
const COLOURFUL = 4;

export interface Sample {
  readonly pixels: Pixels;
  /** How many parts of the picture each part of the sample stands for, in rows; absent when it is the picture itself. */
  readonly weights?: readonly number[];
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly light: number;
  readonly colour: number;
}

/** @returns the picture itself when it is hardly larger than its sample would be. */
export function sampleOf(pixels: Pixels): Sample {
  const { width, height, channels, data } = pixels;
  const across = Math.floor(width / PART);
  const parts = Array.from({ length: across * Math.floor(height / PART) }, (_, at) =>
    busyness(pixels, (at % across) * PART, Math.floor(at / across) * PART),
  );
  const count = ACROSS * DOWN;
  if (parts.length <= 1.5 * count) return { pixels };
  // The sort is stable, so equal parts stay in reading order on every machine.
  const byColour = parts.toSorted((one, other) => other.colour - one.colour);
  const rest = byColour.slice(COLOURFUL).toSorted((one, other) => one.light - other.light);
  const strata = count - COLOURFUL;
  const chosen = [
    ...byColour.slice(0, COLOURFUL),
    ...Array.from({ length: strata }, (_, at) => rest[Math.floor(((at + 0.5) * rest.length) / strata)] as Part),
  ];
  const out = new Uint8Array(ACROSS * DOWN * PART * PART * channels);
  for (const [place, { left, top }] of chosen.entries()) {
    for (let y = 0; y < PART; y++) {
      const from = ((top + y) * width + left) * channels;
      const to = ((Math.floor(place / ACROSS) * PART + y) * ACROSS + (place % ACROSS)) * PART * channels;
      out.set(data.subarray(from, from + PART * channels), to);
    }
  }
  const weights = chosen.map((_, at) => (at < COLOURFUL ? 1 : rest.length / strata));
  return { pixels: { width: ACROSS * PART, height: DOWN * PART, channels, data: out }, weights };
}

/** Sums of the steps between neighbours, on every other row and column: of green, which carries most of the light, and against it. */
function busyness({ width, channels, data }: Pixels, left: number, top: number): Part {
  let light = 0;
  let colour = 0;
  const blue = channels < 3 ? 0 : 2;
  const green = channels < 3 ? 0 : 1;
  for (let y = 0; y < PART; y += 2) {
    for (let x = 0, at = ((top + y) * width + left) * channels; x < PART - 2; x += 2, at += 2 * channels) {
      const step = (data[at + green] as number) - (data[at + channels + green] as number);
      light += Math.abs(step);
      colour += Math.abs((data[at] as number) - (data[at + channels] as number) - step);
      colour += Math.abs((data[at + blue] as number) - (data[at + channels + blue] as number) - step);
    }
  }
  return { left, top, light, colour };
}
