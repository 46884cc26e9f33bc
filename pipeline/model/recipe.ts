/** The recipe of an image rendition: every number that decides its pixels and its bytes. */
import type { ImageFacts } from './asset.ts';
import type { ImageFormat } from './house.ts';

/** Part of the upright picture, in px. */
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
   * is the house's, which then is the second input of the job, or sharp's generic one.
   */
  readonly from: 'embedded' | 'lab' | 'coded p3' | 'assumed srgb' | 'assumed adobe rgb' | 'assumed cmyk';
  readonly to: ScreenSpace;
  readonly intent: Intent;
  readonly blackPoint?: true;
  readonly crop: Box;
  readonly width: number;
  readonly height: number;
  readonly duotone?: readonly [string, string];
  /** Colour put behind see-through parts, for formats without alpha. */
  readonly flatten?: string;
  /** The gain map of the source goes along, cropped and sized with it: more light on screens that have it. JPEG only. */
  readonly gainMap?: true;
  /** Written into the file as XMP; everything else that the source says of itself is left out. */
  readonly rights?: ImageFacts['rights'];
  readonly format: ImageFormat;
  readonly quality: number;
  readonly effort?: number;
};

/** Largest picture that is taken in, in px; sharp's own default lets a small file cost 900 MB. */
export const LIMIT_PIXELS = 100_000_000;
