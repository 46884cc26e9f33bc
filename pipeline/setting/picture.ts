/** The HTML of a picture, complete with every source, before any of its files exists. */

import type { ImageJob } from '../jobs/image.ts';
import type { Asset, ImageFacts } from '../model/asset.ts';
import { escapeHtml } from '../model/html.ts';
import type { Job } from '../model/job.ts';
import type { ImageRecipe } from '../model/recipe.ts';

export interface PictureOptions {
  readonly alt: string;
  readonly sizes: string;
  readonly loading: 'eager' | 'lazy';
  readonly class?: string;
  /** Folder of the files as the page writes it, such as `/img/`. */
  readonly folder: string;
}

const TYPES: Record<ImageRecipe['format'], string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
};

/** Renditions that a browser may take under one condition. */
export interface Variant {
  /** Media query under which they are taken, such as `(color-gamut: p3)`; absent: always. */
  readonly media?: string;
  /** Absent: those of the picture. */
  readonly sizes?: string;
  readonly jobs: readonly ImageJob[];
}

/**
 * `<picture>` with one source per variant and format; the last format of the last variant stands in the `<img>` that every
 * browser reads.
 * @param variants the most exact condition first; the last has none
 */
export function pictureHtml(asset: Asset & { readonly facts: ImageFacts }, variants: readonly Variant[], options: PictureOptions): string {
  const srcset = (of: readonly Job<ImageRecipe>[]): string =>
    of.map((job) => `${options.folder}${job.file} ${job.recipe.width}w`).join(', ');
  const shapes = new Set(variants.map(({ jobs }) => shapeOf(jobs)));
  const offers = variants.flatMap(({ media, sizes, jobs }) => {
    const byFormat = new Map<ImageRecipe['format'], Job<ImageRecipe>[]>();
    for (const job of jobs) byFormat.set(job.recipe.format, [...(byFormat.get(job.recipe.format) ?? []), job]);
    return [...byFormat].map(([format, of]) => ({ media, sizes: escapeHtml(sizes ?? options.sizes), format, jobs: of }));
  });
  const fallback = offers.at(-1)?.jobs ?? [];
  const middle = fallback[Math.floor((fallback.length - 1) / 2)] as Job<ImageRecipe>;
  const sources = offers.slice(0, -1).map(({ media, sizes, format, jobs }) => {
    // Browsers hold the place of another shape by the source's own size (all of them since 2022).
    const shape = shapes.size > 1 ? shapeOf(jobs) : '';
    const condition = media ? ` media="${escapeHtml(media)}"` : '';
    return `<source${condition} type="${TYPES[format]}" srcset="${srcset(jobs)}" sizes="${sizes}"${shape}>`;
  });
  // A see-through picture must not show its placeholder through the holes.
  const placeholder =
    asset.facts.usesAlpha || asset.facts.placeholder === ''
      ? ''
      : ` style="background:${asset.facts.dominant} url(${asset.facts.placeholder}) center/cover"`;
  const priority = options.loading === 'eager' ? ' fetchpriority="high"' : '';
  const image =
    `<img src="${options.folder}${middle.file}" srcset="${srcset(fallback)}" sizes="${offers.at(-1)?.sizes}"` +
    `${shapeOf(fallback)} alt="${escapeHtml(options.alt)}"` +
    ` loading="${options.loading}" decoding="async"${priority}${placeholder}>`;
  return `<picture${options.class ? ` class="${escapeHtml(options.class)}"` : ''}>${sources.join('')}${image}</picture>`;
}

/** A list of queries holds when one of its members does: the condition goes to each. */
export function both(media: string | undefined, condition: string): string {
  if (media === undefined) return condition;
  const members = media.split(',').map((member) => member.trim());
  return members.map((one) => `${/^not | or /.test(one) ? `(${one})` : one} and ${condition}`).join(', ');
}

function shapeOf(jobs: readonly Job<ImageRecipe>[]): string {
  const { width, height } = (jobs.at(-1) as Job<ImageRecipe>).recipe;
  return ` width="${width}" height="${height}"`;
}

/** Holds the place of a picture that cannot be had, so that the layout can still be judged. */
export function emptyPictureHtml(ratio: readonly [number, number] | undefined, className: string | undefined): string {
  const [width, height] = ratio ?? [3, 2];
  const classes = ['kader-missing', className].filter(Boolean).join(' ');
  return `<span class="${escapeHtml(classes)}" style="display:block;aspect-ratio:${width}/${height};background:#b9b9b9"></span>`;
}
