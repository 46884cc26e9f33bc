/** A TIFF in Lab of 8 bits, as Photoshop writes it: signed a and b, the directory behind the pixels. */
import { labOf, toLinear } from '../../pipeline/pixels/light.ts';

export function labTiff(width: number, height: number, rgb: Buffer): Buffer {
  const data = Buffer.alloc(rgb.length);
  for (let at = 0; at < rgb.length; at += 3) {
    const [red, green, blue] = [...rgb.subarray(at, at + 3)].map((value) => toLinear(value / 255)) as [number, number, number];
    const [lightness, a, b] = labOf(red, green, blue);
    data[at] = Math.round(lightness * 2.55);
    data.writeInt8(Math.round(a), at + 1);
    data.writeInt8(Math.round(b), at + 2);
  }
  const bits = 8 + data.length;
  const directory = bits + 6;
  const entries = [
    [256, 3, 1, width],
    [257, 3, 1, height],
    [258, 3, 3, bits],
    [259, 3, 1, 1],
    [262, 3, 1, 8],
    [273, 4, 1, 8],
    [277, 3, 1, 3],
    [278, 3, 1, height],
    [279, 4, 1, data.length],
  ] as const;
  const tail = Buffer.alloc(6 + 2 + entries.length * 12 + 4);
  for (let at = 0; at < 6; at += 2) tail.writeUInt16LE(8, at);
  tail.writeUInt16LE(entries.length, 6);
  for (const [at, [tag, type, count, value]] of entries.entries()) {
    tail.writeUInt16LE(tag, 8 + at * 12);
    tail.writeUInt16LE(type, 10 + at * 12);
    tail.writeUInt32LE(count, 12 + at * 12);
    tail.writeUInt32LE(value, 16 + at * 12);
  }
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(directory, 4);
  return Buffer.concat([head, data, tail]);
}
