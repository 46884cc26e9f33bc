/** The number counts down as the tide comes in and then stands in it; words, dates, call and logo follow. */
import { gsap } from 'gsap';
import { countUp, type Motion, reveal, scene } from 'kader/motion';
import { breathe, comeIn, signOff, WORDS } from '../shared/tide.ts';

/** Days that pass before the eyes, as long as the number keeps its figures: its room is theirs. */
const PASSED = 30;

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    comeIn(timeline, stage);
    for (const number of document.querySelectorAll<HTMLElement>('[data-count]')) {
      const days = number.textContent ?? '';
      const from = Math.min(Number(days) + PASSED, 10 ** days.length - 1);
      timeline.from(number, { yPercent: 100, ...WORDS, duration: 1.2 }, 0.2);
      countUp(timeline, number, { from, duration: 2, at: 0.4 });
    }
    reveal(timeline, '.words > p', { ...WORDS, at: 1.7 });
    timeline.addLabel('number', 2.6);
    signOff(timeline, 2.6);
    breathe(timeline, stage, 4.4, 7.6);
  });
