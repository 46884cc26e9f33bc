/** TIFF files with given numbers and profile, written by hand so that no library has touched either. */
import { readFileSync } from 'node:fs';

export interface Tiff {
  readonly width: number;
  readonly height: number;
  readonly space: 'grey' | 'rgb' | 'cmyk' | 'lab';
  /** Channel by channel, 8 or 16 bits; alpha after the colours where there is one channel more. */
  readonly data: Uint8Array | Uint16Array;
  readonly icc?: Buffer;
}

const PHOTOMETRIC = { grey: 1, rgb: 2, cmyk: 5, lab: 8 } as const;
const COLOURS = { grey: 1, rgb: 3, cmyk: 4, lab: 3 } as const;

export function tiff({ width, height, space, data, icc }: Tiff): Buffer {
  const samples = data.length / width / height;
  const bits = data.BYTES_PER_ELEMENT * 8;
  const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const blobs: Buffer[] = [];
  const entries: Buffer[] = [];
  const count = 10 + (samples > COLOURS[space] ? 1 : 0) + (icc ? 1 : 0);
  let free = 8 + 2 + count * 12 + 4;
  const keep = (blob: Buffer): number => {
    const at = free;
    blobs.push(blob);
    free += blob.length;
    return at;
  };
  const tag = (number: number, type: number, length: number, value: number): void => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(number, 0);
    entry.writeUInt16LE(type, 2);
    entry.writeUInt32LE(length, 4);
    entry.writeUInt32LE(value, 8);
    entries.push(entry);
  };
  const depths = Buffer.alloc(samples * 2);
  for (let sample = 0; sample < samples; sample++) depths.writeUInt16LE(bits, sample * 2);
  tag(256, 4, 1, width);
  tag(257, 4, 1, height);
  tag(258, 3, samples, samples > 2 ? keep(depths) : bits * (samples === 2 ? 65537 : 1));
  tag(259, 3, 1, 1);
  tag(262, 3, 1, PHOTOMETRIC[space]);
  tag(273, 4, 1, keep(pixels));
  tag(277, 3, 1, samples);
  tag(278, 4, 1, height);
  tag(279, 4, 1, pixels.length);
  tag(284, 3, 1, 1);
  if (samples > COLOURS[space]) tag(338, 3, 1, 2);
  if (icc) tag(34675, 7, icc.length, keep(icc));
  const head = Buffer.alloc(10);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(count, 8);
  return Buffer.concat([head, ...entries, Buffer.alloc(4), ...blobs]);
}

/** Profiles of Debian's packages colord-data, icc-profiles-free and scribus-data; `npm run setup -- --test` brings them. */
export const PROFILES = {
  sRGB: '/usr/share/color/icc/colord/sRGB.icc',
  'Adobe RGB': '/usr/share/color/icc/colord/AdobeRGB1998.icc',
  'eciRGB v2': '/usr/share/color/icc/colord/ECI-RGBv2.icc',
  ProPhoto: '/usr/share/color/icc/colord/ProPhotoRGB.icc',
  'L* RGB': '/usr/share/color/icc/LStar-RGB.icc',
  grey: '/usr/share/color/icc/Gray.icc',
  'L* grey': '/usr/share/color/icc/Gray-CIE_L.icc',
  'ISO Coated': '/usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc',
} as const;

export const profile = (name: keyof typeof PROFILES): Buffer => readFileSync(PROFILES[name]);

/** 17³ colours of three channels, values min(255, 16·i), the first outermost: 289 × 17 px. */
export function grid(): Uint8Array {
  const level = (step: number): number => Math.min(255, step * 16);
  return Uint8Array.from({ length: 4913 * 3 }, (_, at) => {
    const colour = Math.floor(at / 3);
    return level(Math.floor(colour / 17 ** (2 - (at % 3))) % 17);
  });
}
export const GRID = { width: 289, height: 17 } as const;

/** CMYK: 9⁴ colours, 729 × 9 px. */
export function pressGrid(): Uint8Array {
  return Uint8Array.from({ length: 6561 * 4 }, (_, at) => Math.min(255, (Math.floor(Math.floor(at / 4) / 9 ** (3 - (at % 4))) % 9) * 32));
}
export const PRESS_GRID = { width: 729, height: 9 } as const;

/** The same in 16 bits, between the steps of 8. */
export const deep = (numbers: Uint8Array): Uint16Array =>
  Uint16Array.from(numbers, (value, at) => Math.min(65535, Math.max(0, value * 257 + ((at * 7919) % 255) - 127)));
