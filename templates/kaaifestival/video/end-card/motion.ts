/** The tide comes in under the last picture, the words rise out of it, then the line, the call and the logo; then it rests. */
import { gsap } from 'gsap';
import { type Motion, reveal, scene, wipe } from 'kader/motion';
import { TIDE, tideTo, WORDS } from '../../banners/shared/tide.ts';

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    // From below the frame: until it comes, the film is seen whole.
    const y = stage.height;
    timeline.set('.water', { y }, 0).set('.deep', { y: -y }, 0);
    tideTo(timeline, stage, 0, TIDE, 0);
    timeline.from('.sky', { opacity: 0, ...TIDE }, 0);
    reveal(timeline, '.headline', { ...WORDS, by: 'line', at: 0.85 });
    reveal(timeline, '.line', { ...WORDS, at: 1.25 });
    wipe(timeline, '.cta', { ...WORDS, at: 1.5 });
    timeline.from('.kaai', { yPercent: 135, ...WORDS, duration: TIDE.duration ?? 1.2 }, 1.6);
    timeline.from('.festival', { opacity: 0, ...WORDS, ease: 'sine.inOut' }, 2.2);
    timeline.addLabel('stands', '>');
  });
