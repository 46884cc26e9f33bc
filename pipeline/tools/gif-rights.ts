/** Rights in a GIF, which sharp does not write: an application extension before the trailer (XMP specification, part 3, 1.1.2). */

const HEAD = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP', 'latin1')]);
/** A reader that takes the packet for blocks lands somewhere in here, and is led to the end of it. */
const LEADING_OUT = Buffer.from([1, ...Array.from({ length: 256 }, (_, at) => 255 - at), 0]);
const TRAILER = 0x3b;

export function gifWithPacket(gif: Buffer, packet: string): Buffer {
  if (gif.at(-1) !== TRAILER) throw new Error('the encoder gave a GIF without an end');
  return Buffer.concat([gif.subarray(0, -1), HEAD, Buffer.from(packet), LEADING_OUT, gif.subarray(-1)]);
}

export function hasPacket(gif: Buffer, packet: string): boolean {
  return gif.includes(Buffer.concat([HEAD, Buffer.from(packet), LEADING_OUT]));
}
