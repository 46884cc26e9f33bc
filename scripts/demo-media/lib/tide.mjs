/** The tide across the lens: above the line the picture, below it water, with the mirrored picture at its skin. */
import { createNoise } from '../../demo-photos/lib/noise.mjs';
import { createRandom } from '../../demo-photos/lib/rng.mjs';

const { noise } = createNoise(83);

/** Y, Cb, Cr of the house's water near the surface (Getij) and of its depth (towards Kade). */
const SKIN = [0.34, 0.045, -0.185];
const DEPTH = [0.135, 0.035, -0.06];

/** Specks that float by. */
const random = createRandom(404);
const specks = Array.from({ length: 70 }, () => ({
  x: random(),
  y: random(),
  r: 0.8 + 2.4 * random() ** 2,
  v: random.range(-1, 1),
}));

/**
 * Covers what lies below `level(t, share)`, a share of the height, with waves of `swell(t)` (share of the height).
 * Colours under water come from the light of the picture: `glow` 0..1.
 */
export function tideOver(canvas, { level, swell, glow = 1 }, t, share) {
  const { W, H, luma, cb, cr } = canvas;
  const rest = level(t, share) * H;
  const height = swell(t, share) * H;
  if (rest - 2 * height > H) return;
  const surface = new Float32Array(W);
  for (let x = 0; x < W; x++) {
    const u = x / W;
    surface[x] =
      rest +
      height *
        (0.6 * Math.sin(u * 5.2 + t * 2.1) +
          0.34 * Math.sin(u * 11.7 - t * 2.9 + 1) +
          0.13 * Math.sin(u * 31 + t * 4.6) +
          0.06 * noise(u * 60 + t * 2, t));
  }
  const above = skin(canvas, surface);
  for (let x = 0; x < W; x++) {
    const line = surface[x];
    for (let y = Math.max(0, Math.floor(line - 3)); y < H; y++) {
      const d = y - line;
      const i = y * W + x;
      if (d < 0) {
        // The meniscus: the water climbs the glass and darkens what is behind it.
        luma[i] *= 1 - 0.45 * Math.min(1, (3 + d) / 3);
        continue;
      }
      const deep = Math.min(1, d / (0.62 * H));
      const shade = deep * (2 - deep);
      const mirrored = glow * 0.75 * Math.exp(-d / (0.04 * H));
      const edge = Math.exp(-((d - 4) ** 2) / 7) * 0.16;
      const value = SKIN[0] + (DEPTH[0] - SKIN[0]) * shade;
      const water = value + (above(x, d) - value) * mirrored + edge;
      luma[i] += (water - luma[i]) * Math.min(1, d + 0.25);
    }
  }
  shafts(canvas, surface, t, glow);
  for (let x = 0; x < W >> 1; x++) {
    const line = surface[2 * x];
    for (let y = Math.max(0, Math.ceil(line / 2)); y < H >> 1; y++) {
      const d = 2 * y - line;
      const deep = Math.min(1, d / (0.62 * H));
      const shade = deep * (2 - deep);
      const mirrored = glow * 0.6 * Math.exp(-d / (0.04 * H));
      const i = y * (W >> 1) + x;
      const from =
        Math.max(0, Math.min((H >> 1) - 1, Math.round((line - d * 1.4) / 2))) * (W >> 1) + x;
      const [u, v] = [
        SKIN[1] + (DEPTH[1] - SKIN[1]) * shade,
        SKIN[2] + (DEPTH[2] - SKIN[2]) * shade,
      ];
      cb[i] = u + (cb[from] - u) * mirrored;
      cr[i] = v + (cr[from] - v) * mirrored;
    }
  }
  floating(canvas, surface, t);
}

/** The picture above the line, mirrored at its skin and drawn out; read before it is covered. */
function skin({ W, H, luma }, surface) {
  return (x, d) => {
    const from = Math.round(surface[x] - 5 - d * 1.4);
    const slip = Math.min(W - 1, x + Math.round(W * 0.01));
    let sum = 0;
    for (let row = from - 12; row <= from; row += 3)
      sum += luma[Math.max(0, Math.min(H - 1, row)) * W + slip];
    return sum / 9;
  };
}

/** Light that falls in from above, in columns that wander. */
function shafts({ W, H, luma }, surface, t, glow) {
  const cell = 16;
  for (let x0 = 0; x0 < W; x0 += cell) {
    const line = surface[x0];
    const count = Math.min(cell, W - x0);
    for (let y = Math.max(0, Math.ceil(line)); y < H; y++) {
      const d = y - line;
      const ray = (x) => {
        const u = (x - d * 0.22) / W;
        return (
          Math.max(
            0,
            noise(u * 9 + t * 0.21, t * 0.32) + 0.5 * noise(u * 23 - t * 0.3, 3 + t * 0.4),
          ) * Math.exp(-d / (0.34 * H))
        );
      };
      if (y % 4 !== 0 && y > line + 1) {
        for (let j = 0; j < count; j++) luma[y * W + x0 + j] += rays[j];
        continue;
      }
      const [a, b] = [ray(x0), ray(x0 + cell)];
      for (let j = 0; j < count; j++) {
        rays[j] = 0.12 * glow * (a + ((b - a) * j) / cell);
        luma[y * W + x0 + j] += rays[j];
      }
    }
  }
}

const rays = new Float32Array(16);

function floating({ W, H, luma }, surface, t) {
  for (const { x, y, r, v } of specks) {
    const px = Math.round(((((x + v * 0.012 * t) % 1) + 1) % 1) * (W - 16)) + 8;
    const py = Math.round(y * H + 14 * Math.sin(t * 0.5 + v * 9));
    if (py < surface[px] + 12 || py > H - 8) continue;
    const reach = Math.ceil(r * 2);
    for (let j = -reach; j <= reach; j++)
      for (let i = -reach; i <= reach; i++)
        luma[(py + j) * W + px + i] += 0.045 * Math.exp(-(i * i + j * j) / (r * r));
  }
}
