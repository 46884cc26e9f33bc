/** The profile of Adobe RGB (1998), which cameras use without embedding it: made from the numbers that Adobe published. */

/** XYZ of red, green, blue and white under D50 (Adobe RGB (1998) Color Image Encoding, May 2005, annex B). */
const COLORANTS = {
  rXYZ: [0.60974, 0.31111, 0.01947],
  gXYZ: [0.20528, 0.62567, 0.06087],
  bXYZ: [0.14919, 0.06322, 0.74457],
  wtpt: [0.95045, 1, 1.08905],
} as const;
/** 563/256, as curves of one number are written. */
const GAMMA = 0x0233;
const NAME = 'Adobe RGB (1998)';

let made: Buffer | undefined;

/** ICC version 2, curves and a matrix. */
export function adobeRgb(): Buffer {
  made ??= assemble();
  return made;
}

function assemble(): Buffer {
  const description = Buffer.alloc(12 + NAME.length + 1 + 78);
  description.write('desc', 'latin1');
  description.writeUInt32BE(NAME.length + 1, 8);
  description.write(NAME, 12, 'latin1');
  const curve = Buffer.from([0x63, 0x75, 0x72, 0x76, 0, 0, 0, 0, 0, 0, 0, 1, GAMMA >> 8, GAMMA & 255]);
  const colorants = Object.entries(COLORANTS).map(([tag, numbers]) => [tag, xyz(numbers)] as const);
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((tag) => [tag, curve] as const);
  const tags = [
    ['desc', description] as const,
    ['cprt', Buffer.from('text\0\0\0\0no copyright\0', 'latin1')] as const,
    ...colorants,
    ...curves,
  ];
  const directory = Buffer.alloc(4 + tags.length * 12);
  directory.writeUInt32BE(tags.length);
  const bodies: Buffer[] = [];
  let at = 128 + directory.length;
  for (const [place, [tag, data]] of tags.entries()) {
    directory.write(tag, 4 + place * 12, 'latin1');
    directory.writeUInt32BE(at, 8 + place * 12);
    directory.writeUInt32BE(data.length, 12 + place * 12);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    bodies.push(padded);
    at += padded.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  xyz([0.9642, 1, 0.8249]).copy(header, 68, 8);
  return Buffer.concat([header, directory, ...bodies]);
}

function xyz(numbers: readonly number[]): Buffer {
  const out = Buffer.alloc(20);
  out.write('XYZ ', 'latin1');
  for (const [at, value] of numbers.entries()) out.writeInt32BE(Math.round(value * 65536), 8 + at * 4);
  return out;
}
