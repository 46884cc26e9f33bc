/** Wet cobble stones in perspective: domed setts in rows, with water standing in the joints. */

import { smooth } from './colour.mjs';
import { createNoise } from './noise.mjs';
import { hash2 } from './rng.mjs';
import { mirrorLevels, sampleMirror } from './water.mjs';

const DEPTH = 0.125;
const WIDTH = 0.165;

/** Height of the paving in metres at ground point (x, z), and which stone it is. */
function pavement(seed, { noise, fbm }) {
  return (x, z, out) => {
    const sag = 0.02 * noise(x * 0.9, z * 0.7);
    const bent = z + 0.035 * noise(x * 0.8 + 5, z * 0.6) + 0.3 * Math.cos(x * 0.35);
    const r = Math.floor(bent / DEPTH);
    const shifted = x + hash2(r, 3, seed) * WIDTH + 0.012 * noise(x * 5, z * 5 + r);
    const c = Math.floor(shifted / WIDTH);
    const grow = 0.86 + 0.1 * hash2(r, c, seed + 1);
    let u = ((shifted / WIDTH - c) * 2 - 1 + (hash2(r, c, seed + 2) - 0.5) * 0.12) / grow;
    let v = ((bent / DEPTH - r) * 2 - 1 + (hash2(r, c, seed + 3) - 0.5) * 0.12) / grow;
    const tiltU = (hash2(r, c, seed + 4) - 0.5) * 0.008;
    const tiltV = (hash2(r, c, seed + 5) - 0.5) * 0.008;
    const wobble = 0.1 * noise(x * 22, z * 22);
    u = Math.abs(u) + wobble;
    v = Math.abs(v) + wobble;
    const edge = (Math.max(u, 0) ** 4 + Math.max(v, 0) ** 4) ** 0.25;
    const dome = 1 - smooth(0.45, 1.04, edge);
    out.stone = hash2(r, c, seed + 6);
    out.top = dome;
    out.height =
      sag +
      0.028 * dome +
      (tiltU * u + tiltV * v) * dome +
      0.0016 * fbm(x * 38, z * 38, 3) * (0.3 + dome);
    out.sag = sag;
    return out.height;
  };
}

/**
 * Shades the ground below `horizon` (units) seen from `camera` metres with focal length `focal`.
 * The picture above the horizon (or another `mirror`) is what the wet stones reflect; `lamps` add
 * their own warm light: { X, Y, z, colour, gain } in metres.
 */
export function paintCobbles(
  image,
  scene,
  { horizon, camera, focal, seed, lamps, ambient, mirror = image },
) {
  const { W, H, S } = scene;
  const rows = Math.round(horizon * S);
  const levels = mirrorLevels(mirror, rows, S);
  const noises = createNoise(seed);
  const height = pavement(seed, noises);
  const f = focal * S;
  const p = { stone: 0, top: 0, height: 0, sag: 0 };
  const q = { ...p };
  const rgb = [0, 0, 0];
  const sheen = [0, 0, 0];
  const sum = [0, 0, 0];
  for (let y = rows; y < H; y++) {
    const dy = y + 0.5 - rows;
    const samples = dy < 60 * S ? 3 : dy < 140 * S ? 2 : 1;
    for (let x = 0; x < W; x++) {
      sum.fill(0);
      for (let s = 0; s < samples; s++) {
        const offset = (s + 0.5) / samples - 0.5;
        shade(x + 0.5 + offset, Math.max(0.5, dy + offset));
      }
      const o = (y * W + x) * 3;
      for (let k = 0; k < 3; k++) image.data[o + k] = sum[k] / samples;
    }
  }

  function shade(sx, sy) {
    const z = (camera * f) / sy;
    const X = ((sx - W / 2) * z) / f;
    const e = Math.max(0.0016, (z / f) * 0.8);
    const h = height(X, z, p);
    const pool = noises.fbm(X * 0.55 + 3, z * 0.4, 3) * 0.016 + 0.0015 + p.sag * 0.7;
    const depth = smooth(-0.002, 0.003, pool - h);
    let nx = -(height(X + e, z, q) - h) / e;
    let nz = -(height(X, z + e, q) - h) / e;
    const calm = smooth(4, 30, z);
    nx *= (1 - depth * 0.985) * (1 - calm * 0.4);
    nz *= (1 - depth * 0.985) * (1 - calm * 0.4);
    const n = 1 / Math.hypot(nx, 1, nz);
    const inv = 1 / Math.hypot(X, camera, z);
    const vx = X * inv;
    const vy = -camera * inv;
    const vz = z * inv;
    const dot = Math.min(-0.02, (vx * nx + vy + vz * nz) * n);
    const rx = vx - 2 * dot * nx * n;
    const ry = Math.max(0.004, vy - 2 * dot * n);
    const rz = vz - 2 * dot * nz * n;
    const film = 0.3 + 0.7 * Math.max(p.top, depth);
    const fresnel = Math.min(1, 1.5 * (0.02 + 0.98 * (1 + dot) ** 5)) * film;
    const rough = (1 - depth) * (10 + 30 * (1 - p.top)) + 2 + calm * 50;
    if (rz > 0.08) {
      const mx = W / 2 + (f * rx) / rz;
      const my = rows - (f * ry) / rz;
      sampleMirror(levels, W, rows, mx, my, rough * S, rgb);
      sampleMirror(levels, W, rows, mx, my, 110 * S, sheen);
      for (let k = 0; k < 3; k++) rgb[k] = rgb[k] * 0.7 + sheen[k] * 0.45;
    } else {
      rgb[0] = ambient[0];
      rgb[1] = ambient[1];
      rgb[2] = ambient[2];
    }
    const albedo =
      (0.03 + 0.035 * p.stone + 0.02 * noises.noise(X * 60, z * 60)) *
      (0.35 + 0.65 * p.top) *
      (1 - 0.7 * depth);
    const up = n * (0.4 + 0.6 * p.top);
    let wr = ambient[0] * up;
    let wg = ambient[1] * up;
    let wb = ambient[2] * up;
    for (const lamp of lamps) {
      const lx = lamp.X - X;
      const lz = lamp.z - z;
      const d2 = lx * lx + lamp.Y * lamp.Y + lz * lz;
      const cos = Math.max(0, (nx * lx + lamp.Y + nz * lz) * n) / Math.sqrt(d2);
      const v = (lamp.gain * cos * (0.3 + 0.7 * p.top)) / d2;
      wr += v * lamp.colour[0];
      wg += v * lamp.colour[1];
      wb += v * lamp.colour[2];
    }
    sum[0] += rgb[0] * fresnel + wr * albedo;
    sum[1] += rgb[1] * fresnel + wg * albedo;
    sum[2] += rgb[2] * fresnel + wb * albedo;
  }
}
