/** What the banners' preview is given as data, and what its page and the banners in it say to each other. */
import type { Severity } from './finding.ts';
import type { Digest } from './key.ts';
import type { ReleaseFile } from './record.ts';

/** A file beside the preview's page: path relative to it, and bytes. */
export interface SheetFile {
  readonly path: string;
  readonly bytes: number;
}

/** What can be looked at besides the running banner. */
export const SHOTS = ['backup', 'gif', 'mp4', 'storyboard'] as const;
export type Shot = (typeof SHOTS)[number];

/** A figure that a finding may be about, so that it is marked where it is read. */
export type Figure = 'zip' | 'unzipped' | 'requests' | 'seconds' | 'loops' | 'fonts' | 'click' | 'text' | 'backup';

export interface SheetFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  readonly figure?: Figure;
}

export type Verdict = 'held' | 'warned' | 'sound' | 'unmeasured';

/** A unit as it goes to one target. */
export interface SheetPackage {
  readonly target: string;
  readonly verdict: Verdict;
  /** What would be handed over; absent when it was not made. A path only where it is sound. */
  readonly zip?: { readonly path?: string; readonly bytes: number };
  /** Of all files in the zip, unpacked. */
  readonly bytes: number;
  readonly files: number;
  readonly shots: Readonly<Partial<Record<Shot, SheetFile>>>;
  /** Places in the list of findings. */
  readonly told: readonly number[];
}

/** Part of a picture that no crop may cut, in shares of the picture as the unit has it. */
export interface SafeBox {
  readonly slot: string;
  readonly box: readonly [left: number, top: number, width: number, height: number];
}

export interface Label {
  readonly name: string;
  /** In s. */
  readonly at: number;
}

export interface Overflow {
  readonly slot: string;
  readonly px: number;
}

export interface SheetUnit {
  /** `banners/headline/300x250-nl`. */
  readonly name: string;
  /** The last part of it. */
  readonly id: string;
  readonly template: string;
  readonly size: readonly [number, number];
  readonly family: string;
  readonly language: string;
  readonly version: Readonly<Record<string, string>>;
  readonly landing: string;
  /** Of its page and every file of it: another digest, another banner. */
  readonly digest: string;
  /** The running banner, relative to the preview's page; absent when it was not made. */
  readonly page?: string;
  /** What stands in it, for searching. */
  readonly copy: string;
  /** Names of what is said otherwise for this very size. */
  readonly overrides: readonly string[];
  readonly fonts: { readonly count: number; readonly bytes: number };
  readonly safe: readonly SafeBox[];
  /** As a browser measured it. */
  readonly measured?: {
    readonly seconds: number | null;
    readonly loops: number;
    readonly requests: number;
    readonly labels: readonly Label[];
    readonly overflows: readonly Overflow[];
    readonly clickOpens: string | null;
  };
  readonly packages: readonly SheetPackage[];
  /** How it was in the build before, where it was otherwise; only the preview server knows. */
  readonly before?: SheetBefore;
  /** It came or changed with the last build that changed anything. */
  readonly changed?: boolean;
}

export interface SheetBefore {
  readonly page?: string;
  readonly backup?: string;
  readonly zipBytes?: number;
  readonly seconds?: number | null;
}

export interface BannerSheetData {
  readonly production: string;
  readonly client: string;
  readonly title: string;
  readonly units: readonly SheetUnit[];
  readonly findings: readonly SheetFinding[];
  /** Zips that hold several units, such as a publisher's delivery. */
  readonly deliveries: readonly SheetFile[];
}

/** A file of the preview, by its path inside the preview's folder; pages and scripts carry their text, the rest comes from the store. */
export interface PreviewFile extends ReleaseFile {
  readonly text?: string;
}

/** All that a unit is made of, to show it again when the next build has changed it. */
export interface UnitSource {
  /** As laid out. */
  readonly page: Digest;
  readonly files: readonly (readonly [path: string, digest: Digest])[];
  readonly backup?: readonly [file: string, digest: Digest];
}

/** All that stands in the preview's page. */
export interface BannerPageData extends BannerSheetData {
  /** In front of every path; ends with `/`, or is empty. */
  readonly root: string;
  /** Only where a server tells of builds. */
  readonly live?: { readonly events: string; readonly data: string };
  readonly words: Readonly<Record<string, string>>;
}

/** Said to a banner: stand at this moment or run from it, and draw these marks. */
export interface Told {
  readonly kader: 'tell';
  /** In s. */
  readonly time: number;
  /** Moment at which it stood there, in ms since 1970; null: it stands still. */
  readonly since: number | null;
  readonly marks: { readonly text: boolean; readonly safe: boolean };
  readonly overflows: readonly Overflow[];
  readonly safeBoxes: readonly SafeBox[];
}

/** Said by a banner. */
export type Heard =
  | {
      readonly kader: 'ready';
      /** Whole timeline with repeats, in s; of an endless one its first pass. */
      readonly seconds: number;
      readonly pass: number;
      readonly loops: number;
      readonly isEndless: boolean;
      readonly labels: readonly Label[];
    }
  | { readonly kader: 'opened'; readonly url: string }
  | { readonly kader: 'key'; readonly key: string; readonly shift: boolean };

/** In the address of a banner's page: it plays for nobody but the preview, or shows what little motion is. */
export const STILL = '#kader-still';
export const REDUCED = '#kader-reduced';
