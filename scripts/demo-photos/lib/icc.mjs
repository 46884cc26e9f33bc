/** Writes an ICC v2 matrix profile with the numbers of Adobe RGB (1998), and sets it in a JPEG. */

const DESCRIPTION = 'Adobe RGB (1998) compatible';
const COPYRIGHT = 'No copyright, use freely';

function s15(value) {
  const out = Buffer.alloc(4);
  out.writeInt32BE(Math.round(value * 65536));
  return out;
}

const xyz = (values) => Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...values.map(s15)]);

function curve(gamma) {
  const out = Buffer.alloc(14);
  out.write('curv', 0, 'latin1');
  out.writeUInt32BE(1, 8);
  out.writeUInt16BE(Math.round(gamma * 256), 12);
  return out;
}

const text = (value) => Buffer.from(`text\0\0\0\0${value}\0`, 'latin1');

function description(value) {
  const out = Buffer.alloc(12 + value.length + 1 + 8 + 3 + 67);
  out.write('desc', 0, 'latin1');
  out.writeUInt32BE(value.length + 1, 8);
  out.write(value, 12, 'latin1');
  return out;
}

/** The profile's bytes: primaries of Adobe RGB (1998) adapted to D50, gamma 563/256. */
export function adobeCompatibleProfile() {
  const trc = curve(563 / 256);
  const tags = [
    ['desc', description(DESCRIPTION)],
    ['cprt', text(COPYRIGHT)],
    ['wtpt', xyz([0.95045, 1, 1.08905])],
    ['rXYZ', xyz([0.60974, 0.31111, 0.01947])],
    ['gXYZ', xyz([0.20528, 0.62567, 0.06087])],
    ['bXYZ', xyz([0.14919, 0.06322, 0.74457])],
    ['rTRC', trc],
    ['gTRC', trc],
    ['bTRC', trc],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const blocks = [];
  let offset = 128 + table.length;
  let trcOffset = 0;
  tags.forEach(([signature, block], i) => {
    const shared = block === trc && trcOffset > 0;
    const at = shared ? trcOffset : offset;
    if (block === trc) trcOffset = at;
    table.write(signature, 4 + i * 12, 'latin1');
    table.writeUInt32BE(at, 8 + i * 12);
    table.writeUInt32BE(block.length, 12 + i * 12);
    if (shared) return;
    const padded = Buffer.alloc(Math.ceil(block.length / 4) * 4);
    block.copy(padded);
    blocks.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([header(offset), table, ...blocks]);
}

function header(size) {
  const head = Buffer.alloc(128);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(0x02400000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [i, v] of [2026, 7, 1, 0, 0, 0].entries()) head.writeUInt16BE(v, 24 + i * 2);
  head.write('acsp', 36, 'latin1');
  Buffer.concat([s15(0.9642), s15(1), s15(0.82491)]).copy(head, 68);
  return head;
}

/** Puts a profile into a JPEG as an APP2 segment, after its leading APP0 and APP1 segments. */
export function embedInJpeg(jpeg, profile) {
  const name = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe2, 0);
  segment.writeUInt16BE(2 + name.length + profile.length, 2);
  let at = 2;
  while (jpeg[at] === 0xff && (jpeg[at + 1] === 0xe0 || jpeg[at + 1] === 0xe1)) {
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return Buffer.concat([jpeg.subarray(0, at), segment, name, profile, jpeg.subarray(at)]);
}
