/** The common moves, each added to a timeline; they move by transforms and opacity alone, and end where the CSS says. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { Stage } from './motion.ts';
import { boxed } from './motion-box.ts';
import type { Moves, Pace } from './motion-pace.ts';
import { type Line, split } from './motion-split.ts';

/** CSS selector, or what was found. */
type Target = string | Element | Iterable<Element>;

interface Move extends Pace {
  /** When it begins: s from the start, or as GSAP says it (`<`, `>-0.2`, a label); left out: after all before. */
  readonly at?: number | string;
}

const STANDARD = { duration: 0.6, stagger: 0.08, ease: 'power3.out' } as const;
/** Own heights that a line starts below its mask: more than the room for descenders. */
const BELOW = 135;

function found<One extends Element = HTMLElement>(target: Target): One[] {
  if (typeof target === 'string') return [...document.querySelectorAll<One>(target)];
  return (target instanceof Element ? [target] : [...target]) as One[];
}

const paced = ({ duration = STANDARD.duration, ease = STANDARD.ease }: Pace) => ({ duration, ease });

/**
 * A text rises from behind its own lines, line by line, or word by word within them. Copies of one text rise together.
 * Call it when fonts are there and texts have their size: the lines are taken as they stand.
 * @returns the lines of each element, for moves of your own
 */
export function reveal(timeline: Moves, target: Target, move: Move & { readonly by?: 'line' | 'word' } = {}): Line[][] {
  const { by = 'line', at = '>', stagger = STANDARD.stagger } = move;
  const texts = found(target).map((element) => split(element, by));
  const rise = { yPercent: BELOW, ...paced(move), stagger };
  // One after the other in each, all copies at once: a copy is the same text seen elsewhere.
  for (const [index, lines] of texts.entries()) {
    const parts = lines.flatMap(({ words }) => words);
    if (parts.length > 0) timeline.from(parts, rise, index === 0 ? at : '<');
  }
  return texts;
}

const SIDES = { left: ['xPercent', -1], right: ['xPercent', 1], top: ['yPercent', -1], bottom: ['yPercent', 1] } as const;

/** Uncovers an element from one side, its contents standing still: an edge passes over it. */
export function wipe(timeline: Moves, target: Target, move: Move & { readonly from?: keyof typeof SIDES } = {}): void {
  const { from = 'left', at = '>', stagger = STANDARD.stagger } = move;
  const [axis, sign] = SIDES[from];
  const windows = found(target).map((element) => {
    const { inner } = boxed(element);
    const outer = inner.cloneNode() as HTMLElement;
    // A window that comes in over contents that go the other way just as far.
    Object.assign(outer.style, { display: 'block', padding: '0', background: 'none', overflow: 'hidden' });
    inner.replaceWith(outer);
    outer.append(inner);
    return { outer, inner };
  });
  if (windows.length === 0) return;
  const timing = { ...paced(move), stagger };
  timeline.from(
    windows.map(({ outer }) => outer),
    { [axis]: sign * 100, ...timing },
    at,
  );
  timeline.from(
    windows.map(({ inner }) => inner),
    { [axis]: sign * -100, ...timing },
    '<',
  );
}

/**
 * A picture comes slowly to rest, drawn towards its focus (`data-focus`, which Kader sets); the focus itself stays where it is.
 * @param move `by`: how much larger it starts, 0.06 unless said; the CSS cuts off what lies outside its frame
 */
export function kenBurns(timeline: Moves, target: Target, move: Move & { readonly by?: number } = {}): void {
  const { by = 0.06, at = 0, duration = 6, ease = 'sine.out' } = move;
  for (const picture of found(target)) {
    const [x = 50, y = 50] = (picture.dataset['focus'] ?? '')
      .split(' ')
      .filter(Boolean)
      .map((share) => Number(share) * 100);
    timeline.from(picture, { scale: 1 + by, transformOrigin: `${x}% ${y}%`, duration, ease }, at);
  }
}

/**
 * A title of a film goes, in time with its end; where the film ends with it, it stays. In a banner nothing happens.
 * @param move `by`: own heights that it moves on as it goes, upwards; 0 unless said
 */
export function leave(timeline: Moves, target: Target, { title }: Pick<Stage, 'title'>, move: Pace & { readonly by?: number } = {}): void {
  const { by = 0, duration = 0.4, stagger = 0, ease = 'power2.in' } = move;
  const parts = found(target);
  if (!title || title.isLast || parts.length === 0) return;
  const lasts = duration + stagger * (parts.length - 1);
  const to = { opacity: 0, ...(by === 0 ? {} : { yPercent: -100 * by }), duration, stagger, ease };
  timeline.to(parts, to, Math.max(0, title.seconds - lasts));
}

/**
 * The sign-off: the logo rises out of its own base line.
 * @param move `line`: a rule that is drawn first, from where reading starts
 */
export function sting(timeline: Moves, target: Target, move: Move & { readonly line?: Target } = {}): void {
  const { at = '>', line } = move;
  const timing = { ...paced(move), duration: move.duration ?? 0.9 };
  const rules = line === undefined ? [] : found(line);
  for (const rule of rules) {
    const isRight = getComputedStyle(rule).direction === 'rtl';
    timeline.from(rule, { scaleX: 0, transformOrigin: `${isRight ? 100 : 0}% 50%`, ...timing }, at);
  }
  // Cut off at its foot alone: what rises may lean out elsewhere.
  for (const element of found<HTMLElement | SVGElement>(target)) {
    const { inner } = boxed(element, 'inset(-100% -100% 0)');
    timeline.from(inner, { yPercent: 110, ...timing }, rules.length > 0 ? '<0.3' : at);
  }
}
