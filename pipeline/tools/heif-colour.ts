/** Code points that HEIF and AVIF state for their picture (ISO/IEC 23008-12, 6.5.5); gain maps and other renditions of it have their own. */

export type Codes = readonly [primaries: number, transfer: number];

interface Box {
  readonly name: string;
  readonly body: Buffer;
}

/** @param head of the file, with the box that describes its pictures whole */
export function codesInHeif(head: Buffer): Codes | undefined {
  const meta = boxesIn(head)
    .find(({ name }) => name === 'meta')
    ?.body.subarray(4);
  const boxes = meta ? boxesIn(meta) : [];
  const within = (name: string): Buffer => boxes.find((box) => box.name === name)?.body ?? Buffer.alloc(0);
  const [primary, parts] = [primaryIn(within('pitm')), boxesIn(within('iprp'))];
  const properties = boxesIn(parts.find(({ name }) => name === 'ipco')?.body ?? Buffer.alloc(0));
  const places = parts.flatMap(({ name, body }) => (name === 'ipma' ? placesIn(body, primary) : []));
  const colours = places.map((place) => properties[place - 1]).filter((one) => one?.name === 'colr');
  const coded = colours.find((one) => one?.body.toString('latin1', 0, 4) === 'nclx')?.body;
  return coded && coded.length >= 8 ? [coded.readUInt16BE(4), coded.readUInt16BE(6)] : undefined;
}

function boxesIn(bytes: Buffer): Box[] {
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const said = bytes.readUInt32BE(at);
    // 1: the length follows in eight bytes; 0: to the end.
    const start = said === 1 ? 16 : 8;
    const length = said === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : said === 0 ? bytes.length - at : said;
    if (length < start) return found;
    found.push({ name: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + start, at + length) });
    at += length;
  }
  return found;
}

function primaryIn(body: Buffer): number | undefined {
  if (body.length < 6) return undefined;
  return body[0] === 0 ? body.readUInt16BE(4) : body.length >= 8 ? body.readUInt32BE(4) : undefined;
}

/** Places of an item's properties, from 1. */
function placesIn(body: Buffer, item: number | undefined): number[] {
  if (body.length < 8) return [];
  const [long, wide] = [body[0] !== 0, ((body[3] as number) & 1) === 1];
  let entries = body.readUInt32BE(4);
  for (let at = 8; entries > 0 && at + 5 <= body.length; entries--) {
    const id = long ? body.readUInt32BE(at) : body.readUInt16BE(at);
    at += long ? 4 : 2;
    const [count = 0, size] = [body[at], wide ? 2 : 1];
    const said = body.subarray(at + 1, at + 1 + count * size);
    // The highest bit says whether a reader must know it.
    if (id === item)
      return Array.from({ length: said.length / size }, (_, one) =>
        wide ? said.readUInt16BE(one * 2) & 0x7fff : (said[one] as number) & 0x7f,
      );
    at += 1 + count * size;
  }
  return [];
}
