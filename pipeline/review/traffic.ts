/** The traffic sheet: what an ad server's desk must know of each banner, as rows, and as CSV that a spreadsheet opens safely. */
import { paperWords } from './paper-words.ts';
import type { Language } from './words.ts';

/** One banner for one target. Bytes and seconds are absent where they were not measured or made. */
export interface TrafficLine {
  /** Name of the zip. */
  readonly file: string;
  /** `headline/300x250-nl`. */
  readonly unit: string;
  readonly size: readonly [number, number];
  readonly language: string;
  readonly version: Readonly<Record<string, string>>;
  readonly landing: string;
  readonly click: string;
  readonly zipBytes?: number;
  readonly unzippedBytes?: number;
  /** File beside the zip; absent: it is inside. */
  readonly backup?: string;
  readonly backupBytes?: number;
  readonly seconds?: number;
  readonly loops?: number;
  readonly verdict: 'sound' | 'held' | 'unmeasured';
  /** Why it is held back. */
  readonly reasons: readonly string[];
}

export type TrafficCell = string | number | null;

/** The first row is the head; a column per axis that any of the banners has. */
export function trafficRows(lines: readonly TrafficLine[], language: Language): TrafficCell[][] {
  const w = paperWords[language];
  const axes = [...new Set(lines.flatMap(({ version }) => Object.keys(version)))].sort();
  const head = [
    ...[w.file, w.unit, w.size, w.language],
    ...axes,
    ...[w.landing, w.click, w.zipBytes, w.unzippedBytes, w.backup, w.backupBytes, w.seconds, w.loops, w.verdict, w.reasons],
  ];
  const rows = lines.map((line) => [
    line.file,
    line.unit,
    line.size.join('x'),
    line.language,
    ...axes.map((axis) => line.version[axis] ?? null),
    line.landing,
    line.click,
    line.zipBytes ?? null,
    line.unzippedBytes ?? null,
    line.backup ?? w.inZip,
    line.backupBytes ?? null,
    line.seconds === undefined ? null : Math.round(line.seconds * 100) / 100,
    line.loops ?? null,
    w[line.verdict],
    line.reasons.join(' '),
  ]);
  return [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell)));
}

/** A cell of a spreadsheet holds this many characters, and none that XML does not know (Microsoft, "Excel specifications and limits"). */
const LONGEST_CELL = 32_767;

function plainCell(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return clean.slice(0, LONGEST_CELL).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Wide enough for what stands in them, in characters; addresses are cut by the column, not by us. */
export function columnWidths(rows: readonly (readonly TrafficCell[])[]): number[] {
  const [head = []] = rows;
  return head.map((_, at) => Math.min(60, Math.max(8, ...rows.map((row) => String(row[at] ?? '').length + 2))));
}

/** What a spreadsheet would take for a formula (OWASP, "CSV injection", read November 2026). */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\t\r＝＋－＠]/;

/** UTF-8 with a byte order mark, lines ending as RFC 4180 says; Dutch and French spreadsheets split by semicolons. */
export function csvOf(rows: readonly (readonly TrafficCell[])[], language: Language): string {
  const separator = language === 'en' ? ',' : ';';
  const decimal = (value: number): string => (language === 'en' ? String(value) : String(value).replace('.', ','));
  const cell = (value: TrafficCell): string => {
    if (value === null) return '';
    if (typeof value === 'number') return decimal(value).includes(separator) ? `"${decimal(value)}"` : decimal(value);
    const text = FORMULA.test(value) ? `'${value}` : value;
    return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}
