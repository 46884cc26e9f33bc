/** Where the letters of a text are that was packed as outlines: stands in for `motion-ink` in such a unit. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Ink, inkOf as inkOfText } from './motion-ink.ts';

export { beyond, type Edges, type Ink, overlap } from './motion-ink.ts';

/** One box per line and stretch of text, as of letters of a font; what stayed a text too. */
export function inkOf(element: Element): Ink[] {
  const drawn = [...element.querySelectorAll<HTMLElement>('kader-text')].flatMap(inkOfDrawn);
  return [...inkOfText(element), ...drawn];
}

function inkOfDrawn(text: HTMLElement): Ink[] {
  if (getComputedStyle(text).visibility === 'hidden') return [];
  const lines: Ink[] = [];
  for (const word of text.querySelectorAll('svg')) {
    const { left, right, bottom: base, width } = word.getBoundingClientRect();
    if (width === 0) continue;
    const style = getComputedStyle(word);
    const size = Number.parseFloat(style.fontSize);
    const [ascent, descent, up, down] = ['--a', '--d', '--u', '--v'].map((name) => Number(style.getPropertyValue(name)) * size) as [
      number,
      number,
      number,
      number,
    ];
    // As whole px at most, as a browser tells of letters of a font: a text that fits as letters also fits drawn.
    const [above, below] = [Math.floor(up), Math.floor(down)];
    const height = Math.round(ascent) + Math.round(descent);
    const around = Math.max(0, height - Number.parseFloat(style.lineHeight)) / 2;
    const top = base - Math.round(ascent);
    const known = lines.find(({ bottom }) => Math.abs(bottom - base - below) < 1);
    if (known) {
      const [from, to] = [Math.min(known.left, left), Math.max(known.right, right)];
      Object.assign(known, { left: from, right: to });
      Object.assign(known.line, { left: from, right: to });
    } else
      lines.push({
        left,
        right,
        top: base - above,
        bottom: base + below,
        line: { left, right, top: top + around, bottom: top + height - around },
      });
  }
  return lines;
}
