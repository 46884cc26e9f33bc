/** Measures a picture on its own pixels: the whole of it for detail and old blocks, a small upright one for light and likeness. */
import { open } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import type { PictureMeasures } from '../model/asset.ts';
import { bandingOf } from '../pixels/banding.ts';
import { earlierQuality, qualityOf } from '../pixels/blocks.ts';
import { castOf } from '../pixels/cast.ts';
import { type Field, isDrawn } from '../pixels/drawn.ts';
import { groundOf, paleOf } from '../pixels/ground.ts';
import { LETTERING_SIDE, letteringOf } from '../pixels/lettering.ts';
import { fingerprint } from '../pixels/likeness.ts';
import { type Luma, PART, type Pixels, partsOf } from '../pixels/pixels.ts';
import { planeOf } from '../pixels/plane.ts';
import { salientRegion } from '../pixels/salience.ts';
import { detailOf } from '../pixels/spectrum.ts';
import { tiltOf } from '../pixels/tilt.ts';
import { barsOf, clippingOf, lightOf } from '../pixels/tone.ts';

/**
 * @param whole as it lies in the file, neither turned nor scaled: JPEG's blocks must lie where they lay
 * @param seen what was measured on the small one
 * @param orientation that makes `whole` upright, 1–8
 */
export async function measurePicture(
  path: string,
  whole: Pixels,
  { small, measured }: Seen,
  orientation: number,
): Promise<PictureMeasures> {
  const parts = partsOf(whole);
  const table = await lumaTable(path);
  const { share, noise } = detailOf(parts);
  const earlier = earlierQuality(parts, table);
  const fields = fieldsOf(parts, small);
  // Behind holes lies whatever a program left there.
  const lettering = measured.pale === undefined ? letteringOf(planeOf(whole, LETTERING_SIDE, orientation)) : [];
  return {
    ...(share === undefined ? {} : { detail: round(share) }),
    noise: round(noise),
    ...(table ? { quality: qualityOf(table) } : {}),
    ...(earlier === undefined ? {} : { earlierQuality: earlier }),
    ...(isDrawn(fields) ? { graphic: true as const } : {}),
    banding: round(bandingOf(fields)),
    ...measured,
    ...(lettering.length > 0 ? { lettering } : {}),
  };
}

interface Seen {
  /** Upright, sRGB with alpha, a few hundred px. */
  readonly small: Pixels;
  readonly measured: ReturnType<typeof measureSmall>;
}

type OfSmall = 'ground' | 'pale' | 'clipped' | 'light' | 'cast' | 'tilt' | 'bars' | 'salient' | 'fingerprint';

/** Light, colour, level and likeness. @param small upright, sRGB with alpha, a few hundred px */
export function measureSmall(small: Pixels): Pick<PictureMeasures, OfSmall> {
  const { light, dark } = clippingOf(small);
  const { top, right, bottom, left } = barsOf(small);
  const salient = salientRegion(small);
  const tones = lightOf(small);
  const cast = castOf(small);
  const tilt = tiltOf(small);
  const pale = paleOf(small);
  const ground = groundOf(small);
  return {
    ...(ground ? { ground } : {}),
    ...(pale === undefined ? {} : { pale: round(pale) }),
    clipped: { light: round(light), dark: round(dark) },
    light: {
      black: round(tones.black),
      dark: round(tones.dark),
      middle: round(tones.middle),
      bright: round(tones.bright),
      white: round(tones.white),
    },
    ...(cast ? { cast: { a: round(cast.a), b: round(cast.b), sure: round(cast.sure) } } : {}),
    ...(tilt ? { tilt: { degrees: round(tilt.degrees), sure: round(tilt.sure) } } : {}),
    bars: { top: round(top), right: round(right), bottom: round(bottom), left: round(left) },
    ...(salient ? { salient } : {}),
    fingerprint: fingerprint(small),
  };
}

const round = (value: number): number => Number(value.toFixed(4));

/** Too few parts to tell anything: then the small picture is the part. */
const FEW = 4;

function fieldsOf(parts: readonly Luma[], { width, height, channels, data }: Pixels): Field[] {
  if (parts.length >= FEW) return parts.map((luma) => ({ width: PART, height: PART, luma }));
  const luma = Float32Array.from({ length: width * height }, (_, at) => {
    const from = at * channels;
    return 0.299 * (data[from] as number) + 0.587 * (data[from + 1] as number) + 0.114 * (data[from + 2] as number);
  });
  return [{ width, height, luma }];
}

export async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, data };
}

/** JPEG writes its tables along diagonals. */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57,
  50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
] as const;

/** The first table of a JPEG, which is luma's, in rows; nothing for other files. */
async function lumaTable(path: string): Promise<number[] | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (at: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    if (!(await read(0, 2)).equals(Buffer.from([0xff, 0xd8]))) return undefined;
    for (let at = 2; at + 4 < size; ) {
      const head = await read(at, 4);
      const marker = head[1] as number;
      // The picture itself begins: no table will follow.
      if (head.length < 4 || head[0] !== 0xff || marker === 0xda) return undefined;
      const length = head.readUInt16BE(2);
      if (marker === 0xdb) {
        const body = await read(at + 4, length - 2);
        const isWide = (body[0] ?? 0) >> 4 === 1;
        if (body.length < (isWide ? 129 : 65)) return undefined;
        const table = new Array<number>(64).fill(1);
        for (const [index, place] of ZIGZAG.entries())
          table[place] = isWide ? body.readUInt16BE(1 + index * 2) : (body[1 + index] as number);
        return table;
      }
      at += 2 + length;
    }
    return undefined;
  } finally {
    await file.close();
  }
}
