/** Facts that measuring jobs give, judged by checks. */
import type { PackageFacts } from './package.ts';

export type { PackageFacts } from './package.ts';

/** What a browser saw on a page. */
export interface PageFacts {
  readonly what: 'page';
  readonly consoleErrors: readonly string[];
  /** Requests that got no answer, as site paths or whole URLs. */
  readonly failedRequests: readonly string[];
  /** Requests that leave the site. */
  readonly outsideRequests: readonly string[];
  readonly axe: readonly {
    readonly rule: string;
    readonly impact: string;
    readonly help: string;
    readonly target: string;
    readonly count: number;
  }[];
  /** Widths in px at which the page scrolls sideways, of 360, 768 and 1440. */
  readonly overflowsAt: readonly number[];
  /** Bytes loaded at 1440 px, uncompressed. */
  readonly bytes: number;
}

/** What html-validate said of a page. */
export interface MarkupFacts {
  readonly what: 'markup';
  readonly problems: readonly { readonly rule: string; readonly message: string; readonly line: number; readonly column: number }[];
}

/** What a browser saw when it ran a banner. */
export interface BannerFacts {
  readonly what: 'banner';
  /** Whole timeline with repeats, in s; null when it never ends or there is none. */
  readonly seconds: number | null;
  readonly endless: boolean;
  /** Times the timeline plays, 1 without repeats. */
  readonly loops: number;
  readonly hasTimeline: boolean;
  readonly consoleErrors: readonly string[];
  readonly failedRequests: readonly string[];
  readonly outsideRequests: readonly string[];
  /** URL that a click on the middle opened, or null. */
  readonly clickOpens: string | null;
  /** Texts that do not fit their box: slot and overflow in px. */
  readonly overflows: readonly { readonly slot: string; readonly px: number }[];
  /** Bytes requested before the load event. */
  readonly initialBytes: number;
  readonly requests: number;
}

export type MeasuredFacts = PageFacts | MarkupFacts | BannerFacts | PackageFacts;
