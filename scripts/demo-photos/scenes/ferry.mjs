/** A small ferry with lit windows at dusk: wake, wide calm. */
import { WARM, WARM_PALE, hex } from '../lib/colour.mjs';
import { bloom, gaussian } from '../lib/blur.mjs';
import { place } from '../lib/figures.mjs';
import { farBank, polygon } from '../lib/harbour.mjs';
import { addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 1101, contrast: 0.22, vignette: 0.36, grain: 0.018 };

const HORIZON = 305;
const BOAT = { x: 345, y: 330, scale: 1.05 };

const HULL = '<path d="M-62,-9C-40,-8.4 30,-8.4 64,-11.5C61,-6 56,-1 52,1L-56,1C-60,-2 -62,-6 -62,-9Z"/>' +
  '<path d="M-48,-9L-46,-21L30,-21L37,-9Z"/><path d="M-30,-21L-29,-30L14,-30L20,-21Z"/>' +
  '<path d="M0,-30L1,-37L11,-37L14,-30Z"/><path d="M-20,-30L-19,-42L-13,-42L-12,-30Z"/>' +
  '<rect x="-49" y="-22.4" width="84" height="1.3"/><rect x="-31" y="-31.2" width="48" height="1.2"/>' +
  '<g stroke-width=".5"><line x1="6" y1="-37" x2="5" y2="-55"/><line x1="5" y1="-54" x2="60" y2="-12"/>' +
  '<line x1="5" y1="-54" x2="-58" y2="-10"/><line x1="2" y1="-47" x2="9" y2="-47"/></g>' +
  '<g stroke-width=".45"><line x1="-61" y1="-13" x2="-47" y2="-13"/><line x1="36" y1="-14" x2="62" y2="-16"/>' +
  '<line x1="-60" y1="-9" x2="-60" y2="-13"/><line x1="-54" y1="-9" x2="-54" y2="-13"/><line x1="44" y1="-9" x2="44" y2="-14.5"/>' +
  '<line x1="53" y1="-9" x2="53" y2="-15.2"/></g>';

const windows = () => {
  const panes = [];
  for (let i = 0; i < 11; i++) if (i !== 7) panes.push(`<rect x="${-44 + i * 6.9}" y="-18.6" width="5.2" height="5" rx=".5"/>`);
  return panes.join('');
};

const UPPER = Array.from({ length: 6 }, (_, i) => `<rect x="${-26 + i * 6.6}" y="-27.8" width="4.6" height="3.8" rx=".4"/>`).join('');
const BRIDGE = '<rect x="3" y="-35.6" width="8" height="3"/>';

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(1111);
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 1112,
    stops: [[0, '#b79a94'], [0.08, '#a39aa2'], [0.25, '#7a90a8'], [0.55, '#557698'], [1, '#30557c']],
    glows: [{ x: 760, width: 420, height: 36, colour: '#ffab7d', gain: 0.2 }],
    cloud: { colour: '#4c6582', under: '#a38e92', scale: 0.5, cover: 0.0, opacity: 0.5 },
  });
  const bank = await drawMask(scene, farBank(-10, 1010, HORIZON, 10, random));
  over(image, gaussian(bank, 1.3 * S), hex('#5c6c80'), 0.85);
  const sky = image.clone();
  await boat(image, scene, true);
  const { noise } = createNoise(1113);
  paintWater(image, scene, {
    horizon: BOAT.y - 1, camera: 4.5, slope: 0.017, gust: 0.85, seed: 1114, reflect: 0.94, body: hex('#143040'),
    disturb: (x, y) => wake(x, y, noise),
  });
  const water = image.clone();
  image.data.set(sky.data);
  paintWater(image, scene, {
    horizon: HORIZON, camera: 4.5, slope: 0.017, gust: 0.85, seed: 1114, reflect: 0.94, body: hex('#143040'),
    disturb: (x, y) => wake(x, y, noise),
  });
  blend(image, water, scene);
  await boat(image, scene, false);
  foam(image, scene, noise);
  return bloom(image, S, [{ radius: 2, strength: 0.07 }, { radius: 14, strength: 0.05 }, { radius: 70, strength: 0.05 }]);
}

/** Takes the boat's reflection from the second water, fading out at its sides. */
function blend(image, water, scene) {
  const { W, H, S } = scene;
  for (let y = Math.round(BOAT.y * S); y < H; y++) {
    for (let x = 0; x < W; x++) {
      const d = Math.abs(x / S - BOAT.x) / 120;
      const a = Math.exp(-(d ** 4));
      if (a < 0.004) continue;
      const o = (y * W + x) * 3;
      for (let k = 0; k < 3; k++) image.data[o + k] += (water.data[o + k] - image.data[o + k]) * a;
    }
  }
}

async function boat(image, scene) {
  const { S } = scene;
  const put = (shapes) => drawMask(scene, place(shapes, BOAT.x, BOAT.y, BOAT.scale));
  over(image, gaussian(await put(HULL), 0.3 * S), hex('#141f2b'), 0.97);
  over(image, gaussian(await put(windows()), 0.3 * S), WARM_PALE.map((v) => v * 2.6), 0.95);
  over(image, gaussian(await put(UPPER), 0.3 * S), WARM.map((v) => v * 1.9), 0.9);
  over(image, gaussian(await put(BRIDGE), 0.3 * S), WARM.map((v) => v * 0.7), 0.7);
  addDisc(image, scene, { x: BOAT.x + 5.2, y: BOAT.y - 57, r: 0.8, colour: WARM_PALE, gain: 22 });
  addGlow(image, scene, { x: BOAT.x - 8, y: BOAT.y - 17, r: 34, flat: 1.8, colour: WARM, gain: 0.09, power: 1.4 });
}

/** Slopes of the wake: two feathered arms and a smooth trail behind the stern. */
function wake(x, y, noise) {
  const back = BOAT.x + 58 - x;
  const down = y - BOAT.y;
  if (back < 0 || down < -2) return null;
  const arm = 1.5 + back * 0.16;
  const d = (down - arm) / (2.2 + back * 0.02);
  const crest = Math.exp(-d * d) * Math.exp(-back / 420);
  if (crest < 0.02) return null;
  const ripple = Math.sin(back * 0.35 - down * 1.1 + noise(x * 0.05, y * 0.1) * 2);
  return [0.02 * crest * ripple, 0.05 * crest * (0.5 + ripple)];
}

function foam(image, scene, noise) {
  const { W, H, S } = scene;
  for (let y = Math.round((BOAT.y - 2) * S); y < Math.min(H, (BOAT.y + 14) * S); y++) {
    for (let x = 0; x < (BOAT.x + 62) * S; x++) {
      const ux = x / S;
      const down = y / S - BOAT.y;
      const back = BOAT.x + 60 - ux;
      const width = 1 + back * 0.009;
      const d = (down - 1.2 - back * 0.012) / width;
      const n = 0.5 + 0.9 * noise(ux * 0.22, y / S * 1.6) + 0.4 * noise(ux * 0.9, y / S * 3.1);
      const a = Math.exp(-d * d) * Math.exp(-back / 190) * Math.min(1, Math.max(0, n)) * 0.5;
      if (a < 0.01) continue;
      const o = (y * W + x) * 3;
      const c = [0.32, 0.36, 0.42];
      for (let k = 0; k < 3; k++) image.data[o + k] += (c[k] - image.data[o + k]) * a;
    }
  }
}

export { polygon };
