/** The clock that is put into a banner before its own scripts: time goes by when Kader says so, and every moment can be shown. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { installWitness, type Witnessed } from './banner-witness.ts';

/** In the window of a banner that is opened with one of Kader's marks; times are ms since the document began. */
export interface Watch {
  readonly now: () => number;
  /** Fires every timer and frame up to a moment; ends early when more real time than `patience` ms went by. */
  advance(to: number, patience: number): Promise<void>;
  /** Shows CSS animations, videos and SVG as they are at a moment, the past too. */
  show(at: number): Promise<void>;
  /** Whether pixels may have changed since it was last asked. */
  stirred(): boolean;
  /** Whether timers, frames or animations are still to come. */
  busy(): boolean;
  /** Real ms of scripts, style and layout, by second of the clock. */
  readonly work: number[];
  /** Ends of CSS animations in ms, infinite ones too. */
  ends(): number[];
  readonly loops: () => number;
  /** Properties that are moved, other than those a compositor moves. */
  costly(): string[];
  /** Of the real clock. @param wait in ms */
  pause(wait: number): Promise<unknown>;
}

/** Opened with the first it stands still at its beginning, with the second it plays on Kader's clock. */
export const STILL = '#kader-still';
export const ON_CLOCK = '#kader-clock';

/** What a page is given before all else. @param day in ms since 1970: what a banner takes for the present */
export function watchScript(day: number): string {
  return `(${installWitness})();(${installClock})(${day});`;
}

/** In the page, after the witness. */
function installClock(day: number): void {
  if (location.hash !== '#kader-still' && location.hash !== '#kader-clock') return;
  const FRAME = 1000 / 60;
  const real = { Date, now: performance.now.bind(performance), pause: setTimeout.bind(window) };
  const own = window as unknown as Record<string, unknown>;
  const { kaderWitness: witness } = window as unknown as Required<Witnessed>;
  let now = 0;
  const work: number[] = [];

  // The clock.
  interface Timer {
    at: number;
    readonly call: () => unknown;
    readonly every: number | undefined;
    readonly frame: boolean;
  }
  const timers = new Map<number, Timer>();
  let count = 0;
  const add = (at: number, call: () => unknown, every?: number, frame = false): number => {
    timers.set(++count, { at, call, every, frame });
    return count;
  };
  const calling = (todo: unknown, rest: readonly unknown[]) => (): unknown =>
    typeof todo === 'function' ? (todo as (...all: unknown[]) => unknown)(...rest) : new Function(String(todo))();
  // Browsers hold intervals to 4 ms.
  own['setTimeout'] = (todo: unknown, wait?: number, ...rest: unknown[]) => add(now + Math.max(1, Number(wait) || 0), calling(todo, rest));
  own['setInterval'] = (todo: unknown, wait?: number, ...rest: unknown[]) => {
    const every = Math.max(4, Number(wait) || 0);
    return add(now + every, calling(todo, rest), every);
  };
  own['requestAnimationFrame'] = (todo: (at: number) => void) =>
    add((Math.floor(now / FRAME + 1e-6) + 1) * FRAME, () => todo(now), undefined, true);
  own['requestIdleCallback'] = (todo: (deadline: object) => void) =>
    add(now + 1, () => todo({ didTimeout: false, timeRemaining: () => 10 }));
  for (const name of ['clearTimeout', 'clearInterval', 'cancelAnimationFrame', 'cancelIdleCallback'])
    own[name] = (id: number) => void timers.delete(id);
  performance.now = () => now;
  own['Date'] = new Proxy(real.Date, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [day + now] : args, self) as object,
    apply: () => new real.Date(day + now).toString(),
    get: (target, name, self) => (name === 'now' ? () => Math.floor(day + now) : Reflect.get(target, name, self)),
  });

  // What CSS and SVG move; they run on a clock of their own, which is stopped.
  const moving = new Map<Animation, { readonly from: number; done: boolean }>();
  const timingOf = (one: Animation): { end: number; loops: number } => {
    const { endTime, iterations } = one.effect?.getComputedTiming() ?? {};
    return { end: Number(endTime ?? 0) / (Math.abs(one.playbackRate) || 1), loops: iterations ?? 1 };
  };
  const notice = (): void => {
    for (const one of document.getAnimations?.() ?? []) {
      if (moving.has(one) || one.playState !== 'running') continue;
      one.pause();
      moving.set(one, { from: now, done: false });
    }
    for (const [one, state] of moving) {
      if (state.done) continue;
      witness.seen.changed = now;
      if (now - state.from < timingOf(one).end) place(one, now - state.from);
      else {
        // Whoever waits for its end is told.
        state.done = true;
        one.finish();
      }
    }
  };
  const place = (one: Animation, at: number): void => {
    one.currentTime = at * (Math.abs(one.playbackRate) || 1);
  };
  const runs = (): boolean => [...moving.values()].some(({ done }) => !done);

  const timed = (call: () => unknown): void => {
    const from = real.now();
    try {
      call();
    } catch (error) {
      reportError(error);
    }
    const second = Math.floor(now / 1000);
    work[second] = (work[second] ?? 0) + real.now() - from;
  };
  const next = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers.values()) if (!first || timer.at < first.at) first = timer;
    return first;
  };
  const watch: Watch = {
    now: () => now,
    async advance(to, patience) {
      const until = real.now() + patience;
      timed(notice);
      for (let turns = 1; real.now() < until; turns++) {
        const timer = next();
        // Frames go on as long as CSS moves something.
        const frame = runs() ? (Math.floor(now / FRAME + 1e-6) + 1) * FRAME : Number.POSITIVE_INFINITY;
        const at = Math.min(timer?.at ?? Number.POSITIVE_INFINITY, frame);
        if (at > to) {
          now = Math.max(now, to);
          break;
        }
        now = Math.max(now, at);
        const due = [...timers].filter(([, one]) => one.at <= at && (!timer?.frame || one.frame));
        for (const [id, one] of due) {
          if (!timers.has(id)) continue;
          if (one.every === undefined) timers.delete(id);
          else one.at += one.every;
          witness.seen.at = now;
          if (one.frame && witness.seen.isOpaque) witness.seen.isStirred = true;
          timed(one.call);
          await undefined;
        }
        if (timer?.frame || at === frame)
          timed(() => {
            notice();
            if (runs()) witness.seen.isStirred = true;
            document.body?.offsetHeight;
            witness.frame(now);
          });
        // What the page waits for in other ways gets its turn.
        if (turns % 60 === 0) await new Promise((resolve) => real.pause(resolve, 0));
      }
      timed(notice);
    },
    async show(at) {
      notice();
      for (const [one, { from }] of moving) {
        one.pause();
        place(one, Math.max(0, Math.min(at - from, timingOf(one).end)));
      }
      for (const drawing of document.querySelectorAll('svg')) {
        drawing.pauseAnimations();
        drawing.setCurrentTime(at / 1000);
      }
      await Promise.all(
        [...document.querySelectorAll('video')].map(async (video) => {
          if (!video.autoplay && video.paused && video.currentTime === 0) return;
          video.pause();
          const length = Number.isFinite(video.duration) ? video.duration : 0;
          const wanted = video.loop && length > 0 ? (at / 1000) % length : Math.min(at / 1000, length);
          if (length === 0 || Math.abs(video.currentTime - wanted) < 0.001) return;
          // There, and drawn.
          const there = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
          video.currentTime = wanted;
          await Promise.race([there, new Promise((resolve) => real.pause(resolve, 1000))]);
        }),
      );
    },
    stirred() {
      const moves =
        witness.seen.isStirred || runs() || document.querySelector('video, animate, animateTransform, animateMotion, set') !== null;
      witness.seen.isStirred = false;
      return moves;
    },
    busy: () => timers.size > 0 || runs() || document.querySelector('video, animate, animateTransform, animateMotion') !== null,
    work,
    ends: () => {
      notice();
      const videos = [...document.querySelectorAll('video')].filter(({ autoplay, paused }) => autoplay || !paused);
      return [
        ...[...moving].map(([one, { from }]) => from + timingOf(one).end),
        ...videos.map(({ loop, duration }) => (loop ? Number.POSITIVE_INFINITY : (duration || 0) * 1000)),
      ];
    },
    loops: () => Math.max(1, ...[...moving.keys()].map((one) => timingOf(one).loops)),
    pause: (wait) => new Promise((resolve) => real.pause(resolve, wait)),
    costly() {
      const framed = [...moving.keys()].flatMap((one) =>
        one.effect instanceof KeyframeEffect ? one.effect.getKeyframes().flatMap((frame) => Object.keys(frame)) : [],
      );
      return witness.costly(framed.filter((name) => !/^(offset|computedOffset|easing|composite)$/.test(name)));
    },
  };
  Object.defineProperty(window, 'kaderWatch', { value: watch });
}
