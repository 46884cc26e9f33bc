/** A workbook as Excel saves it, in the least that it takes: one sheet, shared strings, one style for days. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

type Cell = string | number | { readonly day: number };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @param cells by their name, such as `B4`, row by row; texts are XML */
export async function workbook(cells: Readonly<Record<string, Cell>>): Promise<Buffer> {
  const texts = [...new Set(Object.values(cells).filter((cell) => typeof cell === 'string'))];
  const rows = new Map<number, string[]>();
  for (const [name, cell] of Object.entries(cells)) {
    const row = Number(/\d+/.exec(name)?.[0]);
    const value = typeof cell === 'string' ? texts.indexOf(cell) : typeof cell === 'number' ? cell : cell.day;
    const kind = typeof cell === 'string' ? ' t="s"' : typeof cell === 'number' ? '' : ' s="1"';
    rows.set(row, [...(rows.get(row) ?? []), `<c r="${name}"${kind}><v>${value}</v></c>`]);
  }
  const data = [...rows].map(([row, all]) => `<row r="${row}">${all.join('')}</row>`).join('');
  const related = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(related('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      related('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      related('rId2', 'styles', 'styles.xml'),
      related('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
  };
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}
