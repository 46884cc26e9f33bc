/** The tide comes in under the last picture, the words rise out of it, then the line, the call and the logo; then it rests. */
import { gsap } from 'gsap';
import { type Motion, reveal, scene } from 'kader/motion';
import { signOff, TIDE, tideTo, WORDS } from '../../banners/shared/tide.ts';

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    // From below the frame: until it comes, the film is seen whole.
    const y = stage.height;
    timeline.set('.water', { y }, 0).set('.deep', { y: -y }, 0);
    tideTo(timeline, stage, 0, TIDE, 0);
    reveal(timeline, '.headline', { ...WORDS, by: 'line', at: 0.85 });
    signOff(timeline, 1.3);
    timeline.addLabel('stands', '>');
  });
