/** Laying silhouettes and lamps into a picture: the steps nearly every scene shares. */
import { gaussian } from './blur.mjs';
import { hex } from './colour.mjs';
import { addDisc } from './lights.mjs';
import { drawMask } from './mask.mjs';
import { add, field, over } from './raster.mjs';

/**
 * Draws shapes in one colour ('#hex' or linear rgb) over the image; blur is in units and
 * fade(x, y) thins the layer, as mist does.
 */
export async function layer(image, scene, shapes, colour, { blur = 0.25, opacity = 1, fade } = {}) {
  const mask = gaussian(await drawMask(scene, shapes), blur * scene.S);
  if (fade) thin(mask, scene, fade);
  over(image, mask, typeof colour === 'string' ? hex(colour) : colour, opacity);
  return mask;
}

function thin(mask, scene, fade) {
  const { W, H, S, coarse } = scene;
  const part = field(W, H, coarse, 1, (px, py, out) => {
    out[0] = fade(px / S, py / S);
  });
  for (let i = 0; i < mask.data.length; i++) mask.data[i] *= part.data[i];
}

/** Lays a veil of mist over the image: density(x, y) is its opacity. */
export function veil(image, scene, colour, density) {
  const { W, H, S, coarse } = scene;
  const mask = field(W, H, coarse, 1, (px, py, out) => {
    out[0] = density(px / S, py / S);
  });
  over(image, mask, typeof colour === 'string' ? hex(colour) : colour);
}

/** Adds light through vector shapes (windows, signs): colour times gain. */
export async function addShapes(image, scene, shapes, colour, gain, blur = 0.2) {
  add(image, gaussian(await drawMask(scene, shapes), blur * scene.S), gain, colour);
}

/** Adds a list of lamps { x, y, r, colour, gain }, optionally moved by (dx, dy). */
export function addLamps(image, scene, lamps, dx = 0, dy = 0) {
  for (const lamp of lamps) addDisc(image, scene, { ...lamp, x: lamp.x + dx, y: lamp.y + dy });
}

/**
 * Scatters windows and street lamps along a bank: many faint, few bright, mostly warm.
 * Returns lamps for addLamps.
 */
export function scatterLights(
  random,
  { x1, x2, y, height, count, gain = 1, size = 0.5, cool = 0.15 },
) {
  return Array.from({ length: count }, () => {
    const bright = random() ** 4;
    const tint = random();
    const colour = tint < cool ? [0.6, 0.82, 1] : [1, 0.4 + tint * 0.25, 0.1 + tint * 0.2];
    return {
      x: random.range(x1, x2),
      y: y - random() ** 1.6 * height,
      r: size * (0.5 + bright * 0.7),
      colour,
      gain: gain * (0.15 + bright * 2.4),
    };
  });
}
