/** Checks whether pages have addresses of their own, and whether every link inside the site arrives. */
import type { Finding } from '../model/finding.ts';
import type { Page } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import { finding } from './catalogue.ts';
import { wherePage } from './where.ts';

/** @param files every file of the site, as site paths. */
export function checkLinks(pages: readonly Page[], files: readonly string[]): Finding[] {
  const known = new Set(files);
  const addresses = files.map(addressOf);
  return pages.flatMap((page) =>
    page.references
      .filter(({ target }) => !known.has(target))
      .map(({ target, written }) => {
        // A folder without its last slash only arrives where a server corrects it.
        const meant = known.has(`${target}/index.html`) ? `${written}/` : nearest(addressOf(target), addresses);
        return finding('link-broken', wherePage(page), {
          page: page.url,
          target: written,
          actual: target,
          nearest: meant,
        });
      }),
  );
}

export function checkPageConflicts(pages: readonly Page[], statics: readonly { readonly path: string }[]): Finding[] {
  const taken = new Map(statics.map(({ path }) => [path, `site/static/${path}`]));
  return pages.flatMap((page) => {
    const earlier = taken.get(page.path);
    if (earlier === undefined) taken.set(page.path, page.source);
    if (earlier === undefined) return [];
    return [finding('page-conflict', wherePage(page), { page: page.url, sources: [earlier, page.source] })];
  });
}

/** As links are written: `/nl/` for `nl/index.html`. */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}
