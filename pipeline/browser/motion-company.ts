/** How words keep company in the lines of a text: which stand alone, and where two can be held together. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** One line as it is set. */
interface Row {
  readonly words: number;
  /** In px, from its first letter to its last. */
  readonly width: number;
}

/** Of the widest line: less than that, a word before other lines looks forgotten. */
const SHORT = 0.5;

/** From the top; words that a hard space joins count as two. */
function rowsOf(element: HTMLElement): Row[] {
  const rows = new Map<number, { words: number; left: number; right: number }>();
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode as Text;
    for (const { 0: word, index } of data.matchAll(/[^ \n\t\u00a0]+/g)) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const { bottom, left, right } = range.getBoundingClientRect();
      const row = rows.get(Math.round(bottom)) ?? { words: 0, left, right };
      rows.set(Math.round(bottom), { words: row.words + 1, left: Math.min(row.left, left), right: Math.max(row.right, right) });
    }
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, { words, left, right }]) => ({ words, width: right - left }));
}

export function endsAlone(element: HTMLElement): boolean {
  const rows = rowsOf(element);
  return rows.length > 1 && rows.at(-1)?.words === 1;
}

/** A little word has a line to itself before others, such as an article at the head. */
export function littleAlone(element: HTMLElement): boolean {
  const rows = rowsOf(element);
  const widest = Math.max(...rows.map(({ width }) => width));
  return rows.slice(0, -1).some(({ words, width }) => words === 1 && width < SHORT * widest);
}

/** Lines of a single word. */
export function aloneIn(element: HTMLElement): number {
  return rowsOf(element).filter(({ words }) => words === 1).length;
}

/** A space that can become a hard one, so that the words beside it keep together. */
export interface Space {
  readonly node: Text;
  readonly at: number;
}

/** The spaces behind the first word and before the last one, in texts of three words and more. */
export function outerSpaces(element: HTMLElement): { readonly first?: Space; readonly last?: Space } {
  if ((element.textContent?.trim().split(/[ \n\t]+/).length ?? 0) < 3) return {};
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let [first, last]: (Space | undefined)[] = [];
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const { data } = node;
    const lead = data.length - data.trimStart().length;
    const next = data.indexOf(' ', lead);
    if (!first && next > 0) first = { node, at: next };
    const at = data.trimEnd().lastIndexOf(' ');
    if (at > 0 || (at === 0 && last)) last = { node, at };
  }
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}
