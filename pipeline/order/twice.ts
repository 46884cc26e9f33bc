/** What an order names twice: material, languages, banner units, cuts and their channels. */
import type { Finding } from '../model/finding.ts';
import { bannerLanguages } from './banners.ts';
import { list, type Path, type Source, valueAt, written } from './text.ts';

type Named = { readonly name: unknown; readonly path: Path };

export function duplicateNames({ content, tell }: Source): Finding[] {
  const entries = (...path: Path) => list(content, ...path).map((entry, index) => ({ entry, path: [...path, index] }));
  const namesOf = (...path: Path): Named[] =>
    entries(...path).map(({ entry, path: at }) => ({ name: valueAt(entry, ['name']), path: [...at, 'name'] }));
  const spoken = entries('languages').map(({ entry, path }) => ({ name: entry, path }));
  const units = entries('deliver', 'banners').flatMap(({ entry, path }) =>
    list(entry, 'sizes').flatMap((size, at) =>
      [...new Set(bannerLanguages(content, entry))].map((language) => ({
        name: [`${valueAt(entry, ['template'])} ${size} ${language}`, ...versionsOf(entry)].join(' '),
        path: [...path, 'sizes', at],
      })),
    ),
  );
  const channels = [...entries('deliver', 'video'), ...entries('deliver', 'audio')].map(({ path }) =>
    entries(...path, 'channel').map(({ entry, path: at }) => ({ name: entry, path: at })),
  );
  return [namesOf('supplied'), spoken, units, namesOf('deliver', 'video'), namesOf('deliver', 'audio'), ...channels].flatMap((named) => {
    const first = new Map<unknown, Path>();
    return named.flatMap(({ name, path }) => {
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, path);
      if (earlier === undefined || typeof name !== 'string') return [];
      const firstLine = tell('order-duplicate-name', earlier, {}).where.line ?? 0;
      return [tell('order-duplicate-name', path, { name, firstLine, firstPath: written(earlier) })];
    });
  });
}

/** What tells the versions of one set from those of another. */
function versionsOf(set: unknown): string[] {
  return ['axes', 'feed', 'name'].flatMap((part) => {
    const value = valueAt(set, [part]);
    return value === undefined ? [] : [JSON.stringify(value)];
  });
}
