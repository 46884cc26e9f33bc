/** Proofs of corrections: the supplied picture and what its corrections make of it, whole and small, side by side in the report. */
import type { Corrected, Picture } from '../jobs/correct.ts';
import { type ImageWish, planImages } from '../jobs/image.ts';
import type { Job } from '../model/job.ts';
import type { PlacedFile, Proof } from '../model/layout.ts';
import type { ImageRecipe } from '../model/recipe.ts';

export interface PlannedProof {
  readonly proof: Proof;
  readonly jobs: readonly Job<ImageRecipe>[];
}

/** One file that every browser reads; WebP keeps what is see-through. */
const SMALL: ImageWish = {
  widths: [640],
  formats: ['webp'],
  encoders: { avif: { quality: 60 }, webp: { quality: 80 }, jpeg: { quality: 80 }, png: { quality: 100 } },
};

/** @param colour how the house reads colours */
export function planProof(supplied: Picture, corrected: Corrected, tool: string, colour: Pick<ImageWish, 'colour'> = {}): PlannedProof {
  const wish = { ...SMALL, ...colour };
  const [before] = planImages(supplied, wish, tool) as [Job<ImageRecipe>];
  const [after] = planImages(corrected.picture, { ...wish, corrections: corrected }, tool) as [Job<ImageRecipe>];
  const placed = ({ file, key }: Job): PlacedFile => ({ path: `corrections/${file}`, key });
  return { proof: { asset: supplied.name, steps: corrected.steps, before: placed(before), after: placed(after) }, jobs: [before, after] };
}
