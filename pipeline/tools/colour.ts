/** A picture read into the colours of a screen: by sharp where that is exact to 1/255, by LittleCMS where it is not. */
import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import type { ImageRecipe, ScreenSpace } from '../model/recipe.ts';
import { openPalette } from '../pixels/distinct.ts';
import { BT709, P3, toneMapped } from '../pixels/hdr.ts';
import { adobeRgb } from './adobe-rgb.ts';
import { codedPrimaries } from './cicp.ts';
import { readIcc } from './icc.ts';
import { type Converter, type Numbers, openConverter, type Profile } from './lcms.ts';
import { numberSpaceOf, readOwnNumbers } from './own-numbers.ts';
import { openPicture, toScreen } from './picture-open.ts';

/** How the numbers of a picture are understood and carried over. */
export type Reading = Pick<ImageRecipe, 'from' | 'to' | 'intent' | 'blackPoint'> & {
  /** Absolute path of the profile that untagged CMYK is read with; absent: the generic one. */
  readonly assumed?: string;
};

export interface ScreenPixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Pixels whose colours are looked up together. */
const BLOCK = 1 << 22;

/** What a file says of itself where nothing was planned: profile or assumption, to sRGB. */
export function plainReading(metadata: Metadata): Reading {
  const space = numberSpaceOf(metadata);
  const from = space === 'lab' ? 'lab' : metadata.icc ? 'embedded' : space === 'cmyk' ? 'assumed cmyk' : 'assumed srgb';
  return { from, to: 'srgb', intent: 'perceptual' };
}

/** Upright, 8 bits. @param asked absent: as the file says */
export async function readColours(path: string, limitPixels: number, asked?: Reading): Promise<ScreenPixels> {
  const metadata = await (await openPicture(path, limitPixels)).metadata();
  const reading = asked ?? plainReading(metadata);
  if (reading.from === 'coded pq' || reading.from === 'coded hlg') return rolledOff(path, limitPixels, metadata, reading);
  const profile = await sourceProfile(metadata, reading);
  if (reading.to !== 'srgb' && !numberSpaceOf(metadata))
    throw new Error(`a picture in ${metadata.space} cannot be brought into ${reading.to}`);
  const isScreen = reading.from === 'assumed srgb' && reading.to === 'srgb';
  const picture = await openPicture(path, limitPixels);
  if (profile !== undefined && !isScreen && numberSpaceOf(metadata) && !sharpIsExact(metadata, reading)) {
    return byLittleCms(await readOwnNumbers(picture, metadata), profile, reading);
  }
  // Kept, a profile is not used: a damaged one must not change numbers that are taken for sRGB.
  const screen = isScreen ? picture.autoOrient().keepIccProfile() : toScreen(picture, metadata);
  const { data, info } = await screen.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Light beyond white, brought to a screen that has none. */
async function rolledOff(path: string, limitPixels: number, metadata: Metadata, { from, to }: Reading): Promise<ScreenPixels> {
  const own = await readOwnNumbers(await openPicture(path, limitPixels), metadata);
  const transfer = from === 'coded pq' ? 'pq' : 'hlg';
  const colours = toneMapped(
    own.space === 'grey' ? threefold(own.numbers) : own.numbers,
    transfer,
    await codedPrimaries(path),
    to === 'p3' ? P3 : BT709,
  );
  const { width, height, alpha } = own;
  return { width, height, channels: alpha ? 4 : 3, data: alpha ? withAlpha(colours, alpha) : bytesOf(colours) };
}

function threefold(grey: Numbers): Numbers {
  const out = grey instanceof Uint16Array ? new Uint16Array(grey.length * 3) : new Uint8Array(grey.length * 3);
  for (let at = 0; at < out.length; at++) out[at] = grey[Math.floor(at / 3)] as number;
  return out;
}

async function sourceProfile(metadata: Metadata, { from, assumed }: Reading): Promise<Profile | undefined> {
  if (from === 'embedded') return metadata.icc;
  if (from === 'lab') return 'lab';
  if (from === 'coded p3') return builtinProfile('p3');
  if (from === 'assumed adobe rgb') return adobeRgb();
  if (from === 'assumed cmyk') return assumed === undefined ? builtinProfile('cmyk') : readFile(assumed);
  return 'srgb';
}

/**
 * sharp converts through tables made in advance and always perceptually, and works on 16 bits in Display P3. On 8-bit RGB
 * with curves and a matrix, where all intents but the absolute are one, that is exact to 1/255; with tables (any press
 * profile, ROMM version 4) it is off by up to 23 (grid of 4913 colours, sharp 0.35.5, November 2026).
 */
function sharpIsExact({ icc, depth }: Metadata, { from, to, intent }: Reading): boolean {
  if (from !== 'embedded' || to !== 'srgb' || intent === 'absolute' || depth !== 'uchar') return false;
  const profile = icc && readIcc(icc);
  return profile?.space === 'rgb' && profile.kind === 'matrix';
}

type Own = Awaited<ReturnType<typeof readOwnNumbers>>;

async function byLittleCms(own: Own, from: Profile, { to, intent, blackPoint }: Reading): Promise<ScreenPixels> {
  const { space, depth, numbers, alpha, width, height } = own;
  const target = to === 'srgb' ? 'srgb' : await builtinProfile('p3');
  const converter = await openConverter({ from, space, depth, to: target, intent, blackPoint: blackPoint === true });
  try {
    const colours =
      numbers instanceof Uint8Array
        ? await eachOnce(numbers, numbers.length / width / height, converter)
        : await converter.convert(numbers);
    return { width, height, channels: alpha ? 4 : 3, data: alpha ? withAlpha(colours, alpha) : bytesOf(colours) };
  } finally {
    converter.close();
  }
}

const bytesOf = (numbers: Numbers): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Every distinct colour is converted once. */
async function eachOnce(numbers: Uint8Array, channels: number, converter: Converter): Promise<Uint8Array> {
  const out = new Uint8Array((numbers.length / channels) * 3);
  const palette = openPalette(channels);
  let known = new Uint8Array(0);
  for (let at = 0; at < numbers.length; at += BLOCK * channels) {
    const { places, fresh } = palette.add(numbers.subarray(at, at + BLOCK * channels));
    const converted = await converter.convert(fresh);
    const more = new Uint8Array(known.length + converted.length);
    more.set(known);
    more.set(converted, known.length);
    known = more;
    for (let pixel = 0, to = (at / channels) * 3; pixel < places.length; pixel++, to += 3) {
      const place = (places[pixel] as number) * 3;
      out[to] = known[place] as number;
      out[to + 1] = known[place + 1] as number;
      out[to + 2] = known[place + 2] as number;
    }
  }
  return out;
}

function withAlpha(colours: Numbers, alpha: Uint8Array): Buffer {
  const out = Buffer.alloc(alpha.length * 4);
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    for (let channel = 0; channel < 3; channel++) out[pixel * 4 + channel] = colours[pixel * 3 + channel] as number;
    out[pixel * 4 + 3] = alpha[pixel] as number;
  }
  return out;
}

const builtin = new Map<string, Promise<Buffer>>();

/** The profiles that libvips brings: Display P3 of 480 bytes (CC0) and a generic CMYK (public domain). */
export function builtinProfile(name: Exclude<ScreenSpace, 'srgb'> | 'cmyk'): Promise<Buffer> {
  const known = builtin.get(name) ?? extractProfile(name);
  builtin.set(name, known);
  return known;
}

async function extractProfile(name: 'p3' | 'cmyk'): Promise<Buffer> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000000' } });
  const { icc } = await sharp(await dot.withIccProfile(name).tiff().toBuffer()).metadata();
  if (!icc) throw new Error(`Internal error: sharp gives no ${name} profile`);
  return icc;
}
