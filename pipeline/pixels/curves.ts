/** Tone curves: exposure, levels, brightness, contrast, curves through points, and white balance. */
import { toCoded, toLinear } from './light.ts';
import type { Curve } from './planes.ts';

/** Linear light times a gain; what passes white is white. */
export function gain(times: number): Curve {
  return (value) => toCoded(Math.min(1, toLinear(value) * times));
}

/** Linear light from which lights that are raised are rolled off, as film does: what was below white keeps its drawing. */
const SHOULDER = 0.5;

export function exposure(stops: number): Curve {
  const times = 2 ** stops;
  if (times <= 1) return gain(times);
  // From the shoulder on with the same slope, and level at white.
  const steep = (times - SHOULDER) / (1 - SHOULDER);
  return (value) => {
    const light = toLinear(Math.min(1, value)) * times;
    if (light <= SHOULDER) return toCoded(light);
    const beyond = (light - SHOULDER) / (times - SHOULDER);
    return toCoded(1 - (1 - SHOULDER) * (1 - beyond) ** steep);
  };
}

/** @param amount −100 to 100: middle grey goes to 0.5 ** 0.5 at 100 and to 0.5 ** 2 at −100 */
export function brightness(amount: number): Curve {
  const power = 2 ** (-amount / 100);
  return (value) => value ** power;
}

/** An S (or, below zero, its mirror) of the logistic kind round one half. @param amount −100 to 100 */
export function contrast(amount: number): Curve {
  const steep = (Math.abs(amount) / 100) * 8;
  if (steep === 0) return (value) => value;
  const low = 1 / (1 + Math.exp(steep / 2));
  const high = 1 / (1 + Math.exp(-steep / 2));
  if (amount > 0) return (value) => (1 / (1 + Math.exp(steep * (0.5 - value))) - low) / (high - low);
  return (value) => {
    const share = low + value * (high - low);
    return 0.5 - Math.log(1 / share - 1) / steep;
  };
}

/** @param black, white coded values that become 0 and 1 */
export function levels(black: number, white: number, gamma: number): Curve {
  return (value) => Math.max(0, Math.min(1, (value - black) / (white - black))) ** (1 / gamma);
}

/** Through points in rising order, joined by cubics that never overshoot (Fritsch and Carlson, 1980). */
export function through(points: readonly (readonly [number, number])[]): Curve {
  const last = points.length - 1;
  const x = points.map(([one]) => one);
  const y = points.map(([, other]) => other);
  const rise = x.slice(1).map((one, at) => ((y[at + 1] as number) - (y[at] as number)) / (one - (x[at] as number)));
  const slope = x.map((_, at) => {
    const [before, after] = [rise[at - 1], rise[at]];
    if (before === undefined || after === undefined) return (before ?? after) as number;
    return before * after <= 0 ? 0 : (before + after) / 2;
  });
  for (let at = 0; at < last; at++) {
    const flat = rise[at] as number;
    if (flat === 0) {
      slope[at] = 0;
      slope[at + 1] = 0;
      continue;
    }
    const far = Math.hypot((slope[at] as number) / flat, (slope[at + 1] as number) / flat);
    if (far > 3) {
      slope[at] = ((slope[at] as number) * 3) / far;
      slope[at + 1] = ((slope[at + 1] as number) * 3) / far;
    }
  }
  return (value) => {
    if (value <= (x[0] as number)) return y[0] as number;
    if (value >= (x[last] as number)) return y[last] as number;
    let at = 0;
    while (value >= (x[at + 1] as number)) at++;
    const width = (x[at + 1] as number) - (x[at] as number);
    const t = (value - (x[at] as number)) / width;
    const [h00, h10] = [(1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2];
    const [h01, h11] = [t * t * (3 - 2 * t), t * t * (t - 1)];
    return (
      h00 * (y[at] as number) + h10 * width * (slope[at] as number) + h01 * (y[at + 1] as number) + h11 * width * (slope[at + 1] as number)
    );
  };
}

/**
 * Gains of red, green and blue in linear light that keep the light of grey. The picture is taken to stand at 6500 K, and is
 * developed as if its light had been warmer or cooler by so many kelvin: more is warmer.
 * @param tint −100 green to 100 magenta
 */
export function whiteBalance(temperature: number, tint: number): [number, number, number] {
  const [standing, wanted] = [whiteOf(6500), whiteOf(6500 + temperature)];
  const green = 2 ** (-tint / 300);
  const gains = standing.map((value, channel) => (value / (wanted[channel] as number)) * (channel === 1 ? green : 1));
  return keepingLight(gains as [number, number, number]);
}

function keepingLight([red, green, blue]: readonly [number, number, number]): [number, number, number] {
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [red / light, green / light, blue / light];
}

/** Linear sRGB of light of a colour temperature: CIE daylight from 4000 K up, a black body below (Kim et al., 2002). */
function whiteOf(kelvin: number): [number, number, number] {
  const t = 1000 / kelvin;
  let x: number;
  let y: number;
  if (kelvin >= 4000) {
    x =
      kelvin <= 7000
        ? 0.244063 + 0.09911 * t + 2.9678 * t ** 2 - 4.607 * t ** 3
        : 0.23704 + 0.24748 * t + 1.9018 * t ** 2 - 2.0064 * t ** 3;
    y = -3 * x ** 2 + 2.87 * x - 0.275;
  } else {
    x = 0.17991 + 0.8776956 * t - 0.2343589 * t ** 2 - 0.2661239 * t ** 3;
    y = -0.20219683 + 2.18555832 * x - 1.3481102 * x ** 2 - 0.9549476 * x ** 3;
    if (kelvin < 2222) y = -0.20219683 + 2.18555832 * x - 1.3481102 * x ** 2 - 1.1063814 * x ** 3;
  }
  const [bigX, bigZ] = [x / y, (1 - x - y) / y];
  return [
    3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ,
    -0.969266 * bigX + 1.8760108 + 0.041556 * bigZ,
    0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ,
  ];
}
