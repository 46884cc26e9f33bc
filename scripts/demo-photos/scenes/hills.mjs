/** Layered hills at dawn, each ridge paler in the mist than the one before it. */
import { bloom, gaussian } from '../lib/blur.mjs';
import { hex, mix, smooth } from '../lib/colour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { over, Raster } from '../lib/raster.mjs';
import { paintSky } from '../lib/sky.mjs';

const HORIZON = 330;
const RIDGES = 8;

export const look = {
  exposure: 1,
  contrast: 0.22,
  vignette: 0.25,
  grain: 0.009,
  chroma: 0.25,
  seed: 1414,
};

/** The mask of one ridge: a fractal skyline trees on the near ones, mist at its foot. */
function ridge(scene, depth, { fbm, noise }) {
  const { W, H, S } = scene;
  const mask = new Raster(W, H, 1);
  const base = HORIZON - 20 + depth ** 1.35 * 330;
  const tall = 34 + depth * 92;
  const skyline = new Float32Array(W);
  for (let x = 0; x < W; x++) {
    const u = x / S;
    const shape = fbm(u / (330 - depth * 90) + depth * 31, depth * 17, 5, 0.46);
    const trees =
      depth < 0.55
        ? 0
        : (depth - 0.5) *
          (7 * Math.abs(noise(u * 0.45, depth * 5)) + 5 * Math.abs(noise(u * 1.4, depth * 9)));
    skyline[x] = base - tall * (0.45 + shape) - trees;
  }
  for (let y = 0; y < H; y++) {
    const v = y / S;
    for (let x = 0; x < W; x++) {
      const below = v - skyline[x];
      if (below < -1) continue;
      const mist = smooth(
        6,
        60 + depth * 120,
        below - 18 * fbm(x / S / 120, v / 50 + depth * 7, 3),
      );
      mask.data[y * W + x] = smooth(-0.4, 0.4, below) * (1 - mist * (0.86 - depth * 0.4));
    }
  }
  return mask;
}

export async function render(scene) {
  const noises = createNoise(141);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 143,
    stops: [
      [0, '#f3cfa6'],
      [0.18, '#ecc7ab'],
      [0.5, '#c3bfc4'],
      [1, '#8fa4bb'],
    ],
    glows: [{ x: 660, width: 330, height: 90, colour: '#ffd9a0', gain: 0.5 }],
    cloud: { colour: '#a9b2c0', under: '#e5c4ae', scale: 0.5, cover: -0.05, opacity: 0.4 },
  });
  addGlow(image, scene, { x: 662, y: 262, r: 46, colour: [1, 0.74, 0.44], gain: 0.5, power: 1.6 });
  const near = hex('#1d2c33');
  const far = hex('#dcbfa8');
  for (let i = 0; i < RIDGES; i++) {
    const depth = i / (RIDGES - 1);
    const mask = gaussian(
      ridge(scene, depth, noises),
      (0.5 + 0.9 * Math.max(0, depth - 0.8) * 5) * scene.S,
    );
    over(image, mask, mix(far, near, smooth(-0.25, 1.05, depth)), 0.9);
  }
  return bloom(image, scene.S, [
    { radius: 8, strength: 0.1 },
    { radius: 60, strength: 0.14 },
  ]);
}
