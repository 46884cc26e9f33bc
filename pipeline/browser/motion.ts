/** Run-time of a banner: sets the stage, plays its timeline, and lets Kader seek and measure it. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { fitted, type Unfit } from './motion-fitted.ts';
import { isStill, patiently } from './motion-loaded.ts';

export { countUp } from './motion-count.ts';
export { fitTexts as fit } from './motion-fit.ts';
export type { Unfit } from './motion-fitted.ts';
export { loaded } from './motion-loaded.ts';
export { kenBurns, leave, reveal, sting, wipe } from './motion-moves.ts';
export { ease, pace } from './motion-pace.ts';
export { scene } from './motion-scene.ts';
export { linesOf, split } from './motion-split.ts';

/** What a motion is given: the body of the unit and its size in CSS px. */
export interface Stage {
  readonly root: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly family: string;
  /** What template.yaml says for this family or size: `overrides.<name>.options`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Of a title of a film: how long it stands, in s, and whether the film ends with it; absent in banners. */
  readonly title?: { readonly seconds: number; readonly isLast: boolean };
}

/** What Kader asks of an animation; GSAP's tweens and timelines have it all. Times are in s. */
export interface Animation {
  duration(): number;
  totalDuration(): number;
  startTime(): number;
  timeScale(): number;
  /** Times it plays again; below 0 for ever. */
  repeat(): number;
  getChildren?(nested?: boolean, tweens?: boolean, timelines?: boolean): readonly Animation[];
}

/** The part of GSAP's timeline that Kader plays a banner by. */
export interface Timeline extends Animation {
  /** Moments worth looking at, by name; `backup` is the one that the backup image shows. */
  readonly labels?: Readonly<Record<string, number>>;
  play(): unknown;
  pause(): unknown;
  totalTime(seconds: number): unknown;
  getChildren(nested?: boolean, tweens?: boolean, timelines?: boolean): readonly Animation[];
}

/** Builds the paused timeline of a unit; it may still be filled until `ready` resolves. CSS describes the end state. */
export type Motion = (stage: Stage) => { readonly timeline: Timeline; readonly ready: Promise<unknown> };

export interface TimelineFacts {
  /** Whole timeline with repeats, in s; null when it never ends or there is none. */
  readonly seconds: number | null;
  readonly endless: boolean;
  /** Times the timeline plays, 1 without repeats. */
  readonly loops: number;
  readonly hasTimeline: boolean;
  /** In s, in the order of time. */
  readonly labels: readonly { readonly name: string; readonly at: number }[];
  /** Texts that `fit` could not get into their room at their smallest size; empty when all fit or none were asked. */
  readonly unfit: readonly Unfit[];
}

export interface Kader {
  /** Resolves, never rejects, when the timeline can be sought. */
  readonly ready: Promise<void>;
  readonly timeline: Timeline | undefined;
  /** Pauses and shows exactly this moment; of an endless timeline the end is that of its first pass. */
  seek(to: number | 'end'): void;
  facts(): TimelineFacts;
}

declare global {
  interface Window {
    kader: Kader;
  }
}

export function start(motion: Motion): void {
  const root = document.body;
  const { width, height, family = '', options = '{}', title } = root.dataset;
  const size = { width: Number(width) || root.clientWidth, height: Number(height) || root.clientHeight };
  const stage: Stage = { root, ...size, family, options: JSON.parse(options), ...(title ? { title: JSON.parse(title) } : {}) };
  const untouched = { html: root.innerHTML, style: root.style.cssText };
  let timeline: Timeline | undefined;

  // In an object, because a GSAP timeline has a `then` that waits for its end: a promise of it alone would never settle.
  const prepare = async (): Promise<{ readonly prepared: Timeline }> => {
    const moving = motion(stage);
    moving.timeline.pause();
    await patiently(moving.ready);
    return { prepared: moving.timeline };
  };
  const seek = (to: number | 'end'): void => {
    timeline?.pause();
    timeline?.totalTime(to === 'end' ? onePass(timeline) : to);
  };
  // The CSS says how it ends: until the timeline stands at its beginning, nothing may be seen of that.
  root.style.visibility = 'hidden';
  // The click area shows nothing of it, and whoever clicks meanwhile is taken along.
  document.getElementById('click')?.style.setProperty('visibility', 'visible');
  const ready = prepare()
    .then(({ prepared }) => {
      root.style.visibility = '';
      timeline = prepared;
      if (isStill()) seek(0);
      else if (matchMedia('(prefers-reduced-motion: reduce)').matches) seek('end');
      else prepared.play();
    })
    .catch((error: unknown) => {
      timeline = undefined;
      // What the motion had moved by then is put back: the CSS alone describes the end state, and texts are fitted to it again.
      root.innerHTML = untouched.html;
      root.style.cssText = untouched.style;
      fitted.again?.();
      // As if nobody had caught it: the quality control of Kader, and whoever opens the unit, reads it in the console, which an
      // ad server may forbid scripts to write to.
      reportError(error);
    });
  window.kader = {
    ready,
    get timeline() {
      return timeline;
    },
    seek,
    facts: () => ({ ...factsOf(timeline), unfit: fitted.unfit }),
  };
}

function factsOf(timeline: Timeline | undefined): Omit<TimelineFacts, 'unfit'> {
  if (!timeline) return { seconds: null, endless: false, loops: 1, hasTimeline: false, labels: [] };
  const endless = isEndless(timeline);
  const labels = Object.entries(timeline.labels ?? {}).map(([name, at]) => ({ name, at }));
  return {
    seconds: endless ? null : timeline.totalDuration(),
    endless,
    loops: Math.max(1, timeline.repeat() + 1),
    hasTimeline: true,
    labels: labels.sort((one, other) => one.at - other.at),
  };
}

function isEndless(animation: Animation): boolean {
  return [animation, ...(animation.getChildren?.(true, true, true) ?? [])].some((one) => one.repeat() < 0);
}

/** Length in s, with whatever repeats for ever counted once: GSAP gives such a timeline a duration of years. */
function onePass(animation: Animation): number {
  if (!isEndless(animation)) return animation.totalDuration();
  const children = animation.getChildren?.(false, true, true);
  if (!children) return animation.duration();
  return Math.max(0, ...children.map((child) => child.startTime() + onePass(child) / (child.timeScale() || 1)));
}
