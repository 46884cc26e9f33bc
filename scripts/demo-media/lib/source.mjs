/** A photograph as the camera of the film sees it: planes of luma and chroma, its lights, and its water without ripples. */
import sharp from 'sharp';

/** Height of the planes against their width; every crop of the shots fits in. */
const { max, min, round } = Math;

/** Memory that render threads share. */
const floats = (length) => new Float32Array(new SharedArrayBuffer(length * 4));

/**
 * Reads `file` cut to `crop` (shares [left, top, width, height]) at `width` pixels. Returns
 * { w, h, luma, cb, cr, warm, water?, soft? }: luma 0..1, chroma -0.5..0.5 at half size, `warm` (half size, 0..1) where
 * warm lamps shine, `dusk` what is there without them. `water` = { row, luma, cb, cr, level } has no ripples: those of the moment are laid into it.
 */
export async function readSource(
  file,
  { crop = [0, 0, 1, 1], width, horizon, keep = [], soft = 0 },
) {
  const full = sharp(file, { limitInputPixels: false }).autoOrient();
  const { autoOrient: size } = await full.metadata();
  const box = {
    left: round(crop[0] * size.width),
    top: round(crop[1] * size.height),
    width: round(crop[2] * size.width),
    height: round(crop[3] * size.height),
  };
  const w = width - (width % 2);
  const h = 2 * round((w * box.height) / box.width / 2);
  const picture = () =>
    sharp(file, { limitInputPixels: false })
      .autoOrient()
      .extract(box)
      .resize(w, h, { fit: 'fill' })
      .toColourspace('srgb')
      .removeAlpha();
  const planes = toPlanes(await picture().raw().toBuffer(), w, h);
  const source = { w, h, ...planes, warm: warmth(planes, w, h), dusk: dusk(planes, w, h) };
  if (soft > 0) source.soft = toPlanes(await picture().blur(soft).raw().toBuffer(), w, h);
  if (horizon !== undefined)
    source.water = calm(source, round(((horizon - crop[1]) / crop[3]) * h), keep);
  return source;
}

/** BT.709 from 8-bit RGB; chroma is the mean of four. */
function toPlanes(rgb, w, h) {
  const half = w >> 1;
  const luma = floats(w * h);
  const cb = floats((w * h) >> 2);
  const cr = floats((w * h) >> 2);
  for (let y = 0, i = 0; y < h; y++) {
    for (let x = 0; x < w; x++, i++) {
      const r = rgb[i * 3] / 255;
      const g = rgb[i * 3 + 1] / 255;
      const b = rgb[i * 3 + 2] / 255;
      const l = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      luma[i] = l;
      const o = (y >> 1) * half + (x >> 1);
      cb[o] += (b - l) / 1.8556 / 4;
      cr[o] += (r - l) / 1.5748 / 4;
    }
  }
  return { luma, cb, cr };
}

/** Where red stands over blue in something bright, softened: lamps and what they shine on. */
function warmth({ luma, cb, cr }, w, h) {
  const [hw, hh] = [w >> 1, h >> 1];
  const warm = floats(hw * hh);
  for (let y = 0, i = 0; y < hh; y++) {
    for (let x = 0; x < hw; x++, i++) {
      const excess = (cr[i] - cb[i]) * 3.2 + (luma[y * 2 * w + x * 2] - 0.42) * 0.9;
      warm[i] = min(1, max(0, excess));
    }
  }
  blurRows(warm, hw, hh, 5);
  blurColumns(warm, hw, hh, () => 5);
  return warm;
}

/** What each row shows where no lamp shines: its medians { luma (row by row), cb, cr (every second row) }. */
function dusk({ luma, cb, cr }, w, h) {
  const medians = (data, pw, ph) => {
    const out = floats(ph);
    for (let y = 0; y < ph; y++) {
      const line = data.subarray(y * pw, (y + 1) * pw).filter((_, x) => x % 4 === 0);
      out[y] = line.sort()[line.length >> 1];
    }
    return out;
  };
  return {
    luma: medians(luma, w, h),
    cb: medians(cb, w >> 1, h >> 1),
    cr: medians(cr, w >> 1, h >> 1),
  };
}

/** The water with its ripples smeared upright, more the nearer it is, and how bright it is row by row. */
function calm(source, row, keep) {
  const { w, h } = source;
  const plane = (data, pw, ph, first) => {
    const part = floats(pw * (ph - first));
    part.set(data.subarray(first * pw));
    const reach = (y) => 3 + y * 0.16;
    for (let turn = 0; turn < 2; turn++) blurColumns(part, pw, ph - first, reach);
    blurRows(part, pw, ph - first, 2);
    return part;
  };
  const even = row - (row % 2);
  const luma = plane(source.luma, w, h, even);
  const level = floats(h - even);
  for (let y = 0; y < h - even; y++) {
    const line = Float32Array.from(luma.subarray(y * w, (y + 1) * w)).sort();
    level[y] = line[w >> 1];
  }
  return {
    row: even,
    luma,
    cb: plane(source.cb, w >> 1, h >> 1, even >> 1),
    cr: plane(source.cr, w >> 1, h >> 1, even >> 1),
    level,
    stays: standing(w, h, even, keep),
  };
}

/** What stands in the water stays as it was photographed: 1 inside the ellipses of `keep`, softly to 0 (half size). */
function standing(w, h, row, keep) {
  const [hw, hh] = [w >> 1, (h - row) >> 1];
  const stays = floats(hw * hh);
  for (const [cx, cy, rx, ry] of keep) {
    for (let y = 0; y < hh; y++) {
      const v = ((y * 2 + row) / h - cy) / ry;
      if (v * v > 1.7) continue;
      for (let x = 0; x < hw; x++) {
        const u = ((x * 2) / w - cx) / rx;
        const inside = min(1, max(0, (1.6 - u * u - v * v) / 0.6));
        const i = y * hw + x;
        stays[i] = max(stays[i], inside * inside * (3 - 2 * inside));
      }
    }
  }
  return stays;
}

function blurColumns(data, w, h, reach) {
  const sum = new Float64Array(h + 1);
  for (let x = 0; x < w; x++) {
    for (let y = 0; y < h; y++) sum[y + 1] = sum[y] + data[y * w + x];
    for (let y = 0; y < h; y++) {
      const r = reach(y);
      const a = max(0, round(y - r));
      const b = min(h, round(y + r) + 1);
      data[y * w + x] = (sum[b] - sum[a]) / (b - a);
    }
  }
}

function blurRows(data, w, h, r) {
  const sum = new Float64Array(w + 1);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) sum[x + 1] = sum[x] + data[y * w + x];
    for (let x = 0; x < w; x++) {
      const a = max(0, x - r);
      const b = min(w, x + r + 1);
      data[y * w + x] = (sum[b] - sum[a]) / (b - a);
    }
  }
}
