/** Animated GIF of a banner: one palette of its own for all frames, only what changes drawn again. */
import { createRequire } from 'node:module';
import type { Gifenc, Palette } from 'gifenc';
import type { CaptureWish } from '../model/capture.ts';
import { asOriginal, distanceFrom } from '../pixels/difference.ts';
import type { Pixels } from '../pixels/pixels.ts';

type Wish = CaptureWish & { what: 'gif' };

// Its CommonJS and its ES module differ in what is the default.
const gifenc = createRequire(import.meta.url)('gifenc') as Gifenc;

/** One colour of 256 says «as before». */
const COLOURS = [255, 127, 63, 31] as const;
/** Pixels of all frames that choose the palette. */
const SAMPLE = 60_000;
/** Evenly spread thresholds: unlike scattered errors they lie still where the picture does. */
const BAYER = [0, 32, 8, 40, 2, 34, 10, 42, 48, 16, 56, 24, 50, 18, 58, 26, 12, 44, 4, 36, 14, 46, 6, 38, 60, 28, 52, 20, 62, 30, 54, 22, 3, 35, 11, 43, 1, 33, 9, 41, 51, 19, 59, 27, 49, 17, 57, 25, 15, 47, 7, 39, 13, 45, 5, 37, 63, 31, 55, 23, 61, 29, 53, 21]; // biome-ignore format: 8 × 8

interface Still {
  readonly pixels: Pixels;
  /** Frames that it lasts. */
  frames: number;
}

/**
 * Played `loops` times, and the last frame stays. Where it weighs too much it gets fewer colours, then fewer frames.
 * @param frames at the wish's pace; the last is the end frame
 */
export async function encodeGif(
  frames: readonly Pixels[],
  wish: Wish,
): Promise<{ data: Uint8Array; fps: number; seconds: number; difference: number }> {
  let lightest: { data: Uint8Array; fps: number; difference: number } | undefined;
  const seconds = (frames.length - 1) / wish.fps;
  for (let every = 1; every <= 4; every *= 2) {
    const stills = once(frames.filter((_, at) => at % every === 0 || at === frames.length - 1));
    for (const colours of COLOURS) {
      const made = encode(stills, colours, wish.fps / every, wish.loops);
      if (!lightest || made.data.length < lightest.data.length) lightest = { ...made, fps: wish.fps / every };
      if (made.data.length <= wish.maxBytes) return { ...made, fps: wish.fps / every, seconds };
    }
  }
  return { ...(lightest as NonNullable<typeof lightest>), seconds };
}

/** Frames that are the same are one that lasts. */
function once(frames: readonly Pixels[]): Still[] {
  const stills: Still[] = [];
  for (const pixels of frames) {
    const last = stills.at(-1);
    if (last && (last.pixels === pixels || Buffer.compare(last.pixels.data, pixels.data) === 0)) last.frames++;
    else stills.push({ pixels, frames: 1 });
  }
  return stills;
}

function encode(stills: readonly Still[], colours: number, fps: number, loops: number): { data: Uint8Array; difference: number } {
  const palette = gifenc.quantize(sampleOf(stills), colours, { format: 'rgb565' });
  const { pixels: end } = stills.at(-1) as Still;
  const original = asOriginal(end);
  // Spread where that looks nearer: it helps soft tones and spoils flat ones.
  const [plain, spread] = [false, true].map((isSpread) => ({
    isSpread,
    difference: distanceFrom(original, shownAs(indexesOf(end, palette, isSpread), palette, end)),
  })) as [{ isSpread: boolean; difference: number }, { isSpread: boolean; difference: number }];
  const { isSpread, difference } = spread.difference < plain.difference ? spread : plain;
  const gif = gifenc.GIFEncoder();
  const before = palette.length;
  const table: Palette = [...palette, [0, 0, 0]];
  let shown: Uint8Array | undefined;
  stills.forEach(({ pixels, frames }, at) => {
    const index = indexesOf(pixels, palette, isSpread);
    const drawn = shown ? index.map((value, place) => (value === shown?.[place] ? before : value)) : index;
    gif.writeFrame(drawn, pixels.width, pixels.height, {
      ...(at === 0 ? { palette: table, repeat: loops === 1 ? -1 : loops - 1 } : {}),
      delay: (frames * 1000) / fps,
      dispose: 1,
      ...(shown ? { transparent: true, transparentIndex: before } : {}),
    });
    shown = index;
  });
  gif.finish();
  return { data: gif.bytes(), difference: Math.round(difference * 1000) / 1000 };
}

function sampleOf(stills: readonly Still[]): Uint8Array {
  const all = stills.reduce((sum, { pixels }) => sum + pixels.width * pixels.height, 0);
  const step = Math.max(1, Math.floor(all / SAMPLE));
  const sample: number[] = [];
  let turn = 0;
  for (const { pixels } of stills) {
    const { data, channels, width, height } = pixels;
    for (; turn < width * height; turn += step) {
      const at = turn * channels;
      sample.push(data[at] as number, data[at + 1] as number, data[at + 2] as number, 255);
    }
    turn -= width * height;
  }
  return Uint8Array.from(sample);
}

function indexesOf({ width, height, channels, data }: Pixels, palette: Palette, isSpread: boolean): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  // About half the distance between neighbours of an even palette.
  const reach = isSpread ? 128 / Math.cbrt(palette.length) : 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const shift = reach * ((BAYER[(y % 8) * 8 + (x % 8)] as number) / 64 - 0.5);
      for (let channel = 0; channel < 3; channel++)
        rgba[at * 4 + channel] = Math.max(0, Math.min(255, (data[at * channels + channel] as number) + shift));
      rgba[at * 4 + 3] = 255;
    }
  }
  return gifenc.applyPalette(rgba, palette, 'rgb565');
}

function shownAs(index: Uint8Array, palette: Palette, { width, height }: Pixels): Pixels {
  const data = new Uint8Array(index.length * 3);
  for (const [at, colour] of index.entries()) data.set((palette[colour] ?? [0, 0, 0]).slice(0, 3), at * 3);
  return { width, height, channels: 3, data };
}
