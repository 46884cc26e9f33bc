/** A small ferry with lit windows crossing at dusk, its wake spreading over wide calm water. */
import { bloom } from '../lib/blur.mjs';
import { WARM } from '../lib/colour.mjs';
import { addLamps, addShapes, layer, scatterLights, veil } from '../lib/compose.mjs';
import { doubleLeverCrane } from '../lib/cranes.mjs';
import { farBank } from '../lib/harbour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { ferry, ferryWindows } from '../lib/ships.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 300;
const DROP = 58;
const FERRY = { x: 372, size: 122 };
const CAMERA = 12;
const FOCAL = 1100;
const DISTANCE = (CAMERA * FOCAL) / DROP;
const HALF_LENGTH = (FERRY.size / 2) * (DISTANCE / FOCAL);
const BOW = ((FERRY.x - 500) * DISTANCE) / FOCAL - HALF_LENGTH;

export const look = { exposure: 1.08, contrast: 0.28, vignette: 0.42, grain: 0.017, seed: 1111 };

/** Slopes of the ship's wave: two diverging arms of short crests and the churned lane between. */
function wake(noise) {
  return (_x, _y, X, z) => {
    const behind = X - BOW;
    const off = Math.abs(z - DISTANCE);
    if (behind < 0 || off > behind * 0.42 + 5) return null;
    const side = z > DISTANCE ? 1 : -1;
    const age = Math.exp(-behind / 130) * Math.min(1, behind / 4);
    const astern = Math.max(0, behind - HALF_LENGTH * 2);
    const lane = astern > 0 ? Math.exp(-((off / (2.2 + astern * 0.03)) ** 2)) * age : 0;
    const churn = 0.05 * lane * noise(X * 0.8, z * 0.5);
    const arm = Math.exp(-(((off - 1.2 - behind * 0.27) / (1 + behind * 0.05)) ** 2)) * age;
    const roll =
      0.05 * arm * Math.sin((off * 1.15 - behind * 0.2) * 1.5 + 1.4 * noise(X * 0.06, z * 0.06));
    const cross =
      astern > 0 && off < behind * 0.27
        ? 0.012 * age * Math.sin(astern * 0.75 + off * off * 0.006)
        : 0;
    return [churn * 0.6 + cross - roll * 0.25, churn + roll * side];
  };
}

/** Foam at the bow and in the lane behind the stern, catching the last light of the sky. */
function foam(fbm) {
  return (x, y) => {
    const dy = y - HORIZON;
    if (dy < 20) return 0;
    const z = (CAMERA * FOCAL) / dy;
    const X = ((x - 500) * z) / FOCAL;
    const astern = X - BOW - HALF_LENGTH * 2 + 1.5;
    const off = z - DISTANCE + 1;
    const spots = Math.max(0, 0.35 + 1.5 * fbm(X * 0.5, z * 0.35, 4));
    const lane =
      astern < 0 ? 0 : Math.exp(-((off / (1.8 + astern * 0.03)) ** 2) - astern / 42) * spots;
    const bow = Math.exp(-(((X - BOW - 2.2) / 2.4) ** 2) - (off / 1.6) ** 2) * (0.4 + spots);
    return Math.min(0.7, 0.42 * lane + 0.55 * bow);
  };
}

async function paintFerry(image, scene, y, gain = 1) {
  const { x, size } = FERRY;
  await layer(image, scene, ferry(x, y, size), '#0e141c', { blur: 0.2 });
  const light = ferryWindows(x, y, size);
  await addShapes(image, scene, light.saloon, WARM, 1.5 * gain, 0.16);
  await addShapes(image, scene, light.bridge, [0.6, 0.5, 0.34], 0.16 * gain, 0.16);
  await addShapes(image, scene, light.deck, WARM, 1.4 * gain, 0.3);
  addLamps(image, scene, [
    { x: x - size * 0.174, y: y - size * 0.305, r: 0.5, colour: [1, 0.88, 0.74], gain: 16 * gain },
    { x: x + size * 0.35, y: y - size * 0.122, r: 0.55, colour: WARM, gain: 18 * gain },
    { x: x - size * 0.29, y: y - size * 0.116, r: 0.5, colour: WARM, gain: 10 * gain },
    { x: x - size * 0.25, y: y - size * 0.176, r: 0.42, colour: [1, 0.07, 0.04], gain: 6 * gain },
  ]);
}

export async function render(scene) {
  const random = createRandom(111);
  const { noise, fbm } = createNoise(112);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 113,
    stops: [
      [0, '#bfaba4'],
      [0.08, '#a2a2aa'],
      [0.28, '#708aa2'],
      [0.62, '#456582'],
      [1, '#294463'],
    ],
    glows: [{ x: 760, width: 380, height: 28, colour: '#eda873', gain: 0.42 }],
    cloud: { colour: '#3d556f', under: '#96939d', scale: 0.42, cover: 0.14, opacity: 0.6 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 13, random), '#8b929a', { blur: 1 });
  await layer(
    image,
    scene,
    [
      doubleLeverCrane(806, HORIZON, 48, { luff: 58, flip: 1, hook: 30 }),
      doubleLeverCrane(868, HORIZON, 44, { luff: 70, flip: -1, hook: 20 }),
      doubleLeverCrane(84, HORIZON, 40, { luff: 52, flip: -1, hook: 26 }),
    ],
    '#66737f',
    { blur: 0.42 },
  );
  await layer(image, scene, farBank(-20, 1020, HORIZON, 8, random), '#4c5a68', { blur: 0.5 });
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 0,
      x2: 1000,
      y: HORIZON - 1,
      height: 6,
      count: 110,
      gain: 1.3,
      size: 0.4,
      cool: 0.2,
    }),
  );
  const mirror = image.clone();
  await paintFerry(mirror, scene, HORIZON - DROP, 3);
  paintWater(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: CAMERA,
    focal: FOCAL,
    slope: 0.021,
    gust: 0.9,
    swell: 0.5,
    tile: 8,
    seed: 115,
    body: [0.006, 0.014, 0.02],
    disturb: wake(noise),
  });
  veil(image, scene, '#94a3b0', foam(fbm));
  await paintFerry(image, scene, HORIZON + DROP);
  return bloom(image, scene.S, [
    { radius: 1.1, strength: 0.1 },
    { radius: 7, strength: 0.07 },
    { radius: 45, strength: 0.05 },
  ]);
}
