/** Checks before anything is made whether a film shows clips larger than they are: what has too few pixels for its channel looks soft. */
import { CLIP_RULES, type ClipRules } from '../model/clip-rules.ts';
import { type CutRecipe, enlargementOf } from '../model/cut-recipe.ts';
import type { Finding } from '../model/finding.ts';
import type { LaidCut } from '../model/layout.ts';
import { finding } from './catalogue.ts';

/** Each clip once, by the part that is enlarged most, in the largest of the films. */
export function checkCutEnlarged({ name, cut, film }: LaidCut, { enlarged: most }: Pick<ClipRules, 'enlarged'> = CLIP_RULES): Finding[] {
  const [largest] = film?.films ?? [];
  // Only our own planning writes these recipes.
  const picture = (film?.jobs.find(({ key }) => key === largest?.key)?.recipe as CutRecipe | undefined)?.picture;
  if (!picture) return [];
  const parts = picture.parts.map((part, at) => ({ part, clip: cut.parts[at]?.clip, times: enlargementOf(picture, part) }));
  const soft = parts.filter(({ times }) => times > most).toSorted((one, other) => other.times - one.times);
  return soft
    .filter(({ clip }, at) => soft.findIndex((one) => one.clip === clip) === at)
    .map(({ part: { fit, input }, clip, times }) => {
      const { width = 0, height = 0 } = picture.inputs[input] ?? {};
      const wanted = (side: number): number => 2 * Math.ceil((side * times) / most / 2);
      return finding(
        'cut-enlarged',
        { file: 'order.yaml', line: cut.line, deliverable: name },
        {
          cut: cut.name,
          ...(clip === undefined ? {} : { clip }),
          actual: Math.round(times * 10) / 10,
          size: `${picture.width} × ${picture.height}`,
          needed: `${wanted(width)} × ${wanted(height)}`,
          fit,
        },
      );
    });
}
