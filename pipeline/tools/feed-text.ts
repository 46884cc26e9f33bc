/** Feeds as text: CSV in the ways that spreadsheets write it, and JSON lists. */
import { CsvError, parse } from 'csv-parse/sync';
import type { FeedCell, FeedReading } from '../model/feed.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** Excel writes UTF-8 with a mark, UTF-16 as “Unicode text”, and otherwise the code page of the machine: in the west 1252. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function readCsv(text: string): FeedReading {
  // Excel takes a first line `sep=;` for an instruction and shows no row for it.
  const [line = '', told] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = text.slice(line.length);
  const read = (delimiter: string, to?: number): string[][] =>
    parse(body, { delimiter, relax_column_count: true, relax_quotes: true, ...(to === undefined ? {} : { to }) });
  try {
    const records = read(told ?? delimiterOf(read));
    const start = records.findIndex((record) => record.some((cell) => cell.trim() !== ''));
    if (start < 0) return { table: { kind: 'sheet', columns: [], rows: [] } };
    return { table: tableOf(records, start) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['lines']);
    return { unreadable: error.message.replace(/[,:]? (at line|on line) \d+.*$/, ''), ...(row > 0 ? { row } : {}) };
  }
}

/** The one that makes most columns of the header. */
function delimiterOf(read: (delimiter: string, to: number) => string[][]): string {
  const widths = DELIMITERS.map((delimiter) => {
    try {
      return read(delimiter, 1)[0]?.length ?? 0;
    } catch {
      return 0;
    }
  });
  return DELIMITERS[widths.indexOf(Math.max(...widths))] ?? ',';
}

/** @param start index of the header among the records */
export function tableOf(records: readonly (readonly FeedCell[])[], start: number) {
  const tidy = (cell: FeedCell | undefined): FeedCell => (typeof cell === 'string' ? cell.trim() : (cell ?? null));
  const width = Math.max(0, ...records.map((record) => record.length));
  const whole = (record: readonly FeedCell[]): FeedCell[] => Array.from({ length: width }, (_, at) => tidy(record[at]));
  const columns = whole(records[start] ?? []).map((cell) => (typeof cell === 'object' ? '' : String(cell)));
  const rows = records
    .slice(start + 1)
    .map((record, at) => ({ row: start + at + 2, cells: whole(record) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  return { kind: 'sheet', columns, rows } as const;
}

/** A list of objects; members of `text` and `image` may stand in objects of their own. */
export function readJson(text: string): FeedReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { unreadable: (error as Error).message };
  }
  if (!Array.isArray(content)) return { unreadable: 'a list of objects was expected: [{ "headline": "…" }, …]' };
  const columns = new Map<string, number>();
  const rows: { row: number; cells: FeedCell[] }[] = [];
  for (const [at, entry] of content.entries()) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { unreadable: 'an entry is no object', row: at + 1 };
    const cells: FeedCell[] = [];
    for (const [name, value] of membersOf(entry as Record<string, unknown>)) {
      const column = columns.get(name) ?? columns.set(name, columns.size).size - 1;
      const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
      cells[column] = isPlain ? (typeof value === 'string' ? value.trim() : (value as FeedCell)) : { wrong: JSON.stringify(value) };
    }
    rows.push({ row: at + 1, cells });
  }
  const whole = rows.map(({ row, cells }) => ({ row, cells: Array.from({ length: columns.size }, (_, at) => cells[at] ?? null) }));
  return { table: { kind: 'list', columns: [...columns.keys()], rows: whole } };
}

function membersOf(entry: Record<string, unknown>): [string, unknown][] {
  return Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
    const isGroup = ['text', 'image'].includes(name) && typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? Object.entries(value).map(([member, one]) => [`${name}.${member}`, one]) : [[name, value]];
  });
}
