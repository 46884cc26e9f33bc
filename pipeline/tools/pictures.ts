/** sharp: what a picture is and what can be measured on it; runs in a child process so that a crash costs one finding. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import type { FileType, ImageFacts } from '../model/asset.ts';
import { dominantOf } from '../pixels/tone.ts';
import { adobeRgb } from './adobe-rgb.ts';
import { codedColour } from './cicp.ts';
import { builtinProfile } from './colour.ts';
import { colourFacts } from './colour-facts.ts';
import { packetsOfJpeg, stateOfGainMap } from './gain-map.ts';
import { readManifest } from './manifest.ts';
import { profileName, readPackets, saysAdobeRgb } from './metadata.ts';
import { measurePicture, pixelsOf } from './picture-measures.ts';
import { openPicture, toScreen } from './picture-open.ts';
import { decode, type Raw, sharpInput } from './renditions.ts';
import { isSequence } from './sniff.ts';

/** Side of the picture that light and likeness are measured on, in px. */
const SMALL = 256;

/** @param original what `path` was developed from, when it was: a developer carries no manifest over */
export async function probePicture(path: string, format: FileType, limitPixels: number, original = path): Promise<ImageFacts> {
  const manifest = await readManifest(original, format);
  const metadata = await (await openPicture(path, limitPixels)).metadata();
  const coded = await codedColour(path, format);
  const mapped = coded === 'pq' || coded === 'hlg' ? await asShown(path, limitPixels, coded) : undefined;
  const shown = mapped ? sharpInput(mapped) : toScreen(await openPicture(path, limitPixels), metadata);
  const lying = format === 'svg' ? undefined : mapped ? sharpInput(mapped).removeAlpha() : await asItLies(path, metadata, limitPixels);
  // Both at once: each leaves a core to the other.
  const [small, whole] = await Promise.all([pixelsOf(smallOf(shown)), lying && pixelsOf(lying)]);
  const turned = mapped || !isPlain(metadata) ? 1 : (metadata.orientation ?? 1);
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
    ...(whole ? { measured: await measurePicture(path, whole, small, turned) } : {}),
    dominant: dominantOf({ width, height, channels: 4, data: thumb.data }),
    thumbhash: Buffer.from(thumbhash).toString('base64'),
    placeholder: `data:image/webp;base64,${placeholder.toString('base64')}`,
    ...readPackets({
      ...(metadata.exif ? { exif: metadata.exif } : {}),
      ...(metadata.iptc ? { iptc: metadata.iptc } : {}),
      ...(metadata.xmpAsString ? { xmp: metadata.xmpAsString } : {}),
      ...(metadata.gainMap ? await packetsOfJpeg(path) : {}),
      ...(manifest ? { manifest } : {}),
    }),
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
function animationOf({ pages = 1, delay, loop = 0 }: Metadata): Pick<ImageFacts, 'animation'> {
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
