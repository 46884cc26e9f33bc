/** A small ferry with lit windows crossing at dusk, its wake spreading over wide calm water. */
import { bloom } from '../lib/blur.mjs';
import { WARM } from '../lib/colour.mjs';
import { addLamps, addShapes, layer, scatterLights } from '../lib/compose.mjs';
import { farBank, portalCrane } from '../lib/harbour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { ferry, ferryWindows } from '../lib/ships.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 300;
const DROP = 26;
const FERRY = { x: 395, size: 128 };
const CAMERA = 5.2;
const FOCAL = 1100;

export const look = { exposure: 1.08, contrast: 0.28, vignette: 0.42, grain: 0.017, seed: 1111 };

/** Slopes of the ship's wave: two diverging arms and the churned lane behind the stern. */
function wake(noise) {
  const z0 = (CAMERA * FOCAL) / DROP;
  const x0 = ((FERRY.x - 500) * z0) / FOCAL;
  return (_x, _y, X, z) => {
    const behind = X - (x0 - 7.5);
    const side = z - z0;
    const off = Math.abs(side);
    if (behind < -2 || off > behind * 0.5 + 7) return null;
    const age = Math.exp(-behind / 90) * Math.min(1, (behind + 2) / 5);
    const lane = Math.exp(-((off / (1.8 + behind * 0.035)) ** 2)) * age;
    const churn = 0.12 * lane * noise(X * 0.9, z * 0.7);
    const arm = Math.exp(-(((off - 1.5 - behind * 0.3) / (1 + behind * 0.045)) ** 2)) * age;
    const roll = 0.085 * arm * Math.sin((off * 0.94 - behind * 0.34) * 2.1 + noise(X * 0.1, z * 0.1));
    return [churn * 0.8 - roll * 0.3, churn + roll * Math.sign(side || 1)];
  };
}

async function paintFerry(image, scene, y, gain = 1) {
  const { x, size } = FERRY;
  await layer(image, scene, ferry(x, y, size), '#0d1117', { blur: 0.22 });
  const light = ferryWindows(x, y, size);
  await addShapes(image, scene, light.saloon, WARM, 1.9 * gain, 0.16);
  await addShapes(image, scene, light.bridge, [0.75, 0.5, 0.26], 0.22 * gain, 0.16);
  await addShapes(image, scene, light.deck, WARM, 0.5 * gain, 0.3);
  addLamps(image, scene, [
    { x, y: y - size * 0.305, r: 0.55, colour: [1, 0.85, 0.7], gain: 20 * gain },
    { x: x - size * 0.44, y: y - size * 0.115, r: 0.6, colour: WARM, gain: 16 * gain },
    { x: x + size * 0.44, y: y - size * 0.115, r: 0.6, colour: WARM, gain: 16 * gain },
    { x: x - size * 0.1, y: y - size * 0.205, r: 0.5, colour: [1, 0.07, 0.04], gain: 5 * gain },
  ]);
}

export async function render(scene) {
  const random = createRandom(111);
  const { noise } = createNoise(112);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 113,
    stops: [[0, '#b7a7a4'], [0.09, '#9aa0ab'], [0.3, '#6a86a0'], [0.65, '#41607f'], [1, '#26405f']],
    glows: [{ x: 760, width: 380, height: 30, colour: '#e8a878', gain: 0.4 }],
    cloud: { colour: '#3d556f', under: '#96939d', scale: 0.5, cover: 0.05, opacity: 0.55 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 15, random), '#7b8793', { blur: 0.9 });
  await layer(image, scene, [
    portalCrane(818, HORIZON, 52, { angle: 58, flip: 1 }),
    portalCrane(872, HORIZON, 49, { angle: 70, flip: -1, hook: 14 }),
    portalCrane(90, HORIZON, 44, { angle: 50, flip: -1, hook: 14 }),
  ], '#5d6c7b', { blur: 0.5 });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 11, random), '#415161', { blur: 0.5 });
  addLamps(image, scene, scatterLights(random,
    { x1: 0, x2: 1000, y: HORIZON - 1, height: 7, count: 80, gain: 1.2, size: 0.4, cool: 0.25 }));
  const mirror = image.clone();
  await paintFerry(mirror, scene, HORIZON - DROP + 2, 1.4);
  paintWater(image, scene, {
    mirror, horizon: HORIZON, camera: CAMERA, focal: FOCAL, slope: 0.02, gust: 0.85, swell: 0.5,
    seed: 115, body: [0.006, 0.014, 0.02], disturb: wake(noise),
  });
  await paintFerry(image, scene, HORIZON + DROP);
  return bloom(image, scene.S, [{ radius: 1.1, strength: 0.1 }, { radius: 8, strength: 0.06 },
    { radius: 45, strength: 0.05 }]);
}
