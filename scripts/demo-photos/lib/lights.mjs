/** Lamps as HDR discs, glow in the air, and beams through haze. */
import { field } from './raster.mjs';

/** Adds a soft-edged HDR disc; position and radius in units. */
export function addDisc(image, scene, { x, y, r, colour, gain = 1, stretch = 1 }) {
  const S = scene.S;
  const cx = x * S;
  const cy = y * S;
  const radius = Math.max(r * S, 0.35);
  const keep = Math.min(1, ((r * S) / radius) ** 2);
  const reach = radius + 1.5;
  const y0 = Math.max(0, Math.floor(cy - reach * stretch));
  const y1 = Math.min(image.h - 1, Math.ceil(cy + reach * stretch));
  const x0 = Math.max(0, Math.floor(cx - reach));
  const x1 = Math.min(image.w - 1, Math.ceil(cx + reach));
  for (let py = y0; py <= y1; py++) {
    for (let px = x0; px <= x1; px++) {
      const d = Math.hypot(px + 0.5 - cx, (py + 0.5 - cy) / stretch);
      const a = Math.min(1, Math.max(0, radius + 0.5 - d)) * gain * keep;
      if (a <= 0) continue;
      const o = (py * image.w + px) * 3;
      for (let k = 0; k < 3; k++) image.data[o + k] += colour[k] * a;
    }
  }
}

/** Adds glow around a point in hazy air; falls off as 1 / (1 + d²)^power. */
export function addGlow(image, scene, { x, y, r, colour, gain, power = 1, flat = 1, noise }) {
  const S = scene.S;
  const glow = field(image.w, image.h, scene.coarse, 1, (px, py, out) => {
    const dx = (px / S - x) / r;
    const dy = ((py / S - y) / r) * flat;
    let v = gain / (1 + dx * dx + dy * dy) ** power;
    if (noise) v *= 1 + noise(px / S, py / S);
    out[0] = Math.max(0, v);
  });
  addTinted(image, glow, colour);
}

function addTinted(image, glow, colour) {
  const d = image.data;
  for (let i = 0, o = 0; i < glow.data.length; i++, o += 3) {
    const v = glow.data[i];
    d[o] += v * colour[0];
    d[o + 1] += v * colour[1];
    d[o + 2] += v * colour[2];
  }
}

/**
 * Adds light beams in haze. A beam: x, y, angle (degrees, 0 = right, 90 = up), spread (radians),
 * length (units to 1/e), width at the source, colour, gain. All share one noise function.
 */
export function addBeams(image, scene, beams, noise = () => 0) {
  const S = scene.S;
  const list = beams.map((b) => ({
    ...b,
    dx: Math.cos((b.angle * Math.PI) / 180),
    dy: -Math.sin((b.angle * Math.PI) / 180),
  }));
  const light = field(image.w, image.h, scene.coarse, 3, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    out.fill(0);
    const density = Math.max(0, 1 + noise(x, y));
    for (const b of list) {
      const rx = x - b.x;
      const ry = y - b.y;
      const t = rx * b.dx + ry * b.dy;
      if (t < -b.width * 2) continue;
      const along = Math.max(t, 0);
      const half = b.width + along * b.spread;
      const side = (rx * b.dy - ry * b.dx) / half;
      if (Math.abs(side) > 3) continue;
      const start = t < 0 ? Math.exp(-((t / b.width) ** 2)) : 1;
      const v =
        b.gain *
        start *
        Math.exp(-(side * side) * 1.6) *
        (b.width / half) ** 0.55 *
        Math.exp(-along / b.length) *
        density;
      for (let k = 0; k < 3; k++) out[k] += v * b.colour[k];
    }
  });
  for (let i = 0; i < light.data.length; i++) image.data[i] += light.data[i];
}
