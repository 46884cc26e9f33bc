/** How burned captions are set: how large, how far from the sides, and where each of them stands. */
import type { Cue } from './clip.ts';

/** What they are burned into. */
export interface CaptionLook {
  readonly width: number;
  readonly height: number;
  /** Shares of the frame that the channel's own interface covers. */
  readonly safe?: { readonly right: number; readonly bottom: number; readonly left: number } | undefined;
}

export interface CaptionShape {
  /** Of a line, in px. */
  readonly size: number;
  /** Left, right and below, in px. */
  readonly margins: readonly [left: number, right: number, bottom: number];
}

/** Letters as high as 4.6 % of the frame's short side are read on a telephone held at arm's length; BBC's guidelines (1.2.3) say 8 % a line. */
const LETTERS = 0.06;
/** Smaller ones, where long lines would break, are still read. */
const LEAST_LETTERS = 0.042;
/** Of a letter's height, on average, in faces of text. */
const LETTER_WIDTH = 0.5;
const MARGIN = 0.06;
/** Of the box round a line, as a share of the line. */
export const CAPTION_EDGE = 0.18;

export function captionShape(cues: readonly Cue[], { width, height, safe }: CaptionLook): CaptionShape {
  const short = Math.min(width, height);
  const side = (covered: number): number => Math.round(width * Math.max(MARGIN, covered + 0.02));
  const bottom = Math.round(height * Math.max(MARGIN, (safe?.bottom ?? 0) + 0.02));
  const margins = [side(safe?.left ?? 0), side(safe?.right ?? 0), bottom] as const;
  const longest = Math.max(1, ...shownLines(cues).map((line) => [...line].length));
  const room = (width - margins[0] - margins[1]) / (longest * LETTER_WIDTH);
  return { size: Math.round(Math.max(short * LEAST_LETTERS, Math.min(short * LETTERS, room))), margins };
}

/** @returns its box as shares of the frame (left, top, right, bottom), as near as the mean width of letters tells it */
export function captionBox(
  { lines }: Pick<Cue, 'lines'>,
  { size, margins: [left, right, bottom] }: CaptionShape,
  { width, height }: CaptionLook,
): readonly [number, number, number, number] {
  const room = Math.max(1, width - left - right);
  const wide = shownLines([{ lines }]).map((line) => [...line].length * size * LETTER_WIDTH);
  // A line that is too long for its room goes on below.
  const count = wide.reduce((sum, one) => sum + Math.max(1, Math.ceil(one / room)), 0);
  const edge = size * CAPTION_EDGE;
  const half = Math.min(room, Math.max(0, ...wide)) / 2 + edge;
  const middle = left + room / 2;
  return [
    (middle - half) / width,
    (height - bottom - count * size - edge) / height,
    (middle + half) / width,
    (height - bottom + edge) / height,
  ];
}

/** Every character that is shown. */
export function shownLines(cues: readonly Pick<Cue, 'lines'>[]): string[] {
  return cues.flatMap(({ lines }) => lines.map((line) => line.replace(/<(\/?)([ib])>/g, '')));
}
