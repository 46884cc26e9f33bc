/** Turns vector shapes into float masks, through sharp's SVG renderer. */
import sharp from 'sharp';
import { gaussian } from './blur.mjs';
import { smooth } from './colour.mjs';
import { createNoise } from './noise.mjs';
import { field, Raster } from './raster.mjs';

/** Renders white SVG shapes, drawn in units of 1/1000 picture width, to a 1-channel mask. */
export async function drawMask(scene, shapes) {
  const { W, H } = scene;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" ` +
    `viewBox="0 0 1000 ${(1000 * H) / W}" preserveAspectRatio="none">` +
    `<rect width="1000" height="${(1000 * H) / W}" fill="#000"/>` +
    '<g fill="#fff" stroke="#fff" stroke-width="0" stroke-linecap="round" ' +
    `stroke-linejoin="round">${Array.isArray(shapes) ? shapes.join('') : shapes}</g></svg>`;
  const { data, info } = await sharp(Buffer.from(svg), { limitInputPixels: false, unlimited: true })
    .removeAlpha()
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== W || info.height !== H) throw new Error('mask has the wrong size');
  const mask = new Raster(W, H, 1);
  for (let i = 0; i < data.length; i++) mask.data[i] = data[i] / 255;
  return mask;
}

/** Softens a mask by `units` and firms its edge again: rounds joints into organic outlines. */
export function weld(mask, scene, units, firmness = 0.7) {
  const soft = gaussian(mask, units * scene.S);
  const half = 0.5 * (1 - firmness);
  for (let i = 0; i < soft.data.length; i++) {
    soft.data[i] = smooth(half, 1 - half, soft.data[i]);
  }
  return soft;
}

/**
 * Ruffles the outlines of a mask as hair and cloth do: broad bends of about `size` units and
 * fine wisps on top of them.
 */
export function ruffle(mask, scene, { size, seed, broad = 0.07, fine = 0.022 }) {
  const { W, H, S } = scene;
  const { noise } = createNoise(seed);
  const step = Math.max(1, Math.round(size * S * 0.025));
  const long = 1 / (size * 0.8);
  const short = 1 / (size * 0.11);
  const shift = field(W, H, step, 2, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    for (let k = 0; k < 2; k++) {
      const o = k * 31.7;
      out[k] = noise(x * long + o, y * long) * broad + noise(x * short + o, y * short) * fine;
    }
  });
  const out = new Raster(W, H, 1);
  const reach = size * S;
  for (let y = 0, i = 0; y < H; y++) {
    for (let x = 0; x < W; x++, i++) {
      const sx = Math.min(W - 1.001, Math.max(0, x + shift.data[i * 2] * reach));
      const sy = Math.min(H - 1.001, Math.max(0, y + shift.data[i * 2 + 1] * reach));
      const o = (sy | 0) * W + (sx | 0);
      const fx = sx - (sx | 0);
      const d = mask.data;
      const top = d[o] + (d[o + 1] - d[o]) * fx;
      const bottom = d[o + W] + (d[o + W + 1] - d[o + W]) * fx;
      out.data[i] = top + (bottom - top) * (sy - (sy | 0));
    }
  }
  return out;
}

/** Light on the edges of a mask that face a light at (x, y) in units. */
export function rim(mask, scene, { x, y, width, reach = 400 }) {
  const { W, H, S } = scene;
  const soft = gaussian(mask, width * S);
  const out = new Raster(W, H, 1);
  for (let py = 1; py < H - 1; py++) {
    for (let px = 1; px < W - 1; px++) {
      const i = py * W + px;
      if (mask.data[i] < 0.02) continue;
      const dx = x * S - px;
      const dy = y * S - py;
      const d = Math.hypot(dx, dy) + 1;
      const gx = soft.data[i + 1] - soft.data[i - 1];
      const gy = soft.data[i + W] - soft.data[i - W];
      const facing = -(gx * dx + gy * dy) / d;
      if (facing > 0) {
        out.data[i] = (mask.data[i] * facing * width * S) / (1 + (d / (reach * S)) ** 2);
      }
    }
  }
  return out;
}
