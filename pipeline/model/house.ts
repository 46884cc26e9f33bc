/** The house style: the client's fixed frame of tokens, slots, fonts, templates and rules. */

import type { CaptionRules } from './caption-rules.ts';
import type { ClipRules } from './clip-rules.ts';
import type { CorrectionWish } from './correction.ts';
import type { Severity } from './finding.ts';
import type { FontFacts, FontLicence } from './font.ts';
import type { Digest, Json } from './key.ts';
import type { Intent, ScreenSpace, Sought } from './recipe.ts';
import type { RepairRules } from './repair.ts';

export type ImageFormat = 'avif' | 'webp' | 'jpeg' | 'png';

/** How the colours of pictures are carried over; absent members: perceptual, without black point compensation. */
export interface ColourWay {
  readonly intent?: Intent | undefined;
  readonly blackPoint?: boolean | undefined;
}

/** A house's word on colour. */
export interface HouseColour extends ColourWay {
  /** Profile that untagged CMYK is read with; absent: a generic offset profile. */
  readonly cmyk?: { readonly name: string; readonly digest: Digest };
}

/** Another crop of a slot's picture under a condition: art direction. */
export interface SlotCrop {
  /** Media query, such as `(max-width: 40rem)`. */
  readonly media: string;
  readonly ratio: readonly [number, number];
  /** In px, ascending; absent: those of the slot. */
  readonly widths?: readonly number[] | undefined;
  /** Absent: that of the slot. */
  readonly sizes?: string | undefined;
}

/** A named hole for a picture on a page. */
export interface ImageSlot {
  /** Width and height of the crop, such as [16, 9]; absent: the picture keeps its own ratio. */
  readonly ratio?: readonly [number, number];
  /** By name, such as `phone`; of those whose condition holds, the first is taken. */
  readonly crops?: Readonly<Record<string, SlotCrop>>;
  /** In px, ascending. */
  readonly widths: readonly number[];
  /** Best first; the last is what every browser reads. */
  readonly formats: readonly ImageFormat[];
  /** The `sizes` attribute. */
  readonly sizes: string;
  /** `lazy` for pictures below the fold. */
  readonly loading: 'eager' | 'lazy';
  /** Of a picture that moves: all its frames as such or as a silent video, or the first as a still. */
  readonly animation: 'keep' | 'still' | 'video';
  /** Of every picture in the slot, after its own. */
  readonly corrections?: readonly CorrectionWish[];
  /** House treatment by name, such as `duotone`; done after all other corrections. */
  readonly treatment?: string;
  /** How far its pictures may lie from their originals, where the house's own target does not suit. */
  readonly target?: number;
  /** Of one rendition; quality gives way to it. */
  readonly maxBytes?: number;
  /** Widest colours that are offered: `p3` adds them beside sRGB for pictures that truly use them. Absent: sRGB. */
  readonly gamut?: ScreenSpace;
  /** `keep` adds a JPEG with the gain map of an UltraHDR photo, for screens with light to spare. Absent: `flatten`. */
  readonly hdr?: 'flatten' | 'keep';
  /** Goes before what the house says. */
  readonly colour?: ColourWay;
}

export interface EncoderSettings {
  /** 1–100 as the encoder counts, or what it is sought by. */
  readonly quality: number | Sought;
  /** avif and webp: 0–9 and 0–6. */
  readonly effort?: number;
  /** AVIF: whether colour keeps every pixel. */
  readonly chroma?: '4:2:0' | '4:4:4';
  /** JPEG: trellis quantisation and scans in the best order. */
  readonly mozjpeg?: boolean;
}

/** A look of the house: corrections under a name. */
export type Treatment = readonly CorrectionWish[];

export interface FontFace {
  readonly family: string;
  /** npm package that holds the file, such as `@fontsource-variable/archivo`. */
  readonly package: string;
  /** Path of the woff2 file inside the package. */
  readonly file: string;
  readonly style: 'normal' | 'italic';
  /** Axis tag: fixed value or range that is kept, such as `{ wght: [400, 800], wdth: 100 }`. */
  readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
  readonly digest: Digest;
  /** Version of the package. */
  readonly version: string;
  /** What the house has in writing of its owner, which goes before the marks in the file; absent: the marks count. */
  readonly licence?: FontLicence | undefined;
  /** Absent of what cannot be read. */
  readonly facts?: FontFacts;
  /** Where Google's font server has the family under this very name: its axes and how far they go. */
  readonly google?: { readonly axes: Readonly<Record<string, readonly [number, number]>> };
}

/** A file of the house, known by digest so that a change of it is seen in every key. */
export interface HouseFile {
  /** Relative to the house's folder, with `/`. */
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
}

/** What a stylesheet brings along of its own. */
export interface StyleContent {
  /** Characters that it writes itself, each once: `content`, quotation marks, counters, hyphens. */
  readonly text: string;
  /** Whether it sets texts in capitals, or in small letters, whatever they are written in. */
  readonly cases: readonly ('upper' | 'lower')[];
  /** Attributes of the page that it writes out: `content: attr(data-day)`. */
  readonly attributes: readonly string[];
  /** Addresses of `url()` as written, each once; without those of stylesheets, data URIs and fragments. */
  readonly urls: readonly string[];
  /** Addresses of other stylesheets, as written. */
  readonly imports: readonly string[];
}

/** Folders of templates that are set in a size: each in a folder of its own below. */
export const SIZED_TEMPLATES = /^(banners|video)\//;

/** Styles and scripts that these templates have in common. */
export const SHARED_FOLDER = 'banners/shared/';

export interface BannerFamily {
  readonly name: string;
  /** Width divided by height, inclusive. */
  readonly ratio: Range;
  /** In CSS px, inclusive; absent: any. */
  readonly width?: Range | undefined;
  readonly height?: Range | undefined;
}

type Range = readonly [least: number, most: number];

/** What a slot is there for. */
export type SlotRole = (typeof SLOT_ROLES)[number];
export const SLOT_ROLES = [
  'background',
  'picture',
  'product',
  'logo',
  'headline',
  'subline',
  'text',
  'date',
  'price',
  'cta',
  'legal',
  'decoration',
] as const;

/** Most characters, for all languages or for each; `default` for those not named. */
export type TextLimit = number | Readonly<Record<string, number>>;

export interface BannerSlot {
  readonly kind: 'image' | 'text';
  readonly role?: SlotRole | undefined;
  readonly required: boolean;
  /** Pictures: the box in shares of the unit, [width, height], per family or size. */
  readonly box: Readonly<Record<string, readonly [number, number]>>;
  /** Pictures: after the picture's own. */
  readonly corrections?: readonly CorrectionWish[];
  /** Texts: most characters per language (`default` for the others), or per family or size. */
  readonly limit: Readonly<Record<string, TextLimit>>;
  /** Texts: smallest letters in px, whatever the fit; motion and style read it as `--minimum-<slot>`. */
  readonly minimum?: number | undefined;
}

/** What a template says otherwise for one family or one size. */
export interface BannerOverride {
  /** CSS custom properties without their dashes: value. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the motion is given as `stage.options`. */
  readonly options: Readonly<Record<string, Json>>;
  /** Slots that are left out. */
  readonly hide: readonly string[];
  readonly slots: Readonly<Record<string, SlotOverride>>;
  /** Stylesheet in the template's folder, after style.css. */
  readonly style?: string | undefined;
}

export interface SlotOverride {
  readonly required?: boolean | undefined;
  readonly box?: readonly [number, number] | undefined;
  readonly limit?: TextLimit | undefined;
  readonly minimum?: number | undefined;
}

export interface BannerTemplate {
  readonly name: string;
  /** The first that fits a size is taken. */
  readonly families: readonly BannerFamily[];
  readonly slots: Readonly<Record<string, BannerSlot>>;
  /** By family or size such as `300x600`; a size goes before its family. */
  readonly overrides?: Readonly<Record<string, BannerOverride>>;
  /** Encoder quality of its photographs, 1–100; absent: sought, and all give way together where the unit grows too heavy. */
  readonly quality?: number;
}

export interface BannerRules {
  /** Bytes of the packed unit. */
  readonly zipBytes: number;
  readonly backupBytes: number;
  readonly seconds: number;
  readonly loops: number;
  /** Those that `house.yaml` states itself: they count for every target, the others only where nothing else is asked. */
  readonly stated?: Partial<Pick<BannerRules, 'zipBytes' | 'backupBytes' | 'seconds' | 'loops'>>;
}

export interface HouseStyle {
  readonly name: string;
  readonly languages: readonly string[];
  readonly slots: Readonly<Record<string, ImageSlot>>;
  readonly encoders: Readonly<Record<ImageFormat, EncoderSettings>>;
  readonly treatments: Readonly<Record<string, Treatment>>;
  readonly colour?: HouseColour;
  readonly fonts: readonly FontFace[];
  readonly banners: Readonly<Record<string, BannerTemplate>>;
  /** Titles of films: set as banners are, in the size of the film. */
  readonly titles: Readonly<Record<string, BannerTemplate>>;
  readonly rules: {
    readonly banner: BannerRules;
    /** Absent: as Kader judges clips where nothing is said. */
    readonly clip?: ClipRules;
    /** Absent: as Kader reads captions where nothing is said. */
    readonly captions?: CaptionRules;
    readonly severity: Readonly<Record<string, Severity>>;
  };
  readonly repair: RepairRules;
  /** Token path with dots: value as CSS writes it. */
  readonly tokens: Readonly<Record<string, string>>;
  /** `:root { --colour-kade: … }`, made from the tokens. */
  readonly tokensCss: string;
  /** The tokens as a TypeScript module, for motion. */
  readonly tokensModule: string;
  readonly files: readonly HouseFile[];
  /** By path. */
  readonly styles?: Readonly<Record<string, StyleContent>>;
}
