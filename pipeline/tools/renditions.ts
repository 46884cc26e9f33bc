/** sharp: the pixels of a rendition: decoded once, cropped, sized and treated; runs in the picture process. */
import sharp, { type Sharp } from 'sharp';
import { isFraming } from '../model/correction.ts';
import type { FrameRecipe } from '../model/recipe.ts';
import { type Reading, readColours } from './colour.ts';
import { correctPixels, type PixelStep } from './corrections.ts';

/** Decoded pixels as sharp takes them in again. */
export type Raw = {
  readonly data: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
};

export const sharpInput = ({ data, raw }: Raw): Sharp => sharp(data, { raw, limitInputPixels: false });

/** The whole picture, decoded once for all its renditions; its pixels never depend on which renditions are asked. */
export async function decode(path: string, limitPixels: number, reading?: Reading): Promise<Raw> {
  const { data, ...raw } = await readColours(path, limitPixels, reading);
  return { data, raw };
}

/**
 * Crop, size and corrections of one rendition, before encoding.
 * @param source already in its frame
 * @param files masks and colour tables, in the order of the job's inputs after the picture
 */
export async function shape(source: Raw, recipe: FrameRecipe, files: readonly string[] = []): Promise<Raw> {
  const { crop, width, height } = recipe;
  let picture = sharpInput(source);
  if (crop.width !== source.raw.width || crop.height !== source.raw.height) picture = picture.extract(crop);
  picture = picture.resize(width, height, { fit: 'fill' });
  if (recipe.flatten) picture = picture.flatten({ background: recipe.flatten });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const shaped: Raw = { data, raw: { width: info.width, height: info.height, channels: info.channels } };
  const steps = (recipe.corrections ?? []).filter((one): one is PixelStep => !isFraming(one));
  return steps.length > 0 ? correctPixels(shaped, steps, files) : shaped;
}
