/** Pictures of a package by their headers alone: size, and how a GIF moves; bounded whatever the bytes, so no library is let near. */
import type { PackedPicture } from '../model/package.ts';

type Motion = NonNullable<PackedPicture['motion']>;

/** Browsers show frames of up to 10 ms a tenth of a second long (Chromium, Firefox and WebKit alike). */
const HURRIED = 10;
const SHOWN = 100;

export function lookAtPicture(bytes: Buffer): PackedPicture | undefined {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    if (/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return lookAtGif(bytes);
    if (bytes.readUInt16BE(0) === 0xffd8) return lookAtJpeg(bytes);
    if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return lookAtWebp(bytes);
    return undefined;
  } catch {
    // It ends too soon.
    return undefined;
  }
}

function lookAtJpeg(bytes: Buffer): PackedPicture {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] as number;
    // Frame headers, but for the tables that stand among their numbers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { format: 'jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : marker === 0xd8 || (marker >= 0xd0 && marker <= 0xd7) ? 2 : 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return { format: 'jpeg' };
}

function lookAtWebp(bytes: Buffer): PackedPicture {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { format: 'webp', width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (kind === 'VP8L') {
    const packed = bytes.readUInt32LE(21);
    return { format: 'webp', width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  return { format: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

function lookAtGif(bytes: Buffer): PackedPicture {
  const picture = { format: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } as const;
  const delays: number[] = [];
  let delay = 0;
  let plays = 1;
  const colours = bytes[10] as number;
  let at = 13 + (colours & 0x80 ? 3 << ((colours & 7) + 1) : 0);
  const skipBlocks = (): void => {
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] as number) + 1;
    at++;
  };
  while (at < bytes.length && bytes[at] !== 0x3b) {
    const block = bytes[at];
    if (block === 0x21) {
      const label = bytes[at + 1];
      if (label === 0xf9) delay = bytes.readUInt16LE(at + 4) * 10;
      // Times it is repeated; browsers play it once more.
      if (label === 0xff && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0') {
        const repeats = bytes.readUInt16LE(at + 16);
        plays = repeats === 0 ? 0 : repeats + 1;
      }
      at += 2;
      skipBlocks();
    } else if (block === 0x2c) {
      delays.push(delay <= HURRIED ? SHOWN : delay);
      const own = bytes[at + 9] as number;
      at += 11 + (own & 0x80 ? 3 << ((own & 7) + 1) : 0);
      skipBlocks();
    } else break;
  }
  return delays.length < 2 ? picture : { ...picture, motion: motionOf(delays, plays) };
}

function motionOf(delays: readonly number[], plays: number): Motion {
  const shortest = delays.reduce((least, delay) => Math.min(least, delay), Number.POSITIVE_INFINITY);
  const seconds = delays.reduce((sum, delay) => sum + delay, 0) / 1000;
  return { frames: delays.length, seconds, fps: Math.round(100_000 / shortest) / 100, plays };
}
