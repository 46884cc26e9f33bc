/** What a browser saw of a banner, as far as rules ask for it; what it did not look at is absent. */
import type { BannerFacts } from '../model/facts.ts';

export interface Seen {
  /** In s; absent of what never ends, and where neither timeline nor pixels tell all of it. */
  readonly seconds?: number;
  /** The least that it moves, in s, where nobody knows the whole. */
  readonly leastSeconds: number;
  readonly endless: boolean;
  /** Whether all that moves was seen, so that it ends. */
  readonly isTimed: boolean;
  /** Times it plays; absent where only a timeline could tell. */
  readonly loops?: number;
  readonly leastLoops: number;
  readonly initialGzip?: number;
  readonly subloadGzip?: number;
  readonly initialRequests?: number;
  readonly requests?: number;
  readonly isStillAtEnd?: boolean;
  readonly flashes?: number;
  readonly hasBorder?: boolean;
  /** Seconds of main thread: the most in any 30 s, and in the first 60 s. */
  readonly cpu30?: number;
  readonly cpu60?: number;
  readonly cookies?: number;
  /** What it touched as it ran, named as calls are. */
  readonly calls: readonly string[];
  /** When labels of the timeline come, in s. */
  readonly labels?: readonly number[];
}

interface Load {
  readonly gzipBytes: number;
  readonly requests: number;
}

/** Members that a browser's look may have beside those of today. */
interface Wider {
  readonly initial?: Load;
  readonly subload?: Load;
  readonly requests?: number;
  readonly labels?: readonly { readonly name: string; readonly at: number }[];
  readonly lastChange?: number | null;
  readonly stillEnd?: boolean;
  readonly flashes?: number;
  readonly redFlashes?: number;
  readonly edge?: { readonly white: number; readonly black: number };
  readonly cpu?: { readonly in30: number; readonly in60: number };
  readonly storage?: readonly string[];
  readonly dialogs?: readonly string[];
  /** How many it sets. */
  readonly cookies?: number;
}

/** Share of the edge that must stand out from a page: the greater part of it. */
const STANDS_OUT = 0.5;

export function seenOf(facts: BannerFacts): Seen {
  const {
    initial,
    subload,
    requests,
    labels,
    lastChange,
    stillEnd,
    flashes,
    redFlashes = 0,
    edge,
    cpu,
    storage,
    dialogs = [],
    cookies,
  } = facts as Wider;
  const { hasTimeline, loops } = facts;
  const endless = facts.endless || lastChange === null;
  const isTimed = hasTimeline || lastChange !== undefined;
  const leastSeconds = Math.max(facts.seconds ?? 0, lastChange ?? 0);
  // What never moves plays once.
  const isCounted = hasTimeline || lastChange === 0;
  const all = initial && subload ? initial.requests + subload.requests : requests;
  return {
    endless,
    isTimed,
    leastSeconds,
    leastLoops: loops,
    calls: [...(storage ?? []).map((name) => (name === 'cookie' ? 'document.cookie' : name)), ...dialogs.filter((name) => name !== 'open')],
    ...(isTimed && !endless ? { seconds: leastSeconds } : {}),
    ...(isCounted ? { loops } : {}),
    ...(all === undefined ? {} : { requests: all }),
    ...(initial ? { initialGzip: initial.gzipBytes, initialRequests: initial.requests } : {}),
    ...(subload ? { subloadGzip: subload.gzipBytes } : {}),
    ...(stillEnd === undefined ? {} : { isStillAtEnd: stillEnd }),
    ...(flashes === undefined ? {} : { flashes: Math.max(flashes, redFlashes) }),
    ...(edge ? { hasBorder: Math.min(edge.white, edge.black) >= STANDS_OUT } : {}),
    ...(cpu ? { cpu30: cpu.in30, cpu60: cpu.in60 } : {}),
    // That it touches cookies does not tell how many it sets.
    ...(cookies !== undefined ? { cookies } : storage && !storage.includes('cookie') ? { cookies: 0 } : {}),
    ...(labels ? { labels: labels.map(({ at }) => at) } : {}),
  };
}
