/** An audience on the quay steps, seen from behind against the glow of a stage on the water. */
import { bloom } from '../lib/blur.mjs';
import { hex } from '../lib/colour.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { paintPeople, row } from '../lib/crowd.mjs';
import { farBank, line, polygon, portalCrane } from '../lib/harbour.mjs';
import { addBeams, addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintStage, stagePlan } from '../lib/stage.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 272;
const DROP = 26;
const PLAN = stagePlan(560, HORIZON + DROP, 205);
const WARM_AIR = [1, 0.5, 0.18];

export const look = { exposure: 1.05, contrast: 0.3, vignette: 0.5, grain: 0.02, seed: 505 };

const ROWS = [
  { y: 388, size: 8, blur: 0.35, colour: '#2a211d', gain: 0.5 },
  { y: 408, size: 11, blur: 0.3, colour: '#221b1a', gain: 0.7 },
  { y: 434, size: 15.5, blur: 0.28, colour: '#1b1717', gain: 0.8 },
  { y: 470, size: 22, blur: 0.55, colour: '#131214', gain: 0.75 },
  { y: 522, size: 33, blur: 1.5, colour: '#0c0d11', gain: 0.6 },
  { y: 594, size: 54, blur: 3.6, colour: '#06080c', gain: 0.4, gaps: 0.3 },
];

export async function render(scene) {
  const random = createRandom(51);
  const { fbm } = createNoise(52);
  const haze = (x, y) => 0.6 * fbm(x * 0.009, y * 0.016, 4);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 53,
    stops: [[0, '#5d7184'], [0.15, '#45607a'], [0.5, '#29455f'], [1, '#13263b']],
    glows: [{ x: 200, width: 500, height: 50, colour: '#b0887a', gain: 0.16 }],
    cloud: { colour: '#1b3046', under: '#52667a', scale: 0.45, cover: 0, opacity: 0.5 },
  });
  await layer(image, scene, [farBank(-20, 1020, HORIZON, 20, random),
    portalCrane(170, HORIZON, 84, { angle: 58, flip: 1 }),
    portalCrane(868, HORIZON, 72, { angle: 64, flip: -1 })], '#263b50', { blur: 0.9 });
  addLamps(image, scene, scatterLights(random,
    { x1: 0, x2: 1000, y: HORIZON - 1, height: 10, count: 60, gain: 0.8, size: 0.6, cool: 0.3 }));
  const mirror = image.clone();
  await paintStage(mirror, scene, PLAN, { random: createRandom(54), people: 5, gain: 1.3, dy: -2 * DROP });
  paintWater(image, scene, { mirror, horizon: HORIZON, camera: 4.5, slope: 0.035, gust: 0.5, seed: 55 });
  const air = { x: 560, y: PLAN.y - 40, colour: WARM_AIR };
  addGlow(image, scene, { ...air, r: 210, gain: 0.1, power: 1.3, noise: haze });
  await paintStage(image, scene, PLAN, { random: createRandom(54), people: 5, blur: 0.6 });
  addBeams(image, scene, [[478, 124], [512, 108], [602, 74], [640, 58]].map(([x, angle]) => ({
    x, y: PLAN.roof, angle, spread: 0.05, width: 1.8, length: 190, gain: 0.3, colour: [1, 0.6, 0.32],
  })), haze);
  bloom(image, scene.S, [{ radius: 1.6, strength: 0.16 }, { radius: 10, strength: 0.1 },
    { radius: 60, strength: 0.07 }]);
  for (const { y, size, blur, colour, gain, gaps = 0.12 } of ROWS) {
    const top = y + size * 3.1;
    await layer(image, scene, polygon([-20, top], [1020, top], [1020, 690], [-20, 690]),
      hex(colour), { blur: blur + 0.3 });
    await layer(image, scene, line(-20, top + size * 0.1, 1020, top + size * 0.1, size * 0.12),
      hex('#6b4a35', gain), { blur: blur + 0.3, opacity: 0.35,
        fade: (x) => Math.exp(-(((x - 560) / 300) ** 2)) });
    await paintPeople(image, scene, row(random, { y, size, gaps }), {
      colour: hex(colour), blur,
      light: { x: 560, y: PLAN.y - 30, colour: [1, 0.5, 0.2], gain: gain * 0.5, width: size * 0.05, reach: 330 },
    });
  }
  return bloom(image, scene.S, [{ radius: 30, strength: 0.05 }]);
}
