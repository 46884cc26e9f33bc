/** Out-of-focus harbour lights over dark water. */
import { WARM, WARM_PALE, hex, smooth } from '../lib/colour.mjs';
import { bloom, discBlur, gaussian } from '../lib/blur.mjs';
import { farBank, polygon, portalCrane } from '../lib/harbour.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { Raster, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 1001, contrast: 0.28, vignette: 0.5, grain: 0.021 };
export const detail = 0.5;

const HORIZON = 300;

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(1011);
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 1012,
    stops: [[0, '#324a60'], [0.3, '#253e58'], [1, '#0e1c2f']],
    glows: [{ x: 640, width: 300, height: 60, colour: '#c2824d', gain: 0.08 }],
  });
  const bank = await drawMask(scene, [farBank(-10, 1010, HORIZON, 40, random), portalCrane(230, HORIZON, 130, { angle: 57 }),
    polygon([-5, 296], [1005, 296], [1005, 310], [-5, 310])]);
  over(image, discBlur(bank, 15 * S), hex('#0d1826'), 0.92);
  const discs = lamps(random);
  for (const d of discs) addAperture(image, scene, d);
  paintWater(image, scene, { horizon: HORIZON, camera: 2, slope: 0.055, gust: 0.7, seed: 1013, reflect: 0.85, body: hex('#060f18'), tile: 4 });
  const blurred = discBlur(gaussian(image, 4 * S, 1.5 * S), 5 * S);
  const rows = Math.round(HORIZON * S);
  for (let y = rows; y < scene.H; y++) {
    const t = smooth(0, 200, y / S - HORIZON) * 0.5;
    for (let o = y * scene.W * 3; o < (y + 1) * scene.W * 3; o++) {
      image.data[o] = blurred.data[o] * (1 - t) + image.data[o] * t;
    }
  }
  return bloom(image, S, [{ radius: 3, strength: 0.1 }, { radius: 24, strength: 0.06 }, { radius: 100, strength: 0.06 }]);
}

function lamps(random) {
  const list = [];
  for (let i = 0; i < 46; i++) {
    const cluster = random() < 0.55;
    const x = cluster ? 640 + random.normal() * 120 : random.range(-20, 1020);
    const y = HORIZON - 8 - Math.abs(random.normal()) * (cluster ? 40 : 24);
    const warm = cluster ? random() < 0.92 : random() < 0.3;
    list.push({ x, y, r: random.range(13, 24), colour: warm ? (random() < 0.5 ? WARM : WARM_PALE) : hex('#86b6cf'),
      gain: (cluster ? 0.9 : 0.16) * Math.exp(random.normal() * 0.6) * (warm ? 1 : 0.6) });
  }
  return list;
}

/** A lens blur disc: brighter rim, faint rings, nine-sided, clipped towards the picture's edge. */
function addAperture(image, scene, { x, y, r, colour, gain }) {
  const { W, H, S } = scene;
  const { noise } = createNoise(1014);
  const clipX = ((x - 500) / 500) * r * 0.55;
  const clipY = ((y - 333) / 500) * r * 0.55;
  const R = r * S;
  for (let py = Math.max(0, Math.floor(y * S - R - 2)); py < Math.min(H, y * S + R + 2); py++) {
    for (let px = Math.max(0, Math.floor(x * S - R - 2)); px < Math.min(W, x * S + R + 2); px++) {
      const dx = px + 0.5 - x * S;
      const dy = py + 0.5 - y * S;
      const angle = Math.atan2(dy, dx) + 0.2;
      const wedge = (Math.PI * 2) / 9;
      const local = ((angle % wedge) + wedge) % wedge - wedge / 2;
      const blades = (Math.cos(wedge / 2) * 0.35 + 0.65 * Math.cos(local)) / Math.cos(local);
      const d = Math.hypot(dx, dy) / (R * blades);
      const other = Math.hypot(dx + clipX * S, dy + clipY * S) / (R * 1.05);
      const edge = 1.2 / R + 0.02;
      const inside = smooth(1, 1 - edge * 2, d) * smooth(1, 1 - edge * 2, other);
      if (inside <= 0) continue;
      const ring = 0.8 + 0.35 * smooth(0.78, 0.98, d) + 0.03 * Math.cos(d * 34) + 0.05 * noise(dx / S * 0.4 + x, dy / S * 0.4 + y);
      const o = (py * W + px) * 3;
      for (let k = 0; k < 3; k++) image.data[o + k] += colour[k] * gain * inside * ring;
    }
  }
}

export { Raster };
