/** What the tables of a font say: the marks of its licence, and the characters that it has glyphs for. */
import type { FontFacts } from '../model/font.ts';

type Range = [first: number, last: number];

/** @param sfnt TrueType or OpenType, unpacked @throws what is wrong with it */
export function fontFactsOf(sfnt: Buffer): FontFacts {
  const os2 = tableOf(sfnt, 'OS/2');
  const cmap = tableOf(sfnt, 'cmap');
  if (!cmap) throw new Error('the font has no table of characters');
  const family = familyOf(tableOf(sfnt, 'name'));
  return {
    ...(family ? { family } : {}),
    // A font without the table is marked in no way.
    os2: os2 && os2.length >= 10 ? { version: os2.readUInt16BE(0), fsType: os2.readUInt16BE(8) } : { version: 0, fsType: 0 },
    covers: joined(rangesOf(cmap)),
  };
}

/** Name 1 as Windows and Unicode write it (OpenType 1.9, `name`). */
function familyOf(names: Buffer | undefined): string | undefined {
  if (!names || names.length < 6) return undefined;
  const strings = names.readUInt16BE(4);
  for (let at = 6; at + 12 <= Math.min(names.length, 6 + names.readUInt16BE(2) * 12); at += 12) {
    const [platform, id, length, offset] = [0, 6, 8, 10].map((from) => names.readUInt16BE(at + from)) as [number, number, number, number];
    if (id !== 1 || (platform !== 3 && platform !== 0)) continue;
    const bytes = names.subarray(strings + offset, strings + offset + length - (length % 2));
    return Buffer.from(bytes).swap16().toString('utf16le');
  }
  return undefined;
}

function tableOf(sfnt: Buffer, tag: string): Buffer | undefined {
  const count = sfnt.readUInt16BE(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (sfnt.toString('latin1', at, at + 4) !== tag) continue;
    const offset = sfnt.readUInt32BE(at + 8);
    return sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12));
  }
  return undefined;
}

/** Of the Unicode tables the fullest: format 12 has all planes, format 4 the first. */
function rangesOf(cmap: Buffer): Range[] {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => {
    const [platform, encoding] = [cmap.readUInt16BE(4 + at * 8), cmap.readUInt16BE(6 + at * 8)];
    const table = cmap.subarray(cmap.readUInt32BE(8 + at * 8));
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    return { table, format: isUnicode ? table.readUInt16BE(0) : -1 };
  });
  const full = tables.find(({ format }) => format === 12);
  if (full) return groupsOf(full.table);
  return tables.filter(({ format }) => format === 4).flatMap(({ table }) => segmentsOf(table));
}

function groupsOf(table: Buffer): Range[] {
  return Array.from(
    { length: table.readUInt32BE(12) },
    (_, at): Range => [table.readUInt32BE(16 + at * 12), table.readUInt32BE(20 + at * 12)],
  );
}

function segmentsOf(table: Buffer): Range[] {
  const double = table.readUInt16BE(6);
  const word = (list: number, at: number): number => table.readUInt16BE(14 + list * double + (list > 0 ? 2 : 0) + at);
  const ranges: Range[] = [];
  for (let at = 0; at < double; at += 2) {
    const [last, first, delta, offset] = [word(0, at), word(1, at), word(2, at), word(3, at)];
    for (let point = first; point <= last && point < 0xffff; point++) {
      const glyph = offset === 0 ? point + delta : word(3, at + offset + (point - first) * 2);
      if (glyph % 0x10000 !== 0) ranges.push([point, point]);
    }
  }
  return ranges;
}

function joined(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const [first, last] of [...ranges].sort(([one], [other]) => one - other)) {
    const before = whole.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else whole.push([first, last]);
  }
  return whole;
}
