/** Two harbour cranes as silhouettes against the last light of a late dusk. */
import { bloom } from '../lib/blur.mjs';
import { WARM } from '../lib/colour.mjs';
import { addLamps, layer, scatterLights, veil } from '../lib/compose.mjs';
import { cabPoint, doubleLeverCrane, ropePoint } from '../lib/cranes.mjs';
import { farBank, line, polygon } from '../lib/harbour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 405;
const FOOT = HORIZON - 7;
const NEAR = { x: 668, size: 205, flip: -1, luff: 57, hook: 52 };
const FAR = { x: 862, size: 158, flip: -1, luff: 68, hook: 34 };

export const look = { exposure: 1.02, contrast: 0.3, vignette: 0.42, grain: 0.016, seed: 404 };

/** The quay wall with its piles, a shed and a string of wagons. */
const quay = (random) => [
  polygon([497, HORIZON + 1], [499, FOOT], [1010, FOOT - 1], [1010, HORIZON + 1]),
  ...Array.from({ length: 17 }, (_, i) => line(504 + i * 31, FOOT, 504 + i * 31, HORIZON + 1, 1.1)),
  line(604, FOOT, 604, FOOT - 26.5, 0.5),
  polygon([742, FOOT + 1], [742, FOOT - 15], [768, FOOT - 20], [794, FOOT - 15], [794, FOOT + 1]),
  ...Array.from({ length: 4 }, (_, i) =>
    polygon(
      [522 + i * 17, FOOT],
      [522 + i * 17, FOOT - random.range(5, 7)],
      [537 + i * 17, FOOT - 6],
      [537 + i * 17, FOOT],
    ),
  ),
];

export async function render(scene) {
  const random = createRandom(41);
  const { fbm } = createNoise(42);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 43,
    stops: [
      [0, '#bf8a6c'],
      [0.07, '#a98577'],
      [0.2, '#7d7d88'],
      [0.42, '#4d667f'],
      [0.72, '#2d4962'],
      [1, '#1b314a'],
    ],
    glows: [{ x: 380, width: 360, height: 26, colour: '#f3a35c', gain: 0.6 }],
    cloud: { colour: '#31445b', under: '#9c7a70', scale: 0.42, cover: 0.16, opacity: 0.75 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 14, random), '#7a6a68', { blur: 1 });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 8, random), '#4d4a50', { blur: 0.6 });
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 0,
      x2: 500,
      y: HORIZON - 1,
      height: 5,
      count: 40,
      gain: 1.2,
      size: 0.45,
    }),
  );
  await layer(image, scene, doubleLeverCrane(FAR.x, FOOT, FAR.size, FAR), '#232a35', {
    blur: 0.42,
  });
  await layer(
    image,
    scene,
    [doubleLeverCrane(NEAR.x, FOOT, NEAR.size, NEAR), ...quay(random)],
    '#10151d',
    { blur: 0.26 },
  );
  veil(image, scene, '#a87f6c', (x, y) => {
    const e = (HORIZON - y) / 95;
    return e < 0 ? 0 : 0.3 * Math.exp(-e * e) * (1 + 0.6 * fbm(x * 0.008, y * 0.02, 3));
  });
  const [cx, cy] = cabPoint(NEAR.x, FOOT, NEAR.size, NEAR.flip);
  const [rx, ry] = ropePoint(FAR.x, FOOT, FAR.size, FAR);
  const lamps = [
    { x: cx, y: cy, r: 1.9, colour: WARM, gain: 2.6 },
    { x: 768, y: FOOT - 12, r: 1.5, colour: WARM, gain: 24 },
    { x: 604, y: FOOT - 26, r: 0.9, colour: WARM, gain: 14 },
    { x: rx, y: ry - 2, r: 0.7, colour: [1, 0.08, 0.04], gain: 6 },
  ];
  addLamps(image, scene, lamps);
  paintWater(image, scene, {
    horizon: HORIZON,
    camera: 4,
    slope: 0.034,
    gust: 0.55,
    seed: 45,
    body: [0.004, 0.008, 0.012],
  });
  addGlow(image, scene, { x: 768, y: FOOT - 12, r: 9, colour: WARM, gain: 0.32, power: 1.2 });
  return bloom(image, scene.S, [
    { radius: 1.2, strength: 0.1 },
    { radius: 9, strength: 0.06 },
    { radius: 60, strength: 0.07 },
  ]);
}
