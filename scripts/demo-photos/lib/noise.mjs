/** Gradient noise and its fractal sums, for clouds, haze, stone and paper. */
import { createRandom } from './rng.mjs';

const GRADIENTS = Array.from({ length: 16 }, (_, i) => {
  const angle = (i / 16) * Math.PI * 2;
  return [Math.cos(angle), Math.sin(angle)];
});

const fade = (t) => t * t * t * (t * (t * 6 - 15) + 10);

/** Returns { noise, fbm, ridge }; noise is about -1..1, fbm likewise. */
export function createNoise(seed) {
  const random = createRandom(seed);
  const table = new Uint8Array(512);
  for (let i = 0; i < 256; i++) table[i] = i;
  for (let i = 255; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [table[i], table[j]] = [table[j], table[i]];
  }
  table.copyWithin(256, 0, 256);

  const corner = (ix, iy, x, y) => {
    const g = GRADIENTS[table[table[ix & 255] + (iy & 255)] & 15];
    return g[0] * x + g[1] * y;
  };

  const noise = (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const fx = x - ix;
    const fy = y - iy;
    const u = fade(fx);
    const v = fade(fy);
    const a = corner(ix, iy, fx, fy);
    const b = corner(ix + 1, iy, fx - 1, fy);
    const c = corner(ix, iy + 1, fx, fy - 1);
    const d = corner(ix + 1, iy + 1, fx - 1, fy - 1);
    return (a + (b - a) * u + (c - a + (a - b - c + d) * u) * v) * 1.45;
  };

  const fbm = (x, y, octaves = 5, gain = 0.5) => {
    let sum = 0;
    let amplitude = 1;
    let total = 0;
    for (let i = 0; i < octaves; i++) {
      sum += noise(x + i * 17.3, y - i * 9.7) * amplitude;
      total += amplitude;
      amplitude *= gain;
      x *= 2.03;
      y *= 2.03;
    }
    return sum / total;
  };

  const ridge = (x, y, octaves = 4) => 1 - Math.abs(fbm(x, y, octaves));
  return { noise, fbm, ridge };
}
