/** sharp: the pixels of a rendition: decoded once, cropped, sized and treated; runs in the picture process. */
import sharp, { type Sharp } from 'sharp';
import type { ImageRecipe } from '../model/recipe.ts';
import { type Reading, readColours } from './colour.ts';

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

/** Crop, size and treatment of one rendition, before encoding. */
export async function shape(source: Raw, recipe: Omit<ImageRecipe, 'quality'>): Promise<Raw> {
  const { crop, width, height } = recipe;
  let picture = sharpInput(source);
  if (crop.width !== source.raw.width || crop.height !== source.raw.height) picture = picture.extract(crop);
  picture = picture.resize(width, height, { fit: 'fill' });
  if (recipe.flatten) picture = picture.flatten({ background: recipe.flatten });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const shaped: Raw = { data, raw: { width: info.width, height: info.height, channels: info.channels } };
  return recipe.duotone ? duotone(shaped, recipe.duotone) : shaped;
}

/** Luminance (Rec. 709 weights on sRGB values) drawn between two colours. */
function duotone({ data, raw }: Raw, colours: readonly [string, string]): Raw {
  const [dark, light] = colours.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))) as [number[], number[]];
  const out = Buffer.alloc(raw.width * raw.height * 3);
  for (let pixel = 0; pixel < raw.width * raw.height; pixel++) {
    const from = pixel * raw.channels;
    const grey = raw.channels < 3;
    const red = data[from] as number;
    const light709 =
      (0.2126 * red + 0.7152 * (data[grey ? from : from + 1] as number) + 0.0722 * (data[grey ? from : from + 2] as number)) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const low = dark[channel] as number;
      out[pixel * 3 + channel] = Math.round(low + ((light[channel] as number) - low) * light709);
    }
  }
  return { data: out, raw: { width: raw.width, height: raw.height, channels: 3 } };
}
