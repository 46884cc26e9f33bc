/** Rows of people from behind, stepped in depth, with thin light on the heads before a stage. */
import { discBlur, gaussian } from './blur.mjs';
import { hex, mix, smooth, WARM } from './colour.mjs';
import { fromBehind, raisedArm } from './figures.mjs';
import { polygon } from './harbour.mjs';
import { addGlow } from './lights.mjs';
import { drawMask, rim, ruffle, weld } from './mask.mjs';
import { createNoise } from './noise.mjs';
import { add, field, over } from './raster.mjs';

function outlines(random, { y, size, arms = 0, x1 = -40, x2 = 1040, gap = 2.6 }) {
  const shapes = [];
  let x = random.range(x1, x1 + size);
  while (x < x2) {
    const top = y + random.range(-0.5, 0.4) * size;
    shapes.push(fromBehind(x, top, size * random.range(0.88, 1.06), random));
    for (const side of raisedSides(random, arms)) {
      const kind = random() < 0.3 ? 'fist' : 'open';
      shapes.push(raisedArm(x + side * size * 0.85, top + size * 1.8, size, random, side, kind));
    }
    x += size * (random() < 0.35 ? random.range(1.25, 1.6) : random.range(1.75, gap));
  }
  return shapes;
}

function raisedSides(random, chance) {
  if (random() < chance) return [random() < 0.5 ? -1 : 1];
  return random() < chance * 0.4 ? [-1, 1] : [];
}

/**
 * Paints rows from far to near. A row: y (top of the heads), size (height of a head), blur, air
 * (how much lit haze lies before it), arms (chance of a raised one). Light: x, y, reach, gain.
 */
export async function paintBacks(image, scene, random, rows, { light, noise }) {
  const { W, H, S } = scene;
  const wisps = createNoise(7100);
  const hair = (u, v) => Math.max(0, 0.75 + 1.4 * wisps.fbm(u * 2.2, v * 2.2, 3));
  for (const { y, size, blur, air, fill = 1.9, ...rest } of rows) {
    const ground = y + size * fill;
    const step = fill ? polygon([-5, ground], [1005, ground], [1005, 1600], [-5, 1600]) : '';
    const drawn = await drawMask(scene, [...outlines(random, { y, size, ...rest }), step]);
    const mask = ruffle(weld(drawn, scene, size * 0.018), scene, {
      size,
      seed: 7000 + Math.round(y),
    });
    const soft = blur > 1 ? discBlur(mask, blur * S) : gaussian(mask, blur * S);
    over(image, soft, mix(hex('#04070c'), [0.11, 0.068, 0.042], air * 2), 0.985);
    const edge = rim(mask, scene, {
      x: light.x,
      y: light.y,
      width: size * 0.015,
      reach: light.reach,
    });
    const heads = field(W, H, scene.coarse, 1, (px, py, out) => {
      const strands = hair(px / S / size, py / S / size);
      out[0] = (1 - smooth(y + size * 0.2, y + size * 1.7, py / S)) * strands;
    });
    for (let i = 0; i < edge.data.length; i++) edge.data[i] *= heads.data[i];
    add(
      image,
      gaussian(edge, Math.max(0.25, blur * 0.7) * S),
      light.gain * 0.8,
      light.colour ?? WARM,
    );
    addGlow(image, scene, {
      x: light.x,
      y: y - 12,
      r: 215,
      flat: 2.8,
      colour: WARM,
      gain: air * 0.26,
      power: 1.6,
      noise,
    });
  }
}
