/** A small stage afloat, far off on the dark water, with warm light and beams in the haze. */
import { bloom } from '../lib/blur.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { farBank, portalCrane } from '../lib/harbour.mjs';
import { addBeams, addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintStage, stagePlan } from '../lib/stage.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 327;
const DROP = 12;
const PLAN = stagePlan(618, HORIZON + DROP, 92);

export const look = { exposure: 1.05, contrast: 0.3, vignette: 0.5, grain: 0.019, seed: 202 };

function beams(dy) {
  const rig = (x, angle, gain) => ({
    x, y: PLAN.roof + dy, angle, spread: 0.045, width: 0.9, length: 190, gain,
    colour: [1, 0.62, 0.34],
  });
  return [
    rig(578, 128, 0.34), rig(592, 112, 0.26), rig(606, 99, 0.3), rig(632, 80, 0.32),
    rig(646, 66, 0.24), rig(660, 50, 0.34),
  ];
}

export async function render(scene) {
  const random = createRandom(21);
  const { fbm } = createNoise(22);
  const haze = (x, y) => 0.75 * fbm(x * 0.011, y * 0.02, 4);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 7,
    stops: [[0, '#5f7386'], [0.12, '#48617a'], [0.4, '#2a4560'], [1, '#0e1c2e']],
    glows: [{ x: 250, width: 500, height: 40, colour: '#a48478', gain: 0.18 }],
    cloud: { colour: '#14263a', under: '#4d6175', scale: 0.45, cover: -0.02, opacity: 0.55 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 15, random), '#31455a', { blur: 0.8 });
  await layer(image, scene, [portalCrane(215, HORIZON, 62, { angle: 55, flip: 1 }),
    portalCrane(150, HORIZON, 58, { angle: 66, flip: -1 })], '#2b3e52', { blur: 0.5 });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 9, random), '#1a2938', { blur: 0.4 });
  addLamps(image, scene, scatterLights(random,
    { x1: 0, x2: 1000, y: HORIZON - 1, height: 8, count: 70, gain: 0.9, size: 0.4, cool: 0.3 }));
  const mirror = image.clone();
  const seedBack = createRandom(23);
  await paintStage(mirror, scene, PLAN, { random: seedBack, people: 6, gain: 1.3, dy: -2 * DROP });
  addBeams(mirror, scene, beams(-2 * DROP), haze);
  paintWater(image, scene, {
    mirror, horizon: HORIZON, camera: 2.6, slope: 0.028, gust: 0.55, seed: 9,
    body: [0.003, 0.007, 0.011],
  });
  addGlow(image, scene, { x: 618, y: HORIZON - 20, r: 150, colour: [1, 0.5, 0.2], gain: 0.05,
    power: 1.3, noise: haze });
  await paintStage(image, scene, PLAN, { random: createRandom(23), people: 6 });
  addBeams(image, scene, beams(0), haze);
  bloom(image, scene.S, [{ radius: 1.1, strength: 0.12 }, { radius: 8, strength: 0.07 },
    { radius: 45, strength: 0.05 }]);
  return image;
}
