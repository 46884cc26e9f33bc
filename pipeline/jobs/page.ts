/** Finished pages: once the weights of the renditions are known, what a page names and gains nothing by is taken off it. */
import type { Job } from '../model/job.ts';
import { type Digest, type Input, jobKeyOf } from '../model/key.ts';
import type { PlacedFile } from '../model/layout.ts';
import { type PageRecipe, worthOffering } from '../model/offer.ts';

/** Raised when the same page and weights would be finished otherwise. */
const FINISHER = 'page 1';

/** @param renditions that the page, as it was set, names */
export function planPage(page: { readonly url: string; readonly digest: Digest }, renditions: readonly PlacedFile[]): Job<PageRecipe> {
  const sorted = [...renditions].sort((a, b) => (a.path < b.path ? -1 : 1));
  const recipe: PageRecipe = { files: sorted.map(({ path }) => path) };
  const inputs: Input[] = [{ from: 'store', digest: page.digest }, ...sorted.map(({ key }) => ({ from: 'job', key }) as const)];
  const key = jobKeyOf({ kind: 'page', tool: FINISHER, recipe, inputs });
  return { key, kind: 'page', tool: FINISHER, recipe, inputs, file: 'index.html', label: `offers of ${page.url}`, batch: 'pages' };
}

const PICTURE = /(<picture\b[^>]*>)((?:<source\b[^>]*>)+)(<img\b[^>]*>)/g;

/** @param weights of renditions, by the last part of their path: the key in it makes it the only one of its name */
export function finishPage(html: string, weights: ReadonlyMap<string, number>): { html: string; left: string[] } {
  const left = new Set<string>();
  const finished = html.replace(PICTURE, (whole, start: string, sources: string, image: string) => {
    const offers = [...(sources.match(/<source\b[^>]*>/g) ?? []), image].map((tag) => offerOf(tag, weights));
    // Somebody wrote it by hand, of files that no job makes.
    if (offers.some(({ bytes }) => Number.isNaN(bytes))) return whole;
    const conditions = [...new Set(offers.map(({ media }) => media))];
    const kept = conditions.flatMap((condition) => worthOffering(offers.filter(({ media }) => media === condition)));
    for (const offer of offers) if (!kept.includes(offer)) for (const name of offer.names) left.add(name);
    return start + kept.map(({ tag }) => tag).join('');
  });
  // Another place on the page may show the same file.
  return { html: finished, left: [...left].filter((name) => !finished.includes(name)) };
}

function offerOf(tag: string, weights: ReadonlyMap<string, number>) {
  const names = (attribute(tag, 'srcset') ?? '').split(',').map((one) => one.trim().split(/\s/)[0]?.split('/').at(-1) ?? '');
  const bytes = names.reduce((sum, name) => sum + (weights.get(name) ?? Number.NaN), 0);
  return { tag, media: attribute(tag, 'media') ?? '', names, bytes };
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
