/** The order of work of nearly every banner: wait for fonts and pictures, fit the texts, then set the moves. */
import type { Motion, Stage, Timeline } from './motion.ts';
import { fitTexts } from './motion-fit.ts';
import { loaded } from './motion-loaded.ts';

/** GSAP's own timeline, as far as a scene marks it. */
interface Marked extends Timeline {
  addLabel(name: string, at?: number | string): unknown;
}

/**
 * @param timeline paused, and still empty
 * @param set fills it, when everything is there and every text has its size
 */
export function scene<One extends Marked>(stage: Stage, timeline: One, set: (timeline: One) => void): ReturnType<Motion> {
  const ready = loaded(stage).then(() => {
    fitTexts(stage);
    set(timeline);
    if (timeline.labels?.['end'] === undefined) timeline.addLabel('end', timeline.duration());
  });
  return { timeline, ready };
}
