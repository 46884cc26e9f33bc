/** Lights out of focus: discs with a firm edge, cut to cat's eyes towards the picture's corners. */

/** Adds one disc of radius r (units). `eye` is how strongly the lens barrel cuts it off-centre. */
export function addBokeh(
  image,
  scene,
  { x, y, r, colour, gain, eye = 0.55, edge = 0.28, flat = 1 },
) {
  const { S, W, H } = scene;
  const cx = x * S;
  const cy = y * S;
  const radius = r * S;
  const soft = Math.max(1, radius * 0.06);
  const half = Math.hypot(W, H) / 2;
  const ox = ((cx - W / 2) / half) * eye * radius;
  const oy = ((cy - H / 2) / half) * eye * radius;
  const y0 = Math.max(0, Math.floor(cy - radius * flat - 2));
  const y1 = Math.min(H - 1, Math.ceil(cy + radius * flat + 2));
  const x0 = Math.max(0, Math.floor(cx - radius - 2));
  const x1 = Math.min(W - 1, Math.ceil(cx + radius + 2));
  for (let py = y0; py <= y1; py++) {
    for (let px = x0; px <= x1; px++) {
      const dx = px + 0.5 - cx;
      const dy = (py + 0.5 - cy) / flat;
      const d = Math.hypot(dx, dy);
      const barrel = Math.hypot(dx + ox, dy + oy) * 0.94;
      const a = Math.min(1, Math.max(0, (radius - Math.max(d, barrel)) / soft));
      if (a <= 0) continue;
      const rings = 1 - edge + edge * (d / radius) ** 4 + 0.03 * Math.sin((d / radius) * 21);
      const v = a * rings * gain;
      const o = (py * W + px) * 3;
      for (let k = 0; k < 3; k++) image.data[o + k] += colour[k] * v;
    }
  }
}
