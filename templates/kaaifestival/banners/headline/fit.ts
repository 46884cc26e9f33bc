/** Sets the headline, and with it the small type, as large as the unit allows: nothing may touch or leave the margin. */
import type { Stage } from 'kader/motion';

const LARGEST = { ofWidth: 0.36, ofHeight: 0.5 };
const SMALLEST_PX = 9;
const STEP = 0.985;

export function fitHeadline({ root, width, height }: Stage): void {
  for (let size = Math.min(width * LARGEST.ofWidth, height * LARGEST.ofHeight); size > SMALLEST_PX; size *= STEP) {
    root.style.setProperty('--headline', `${size.toFixed(1)}px`);
    if (fits(root, width, height)) return;
  }
}

function fits(root: HTMLElement, width: number, height: number): boolean {
  const margin = Math.max(5, Math.min(width, height) / 18);
  const boxesOf = (selector: string): DOMRect[] =>
    [...root.querySelectorAll(`.water ${selector}`)].map((element) => element.getBoundingClientRect()).filter((box) => box.width > 0);
  const groups = ['.word', '.logo > span', '.dates > span', '.cta > span'].map(boxesOf);
  const isInside = ({ left, right, top, bottom }: DOMRect): boolean =>
    left >= 0 && right <= width - margin + 1 && top >= 0 && bottom <= height - margin / 4;
  const isApart = (one: DOMRect, other: DOMRect): boolean =>
    one.right + margin <= other.left ||
    other.right + margin <= one.left ||
    one.bottom + margin / 4 <= other.top ||
    other.bottom + margin / 4 <= one.top;
  const areApart = (ones: DOMRect[], others: DOMRect[]): boolean => ones.every((one) => others.every((other) => isApart(one, other)));
  return (
    // The headline's box holds its descenders, which those of the words leave out.
    boxesOf('.headline').every(({ bottom }) => bottom <= height) &&
    // The call lies against the edge: its block keeps off the others, its words keep the margin.
    areApart(groups.slice(0, 3).flat(), boxesOf('.cta')) &&
    groups.every((group, at) => group.every(isInside) && areApart(group, groups.slice(at + 1).flat()))
  );
}
