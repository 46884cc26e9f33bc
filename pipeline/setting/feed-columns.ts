/** What the columns of a feed are for, told from their names. */
import { cellName, type FeedTable, letterOf } from '../model/feed.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet } from '../model/order.ts';

export type Meaning =
  | { readonly what: 'language' | 'size' | 'landing' }
  | { readonly what: 'axis' | 'text' | 'image' | 'utm'; readonly name: string };

export interface Column {
  /** Counted from 0. */
  readonly at: number;
  readonly header: string;
  readonly meaning: Meaning;
}

/** Where a finding about a feed points: the file, and a name below the set that is no unit, so that sound ones go on. */
export function feedPlace(file: string, template: string, row: number, column?: number): Finding['where'] {
  return { file, line: row, ...(column === undefined ? {} : { column: column + 1 }), deliverable: `banners/${template}/${file}:${row}` };
}

/** @param findings is added to: columns that nothing asks for, and columns that are there twice */
export function columnsOf(
  set: BannerSet,
  { slots }: BannerTemplate,
  file: string,
  table: FeedTable,
  findings: Finding[],
): readonly Column[] {
  const known = new Map<string, Meaning>([
    ...(['language', 'size', 'landing'] as const).map((what): [string, Meaning] => [what, { what }]),
    ...Object.entries(slots).flatMap(([name, { kind }]): [string, Meaning][] => [
      [name, { what: kind, name }],
      [`${kind}.${name}`, { what: kind, name }],
    ]),
    ...Object.keys(set.utm ?? {}).map((name): [string, Meaning] => [name, { what: 'utm', name }]),
    ...Object.keys(set.axes ?? {}).map((name): [string, Meaning] => [name, { what: 'axis', name }]),
  ]);
  const header = table.kind === 'sheet' ? Math.max(1, (table.rows[0]?.row ?? 2) - 1) : 1;
  const taken = new Map<string, string>();
  return table.columns.flatMap((name, at): Column[] => {
    const lower = name.toLowerCase();
    const utm: Meaning | undefined = /^utm_[a-z0-9_]+$/.test(lower) ? { what: 'utm', name: lower } : undefined;
    const caseless = [...known.keys()].find((one) => one.toLowerCase() === lower);
    const meaning = known.get(name) ?? known.get(caseless ?? '') ?? utm;
    const tell = (code: string, severity: Finding['severity'], args: Finding['args']): Column[] => {
      const where = feedPlace(file, set.template, header, at);
      const column = table.kind === 'sheet' ? letterOf(at) : name;
      findings.push({ code, severity, where, args: { feed: file, name: name || column, column, ...args } });
      return [];
    };
    if (meaning === undefined) {
      const isEmpty = name === '' && table.rows.every(({ cells }) => cells[at] === null || cells[at] === '');
      return isEmpty ? [] : tell('feed-column-unknown', 'warning', { nearest: nearest(name, [...known.keys()]) });
    }
    const id = JSON.stringify(meaning);
    const first = taken.get(id);
    if (first !== undefined) return tell('feed-column-repeated', 'error', { first });
    taken.set(id, cellName(table, header, at));
    return [{ at, header: name, meaning }];
  });
}

/** Columns without which every row would lack something, told once. */
export function lackingColumns(
  set: BannerSet,
  template: BannerTemplate,
  languages: readonly string[],
  file: string,
  columns: readonly Column[],
): Finding[] {
  const has = (what: Meaning['what'], name: string): boolean =>
    columns.some(({ meaning }) => meaning.what === what && 'name' in meaning && meaning.name === name);
  const variants = Object.values(set.axes ?? {}).flatMap((values) => Object.values(values));
  const told = (slot: string, kind: 'text' | 'image'): boolean =>
    kind === 'image'
      ? [set, ...variants].some(({ images }) => images?.[slot] !== undefined)
      : languages.every((language) => [set, ...variants].some(({ text }) => text?.[language]?.[slot] !== undefined));
  const slots = Object.entries(template.slots).flatMap(([name, { kind, required }]) =>
    required && !has(kind, name) && !told(name, kind) ? [name] : [],
  );
  const axes = Object.entries(set.axes ?? {}).flatMap(([axis, values]) =>
    Object.keys(values).length === 0 && !has('axis', axis) ? [axis] : [],
  );
  return [...slots, ...axes].map((name) => ({
    code: 'feed-column-missing',
    severity: 'error',
    where: feedPlace(file, set.template, 1),
    args: { feed: file, name, template: set.template },
  }));
}
