/** A dancer far off on the wet quay, against a low lamp in the haze. Portrait. */
import { bloom, gaussian } from '../lib/blur.mjs';
import { hex } from '../lib/colour.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { dancer } from '../lib/dancers.mjs';
import { farBank, portalCrane } from '../lib/harbour.mjs';
import { addBeams, addGlow } from '../lib/lights.mjs';
import { drawMask, rim, weld } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { add, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 900;
const DROP = 30;
const LAMP = { x: 548, y: 872 };
const DANCER = { x: 566, height: 196 };
const WARM = [1, 0.5, 0.18];

export const look = { exposure: 1.02, contrast: 0.32, vignette: 0.5, grain: 0.02, seed: 606 };

async function paintDancer(image, scene, y) {
  const { body, cloth } = dancer(DANCER.x, y, DANCER.height);
  const mask = weld(await drawMask(scene, body), scene, 0.7, 0.6);
  const veilMask = await drawMask(scene, cloth);
  const edge = rim(mask, scene, { ...LAMP, width: 0.9, reach: 150 });
  over(image, gaussian(veilMask, 0.9 * scene.S), hex('#2a1c12'), 0.72);
  over(image, gaussian(mask, 0.6 * scene.S), hex('#0b0a0b'));
  add(image, gaussian(edge, 0.7 * scene.S), 0.5, WARM);
}

export async function render(scene) {
  const random = createRandom(61);
  const { fbm } = createNoise(62);
  const haze = (x, y) => 0.85 * fbm(x * 0.005, y * 0.007, 5);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 63,
    stops: [
      [0, '#4a6176'],
      [0.16, '#37526c'],
      [0.5, '#203a55'],
      [1, '#0d1c30'],
    ],
    cloud: { colour: '#14273c', under: '#3c5166', scale: 0.35, cover: 0, opacity: 0.5 },
  });
  await layer(
    image,
    scene,
    [
      farBank(-20, 1020, HORIZON, 34, random),
      portalCrane(150, HORIZON, 235, { angle: 60, flip: 1 }),
      portalCrane(900, HORIZON, 190, { angle: 66, flip: -1 }),
    ],
    '#22384e',
    { blur: 3 },
  );
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 0,
      x2: 1000,
      y: HORIZON - 2,
      height: 18,
      count: 50,
      gain: 0.5,
      size: 2.4,
      cool: 0.3,
    }),
  );
  addGlow(image, scene, { ...LAMP, r: 60, colour: WARM, gain: 2.1, power: 1.55 });
  addGlow(image, scene, {
    ...LAMP,
    r: 270,
    colour: [1, 0.54, 0.24],
    gain: 0.3,
    power: 1.4,
    noise: haze,
  });
  addBeams(
    image,
    scene,
    [16, 38, 62, 90, 117, 141, 165].map((angle, i) => ({
      ...LAMP,
      angle,
      spread: 0.1,
      width: 9,
      length: 330,
      gain: 0.17 + 0.05 * (i % 3),
      colour: [1, 0.58, 0.28],
    })),
    haze,
  );
  addLamps(image, scene, [{ ...LAMP, r: 8, colour: [1, 0.62, 0.3], gain: 14 }]);
  const mirror = image.clone();
  await paintDancer(mirror, scene, HORIZON - DROP);
  paintWater(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: 1.4,
    focal: 2200,
    slope: 0.011,
    gust: 0.9,
    swell: 0.25,
    tile: 1.3,
    seed: 65,
    body: hex('#16222f', 0.6),
    reflect: 0.8,
  });
  await paintDancer(image, scene, HORIZON + DROP);
  addGlow(image, scene, {
    x: LAMP.x,
    y: HORIZON + 10,
    r: 200,
    colour: WARM,
    gain: 0.1,
    power: 1.4,
    noise: haze,
  });
  return bloom(image, scene.S, [
    { radius: 3, strength: 0.12 },
    { radius: 18, strength: 0.1 },
    { radius: 90, strength: 0.1 },
  ]);
}
