/** Colour helpers: hex to linear light, gradients and mixing. */

/** sRGB-encoded 0..1 to linear light. */
export const toLinear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

/** Linear light 0..1 to sRGB encoding. */
export const toEncoded = (v) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** '#rrggbb' to linear [r, g, b], times a gain. */
export function hex(text, gain = 1) {
  return [1, 3, 5].map((i) => toLinear(parseInt(text.slice(i, i + 2), 16) / 255) * gain);
}

/** Mixes two colours. */
export const mix = (a, b, t) => a.map((v, i) => v + (b[i] - v) * t);

/** 0 below a, 1 above b, smooth between. */
export function smooth(a, b, x) {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)));
  return t * t * (3 - 2 * t);
}

/** Returns a function that writes the colour at t of a list of [t, '#hex'] stops into out. */
export function gradient(stops) {
  const list = stops.map(([t, colour]) => ({ t, colour: hex(colour) }));
  return (t, out) => {
    let i = 0;
    while (i < list.length - 2 && t > list[i + 1].t) i++;
    const a = list[i];
    const b = list[i + 1];
    const f =
      smooth(0, 1, (t - a.t) / (b.t - a.t)) * 0.5 +
      Math.min(1, Math.max(0, (t - a.t) / (b.t - a.t))) * 0.5;
    for (let k = 0; k < 3; k++) out[k] = a.colour[k] + (b.colour[k] - a.colour[k]) * f;
    return out;
  };
}

/** Warm lamp colours in linear light. */
export const WARM = [1, 0.46, 0.13];
export const WARM_PALE = [1, 0.62, 0.3];
