/** The house's tokens of motion as GSAP takes them: durations, staggers and eases. */

export interface Pace {
  /** In s. */
  readonly duration?: number;
  /** Between one line, word or part and the next, in s. */
  readonly stagger?: number;
  readonly ease?: string | ((progress: number) => number);
}

/** What a move needs of GSAP's timeline: the whole of GSAP stays with the template. */
export interface Moves {
  from(targets: object, vars: object, at?: number | string): unknown;
  to(targets: object, vars: object, at?: number | string): unknown;
  fromTo(targets: object, from: object, to: object, at?: number | string): unknown;
}

type Tokens = Readonly<Record<string, string | number>>;

/** `motion.words.duration`, `.stagger` and `.ease` of the house for the name `words`; what the house does not say is left out. */
export function pace(tokens: Tokens, name: string): Pace {
  const { duration, stagger, curve } = {
    duration: tokens[`motion.${name}.duration`],
    stagger: tokens[`motion.${name}.stagger`],
    curve: tokens[`motion.${name}.ease`],
  };
  return {
    ...(typeof duration === 'number' ? { duration } : {}),
    ...(typeof stagger === 'number' ? { stagger } : {}),
    ...(typeof curve === 'string' ? { ease: ease(curve) } : {}),
  };
}

/** A curve as CSS and tokens write it, `cubic-bezier(0.2, 0.6, 0.3, 1)`, for GSAP; any other name is GSAP's own, such as `power3.out`. */
export function ease(curve: string): string | ((progress: number) => number) {
  const numbers = /^cubic-bezier\(([^)]+)\)$/.exec(curve)?.[1]?.split(',').map(Number);
  if (numbers?.length !== 4 || numbers.some(Number.isNaN)) return curve;
  const [x1, y1, x2, y2] = numbers as [number, number, number, number];
  const at = (one: number, two: number, t: number): number => 3 * one * t * (1 - t) ** 2 + 3 * two * t * t * (1 - t) + t ** 3;
  return (progress) => {
    if (progress <= 0 || progress >= 1) return progress;
    // x rises with t, so halving finds it; 24 halvings are finer than any screen.
    let [low, high] = [0, 1];
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2;
      if (at(x1, x2, middle) < progress) low = middle;
      else high = middle;
    }
    return at(y1, y2, (low + high) / 2);
  };
}
