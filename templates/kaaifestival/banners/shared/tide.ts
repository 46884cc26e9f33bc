/** The tide of the house: it comes in, what stands in it rises, it breathes and rests. Transforms and opacity alone. */
import type { gsap } from 'gsap';
import { kenBurns, pace, type Stage } from 'kader/motion';
import { tokens } from 'kader/tokens';

type Timeline = gsap.core.Timeline;

export const TIDE = pace(tokens, 'tide');
export const WORDS = pace(tokens, 'words');

/** Shares of the height: how far the tide is out at first, and how far it breathes. */
const LOW = 0.17;
const BREATH = 0.024;

/** Moves the surface, and what stands in the water against it; `out` are shares of the height. */
export function tideTo(timeline: Timeline, { height }: Stage, out: number, timing: gsap.TweenVars, at: number | string = '>'): void {
  const y = out * height;
  timeline.to('.water', { y, ...timing }, at).to('.deep', { y: -y, ...timing }, '<');
}

/** The tide comes in while the picture drifts against it. */
export function comeIn(timeline: Timeline, stage: Stage, to = 0): void {
  const y = LOW * stage.height;
  timeline.set('.water', { y }, 0).set('.deep', { y: -y }, 0);
  tideTo(timeline, stage, to, TIDE, 0);
  kenBurns(timeline, '.picture', { by: 0.04, duration: 6.6 });
}

/** Dates, then the call, then the logo on the line. */
export function signOff(timeline: Timeline, at: number): void {
  const call = at + 0.4;
  const rise = { yPercent: 135, ...WORDS };
  timeline
    .from('.dates > span', rise, at)
    .from('.cta', { yPercent: 101, ...WORDS }, call)
    .from('.cta > span', { opacity: 0, ...WORDS }, call + 0.2)
    .from('.kaai', { ...rise, duration: TIDE.duration ?? 1.2 }, at + 1)
    .from('.festival', { opacity: 0, ...WORDS, ease: 'sine.inOut' }, at + 1.6)
    .addLabel('call', call + 0.8);
}

/** Out and in again, twice, and then it rests: that is the end. */
export function breathe(timeline: Timeline, stage: Stage, at: number, rest: number): void {
  const timing = { duration: (rest - at) / 4, ease: 'sine.inOut' };
  for (const [index, depth] of [BREATH, 0, BREATH / 2, 0].entries()) {
    tideTo(timeline, stage, depth, timing, at + index * timing.duration);
  }
  timeline.addLabel('backup', rest);
}
