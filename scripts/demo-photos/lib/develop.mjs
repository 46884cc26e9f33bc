/** The darkroom: enlarges the linear picture, applies lens, tone curve and grain, quantises. */

import { toEncoded, toLinear } from './colour.mjs';
import { Raster } from './raster.mjs';
import { createRandom } from './rng.mjs';

const LUT_SIZE = 8192;
const LUT_MAX = 24;
const GRAIN = 1024;

/** Filmic shoulder above `knee`; below it values pass through unchanged. */
function shoulder(v, knee = 0.3) {
  if (v <= knee) return v;
  const t = (v - knee) / (1 - knee);
  const roll = (t / (1 + t * 0.82)) ** 0.98 * 0.9 + 0.08 * (1 - Math.exp(-t));
  return knee + (1 - knee) * roll;
}

function sCurve(v, contrast) {
  const s = v * v * (3 - 2 * v);
  return v + (s - v) * contrast;
}

/** LUT over sqrt(linear) to display values: encoded sRGB, or linear when `linear` is set. */
function toneTable({ exposure, contrast, lift, linear }) {
  const table = new Float32Array(LUT_SIZE + 2);
  for (let i = 0; i < table.length; i++) {
    const v = (i / LUT_SIZE) ** 2 * LUT_MAX * exposure;
    const encoded =
      lift + (1 - lift) * sCurve(Math.min(1, toEncoded(Math.min(1, shoulder(v)))), contrast);
    table[i] = linear ? toLinear(encoded) : encoded;
  }
  return table;
}

/** Noise correlated over about 1.5 pixels with rms 1, tileable enough to repeat unseen. */
function grainTile(seed) {
  const random = createRandom(seed);
  const noise = new Raster(GRAIN, GRAIN, 1);
  for (let i = 0; i < noise.data.length; i++) noise.data[i] = random() + random() + random() - 1.5;
  const soft = smoothTile(noise.data);
  let sum = 0;
  for (const v of soft) sum += v * v;
  const scale = 1 / Math.sqrt(sum / soft.length);
  return soft.map((v) => v * scale);
}

function smoothTile(data) {
  const m = GRAIN - 1;
  const out = new Float32Array(data.length);
  for (let y = 0; y < GRAIN; y++) {
    const up = ((y - 1) & m) * GRAIN;
    const mid = y * GRAIN;
    const down = ((y + 1) & m) * GRAIN;
    for (let x = 0; x < GRAIN; x++) {
      const l = (x - 1) & m;
      const r = (x + 1) & m;
      out[mid + x] =
        data[mid + x] * 0.3 +
        (data[mid + l] + data[mid + r] + data[up + x] + data[down + x]) * 0.13 +
        (data[up + l] + data[up + r] + data[down + l] + data[down + r]) * 0.045;
    }
  }
  return out;
}

/** Highlights are squeezed before enlarging, so bright lamps get no dark rings around them. */
const SQUEEZE = 0.5;
const squeeze = (v) => (v <= 0 ? 0 : v / (v + SQUEEZE));
const unsqueeze = (u) => (u <= 0 ? 0 : u >= 0.979 ? LUT_MAX : (SQUEEZE * u) / (1 - u));

/** Positions and Mitchell weights for enlarging one axis, scaled about its centre. */
function axis(from, to, magnify) {
  const start = new Int32Array(to * 4);
  const weight = new Float32Array(to * 4);
  const ratio = from / to / magnify;
  for (let i = 0; i < to; i++) {
    const p = (i + 0.5 - to / 2) * ratio + from / 2 - 0.5;
    const base = Math.floor(p);
    const t = p - base;
    const near = (d) => (7 * d ** 3 - 12 * d * d + 16 / 3) / 6;
    const outer = (d) => ((-7 / 3) * d ** 3 + 12 * d * d - 20 * d + 32 / 3) / 6;
    const w = [outer(1 + t), near(t), near(1 - t), outer(2 - t)];
    for (let j = 0; j < 4; j++) {
      start[i * 4 + j] = Math.min(from - 1, Math.max(0, base - 1 + j));
      weight[i * 4 + j] = w[j];
    }
  }
  return { start, weight };
}

/** Enlarges one channel row by row; row(y) returns the finished line. */
function enlarger(image, channel, width, height, magnify) {
  const { w, data } = image;
  const ax = axis(w, width, magnify);
  const ay = axis(image.h, height, magnify);
  const cache = new Map();
  const line = new Float32Array(width);
  const horizontal = (sy) => {
    let row = cache.get(sy);
    if (row) return row;
    row = cache.size > 7 ? recycle(cache, sy) : new Float32Array(width);
    const base = sy * w;
    for (let x = 0, i = 0; x < width; x++, i += 4) {
      row[x] =
        data[(base + ax.start[i]) * 3 + channel] * ax.weight[i] +
        data[(base + ax.start[i + 1]) * 3 + channel] * ax.weight[i + 1] +
        data[(base + ax.start[i + 2]) * 3 + channel] * ax.weight[i + 2] +
        data[(base + ax.start[i + 3]) * 3 + channel] * ax.weight[i + 3];
    }
    cache.set(sy, row);
    return row;
  };
  return (y) => {
    const r = [0, 1, 2, 3].map((j) => horizontal(ay.start[y * 4 + j]));
    const [a, b, c, d] = ay.weight.subarray(y * 4, y * 4 + 4);
    for (let x = 0; x < width; x++) line[x] = r[0][x] * a + r[1][x] * b + r[2][x] * c + r[3][x] * d;
    return line;
  };
}

function recycle(cache, keepNear) {
  for (const key of cache.keys()) {
    if (Math.abs(key - keepNear) > 4) {
      const row = cache.get(key);
      cache.delete(key);
      return row;
    }
  }
  throw new Error('row cache is full');
}

const ADOBE_FROM_SRGB = [
  [0.715119, 0.284881, 0],
  [0, 1, 0],
  [0, 0.041176, 0.958824],
];

/** Gamma of Adobe RGB (1998). */
const ADOBE_GAMMA = 563 / 256;

/**
 * Develops a linear picture. Returns { data, width, height, channels } with Uint8Array or, for
 * depth 16, Uint16Array data; `space` is 'srgb', 'adobe' or 'grey'.
 */
export function develop(image, width, height, options = {}) {
  const {
    exposure = 1,
    contrast = 0.25,
    saturation = 1,
    vignette = 0.35,
    aberration = 0.0005,
    grain = 0.016,
    chroma = 0.35,
    crosstalk = 0.04,
    lift = 0.012,
    seed = 1,
    depth = 8,
    space = 'srgb',
  } = options;
  const channels = space === 'grey' ? 1 : 3;
  const full = depth === 16 ? 65535 : 255;
  const Type = depth === 16 ? Uint16Array : Uint8Array;
  const data = new Type(width * height * channels);
  const tone = toneTable({ exposure, contrast, lift, linear: space === 'adobe' });
  const noise = grainTile(seed);
  for (let i = 0; i < image.data.length; i++) image.data[i] = squeeze(image.data[i]);
  const rows = [1 + aberration, 1, 1 - aberration].map((m, k) =>
    enlarger(image, k, width, height, m + Math.abs(aberration)),
  );
  const mask = GRAIN - 1;
  const corner = 1 / ((width * width + height * height) / 4);
  const out = [0, 0, 0];
  const look = (v) => {
    const p = v <= 0 ? 0 : Math.min(LUT_SIZE, Math.sqrt(v / LUT_MAX) * LUT_SIZE);
    const i = p | 0;
    return tone[i] + (tone[i + 1] - tone[i]) * (p - i);
  };
  for (let y = 0; y < height; y++) {
    const [lr, lg, lb] = rows.map((row) => row(y));
    const gy = (y & mask) * GRAIN;
    const gy2 = ((y + 371) & mask) * GRAIN;
    for (let x = 0; x < width; x++) {
      const d2 = ((x - width / 2) ** 2 + (y - height / 2) ** 2) * corner;
      const fall = 1 - vignette * d2 * (1.25 - 0.25 * d2);
      const r = unsqueeze(lr[x]) * fall;
      const g = unsqueeze(lg[x]) * fall;
      const b = unsqueeze(lb[x]) * fall;
      const mean = (r + g + b) / 3;
      const pull = saturation * (1 - crosstalk);
      out[0] = look(mean + (r - mean) * pull);
      out[1] = look(mean + (g - mean) * pull);
      out[2] = look(mean + (b - mean) * pull);
      if (space === 'adobe') toAdobe(out);
      const level = out[0] * 0.25 + out[1] * 0.6 + out[2] * 0.15;
      const amount = grain * (0.45 + 2.4 * level * (1 - level)) * (1 - 0.6 * level * level);
      const n = noise[gy + (x & mask)];
      const nr = noise[gy2 + ((x + 97) & mask)] * chroma;
      const nb = noise[gy2 + ((x + 613) & mask)] * chroma;
      const o = (y * width + x) * channels;
      if (channels === 1) {
        data[o] = quantise(level + n * amount, full);
        continue;
      }
      data[o] = quantise(out[0] + (n + nr) * amount, full);
      data[o + 1] = quantise(out[1] + n * amount, full);
      data[o + 2] = quantise(out[2] + (n + nb) * amount, full);
    }
  }
  return { data, width, height, channels, depth };
}

const quantise = (v, full) => (v <= 0 ? 0 : v >= 1 ? full : (v * full + 0.5) | 0);

function toAdobe(rgb) {
  const [r, g, b] = rgb;
  for (let k = 0; k < 3; k++) {
    const m = ADOBE_FROM_SRGB[k];
    const v = m[0] * r + m[1] * g + m[2] * b;
    rgb[k] = v <= 0 ? 0 : v ** (1 / ADOBE_GAMMA);
  }
}
