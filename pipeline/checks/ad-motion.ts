/** Judges how a banner moves: how long, how often, whether it comes to rest; and the same of the GIFs in it and beside it. */
import type { PackedPicture } from '../model/package.ts';
import { asNumber, type Judge, type Specimen, told } from './ad-rule.ts';
import { type Seen, seenOf } from './ad-seen.ts';

/** A timeline adds up its parts in floating point. */
const ROUNDING = 0.001;

const seen = ({ run }: Specimen): Seen | undefined => run && seenOf(run);

export const seconds: Judge = (rule, specimen) => {
  const run = seen(specimen);
  if (run?.endless) return endless(rule, specimen, asNumber(rule));
  if (!run) return 'unmeasured';
  if (run.leastSeconds <= asNumber(rule) + ROUNDING) return [];
  return [told('banner-too-long', rule, specimen, { actual: run.leastSeconds, expected: asNumber(rule) })];
};

const endless = (rule: Parameters<Judge>[0], specimen: Specimen, expected?: number) => [
  told('banner-endless', rule, specimen, expected === undefined ? {} : { expected }),
];

export const ends: Judge = (rule, specimen) => {
  const run = seen(specimen);
  return run?.endless ? endless(rule, specimen) : run ? [] : 'unmeasured';
};

export const loops: Judge = (rule, specimen) => {
  const run = seen(specimen);
  if (run?.endless) return [];
  if (!run || run.leastLoops <= asNumber(rule)) return run?.loops === undefined ? 'unmeasured' : [];
  return [told('banner-too-many-loops', rule, specimen, { actual: run.leastLoops, expected: asNumber(rule) })];
};

export const stillEnd: Judge = (rule, specimen) => {
  const still = seen(specimen)?.isStillAtEnd;
  return still === undefined ? 'unmeasured' : still ? [] : [told('ad-moves-at-end', rule, specimen)];
};

/** Scenes are told by the labels of the timeline. */
export const changeSeconds: Judge = (rule, specimen) => {
  const labels = seen(specimen)?.labels;
  // Without a timeline nobody tells its scenes apart.
  if (!labels || !specimen.run?.hasTimeline) return 'unmeasured';
  const times = [...labels].sort((a, b) => a - b);
  const shortest = Math.min(...times.slice(1).map((at, before) => at - (times[before] as number)));
  if (shortest >= asNumber(rule) - ROUNDING) return [];
  return [told('ad-changes-too-fast', rule, specimen, { actual: shortest, expected: asNumber(rule) })];
};

export const flashes: Judge = (rule, specimen) => {
  const actual = seen(specimen)?.flashes;
  if (actual === undefined) return 'unmeasured';
  return actual > asNumber(rule) ? [told('ad-flashes', rule, specimen, { actual, expected: asNumber(rule) })] : [];
};

type Motion = NonNullable<PackedPicture['motion']>;

const gif =
  (
    problem: 'fps' | 'loops' | 'seconds' | 'frames',
    actual: (motion: Motion) => number,
    isRight: (actual: number, rule: number) => boolean,
  ): Judge =>
  (rule, specimen) => {
    const off = specimen.facts.files.find(({ picture }) => picture?.motion && !isRight(actual(picture.motion), asNumber(rule)));
    const motion = off?.picture?.motion;
    if (!off || !motion) return [];
    const count = actual(motion);
    const args = { problem, entry: off.path, expected: asNumber(rule), ...(Number.isFinite(count) ? { actual: count } : {}) };
    return [told('ad-gif-wrong', rule, specimen, args)];
  };

const playsOf = ({ plays }: Motion): number => (plays === 0 ? Number.POSITIVE_INFINITY : plays);

export const gifFps = gif(
  'fps',
  ({ fps }) => fps,
  (actual, most) => actual < most,
);
export const gifLoops = gif('loops', playsOf, (actual, most) => actual <= most);
export const gifSeconds = gif(
  'seconds',
  (motion) => motion.seconds * playsOf(motion),
  (actual, most) => actual <= most + ROUNDING,
);
export const gifFrames = gif(
  'frames',
  ({ frames }) => frames,
  (actual, most) => actual <= most,
);
