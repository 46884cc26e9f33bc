/** The picture settles on its focus, the headline rises line by line, the call is wiped in. */
import { gsap } from 'gsap';
import { kenBurns, type Motion, pace, reveal, scene, wipe } from 'kader/motion';
import { tokens } from 'kader/tokens';

const ARRIVE = pace(tokens, 'arrive');

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    kenBurns(timeline, '.frame img', { duration: 4 });
    reveal(timeline, '.headline', { ...ARRIVE, by: 'line', at: 0.4 });
    wipe(timeline, '.cta', { ...ARRIVE, from: 'left', at: 1.2 });
    timeline.addLabel('backup');
  });
