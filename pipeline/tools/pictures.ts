/** sharp: what a picture is, and renditions of it; runs in a child process so that a crash costs one finding. */
import { readFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import type { FileType, ImageFacts } from '../model/asset.ts';
import type { ImageFormat } from '../model/house.ts';
import { dominantOf } from '../pixels/tone.ts';
import { profileName, readPackets, rightsPacket } from './metadata.ts';
import { measurePicture, pixelsOf } from './picture-measures.ts';
import { sniff } from './sniff.ts';

// AVIF bytes depend on it; jobs run side by side instead.
sharp.concurrency(1);
// Blobs are read once; a cache of operations could serve a replaced file.
sharp.cache(false);

/** The numbers that `jobs/image.ts` decides; one rendition. */
export interface Rendering {
  readonly limitPixels: number;
  readonly from: string;
  readonly crop: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  readonly duotone?: readonly [string, string];
  readonly flatten?: string;
  readonly rights?: ImageFacts['rights'];
  readonly format: ImageFormat;
  readonly quality: number;
  readonly effort?: number;
}

/** Side of the picture that light and likeness are measured on, in px. */
const SMALL = 256;

type Raw = { readonly data: Buffer; readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 } };

const isSvg = (path: string): Promise<boolean> => sniff(path).then((type) => type === 'svg');

/** SVG is given as bytes, never as a path: from a path librsvg loads what lies beside it. */
async function openPicture(path: string, limitPixels: number): Promise<Sharp> {
  const source = (await isSvg(path)) ? await readFile(path) : path;
  return sharp(source, { limitInputPixels: limitPixels, failOn: 'warning' });
}

/**
 * Upright sRGB. For 16-bit files both calls are needed: sharp works on them in Display P3, reads untagged ones as that,
 * and without a closing profile leaves them so (0.35.5).
 */
function toScreen(picture: Sharp, metadata: Metadata): Sharp {
  const upright = picture.autoOrient();
  // Numbers without a profile are taken for sRGB, which they then are: a conversion would cost as much as to decode them.
  if (!metadata.icc && metadata.depth === 'uchar' && metadata.space === 'srgb') return upright;
  const screen = upright.withIccProfile('srgb', { attach: false });
  return isDeep(metadata) ? screen.pipelineColourspace('srgb') : screen;
}

function isDeep({ depth, space }: { readonly depth?: string; readonly space?: string }): boolean {
  return depth !== 'uchar' && (space === 'rgb16' || space === 'grey16');
}

/** Read from the head of the file. @throws when it is no picture, or one of more than the limit. */
export async function pixelCount(path: string, limitPixels: number): Promise<number> {
  const { width, height } = await (await openPicture(path, limitPixels)).metadata();
  return width * height;
}

export async function probePicture(path: string, format: FileType, limitPixels: number): Promise<ImageFacts> {
  const metadata = await (await openPicture(path, limitPixels)).metadata();
  const small = await pixelsOf(
    toScreen(await openPicture(path, limitPixels), metadata)
      .resize(SMALL, SMALL, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha(),
  );
  const thumb = await sharp(small.data, { raw: { width: small.width, height: small.height, channels: 4 } })
    .resize(100, 100, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = thumb.info;
  const thumbhash = rgbaToThumbHash(width, height, thumb.data);
  const tiny = thumbHashToRGBA(thumbhash);
  const placeholder = await sharp(Buffer.from(tiny.rgba), { raw: { width: tiny.w, height: tiny.h, channels: 4 } })
    .webp({ quality: 30 })
    .toBuffer();
  let usesAlpha = false;
  for (let at = 3; metadata.hasAlpha && at < thumb.data.length; at += 4) usesAlpha ||= (thumb.data[at] as number) < 255;
  return {
    kind: 'image',
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    format,
    depth: { uchar: 8, char: 8, ushort: 16, short: 16 }[metadata.depth as string] ?? (metadata.depth?.includes('float') ? 32 : 8),
    channels: metadata.channels,
    hasAlpha: metadata.hasAlpha,
    usesAlpha,
    space: metadata.space,
    ...(metadata.icc ? { profile: profileName(metadata.icc) } : {}),
    ...(metadata.density ? { density: metadata.density } : {}),
    orientation: metadata.orientation ?? 1,
    frames: metadata.pages ?? 1,
    ...(format === 'svg' ? {} : { measured: await measurePicture(path, await asItLies(path, metadata, limitPixels), small) }),
    dominant: dominantOf({ width, height, channels: 4, data: thumb.data }),
    thumbhash: Buffer.from(thumbhash).toString('base64'),
    placeholder: `data:image/webp;base64,${placeholder.toString('base64')}`,
    ...readPackets({
      ...(metadata.exif ? { exif: metadata.exif } : {}),
      ...(metadata.iptc ? { iptc: metadata.iptc } : {}),
      ...(metadata.xmpAsString ? { xmp: metadata.xmpAsString } : {}),
    }),
  };
}

/** Neither turned nor converted, where the numbers allow it: conversion would smooth away what an earlier JPEG left. */
async function asItLies(path: string, metadata: Metadata, limitPixels: number): Promise<Sharp> {
  const picture = await openPicture(path, limitPixels);
  const isPlain = metadata.space === 'srgb' || metadata.space === 'b-w';
  return (isPlain && metadata.icc ? picture.keepIccProfile() : isPlain ? picture : toScreen(picture, metadata)).removeAlpha();
}

const sharpInput = ({ data, raw }: Raw): Sharp => sharp(data, { raw, limitInputPixels: false });

/** The whole picture, decoded once for all its renditions; its pixels never depend on which renditions are asked. */
export async function decode(path: string, limitPixels: number): Promise<Raw> {
  const metadata = await (await openPicture(path, limitPixels)).metadata();
  const picture = toScreen(await openPicture(path, limitPixels), metadata)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' });
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** Crop, size and treatment of one rendition, before encoding. */
export async function shape(source: Raw, rendering: Rendering): Promise<Raw> {
  const { crop, width, height } = rendering;
  let picture = sharpInput(source);
  if (crop.width !== source.raw.width || crop.height !== source.raw.height) picture = picture.extract(crop);
  picture = picture.resize(width, height, { fit: 'fill' });
  if (rendering.flatten) picture = picture.flatten({ background: rendering.flatten });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const shaped: Raw = { data, raw: { width: info.width, height: info.height, channels: info.channels } };
  return rendering.duotone ? duotone(shaped, rendering.duotone) : shaped;
}

export async function encode(shaped: Raw, rendering: Rendering, to: string): Promise<void> {
  const { quality, rights } = rendering;
  const packet = rights && rightsPacket(rights);
  // What enters here are bare pixels, so nothing of the source is carried along.
  const picture = packet === undefined ? sharpInput(shaped) : sharpInput(shaped).withXmp(packet);
  const effort = rendering.effort === undefined ? {} : { effort: rendering.effort };
  const encoders: Record<ImageFormat, () => Sharp> = {
    avif: () => picture.avif({ quality, ...effort }),
    webp: () => picture.webp({ quality, ...effort }),
    jpeg: () => picture.flatten({ background: '#ffffff' }).jpeg({ quality }),
    png: () => picture.png({ compressionLevel: 9 }),
  };
  const info = await encoders[rendering.format]().toFile(to);
  // "No error" proves nothing: what came out must be what was decided.
  if (info.width !== rendering.width || info.height !== rendering.height) {
    throw new Error(`the encoder gave ${info.width} × ${info.height} px instead of ${rendering.width} × ${rendering.height}`);
  }
  if (packet !== undefined && (await sharp(to).metadata()).xmpAsString !== packet) throw new Error('the rights were not written');
}

/** Luminance (Rec. 709 weights on sRGB values) drawn between two colours. */
function duotone({ data, raw }: Raw, colours: readonly [string, string]): Raw {
  const [dark, light] = colours.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))) as [number[], number[]];
  const out = Buffer.alloc(raw.width * raw.height * 3);
  for (let pixel = 0; pixel < raw.width * raw.height; pixel++) {
    const from = pixel * raw.channels;
    const grey = raw.channels < 3;
    const red = data[from] as number;
    const light709 =
      (0.2126 * red + 0.7152 * (data[grey ? from : from + 1] as number) + 0.0722 * (data[grey ? from : from + 2] as number)) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const low = dark[channel] as number;
      out[pixel * 3 + channel] = Math.round(low + ((light[channel] as number) - low) * light709);
    }
  }
  return { data: out, raw: { width: raw.width, height: raw.height, channels: 3 } };
}
