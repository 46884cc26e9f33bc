/** Where the letters of a text really are, and how far they lie beyond their room. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

let pen: CanvasRenderingContext2D | null | undefined;

/** How far letters of this text reach above and below its base line, and the same of the font's own box, in px. */
function reachOf(text: string, style: CSSStyleDeclaration): { up: number; down: number; boxUp: number } | undefined {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const shown = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
  const metrics = pen.measureText(shown);
  return {
    up: metrics.actualBoundingBoxAscent,
    down: metrics.actualBoundingBoxDescent,
    boxUp: metrics.fontBoundingBoxAscent,
  };
}

/** A line of letters, and the room that its line height gives it. */
export interface Ink extends Edges {
  readonly line: Edges;
}

/** One box per line and stretch of text: as wide as it is set, as high as its letters are. Nothing for what is not shown. */
export function inkOf(element: Element): Ink[] {
  const boxes: Ink[] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent?.trim() ?? '';
    const parent = texts.currentNode.parentElement;
    if (text === '' || !parent) continue;
    range.selectNodeContents(texts.currentNode);
    const style = getComputedStyle(parent);
    if (style.visibility === 'hidden') continue;
    const reach = reachOf(text, style);
    const lineHeight = Number.parseFloat(style.lineHeight);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width === 0) continue;
      const around = Math.max(0, height - (lineHeight || height)) / 2;
      const line = { left, right, top: top + around, bottom: bottom - around };
      const base = top + (reach?.boxUp ?? 0);
      boxes.push(reach ? { left, right, top: base - reach.up, bottom: base + reach.down, line } : { left, right, top, bottom, line });
    }
  }
  return boxes;
}

/** In px; 0 or less where everything is inside. */
export function beyond(ink: readonly Edges[], room: Edges): number {
  return Math.max(
    ...ink.flatMap(({ left, top, right, bottom }) => [room.left - left, room.top - top, right - room.right, bottom - room.bottom]),
  );
}

/** How deep one lies in the other, in px; 0 or less where a gap lies between them. */
export function overlap(one: Edges, other: Edges, gap: number): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left) + gap;
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) + gap;
  return Math.min(across, down);
}
