/** Versions of a banner set: languages, axes and rows of a feed, multiplied, with what each says otherwise. */
import type { Finding } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet, BannerVariant } from '../model/order.ts';
import type { FeedRow } from './feed-rows.ts';
import { textOf } from './text.ts';

export interface Version {
  readonly language: string;
  /** Axis: value. */
  readonly axes: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, string>>;
  readonly landing: string;
  readonly utm: Readonly<Record<string, string>>;
  readonly row?: FeedRow;
}

/** @param rows absent: there is no feed */
export function versionsOf(set: BannerSet, languages: readonly string[], rows: readonly FeedRow[] | undefined): Version[] {
  const declared = Object.entries(set.axes ?? {});
  const sources = rows ?? [undefined];
  return sources.flatMap((row) => {
    // What a row does not say is multiplied, as without a feed.
    const open = declared.filter(([axis]) => row?.version[axis] === undefined);
    const combinations = open.reduce<Record<string, string>[]>(
      (found, [axis, values]) => found.flatMap((one) => Object.keys(values).map((value) => ({ ...one, [axis]: value }))),
      [{}],
    );
    return (row?.languages ?? languages).flatMap((language) =>
      combinations.map((chosen) => {
        const axes = Object.fromEntries(declared.map(([axis]) => [axis, row?.version[axis] ?? chosen[axis] ?? '']));
        return versionOf(set, language, axes, row);
      }),
    );
  });
}

/** The set first, then each axis in the order written, then the row: the last word counts. */
function versionOf(set: BannerSet, language: string, axes: Readonly<Record<string, string>>, row: FeedRow | undefined): Version {
  const variants = Object.entries(axes).flatMap(([axis, value]): BannerVariant[] => {
    const own = set.axes?.[axis];
    return own && Object.hasOwn(own, value) ? [own[value] as BannerVariant] : [];
  });
  const said: readonly BannerVariant[] = [set, ...variants];
  const cells = Object.entries(row?.text ?? {}).map(([slot, cell]) => [slot, textOf(cell, language)]);
  const landings = said.map(({ landing }) => (typeof landing === 'object' ? landing[language] : landing));
  return {
    language,
    axes,
    text: Object.assign({}, ...said.map(({ text }) => text?.[language]), Object.fromEntries(cells)),
    images: Object.assign({}, ...said.map(({ images }) => images), row?.images),
    landing: row?.landing ?? landings.findLast((one) => one !== undefined) ?? '',
    utm: Object.assign({}, ...said.map(({ utm }) => utm), row?.utm),
    ...(row ? { row } : {}),
  };
}

/** Whether the order leaves a version out at a size: all that one exclusion says holds. */
export function excludes(
  set: BannerSet,
  expand: (written: readonly string[]) => readonly string[],
): (of: Version, size: string) => boolean {
  const rules = (set.exclude ?? []).map((rule) =>
    Object.entries(rule).map(([key, value]) => {
      const values = typeof value === 'string' ? [value] : value;
      return { key, values: new Set(key === 'size' ? expand(values) : values) };
    }),
  );
  return ({ language, axes }, size) =>
    rules.some(
      (rule) =>
        rule.length > 0 &&
        rule.every(({ key, values }) => values.has(key === 'size' ? size : key === 'language' ? language : (axes[key] ?? ''))),
    );
}

/** An exclusion of something that there is not leaves nothing out, and nobody would see it. */
export function strayExclusions(
  set: BannerSet,
  languages: readonly string[],
  sizes: readonly string[],
  expand: (written: readonly string[]) => readonly string[],
): Finding[] {
  const axes = Object.entries(set.axes ?? {}).map(([axis, values]): [string, readonly string[]] => [axis, Object.keys(values)]);
  const known = new Map<string, readonly string[]>([['language', languages], ['size', sizes], ...axes]);
  const rules = set.exclude ?? [];
  const empty = rules.filter((rule) => Object.keys(rule).length === 0).map((): Finding => tellAt({}, '{}', [...known.keys()]));
  const stray = rules.flatMap((rule, at) =>
    Object.entries(rule).flatMap(([key, value]) => {
      const [line, column] = set.places?.[`exclude[${at}].${key}`] ?? [];
      const place = { ...(line ? { line } : {}), ...(column ? { column } : {}) };
      const tell = (actual: string, words: readonly string[]): Finding => tellAt(place, actual, words);
      const words = known.get(key);
      if (words === undefined) return [tell(key, [...known.keys()])];
      // An axis without values takes them from the feed.
      if (words.length === 0) return [];
      const isThere = (one: string): boolean =>
        words.includes(one) || (key === 'size' && expand([one]).some((size) => words.includes(size)));
      return [value].flat().flatMap((one) => (isThere(one) ? [] : [tell(one, words)]));
    }),
  );
  return [...empty, ...stray];

  function tellAt(place: { line?: number; column?: number }, actual: string, words: readonly string[]): Finding {
    return {
      code: 'banner-exclude-unknown',
      severity: 'warning',
      where: { file: 'order.yaml', ...place, deliverable: `banners/${set.template}` },
      args: { actual, known: words, nearest: nearest(actual, words) },
    };
  }
}
