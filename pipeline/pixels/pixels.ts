/** Pixels as a decoder gives them, and the parts of a picture that measures are taken on. */

/** 8-bit sRGB, channel by channel within each pixel, row by row; grey has one channel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** Side of a part, in px: a multiple of JPEG's blocks, and small enough to lie within a sharp subject before a soft background. */
export const PART = 64;
/** Parts looked at, in an even grid over the whole picture. */
const MOST = 144;

/** JPEG's luma (Rec. 601) of one part, `PART` × `PART`. */
export type Luma = Float32Array;

/** An even choice of parts; each begins where JPEG's blocks do. */
export function partsOf(pixels: Pixels): Luma[] {
  const across = Math.floor(pixels.width / PART);
  const down = Math.floor(pixels.height / PART);
  const step = Math.max(1, Math.sqrt((across * down) / MOST));
  const found: Luma[] = [];
  for (let row = step / 2; row < down; row += step) {
    for (let column = step / 2; column < across; column += step) {
      found.push(lumaOf(pixels, Math.floor(column) * PART, Math.floor(row) * PART));
    }
  }
  return found;
}

function lumaOf({ width, channels, data }: Pixels, left: number, top: number): Luma {
  const luma = new Float32Array(PART * PART);
  for (let y = 0, to = 0; y < PART; y++) {
    let from = ((top + y) * width + left) * channels;
    for (let x = 0; x < PART; x++, from += channels, to++) {
      luma[to] =
        channels < 3
          ? (data[from] as number)
          : 0.299 * (data[from] as number) + 0.587 * (data[from + 1] as number) + 0.114 * (data[from + 2] as number);
    }
  }
  return luma;
}
