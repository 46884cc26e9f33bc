/** Moving renditions of a picture that moves: the frames, delays and loops of the original, cropped and sized like its stills. */
import type { Asset, ImageFacts } from '../model/asset.ts';
import type { Job } from '../model/job.ts';
import { jobKeyOf, shortKey } from '../model/key.ts';
import { type ImageRecipe, LIMIT_PIXELS } from '../model/recipe.ts';
import { extensionOf, type ImageWish, planImages } from './image.ts';

/** Best first; a GIF is what every browser plays. */
const FORMATS = ['webp', 'gif'] as const;

/** Of frames: nothing is sought for a picture that nobody sees standing still. */
const QUALITY = 78;

/** What moves for longer must have a way to hold it (WCAG 2.2.2, Pause, Stop, Hide). */
const LASTING_S = 5;

export function movesOn({ animation }: ImageFacts): boolean {
  return animation !== undefined && (animation.loop === 0 || animation.seconds * animation.loop > LASTING_S);
}

/** Whether its frames can be kept: all lie in memory at once, and none is turned by a flag. */
export function canMove({ animation, width, height, orientation }: ImageFacts): boolean {
  return animation !== undefined && orientation === 1 && animation.frames * width * height <= LIMIT_PIXELS;
}

/** The same recipes as a still's, with the number of frames and a format that moves. */
export function planAnimation(asset: Asset & { readonly facts: ImageFacts }, wish: ImageWish, tool: string): Job<ImageRecipe>[] {
  const frames = asset.facts.animation?.frames ?? 1;
  const { webp } = wish.encoders;
  const encoders = { ...wish.encoders, webp: typeof webp.quality === 'number' ? webp : { ...webp, quality: QUALITY } };
  const stills = planImages(asset, { ...wish, encoders, formats: ['webp'] }, tool);
  return FORMATS.flatMap((format) =>
    stills.map((job): Job<ImageRecipe> => {
      // Its bytes are those of all frames, which no limit of a still is meant for.
      const { maxBytes: _, lossless: __, ...still } = job.recipe;
      const recipe: ImageRecipe = { ...still, format, frames };
      const key = jobKeyOf({ kind: 'image', tool: job.tool, recipe, inputs: job.inputs });
      const name = `${asset.name.replaceAll('/', '-')}-${recipe.width}-moving-${shortKey(key)}`;
      return { ...job, key, recipe, file: `${name}.${extensionOf(format)}`, label: `${asset.name} ${recipe.width} px ${format}, moving` };
    }),
  );
}
