/** What moves before the camera: mist, rain, gulls, and the tide across the lens. */
import { createNoise } from '../../demo-photos/lib/noise.mjs';
import { createRandom } from '../../demo-photos/lib/rng.mjs';
import { tideOver } from './tide.mjs';

const { noise, fbm } = createNoise(31);

/** Lays all that a shot has over its canvas. */
export function laidOver(canvas, source, shot, view, { t, share, n }) {
  if (shot.mist) mistOver(canvas, shot.mist, t);
  if (shot.shimmer) shimmerOver(canvas, source, shot.shimmer, view, t);
  if (shot.rain) rainOver(canvas, source, shot.rain, view, n);
  for (const gull of shot.gulls ?? []) gullOver(canvas, gull, t);
  if (shot.tide) tideOver(canvas, shot.tide, t, share);
}

/** Values on a coarse grid of `cell` pixels, read in between: at(x, y). */
function grid(W, H, cell, value) {
  const [w, h] = [Math.ceil(W / cell) + 2, Math.ceil(H / cell) + 2];
  const data = new Float32Array(w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) data[y * w + x] = value((x * cell) / W, (y * cell) / W);
  return (x, y) => {
    const gx = x / cell;
    const gy = y / cell;
    const ix = gx | 0;
    const iy = gy | 0;
    const fx = gx - ix;
    const i = iy * w + ix;
    const a = data[i] + (data[i + 1] - data[i]) * fx;
    const b = data[i + w] + (data[i + w + 1] - data[i + w]) * fx;
    return a + (b - a) * (gy - iy);
  };
}

/** Veils that drift: { colour [y, cb, cr], most, height 0..1, depth, speed, size }. */
function mistOver({ W, H, luma, cb, cr }, { colour, most, height, depth, speed, size }, t) {
  const veil = grid(W, H, 24, (x, y) => {
    const band = Math.exp(-(((y * W) / H - height) ** 2) / (depth * depth));
    const cloud =
      0.5 +
      0.9 * fbm(x * size - t * speed, y * size * 2.2 + t * speed * 0.22, 3) +
      0.4 * noise(x * size * 0.5 + t * speed, 7);
    return most * band * Math.min(1, Math.max(0, cloud));
  });
  for (let y = 0, i = 0; y < H; y++)
    for (let x = 0; x < W; x++, i++) luma[i] += (colour[0] - luma[i]) * veil(x, y);
  for (let y = 0, i = 0; y < H >> 1; y++) {
    for (let x = 0; x < W >> 1; x++, i++) {
      const part = veil(2 * x, 2 * y);
      cb[i] += (colour[1] - cb[i]) * part;
      cr[i] += (colour[2] - cr[i]) * part;
    }
  }
}

/** Wet stones answer the lamps: what is warm below `from` flickers by `most`. */
function shimmerOver({ W, H, luma }, { w, warm }, { from, most }, { k, left, top }, t) {
  const flicker = grid(
    W,
    H,
    10,
    (x, y) =>
      noise(x * 70 + Math.sin(t * 2) * 0.4, y * 150 - t * 3.1) * noise(x * 31, y * 64 + t * 2.3),
  );
  for (let y = Math.round(from * H); y < H; y++) {
    const row = ((top + y * k) >> 1) * (w >> 1);
    for (let x = 0, i = y * W; x < W; x++, i++) {
      const light = warm[row + ((left + x * k) >> 1)];
      if (light > 0.01) luma[i] *= 1 + most * light * flicker(x, y);
    }
  }
}

/** Streaks of falling rain, each where the lamps reach it: { count, length, gain }. */
function rainOver(canvas, { w, warm }, { count, length, gain }, { k, left, top }, n) {
  const { W, H } = canvas;
  const random = createRandom(991);
  for (let drop = 0; drop < count; drop++) {
    const near = random();
    const fall = (0.7 + near) * length * H;
    const [x0, y0, lean] = [random(), random() * 4, 0.05 + 0.03 * random()];
    const way = y0 * H + n * fall * 1.15;
    const y = (way % (H * 1.3)) - H * 0.15;
    const x = ((x0 + Math.floor(way / (H * 1.3)) * 0.618) % 1) * W - y * lean;
    const at = Math.round(Math.min(canvas.H - 1, Math.max(0, y)) * k + top) >> 1;
    const glow = warm[at * (w >> 1) + ((Math.min(W - 1, Math.max(0, x)) * k + left) >> 1)] ?? 0;
    stroke(canvas, x, y, x - fall * lean, y + fall, 0.6 + near * 0.7, {
      add: gain * (0.35 + 0.5 * near + 1.6 * glow),
    });
  }
}

/** A gull far off: { from [x, y], to [x, y], seconds, span, beat }, one wing `span` pixels of 1920 wide. */
function gullOver(canvas, { from, to, seconds, span, beat, delay = 0 }, t) {
  const { W, H } = canvas;
  const size = (span * W) / 1920;
  const part = (t - delay) / seconds;
  if (part < -0.1 || part > 1.1) return;
  const x = (from[0] + (to[0] - from[0]) * part) * W;
  const y = (from[1] + (to[1] - from[1]) * part + 0.012 * Math.sin(t * 0.9 + beat)) * H;
  // Some strokes, then a glide.
  const strength = 0.35 + 0.65 * Math.max(0, Math.sin(t * 1.1 + beat * 3));
  const up = Math.sin(t * beat * Math.PI * 2) * strength;
  const ink = { to: 0.07, part: 0.85 };
  for (const side of [-1, 1]) {
    const elbow = [x + side * size * 0.45, y - size * (0.16 + 0.3 * up)];
    const tip = [x + side * size * (1 - 0.08 * up), y - size * (0.02 + 0.34 * up) + size * 0.1];
    stroke(canvas, x, y, ...elbow, size * 0.07, ink);
    stroke(canvas, ...elbow, ...tip, size * 0.045, ink);
  }
  stroke(
    canvas,
    x - size * 0.16,
    y + size * 0.03,
    x + size * 0.18,
    y - size * 0.01,
    size * 0.085,
    ink,
  );
}

/** A soft line of radius r: adds light, or goes towards a value. */
function stroke({ W, H, luma }, x1, y1, x2, y2, r, { add, to, part = 1 }) {
  const reach = r + 1;
  const [dx, dy] = [x2 - x1, y2 - y1];
  const long = dx * dx + dy * dy || 1;
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(x1, x2) - reach)),
    Math.min(W - 1, Math.ceil(Math.max(x1, x2) + reach)),
  ];
  const [high, low] = [
    Math.max(0, Math.floor(Math.min(y1, y2) - reach)),
    Math.min(H - 1, Math.ceil(Math.max(y1, y2) + reach)),
  ];
  for (let y = high; y <= low; y++) {
    for (let x = left; x <= right; x++) {
      const s = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / long));
      const away = Math.hypot(x - x1 - s * dx, y - y1 - s * dy);
      const cover = Math.min(1, Math.max(0, (r + 0.7 - away) / 1.4));
      if (cover === 0) continue;
      const i = y * W + x;
      // Streaks fade in and out along their way.
      if (add !== undefined) luma[i] += add * cover * 4 * s * (1 - s);
      else luma[i] += (to - luma[i]) * cover * part;
    }
  }
}
