/** What a browser saw of a banner, as rules ask for it. */
import type { BannerFacts } from '../model/facts.ts';

export interface Seen {
  /** In s; absent of what never ends. */
  readonly seconds?: number;
  /** The least that it moves, in s, of what never ends too. */
  readonly leastSeconds: number;
  readonly endless: boolean;
  /** Times it plays; absent where only a timeline could tell. */
  readonly loops?: number;
  readonly leastLoops: number;
  readonly initialGzip: number;
  readonly subloadGzip: number;
  readonly initialRequests: number;
  readonly requests: number;
  readonly isStillAtEnd: boolean;
  readonly flashes: number;
  /** Nothing but one colour at its end. */
  readonly isBlank: boolean;
  readonly hasBorder: boolean;
  readonly hasBorderOnWhite: boolean;
  /** Seconds of main thread: the most in any 30 s, and in the first 60 s. */
  readonly cpu30: number;
  readonly cpu60: number;
  /** Absent where it touches cookies and nobody counted them. */
  readonly cookies?: number;
  /** What it touched as it ran, named as calls are. */
  readonly calls: readonly string[];
  /** When labels of the timeline come, in s. */
  readonly labels: readonly number[];
}

/** Share of the edge that must stand out from a page: the greater part of it. */
const STANDS_OUT = 0.5;

/** A window that opened without a click; clicks call `window.open` too. */
const POP_UP = 'pop-up';

export function seenOf(facts: BannerFacts): Seen {
  const { seconds, loops, hasTimeline, labels, lastChange, stillEnd, flashes, redFlashes, edge, cpu, storage, dialogs } = facts;
  const { initial, subload, cookies } = facts;
  const endless = facts.endless || lastChange === null;
  const leastSeconds = Math.max(seconds ?? 0, lastChange ?? 0);
  return {
    endless,
    leastSeconds,
    leastLoops: loops,
    calls: [
      ...storage.map((name) => (name === 'cookie' ? 'document.cookie' : name)),
      ...dialogs.map((name) => (name === 'open' ? POP_UP : name)),
    ],
    ...(endless ? {} : { seconds: leastSeconds }),
    // Without a timeline only what never moves is known to play once.
    ...(hasTimeline || lastChange === 0 ? { loops } : {}),
    requests: initial.requests + subload.requests,
    initialGzip: initial.gzipBytes,
    initialRequests: initial.requests,
    subloadGzip: subload.gzipBytes,
    isStillAtEnd: stillEnd,
    flashes: Math.max(flashes, redFlashes),
    isBlank: facts.blank === true,
    hasBorder: Math.min(edge.white, edge.black) >= STANDS_OUT,
    hasBorderOnWhite: edge.white >= STANDS_OUT,
    cpu30: cpu.in30,
    cpu60: cpu.in60,
    ...(cookies !== undefined ? { cookies } : storage.includes('cookie') ? {} : { cookies: 0 }),
    labels: labels.map(({ at }) => at),
  };
}
