/** Splits a text into the lines it stands in, and these into words, without a letter of it moving. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A line as it stands: its mask, which stays, and what moves behind it. */
export interface Line {
  readonly mask: HTMLElement;
  readonly inner: HTMLElement;
  /** Each in the order of reading; the whole line when it was not split any further. */
  readonly words: readonly HTMLElement[];
}

/** Room round a line that belongs to its letters: accents, descenders, and what leans out at the sides. In em. */
const MASK = 'inset(-0.16em -0.14em -0.22em)';
/** What a reader takes for one letter: none is torn apart. */
const LETTER = /\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*/gsu;
/** Hebrew, Arabic and their relatives. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function span(display: string): HTMLElement {
  const element = document.createElement('span');
  element.style.display = display;
  return element;
}

interface Piece {
  readonly node: Text;
  readonly from: number;
  to: number;
}

/**
 * Text stays text, in one piece per word and with its spaces: letters keep their kerning, ligatures and joins, and whoever
 * listens hears the sentence. What is hidden from them (`aria-hidden`) stays so.
 * @param by `line` leaves lines whole; `word` also splits them, but for runs against the direction of the line, which keep their order
 */
export function split(element: HTMLElement, by: 'line' | 'word' = 'line'): Line[] {
  // From the last to the first, so that what was found still stands where it stood.
  const fragments = piecesByLine(element)
    .reverse()
    .map(({ pieces, end }) => {
      const range = document.createRange();
      const [first, last] = [pieces[0] as Piece, pieces.at(-1) as Piece];
      range.setStart(first.node, first.from);
      range.setEnd(last.node, last.to);
      return { fragment: range.extractContents(), end };
    })
    .reverse();
  if (fragments.length === 0) return [];
  const isRight = getComputedStyle(element).direction === 'rtl';
  element.textContent = '';
  return fragments.map(({ fragment, end }, at) => {
    const mask = span('block');
    Object.assign(mask.style, { whiteSpace: 'nowrap', clipPath: MASK, ...(at > 0 ? { textIndent: '0' } : {}) });
    const inner = span('block');
    inner.append(fragment);
    mask.append(inner);
    element.append(mask);
    const words = by === 'word' ? wordsOf(inner, isRight) : [inner];
    if (end === 'hyphen') (words.at(-1) ?? inner).append(hyphen());
    // Seen by nobody, heard by whoever listens.
    else if (end === 'space') inner.append(' ');
    return { mask, inner, words };
  });
}

/** The lines of a text as they stand. */
export const linesOf = (element: HTMLElement): string[] =>
  piecesByLine(element).map(({ pieces }) => pieces.map(({ node, from, to }) => node.data.slice(from, to)).join(''));

/** Where a word was hyphenated; drawn, but no part of the text. */
function hyphen(): HTMLElement {
  const mark = span('inline');
  mark.setAttribute('aria-hidden', 'true');
  mark.textContent = '-';
  return mark;
}

interface Found {
  readonly pieces: Piece[];
  /** What stands between this line and the next: a hyphen that is only drawn, a space, or nothing. */
  end: 'hyphen' | 'space' | '';
  readonly top: number;
  readonly bottom: number;
}

/** Every stretch of text by the line it is drawn in; white space at the ends of lines is left out. */
function piecesByLine(element: HTMLElement): Found[] {
  const lines: Found[] = [];
  const range = document.createRange();
  const isAuto = getComputedStyle(element).hyphens === 'auto';
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    let offset = 0;
    for (const letter of node.data.match(LETTER) ?? []) {
      const from = offset;
      offset += letter.length;
      range.setStart(node, from);
      range.setEnd(node, offset);
      // The last: after a soft hyphen the first is that of the hyphen, a line above.
      const box = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).pop();
      if (!box) continue;
      const middle = (box.top + box.bottom) / 2;
      let line = lines.at(-1);
      if (!line || middle > line.bottom || middle < line.top) {
        if (letter.trim() === '') continue;
        if (line) line.end = endOf(line.pieces.at(-1) as Piece, node, from, isAuto);
        line = { pieces: [], end: '', top: box.top, bottom: box.bottom };
        lines.push(line);
      }
      const last = line.pieces.at(-1);
      if (last?.node === node) last.to = offset;
      else line.pieces.push({ node, from, to: offset });
    }
  }
  for (const { pieces } of lines) {
    const last = pieces.at(-1) as Piece;
    last.to = last.from + Math.max(1, last.node.data.slice(last.from, last.to).replace(/[ \t\n\r]+$/, '').length);
  }
  return lines;
}

function endOf({ node, from }: Piece, next: Text, at: number, isAuto: boolean): Found['end'] {
  const between = node === next ? node.data.slice(from, at) : ' ';
  if (/[ \t\n\r]$/.test(between)) return 'space';
  return between.endsWith('\u00ad') || (isAuto && /\p{L}$/u.test(between)) ? 'hyphen' : '';
}

/** A space that does not break holds a word together. */
const WORDS = /[^ \t\n\r]+/g;

/** Wraps each word; words against the direction of the line are wrapped together, because boxes would be set in its direction. */
function wordsOf(line: HTMLElement, isRight: boolean): HTMLElement[] {
  const words: HTMLElement[] = [];
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (texts.nextNode()) nodes.push(texts.currentNode as Text);
  for (const node of nodes) {
    const runs: { from: number; to: number; isAgainst: boolean }[] = [];
    for (const { 0: word, index } of node.data.matchAll(WORDS)) {
      const isAgainst = /\p{L}/u.test(word) && RIGHT_TO_LEFT.test(word) !== isRight;
      const last = runs.at(-1);
      if (last?.isAgainst && isAgainst) last.to = index + word.length;
      else runs.push({ from: index, to: index + word.length, isAgainst });
    }
    for (const { from, to } of runs.reverse()) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const word = span('inline-block');
      range.surroundContents(word);
      words.push(word);
    }
  }
  return words.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}
