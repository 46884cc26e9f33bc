/** The layout: pages and banner units set from templates, and the jobs they ask for. */
import type { StillLimits } from './capture.ts';
import type { Correction, CorrectionWish } from './correction.ts';
import type { Cut, Ratio } from './crop.ts';
import type { Cut as FilmOrSound } from './cut.ts';
import type { Finding } from './finding.ts';
import type { SlotRole } from './house.ts';
import type { Job } from './job.ts';
import type { Digest, Input, JobKey } from './key.ts';
import type { ClickMechanism } from './rules.ts';

/** A picture that a page or unit uses. */
export interface Use {
  readonly asset: string;
  /** House slot, or `template/slot` in a banner; of a crop under a condition with its name, such as `hero/phone`. */
  readonly slot: string;
  /** Where the order may frame it anew, general to exact. */
  readonly places?: readonly string[];
  /** Width and height of the crop; absent: the picture keeps its own. */
  readonly ratio?: Ratio;
  /** Condition under which this crop is taken. */
  readonly media?: string;
  /** What the crop must take off the safe box. */
  readonly cut?: Cut;
  /** Letters are seen in the picture, and the crop takes off a part of them. */
  readonly cutsText?: true;
  /** Renditions that a browser chooses among under one condition, in the order in which their formats are offered. */
  readonly offered?: readonly (readonly JobKey[])[];
  /** Least and largest width in px that the slot wants, and what the crop can give without enlarging. */
  readonly smallest: number;
  readonly largest: number;
  readonly available: number;
  /** Width in px that the crop really fills with detail; absent where that cannot be told. */
  readonly detailed?: number;
  /** Turns and cuts that come before the crop; absent: none. */
  readonly geometry?: readonly CorrectionWish[];
  /** What `auto` proposed and will be done; absent where it was not asked. */
  readonly proposed?: readonly CorrectionWish[];
}

/** A corrected picture beside the supplied one, small, for eyes only. */
export interface Proof {
  readonly asset: string;
  readonly steps: readonly Correction[];
  readonly before: PlacedFile;
  readonly after: PlacedFile;
}

export interface Page {
  /** Within the site, such as `/nl/programma/`. */
  readonly url: string;
  /** Inside the site's folder: `nl/programma/index.html`. */
  readonly path: string;
  readonly language: string;
  /** The page's HTML in the store. */
  readonly digest: Digest;
  readonly bytes: number;
  /** Template or content file, relative to the workspace. */
  readonly source: string;
  /** Targets of `href` and `src` inside the site, resolved to paths such as `nl/index.html` or `img/x.avif`. */
  readonly references: readonly { readonly target: string; readonly written: string }[];
  readonly uses: readonly Use[];
  /** Files of jobs that the page shows, as site paths. */
  readonly files: readonly PlacedFile[];
  /** Films, sounds and what goes with them, where the page plays any. */
  readonly media?: readonly LaidFile[];
  /** Assets that they are cut from, and those of them of which nothing is seen. */
  readonly clips?: readonly string[];
  readonly soundOnly?: readonly string[];
}

/** A job's file and where it lies in the site or unit. */
export interface PlacedFile {
  readonly path: string;
  readonly key: JobKey;
}

/** A banner unit: template × size × language × version; laid out once, packed for every target. */
export interface Unit {
  /** `banners/headline/300x250-nl`. */
  readonly name: string;
  readonly template: string;
  readonly size: readonly [number, number];
  readonly family: string;
  readonly language: string;
  /** Axis: value, such as `{ audience: 'night' }`; empty without axes. */
  readonly version: Readonly<Record<string, string>>;
  /** `index.html` in the store. */
  readonly digest: Digest;
  readonly bytes: number;
  /** What the click opens where no target is named. */
  readonly landing: string;
  /** The same as ordered and what it is counted by, for `landingOf` a target. */
  readonly page?: string;
  readonly utm?: Readonly<Record<string, string>>;
  /** What template.yaml says for this family or size alone: their names. */
  readonly overrides?: readonly string[];
  /** Row of the feed that it was made from. */
  readonly row?: { readonly file: string; readonly row: number };
  /** Of texts: smallest letters that the template asks, in px, by slot. */
  readonly minimums?: Readonly<Record<string, { readonly px: number; readonly role?: SlotRole }>>;
  /** Of its backup image where it names no target. */
  readonly still?: StillLimits;
  /** Made beside the backup image; `2x` is the same with twice the pixels. */
  readonly captures?: readonly ('2x' | 'gif' | 'mp4' | 'storyboard')[];
  readonly uses: readonly Use[];
  /** Files of jobs beside `index.html`. */
  readonly files: readonly PlacedFile[];
  /** One per target; absent where the order names none, and the unit itself is handed over. */
  readonly adaptations?: readonly Adaptation[];
}

/** A file of a unit, a page, a package: its path there, and where it comes from. */
export interface LaidFile {
  readonly path: string;
  readonly from: Input;
}

/** A unit as a target takes it. Targets that take it alike have the same files, so the same jobs. */
export interface Adaptation {
  /** `google-ads`, `ad-manager-rossel`. */
  readonly target: string;
  readonly platform: string;
  readonly publisher?: string;
  readonly click: ClickMechanism;
  readonly landing: string;
  readonly backup: 'beside' | 'inside';
  readonly still?: StillLimits;
  /** The job that made its texts outlines; absent: they are letters of a font. */
  readonly outlines?: JobKey;
  /** All that is packed but the backup; `index.html` first. */
  readonly files: readonly LaidFile[];
  /** The same as a browser is shown it: fonts that a font server would give lie beside the page. */
  readonly looked: readonly LaidFile[];
}

/** A file of a cut: its name, and where it comes from. */
export type FilmFile = LaidFile;

/** What a cut is looked at by: laid under `review/`, never delivered. */
export interface CutProofs {
  /** Frames side by side from beginning to end, each of this size in px. */
  readonly strip?: PlacedFile & { readonly frames: number; readonly width: number; readonly height: number };
  readonly waveform?: PlacedFile;
}

/** A film as it is made for a channel, and all that goes with it; names are those of its files. */
export interface PlannedFilm {
  readonly jobs: readonly Job[];
  readonly files: readonly FilmFile[];
  /** Captions and maps that the files hold, to be kept in the store. */
  readonly texts: readonly string[];
  /** As browsers choose among them: the largest first, and the lighter codec first. */
  readonly films: readonly {
    readonly path: string;
    readonly key: JobKey;
    /** `video/mp4; codecs="avc1.640028, mp4a.40.2"`. */
    readonly type: string;
    readonly width: number;
    readonly height: number;
  }[];
  readonly poster: string;
  /** Master playlist of the same as an adaptive stream (HLS). */
  readonly stream?: string;
  readonly tracks: readonly { readonly language: string; readonly path: string }[];
  /** WebVTT. */
  readonly chapters?: string;
  /** Small pictures to find a place by, and the WebVTT that says which stands for when. */
  readonly sprite?: { readonly image: string; readonly map: string };
  readonly strip?: CutProofs['strip'];
  /** Some seconds that move, lightest first. */
  readonly previews?: readonly { readonly path: string; readonly type: string }[];
  /** Of the largest, in px. */
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
}

/** A sound as a page plays it. */
export interface PlannedSound {
  /** All that its deliverable takes, the sound itself and its drawing among them. */
  readonly jobs: readonly Job[];
  readonly sound: Job;
  /** `audio/mp4; codecs="mp4a.40.2"`. */
  readonly type: string;
  /** The same, lighter, for browsers that play it. */
  readonly light?: { readonly sound: Job; readonly type: string };
  readonly waveform: Job;
  /** Of the drawing, in px. */
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
}

/** A cut as it is delivered: `video/reel-instagram-reel` with its files. */
export interface LaidCut {
  /** `video/reel-instagram-reel`. */
  readonly name: string;
  readonly cut: FilmOrSound;
  /** Paths in the output. */
  readonly files: readonly LaidFile[];
  /** Those of its files that are measured anew. */
  readonly media: readonly LaidFile[];
  /** Bytes of the texts among its files. */
  readonly texts: readonly { readonly digest: Digest; readonly bytes: number }[];
  /** Names of the assets that it uses, and those of them of which nothing is seen. */
  readonly assets: readonly string[];
  readonly soundOnly: readonly string[];
  readonly film?: PlannedFilm;
  readonly sound?: PlannedSound;
  /** The job of its sound; absent: it is silent. */
  readonly heard?: JobKey;
  readonly proofs?: CutProofs;
  /** That lie over its picture, in the order of their time. */
  readonly titles?: readonly LaidTitle[];
}

/** A title of a film, and the job that films it. */
export interface LaidTitle {
  readonly template: string;
  readonly language: string;
  /** In s of the cut. */
  readonly at: number;
  readonly seconds: number;
  readonly key: JobKey;
  /** Names of the pictures in it. */
  readonly assets?: readonly string[];
}

/** A file that goes into the site as it is. */
export interface StaticFile {
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
}

export interface Layout {
  readonly pages: readonly Page[];
  readonly units: readonly Unit[];
  readonly statics: readonly StaticFile[];
  readonly cuts: readonly LaidCut[];
  /** Every job that pages and units ask for, each once. */
  readonly jobs: readonly Job[];
  /** One for each picture and list of corrections. */
  readonly proofs: readonly Proof[];
  readonly findings: readonly Finding[];
}

/** What of an order can be built alone (`--only`); a tree of the output each. */
export type Part = 'site' | 'banners' | 'video' | 'audio';
export const PARTS: readonly Part[] = ['site', 'banners', 'video', 'audio'];

/** Of a production that is not laid out: its house is missing, or there is none. */
export const EMPTY_LAYOUT: Layout = { pages: [], units: [], statics: [], cuts: [], jobs: [], proofs: [], findings: [] };
