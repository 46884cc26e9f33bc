/** How words keep company in the lines of a text that was packed as outlines: stands in for `motion-company` in such a unit. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import * as ofText from './motion-company.ts';

/** One line as it is set. */
interface Row {
  readonly words: number;
  /** In px, from its first letter to its last. */
  readonly width: number;
}

/** Of the widest line: less than that, a word before other lines looks forgotten. */
const SHORT = 0.5;

const isDrawn = (element: Element): boolean => element.querySelector('kader-text') !== null;

function rowsOf(element: Element): Row[] {
  const rows = new Map<number, { words: number; left: number; right: number }>();
  for (const word of element.querySelectorAll('kader-text svg, kader-word')) {
    const { bottom, left, right } = word.getBoundingClientRect();
    const row = rows.get(Math.round(bottom)) ?? { words: 0, left, right };
    // A hard space inside a word joins two.
    const count = (word.textContent ?? '').split('\u00a0').filter(Boolean).length;
    rows.set(Math.round(bottom), { words: row.words + count, left: Math.min(row.left, left), right: Math.max(row.right, right) });
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, { words, left, right }]) => ({ words, width: right - left }));
}

export function endsAlone(element: HTMLElement): boolean {
  if (!isDrawn(element)) return ofText.endsAlone(element);
  const rows = rowsOf(element);
  return rows.length > 1 && rows.at(-1)?.words === 1;
}

export function littleAlone(element: HTMLElement): boolean {
  if (!isDrawn(element)) return ofText.littleAlone(element);
  const rows = rowsOf(element);
  const widest = Math.max(...rows.map(({ width }) => width));
  return rows.slice(0, -1).some(({ words, width }) => words === 1 && width < SHORT * widest);
}

export function aloneIn(element: HTMLElement): number {
  if (!isDrawn(element)) return ofText.aloneIn(element);
  return rowsOf(element).filter(({ words }) => words === 1).length;
}

/** A space that holds its words together once a hard one is put in its place. */
export interface Space {
  readonly node: { replaceData(at: number, count: number, sign: string): void };
  readonly at: number;
}

export function outerSpaces(element: HTMLElement): { readonly first?: Space; readonly last?: Space } {
  if (!isDrawn(element)) return ofText.outerSpaces(element);
  const parts = [...element.querySelectorAll<HTMLElement>('kader-text svg, kader-word, kader-space')];
  const isSpace = (part: HTMLElement | undefined): boolean => part?.localName === 'kader-space' && part.textContent?.trim() === '';
  const words = parts.filter((part) => !isSpace(part) && part.localName !== 'kader-space').length;
  if (words < 3) return {};
  const spaces = parts.filter((part, at) => isSpace(part) && at > 0 && at < parts.length - 1);
  const held = (space: HTMLElement | undefined): Space | undefined =>
    space && { at: 0, node: { replaceData: (_at, _count, sign) => void space.classList.toggle('holds', sign === '\u00a0') } };
  const [first, last] = [held(spaces[0]), held(spaces.at(-1))];
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}
