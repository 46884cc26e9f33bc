/** Formats offered for one place: which of them a browser should hear of, and which files no page names any more. */
import type { Outcome, Plan } from './job.ts';

/** What finishing a page tells: paths of renditions that it was set with and names no more. */
export type PageFinished = { readonly left: readonly string[] };

/** The renditions among the inputs of the job that finishes a page, in the order of the inputs after the page itself. */
export type PageRecipe = { readonly files: readonly string[] };

/**
 * A browser takes the first format that it reads, and who reads an earlier one reads those after it too: one that weighs no
 * less than the next that stays costs its viewers bytes.
 * @param offers in the order in which they are offered; the last one stays, whatever it weighs
 * @returns those that stay; one whose weight is not known does
 */
export function worthOffering<Offer extends { readonly bytes: number }>(offers: readonly Offer[]): Offer[] {
  const kept: Offer[] = [];
  for (const offer of offers.toReversed()) {
    const next = kept.at(-1);
    if (!next || !(offer.bytes >= next.bytes)) kept.push(offer);
  }
  return kept.reverse();
}

/** @returns paths in the output of what pages were set with, and of which none is the better for it */
export function leftOut({ jobs }: Pick<Plan, 'jobs'>, outcomes: readonly Outcome[]): Set<string> {
  const finished = new Map(outcomes.map((outcome) => [outcome.key, 'made' in outcome ? outcome.made.facts : undefined]));
  const left = new Set<string>();
  const named = new Set<string>();
  for (const { key, kind, recipe } of jobs) {
    if (kind !== 'page') continue;
    // A page that was not finished names all that it was set with.
    const gone = new Set((finished.get(key) as PageFinished | undefined)?.left);
    for (const path of (recipe as PageRecipe).files) (gone.has(path) ? left : named).add(path);
  }
  return new Set([...left].filter((path) => !named.has(path)).map((path) => `site/${path}`));
}
