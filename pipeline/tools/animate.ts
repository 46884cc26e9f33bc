/** sharp: a moving rendition, frame by frame through the steps of a still; runs in the picture process. */
import { open, readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { isFraming } from '../model/correction.ts';
import type { ImageRecipe, Sequence, VideoRecipe } from '../model/recipe.ts';
import { frame } from './frames.ts';
import { gifWithPacket, hasPacket } from './gif-rights.ts';
import { rightsPacket } from './metadata.ts';
import { DELAY, delaysOf, openPicture, toScreen } from './picture-open.ts';
import { type Raw, shape, sharpInput } from './renditions.ts';

export interface Frames {
  readonly frames: readonly Raw[];
  /** In ms. */
  readonly delays: number[];
  /** Times it plays; 0 for ever. */
  readonly loop: number;
}

/** Every frame whole, as a viewer sees it. */
export async function decodeFrames(path: string, limitPixels: number): Promise<Frames> {
  const metadata = await (await openPicture(path, limitPixels, true)).metadata();
  const picture = toScreen(await openPicture(path, limitPixels, true), metadata)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' });
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const count = metadata.pages ?? 1;
  const height = info.height / count;
  const size = info.width * height * info.channels;
  const raw = { width: info.width, height, channels: info.channels };
  const frames = Array.from({ length: count }, (_, at): Raw => ({ data: data.subarray(at * size, (at + 1) * size), raw }));
  return { frames, delays: delaysOf(metadata) ?? frames.map(() => DELAY), loop: metadata.loop ?? 0 };
}

/** @param shapeOne crop, size and corrections of a frame */
export async function animate(
  { frames, delays, loop }: Frames,
  recipe: ImageRecipe,
  to: string,
  shapeOne: (frame: Raw) => Promise<Raw>,
): Promise<void> {
  if (frames.length !== recipe.frames) throw new Error(`the file holds ${frames.length} frames instead of ${recipe.frames}`);
  const shaped: Raw[] = [];
  for (const frame of frames) shaped.push(await shapeOne(frame));
  const { raw } = shaped[0] as Raw;
  const strip = { ...raw, height: raw.height * shaped.length, pageHeight: raw.height };
  const moving = sharp(Buffer.concat(shaped.map(({ data }) => data)), { raw: strip, limitInputPixels: false });
  const packet = recipe.rights && rightsPacket(recipe.rights);
  const effort = recipe.effort === undefined ? {} : { effort: recipe.effort };
  if (recipe.format === 'gif') {
    const coded = await moving.gif({ delay: delays, loop, keepDuplicateFrames: true }).toBuffer();
    await writeFile(to, packet ? gifWithPacket(coded, packet) : coded);
  } else
    await (packet ? moving.withXmp(packet) : moving).webp({ quality: recipe.quality as number, ...effort, delay: delays, loop }).toFile(to);
  await verify(to, recipe, delays, loop);
  if (packet && !(recipe.format === 'gif' ? hasPacket(await readFile(to), packet) : (await sharp(to).metadata()).xmpAsString === packet))
    throw new Error('the rights were not written');
}

/**
 * Every frame, shaped and without alpha, one after another: what a video encoder takes in.
 * @throws when there are other frames than the recipe counts
 */
export async function layFrames(
  path: string,
  { frame: recipe, frames: wanted }: Pick<VideoRecipe, 'frame' | 'frames'>,
  files: readonly string[],
  to: string,
): Promise<Sequence> {
  const { frames, delays, loop } = await decodeFrames(path, wanted * recipe.limitPixels);
  if (frames.length !== wanted) throw new Error(`the file holds ${frames.length} frames instead of ${wanted}`);
  const framing = (recipe.corrections ?? []).filter(isFraming);
  const file = await open(to, 'wx');
  try {
    for (const one of frames) {
      const shaped = await shape(await frame(one, framing, files, recipe.limitPixels), recipe, files);
      const { data } = await sharpInput(shaped).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      await file.writeFile(data);
    }
  } finally {
    await file.close();
  }
  return { delays, loop };
}

/** Equal frames in a row may have become one, so time is what must be the same. */
async function verify(path: string, recipe: ImageRecipe, delays: readonly number[], loop: number): Promise<void> {
  const made = await sharp(path).metadata();
  const time = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0);
  const [wanted, found] = [time(delays), time(made.delay ?? [])];
  if (made.width !== recipe.width || made.height !== recipe.height)
    throw new Error(`the encoder gave ${made.width} × ${made.height} px instead of ${recipe.width} × ${recipe.height}`);
  // A GIF counts in hundredths of a second.
  if (Math.abs(wanted - found) > 10 * delays.length || (made.loop ?? 0) !== loop)
    throw new Error(`the encoder gave ${found} ms, ${made.loop ?? 0} times, instead of ${wanted} ms, ${loop} times`);
}
