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
const FEET = 1135;
const LAMP = { x: 532, y: 690 };
const HEAD = '<path d="M-.02,-.5C-.22,-.5 -.36,-.36 -.37,-.2C-.38,-.13 -.37,-.1 -.37,-.06L-.44,.07L-.38,.12' +
  'C-.4,.18 -.39,.22 -.37,.25C-.38,.33 -.33,.42 -.25,.43C-.15,.42 -.05,.36 .02,.3C.1,.36 .2,.25 .27,.12' +
  'C.36,-.02 .4,-.2 .32,-.34C.24,-.46 .12,-.5 -.02,-.5Z"/><circle cx=".35" cy="-.3" r=".16"/>';

/** An arabesque in head heights, standing on the ball of the left foot at (0, 0), facing left. */
const BODY = [
  chain([[-0.2, -0.04, 0.055], [-0.02, -0.14, 0.085], [0.09, -0.42, 0.105], [0.07, -0.75, 0.12], [0.13, -1.35, 0.195],
    [0.07, -1.95, 0.165], [0.05, -2.2, 0.2], [0.12, -3.0, 0.285], [0.2, -3.85, 0.36]]),
  chain([[0.22, -3.95, 0.4], [0.12, -4.4, 0.33], [-0.03, -4.85, 0.27], [-0.18, -5.3, 0.33], [-0.28, -5.72, 0.32],
    [-0.33, -6.0, 0.22]]),
  chain([[-0.33, -5.95, 0.2], [-0.4, -6.2, 0.15], [-0.47, -6.62, 0.15]]),
  place(HEAD, -0.58, -6.95, 0.92, 1, -8),
  chain([[-0.42, -5.88, 0.16], [-1.02, -6.1, 0.115], [-1.58, -6.4, 0.095], [-2.1, -6.62, 0.092], [-2.66, -6.9, 0.058]]),
  chain([[-2.66, -6.9, 0.066], [-2.92, -6.99, 0.06], [-3.2, -7.0, 0.022]]),
  chain([[-0.15, -5.82, 0.15], [0.42, -5.66, 0.11], [1.0, -5.56, 0.092], [1.5, -5.6, 0.088], [2.05, -5.52, 0.055]]),
  chain([[2.05, -5.52, 0.062], [2.3, -5.47, 0.055], [2.58, -5.36, 0.02]]),
  chain([[0.3, -3.98, 0.38], [1.0, -4.34, 0.3], [1.75, -4.68, 0.215], [2.05, -4.8, 0.185], [2.45, -4.95, 0.185],
    [2.9, -5.12, 0.13], [3.5, -5.3, 0.09], [3.72, -5.35, 0.085], [4.2, -5.4, 0.03]]),
].join('');

const WAIST = 'M-.26,-4.62C.05,-4.52 .35,-4.5 .6,-4.46C1.1,-4.62 1.6,-4.78 2.1,-4.88';
const SKIRT = [
  `<path opacity=".5" d="${WAIST}C2.5,-4.6 2.9,-4.2 2.95,-3.6C2.5,-3.3 2.1,-2.9 1.5,-2.6C.9,-2.35 .3,-2.45 -.2,-2.75C-.32,-3.4 -.34,-4.1 -.26,-4.62Z"/>`,
  `<path opacity=".45" d="${WAIST}C2.3,-4.5 2.5,-4.1 2.4,-3.4C2.0,-3.2 1.8,-2.6 1.1,-2.2C.8,-2.1 .5,-2.3 .1,-2.9C-.2,-3.4 -.34,-4.1 -.26,-4.62Z"/>`,
  `<path opacity=".4" d="${WAIST}C1.9,-4.3 1.8,-3.6 1.5,-3.1C1.2,-2.8 .7,-2.9 .35,-3.2C-.1,-3.5 -.3,-4.1 -.26,-4.62Z"/>`,
].join('');

export async function render(scene) {
  const { W, H, S } = scene;
  const { fbm } = createNoise(62);
  const smoke = (x, y) => 0.75 * fbm(x * 0.004 + fbm(x * 0.004, y * 0.004, 2), y * 0.006, 5);
  const image = field(W, H, scene.coarse, 3, (px, py, out) => {
    const t = py / S / 1500;
    const c = mix(hex('#0b1a2b'), hex('#24435c'), smooth(0, 0.6, t));
    for (let k = 0; k < 3; k++) out[k] = c[k];
  });
  addGlow(image, scene, { ...LAMP, r: 150, colour: WARM_PALE, gain: 1.1, power: 1.35, noise: smoke });
  addGlow(image, scene, { x: 180, y: 700, r: 420, flat: 1.4, colour: hex('#4f88a8'), gain: 0.22, power: 1.5, noise: smoke });
  addBeams(image, scene, [-150, -128, -108, -84, -60, -36, 168, 20, 128, 66, 98].map((angle, i) => ({
    ...LAMP, angle, spread: 0.06 + 0.02 * (i % 3), length: 330, width: 8, colour: WARM_PALE, gain: 0.2 + 0.08 * (i % 2) })), smoke);
  addGlow(image, scene, { ...LAMP, r: 16, colour: WARM_PALE, gain: 9, power: 1.6 });
  addDisc(image, scene, { ...LAMP, r: 7, colour: WARM_PALE, gain: 40 });
  const unit = 92;
  const at = { x: 452, y: FEET };
  const body = weld(await drawMask(scene, place(BODY, at.x, at.y, unit)), scene, 1.7);
  const skirt = gaussian(await drawMask(scene, place(SKIRT, at.x, at.y, unit)), 4 * S);
  floor(image, scene, body, skirt);
  haze(image, scene, smoke);
  over(image, skirt, hex('#20242b'), 0.72);
  add(image, gaussian(rim(skirt, scene, { ...LAMP, width: 6, reach: 300 }), 2 * S), 0.5, WARM_PALE);
  over(image, gaussian(body, 0.8 * S), hex('#080b11'), 0.99);
  add(image, gaussian(rim(body, scene, { ...LAMP, width: 2.6, reach: 260 }), 0.8 * S), 1.5, WARM_PALE);
  shafts(image, scene, body, smoke);
  addGlow(image, scene, { ...LAMP, r: 75, colour: WARM_PALE, gain: 0.2, power: 1.3, noise: smoke });
  return bloom(image, S, [{ radius: 4, strength: 0.08 }, { radius: 26, strength: 0.07 }, { radius: 130, strength: 0.07 }]);
}

/** Low haze that hides where the floor ends and lies over the feet. */
function haze(image, scene, smoke) {
  const { W, H, S } = scene;
  const band = field(W, H, scene.coarse, 1, (px, py, out) => {
    const x = px / S;
    const e = (py / S - FLOOR) / 95;
    out[0] = Math.max(0, 0.75 + 0.6 * smoke(x * 1.3, (py / S) * 3)) * Math.exp(-e * e);
  });
  const tone = field(W, H, scene.coarse, 3, (px, py, out) => {
    const near = Math.exp(-(((px / S - LAMP.x) / 260) ** 2));
    const c = mix(hex('#2b4558'), hex('#a07a55'), near * 0.75);
    for (let k = 0; k < 3; k++) out[k] = c[k];
  });
  over(image, band, tone, 0.8);
}

/** Wet stage floor: mirrors the haze, and the dancer about her own feet. */
function floor(image, scene, body, skirt) {
  const { W, H, S } = scene;
  paintWater(image, scene, { horizon: FLOOR, camera: 1.1, focal: 1500, slope: 0.012, gust: 0.9, tile: 1.2, seed: 63,
    reflect: 0.7, body: hex('#070d14'), swell: 0.3 });
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
  const full = enlarge(light, W, H, step);
  for (let i = 0; i < full.data.length; i++) full.data[i] *= 1 - 0.7 * body.data[i];
  add(image, full, 0.11, WARM_PALE);
}
