/** Warm side light through a window on a plain wall, with the soft shadow of a plant. */
import { bloom, gaussian } from '../lib/blur.mjs';
import { hex } from '../lib/colour.mjs';
import { line, polygon } from '../lib/harbour.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { field, Raster } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';

export const look = {
  exposure: 1,
  contrast: 0.2,
  vignette: 0.28,
  grain: 0.009,
  chroma: 0.25,
  seed: 1313,
};

/** The light that falls through the panes, slanted as low sun throws it. */
const panes = () =>
  [0, 1].flatMap((c) =>
    [0, 1, 2].map((r) => {
      const x = 300 + c * 214 + r * 16;
      const y = -34 + r * 214 + c * 62;
      return polygon([x, y], [x + 194, y + 56], [x + 208, y + 250], [x + 14, y + 194]);
    }),
  );

/** One broad leaf from its stalk at (x, y), bent to one side. */
function leaf(x, y, turn, long, bend) {
  const at = (u, v) => `${(u * long).toFixed(1)},${(-v * long).toFixed(1)}`;
  return (
    `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})" ` +
    `d="M0,0C${at(0.1, 0.1)} ${at(0.27 + bend, 0.3)} ${at(0.2 + bend, 0.62)}` +
    `C${at(0.15 + bend, 0.85)} ${at(0.06 + bend, 0.95)} ${at(bend, 1.04)}` +
    `C${at(-0.1 + bend, 0.9)} ${at(-0.2 + bend, 0.75)} ${at(-0.2, 0.52)}` +
    `C${at(-0.19, 0.3)} ${at(-0.1, 0.1)} 0,0Z"/>`
  );
}

/** A plant on the sill: a few arching stems with leaves on alternate sides. */
function plant(random) {
  const parts = [];
  for (const [x0, lean, nodes] of [
    [500, -0.62, 8],
    [560, -0.2, 10],
    [596, 0.3, 9],
    [640, 0.78, 7],
  ]) {
    let [x, y, angle] = [x0, 742, lean * 0.35];
    for (let i = 0; i < nodes; i++) {
      const step = random.range(34, 44);
      const [nx, ny] = [x + Math.sin(angle) * step, y - Math.cos(angle) * step];
      parts.push(line(x, y, nx, ny, 6.5 - i * 0.45));
      const side = i % 2 ? 1 : -1;
      const turn = ((angle + side * random.range(0.75, 1.15)) * 180) / Math.PI;
      if (i > 0)
        parts.push(leaf(nx, ny, turn, random.range(88, 122) * (1 - i * 0.045), side * 0.06));
      angle += lean * 0.13;
      [x, y] = [nx, ny];
    }
    parts.push(leaf(x, y, (angle * 180) / Math.PI, 74, 0.04));
  }
  return parts;
}

export async function render(scene) {
  const { W, H, S } = scene;
  const random = createRandom(131);
  const { noise, fbm } = createNoise(132);
  const light = gaussian(await drawMask(scene, panes()), 5 * S);
  const leaves = await drawMask(scene, plant(random));
  const near = gaussian(leaves, 5 * S);
  const far = gaussian(leaves, 13 * S);
  const cool = hex('#b3b0aa');
  const warm = hex('#ffc27a', 1.5);
  const image = new Raster(W, H, 3);
  const uneven = field(W, H, scene.coarse, 1, (px, py, out) => {
    out[0] = 1 + 0.09 * fbm(px / S / 260, py / S / 260, 4);
  });
  for (let y = 0; y < H; y++) {
    const v = y / S;
    for (let x = 0; x < W; x++) {
      const i = y * W + x;
      const u = x / S;
      const t = Math.min(1, Math.max(0, (v - 150) / 420));
      const shade = near.data[i] * t + far.data[i] * (1 - t);
      const fall = 0.62 + 0.5 * Math.exp(-(((u - 400) / 380) ** 2) - ((v - 200) / 420) ** 2);
      const sun = light.data[i] * (1 - 0.93 * shade) * fall;
      const room = (0.52 + 0.3 * Math.exp(-u / 420)) * (1 + 0.16 * light.data[i]);
      const grain = uneven.data[i] + 0.022 * noise(u * 1.3, v * 1.3) + 0.012 * noise(u * 4, v * 4);
      for (let k = 0; k < 3; k++) {
        image.data[i * 3 + k] = (cool[k] * room * 0.5 + warm[k] * sun * 0.5) * grain;
      }
    }
  }
  return bloom(image, S, [
    { radius: 6, strength: 0.1 },
    { radius: 60, strength: 0.12 },
  ]);
}
