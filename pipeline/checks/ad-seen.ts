/** What a browser saw of a banner, as far as rules ask for it; what it did not look at is absent. */
import type { BannerFacts } from '../model/facts.ts';

export interface Seen {
  /** In s; null of what never ends; absent when there is no timeline to read it from. */
  readonly seconds?: number | null;
  readonly endless: boolean;
  /** Its timeline was read: what it shows is all that moves. */
  readonly isTimed: boolean;
  readonly loops: number;
  readonly initialGzip?: number;
  readonly subloadGzip?: number;
  readonly initialRequests?: number;
  readonly requests: number;
  readonly isStillAtEnd?: boolean;
  readonly flashes?: number;
  readonly hasBorder?: boolean;
  /** Seconds of main thread: the most in any 30 s, and in the first 60 s. */
  readonly cpu30?: number;
  readonly cpu60?: number;
  readonly cookies?: number;
  /** When labels of the timeline come, in s. */
  readonly labels?: readonly number[];
}

interface Load {
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly requests: number;
}

/** Members that a browser's look may have beside those of today. */
type Wider = BannerFacts & {
  readonly initial?: Load;
  readonly subload?: Load;
  readonly labels?: readonly { readonly name: string; readonly at: number }[];
  readonly stillAtEnd?: boolean;
  readonly flashes?: number;
  readonly border?: boolean;
  readonly cpu?: { readonly in30s: number; readonly in60s: number };
  readonly cookies?: number;
};

export function seenOf(facts: BannerFacts): Seen {
  const { initial, subload, labels, stillAtEnd, flashes, border, cpu, cookies, hasTimeline, seconds, endless, loops } = facts as Wider;
  return {
    ...(hasTimeline || seconds !== null ? { seconds } : {}),
    endless,
    isTimed: hasTimeline,
    loops,
    requests: initial && subload ? initial.requests + subload.requests : ((facts as { readonly requests?: number }).requests ?? 0),
    ...(initial ? { initialGzip: initial.gzipBytes, initialRequests: initial.requests } : {}),
    ...(subload ? { subloadGzip: subload.gzipBytes } : {}),
    ...(stillAtEnd === undefined ? {} : { isStillAtEnd: stillAtEnd }),
    ...(flashes === undefined ? {} : { flashes }),
    ...(border === undefined ? {} : { hasBorder: border }),
    ...(cpu ? { cpu30: cpu.in30s, cpu60: cpu.in60s } : {}),
    ...(cookies === undefined ? {} : { cookies }),
    ...(labels ? { labels: labels.map(({ at }) => at) } : {}),
  };
}
