/** The house style: the client's fixed frame of tokens, slots, fonts, templates and rules. */

import type { CorrectionWish } from './correction.ts';
import type { Severity } from './finding.ts';
import type { Digest } from './key.ts';
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
  /** Of a picture that moves: all its frames, or the first as a still. */
  readonly animation: 'keep' | 'still';
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
}

/** A text file of the house, known by digest so that a change of it is seen in every key. */
export interface HouseFile {
  /** Relative to the house's folder, with `/`. */
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
}

/** Styles and scripts that the banner templates of a house have in common. */
export const SHARED_FOLDER = 'banners/shared/';

export interface BannerFamily {
  readonly name: string;
  /** Width divided by height, inclusive. */
  readonly ratio: readonly [number, number];
}

export interface BannerSlot {
  readonly kind: 'image' | 'text';
  readonly required: boolean;
  /** Pictures: per family the box in shares of the unit, [width, height]. */
  readonly box: Readonly<Record<string, readonly [number, number]>>;
  /** Pictures: after the picture's own. */
  readonly corrections?: readonly CorrectionWish[];
  /** Texts: most characters per language; `default` for the others. */
  readonly limit: Readonly<Record<string, number>>;
}

export interface BannerTemplate {
  readonly name: string;
  readonly families: readonly BannerFamily[];
  readonly slots: Readonly<Record<string, BannerSlot>>;
  /** Encoder quality of its pictures, 1–100. */
  readonly quality: number;
}

export interface BannerRules {
  /** Bytes of the packed unit. */
  readonly zipBytes: number;
  readonly backupBytes: number;
  readonly seconds: number;
  readonly loops: number;
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
  readonly rules: { readonly banner: BannerRules; readonly severity: Readonly<Record<string, Severity>> };
  readonly repair: RepairRules;
  /** Token path with dots: value as CSS writes it. */
  readonly tokens: Readonly<Record<string, string>>;
  /** `:root { --colour-kade: … }`, made from the tokens. */
  readonly tokensCss: string;
  /** The tokens as a TypeScript module, for motion. */
  readonly tokensModule: string;
  readonly files: readonly HouseFile[];
}
