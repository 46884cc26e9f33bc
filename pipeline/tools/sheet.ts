/** write-excel-file: XLSX whose bytes depend on nothing but its rows. */
import { writeFile } from 'node:fs/promises';

export interface SheetToWrite {
  /** Of the tab. */
  readonly name: string;
  /** The first row is the head; it stays in view. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** In characters, per column. */
  readonly widths: readonly number[];
  /** Absolute path that does not exist yet. */
  readonly to: string;
}

/** Text stays text, whatever it begins with: no cell is ever a formula. */
export async function writeSheet({ name, rows, widths, to }: SheetToWrite): Promise<void> {
  const [{ default: writeExcel }, { unzipSync, zipSync }] = await Promise.all([import('write-excel-file/node'), import('fflate')]);
  const [head = [], ...body] = rows;
  const data = [
    head.map((value) => ({ value: String(value ?? ''), type: String, fontWeight: 'bold' as const, backgroundColor: '#e8e8e6' })),
    ...body.map((row) =>
      row.map((value) => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String })),
    ),
  ];
  const written = await writeExcel(data, {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  // It dates its entries by the clock. Both sides count local hours, so this is 1980-01-01 00:00 in every zone.
  await writeFile(to, zipSync(unzipSync(written), { mtime: new Date(1980, 0, 1), level: 9 }), { flag: 'wx' });
}
