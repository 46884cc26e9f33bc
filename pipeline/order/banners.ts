/** What an order says of banner versions: axes, patterns and landing pages that can work, and where each part stands in the text. */
import type { Finding } from '../model/finding.ts';
import { LANDING_WORDS, NAME_WORDS, placeholdersIn, TAKEN_WORDS } from '../model/naming.ts';
import { nearest } from '../model/nearest.ts';
import { isGroup, isLanguage, list, type Path, type Source, shown, valueAt, written } from './text.ts';

const group = (value: unknown): Readonly<Record<string, unknown>> => (isGroup(value) ? value : {});

export function bannerLanguages(content: unknown, set: unknown): readonly unknown[] {
  return valueAt(set, ['languages']) === undefined ? list(content, 'languages') : list(set, 'languages');
}

/** Of every value of every axis, within the set. */
export function variantsIn(set: unknown): Path[] {
  return Object.entries(group(valueAt(set, ['axes']))).flatMap(([axis, values]) =>
    Object.keys(group(values)).map((value) => ['axes', axis, value]),
  );
}

export function judgeBanners(source: Source): Finding[] {
  return list(source.content, 'deliver', 'banners').flatMap((set, index) => {
    const base = ['deliver', 'banners', index];
    return [...axes(source, set, base), ...patterns(source, set, base), ...landings(source, set, base)];
  });
}

/** An axis needs a name of its own, and values from somewhere. */
function axes({ tell }: Source, set: unknown, base: Path): Finding[] {
  const hasFeed = valueAt(set, ['feed']) !== undefined;
  return Object.entries(group(valueAt(set, ['axes']))).flatMap(([axis, values]) => {
    const path = [...base, 'axes', axis];
    if (TAKEN_WORDS.includes(axis)) return [tell('order-wrong-value', path, { actual: axis, expected: 'axis' }, 'key')];
    const isEmpty = isGroup(values) && Object.keys(values).length === 0;
    return isEmpty && !hasFeed ? [tell('order-wrong-value', path, { actual: '{}', expected: 'axis-values' })] : [];
  });
}

/** Placeholders that nothing fills would stand in names and addresses as they are. */
function patterns({ tell }: Source, set: unknown, base: Path): Finding[] {
  const own = Object.keys(group(valueAt(set, ['axes'])));
  const judge = (path: Path, known: readonly string[]): Finding[] => {
    const pattern = valueAt(set, path);
    const stray = typeof pattern === 'string' ? placeholdersIn(pattern).filter((word) => !known.includes(word)) : [];
    return stray.map((actual) =>
      tell('banner-placeholder-unknown', [...base, ...path], { actual: `{${actual}}`, known, nearest: nearest(actual, known) }),
    );
  };
  const utm = [[], ...variantsIn(set)].flatMap((path) =>
    Object.keys(group(valueAt(set, [...path, 'utm']))).map((name) => [...path, 'utm', name]),
  );
  return [...judge(['name'], [...NAME_WORDS, ...own]), ...utm.flatMap((path) => judge(path, [...LANDING_WORDS, ...own]))];
}

/** The schema refuses what is no address at all; javascript: and mailto: are addresses, but no pages. */
function landings({ tell }: Source, set: unknown, base: Path): Finding[] {
  return variantsIn(set).flatMap((path) => {
    const landing = valueAt(set, [...path, 'landing']);
    const places = isGroup(landing) ? Object.keys(landing).filter(isLanguage) : [undefined];
    return places.flatMap((language) => {
      const place = [...path, 'landing', ...(language === undefined ? [] : [language])];
      const actual = shown(valueAt(set, place));
      return /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(actual)
        ? [tell('order-wrong-value', [...base, ...place], { actual, expected: 'url' })]
        : [];
    });
  });
}

/** Those parts that are only judged when house style, sizes and feed are known. @param at line and column of a path of the order */
export function bannerPlaces(
  content: unknown,
  base: Path,
  at: (path: Path, point: 'key' | 'value') => { readonly line: number; readonly column: number },
): Record<string, readonly [number, number]> {
  const set = valueAt(content, base);
  const items = (name: string): Path[] => list(set, name).map((_, index) => [name, index]);
  const keys = (...path: Path): Path[] => Object.keys(group(valueAt(set, path))).map((key) => [...path, key]);
  const values = [['template'], ['feed'], ['name'], ...items('sizes'), ...items('targets')];
  const named = [...items('exclude').flatMap((path) => keys(...path)), ...keys('axes'), ...keys('images'), ...keys('text')];
  const placed = (point: 'key' | 'value') => (path: Path) => {
    const { line, column } = at([...base, ...path], point);
    return [written(path), [line, column]] as const;
  };
  return Object.fromEntries([
    ...values.filter((path) => valueAt(set, path) !== undefined).map(placed('value')),
    ...named.map(placed('key')),
  ]);
}
