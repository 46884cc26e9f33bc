/** Blurs: Gaussian by repeated boxes (also anisotropic), and the disc blur of a real aperture. */
import { enlarge, Raster, shrink } from './raster.mjs';

function boxRows(source, target, w, h, c, radius) {
  const scale = 1 / (radius * 2 + 1);
  for (let y = 0; y < h; y++) {
    const row = y * w * c;
    for (let k = 0; k < c; k++) {
      const first = source[row + k];
      const last = source[row + (w - 1) * c + k];
      let sum = first * (radius + 1);
      for (let i = 0; i < radius; i++) sum += source[row + Math.min(i, w - 1) * c + k];
      for (let x = 0; x < w; x++) {
        const enter = x + radius;
        const leave = x - radius - 1;
        sum += enter < w ? source[row + enter * c + k] : last;
        sum -= leave >= 0 ? source[row + leave * c + k] : first;
        target[row + x * c + k] = sum * scale;
      }
    }
  }
}

function boxColumns(source, target, w, h, c, radius) {
  const scale = 1 / (radius * 2 + 1);
  const stride = w * c;
  const sums = new Float64Array(stride);
  for (let i = -radius - 1; i < radius; i++) {
    const row = Math.min(Math.max(i, 0), h - 1) * stride;
    for (let x = 0; x < stride; x++) sums[x] += source[row + x];
  }
  for (let y = 0; y < h; y++) {
    const enter = Math.min(y + radius, h - 1) * stride;
    const leave = Math.max(y - radius - 1, 0) * stride;
    const row = y * stride;
    for (let x = 0; x < stride; x++) {
      sums[x] += source[enter + x] - source[leave + x];
      target[row + x] = sums[x] * scale;
    }
  }
}

/** Three box radii whose sequence has about the given sigma. */
function boxRadii(sigma) {
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1);
  let low = Math.floor(ideal);
  if (low % 2 === 0) low--;
  const high = low + 2;
  const lows = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4));
  return [0, 1, 2].map((i) => ((i < lows ? low : high) - 1) / 2);
}

function shrinkFactor(sigma) {
  let factor = 1;
  while (sigma / factor > 10) factor *= 2;
  return factor;
}

/** Gaussian blur with separate horizontal and vertical sigma in pixels; returns a new raster. */
export function gaussian(source, sigmaX, sigmaY = sigmaX) {
  const factor = shrinkFactor(Math.min(sigmaX || sigmaY, sigmaY || sigmaX));
  if (factor > 1) {
    const small = gaussian(shrink(source, factor), sigmaX / factor, sigmaY / factor);
    return enlarge(small, source.w, source.h, factor);
  }
  const { w, h, c } = source;
  let a = source.data.slice();
  let b = new Float32Array(a.length);
  if (sigmaX >= 0.3) {
    for (const r of boxRadii(sigmaX)) {
      if (r > 0) {
        boxRows(a, b, w, h, c, r);
        [a, b] = [b, a];
      }
    }
  }
  if (sigmaY >= 0.3) {
    for (const r of boxRadii(sigmaY)) {
      if (r > 0) {
        boxColumns(a, b, w, h, c, r);
        [a, b] = [b, a];
      }
    }
  }
  return new Raster(w, h, c, a);
}

/** Blur by a filled disc, as an open aperture does to everything out of focus. */
export function discBlur(source, radius) {
  if (radius < 0.5) return source.clone();
  let factor = 1;
  while (radius / factor > 14) factor *= 2;
  if (factor > 1) {
    const small = discBlur(shrink(source, factor), radius / factor);
    return enlarge(small, source.w, source.h, factor);
  }
  const { w, h, c, data } = source;
  const out = new Raster(w, h, c);
  const reach = Math.floor(radius);
  const chords = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.floor(Math.sqrt(radius * radius - (i - reach) ** 2) + 0.3),
  );
  const area = chords.reduce((sum, half) => sum + half * 2 + 1, 0);
  const prefix = new Float64Array((w + 1) * c);
  for (let sy = -reach; sy < h + reach; sy++) {
    const row = Math.min(Math.max(sy, 0), h - 1) * w * c;
    for (let i = 0; i < w * c; i++) prefix[i + c] = prefix[i] + data[row + i];
    for (let j = 0; j < chords.length; j++) {
      const y = sy - (j - reach);
      if (y < 0 || y >= h) continue;
      const half = chords[j];
      for (let x = 0; x < w; x++) {
        const from = Math.max(x - half, 0);
        const to = Math.min(x + half + 1, w);
        const fill = (half * 2 + 1) / (to - from) / area;
        const o = (y * w + x) * c;
        for (let k = 0; k < c; k++) {
          out.data[o + k] += (prefix[to * c + k] - prefix[from * c + k]) * fill;
        }
      }
    }
  }
  return out;
}

/** Wide glow around bright parts, as light scatters in lens and air. */
export function bloom(image, unit, layers) {
  const quarter = shrink(image, 4);
  for (const { radius, strength } of layers) {
    const blurred = gaussian(quarter, (radius * unit) / 4);
    const full = enlarge(blurred, image.w, image.h, 4);
    const keep = 1 - strength;
    for (let i = 0; i < image.data.length; i++) {
      image.data[i] = image.data[i] * keep + full.data[i] * strength;
    }
  }
  return image;
}
