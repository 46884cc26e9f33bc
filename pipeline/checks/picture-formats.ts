/** Checks whether each format that is offered before another weighs less than that one. */
import type { Finding } from '../model/finding.ts';
import type { Plan } from '../model/job.ts';
import { canonicalJson } from '../model/key.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** Browsers take the first format that they read: one that gains nothing costs its viewers bytes. */
export function checkPictureFormats(plan: Pick<Plan, 'jobs'>, outcomes: OutcomesByKey): Finding[] {
  const pictures = new Map<string, { readonly asset: string; readonly bytes: Map<string, number> }>();
  for (const { kind, recipe, asset = '', key } of plan.jobs) {
    if (kind !== 'image') continue;
    const { format, crop, to } = recipe as ImageRecipe;
    const name = canonicalJson([asset, crop, to]);
    const picture = pictures.get(name) ?? { asset, bytes: new Map<string, number>() };
    const outcome = outcomes.get(key);
    const bytes = outcome && 'made' in outcome ? (outcome.made.blob?.bytes ?? 0) : Number.NaN;
    picture.bytes.set(format, (picture.bytes.get(format) ?? 0) + bytes);
    pictures.set(name, picture);
  }
  return [...pictures.values()].flatMap(({ asset, bytes }) => {
    const offered = [...bytes];
    return offered.flatMap(([format, actual], at) => {
      const [other, expected] = offered[at + 1] ?? [];
      return other !== undefined && expected !== undefined && actual >= expected
        ? [finding('format-gains-nothing', { asset }, { asset, format, other, actual, expected })]
        : [];
    });
  });
}
