/** Far harbour lights out of focus over dark water: discs that turn to cat's eyes at the edges. */
import { addBokeh } from '../lib/bokeh.mjs';
import { bloom } from '../lib/blur.mjs';
import { layer, veil } from '../lib/compose.mjs';
import { farBank, polygon, portalCrane } from '../lib/harbour.mjs';
import { createRandom } from '../lib/rng.mjs';
import { createNoise } from '../lib/noise.mjs';
import { paintSky } from '../lib/sky.mjs';

const HORIZON = 300;

export const look = { exposure: 1, contrast: 0.3, vignette: 0.5, grain: 0.018, seed: 1010 };
export const detail = 0.5;

const KINDS = [
  { colour: [1, 0.42, 0.1], weight: 0.62 },
  { colour: [1, 0.66, 0.36], weight: 0.16 },
  { colour: [0.45, 0.75, 1], weight: 0.1 },
  { colour: [1, 0.1, 0.05], weight: 0.06 },
  { colour: [0.1, 0.8, 0.5], weight: 0.06 },
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
  for (let i = 0; i < 46; i++) {
    const cluster = random.pick([120, 300, 390, 640, 700, 880]);
    lights.push({
      x: cluster + random.normal() * 75,
      y: HORIZON - 4 - Math.abs(random.normal()) * 22,
      r: random.range(11, 16),
      colour: pickColour(random),
      gain: 0.06 + 0.75 * random() ** 3,
    });
  }
  for (let i = 0; i < 7; i++) {
    lights.push({ x: 560 + i * 62, y: HORIZON - 46 - i * 3.5, r: 15.5, colour: [1, 0.4, 0.09], gain: 0.85 });
  }
  lights.push({ x: 250, y: HORIZON - 120, r: 15, colour: [1, 0.1, 0.05], gain: 0.6 });
  return lights;
}

/** The broken reflection of one light: discs strung out below it, ever fainter and wider. */
function reflect(image, scene, random, light) {
  const depth = HORIZON - light.y;
  const count = 46;
  for (let i = 0; i < count; i++) {
    const t = (i + random()) / count;
    const y = HORIZON + depth * 0.25 + t ** 1.25 * 330;
    const wander = random.normal() * (1.2 + t * 9);
    addBokeh(image, scene, {
      ...light,
      x: light.x + wander,
      y,
      r: light.r * random.range(0.5, 1.05) * (1 + t * 0.5),
      flat: 0.34 + 0.25 * t,
      gain: light.gain * 0.16 * Math.exp(-t * 2.4) * random() ** 2 * 2.2,
      edge: 0.12,
    });
  }
}

export async function render(scene) {
  const random = createRandom(1001);
  const { fbm } = createNoise(1002);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 1003,
    stops: [[0, '#3c5268'], [0.2, '#2b445e'], [0.5, '#1b324d'], [1, '#0c1a2c']],
    glows: [{ x: 640, width: 420, height: 60, colour: '#a87a5e', gain: 0.16 }],
    cloud: { colour: '#101f33', under: '#33465a', scale: 0.4, cover: 0, opacity: 0.5 },
  });
  await layer(image, scene, [farBank(-60, 1060, HORIZON, 34, random),
    portalCrane(250, HORIZON, 128, { angle: 58, flip: 1 }),
    portalCrane(862, HORIZON, 96, { angle: 66, flip: -1 })], '#0b1522', { blur: 9 });
  await layer(image, scene, polygon([-60, HORIZON], [1060, HORIZON], [1060, 720], [-60, 720]),
    '#0d1a29', { blur: 5 });
  veil(image, scene, '#2a4058', (x, y) => {
    const e = (y - HORIZON) / 367;
    if (e < 0) return 0;
    return Math.max(0, 0.62 * (1 - e) ** 1.6 + 0.5 * fbm(x * 0.004, y * 0.055, 3) * (1 - e * 0.6));
  });
  const lights = makeLights(random);
  for (const light of lights) reflect(image, scene, random, light);
  for (const light of lights) addBokeh(image, scene, light);
  return bloom(image, scene.S, [{ radius: 3, strength: 0.12 }, { radius: 26, strength: 0.1 },
    { radius: 80, strength: 0.08 }]);
}
