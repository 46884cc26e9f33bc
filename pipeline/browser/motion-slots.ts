/** The texts of a unit as `fit` sees them: their limits, their room, and how far they lie beyond it. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './motion.ts';
import { beyond, type Edges, inkOf, overlap } from './motion-ink.ts';

/** In px. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

export interface Slot {
  readonly name: string;
  readonly element: HTMLElement;
  /** The same text seen elsewhere (`data-copy`): they get all that the slot gets. */
  readonly copies: readonly HTMLElement[];
  /** Absent where the template names no limits: then the size stays, and is only judged. */
  limits: Limits | undefined;
  readonly gap: number;
}

export function slotsOf(root: HTMLElement): Slot[] {
  return [...root.querySelectorAll<HTMLElement>('[data-fit], [data-slot]')]
    .filter((element) => !element.parentElement?.closest('[data-fit]'))
    .filter((element) => element.textContent?.trim() && element.getClientRects().length > 0)
    .map((element) => {
      const name = element.dataset['fit'] ?? element.dataset['slot'] ?? '';
      const copies = [...root.querySelectorAll<HTMLElement>(`[data-copy="${CSS.escape(name)}"]`)];
      return { name, element, copies, gap: lengthOf(element, '--fit-gap') ?? 0, limits: limitsOf(name, element) };
    });
}

/** As they are now: they may hang on the size of another text. */
export function limitsOf(name: string, element: HTMLElement): Limits | undefined {
  // The minimum is the template's word for whoever checks it; the stylesheet may ask for more, never for less.
  const said = [lengthOf(element, '--fit-min'), lengthOf(element, `--minimum-${name}`)].filter((one) => one !== undefined);
  const most = lengthOf(element, '--fit-max') ?? (said.length > 0 ? fontSize(element) : undefined);
  if (most === undefined) return undefined;
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

/** What no text may come near: logos and fields of colour (`data-clear`). */
export interface Clear {
  readonly element: Element;
  readonly gap: number;
}

export const clearsOf = (root: HTMLElement): Clear[] =>
  [...root.querySelectorAll<HTMLElement>('[data-clear]')].map((element) => ({ element, gap: lengthOf(element, '--fit-gap') ?? 0 }));

/** What texts are judged by. */
export interface Room {
  readonly stage: Stage;
  readonly slots: readonly Slot[];
  readonly clears: readonly Clear[];
  readonly margin: number;
}

/** How far a text lies beyond its room or over another, in px. */
export function judged({ element, gap }: Slot, { stage: { root, width, height }, slots, clears, margin }: Room): number {
  const ink = inkOf(element);
  if (ink.length === 0) return 0;
  const rooms: Edges[] = [{ left: 0, top: 0, right: width, bottom: height }];
  const style = getComputedStyle(element);
  if (style.display !== 'inline') rooms.push(outward(element.getBoundingClientRect(), style.overflow === 'visible' ? 'sides' : 'all'));
  for (let parent = element.parentElement; parent && parent !== root; parent = parent.parentElement) {
    if (getComputedStyle(parent).overflow !== 'visible') rooms.push(parent.getBoundingClientRect());
  }
  const over = (other: Edges, apart: number): number[] => (other.right > other.left ? ink.map((line) => overlap(line, other, apart)) : []);
  return Math.max(
    // Letters keep the margin; whole lines stay inside the unit and whatever cuts them off, as who measures them asks.
    beyond(ink, { left: margin, top: margin, right: width - margin, bottom: height - margin }),
    ...rooms.map((room) =>
      beyond(
        ink.map(({ line }) => line),
        room,
      ),
    ),
    ...slots.filter((other) => other.element !== element).flatMap((other) => inkOf(other.element).flatMap((line) => over(line, gap))),
    ...clears
      .filter((clear) => !clear.element.contains(element))
      .flatMap((clear) => over(clear.element.getBoundingClientRect(), Math.max(gap, clear.gap))),
  );
}

/** A box that cuts nothing off lets accents and descenders of tight lines out, but no words. */
function outward({ left, right, top, bottom }: DOMRect, held: 'sides' | 'all'): Edges {
  return held === 'all' ? { left, right, top, bottom } : { left, right, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
}
