/** Far harbour lights out of focus over dark water: discs that turn to cat's eyes at the edges. */

import { bloom, discBlur } from '../lib/blur.mjs';
import { addBokeh } from '../lib/bokeh.mjs';
import { addLamps, layer } from '../lib/compose.mjs';
import { farBank, portalCrane } from '../lib/harbour.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 300;
const DISC = 14;
/** Size of a lamp before the lens spreads it over a disc. */
const POINT = 1.5;

export const look = { exposure: 1.1, contrast: 0.3, vignette: 0.5, grain: 0.018, seed: 1010 };
export const detail = 0.5;

const KINDS = [
  { colour: [1, 0.4, 0.09], weight: 0.66 },
  { colour: [1, 0.62, 0.32], weight: 0.16 },
  { colour: [0.42, 0.72, 1], weight: 0.1 },
  { colour: [1, 0.09, 0.05], weight: 0.04 },
  { colour: [0.1, 0.8, 0.5], weight: 0.04 },
];

function pickColour(random) {
  let roll = random();
  for (const kind of KINDS) {
    roll -= kind.weight;
    if (roll < 0) return kind.colour;
  }
  return KINDS[0].colour;
}

function makeLights(random) {
  const lights = [];
  for (let i = 0; i < 64; i++) {
    const cluster = random.pick([90, 300, 380, 640, 700, 880]);
    lights.push({
      x: cluster + random.normal() * 75,
      y: HORIZON - 3 - Math.abs(random.normal()) * 20,
      r: DISC * random.range(0.9, 1.08),
      colour: pickColour(random),
      gain: 0.05 + 1.1 * random() ** 4,
    });
  }
  for (let i = 0; i < 7; i++) {
    lights.push({
      x: 548 + i * 64 + i * i,
      y: HORIZON - 40 - i * 4.5,
      r: DISC * (1 + i * 0.03),
      colour: [1, 0.38, 0.08],
      gain: 1.35,
    });
  }
  lights.push({ x: 250, y: HORIZON - 122, r: DISC, colour: [1, 0.08, 0.04], gain: 0.5 });
  return lights;
}

export async function render(scene) {
  const random = createRandom(1001);
  const { S } = scene;
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 1003,
    stops: [
      [0, '#42586d'],
      [0.2, '#2e4761'],
      [0.5, '#1d3550'],
      [1, '#0d1c2f'],
    ],
    glows: [{ x: 640, width: 420, height: 60, colour: '#a87a5e', gain: 0.2 }],
    cloud: { colour: '#101f33', under: '#33465a', scale: 0.4, cover: 0, opacity: 0.5 },
  });
  await layer(
    image,
    scene,
    [
      farBank(-60, 1060, HORIZON, 34, random),
      portalCrane(250, HORIZON, 128, { angle: 58, flip: 1 }),
      portalCrane(862, HORIZON, 96, { angle: 66, flip: -1 }),
    ],
    '#0b1522',
    { blur: 1 },
  );
  const lights = makeLights(random);
  const mirror = image.clone();
  addLamps(
    mirror,
    scene,
    lights.map((light) => ({
      ...light,
      r: POINT,
      gain: light.gain * (DISC / POINT) ** 2 * 1.25,
    })),
  );
  paintWater(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: 2.6,
    slope: 0.056,
    gust: 0.5,
    seed: 1004,
    body: [0.002, 0.006, 0.01],
  });
  const blurred = discBlur(image, DISC * 0.82 * S);
  for (const light of lights) addBokeh(blurred, scene, light);
  return bloom(blurred, S, [
    { radius: 3, strength: 0.1 },
    { radius: 26, strength: 0.09 },
    { radius: 80, strength: 0.08 },
  ]);
}
