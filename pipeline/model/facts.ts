/** Facts that measuring jobs give, judged by checks. */
import type { ClipFacts, ClipType } from './clip.ts';
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

/** What goes over the wire in one part of a banner's load. */
export interface Load {
  readonly bytes: number;
  /** Texts packed, pictures and fonts as they are. */
  readonly gzipBytes: number;
  readonly requests: number;
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
  /** Of the timeline, in s, in the order of time. */
  readonly labels: readonly { readonly name: string; readonly at: number }[];
  /** When a pixel last changed, in s from its start; 0: nothing moves; null: it still moves after 30 s. */
  readonly lastChange: number | null;
  /** Whether it comes to rest on the frame that its timeline ends with. */
  readonly stillEnd: boolean;
  /** Most flashes in any second over a quarter of the field of view, as WCAG 2.3.1 counts them; and those of saturated red. */
  readonly flashes: number;
  readonly redFlashes: number;
  /** Whether whoever asked for less motion sees the end frame, and nothing else. */
  readonly reducedMotion: boolean;
  /** Animated properties that a compositor cannot move by itself, such as `left`. */
  readonly costly: readonly string[];
  /**
   * Texts that can be read whole, at each label and at the end (`end`): WCAG's ratio against the pixels behind them, which nine
   * in ten of those pixels reach, and the ratio that a text of this size needs.
   */
  readonly contrasts: readonly { readonly slot: string; readonly moment: string; readonly ratio: number; readonly least: number }[];
  /** Smallest letters of each text slot at the end, in px. */
  readonly texts: readonly { readonly slot: string; readonly px: number }[];
  /** Texts of several lines whose last line is a single word. */
  readonly widows: readonly string[];
  /** Texts that do not fit their box: slot and overflow in px. */
  readonly overflows: readonly { readonly slot: string; readonly px: number }[];
  /** Digest of the end frame's pixels: what ends alike has the same. */
  readonly end: string;
  /** Its end frame is one colour and nothing else. */
  readonly blank?: true;
  /** Shares of the outer edge, 0–1, that stand out from a page in white, light grey and black. */
  readonly edge: { readonly white: number; readonly grey: number; readonly black: number };
  readonly consoleErrors: readonly string[];
  readonly failedRequests: readonly string[];
  readonly outsideRequests: readonly string[];
  /** `localStorage`, `sessionStorage`, `indexedDB`, `caches` and `cookie`, as far as it touched them. */
  readonly storage: readonly string[];
  /** How many cookies it set; absent where they were not counted. */
  readonly cookies?: number;
  /** `alert`, `confirm`, `prompt`, `print`, and `open` when it was not clicked. */
  readonly dialogs: readonly string[];
  /** URL that a click on the middle opened, or null. */
  readonly clickOpens: string | null;
  /** It opened in the place of the banner, not in a tab of its own. */
  readonly clickLeaves?: true;
  /** Asked for before the load event, and after it. */
  readonly initial: Load;
  readonly subload: Load;
  /** Until the load event without a network, in ms. */
  readonly loadMs: number;
  /** Most seconds of the main thread in any 30 s, and those in the first minute. */
  readonly cpu: { readonly in30: number; readonly in60: number };
  /** In an iframe of the same origin and in one of another: faults that it does not have alone, and whether it looks the same. */
  readonly frames: { readonly friendly: FramedFacts; readonly crossOrigin: FramedFacts };
}

export interface FramedFacts {
  readonly same: boolean;
  readonly errors: readonly string[];
}

/** How a banner would move on a processor four times as slow. */
export interface SmoothFacts {
  readonly what: 'smooth';
  /** That were drawn while it was watched. */
  readonly frames: number;
  /** Share of them, 0–1, that would come too late. */
  readonly late: number;
  /** Layouts per frame; one or more says that every frame is laid out anew. */
  readonly layouts: number;
  /** Properties that move, other than transforms and opacity; of custom ones what they move: `width (--level)`. */
  readonly moved: readonly string[];
}

/** What was captured of a banner. */
export interface CaptureFacts {
  readonly what: 'capture';
  readonly format: 'jpeg' | 'png' | 'gif' | 'mp4' | 'mov';
  readonly width: number;
  readonly height: number;
  /** From the frame as the browser drew it, on the scale of butteraugli’s 3-norm; absent for films. */
  readonly difference?: number;
  /** Films: frames per s and s. */
  readonly fps?: number;
  readonly seconds?: number;
  /** Of a title. */
  readonly title?: TitleFacts;
}

/** What was seen of a title of a film. */
export interface TitleFacts {
  /** How long it moves, in s; null: it has no motion, or one that never ends. */
  readonly motion: number | null;
  readonly endless: boolean;
  /** Whether anything of it can be seen as it stands. */
  readonly isVisible: boolean;
  /** Texts as they stand: their box as shares of the frame (left, top, right, bottom). */
  readonly texts: readonly { readonly slot: string; readonly box: readonly [number, number, number, number] }[];
  readonly overflows: BannerFacts['overflows'];
  /** What its scripts complained of. */
  readonly errors: readonly string[];
}

/** What was read of a film or sound that was made, and measured on it anew. */
export interface MadeClipFacts {
  readonly what: 'clip';
  /** Told from its bytes. */
  readonly type?: ClipType;
  readonly facts: ClipFacts;
  /** How the texts of its titles stand out from the picture, at a few moments each; of the largest film of a cut. */
  readonly titles?: readonly TitleContrast[];
}

/** Titles that lie over a film, to be held against its picture. */
export interface TitledLook {
  /** Absolute path of a file that is not there yet: the film's frames under them. */
  readonly to: string;
  readonly titles: readonly {
    /** Of its own film, with alpha. */
    readonly path: string;
    /** In s of the cut. */
    readonly at: number;
    readonly seconds: number;
    readonly texts: TitleFacts['texts'];
  }[];
}

/** A text of a title over the picture at one moment. */
export interface TitleContrast {
  /** Place of the title among those of the cut. */
  readonly title: number;
  readonly slot: string;
  /** In s of the cut. */
  readonly at: number;
  /** By WCAG: what nine in ten of the pixels round its letters reach, and what letters of their size need. */
  readonly ratio: number;
  readonly least: number;
}

export type MeasuredFacts = PageFacts | MarkupFacts | BannerFacts | SmoothFacts | PackageFacts | MadeClipFacts;
