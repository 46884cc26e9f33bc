/** Two harbour cranes as silhouettes against the last light of a late dusk. */
import { bloom } from '../lib/blur.mjs';
import { WARM } from '../lib/colour.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { farBank, line, polygon, portalCrane } from '../lib/harbour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 405;

export const look = { exposure: 1.05, contrast: 0.3, vignette: 0.4, grain: 0.016, seed: 404 };

export async function render(scene) {
  const random = createRandom(41);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 43,
    stops: [[0, '#c98d68'], [0.08, '#b38a78'], [0.22, '#83808a'], [0.45, '#4d6580'],
      [0.75, '#2b4661'], [1, '#1a2f49']],
    glows: [{ x: 400, width: 420, height: 34, colour: '#f0a05c', gain: 0.55 }],
    cloud: { colour: '#33455c', under: '#a07a6c', scale: 0.55, cover: 0.02, opacity: 0.6 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 12, random), '#6a5f62', { blur: 0.8 });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 8, random), '#3a3c44', { blur: 0.5 });
  addLamps(image, scene, scatterLights(random,
    { x1: 0, x2: 1000, y: HORIZON - 1, height: 5, count: 50, gain: 0.9, size: 0.45 }));
  await layer(image, scene, [
    portalCrane(655, HORIZON - 4, 232, { angle: 60, flip: -1, hook: 34, reach: 62 }),
    portalCrane(838, HORIZON - 4, 186, { angle: 42, flip: 1, hook: 24, reach: 58 }),
    polygon([520, HORIZON + 1], [524, HORIZON - 5], [1010, HORIZON - 6], [1010, HORIZON + 1]),
    ...Array.from({ length: 12 }, (_, i) => line(535 + i * 41, HORIZON - 4, 535 + i * 41, HORIZON + 1, 2)),
  ], '#11161f', { blur: 0.3 });
  const cabin = { x: 655 - 21, y: HORIZON - 4 - 127, r: 1.7, colour: WARM, gain: 7 };
  addLamps(image, scene, [cabin, { x: 745, y: HORIZON - 22, r: 1.3, colour: WARM, gain: 22 }]);
  paintWater(image, scene, {
    horizon: HORIZON, camera: 4, slope: 0.034, gust: 0.5, seed: 45, body: [0.004, 0.008, 0.012],
  });
  addGlow(image, scene, { x: 745, y: HORIZON - 22, r: 12, colour: WARM, gain: 0.12, power: 1.1 });
  bloom(image, scene.S, [{ radius: 1.2, strength: 0.08 }, { radius: 10, strength: 0.05 },
    { radius: 60, strength: 0.06 }]);
  return image;
}
