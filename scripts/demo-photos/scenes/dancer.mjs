/** A dancer in back light and haze on a wet floor, upright. */
import { WARM_PALE, hex, smooth, mix } from '../lib/colour.mjs';
import { bloom, gaussian } from '../lib/blur.mjs';
import { chain, place } from '../lib/figures.mjs';
import { addBeams, addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask, rim, weld } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { Raster, add, field, over, enlarge, shrink } from '../lib/raster.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 601, contrast: 0.28, vignette: 0.45, grain: 0.022 };

const FLOOR = 905;
const FEET = 1120;
const LAMP = { x: 640, y: 560 };

/** An arabesque in head heights, standing on the ball of the left foot at (0, 0), facing left. */
const BODY = [
  chain([[-0.17, -0.05, 0.06], [0, -0.12, 0.085], [0.1, -0.42, 0.12], [0.06, -0.9, 0.135], [0.12, -1.4, 0.205],
    [0.06, -2.0, 0.2], [0.07, -2.3, 0.22], [0.14, -3.1, 0.31], [0.2, -3.9, 0.4]]),
  chain([[0.2, -3.95, 0.44], [0.1, -4.4, 0.37], [-0.06, -4.85, 0.31], [-0.22, -5.3, 0.37], [-0.34, -5.75, 0.36],
    [-0.38, -6.02, 0.24]]),
  chain([[-0.38, -6.0, 0.19], [-0.47, -6.5, 0.15]]),
  '<ellipse cx="-.6" cy="-6.88" rx=".33" ry=".43" transform="rotate(-14 -.6 -6.88)"/>',
  '<path d="M-.9,-6.85L-1.0,-6.72L-.88,-6.66Z"/>',
  '<circle cx="-.2" cy="-7.02" r=".17"/>',
  chain([[-0.5, -5.85, 0.18], [-1.08, -6.12, 0.125], [-1.62, -6.45, 0.105], [-2.15, -6.66, 0.1], [-2.68, -6.92, 0.062]]),
  chain([[-2.68, -6.92, 0.07], [-2.95, -7.0, 0.065], [-3.25, -7.02, 0.025]]),
  chain([[-0.2, -5.8, 0.17], [0.42, -5.62, 0.12], [1.0, -5.5, 0.1], [1.5, -5.52, 0.095], [2.05, -5.42, 0.06]]),
  chain([[2.05, -5.42, 0.065], [2.3, -5.36, 0.06], [2.6, -5.24, 0.022]]),
  chain([[0.3, -4.0, 0.42], [1.0, -4.32, 0.33], [1.75, -4.62, 0.245], [2.05, -4.72, 0.215], [2.45, -4.85, 0.205],
    [2.9, -5.0, 0.15], [3.5, -5.16, 0.1], [3.72, -5.2, 0.095], [4.2, -5.22, 0.035]]),
].join('');

const SKIRT = '<path d="M-.2,-4.75C.1,-4.6 .4,-4.62 .62,-4.5C1.2,-4.55 1.75,-4.75 2.35,-4.75C2.75,-4.5 2.95,-4.05 3.05,-3.45' +
  'C2.75,-3.6 2.6,-3.3 2.45,-2.85C2.2,-3.1 2.0,-2.7 1.75,-2.3C1.5,-2.6 1.25,-2.35 1.0,-2.05C.8,-2.4 .55,-2.3 .3,-2.15' +
  'C.1,-2.6 -.15,-2.6 -.35,-2.75C-.35,-3.4 -.4,-4.1 -.2,-4.75Z"/>';

export async function render(scene) {
  const { W, H, S } = scene;
  const { fbm } = createNoise(62);
  const smoke = (x, y) => 0.75 * fbm(x * 0.004 + fbm(x * 0.004, y * 0.004, 2), y * 0.006, 5);
  const image = field(W, H, scene.coarse, 3, (px, py, out) => {
    const t = py / S / 1500;
    const c = mix(hex('#0b1a2b'), hex('#24435c'), smooth(0, 0.6, t));
    for (let k = 0; k < 3; k++) out[k] = c[k];
  });
  addGlow(image, scene, { ...LAMP, r: 210, colour: WARM_PALE, gain: 0.5, power: 1.35, noise: smoke });
  addGlow(image, scene, { x: 300, y: 780, r: 420, flat: 1.6, colour: hex('#4f88a8'), gain: 0.3, power: 1.5, noise: smoke });
  addBeams(image, scene, [-150, -128, -108, -84, -60, -36, 168, 20].map((angle, i) => ({
    ...LAMP, angle, spread: 0.07 + 0.02 * (i % 3), length: 420, width: 9, colour: WARM_PALE, gain: 0.2 + 0.07 * (i % 2) })), smoke);
  addDisc(image, scene, { ...LAMP, r: 17, colour: WARM_PALE, gain: 40 });
  const unit = 92;
  const at = { x: 470, y: FEET };
  const body = weld(await drawMask(scene, place(BODY, at.x, at.y, unit)), scene, 3.2);
  const skirt = weld(await drawMask(scene, place(SKIRT, at.x, at.y, unit)), scene, 3);
  floor(image, scene, body, skirt);
  const veil = gaussian(skirt, 2.4 * S);
  over(image, veil, hex('#182430'), 0.62);
  add(image, rim(skirt, scene, { ...LAMP, width: 5, reach: 420 }), 0.7, WARM_PALE);
  over(image, gaussian(body, 0.7 * S), hex('#0a0f16'), 0.985);
  add(image, gaussian(rim(body, scene, { ...LAMP, width: 3, reach: 420 }), 0.7 * S), 2.2, WARM_PALE);
  shafts(image, scene, body, smoke);
  addGlow(image, scene, { ...LAMP, r: 150, colour: WARM_PALE, gain: 0.13, power: 1.3, noise: smoke });
  addGlow(image, scene, { x: 480, y: FEET + 15, r: 420, flat: 5, colour: hex('#6f8ba0'), gain: 0.1, power: 1.3, noise: smoke });
  return bloom(image, S, [{ radius: 4, strength: 0.08 }, { radius: 30, strength: 0.1 }, { radius: 130, strength: 0.1 }]);
}

/** Wet stage floor: mirrors the haze, and the dancer about her own feet. */
function floor(image, scene, body, skirt) {
  const { W, H, S } = scene;
  paintWater(image, scene, { horizon: FLOOR, camera: 1.1, focal: 1500, slope: 0.02, gust: 0.8, tile: 2, seed: 63,
    reflect: 0.75, body: hex('#070d14'), swell: 0.3 });
  const mirrored = new Raster(W, H, 1);
  const { noise } = createNoise(64);
  const feet = FEET * S;
  for (let y = Math.round(feet); y < H; y++) {
    for (let x = 0; x < W; x++) {
      const d = (y - feet) / S;
      const shift = noise(x / S * 0.02, y / S * 0.12) * (2 + d * 0.05) * S;
      const sx = Math.min(W - 1, Math.max(0, Math.round(x + shift)));
      const sy = Math.max(0, Math.round(feet * 2 - y + shift * 2));
      const i = sy * W + sx;
      mirrored.data[y * W + x] = Math.max(body.data[i], skirt.data[i] * 0.6);
    }
  }
  over(image, gaussian(mirrored, 3 * S, 8 * S), hex('#080d13'), 0.8);
}

/** Shafts: the haze in front is lit except where the dancer shadows it, smeared from the lamp. */
function shafts(image, scene, body, smoke) {
  const { W, H, S } = scene;
  const step = scene.coarse * 2;
  const open = shrink(body, step);
  const light = new Raster(open.w, open.h, 1);
  const lx = (LAMP.x * S) / step;
  const ly = (LAMP.y * S) / step;
  for (let y = 0; y < open.h; y++) {
    for (let x = 0; x < open.w; x++) {
      let sum = 0;
      for (let i = 0; i < 40; i++) {
        const t = 0.55 + (0.45 * i) / 40;
        const sx = Math.round(lx + (x - lx) * t);
        const sy = Math.round(ly + (y - ly) * t);
        sum += 1 - open.data[Math.min(open.h - 1, Math.max(0, sy)) * open.w + Math.min(open.w - 1, Math.max(0, sx))];
      }
      const d = Math.hypot(x - lx, y - ly) / ((320 * S) / step);
      const n = 1 + smoke((x * step) / S, (y * step) / S);
      light.data[y * open.w + x] = ((sum / 40) * n) / (1 + d * d) ** 1.1;
    }
  }
  add(image, enlarge(light, W, H, step), 0.1, WARM_PALE);
}
