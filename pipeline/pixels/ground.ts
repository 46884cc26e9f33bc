/** What a cut-out or a logo stands on: an even ground of its own all round, or nothing, with a tone that may vanish on white. */
import type { Pixels } from './pixels.ts';

/** Levels by which an even ground may vary: a JPEG's ripple, and a shadow nobody sees. */
const EVEN = 8;
/** Less than this part of the picture off its ground is an empty sheet. */
const SUBJECT = 0.005;
const OFF = 32;

/** @param pixels RGBA; @returns `#rrggbb` of an opaque ground that is one colour along all four edges */
export function groundOf({ width, height, channels, data }: Pixels): string | undefined {
  if (channels !== 4 || width < 8 || height < 8) return undefined;
  const sums = [0, 0, 0];
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  let count = 0;
  for (let y = 0; y < height; y++) {
    const step = y === 0 || y === height - 1 ? 1 : width - 1;
    for (let x = 0; x < width; x += step) {
      const from = (y * width + x) * 4;
      if (data[from + 3] !== 255) return undefined;
      count++;
      for (let channel = 0; channel < 3; channel++) {
        const value = data[from + channel] as number;
        sums[channel] = (sums[channel] as number) + value;
        low[channel] = Math.min(low[channel] as number, value);
        high[channel] = Math.max(high[channel] as number, value);
      }
    }
  }
  if (high.some((value, channel) => value - (low[channel] as number) > EVEN)) return undefined;
  const ground = sums.map((sum) => Math.round(sum / count));
  let off = 0;
  for (let from = 0; from < data.length; from += 4) {
    const apart = (channel: number): number => Math.abs((data[from + channel] as number) - (ground[channel] as number));
    if (Math.max(apart(0), apart(1), apart(2)) > OFF) off++;
  }
  if (off < SUBJECT * width * height) return undefined;
  return `#${ground.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast with white (WCAG 2.2) below which a shape is hardly seen; a light grey such as #d9d9d9 has 1.4. */
const SEEN = 1.4;
const LINEAR = Float64Array.from({ length: 256 }, (_, value) =>
  value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
);

/** Share of what can be seen of a see-through picture that would hardly be seen on white. @param pixels RGBA */
export function paleOf({ channels, data }: Pixels): number | undefined {
  if (channels !== 4) return undefined;
  let seen = 0;
  let pale = 0;
  let through = 0;
  for (let from = 0; from < data.length; from += 4) {
    const alpha = (data[from + 3] as number) / 255;
    if (alpha < 1) through++;
    if (alpha === 0) continue;
    const linear = (channel: number): number => {
      const value = data[from + channel] as number;
      return LINEAR[Math.round(255 + (value - 255) * alpha)] as number;
    };
    seen += alpha;
    if (1.05 / (0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2) + 0.05) < SEEN) pale += alpha;
  }
  return through === 0 || seen === 0 ? undefined : pale / seen;
}
