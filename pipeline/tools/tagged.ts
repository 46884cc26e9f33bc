/** Pixels said to be in a colour space, and a file asked which one it says: sharp converts into a profile, but cannot just name one. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { ScreenSpace } from '../model/recipe.ts';
import { builtinProfile } from './colour.ts';
import { type Raw, sharpInput } from './renditions.ts';

/**
 * Pixels ready to be encoded, with their profile where they need one. In sRGB they carry none: every format's readers take
 * that for sRGB (CSS Color 4, section 12), and 480 bytes are a tenth of a small picture.
 */
export async function tagged(shaped: Raw, space: ScreenSpace): Promise<Sharp> {
  if (space === 'srgb') return sharpInput(shaped);
  return sharp(tiffOf(shaped, await builtinProfile(space)), { limitInputPixels: false }).keepIccProfile();
}

/** @throws when a file does not say what was decided. */
export async function proveTag({ icc, space: found }: Metadata, space: ScreenSpace): Promise<void> {
  const wanted = space === 'srgb' ? undefined : await builtinProfile(space);
  if (!(wanted ? icc?.equals(wanted) : icc === undefined) || (found !== 'srgb' && found !== 'b-w'))
    throw new Error(`the file does not say that it is in ${space}`);
}

/** An uncompressed TIFF: a head round the same bytes, which is the cheapest way to hand a profile to sharp. */
function tiffOf({ data, raw: { width, height, channels } }: Raw, profile: Buffer): Buffer {
  const [SHORT, LONG, UNDEFINED] = [3, 4, 7];
  const hasAlpha = channels === 4;
  const tags = 11 + (hasAlpha ? 1 : 0);
  const bits = 8 + 2 + tags * 12 + 4;
  const icc = bits + channels * 2;
  const pixels = icc + profile.length + (profile.length % 2);
  const head = Buffer.alloc(pixels);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags, 8);
  let at = 10;
  const tag = (number: number, type: number, count: number, value: number): void => {
    head.writeUInt16LE(number, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
    at += 12;
  };
  tag(256, LONG, 1, width);
  tag(257, LONG, 1, height);
  tag(258, SHORT, channels, bits);
  tag(259, SHORT, 1, 1); // Not compressed.
  tag(262, SHORT, 1, 2); // RGB.
  tag(273, LONG, 1, pixels);
  tag(277, SHORT, 1, channels);
  tag(278, LONG, 1, height);
  tag(279, LONG, 1, data.length);
  tag(284, SHORT, 1, 1); // Channels side by side.
  if (hasAlpha) tag(338, SHORT, 1, 2); // Alpha not multiplied in.
  tag(34675, UNDEFINED, profile.length, icc);
  for (let channel = 0; channel < channels; channel++) head.writeUInt16LE(8, bits + channel * 2);
  profile.copy(head, icc);
  return Buffer.concat([head, data]);
}
