/** sharp: what a picture is and what can be measured on it; runs in a child process so that a crash costs one finding. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import type { FileType, ImageFacts } from '../model/asset.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { dominantOf } from '../pixels/tone.ts';
import { adobeRgb } from './adobe-rgb.ts';
import { codedColour } from './cicp.ts';
import { builtinProfile } from './colour.ts';
import { colourFacts } from './colour-facts.ts';
import { packetsOfJpeg, stateOfGainMap } from './gain-map.ts';
import { readManifest } from './manifest.ts';
import { profileName, readPackets, saysAdobeRgb } from './metadata.ts';
import { measurePicture, measureSmall, pixelsOf } from './picture-measures.ts';
import { delaysOf, openPicture, toScreen } from './picture-open.ts';
import { decode, type Raw, sharpInput } from './renditions.ts';
import { isSequence } from './sniff.ts';

/** Side of the picture that light and likeness are measured on, in px. */
const SMALL = 256;

/** @param original what `path` was developed from, when it was: a developer carries no manifest over */
export async function probePicture(path: string, format: FileType, limitPixels: number, original = path): Promise<ImageFacts> {
  const manifest = await readManifest(original, format);
  const metadata = await (await openPicture(path, limitPixels)).metadata();
  const coded = await codedColour(path, original);
  const mapped = coded === 'pq' || coded === 'hlg' ? await asShown(path, limitPixels, coded) : undefined;
  const shown = mapped ? sharpInput(mapped) : toScreen(await openPicture(path, limitPixels), metadata);
  const lying = format === 'svg' ? undefined : mapped ? sharpInput(mapped).removeAlpha() : await asItLies(path, metadata, limitPixels);
  const turned = mapped || !isPlain(metadata) ? 1 : (metadata.orientation ?? 1);
  // All at once: while the whole is decoded, and the placeholder coded, the small one is measured.
  const ofSmall = pixelsOf(smallOf(shown));
  const [whole, seen, thumb] = await Promise.all([
    lying && pixelsOf(lying),
    lying && ofSmall.then((small) => ({ small, measured: measureSmall(small) })),
    ofSmall.then(thumbOf),
  ]);
  let usesAlpha = false;
  for (let at = 3; metadata.hasAlpha && at < thumb.pixels.data.length; at += 4) usesAlpha ||= (thumb.pixels.data[at] as number) < 255;
  const animation = animationOf(metadata);
  // Later frames may be see-through where the first is not.
  if (
    !usesAlpha &&
    metadata.hasAlpha &&
    animation.animation &&
    metadata.width * metadata.height * animation.animation.frames <= limitPixels
  )
    usesAlpha = !(await (await openPicture(path, limitPixels, true)).stats()).isOpaque;
  const gainMap = await stateOfGainMap(metadata);
  const isAdobeRgb = !metadata.icc && !coded && metadata.space === 'srgb' && saysAdobeRgb(metadata.exif);
  const stated = coded === 'p3' ? await builtinProfile('p3') : isAdobeRgb ? adobeRgb() : undefined;
  const colour = await colourFacts(path, metadata, whole, limitPixels, stated);
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
    ...(colour ? { colour } : {}),
    ...(coded ? { coded } : {}),
    ...(isAdobeRgb ? { isAdobeRgb } : {}),
    ...(gainMap ? { gainMap } : {}),
    ...(metadata.density ? { density: metadata.density } : {}),
    orientation: metadata.orientation ?? 1,
    frames: metadata.pages ?? 1,
    ...animation,
    ...((await isSequence(original)) ? { sequence: true as const } : {}),
    ...(whole && seen ? { measured: await measurePicture(path, whole, seen, turned) } : {}),
    dominant: dominantOf(thumb.pixels),
    thumbhash: thumb.hash,
    placeholder: thumb.placeholder,
    ...readPackets({
      ...(metadata.exif ? { exif: metadata.exif } : {}),
      ...(metadata.iptc ? { iptc: metadata.iptc } : {}),
      ...(metadata.xmpAsString ? { xmp: metadata.xmpAsString } : {}),
      ...(metadata.comments ? { notes: metadata.comments.map(({ keyword, text }) => `${keyword}: ${text}`).join('\n') } : {}),
      ...(metadata.gainMap ? await packetsOfJpeg(path) : {}),
      ...(manifest ? { manifest } : {}),
    }),
  };
}

interface Thumb {
  readonly pixels: Pixels;
  /** Base64. */
  readonly hash: string;
  /** Data URL. */
  readonly placeholder: string;
}

async function thumbOf({ width, height, data }: Pixels): Promise<Thumb> {
  const pixels = await pixelsOf(sharp(data, { raw: { width, height, channels: 4 } }).resize(100, 100, { fit: 'inside' }));
  const hash = rgbaToThumbHash(pixels.width, pixels.height, pixels.data);
  const tiny = thumbHashToRGBA(hash);
  const placeholder = await sharp(Buffer.from(tiny.rgba), { raw: { width: tiny.w, height: tiny.h, channels: 4 } })
    .webp({ quality: 30 })
    .toBuffer();
  return {
    pixels,
    hash: Buffer.from(hash).toString('base64'),
    placeholder: `data:image/webp;base64,${placeholder.toString('base64')}`,
  };
}

/** What light, colour, level and likeness are measured on. @param shown upright, in the colours of the screen */
export function smallOf(shown: Sharp): Sharp {
  return shown.resize(SMALL, SMALL, { fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').ensureAlpha();
}

/** Judged as it will be seen: as they lie in the file, such numbers are dull and grey. */
function asShown(path: string, limitPixels: number, coded: 'pq' | 'hlg'): Promise<Raw> {
  return decode(path, limitPixels, { from: `coded ${coded}`, to: 'srgb', intent: 'perceptual' });
}

/** Pages of a TIFF follow one another on paper only: they have no delays. */
function animationOf(metadata: Metadata): Pick<ImageFacts, 'animation'> {
  const { pages = 1, loop = 0 } = metadata;
  const delay = delaysOf(metadata);
  if (pages < 2 || !delay) return {};
  return { animation: { frames: pages, seconds: Math.round(delay.reduce((sum, one) => sum + one, 0)) / 1000, loop } };
}

/** Neither turned nor converted, where the numbers allow it: conversion would smooth away what an earlier JPEG left. */
async function asItLies(path: string, metadata: Metadata, limitPixels: number): Promise<Sharp> {
  const picture = await openPicture(path, limitPixels);
  const asItIs = metadata.icc ? picture.keepIccProfile() : picture;
  return (isPlain(metadata) ? asItIs : toScreen(picture, metadata)).removeAlpha();
}

function isPlain({ space }: Metadata): boolean {
  return space === 'srgb' || space === 'b-w';
}
