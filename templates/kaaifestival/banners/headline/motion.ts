/** The tide comes in, the words rise out of it line by line, then dates, call and logo; then it breathes and rests. */
import { gsap } from 'gsap';
import type { Motion, Stage } from 'kader/motion';
import { loaded } from 'kader/motion';
import { tokens } from 'kader/tokens';

const TIDE = tokens['motion.tide.duration'];
const WORDS = tokens['motion.words.duration'];
const STAGGER = tokens['motion.words.stagger'];
/** Shares of the height: how far the tide is out at first, and how far it breathes. */
const LOW_TIDE = 0.16;
const BREATH = 0.022;
const REST_AT = 6.6;

export const motion: Motion = (stage) => {
  const timeline = gsap.timeline({ paused: true });
  const ready = loaded(stage).then(() => {
    fitHeadline(stage);
    setTide(timeline, stage);
  });
  return { timeline, ready };
};

function setTide(timeline: gsap.core.Timeline, { root }: Stage): void {
  const rise = { yPercent: 130, duration: WORDS, ease: 'power3.out' };
  timeline
    .fromTo(root, { '--ebb': LOW_TIDE }, { '--ebb': 0, duration: TIDE, ease: 'sine.inOut' }, 0)
    .from('.picture', { yPercent: -3, duration: REST_AT, ease: 'sine.out' }, 0);
  linesOf(root).forEach((words, line) => timeline.from(words, rise, TIDE * 0.7 + line * STAGGER));
  timeline
    .from('.dates > span', rise, '>-0.1')
    .from('.cta', { clipPath: 'inset(100% 0% 0% 0%)', duration: WORDS, ease: 'power3.out' }, '>-0.3')
    .from('.cta > span', { ...rise, yPercent: 60 }, '<')
    .from('.logo', { y: '1.1em', duration: TIDE, ease: 'power3.out' }, '>-0.2');
  const breaths = 2;
  const breath = (REST_AT - timeline.duration()) / (2 * breaths);
  timeline.to(root, { '--ebb': BREATH, duration: breath, ease: 'sine.inOut', yoyo: true, repeat: 2 * breaths - 1 });
}

/** Words of both copies of the headline, by the line they stand in. */
function linesOf(root: HTMLElement): Element[][] {
  const lines = new Map<number, Element[]>();
  for (const word of root.querySelectorAll<HTMLElement>('.word')) {
    const at = word.offsetTop;
    lines.set(at, [...(lines.get(at) ?? []), ...word.children]);
  }
  return [...lines.values()];
}

/** Sets the headline, and with it the small type, as large as the unit allows. */
function fitHeadline({ root, width, height }: Stage): void {
  for (let size = Math.min(width * 0.36, height * 0.5); size > 9; size *= 0.985) {
    root.style.setProperty('--headline', `${size.toFixed(1)}px`);
    if (fits(root, width, height)) return;
  }
}

function fits(root: HTMLElement, width: number, height: number): boolean {
  const boxes = (selector: string) => [...root.querySelectorAll(`.water ${selector}`)].map((element) => element.getBoundingClientRect());
  const margin = Math.max(5, Math.min(width, height) / 18);
  const words = boxes('.word');
  const others = [...boxes('.kaai'), ...boxes('.festival'), ...boxes('.dates > span'), ...boxes('.cta')];
  const apart = (one: DOMRect, other: DOMRect): boolean =>
    one.right + margin <= other.left || other.right + margin <= one.left || one.bottom + margin / 2 <= other.top || other.bottom + margin / 2 <= one.top;
  const inside = [...words, ...others].every(({ left, right, top, bottom }) => left >= 0 && right <= width - margin + 4 && top >= 0 && bottom <= height - 1);
  const [dates, call] = [boxes('.dates')[0], boxes('.cta')[0]];
  return inside && words.every((word) => others.every((other) => apart(word, other))) && (!dates || !call || apart(dates, call) || dates.bottom <= call.top);
}
