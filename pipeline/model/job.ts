/** Jobs: every conversion and measurement, decided as data, and what came of each. */
import type { Fault } from './finding.ts';
import type { Digest, Input, JobKey, Json } from './key.ts';
import type { PlacedFile, Proof } from './layout.ts';

export type KindName =
  | 'image'
  | 'quality'
  | 'share'
  | 'video'
  | 'cut'
  | 'page'
  | 'font'
  | 'bundle'
  | 'inline'
  | 'drawing'
  | 'outline'
  | 'capture'
  | 'measure'
  | 'zip'
  | 'sheet'
  | 'sound'
  | 'waveform'
  | 'episode'
  | 'stream'
  | 'playlist';
/** What runs short: a batch takes one place of its resource while it is being made. */
export type Resource = 'cpu' | 'browser' | 'ffmpeg';

/** One conversion or measurement, decided. Every member but `label` and `file` is in the key. */
export interface Job<Recipe extends Json = Json> {
  readonly key: JobKey;
  readonly kind: KindName;
  /** Program and version that will do it. */
  readonly tool: string;
  readonly recipe: Recipe;
  readonly inputs: readonly Input[];
  /** File name of what it makes; empty for a measurement. */
  readonly file: string;
  /** For people: `kade 1440 px avif`. */
  readonly label: string;
  /** Jobs with the same batch are best made together. */
  readonly batch: string;
  /** Asset it derives from, so that faults are told at the right place. */
  readonly asset?: string;
}

/** Bytes in the store. */
export interface Blob {
  readonly digest: Digest;
  readonly bytes: number;
}

/** What a job gave: a file, facts, or both. */
export interface Made {
  readonly blob?: Blob;
  readonly facts?: Json;
}

/** What the maker hands over: a file in a folder of ours that the store may take in, and facts. */
export interface Product {
  /** Absolute path of a file that may be moved away. */
  readonly path?: string;
  readonly facts?: Json;
}

export type Outcome =
  | { readonly status: 'made' | 'cached'; readonly key: JobKey; readonly made: Made }
  | { readonly status: 'failed'; readonly key: JobKey; readonly fault: Fault }
  /** It lost an input: `because` failed. */
  | { readonly status: 'skipped'; readonly key: JobKey; readonly because: JobKey };

/** Where one file of a deliverable comes from. */
export interface DeliverableFile {
  /** Path inside the output folder, such as `site/nl/index.html`. */
  readonly path: string;
  readonly from: Input;
  /** As it was before the job that finishes it: laid for eyes only, when that job lost an input. */
  readonly draft?: Digest;
}

/** A finished thing: the site, a banner unit, a film or a sound for a channel. */
export interface Deliverable {
  /** Its place in the output, such as `site` or `banners/headline/300x250-nl`. */
  readonly name: string;
  readonly kind: 'site' | 'banner' | 'video' | 'audio';
  readonly language?: string;
  /** Banners: width and height in px. */
  readonly size?: readonly [number, number];
  /** Banners: the unit in the layout, and where it goes; several targets share a unit. */
  readonly unit?: string;
  readonly target?: string;
  /** Of the zip where it is handed over, without ending. */
  readonly handedAs?: string;
  readonly files: readonly DeliverableFile[];
  /** Jobs that measure it. */
  readonly measures: readonly { readonly key: JobKey; readonly of: string }[];
  /** Names of the assets it uses. */
  readonly assets: readonly string[];
  /** Those of them of which nothing is seen: clips whose sound alone is used. */
  readonly soundOnly?: readonly string[];
}

export interface Plan {
  /** In an order in which every job stands after the jobs it needs. */
  readonly jobs: readonly Job[];
  readonly deliverables: readonly Deliverable[];
  /** Laid under `review/`, whatever is thought of the deliverables. */
  readonly proofs?: readonly Proof[];
  /** Strips and waveforms of cuts, laid there too. */
  readonly cutProofs?: readonly PlacedFile[];
}

/** Names and versions of the programs, probed beforehand, so that planning is pure. */
export interface Toolchain {
  readonly eleventy: string;
  readonly sharp: string;
  readonly subsetFont: string;
  readonly esbuild: string;
  readonly lightningcss: string;
  readonly gsap: string;
  readonly browser: string;
  readonly ffmpeg: string;
  readonly htmlValidate: string;
  readonly axe: string;
  readonly zip: string;
  readonly svgo: string;
  /** What draws texts as outlines, and the run-time of units that have such. */
  readonly outliner: string;
  readonly sheet: string;
  /** What reads packed banners. */
  readonly package: string;
  readonly kader: string;
  /** Of Kader's own compiled code: what stands as it is must have been judged by this very code. */
  readonly code: string;
}
