/** The recipe of an image rendition: every number that decides its pixels and its bytes. */
import type { ImageFacts } from './asset.ts';
import type { ImageFormat } from './house.ts';

/** Part of the upright picture, in px. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Done in the order of the members; colour is converted knowingly at both ends. */
export type ImageRecipe = {
  readonly limitPixels: number;
  readonly orient: true;
  /** Profile the numbers are read with: the embedded one, or an assumption for untagged material. */
  readonly from: 'embedded' | 'assumed srgb' | 'assumed cmyk';
  readonly to: 'srgb';
  readonly intent: 'perceptual';
  readonly crop: Box;
  readonly width: number;
  readonly height: number;
  readonly duotone?: readonly [string, string];
  /** Colour put behind see-through parts, for formats without alpha. */
  readonly flatten?: string;
  /** Written into the file as XMP; everything else that the source says of itself is left out. */
  readonly rights?: ImageFacts['rights'];
  readonly format: ImageFormat | 'gif';
  /** Of a moving rendition, with the delays and loops of the original; absent for a still. */
  readonly frames?: number;
  readonly quality: number;
  readonly effort?: number;
};

/** Largest picture that is taken in unless the order allows more, in px; sharp's own default lets a small file cost 900 MB. */
export const LIMIT_PIXELS = 100_000_000;
