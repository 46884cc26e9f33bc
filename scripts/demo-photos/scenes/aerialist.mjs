/** An aerialist on a rope under a crane's jib, small in the cone of one spotlight. Portrait. */
import { paintBacks } from '../lib/backs.mjs';
import { bloom, gaussian } from '../lib/blur.mjs';
import { hex } from '../lib/colour.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { doubleLeverCrane, ropePoint } from '../lib/cranes.mjs';
import { aerialist } from '../lib/dancers.mjs';
import { standing } from '../lib/figures.mjs';
import { farBank, line, polygon } from '../lib/harbour.mjs';
import { addBeams, addGlow } from '../lib/lights.mjs';
import { drawMask, rim, weld } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { add, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 930;
const FOOT = HORIZON - 7;
const CRANE = { x: 165, size: 500, luff: 52, hook: 0.5 };
const SPOT = { x: 905, y: 905 };
const WARM = [1, 0.58, 0.27];

export const look = { exposure: 1.05, contrast: 0.32, vignette: 0.5, grain: 0.02, seed: 808 };

export async function render(scene) {
  const random = createRandom(81);
  const { fbm } = createNoise(82);
  const haze = (x, y) => 0.7 * fbm(x * 0.006, y * 0.006, 5);
  const [tx, ty] = ropePoint(CRANE.x, FOOT, CRANE.size, CRANE);
  const hand = [tx, ty + 205];
  const angle = (Math.atan2(SPOT.y - hand[1] - 22, hand[0] - SPOT.x) * 180) / Math.PI;
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 83,
    stops: [
      [0, '#6f7f8d'],
      [0.08, '#567088'],
      [0.3, '#34526f'],
      [0.6, '#1d3652'],
      [1, '#0c1a2d'],
    ],
    glows: [{ x: 700, width: 500, height: 60, colour: '#c08a6c', gain: 0.25 }],
    cloud: { colour: '#122338', under: '#4a5f74', scale: 0.4, cover: 0.02, opacity: 0.5 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 26, random), '#3a4c5e', { blur: 1.6 });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 16, random), '#23303e', { blur: 0.9 });
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 0,
      x2: 1000,
      y: HORIZON - 2,
      height: 12,
      count: 60,
      gain: 1,
      size: 0.8,
      cool: 0.25,
    }),
  );
  const spot = {
    ...SPOT,
    angle,
    spread: 0.062,
    width: 4,
    length: 760,
    gain: 0.75,
    colour: [1, 0.62, 0.33],
  };
  addBeams(image, scene, [spot], haze);
  addLamps(image, scene, [{ ...SPOT, r: 6, colour: WARM, gain: 18 }]);
  await layer(
    image,
    scene,
    [
      doubleLeverCrane(CRANE.x, FOOT, CRANE.size, CRANE),
      polygon([-20, FOOT - 1], [352, FOOT - 1], [356, HORIZON + 3], [-20, HORIZON + 3]),
      ...Array.from({ length: 13 }, (_, i) =>
        line(20 + i * 27, FOOT, 20 + i * 27, HORIZON + 5, 2.6),
      ),
      ...Array.from({ length: 26 }, () =>
        standing(300 + random.normal() * 26, FOOT, random.range(18, 22), random),
      ),
    ],
    hex('#0c131c'),
    { blur: 0.45, opacity: 0.97 },
  );
  await layer(image, scene, line(tx, ty, tx, hand[1] + 170, 1), hex('#1d1814'), { blur: 0.3 });
  const mask = weld(await drawMask(scene, aerialist(hand[0], hand[1], 86)), scene, 0.5, 0.6);
  const edge = rim(mask, scene, { ...SPOT, width: 2.2, reach: 900 });
  over(image, gaussian(mask, 0.35 * scene.S), hex('#4c3524'));
  add(image, gaussian(edge, 0.5 * scene.S), 1.1, WARM);
  paintWater(image, scene, {
    horizon: HORIZON,
    camera: 3.5,
    focal: 2000,
    slope: 0.03,
    gust: 0.6,
    seed: 85,
  });
  addGlow(image, scene, { ...SPOT, r: 26, colour: WARM, gain: 0.6, power: 1.3 });
  addGlow(image, scene, {
    x: hand[0],
    y: hand[1] + 40,
    r: 90,
    colour: WARM,
    gain: 0.05,
    power: 1.5,
  });
  bloom(image, scene.S, [
    { radius: 2, strength: 0.1 },
    { radius: 14, strength: 0.07 },
    { radius: 80, strength: 0.06 },
  ]);
  await paintBacks(
    image,
    scene,
    random,
    [
      { y: 1345, size: 58, blur: 3, air: 0, gap: 3.4 },
      { y: 1400, size: 104, blur: 8, air: 0, gap: 4 },
    ],
    { light: { x: hand[0], y: 700, reach: 420, gain: 0.5, colour: WARM } },
  );
  return image;
}
