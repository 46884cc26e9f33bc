/** The tide comes in, the words rise out of it line by line, then dates, call and logo; then it breathes and rests. */
import { gsap } from 'gsap';
import type { Motion, Stage } from 'kader/motion';
import { loaded } from 'kader/motion';
import { tokens } from 'kader/tokens';
import { fitHeadline } from './fit.ts';

const TIDE = tokens['motion.tide.duration'];
const WORDS = tokens['motion.words.duration'];
const STAGGER = tokens['motion.words.stagger'];

/** When each part begins, in s; at rest after 6.6. */
const AT = { tide: 0, words: 0.85, dates: 1.7, call: 2.1, logo: 2.7, breath: 3.4, rest: 6.6 };
/** Shares of the height: how far the tide is out at first, and how far it breathes. */
const LOW_TIDE = 0.17;
const BREATH = 0.024;

export const motion: Motion = (stage) => {
  const timeline = gsap.timeline({ paused: true });
  const ready = loaded(stage).then(() => {
    fitHeadline(stage);
    setTide(timeline, stage);
  });
  return { timeline, ready };
};

function setTide(timeline: gsap.core.Timeline, { root }: Stage): void {
  const rise = { yPercent: 125, duration: WORDS, ease: 'power3.out' };
  timeline
    .fromTo(root, { '--ebb': LOW_TIDE }, { '--ebb': 0, duration: TIDE, ease: 'sine.inOut' }, AT.tide)
    .from('.picture', { yPercent: -3, duration: AT.rest, ease: 'sine.out' }, AT.tide);
  for (const [line, words] of linesOf(root).entries()) timeline.from(words, rise, AT.words + line * STAGGER);
  timeline
    .from('.dates > span', rise, AT.dates)
    .from('.cta', { clipPath: 'inset(100% 0% 0% 0%)', duration: WORDS, ease: 'power3.out' }, AT.call)
    .from('.cta > span', rise, AT.call)
    .from('.kaai', { ...rise, duration: TIDE }, AT.logo)
    .from('.festival', { opacity: 0, duration: WORDS, ease: 'sine.inOut' }, AT.logo + WORDS);
  const breath = { duration: (AT.rest - AT.breath) / 4, ease: 'sine.inOut' };
  for (const depth of [BREATH, 0, BREATH / 2, 0]) timeline.to(root, { '--ebb': depth, ...breath }, depth === BREATH ? AT.breath : '>');
}

/** Words of both copies of the headline, by the line they stand in. */
function linesOf(root: HTMLElement): Element[][] {
  const lines = new Map<number, Element[]>();
  for (const word of root.querySelectorAll<HTMLElement>('.word')) {
    lines.set(word.offsetTop, [...(lines.get(word.offsetTop) ?? []), ...word.children]);
  }
  return [...lines.values()];
}
