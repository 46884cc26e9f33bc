/** Checks whether renditions stayed under the bytes that their place allows, after quality gave way as far as it may. */
import type { Finding } from '../model/finding.ts';
import type { Job, Plan } from '../model/job.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

export function checkPictureWeight(plan: Pick<Plan, 'jobs'>, outcomes: OutcomesByKey): Finding[] {
  return plan.jobs
    .filter((job): job is Job<ImageRecipe> => job.kind === 'image')
    .flatMap(({ key, recipe, asset = '' }) => {
      const outcome = outcomes.get(key);
      const bytes = (outcome && 'made' in outcome && outcome.made.blob?.bytes) || 0;
      const { maxBytes, width, format, quality } = recipe;
      if (maxBytes === undefined || bytes <= maxBytes) return [];
      // Where quality may fall to nothing, the limit is only the weight of the supplied file.
      if (typeof quality !== 'number' && quality.least === 1) return [];
      return [finding('image-heavy', { asset }, { asset, width, format, actual: bytes, expected: maxBytes })];
    });
}
