/** Drawings of a template as files of their own, cleaned of what editors leave in them. */
import type { Job } from '../model/job.ts';
import { type Digest, jobKeyOf } from '../model/key.ts';

export type DrawingRecipe = { readonly what: 'svg' };

/** @param drawing the SVG as it was written, in the store. */
export function planDrawing(file: string, drawing: Digest, tool: string): Job<DrawingRecipe> {
  const recipe: DrawingRecipe = { what: 'svg' };
  const inputs = [{ from: 'store', digest: drawing }] as const;
  const key = jobKeyOf({ kind: 'drawing', tool, recipe, inputs });
  return { key, kind: 'drawing', tool, recipe, inputs, file, label: `drawing ${file}`, batch: `drawing ${key}` };
}
