/** Steps that change colour itself: saturation, monochrome, duotone, tint. */
import { quickCoded, quickLinear } from './light.ts';
import type { Planes } from './planes.ts';

type Colour = readonly [number, number, number];

/** @param hex `#rrggbb` @returns shares 0–1 */
export function colourOf(hex: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [red, green, blue];
}

/** Away from luma or towards it. @param amount −100 to 100 */
export function saturate({ red, green, blue }: Planes, amount: number): void {
  const times = 1 + amount / 100;
  for (let at = 0; at < red.length; at++) {
    const [r, g, b] = [red[at] as number, green[at] as number, blue[at] as number];
    const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    red[at] = luma + (r - luma) * times;
    green[at] = luma + (g - luma) * times;
    blue[at] = luma + (b - luma) * times;
  }
}

/** Grey of mixed linear light, as a film behind a filter sees it. */
export function monochrome({ red, green, blue }: Planes, [ofRed, ofGreen, ofBlue]: Colour): void {
  for (let at = 0; at < red.length; at++) {
    const light =
      ofRed * quickLinear(within(red[at] as number)) +
      ofGreen * quickLinear(within(green[at] as number)) +
      ofBlue * quickLinear(within(blue[at] as number));
    const grey = quickCoded(within(light));
    red[at] = grey;
    green[at] = grey;
    blue[at] = grey;
  }
}

/** Luma drawn between two colours. */
export function duotone(planes: Planes, dark: Colour, light: Colour): void {
  colour(
    planes,
    (luma, channel) => {
      const low = dark[channel] as number;
      return low + ((light[channel] as number) - low) * luma;
    },
    1,
  );
}

/** Luma drawn from black over a colour of its own lightness to white. @param strength 0 to 100 */
export function tint(planes: Planes, over: Colour, strength: number): void {
  const middle = Math.max(0.02, Math.min(0.98, 0.2126 * over[0] + 0.7152 * over[1] + 0.0722 * over[2]));
  const drawn = (luma: number, channel: number): number => {
    const own = over[channel] as number;
    return luma < middle ? (own * luma) / middle : own + ((1 - own) * (luma - middle)) / (1 - middle);
  };
  colour(planes, drawn, strength / 100);
}

function colour({ red, green, blue }: Planes, drawn: (luma: number, channel: number) => number, strength: number): void {
  for (let at = 0; at < red.length; at++) {
    const [r, g, b] = [red[at] as number, green[at] as number, blue[at] as number];
    const luma = within(0.2126 * r + 0.7152 * g + 0.0722 * b);
    red[at] = r + (drawn(luma, 0) - r) * strength;
    green[at] = g + (drawn(luma, 1) - g) * strength;
    blue[at] = b + (drawn(luma, 2) - b) * strength;
  }
}

function within(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
