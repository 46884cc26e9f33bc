/** Drawings and other files of a template that go along with a unit: drawings cleaned of what editors leave in them, all else as it is. */
import type { Job } from '../model/job.ts';
import { type Digest, jobKeyOf } from '../model/key.ts';

export type DrawingRecipe = { readonly what: 'svg' | 'file' };

/** @param drawing the SVG as it was written, in the store. */
export function planDrawing(file: string, drawing: Digest, tool: string): Job<DrawingRecipe> {
  const recipe: DrawingRecipe = { what: 'svg' };
  const inputs = [{ from: 'store', digest: drawing }] as const;
  const key = jobKeyOf({ kind: 'drawing', tool, recipe, inputs });
  return { key, kind: 'drawing', tool, recipe, inputs, file, label: `drawing ${file}`, batch: `drawing ${key}` };
}

/** @param kept the file in the store, which goes along byte for byte. */
export function planFile(file: string, kept: Digest): Job<DrawingRecipe> {
  const recipe: DrawingRecipe = { what: 'file' };
  const inputs = [{ from: 'store', digest: kept }] as const;
  const key = jobKeyOf({ kind: 'drawing', tool: 'none', recipe, inputs });
  return { key, kind: 'drawing', tool: 'none', recipe, inputs, file, label: `file ${file}`, batch: `drawing ${key}` };
}
