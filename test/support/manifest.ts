/** Lays a C2PA manifest, as far as its wrapping goes, into a picture where its format keeps one (C2PA 2.1, appendix A). */

export function withManifest(picture: Buffer, format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif', content: Buffer): Buffer {
  const label = Buffer.concat([
    Buffer.from('63327061001100108000 00aa00389b71'.replace(' ', ''), 'hex'),
    Buffer.from('\x03c2pa\0', 'latin1'),
  ]);
  const store = box('jumb', Buffer.concat([box('jumd', label), content]));
  switch (format) {
    case 'jpeg':
      return Buffer.concat([picture.subarray(0, 2), ...segments(store), picture.subarray(2)]);
    case 'png':
      // After the header: length, name, 13 bytes, check sum. Nobody minds the check sum of a private chunk.
      return Buffer.concat([picture.subarray(0, 33), chunk('caBX', store), picture.subarray(33)]);
    case 'webp': {
      const more = Buffer.concat([Buffer.from('C2PA'), numberLE(store.length), store, Buffer.alloc(store.length & 1)]);
      const whole = Buffer.concat([picture, more]);
      whole.writeUInt32LE(whole.length - 8, 4);
      return whole;
    }
    case 'tiff':
      return inDirectory(picture, store);
    case 'avif': {
      const uuid = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');
      return Buffer.concat([
        picture,
        box('uuid', Buffer.concat([uuid, Buffer.alloc(4), Buffer.from('manifest\0'), Buffer.alloc(8), store])),
      ]);
    }
  }
}

function box(name: string, content: Buffer): Buffer {
  return Buffer.concat([numberBE(content.length + 8), Buffer.from(name, 'latin1'), content]);
}

function segments(store: Buffer): Buffer[] {
  const head = store.subarray(0, 8);
  const parts: Buffer[] = [];
  for (let at = 8, turn = 1; at < store.length; at += 60_000, turn++) {
    const body = Buffer.concat([Buffer.from('JP\0\x01', 'latin1'), numberBE(turn), head, store.subarray(at, at + 60_000)]);
    const start = Buffer.from([0xff, 0xeb, 0, 0]);
    start.writeUInt16BE(body.length + 2, 2);
    parts.push(Buffer.concat([start, body]));
  }
  return parts;
}

function chunk(name: string, content: Buffer): Buffer {
  return Buffer.concat([numberBE(content.length), Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
}

/** A new first directory behind the file, with one entry more. */
function inDirectory(picture: Buffer, store: Buffer): Buffer {
  const at = picture.readUInt32LE(4);
  const count = picture.readUInt16LE(at);
  const entry = Buffer.alloc(12);
  entry.writeUInt16LE(0xcd41, 0);
  entry.writeUInt16LE(7, 2);
  entry.writeUInt32LE(store.length, 4);
  const place = picture.length + (picture.length & 1);
  entry.writeUInt32LE(place + 2 + (count + 1) * 12 + 4, 8);
  const counted = Buffer.alloc(2);
  counted.writeUInt16LE(count + 1);
  const head = Buffer.from(picture.subarray(0, 8));
  head.writeUInt32LE(place, 4);
  const entries = picture.subarray(at + 2, at + 2 + count * 12);
  return Buffer.concat([head, picture.subarray(8), Buffer.alloc(picture.length & 1), counted, entries, entry, Buffer.alloc(4), store]);
}

function numberBE(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function numberLE(value: number): Buffer {
  return numberBE(value).reverse();
}
