/** An audience on the quay steps, seen from behind against the glow of a stage on the water. */
import { paintBacks } from '../lib/backs.mjs';
import { bloom } from '../lib/blur.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { farBank, portalCrane } from '../lib/harbour.mjs';
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
  { y: 372, size: 12, blur: 0.7, air: 0.17 },
  { y: 384, size: 15, blur: 0.6, air: 0.12 },
  { y: 400, size: 20, blur: 0.4, air: 0.08, gap: 3 },
  { y: 422, size: 28, blur: 0.35, air: 0.045, gap: 3.2 },
  { y: 456, size: 41, blur: 0.7, air: 0.02, gap: 3.4 },
  { y: 512, size: 66, blur: 3, air: 0.008, gap: 3.6 },
  { y: 470, size: 132, blur: 9, air: 0, x1: 30, x2: 120, fill: 0 },
  { y: 520, size: 128, blur: 9, air: 0, x1: 800, x2: 850, fill: 0 },
];

export async function render(scene) {
  const random = createRandom(51);
  const { fbm } = createNoise(52);
  const haze = (x, y) => 0.6 * fbm(x * 0.009, y * 0.016, 4);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 53,
    stops: [
      [0, '#5d7184'],
      [0.15, '#45607a'],
      [0.5, '#29455f'],
      [1, '#13263b'],
    ],
    glows: [{ x: 200, width: 500, height: 50, colour: '#b0887a', gain: 0.16 }],
    cloud: { colour: '#1b3046', under: '#52667a', scale: 0.45, cover: 0, opacity: 0.5 },
  });
  await layer(
    image,
    scene,
    [
      farBank(-20, 1020, HORIZON, 20, random),
      portalCrane(170, HORIZON, 84, { angle: 58, flip: 1 }),
      portalCrane(868, HORIZON, 72, { angle: 64, flip: -1 }),
    ],
    '#263b50',
    { blur: 1.8 },
  );
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 0,
      x2: 1000,
      y: HORIZON - 1,
      height: 10,
      count: 60,
      gain: 0.8,
      size: 0.6,
      cool: 0.3,
    }),
  );
  const mirror = image.clone();
  await paintStage(mirror, scene, PLAN, {
    random: createRandom(54),
    people: 5,
    gain: 1.3,
    dy: -2 * DROP,
  });
  paintWater(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: 4.5,
    slope: 0.035,
    gust: 0.5,
    seed: 55,
  });
  const air = { x: 560, y: PLAN.y - 40, colour: WARM_AIR };
  addGlow(image, scene, { ...air, r: 210, gain: 0.1, power: 1.3, noise: haze });
  await paintStage(image, scene, PLAN, { random: createRandom(54), people: 5, blur: 1.3 });
  addBeams(
    image,
    scene,
    [
      [478, 124],
      [512, 108],
      [602, 74],
      [640, 58],
    ].map(([x, angle]) => ({
      x,
      y: PLAN.roof,
      angle,
      spread: 0.05,
      width: 2.4,
      length: 120,
      gain: 0.2,
      colour: [1, 0.6, 0.32],
    })),
    haze,
  );
  bloom(image, scene.S, [
    { radius: 1.6, strength: 0.16 },
    { radius: 10, strength: 0.1 },
    { radius: 60, strength: 0.07 },
  ]);
  await paintBacks(image, scene, random, ROWS, {
    light: { x: 560, y: PLAN.y - 20, reach: 190, gain: 0.8 },
    noise: haze,
  });
  return bloom(image, scene.S, [{ radius: 30, strength: 0.05 }]);
}
