/** Checks whether each format of a slot is worth offering: one that weighs no less than the next is made in vain. */
import type { Finding } from '../model/finding.ts';
import type { Plan } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { Use } from '../model/layout.ts';
import { worthOffering } from '../model/offer.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** Pages are finished without them; what they cost is the making. */
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
      const all = [...bytes].map(([format, sum]) => ({ format, bytes: sum }));
      const kept = worthOffering(all);
      return all.flatMap((offer, at) => {
        if (kept.includes(offer)) return [];
        const next = all.slice(at + 1).find((other) => kept.includes(other)) ?? offer;
        const args = { asset, format: offer.format, other: next.format, actual: offer.bytes, expected: next.bytes };
        return [finding('format-gains-nothing', { asset, slot }, args)];
      });
    }),
  );
}
