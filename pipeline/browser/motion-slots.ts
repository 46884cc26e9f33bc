/** The texts of a unit as `fit` sees them: their limits, their room, and how far they lie beyond it. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './motion.ts';
import { beyond, type Edges, inkOf, overlap } from './motion-ink.ts';

export interface Slot {
  readonly name: string;
  readonly element: HTMLElement;
  /** The same text seen elsewhere (`data-copy`): they get all that the slot gets. */
  readonly copies: readonly HTMLElement[];
  /** Absent where the template names no limits: then the size stays, and is only judged. */
  readonly limits?: { readonly least: number; readonly most: number };
  readonly gap: number;
}

export function slotsOf(root: HTMLElement): Slot[] {
  return [...root.querySelectorAll<HTMLElement>('[data-slot]')]
    .filter((element) => element.textContent?.trim() && element.getClientRects().length > 0)
    .map((element) => {
      const name = element.dataset['slot'] ?? '';
      // The minimum is the template's word for whoever checks it; the stylesheet may ask for more, never for less.
      const said = [lengthOf(element, '--fit-min'), lengthOf(element, `--minimum-${name}`)].filter((one) => one !== undefined);
      const most = lengthOf(element, '--fit-max') ?? (said.length > 0 ? fontSize(element) : undefined);
      return {
        name,
        element,
        copies: [...root.querySelectorAll<HTMLElement>(`[data-copy="${CSS.escape(name)}"]`)],
        gap: lengthOf(element, '--fit-gap') ?? 0,
        ...(most === undefined ? {} : { limits: limitsOf(said, most) }),
      };
    });
}

function limitsOf(said: readonly number[], most: number): NonNullable<Slot['limits']> {
  const least = said.length > 0 ? Math.max(...said) : most;
  return { least, most: Math.max(least, most) };
}

/** A custom property as a length in px, whatever CSS makes it of; undefined where it is not set. */
export function lengthOf(element: HTMLElement, name: string): number | undefined {
  if (getComputedStyle(element).getPropertyValue(name).trim() === '') return undefined;
  const probe = document.createElement('i');
  probe.style.cssText = `position:absolute;visibility:hidden;box-sizing:border-box;padding:0;border:0;width:var(${name})`;
  element.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}

export const fontSize = (element: HTMLElement): number => Number.parseFloat(getComputedStyle(element).fontSize);

export function setSize({ root }: Stage, { name, element, copies }: Slot, px: number): void {
  root.style.setProperty(`--fit-${name}`, `${px}px`);
  for (const one of [element, ...copies]) one.style.fontSize = `${px}px`;
}

/** How far a text lies beyond its room or over another, in px. */
export function judged({ element, gap }: Slot, slots: readonly Slot[], { root, width, height }: Stage, margin: number): number {
  const ink = inkOf(element);
  if (ink.length === 0) return 0;
  const rooms: Edges[] = [{ left: margin, top: margin, right: width - margin, bottom: height - margin }];
  const style = getComputedStyle(element);
  if (style.display !== 'inline') rooms.push(outward(element.getBoundingClientRect(), style.overflow === 'visible' ? 'sides' : 'all'));
  for (let parent = element.parentElement; parent && parent !== root; parent = parent.parentElement) {
    if (getComputedStyle(parent).overflow !== 'visible') rooms.push(parent.getBoundingClientRect());
  }
  const others = [
    ...slots.filter((other) => other.element !== element).flatMap((other) => inkOf(other.element)),
    ...[...root.querySelectorAll('[data-clear]')].filter((clear) => !clear.contains(element)).map((clear) => clear.getBoundingClientRect()),
  ].filter((box) => box.right > box.left);
  return Math.max(...rooms.map((room) => beyond(ink, room)), ...others.flatMap((other) => ink.map((line) => overlap(line, other, gap))));
}

/** A box that cuts nothing off lets accents and descenders of tight lines out, but no words. */
function outward({ left, right, top, bottom }: DOMRect, held: 'sides' | 'all'): Edges {
  return held === 'all' ? { left, right, top, bottom } : { left, right, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
}
