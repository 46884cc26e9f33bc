/** Rows of a feed held against what the template asks: sound ones become versions, each bad cell is told by its name. */
import { cellName, type FeedCell, type FeedTable } from '../model/feed.ts';
import type { Args, Finding } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet } from '../model/order.ts';
import { type Column, columnsOf, feedPlace, lackingColumns } from './feed-columns.ts';
import type { Frame } from './gather.ts';
import { isUnprintable, showsNothing } from './text.ts';

/** What one row says; texts stay cells, because days and numbers are written as each language does. */
export interface FeedRow {
  readonly row: number;
  readonly languages: readonly string[];
  readonly sizes?: readonly string[];
  readonly version: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, FeedCell>>;
  readonly images: Readonly<Record<string, string>>;
  readonly utm: Readonly<Record<string, string>>;
  readonly landing?: string;
  /** Slot: name of its cell, such as `C12`. */
  readonly cells: Readonly<Record<string, { readonly name: string; readonly column: number }>>;
}

export interface FeedOf {
  readonly file: string;
  readonly table: FeedTable;
}

type Draft = {
  -readonly [Member in keyof FeedRow]: FeedRow[Member] extends Readonly<Record<string, infer Value>>
    ? Record<string, Value>
    : FeedRow[Member];
};

/** @param sizes of the set, as px */
export function rowsOf(
  frame: Frame,
  set: BannerSet,
  template: BannerTemplate,
  sizes: readonly string[],
  { file, table }: FeedOf,
  findings: Finding[],
): FeedRow[] {
  const languages = set.languages ?? frame.order.languages;
  const columns = columnsOf(set, template, file, table, findings);
  const lacking = lackingColumns(set, template, languages, file, columns);
  findings.push(...lacking);
  if (lacking.length > 0) return [];
  if (table.rows.length === 0) {
    findings.push({ code: 'feed-empty', severity: 'error', where: feedPlace(file, set.template, 1), args: { feed: file } });
    return [];
  }
  const assets = [...frame.assets.values()];
  const byFile = new Map(assets.map((asset) => [asset.file, asset.name]));
  const names = [...frame.assets.keys(), ...frame.order.supplied.map(({ name }) => name)];
  const known = new Set(names);
  const first = new Map<string, number>();
  return table.rows.flatMap(({ row, cells }): FeedRow[] => {
    const draft: Draft = { row, languages, version: {}, text: {}, images: {}, utm: {}, cells: {} };
    let isSound = true;
    for (const column of columns) {
      const cell = cells[column.at] ?? null;
      const complaint = take(column, cell, draft);
      if (!complaint) continue;
      isSound = false;
      const { code, ...args } = complaint;
      const told = { feed: file, cell: cellName(table, row, column.at), name: column.header, actual: shown(cell), ...args };
      findings.push({ code, severity: 'error', where: feedPlace(file, set.template, row, column.at), args: told });
    }
    if (!isSound) return [];
    const id = JSON.stringify([draft.languages, draft.sizes ?? [], draft.version]);
    const earlier = first.get(id);
    if (earlier !== undefined) {
      const where = feedPlace(file, set.template, row);
      findings.push({ code: 'feed-row-duplicate', severity: 'error', where, args: { feed: file, row, first: earlier } });
      return [];
    }
    first.set(id, row);
    return [draft];
  });

  /** Puts what a cell says into the draft, or tells what is wrong with it. */
  function take({ at, meaning }: Column, cell: FeedCell, draft: Draft): Complaint | undefined {
    const text = plain(cell);
    const isRequired = 'name' in meaning && template.slots[meaning.name]?.required === true;
    if (typeof cell === 'object' && cell !== null && 'wrong' in cell) return { code: 'feed-cell-invalid', expected: 'text' };
    if (isUnprintable(text)) return { code: 'feed-cell-invalid', expected: 'printable' };
    const mayBeEmpty = meaning.what === 'size' || meaning.what === 'utm' || (['text', 'image'].includes(meaning.what) && !isRequired);
    if (!mayBeEmpty && showsNothing(text)) return { code: 'feed-cell-empty' };
    switch (meaning.what) {
      case 'language':
        if (!languages.includes(text)) return among('language', text, languages);
        draft.languages = [text];
        return undefined;
      case 'size': {
        const wanted = text.split(/[\s,;]+/).filter(Boolean);
        const stray = wanted.find((one) => !sizes.includes(one));
        if (stray !== undefined) return { ...among('size', stray, sizes), actual: stray };
        if (wanted.length > 0) draft.sizes = [...new Set(wanted)];
        return undefined;
      }
      case 'landing':
        if (!/^https?:/i.test(text) || !URL.canParse(text)) return { code: 'feed-cell-invalid', expected: 'url' };
        draft.landing = text;
        return undefined;
      case 'axis': {
        const values = Object.keys(set.axes?.[meaning.name] ?? {});
        if (values.length > 0 && !values.includes(text)) return among('axis', text, values);
        draft.version[meaning.name] = text;
        return undefined;
      }
      case 'utm':
        if (text !== '') draft.utm[meaning.name] = text;
        return undefined;
      case 'image': {
        const name = known.has(text) ? text : byFile.get(text.replace(/^\.\//, ''));
        if (text !== '' && name === undefined) return among('asset', text, names);
        if (name !== undefined) draft.images[meaning.name] = name;
        return undefined;
      }
      case 'text':
        draft.text[meaning.name] = cell;
        draft.cells[meaning.name] = { name: cellName(table, draft.row, at), column: at };
        return undefined;
    }
  }
}

type Complaint = { readonly code: string } & Args;

function among(expected: string, actual: string, all: readonly string[]): Complaint {
  return { code: 'feed-cell-invalid', expected, values: all.slice(0, 12), nearest: nearest(actual, all) };
}

/** Of what tells versions apart: days as ISO 8601 writes them, numbers with a point. */
export function plain(cell: FeedCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell).trim();
  return 'iso' in cell ? cell.iso : cell.wrong;
}

function shown(cell: FeedCell): string {
  const text = plain(cell);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
