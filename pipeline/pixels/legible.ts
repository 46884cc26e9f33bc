/** How well a text stands out from what is really behind it, by WCAG's contrast ratio. */
import { BYTE_LINEAR } from './light.ts';
import type { Pixels } from './pixels.ts';

/** A text as a page describes it. */
export interface TextArea {
  readonly slot: string;
  /** Ratio it needs. */
  readonly least: number;
  /** Red, green and blue 0–255, alpha 0–1; null where only pixels tell. */
  readonly colour: readonly [number, number, number, number] | null;
  /** Left, top, right and bottom of its lines, in px. */
  readonly boxes: readonly (readonly [number, number, number, number])[];
}

/** A pixel that a letter covers changes by so much, of 255, when the letters are hidden; less is the blur of an edge. */
const COVERED = 24;
/** The part of a text that is hardest to read: one in ten of its pixels is harder still. */
const DECILE = 0.1;

const lightOf = (r: number, g: number, b: number): number =>
  0.2126 * (BYTE_LINEAR[Math.round(r)] as number) +
  0.7152 * (BYTE_LINEAR[Math.round(g)] as number) +
  0.0722 * (BYTE_LINEAR[Math.round(b)] as number);

/** 1–21. */
export function ratioOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/**
 * @param shown with its letters @param hidden without
 * @returns the ratio that nine in ten of the pixels under and right beside its letters reach, and how many px are letters
 */
export function legibilityOf(area: TextArea, shown: Pixels, hidden: Pixels): { readonly ratio: number; readonly ink: number } {
  const { width, height, channels } = shown;
  const letters = new Uint8Array(width * height);
  const strong: { by: number; light: number }[] = [];
  let ink = 0;
  const change = (at: number): number =>
    Math.max(...[0, 1, 2].map((channel) => Math.abs((shown.data[at + channel] as number) - (hidden.data[at + channel] as number))));
  for (const [left, top, right, bottom] of area.boxes) {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x++) {
        const at = (y * width + x) * channels;
        const by = change(at);
        if (by < COVERED || letters[y * width + x]) continue;
        letters[y * width + x] = 1;
        ink++;
        if (!area.colour)
          strong.push({ by, light: lightOf(shown.data[at] as number, shown.data[at + 1] as number, shown.data[at + 2] as number) });
      }
    }
  }
  if (ink === 0) return invisible(area, hidden);
  strong.sort((a, b) => b.by - a.by);
  const seen = strong.slice(0, Math.ceil(strong.length * DECILE));
  const own = seen.reduce((sum, { light }) => sum + light, 0) / Math.max(1, seen.length);
  const ratios: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isBeside(letters, width, height, x, y)) continue;
      ratios.push(ratioAt(area, hidden, (y * width + x) * channels, own));
    }
  }
  ratios.sort((a, b) => a - b);
  return { ratio: ratios[Math.floor(ratios.length * DECILE)] as number, ink };
}

/** No pixel changes: it is not drawn, or it has the colour of what is behind it. */
function invisible(area: TextArea, hidden: Pixels): { ratio: number; ink: number } {
  const { width, height, channels } = hidden;
  const ratios: number[] = [];
  for (const [left, top, right, bottom] of area.colour ? area.boxes : []) {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y += 2)
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x += 2)
        ratios.push(ratioAt(area, hidden, (y * width + x) * channels, 0));
  }
  // Far from all that is behind it, it would have shown: something covers it.
  const worst = ratios.length > 0 ? Math.max(...ratios) : Number.POSITIVE_INFINITY;
  return worst < 1.3 ? { ratio: worst, ink: 1 } : { ratio: 1, ink: 0 };
}

function ratioAt({ colour }: TextArea, { data }: Pixels, at: number, own: number): number {
  const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
  const behind = lightOf(r, g, b);
  if (!colour) return ratioOf(own, behind);
  const [cr, cg, cb, alpha] = colour;
  const over = (above: number, below: number): number => above * alpha + below * (1 - alpha);
  return ratioOf(lightOf(over(cr, r), over(cg, g), over(cb, b)), behind);
}

function isBeside(letters: Uint8Array, width: number, height: number, x: number, y: number): boolean {
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) if (letters[row * width + column]) return true;
  return false;
}
