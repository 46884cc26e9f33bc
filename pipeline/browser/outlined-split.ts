/** Splits a text that was packed as outlines into its lines and words: stands in for `motion-split` in such a unit. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import * as ofText from './motion-split.ts';

export type Line = ofText.Line;

/** Room round a line that belongs to its letters, as round one of letters of a font. */
const MASK = 'inset(-0.16em -0.14em -0.22em)';
const PARTS = 'kader-text svg, kader-word';

interface Row {
  readonly parts: Element[];
  readonly top: number;
  readonly bottom: number;
}

const isDrawn = (element: Element): boolean => element.querySelector(PARTS) !== null;

export function split(element: HTMLElement, by: 'line' | 'word' = 'line'): Line[] {
  if (!isDrawn(element)) return ofText.split(element, by);
  // From the last to the first, so that what was found still stands where it stood.
  const fragments = rowsOf(element)
    .reverse()
    .map(({ parts }) => {
      const range = document.createRange();
      range.setStartBefore(parts[0] as Element);
      range.setEndAfter(parts.at(-1) as Element);
      const around = range.commonAncestorContainer as Element;
      return within(around, range.extractContents());
    })
    .reverse();
  element.textContent = '';
  return fragments.map((fragment, at) => {
    const [mask, inner] = [span('block'), span('block')];
    Object.assign(mask.style, { clipPath: MASK, whiteSpace: 'nowrap', ...(at > 0 ? { textIndent: '0' } : {}) });
    inner.append(fragment);
    mask.append(inner);
    element.append(mask);
    for (const space of inner.querySelectorAll('kader-space')) space.classList.add('holds');
    // Whoever listens hears each line.
    for (const text of inner.querySelectorAll('kader-text')) text.setAttribute('aria-label', saidIn(text));
    const words = by === 'word' ? wordsOf(inner) : [inner];
    if (at < fragments.length - 1) inner.append(' ');
    return { mask, inner, words };
  });
}

/** The lines of a text as they stand. */
export const linesOf = (element: HTMLElement): string[] =>
  isDrawn(element)
    ? rowsOf(element).map(({ parts }) => {
        const range = document.createRange();
        range.setStartBefore(parts[0] as Element);
        range.setEndAfter(parts.at(-1) as Element);
        return saidIn(range.cloneContents());
      })
    : ofText.linesOf(element);

/** Words of a single text are taken out of what says how they stand: each line gets the same. */
function within(around: Element, words: DocumentFragment): DocumentFragment {
  const text = around.closest('kader-text');
  for (let part: Element | null = text ? around : null; part; part = part === text ? null : part.parentElement) {
    const copy = part.cloneNode() as Element;
    copy.append(...words.childNodes);
    words.append(copy);
  }
  return words;
}

const saidIn = (part: Node): string =>
  (part.textContent ?? '')
    .replace(/\u200b/g, '')
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();

function span(display: string): HTMLElement {
  const element = document.createElement('span');
  element.style.display = display;
  return element;
}

function rowsOf(element: HTMLElement): Row[] {
  const rows: Row[] = [];
  for (const part of element.querySelectorAll(PARTS)) {
    const { top, bottom, width } = part.getBoundingClientRect();
    if (width === 0) continue;
    const middle = (top + bottom) / 2;
    const row = rows.at(-1);
    if (row && middle <= row.bottom && middle >= row.top) row.parts.push(part);
    else rows.push({ parts: [part], top, bottom });
  }
  return rows;
}

/** Wraps each word; words against the direction of the line are wrapped together, because boxes would be set in its direction. */
function wordsOf(line: HTMLElement): HTMLElement[] {
  const groups: Element[][] = [];
  for (const part of line.querySelectorAll(PARTS)) {
    const whole = part.closest('kader-run') ?? part;
    const last = groups.at(-1);
    if (last?.includes(whole)) continue;
    // Parts of one word stand beside each other, with nothing but a place to break between them.
    let before = whole.previousSibling;
    while (before instanceof Element && before.localName === 'kader-space' && before.textContent === '\u200b')
      before = before.previousSibling;
    if (last && before === last.at(-1) && whole === part && before.nodeName !== 'KADER-RUN') last.push(whole);
    else groups.push([whole]);
  }
  return groups.map((group) => {
    const word = span('inline-block');
    const [first] = group as [Element];
    first.before(word);
    word.append(...group);
    return word;
  });
}
