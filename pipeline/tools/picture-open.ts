/** sharp: a picture opened safely, upright and in the colours of the screen. */
import { readFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { sniff } from './sniff.ts';

// AVIF bytes depend on it; jobs run side by side instead.
sharp.concurrency(1);
// Blobs are read once; a cache of operations could serve a replaced file.
sharp.cache(false);

const isSvg = (path: string): Promise<boolean> => sniff(path).then((type) => type === 'svg');

/** @param animated all frames, one below another; else the first. SVG is given as bytes, never as a path: from a path librsvg loads what lies beside it. */
export async function openPicture(path: string, limitPixels: number, animated = false): Promise<Sharp> {
  const source = (await isSvg(path)) ? await readFile(path) : path;
  return sharp(source, { limitInputPixels: limitPixels, failOn: 'warning', ...(animated ? { animated } : {}) });
}

/**
 * Upright sRGB. For 16-bit files both calls are needed: sharp works on them in Display P3, reads untagged ones as that,
 * and without a closing profile leaves them so (0.35.5).
 */
export function toScreen(picture: Sharp, metadata: Metadata): Sharp {
  const upright = picture.autoOrient();
  // Numbers without a profile are taken for sRGB, which they then are: a conversion would cost as much as to decode them.
  if (!metadata.icc && metadata.depth === 'uchar' && metadata.space === 'srgb') return upright;
  const screen = upright.withIccProfile('srgb', { attach: false });
  return isDeep(metadata) ? screen.pipelineColourspace('srgb') : screen;
}

function isDeep({ depth, space }: { readonly depth?: string; readonly space?: string }): boolean {
  return depth !== 'uchar' && (space === 'rgb16' || space === 'grey16');
}

/** In ms: what viewers take where nothing is said, and the longest that all of them take for nothing (November 2026). */
export const DELAY = 100;
const NO_DELAY = 10;

/** How long each frame is seen, as every browser shows it. */
export function delaysOf({ delay }: Metadata): number[] | undefined {
  return delay?.map((one) => (one > NO_DELAY ? one : DELAY));
}

/** Read from the head of the file. @throws when it is no picture, or one of more than the limit; then the count stands last. */
export async function pixelCount(path: string, limitPixels: number): Promise<number> {
  // The head alone costs nothing, however many pixels it promises.
  const { width, height } = await (await openPicture(path, Number.MAX_SAFE_INTEGER)).metadata();
  if (width * height > limitPixels) throw new Error(`the picture exceeds pixel limit: ${width * height}`);
  return width * height;
}
