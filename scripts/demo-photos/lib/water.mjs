/** Water: a spectrum of ripples in perspective that breaks the mirrored scene into columns. */

import { gaussian } from './blur.mjs';
import { createNoise } from './noise.mjs';
import { Raster } from './raster.mjs';
import { createRandom } from './rng.mjs';

const TILE = 512;

/** Slopes of a tileable wave field with mip levels; rms of the finest level is 1. */
export function waveTile(
  seed,
  { low = 3, high = 60, count = 56, spread = 0.9, roughness = 0.75 } = {},
) {
  const random = createRandom(seed);
  const sx = new Float32Array(TILE * TILE);
  const sz = new Float32Array(TILE * TILE);
  const sine = new Float32Array(TILE);
  for (let i = 0; i < TILE; i++) sine[i] = Math.sin((i / TILE) * Math.PI * 2);
  for (let n = 0; n < count; n++) {
    const k = low * (high / low) ** ((n + random()) / count);
    const angle = Math.PI / 2 + random.normal() * spread;
    const kx = Math.round(k * Math.cos(angle));
    const kz = Math.round(k * Math.sin(angle));
    const length = Math.hypot(kx, kz) || 1;
    const amplitude = length ** -roughness;
    const phase = Math.floor(random() * TILE);
    for (let z = 0; z < TILE; z++) {
      for (let x = 0; x < TILE; x++) {
        const s = sine[(kx * x + kz * z + phase) & (TILE - 1)] * amplitude;
        sx[z * TILE + x] += (s * kx) / length;
        sz[z * TILE + x] += (s * kz) / length;
      }
    }
  }
  let sum = 0;
  for (let i = 0; i < sz.length; i++) sum += sz[i] * sz[i];
  const norm = 1 / Math.sqrt(sum / sz.length);
  const levels = [{ n: TILE, sx: sx.map((v) => v * norm), sz: sz.map((v) => v * norm), rms: 1 }];
  while (levels.at(-1).n > 1) levels.push(halve(levels.at(-1)));
  return levels;
}

function halve(level) {
  const n = level.n / 2;
  const out = { n, sx: new Float32Array(n * n), sz: new Float32Array(n * n), rms: 0 };
  let sum = 0;
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const a = y * 2 * level.n + x * 2;
      const b = a + level.n;
      for (const key of ['sx', 'sz']) {
        const s = level[key];
        out[key][y * n + x] = (s[a] + s[a + 1] + s[b] + s[b + 1]) / 4;
      }
      sum += out.sz[y * n + x] ** 2;
    }
  }
  out.rms = Math.sqrt(sum / (n * n));
  return out;
}

/** Adds the slopes of one mip level at (u, v), times `gain`, to out. */
function addSlopes(level, u, v, gain, out) {
  const { n, sx, sz } = level;
  const mask = n - 1;
  const x = u * n;
  const y = v * n;
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const a = (iy & mask) * n;
  const b = ((iy + 1) & mask) * n;
  const l = ix & mask;
  const r = (ix + 1) & mask;
  const p = (1 - fx) * (1 - fy) * gain;
  const q = fx * (1 - fy) * gain;
  const s = (1 - fx) * fy * gain;
  const t = fx * fy * gain;
  out[0] += sx[a + l] * p + sx[a + r] * q + sx[b + l] * s + sx[b + r] * t;
  out[1] += sz[a + l] * p + sz[a + r] * q + sz[b + l] * s + sz[b + r] * t;
}

/** The two mip levels around a footprint of `texels`, how far between, and the rms they keep. */
function mipBetween(set, texels) {
  const at = Math.min(set.length - 1, Math.max(0, Math.log2(texels)));
  const low = Math.min(set.length - 2, Math.floor(at));
  const t = at - low;
  return {
    low: set[low],
    high: set[low + 1],
    t,
    rms: set[low].rms * (1 - t) + set[low + 1].rms * t,
  };
}

function slopes({ low, high, t }, u, v, out) {
  out[0] = 0;
  out[1] = 0;
  if (t < 0.999) addSlopes(low, u, v, 1 - t, out);
  if (t > 0.001) addSlopes(high, u, v, t, out);
}

/** Copies the part above the horizon, with ever stronger vertical blur. */
export function mirrorLevels(image, rows, S) {
  const base = new Raster(image.w, rows, 3, image.data.slice(0, image.w * rows * 3));
  const sigmas = [0, 5, 16, 45, 120];
  return sigmas.map((s, i) => ({
    sigma: s * S,
    data: i === 0 ? base.data : gaussian(base, s * S * 0.06, s * S).data,
  }));
}

/**
 * Shades every pixel below `horizon` (units). `camera` is the eye height in metres, `slope` the
 * rms slope of the ripples, `gust` how unevenly the wind ruffles them (0..1). `mirror` is what
 * the water sees, if it is not the picture itself: what floats nearer stands higher in it.
 */
export function paintWater(image, scene, options) {
  const {
    horizon,
    camera = 3,
    focal = 1100,
    slope = 0.03,
    gust = 0.5,
    body = [0.004, 0.01, 0.014],
    reflect = 1,
    seed = 1,
    swell = 0.4,
    tile = 5,
    far = 900,
    disturb,
    mirror = image,
  } = options;
  const { W, H, S } = scene;
  const rows = Math.round(horizon * S);
  const levels = mirrorLevels(mirror, rows, S);
  const fine = waveTile(seed, {});
  const long = waveTile(seed + 1, { low: 2, high: 24, count: 36, spread: 0.6 });
  const { fbm } = createNoise(seed + 2);
  const f = focal * S;
  const a = [0, 0];
  const b = [0, 0];
  const rgb = [0, 0, 0];
  for (let y = rows; y < H; y++) {
    const dy = y + 0.5 - rows;
    const z = Math.min((camera * f) / dy, far * 4);
    const foot = z / f;
    const stretch = Math.sqrt(Math.max(1, z / dy / foot));
    const texels = (size) => (foot * stretch * TILE) / size;
    const la = mipBetween(fine, texels(tile));
    const lb = mipBetween(long, texels(tile * 6));
    const lost = Math.sqrt(
      Math.max(0, 1 - la.rms ** 2) + swell ** 2 * Math.max(0, 1 - lb.rms ** 2),
    );
    for (let x = 0; x < W; x++) {
      const X = ((x - W / 2) * z) / f;
      const ruffle = Math.max(0.12, 1 + gust * 1.8 * fbm(X * 0.03 + 11, z * 0.016, 3));
      slopes(la, X / tile + 0.13, z / tile, a);
      slopes(lb, (X * 0.9 + z * 0.2) / (tile * 6), (z * 0.95 - X * 0.2) / (tile * 6), b);
      let sx = (a[0] + b[0] * swell) * slope * ruffle;
      let sz = (a[1] + b[1] * swell) * slope * ruffle;
      if (disturb) {
        const extra = disturb(x / S, (y + 0.5) / S, X, z);
        if (extra) {
          sx += extra[0];
          sz += extra[1];
        }
      }
      let e = dy + 2 * f * sz;
      if (e < 0) e = -e * 0.6;
      sampleMirror(levels, W, rows, x + 2 * sx * dy, rows - e, 2 * f * slope * ruffle * lost, rgb);
      const facing = Math.min(1, Math.max(0.01, dy / f + sz));
      const fresnel = (0.02 + 0.98 * (1 - facing) ** 5) * reflect;
      const o = (y * W + x) * 3;
      for (let k = 0; k < 3; k++) image.data[o + k] = rgb[k] * fresnel + body[k] * (1 - fresnel);
    }
  }
  return image;
}

/** Samples the levels at pixel (x, y) with a vertical blur of `sigma` pixels. */
export function sampleMirror(levels, W, rows, x, y, sigma, out) {
  let i = 0;
  while (i < levels.length - 2 && sigma > levels[i + 1].sigma) i++;
  const span = levels[i + 1].sigma - levels[i].sigma;
  const t = Math.min(1, Math.max(0, (sigma - levels[i].sigma) / span));
  const cx = Math.min(W - 1.001, Math.max(0, x));
  const cy = Math.min(rows - 1.001, Math.max(0, y));
  const ix = cx | 0;
  const iy = cy | 0;
  const fx = cx - ix;
  const fy = cy - iy;
  const o = (iy * W + ix) * 3;
  const p = o + W * 3;
  const d = levels[i].data;
  const e = levels[i + 1].data;
  for (let k = 0; k < 3; k++) {
    const d0 = d[o + k] + (d[o + 3 + k] - d[o + k]) * fx;
    const d1 = d[p + k] + (d[p + 3 + k] - d[p + k]) * fx;
    const e0 = e[o + k] + (e[o + 3 + k] - e[o + k]) * fx;
    const e1 = e[p + k] + (e[p + 3 + k] - e[p + k]) * fx;
    const a = d0 + (d1 - d0) * fy;
    out[k] = a + (e0 + (e1 - e0) * fy - a) * t;
  }
}
