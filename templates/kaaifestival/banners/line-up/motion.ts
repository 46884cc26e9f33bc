/** Each day the tide stands a little higher; its names rise, and sink again for those of the next day. */
import { gsap } from 'gsap';
import { type Motion, reveal, scene } from 'kader/motion';
import { breathe, comeIn, signOff, TIDE, tideTo, WORDS } from '../shared/tide.ts';

/** How far the tide is out on each day, in shares of the farthest. */
const OUT = [1, 0.5, 0];
/** In px, and in shares of the height: names that lie as much lower must still keep clear of the foot. */
const FARTHEST = { px: 10, share: 0.04 };
/** How long a day is to be read, in s: three names and a date. */
const READING = 2.4;
const FIRST = 0.7;

export const motion: Motion = (stage) =>
  scene(stage, gsap.timeline({ paused: true }), (timeline) => {
    const days = OUT.map((share) => share * Math.min(FARTHEST.share, FARTHEST.px / stage.height));
    comeIn(timeline, stage, days[0]);
    for (const [index, out] of days.entries()) {
      const day = `.day-${index + 1}`;
      const at = FIRST + index * READING;
      if (index > 0) tideTo(timeline, stage, out, { ...TIDE, duration: 0.8 }, at - 0.3);
      // What lies under the surface goes with it.
      timeline.set(day, { opacity: 1, y: out * stage.height }, at);
      const lines = reveal(timeline, `${day} > p`, { ...WORDS, at }).flat();
      timeline.addLabel(`day-${index + 1}`, at + 1.2);
      if (index === days.length - 1) continue;
      const words = lines.map(({ inner }) => inner);
      timeline
        .to(words, { yPercent: 135, duration: 0.35, ease: 'power2.in', stagger: 0.03 }, at + READING - 0.5)
        // Gone, and back in its place, where it is read by whoever looks at the end.
        .set(day, { opacity: 0, y: 0 }, at + READING - 0.01)
        .set(words, { yPercent: 0 }, at + READING - 0.01);
    }
    signOff(timeline, 1.2);
    breathe(timeline, stage, FIRST + 2 * READING + 1.6, 9.4);
  });
