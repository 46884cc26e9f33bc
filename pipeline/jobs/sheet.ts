/** Spreadsheets: rows as data, written the same each time. */
import type { Job } from '../model/job.ts';
import { jobKeyOf } from '../model/key.ts';

export type Cell = string | number | null;

export type SheetRecipe = {
  readonly name: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly Cell[])[];
  /** In characters. */
  readonly widths: readonly number[];
};

export function planSheet(file: string, recipe: SheetRecipe, tool: string): Job<SheetRecipe> {
  const key = jobKeyOf({ kind: 'sheet', tool, recipe, inputs: [] });
  return { key, kind: 'sheet', tool, recipe, inputs: [], file, label: file, batch: `sheet ${key}` };
}
