/** The tide comes in, the words rise out of it line by line, then dates, call and logo; then it breathes and rests. */
import { gsap } from 'gsap';
import { type Motion, reveal, scene } from 'kader/motion';
import { breathe, comeIn, signOff, WORDS } from '../shared/tide.ts';

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    comeIn(timeline, stage);
    reveal(timeline, '.headline', { ...WORDS, by: 'line', at: 0.85 });
    timeline.addLabel('headline', 1.7);
    signOff(timeline, 1.7);
    breathe(timeline, stage, 3.4, 6.6);
  });
