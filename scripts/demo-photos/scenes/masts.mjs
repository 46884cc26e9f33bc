/** Masts in morning mist, one small warm cabin light. */
import { WARM, hex, mix } from '../lib/colour.mjs';
import { bloom, gaussian } from '../lib/blur.mjs';
import { line, polygon } from '../lib/harbour.mjs';
import { addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { add, field, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 701, contrast: 0.2, vignette: 0.28, grain: 0.016, lift: 0.02 };

const HORIZON = 400;

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(71);
  const fog = hex('#a3b0b8');
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 72,
    stops: [[0, '#a3b0b8'], [0.3, '#98a8b3'], [0.65, '#7f93a3'], [1, '#66798c']],
    glows: [{ x: 700, width: 420, height: 120, colour: '#ffd9b5', gain: 0.1 }],
  });
  const layers = [
    { count: 9, height: 120, air: 0.86, blur: 2.6, drop: 0 }, { count: 8, height: 175, air: 0.7, blur: 1.6, drop: 3 },
    { count: 6, height: 245, air: 0.48, blur: 0.8, drop: 8 }, { count: 3, height: 330, air: 0.22, blur: 0.35, drop: 16 },
  ];
  for (const layer of layers) {
    const boats = [];
    for (let i = 0; i < layer.count; i++) {
      const x = ((i + random.range(0.15, 0.85)) / layer.count) * 1040 - 20;
      boats.push(boat(x, HORIZON + layer.drop * 0, layer.height * random.range(0.8, 1.1), random));
    }
    const mask = gaussian(await drawMask(scene, boats), layer.blur * S);
    over(image, mask, mix(hex('#1a2733'), fog, layer.air), 0.96);
  }
  addGlow(image, scene, { x: 668, y: HORIZON - 13, r: 26, colour: WARM, gain: 0.42, power: 1.3 });
  addDisc(image, scene, { x: 664, y: HORIZON - 12.5, r: 1.9, colour: WARM, gain: 9 });
  addDisc(image, scene, { x: 671, y: HORIZON - 12.5, r: 1.9, colour: WARM, gain: 8 });
  paintWater(image, scene, {
    horizon: HORIZON, camera: 3, slope: 0.011, gust: 0.9, seed: 73, reflect: 0.97, body: hex('#4c5f6c'),
  });
  const { fbm } = createNoise(74);
  const mist = field(scene.W, scene.H, scene.coarse, 1, (px, py, out) => {
    const e = (py / S - HORIZON) / 60;
    const n = 0.6 + 0.55 * fbm(px / S * 0.006, py / S * 0.03, 5);
    out[0] = Math.max(0, n) * (0.62 * Math.exp(-e * e * (e > 0 ? 1.6 : 0.5)));
  });
  over(image, mist, hex('#b4bec3'), 0.75);
  addGlow(image, scene, { x: 668, y: HORIZON - 13, r: 20, colour: WARM, gain: 0.2, power: 1.2 });
  add(image, mist, 0.01, fog);
  return bloom(image, S, [{ radius: 2.5, strength: 0.1 }, { radius: 20, strength: 0.1 }, { radius: 90, strength: 0.08 }]);
}

/** A moored sailing yacht end on or side on: hull, cabin, mast, spreaders, stays, furled sail. */
function boat(x, y, height, random) {
  const h = height;
  const side = random() < 0.5 ? 1 : -1;
  const lean = random.range(-0.008, 0.008) * h;
  const half = h * random.range(0.1, 0.3);
  const top = y - h;
  const deck = y - h * 0.05;
  return [
    polygon([x - half, deck - h * 0.012], [x + half * 1.05, deck - h * 0.02], [x + half * 0.86, y + 1.5], [x - half * 0.92, y + 1.5]),
    polygon([x - half * 0.5 * side, deck], [x + half * 0.35 * side, deck], [x + half * 0.22 * side, deck - h * 0.035], [x - half * 0.45 * side, deck - h * 0.035]),
    line(x, y, x + lean, top, h * 0.0085),
    line(x - h * 0.035, y - h * 0.62, x + h * 0.035, y - h * 0.62, h * 0.004),
    line(x + lean, top, x - half * 1.0, deck, h * 0.002), line(x + lean, top, x + half * 1.0, deck, h * 0.002),
    line(x + lean * 0.6, y - h * 0.62, x - h * 0.035, y - h * 0.62, h * 0.002),
    line(x, y - h * 0.13, x - side * half * 0.85, y - h * 0.125, h * 0.019),
    line(x + lean, top, x + lean, top - h * 0.03, h * 0.003),
  ].join('');
}
