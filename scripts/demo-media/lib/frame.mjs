/** One frame of a shot: the picture through a moving camera, its water and its light of the moment. */
import { createRandom } from '../../demo-photos/lib/rng.mjs';
import { laidOver } from './effects.mjs';
import { ripplesOf } from './waves.mjs';

const GRAIN = 512;
const grain = grainTile();

/**
 * Renders frame `n` of a film, `t` s into its shot, `share` 0..1 of it. `source` is of readSource. Returns planar 8-bit YUV
 * 4:2:0 in the range of television.
 */
export function renderFrame(source, shot, { t, share, n, width, height }) {
  const view = viewOf(source, shot, { t, share, width, height });
  const canvas = {
    W: width,
    H: height,
    luma: new Float32Array(width * height),
    cb: new Float32Array((width * height) >> 2),
    cr: new Float32Array((width * height) >> 2),
  };
  const light = shot.light
    ? Float32Array.from({ length: width }, (_, x) => shot.light(x / width, t, share))
    : undefined;
  const blur = source.soft && shot.focus ? 1 - shot.focus(t) : 0;
  drawLuma(canvas, source, shot, view, { t, light, blur });
  drawChroma(canvas, source, shot, view, { t, light, blur });
  laidOver(canvas, source, shot, view, { t, share, n });
  return quantised(canvas, n, shot.grain ?? 0.009, shot.exposure ? shot.exposure(t) : 1);
}

/** Where the camera looks: source pixel of the left upper corner, and source pixels per pixel of the film. */
function viewOf({ w, h }, { camera, shake = 1 }, { t, share, width, height }) {
  const eased = share * share * (3 - 2 * share) * 0.55 + share * 0.45;
  const between = (key) => camera[0][key] + (camera[1][key] - camera[0][key]) * eased;
  const k = (between('wide') * w) / width;
  const hand = (a, b, c) =>
    shake *
    1.6 *
    (Math.sin(t * a + b) + 0.5 * Math.sin(t * a * 2.3 + c) + 0.22 * Math.sin(t * a * 5.1 + b * c));
  const left = between('x') * w - (k * width) / 2 + hand(1.3, 0.4, 1.7);
  const top = between('y') * h - (k * height) / 2 + hand(1.1, 2.1, 0.6);
  const within = (v, most) => Math.min(Math.max(1, most - 2), Math.max(1, v));
  return { k, left: within(left, w - k * width), top: within(top, h - k * height) };
}

function drawLuma(canvas, source, shot, { k, left, top }, { t, light, blur }) {
  const { W, H, luma } = canvas;
  const { w, h, warm, water } = source;
  const data = source.luma;
  const half = w >> 1;
  const shift = new Float32Array(W);
  for (let y = 0; y < H; y++) {
    const sy = Math.min(h - 2, top + y * k);
    const isWater = water && sy > water.row + 1;
    if (isWater) {
      waterRow(luma.subarray(y * W, (y + 1) * W), source, shot, { sy, left, k, t, light });
      continue;
    }
    const isSwaying = shot.sway ? swayOf(shift, shot.sway, source, { sy, left, k, t }) : false;
    const iy = sy | 0;
    const fy = sy - iy;
    const warmRow = (iy >> 1) * half;
    const dusk = source.dusk.luma[iy];
    for (let x = 0, o = y * W; x < W; x++, o++) {
      const sx = left + x * k + (isSwaying ? shift[x] : 0);
      const ix = sx | 0;
      const fx = sx - ix;
      const i = iy * w + ix;
      const a = data[i] + (data[i + 1] - data[i]) * fx;
      const b = data[i + w] + (data[i + w + 1] - data[i + w]) * fx;
      let v = a + (b - a) * fy;
      if (blur > 0) v += (source.soft.luma[i] - v) * blur;
      luma[o] = light ? lit(v, warm[warmRow + (ix >> 1)] * light[x], dusk) : v;
    }
  }
}

/** More light makes it stronger; less lets what is there without the lamp come through. */
const lit = (v, gain, dusk) => (gain >= 0 ? v * (1 + gain) : v - (dusk - v) * gain);

/** How the water of a shot answers its ripples. */
const WATER = { eye: 3.4, speed: 1, texture: 0.16, sparkle: 0.9, reach: 0.09 };

function waterRow(row, source, shot, { sy, left, k, t, light }) {
  const { w, h, warm, water } = source;
  const { eye, speed, texture, sparkle, reach } = { ...WATER, ...shot.water };
  const below = sy - water.row;
  const rows = h - water.row;
  const ripple = ripplesOf({ w, below, eye, speed }, t);
  const s = [0, 0, 0];
  const ambient = water.level[below | 0];
  const half = w >> 1;
  const near = Math.min(1, below / 26);
  const iy0 = sy | 0;
  for (let x = 0; x < row.length; x++) {
    const sx = left + x * k;
    ripple(sx, s);
    const slope = (0.62 * s[0] + 0.75 * s[1]) * near;
    const dy = Math.min(rows - 2, Math.max(0, below + slope * reach * (below + 12)));
    const dx = Math.min(w - 2, Math.max(0, sx + s[2] * reach * 0.42 * (below + 8)));
    const iy = dy | 0;
    const ix = dx | 0;
    const fy = dy - iy;
    const fx = dx - ix;
    const i = iy * w + ix;
    const d = water.luma;
    const a = d[i] + (d[i + 1] - d[i]) * fx;
    const b = d[i + w] + (d[i + w + 1] - d[i + w]) * fx;
    let v = a + (b - a) * fy;
    const excess = v - ambient;
    v *= 1 + texture * slope;
    if (excess > 0) v += excess * Math.max(-0.95, sparkle * slope);
    const stays = water.stays[((below | 0) >> 1) * half + ((sx | 0) >> 1)];
    if (stays > 0) v += (source.luma[iy0 * w + (sx | 0)] - v) * stays;
    row[x] = light ? lit(v, warm[(iy0 >> 1) * half + ((sx | 0) >> 1)] * light[x], ambient) : v;
  }
}

function drawChroma(canvas, source, shot, { k, left, top }, { t, light, blur }) {
  const { W, H, cb, cr } = canvas;
  const { w, h, warm, water } = source;
  const [hw, half] = [W >> 1, w >> 1];
  const { eye, speed, reach } = { ...WATER, ...shot.water };
  const s = [0, 0, 0];
  for (let y = 0; y < H >> 1; y++) {
    const sy = Math.min(h - 4, top + (2 * y + 0.5) * k);
    const below = water ? sy - water.row : 0;
    const ripple = water && below > 1 ? ripplesOf({ w, below, eye, speed }, t) : undefined;
    const [from, base] = ripple ? [water, water.row] : [source, 0];
    for (let x = 0, o = y * hw; x < hw; x++, o++) {
      let px = left + (2 * x + 0.5) * k;
      let py = sy;
      if (ripple) {
        ripple(px, s);
        py += (0.62 * s[0] + 0.75 * s[1]) * Math.min(1, below / 26) * reach * (below + 12);
        px += s[2] * reach * 0.42 * (below + 8);
      }
      const cy = Math.min((h >> 1) - 2 - (base >> 1), Math.max(0, (py - base) / 2));
      const cx = Math.min(half - 2, Math.max(0, px / 2));
      const iy = cy | 0;
      const ix = cx | 0;
      const fy = cy - iy;
      const fx = cx - ix;
      const i = iy * half + ix;
      let u = bilinear(from.cb, i, half, fx, fy);
      let v = bilinear(from.cr, i, half, fx, fy);
      const j = (sy >> 1) * half + ix;
      const stays = ripple ? water.stays[(below >> 1) * half + ix] : 0;
      if (stays > 0) {
        u += (source.cb[j] - u) * stays;
        v += (source.cr[j] - v) * stays;
      }
      if (blur > 0) {
        u += (source.soft.cb[j] - u) * blur;
        v += (source.soft.cr[j] - v) * blur;
      }
      const gain = light ? warm[j] * light[2 * x] : 0;
      cb[o] = lit(u, gain, source.dusk.cb[sy >> 1]);
      cr[o] = lit(v, gain, source.dusk.cr[sy >> 1]);
    }
  }
}

function bilinear(data, i, w, fx, fy) {
  const a = data[i] + (data[i + 1] - data[i]) * fx;
  const b = data[i + w] + (data[i + w + 1] - data[i + w]) * fx;
  return a + (b - a) * fy;
}

/** How far the pixels of a row lean: each of `sway` turns a little about a point, most in the middle of its column. */
function swayOf(shift, sway, { w, h }, { sy, left, k, t }) {
  shift.fill(0);
  let any = false;
  for (const { x, pivot, reach, wide, angle, period, phase = 0, power = 1 } of sway) {
    const arm = (pivot - sy / h) / reach;
    if (arm <= 0 || arm > 1.4) continue;
    any = true;
    const lean =
      Math.sin((t / period + phase) * Math.PI * 2) *
      angle *
      h *
      reach *
      arm ** power *
      Math.min(1, (1.4 - arm) / 0.4);
    for (let px = 0; px < shift.length; px++) {
      const u = ((left + px * k) / w - x) / wide;
      if (u > -1 && u < 1) shift[px] += lean * (1 - u * u) ** 2;
    }
  }
  return any;
}

/** Noise of two pixels' size, rms about 1. */
function grainTile() {
  const random = createRandom(77);
  const raw = Float32Array.from(
    { length: GRAIN * GRAIN },
    () => random() + random() + random() - 1.5,
  );
  const m = GRAIN - 1;
  return raw.map((v, i) => {
    const [x, y] = [i & m, i >> 9];
    const at = (dx, dy) => raw[((y + dy) & m) * GRAIN + ((x + dx) & m)];
    return 1.5 * (v * 0.62 + 0.21 * (at(1, 0) + at(-1, 0) + at(0, 1) + at(0, -1)));
  });
}

function quantised({ W, H, luma, cb, cr }, n, amount, exposure) {
  const out = new Uint8Array((W * H * 3) >> 1);
  const m = GRAIN - 1;
  const random = createRandom(n * 7919 + 13);
  const [ox, oy] = [Math.floor(random() * GRAIN), Math.floor(random() * GRAIN)];
  for (let y = 0, i = 0; y < H; y++) {
    const row = ((y + oy) & m) * GRAIN;
    for (let x = 0; x < W; x++, i++) {
      const v = luma[i] * exposure;
      // Least in black and white, most in between.
      const noisy = v + grain[row + ((x + ox) & m)] * amount * (0.5 + 2 * v * (1 - v));
      const value = 16.5 + 219 * noisy;
      out[i] = value < 16 ? 16 : value > 235 ? 235 : value;
    }
  }
  const size = W * H;
  const quarter = size >> 2;
  for (let i = 0; i < quarter; i++) {
    out[size + i] = 128.5 + 224 * cb[i] * exposure;
    out[size + quarter + i] = 128.5 + 224 * cr[i] * exposure;
  }
  return out;
}
