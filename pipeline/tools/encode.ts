/** sharp: the file of a rendition, read back before it counts; runs in the picture process. */
import sharp, { type Sharp } from 'sharp';
import type { ImageRecipe } from '../model/recipe.ts';
import { rightsPacket } from './metadata.ts';
import { type Raw, sharpInput } from './renditions.ts';

export async function encode(shaped: Raw, recipe: ImageRecipe, to: string): Promise<void> {
  const { quality, rights } = recipe;
  const packet = rights && rightsPacket(rights);
  // What enters here are bare pixels, so nothing of the source is carried along.
  const picture = packet === undefined ? sharpInput(shaped) : sharpInput(shaped).withXmp(packet);
  const effort = recipe.effort === undefined ? {} : { effort: recipe.effort };
  const encoders: Record<ImageRecipe['format'], () => Sharp> = {
    avif: () => picture.avif({ quality, ...effort }),
    webp: () => picture.webp({ quality, ...effort }),
    jpeg: () => picture.flatten({ background: '#ffffff' }).jpeg({ quality }),
    png: () => picture.png({ compressionLevel: 9 }),
    gif: () => picture.gif(),
  };
  const info = await encoders[recipe.format]().toFile(to);
  // "No error" proves nothing: what came out must be what was decided.
  if (info.width !== recipe.width || info.height !== recipe.height) {
    throw new Error(`the encoder gave ${info.width} × ${info.height} px instead of ${recipe.width} × ${recipe.height}`);
  }
  if (packet !== undefined && (await sharp(to).metadata()).xmpAsString !== packet) throw new Error('the rights were not written');
}
