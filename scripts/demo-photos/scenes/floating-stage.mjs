/** A small stage afloat, far off on the dark water, with warm light and beams in the haze. */
import { bloom } from '../lib/blur.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { doubleLeverCrane } from '../lib/cranes.mjs';
import { farBank, line } from '../lib/harbour.mjs';
import { addBeams, addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintStage, stagePlan } from '../lib/stage.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 327;
const DROP = 13;
const PLAN = stagePlan(618, HORIZON + DROP, 96);
const AMBER = [1, 0.5, 0.2];

export const look = { exposure: 1.06, contrast: 0.3, vignette: 0.48, grain: 0.018, seed: 202 };

const beams = (dy) =>
  [
    [574, 131, 0.3],
    [594, 108, 0.2],
    [640, 76, 0.26],
    [662, 47, 0.3],
  ].map(([x, angle, gain]) => ({
    x,
    y: PLAN.roof + dy,
    angle,
    spread: 0.06,
    width: 1.1,
    length: 150,
    gain,
    colour: [1, 0.6, 0.32],
  }));

export async function render(scene) {
  const random = createRandom(21);
  const { fbm } = createNoise(22);
  const haze = (x, y) => 1.1 * fbm(x * 0.011, y * 0.02, 5);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 7,
    stops: [
      [0, '#66798b'],
      [0.12, '#4b657e'],
      [0.4, '#2c4864'],
      [1, '#101f33'],
    ],
    glows: [{ x: 250, width: 500, height: 36, colour: '#b48c78', gain: 0.24 }],
    cloud: { colour: '#182b41', under: '#4d6175', scale: 0.42, cover: 0.12, opacity: 0.7 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 15, random), '#34495e', { blur: 0.8 });
  await layer(
    image,
    scene,
    [
      doubleLeverCrane(215, HORIZON, 54, { luff: 58, hook: 30 }),
      doubleLeverCrane(152, HORIZON, 50, { luff: 68, flip: -1, hook: 24 }),
      line(330, HORIZON, 330, HORIZON - 34, 0.8),
    ],
    '#2c3f53',
    { blur: 0.4 },
  );
  await layer(image, scene, farBank(-20, 1020, HORIZON, 9, random), '#1b2a3a', { blur: 0.4 });
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 0,
      x2: 1000,
      y: HORIZON - 1,
      height: 8,
      count: 110,
      gain: 1.1,
      size: 0.4,
      cool: 0.3,
    }),
  );
  const mirror = image.clone();
  await paintStage(mirror, scene, PLAN, {
    random: createRandom(23),
    people: 6,
    gain: 2,
    dy: -2 * DROP,
  });
  addBeams(mirror, scene, beams(-2 * DROP), haze);
  paintWater(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: 2.6,
    slope: 0.031,
    gust: 0.6,
    seed: 9,
    body: [0.003, 0.007, 0.011],
  });
  addGlow(image, scene, {
    x: 618,
    y: HORIZON - 26,
    r: 105,
    colour: AMBER,
    gain: 0.13,
    power: 1.35,
    noise: haze,
  });
  await paintStage(image, scene, PLAN, { random: createRandom(23), people: 6 });
  addBeams(image, scene, beams(0), haze);
  return bloom(image, scene.S, [
    { radius: 1.1, strength: 0.12 },
    { radius: 7, strength: 0.08 },
    { radius: 45, strength: 0.05 },
  ]);
}
