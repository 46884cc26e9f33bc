/** The recipe of an image rendition: every number that decides its pixels and its bytes. */
import type { ImageFacts } from './asset.ts';
import type { Correction } from './correction.ts';
import type { ImageFormat } from './house.ts';

/** Part of the picture that lies upright and in its frame, in px. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** How colours that a space does not hold are brought into it; the names are ICC's. */
export type Intent = 'perceptual' | 'relative' | 'saturation' | 'absolute';

/** Colours of screens: files in sRGB carry no profile, for every reader takes them for that; others carry theirs. */
export type ScreenSpace = 'srgb' | 'p3';

/** Done in the order of the members; colour is converted knowingly at both ends. */
export type ImageRecipe = {
  readonly limitPixels: number;
  readonly orient: true;
  /**
   * Profile the numbers are read with: the embedded one, or an assumption for untagged material. Lab needs none. For CMYK it
   * is the house's, or sharp's generic one. PQ and HLG are light beyond white, and rolled off.
   */
  readonly from: 'embedded' | 'lab' | 'coded p3' | 'coded pq' | 'coded hlg' | 'assumed srgb' | 'assumed adobe rgb' | 'assumed cmyk';
  readonly to: ScreenSpace;
  readonly intent: Intent;
  readonly blackPoint?: true;
  /** Place of the profile that untagged CMYK is read with among what the job takes beside the picture, from 1. */
  readonly profile?: number;
  /** Of the picture as the framing steps among the corrections leave it. */
  readonly crop: Box;
  readonly width: number;
  readonly height: number;
  /** Mask and geometry are done before the crop, all others after the size, each in the order in which they stand. */
  readonly corrections?: readonly Correction[];
  /** Colour put behind see-through parts, for formats without alpha. */
  readonly flatten?: string;
  /** The gain map of the source goes along, cropped and sized with it: more light on screens that have it. JPEG only. */
  readonly gainMap?: true;
  /** Written into the file as XMP; everything else that the source says of itself is left out. */
  readonly rights?: ImageFacts['rights'];
  readonly format: ImageFormat | 'gif';
  /** Of a moving rendition, with the delays and loops of the original; absent for a still. */
  readonly frames?: number;
  /** 1–100 as the encoder counts, or what it is sought by. */
  readonly quality: number | Sought;
  readonly effort?: number;
  /** WebP: every pixel as it is, for drawings. */
  readonly lossless?: true;
  /** AVIF: whether colour keeps every pixel; absent: it does. */
  readonly chroma?: '4:2:0' | '4:4:4';
  /** JPEG: trellis quantisation and scans in the best order. */
  readonly mozjpeg?: boolean;
  /** Quality gives way until the file is no larger. */
  readonly maxBytes?: number;
  /** Its place among the pictures that share the weight of a unit; the share then says the quality. */
  readonly share?: number;
};

/** The lowest quality at which the picture lies no farther from its original. */
export type Sought = {
  /** On the scale of butteraugli's 3-norm: 1 is hardly to be told apart, 2 is seen; of a file of 40 kB (see `allowance`). */
  readonly distance: number;
  /** Never below, never above, whatever the distance. */
  readonly least: number;
  readonly most: number;
};

/** The search of a quality: all that decides the pixels and how they are coded, and nothing of what is written beside them. */
export type QualityRecipe = Omit<ImageRecipe, 'rights' | 'maxBytes' | 'quality' | 'share'> & { readonly quality: Sought };

export type VideoCodec = 'av1' | 'h264';

/** What decides the pixels of a frame, before anything is coded. */
export type FrameRecipe = Pick<
  ImageRecipe,
  'limitPixels' | 'orient' | 'from' | 'to' | 'intent' | 'blackPoint' | 'profile' | 'crop' | 'width' | 'height' | 'corrections' | 'flatten'
>;

/** The frames of a picture that moves as MP4 without sound, in bt709 and 4:2:0; width and height are even. */
export type VideoRecipe = {
  readonly frame: FrameRecipe;
  readonly frames: number;
  readonly codec: VideoCodec;
  /** Constant rate factor, as the encoder counts. */
  readonly crf: number;
  /** H.264: ten times the level; AV1: its index. */
  readonly level: number;
  /** Bytes depend on them. */
  readonly threads: number;
  readonly rights?: ImageFacts['rights'];
};

/** Frames of a picture that moves, shaped and laid one after another in a file, three bytes a pixel. */
export interface Sequence {
  /** In ms, one for each. */
  readonly delays: readonly number[];
  /** Times it plays; 0 for ever. */
  readonly loop: number;
}

/** What a search found. */
export type FoundQuality = {
  readonly quality: number;
  /** Reached at that quality, as measured on a sample; absent when a limit of bytes made it give way. */
  readonly distance?: number;
};

/** A rendition whose quality is sought, with all that will stand in its file. */
export type SoughtRecipe = Omit<ImageRecipe, 'quality'> & { readonly quality: Sought };

/** How the bytes that a unit leaves for its pictures are divided among them. */
export type ShareRecipe = {
  /** Most bytes of the packed unit, and of its files; absent: nobody asks. */
  readonly zipBytes?: number;
  readonly unzippedBytes?: number;
  /** Bytes kept for what is no input: the page, and the heads of the zip. */
  readonly reserve: number;
  /** Places among the inputs of what stands in the unit beside the pictures. */
  readonly beside: readonly number[];
  readonly pictures: readonly {
    readonly recipe: SoughtRecipe;
    /** Places among the inputs: its rendition as it was wanted, the picture, and what is taken beside it. */
    readonly wanted: number;
    readonly source: number;
    readonly files: readonly number[];
    /** How much a difference in it counts: px² that are seen. */
    readonly weight: number;
  }[];
};

/** What each picture came to, in the order of the recipe; null where it may be as it was wanted. */
export type Shared = { readonly qualities: readonly (FoundQuality | null)[]; readonly bytes: number; readonly left: number };

/** One rendition of a picture, the search of its quality, or both. */
export interface Rendering {
  readonly recipe: ImageRecipe | QualityRecipe;
  /** Absolute paths of what the job takes beside the picture; the recipe names them by place, from 1. */
  readonly files: readonly string[];
  /** Absent when only the quality is asked. */
  readonly to?: string;
}

/** Why it failed; or the quality that was found, or given way to, where it was not fixed, and the bytes of a file that was asked. */
export type Rendered = { readonly reason: string } | { readonly found?: FoundQuality; readonly bytes?: number };

/** Largest picture that is taken in unless the order allows more, in px; sharp's own default lets a small file cost 900 MB. */
export const LIMIT_PIXELS = 100_000_000;
