/** A waveform: how loud sound is from its beginning to its end, drawn in bars of the house's colour. */
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf, shortKey } from '../model/key.ts';

export type WaveformRecipe = {
  /** What the bytes of the input are, such as `mp3`. */
  readonly type: string;
  readonly seconds: number;
  readonly channels: number;
  /** In px of the drawing, which is wide enough for every bar with a gap as wide as itself. */
  readonly width: number;
  readonly height: number;
  readonly bars: number;
  /** `#rrggbb`. */
  readonly colour: string;
};

/** Raise it when the same recipe is drawn differently. */
const DRAWN = 'waveform 1';

const [WIDTH, HEIGHT, BARS] = [960, 120, 240];

/** @param sound the job or the stored file that is drawn */
export function planWaveform(
  sound: { readonly from: Input; readonly type: string; readonly seconds: number; readonly channels: number; readonly name: string },
  colour: string,
  ffmpeg: string,
): Job<WaveformRecipe> {
  const recipe: WaveformRecipe = {
    type: sound.type,
    seconds: sound.seconds,
    channels: sound.channels,
    width: WIDTH,
    height: HEIGHT,
    bars: BARS,
    colour,
  };
  const tool = `${ffmpeg}, ${DRAWN}`;
  const inputs = [sound.from];
  const key = jobKeyOf({ kind: 'waveform', tool, recipe, inputs });
  const file = `${sound.name.replaceAll('/', '-')}-${shortKey(key)}.svg`;
  return { key, kind: 'waveform', tool, recipe, inputs, file, label: `${sound.name} waveform`, batch: `waveform ${key}` };
}

/** Speech lies low in a linear scale; this shows it without making noise look loud. */
const CURVE = 0.7;

/**
 * Some 5 kB, one path, as sharp as the screen. It says nothing that the sound does not, so it is hidden from who cannot see it.
 * @param peaks 0–1, one for each bar
 */
export function drawWaveform(
  peaks: readonly number[],
  { width, height, colour }: Pick<WaveformRecipe, 'width' | 'height' | 'colour'>,
): string {
  const step = width / peaks.length;
  const thick = step / 2;
  const middle = height / 2;
  const tallest = middle - thick / 2;
  const bars = peaks.map((peak, at) => {
    const half = Math.max(0.05, tallest * Math.min(1, Math.max(0, peak)) ** CURVE);
    return `M${short(step * (at + 0.5))} ${short(middle - half)}V${short(middle + half)}`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">` +
    `<path fill="none" stroke="${colour}" stroke-width="${short(thick)}" stroke-linecap="round" d="${bars.join('')}"/></svg>\n`
  );
}

function short(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/**
 * A colour of the house that is seen on white: the one called `colour.waveform`, or the first that stands out by 3 : 1, as WCAG
 * 2.2 asks of drawings (1.4.11).
 */
export function waveformColour(tokens: Readonly<Record<string, string>>): string {
  const named = tokens['colour.waveform'];
  if (named !== undefined && HEX.test(named)) return named.toLowerCase();
  const colours = Object.entries(tokens).flatMap(([name, value]) => (name.startsWith('colour.') && HEX.test(value) ? [value] : []));
  return (colours.find((colour) => 1.05 / (luminance(colour) + 0.05) >= 3) ?? '#333333').toLowerCase();
}

const HEX = /^#[0-9a-f]{6}$/i;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
