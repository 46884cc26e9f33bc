/** Starter picture: layered misty hills at dawn. */
import { hex, mix, smooth } from '../lib/colour.mjs';
import { bloom } from '../lib/blur.mjs';
import { addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { paintSky } from '../lib/sky.mjs';

export const look = { seed: 1401, contrast: 0.2, vignette: 0.25, grain: 0.006, chroma: 0.1 };

export async function render(scene) {
  const { W, H, S } = scene;
  const image = paintSky(scene, {
    horizon: 380, seed: 1412,
    stops: [[0, '#f0cfae'], [0.25, '#dcc4b6'], [0.6, '#a9b4c2'], [1, '#7b93ab']],
    glows: [{ x: 660, width: 330, height: 90, colour: '#ffc890', gain: 0.3 }],
    cloud: { colour: '#c2b6b6', under: '#edc9aa', scale: 0.5, cover: -0.05, opacity: 0.35 },
  });
  addGlow(image, scene, { x: 660, y: 300, r: 60, colour: hex('#ffd9a8'), gain: 0.5, power: 1.2 });
  const count = 8;
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1);
    const { fbm } = createNoise(1420 + i);
    const air = (1 - t) ** 1.2;
    const colour = mix(hex('#1c2e35'), hex('#d9bda6'), air * 0.92);
    const low = mix(colour, hex('#e2cbb6'), 0.72 - 0.3 * t);
    for (let x = 0; x < W; x++) {
      const u = x / S;
      const scale = 0.0026 - 0.0009 * t;
      const trees = (0.8 + t * 5) * Math.abs(fbm(u * (0.35 - 0.2 * t), i, 4));
      const top = 305 + t * t * 235 + t * 35 - (46 + 42 * t) * fbm(u * scale + i * 9, i * 3.7, 4) * 1.7 - trees;
      const soft = 1.2 - 0.7 * t;
      for (let y = Math.max(0, Math.floor((top - soft) * S)); y < H; y++) {
        const d = y / S - top;
        const a = smooth(-soft, soft, d);
        const fog = smooth(5, 95 + 50 * t, d + 14 * fbm(u * 0.008, d * 0.02 + i, 3));
        const glow = 1 + 0.5 * air * Math.exp(-(((u - 660) / 260) ** 2));
        const o = (y * W + x) * 3;
        for (let k = 0; k < 3; k++) {
          const c = (colour[k] + (low[k] - colour[k]) * fog) * glow;
          image.data[o + k] += (c - image.data[o + k]) * a;
        }
      }
    }
  }
  return bloom(image, S, [{ radius: 6, strength: 0.08 }, { radius: 60, strength: 0.08 }]);
}
