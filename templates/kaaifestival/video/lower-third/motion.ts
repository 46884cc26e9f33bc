/** The sheet comes in from the left, the words rise in it; it goes the way it came. */
import { gsap } from 'gsap';
import { type Motion, reveal, scene } from 'kader/motion';
import { TIDE, WORDS } from '../../banners/shared/tide.ts';

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    const { duration = 0.6 } = WORDS;
    timeline.from('.sheet', { xPercent: -101, ...TIDE, duration }, 0);
    reveal(timeline, '.name, .role', { ...WORDS, at: 0.35 });
    timeline.addLabel('stands', '>');
    const { seconds = 4, isLast = false } = stage.title ?? {};
    if (!isLast) timeline.to('.sheet', { xPercent: -101, ...TIDE, duration }, Math.max(1, seconds - duration));
  });
