/** Checks whether each format that is offered before another weighs less than that one. */
import type { Finding } from '../model/finding.ts';
import type { Plan } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { Use } from '../model/layout.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** Browsers take the first format that they read: one that gains nothing costs its viewers bytes. */
export function checkPictureFormats(uses: readonly Use[], plan: Pick<Plan, 'jobs'>, outcomes: OutcomesByKey): Finding[] {
  const formats = new Map(plan.jobs.map(({ key, recipe }) => [key, (recipe as ImageRecipe).format]));
  const weigh = (key: JobKey): number => {
    const outcome = outcomes.get(key);
    // One that was not made cannot be compared.
    return (outcome && 'made' in outcome && outcome.made.blob?.bytes) || Number.NaN;
  };
  return uses.flatMap(({ asset, slot, offered = [] }) =>
    offered.flatMap((keys) => {
      const bytes = new Map<string, number>();
      for (const key of keys) {
        const format = formats.get(key) ?? '';
        bytes.set(format, (bytes.get(format) ?? 0) + weigh(key));
      }
      const all = [...bytes];
      return all.flatMap(([format, actual], at) => {
        const [other, expected] = all[at + 1] ?? [];
        if (other === undefined || expected === undefined || !(actual >= expected)) return [];
        return [finding('format-gains-nothing', { asset, slot }, { asset, format, other, actual, expected })];
      });
    }),
  );
}
