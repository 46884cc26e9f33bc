/** Feeds: rows that versions of banners are made from, as they were read, before anybody judges them. */
import type { Digest } from './key.ts';

/** A supplied feed, known by its bytes. */
export interface Feed {
  /** As the order writes it. */
  readonly file: string;
  readonly digest: Digest;
  readonly bytes: number;
}

/** `iso`: a day or a moment as a spreadsheet knows it, `2027-07-02` or `2027-07-02T20:30`; `ms`: the same since 1970 in UTC. */
export type FeedCell = string | number | boolean | null | { readonly iso: string; readonly ms: number } | { readonly wrong: string };

export interface FeedTable {
  /** A sheet has columns with letters; a list has entries with named members. */
  readonly kind: 'sheet' | 'list';
  readonly columns: readonly string[];
  /** `row` as people count: in a sheet the header is a row too. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly FeedCell[] }[];
}

/** @member row where it stopped making sense, 1-based; absent where that cannot be told */
export type FeedReading = { readonly table: FeedTable } | { readonly unreadable: string; readonly row?: number };

/** `A`, `Z`, `AA`, as spreadsheets name columns; counted from 0. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** What people call a cell: `C12`, or in a list `12, headline`. */
export function cellName({ kind, columns }: FeedTable, row: number, column: number): string {
  return kind === 'sheet' ? `${letterOf(column)}${row}` : `${row}, ${columns[column] ?? ''}`;
}
