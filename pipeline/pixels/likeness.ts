/** A fingerprint by which two files of the same picture are known: another size, format, quality or a slight correction. */
import type { Pixels } from './pixels.ts';

const SIDE = 32;
const LOW = 8;
const COSINES = Float64Array.from({ length: LOW * SIDE }, (_, at) =>
  Math.cos(((2 * (at % SIDE) + 1) * Math.floor(at / SIDE) * Math.PI) / (2 * SIDE)),
);

/** 64 bits in hexadecimal: signs of the lowest frequencies of light round their median. */
export function fingerprint(pixels: Pixels): string {
  const grey = shrink(pixels);
  const low: number[] = [];
  for (let v = 0; v < LOW; v++) {
    for (let u = 0; u < LOW; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) {
        const down = COSINES[v * SIDE + y] as number;
        for (let x = 0; x < SIDE; x++) sum += (grey[y * SIDE + x] as number) * down * (COSINES[u * SIDE + x] as number);
      }
      low.push(sum);
    }
  }
  // The first is mean light, which says nothing of the picture.
  const middle = low.slice(1).toSorted((one, other) => one - other)[(LOW * LOW - 1) >> 1] as number;
  let bits = 0n;
  for (const value of low) bits = (bits << 1n) | (value > middle ? 1n : 0n);
  return bits.toString(16).padStart(16, '0');
}

/** Mean luma of 32 × 32 fields. */
function shrink({ width, height, channels, data }: Pixels): Float64Array {
  const sums = new Float64Array(SIDE * SIDE);
  const counts = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * SIDE) / height) * SIDE;
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * channels;
      const field = row + Math.floor((x * SIDE) / width);
      sums[field] =
        (sums[field] as number) +
        (channels < 3
          ? (data[from] as number)
          : 0.299 * (data[from] as number) + 0.587 * (data[from + 1] as number) + 0.114 * (data[from + 2] as number));
      counts[field] = (counts[field] as number) + 1;
    }
  }
  return sums.map((sum, field) => sum / Math.max(1, counts[field] as number));
}
