/** An RGB profile that converts by a table to Lab, as scanners and ROMM version 4 do, made from a rule of our own. */

const GRID = 9;

/** Gamma 1.8 light of wide colorants, in Lab under D50, through a table of 9³ with 16 bits (ICC.1:2022, 10.10). */
export function tableProfile(): Buffer {
  const clut: number[] = [];
  for (let colour = 0; colour < GRID ** 3; colour++) {
    const [red, green, blue] = [81, 9, 1].map((weight) => ((Math.floor(colour / weight) % GRID) / (GRID - 1)) ** 1.8) as [
      number,
      number,
      number,
    ];
    // ROMM's colorants (ISO 22028-2).
    const xyz = [0.7977 * red + 0.1352 * green + 0.0313 * blue, 0.288 * red + 0.7119 * green + 0.0001 * blue, 0.8249 * blue] as const;
    const [fx, fy, fz] = [xyz[0] / 0.9642, xyz[1], xyz[2] / 0.8249].map((v) => (v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16 / 116)) as [
      number,
      number,
      number,
    ];
    // Lab in 16 bits as version 2 writes it: 100 is FF00, 0 of a and b is 8000.
    clut.push((116 * fy - 16) * 652.8, (500 * (fx - fy) + 128) * 256, (200 * (fy - fz) + 128) * 256);
  }
  const short = (values: readonly number[]): Buffer => {
    const out = Buffer.alloc(values.length * 2);
    for (const [at, value] of values.entries()) out.writeUInt16BE(Math.min(65535, Math.max(0, Math.round(value))), at * 2);
    return out;
  };
  const identity = [65536, 0, 0, 0, 65536, 0, 0, 0, 65536].map((value) => {
    const out = Buffer.alloc(4);
    out.writeInt32BE(value);
    return out;
  });
  const line = [0, 65535, 0, 65535, 0, 65535];
  const table = Buffer.concat([
    Buffer.from('mft2\0\0\0\0', 'latin1'),
    Buffer.from([3, 3, GRID, 0]),
    ...identity,
    short([2, 2]),
    short(line),
    short(clut),
    short(line),
  ]);
  const white = Buffer.from('58595a20000000000000f6d6000100000000d32d', 'hex');
  const name = 'By table';
  const description = Buffer.alloc(90 + name.length + 1);
  description.write('desc', 'latin1');
  description.writeUInt32BE(name.length + 1, 8);
  description.write(name, 12, 'latin1');
  return assemble({ desc: description, wtpt: white, cprt: Buffer.from('text\0\0\0\0none\0', 'latin1'), A2B0: table });
}

function assemble(tags: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tags).map(([name, data]) => ({
    name,
    data: Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]),
    size: data.length,
  }));
  const directory = Buffer.alloc(4 + entries.length * 12);
  directory.writeUInt32BE(entries.length);
  let at = 128 + directory.length;
  for (const [place, { name, data, size }] of entries.entries()) {
    directory.write(name, 4 + place * 12, 'latin1');
    directory.writeUInt32BE(at, 8 + place * 12);
    directory.writeUInt32BE(size, 12 + place * 12);
    at += data.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at);
  header.writeUInt32BE(0x02400000, 8);
  header.write('scnrRGB Lab ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  Buffer.from('0000f6d6000100000000d32d', 'hex').copy(header, 68);
  return Buffer.concat([header, directory, ...entries.map(({ data }) => data)]);
}
