/** Starter picture: warm side light through a window on a plain wall, a soft plant shadow. */
import { hex, smooth } from '../lib/colour.mjs';
import { gaussian, discBlur } from '../lib/blur.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { field } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { polygon } from '../lib/harbour.mjs';

export const look = { seed: 1301, contrast: 0.15, vignette: 0.3, grain: 0.006, chroma: 0.1 };

export async function render(scene) {
  const { W, H, S } = scene;
  const random = createRandom(1311);
  const { fbm, noise } = createNoise(1312);
  const skew = (x, y) => [x + (y - 300) * 0.1, y + (x - 500) * 0.2];
  const panes = [];
  for (let c = 0; c < 2; c++) {
    for (let r = 0; r < 3; r++) {
      const x = 430 + c * 178;
      const y = 70 + r * 168;
      panes.push(polygon(skew(x, y), skew(x + 164, y), skew(x + 164, y + 155), skew(x, y + 155)));
    }
  }
  const light = gaussian(await drawMask(scene, panes), 6 * S);
  const plant = gaussian(discBlur(await drawMask(scene, leaves(random)), 6 * S), 3 * S);
  return field(W, H, 1, 3, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    const i = (Math.floor(py)) * W + Math.floor(px);
    const plaster = 1 + 0.05 * fbm(x * 0.008, y * 0.008, 4) + 0.022 * noise(x * 0.25, y * 0.25) + 0.016 * noise(x * 0.8, y * 0.8);
    const lit = light.data[i] * (1 - plant.data[i] * 0.86) * (1.05 - 0.25 * smooth(300, 950, x));
    const room = 0.16 + 0.1 * smooth(1000, 100, x) * smooth(0, 700, y);
    out[0] = (room * 0.92 + lit * 0.66) * plaster;
    out[1] = (room * 0.9 + lit * 0.5) * plaster;
    out[2] = (room * 0.95 + lit * 0.33) * plaster;
  });
}

/** Shadow of a leafy plant that reaches in from the lower left. */
function leaves(random) {
  const parts = [];
  for (let stem = 0; stem < 6; stem++) {
    let x = 470 + stem * 26;
    let y = 720;
    let angle = -90 + (stem - 2.5) * 17 + random.range(-6, 6);
    const bend = random.range(-1.2, 1.2) + (stem - 2.5) * 0.5;
    for (let i = 0; i < 13; i++) {
      const nx = x + Math.cos((angle * Math.PI) / 180) * 26;
      const ny = y + Math.sin((angle * Math.PI) / 180) * 26;
      parts.push(`<line x1="${x}" y1="${y}" x2="${nx}" y2="${ny}" stroke-width="${3 - i * 0.15}"/>`);
      if (i > 3) {
        for (const side of [-1, 1]) {
          const size = (44 - i * 1.6) * random.range(0.8, 1.15);
          parts.push(`<path transform="translate(${nx} ${ny}) rotate(${angle + side * random.range(34, 62)})" ` +
            `d="M0,0C${size * 0.3},${-size * 0.26} ${size * 0.75},${-size * 0.2} ${size},0C${size * 0.75},${size * 0.2} ${size * 0.3},${size * 0.26} 0,0Z"/>`);
        }
      }
      x = nx;
      y = ny;
      angle += bend + random.range(-3, 3);
    }
  }
  return parts;
}

export const wall = hex('#d8d2c8');
