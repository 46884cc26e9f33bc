/** The picture settles, the headline rises, the call follows. */
import { gsap } from 'gsap';
import type { Motion } from 'kader/motion';
import { loaded } from 'kader/motion';
import { tokens } from 'kader/tokens';

const ARRIVE = tokens['motion.arrive.duration'];
const STAGGER = tokens['motion.arrive.stagger'];

export const motion: Motion = (stage) => {
  const timeline = gsap
    .timeline({ paused: true, defaults: { duration: ARRIVE, ease: 'power3.out' } })
    .from('.frame img', { scale: 1.06, duration: ARRIVE * 4, ease: 'sine.out' }, 0)
    .from('.headline span', { yPercent: 110 }, ARRIVE / 2)
    .from('.cta', { clipPath: 'inset(0% 100% 0% 0%)' }, ARRIVE + STAGGER)
    .from('.cta span', { opacity: 0 }, ARRIVE + 3 * STAGGER);
  return { timeline, ready: loaded(stage) };
};
