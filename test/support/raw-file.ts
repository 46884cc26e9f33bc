/** A raw file of a camera, as far as its directory and preview go. */

/** As a Canon writes it: a mark, and a first directory that points at the preview. */
export function rawFile(preview: Buffer, orientation: number): Buffer {
  const entries = [
    [0x0103, 3, 1, 6],
    [0x0111, 4, 1, 100],
    [0x0112, 3, 1, orientation],
    [0x0117, 4, 1, preview.length],
  ] as const;
  const head = Buffer.alloc(100);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(16, 4);
  head.write('CR\x02\0', 8, 'latin1');
  head.writeUInt16LE(entries.length, 16);
  for (const [at, [tag, kind, count, value]] of entries.entries()) {
    head.writeUInt16LE(tag, 18 + at * 12);
    head.writeUInt16LE(kind, 20 + at * 12);
    head.writeUInt32LE(count, 22 + at * 12);
    head.writeUInt32LE(value, 26 + at * 12);
  }
  return Buffer.concat([head, preview]);
}
