/** Float rasters in linear light with one or three channels, and their resampling. */

export class Raster {
  constructor(width, height, channels = 3, data) {
    this.w = width;
    this.h = height;
    this.c = channels;
    this.data = data ?? new Float32Array(width * height * channels);
  }

  clone() {
    return new Raster(this.w, this.h, this.c, this.data.slice());
  }
}

const clampInt = (v, max) => (v < 0 ? 0 : Math.min(v, max));

/** Averages blocks of `factor` by `factor` pixels. */
export function shrink(source, factor) {
  if (factor <= 1) return source.clone();
  const { w, h, c } = source;
  const out = new Raster(Math.ceil(w / factor), Math.ceil(h / factor), c);
  for (let y = 0; y < out.h; y++) {
    const y1 = Math.min(h, (y + 1) * factor);
    for (let x = 0; x < out.w; x++) {
      const x1 = Math.min(w, (x + 1) * factor);
      const count = (y1 - y * factor) * (x1 - x * factor);
      for (let k = 0; k < c; k++) {
        let sum = 0;
        for (let sy = y * factor; sy < y1; sy++) {
          for (let sx = x * factor; sx < x1; sx++) sum += source.data[(sy * w + sx) * c + k];
        }
        out.data[(y * out.w + x) * c + k] = sum / count;
      }
    }
  }
  return out;
}

/** Enlarges (or copies) bilinearly, where one source pixel covers `factor` target pixels. */
export function enlarge(source, width, height, factor) {
  const { w, h, c, data } = source;
  const out = new Raster(width, height, c);
  const left = new Int32Array(width);
  const right = new Int32Array(width);
  const weight = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const sx = (x + 0.5) / factor - 0.5;
    const ix = Math.floor(sx);
    left[x] = clampInt(ix, w - 1) * c;
    right[x] = clampInt(ix + 1, w - 1) * c;
    weight[x] = sx - ix;
  }
  for (let y = 0; y < height; y++) {
    const sy = (y + 0.5) / factor - 0.5;
    const iy = Math.floor(sy);
    const fy = sy - iy;
    const top = clampInt(iy, h - 1) * w * c;
    const bottom = clampInt(iy + 1, h - 1) * w * c;
    let o = y * width * c;
    for (let x = 0; x < width; x++) {
      const fx = weight[x];
      for (let k = 0; k < c; k++, o++) {
        const a = data[top + left[x] + k];
        const b = data[top + right[x] + k];
        const d = data[bottom + left[x] + k];
        const e = data[bottom + right[x] + k];
        const upper = a + (b - a) * fx;
        out.data[o] = upper + (d + (e - d) * fx - upper) * fy;
      }
    }
  }
  return out;
}

/**
 * Evaluates fn(x, y, out) on a grid `step` times coarser than the target, in target pixel
 * coordinates, and enlarges it: for everything without fine detail.
 */
export function field(width, height, step, channels, fn) {
  const small = new Raster(Math.ceil(width / step), Math.ceil(height / step), channels);
  const out = new Float32Array(channels);
  for (let y = 0; y < small.h; y++) {
    for (let x = 0; x < small.w; x++) {
      fn((x + 0.5) * step, (y + 0.5) * step, out);
      small.data.set(out, (y * small.w + x) * channels);
    }
  }
  return step === 1 ? small : enlarge(small, width, height, step);
}

/** Adds `other` times `gain` (same size) into `target`; a 1-channel other takes a colour. */
export function add(target, other, gain = 1, colour = [1, 1, 1]) {
  const a = target.data;
  const b = other.data;
  if (other.c === target.c) {
    for (let i = 0; i < a.length; i++) a[i] += b[i] * gain;
    return target;
  }
  for (let i = 0, o = 0; i < b.length; i++, o += 3) {
    const v = b[i] * gain;
    a[o] += v * colour[0];
    a[o + 1] += v * colour[1];
    a[o + 2] += v * colour[2];
  }
  return target;
}

/** Lays a colour (constant or a 3-channel raster) over the target through a mask. */
export function over(target, mask, colour, opacity = 1) {
  const t = target.data;
  const isRaster = colour instanceof Raster;
  for (let i = 0, o = 0; i < mask.data.length; i++, o += 3) {
    const a = mask.data[i] * opacity;
    if (a <= 0) continue;
    const s = isRaster ? colour.data : colour;
    const p = isRaster ? o : 0;
    t[o] += (s[p] - t[o]) * a;
    t[o + 1] += (s[p + 1] - t[o + 1]) * a;
    t[o + 2] += (s[p + 2] - t[o + 2]) * a;
  }
  return target;
}
