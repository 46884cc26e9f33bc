/** Zips: a fixed list of entries in a fixed order, so that the same files give the same bytes. */
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf } from '../model/key.ts';

export type ZipRecipe = { readonly entries: readonly string[] };

export function planZip(
  file: string,
  label: string,
  files: readonly { readonly name: string; readonly from: Input }[],
  tool: string,
): Job<ZipRecipe> {
  // The page itself stands first: ad servers look for it there.
  const sorted = [...files].sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
  const recipe: ZipRecipe = { entries: sorted.map(({ name }) => name) };
  const inputs = sorted.map(({ from }) => from);
  const key = jobKeyOf({ kind: 'zip', tool, recipe, inputs });
  return { key, kind: 'zip', tool, recipe, inputs, file, label, batch: `zip ${key}` };
}

function rank(name: string): number {
  return name === 'index.html' ? 0 : 1;
}
