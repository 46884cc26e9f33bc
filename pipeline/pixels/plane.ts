/** A small upright plane of luma, taken from a picture as it lies in the file, a few pixels of each block. */
import type { Pixels } from './pixels.ts';
import type { Plane } from './spots.ts';

/** How a picture lies that EXIF's orientation 1–8 makes upright: sides swapped, read from the right, read from below. */
const LIES: readonly (readonly [swapped: boolean, fromRight: boolean, fromBelow: boolean])[] = [
  [false, false, false],
  [false, true, false],
  [false, true, true],
  [false, false, true],
  [true, false, false],
  [true, false, true],
  [true, true, true],
  [true, true, false],
];

/** Pixels of each block that are read, across and down: enough that thin strokes stay, few enough for large pictures. */
const READ = 3;

/** @param side of the longer side, in px; smaller pictures stay as large as they are */
export function planeOf({ width, height, channels, data }: Pixels, side: number, orientation = 1): Plane {
  const step = Math.max(1, Math.max(width, height) / side);
  const [swapped, fromRight, fromBelow] = LIES[orientation - 1] ?? [false, false, false];
  const [across, down] = [Math.max(1, Math.round(width / step)), Math.max(1, Math.round(height / step))];
  const read = Math.min(READ, Math.ceil(step));
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const places = (count: number, room: number): Int32Array =>
    Int32Array.from({ length: count * read }, (_, at) => Math.min(room - 1, Math.floor(((at + 0.5) / read) * step)));
  const columns = places(across, width).map((x) => x * channels);
  const rows = places(down, height).map((y) => y * width * channels);
  const [wide, tall] = swapped ? [down, across] : [across, down];
  const luma = new Uint8Array(wide * tall);
  const sums = new Int32Array(across);
  for (let y = 0; y < down; y++) {
    sums.fill(0);
    // Row by row, as the pixels lie in memory: that is most of the time it takes.
    for (let row = y * read; row < (y + 1) * read; row++) {
      const start = rows[row] as number;
      for (let x = 0, column = 0; x < across; x++) {
        let sum = 0;
        for (let one = 0; one < read; one++, column++) {
          const at = start + (columns[column] as number);
          sum += 77 * (data[at] as number) + 150 * (data[at + green] as number) + 29 * (data[at + blue] as number);
        }
        sums[x] = (sums[x] as number) + sum;
      }
    }
    const toY = fromBelow ? down - 1 - y : y;
    for (let x = 0; x < across; x++) {
      const toX = fromRight ? across - 1 - x : x;
      luma[swapped ? toX * wide + toY : toY * wide + toX] = (sums[x] as number) / (256 * read * read);
    }
  }
  return { width: wide, height: tall, luma };
}
