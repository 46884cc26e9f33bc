/** A small open stage: deck, frame, its luminous back and the lamps that hang in it. */

import { hex } from './colour.mjs';
import { addLamps, layer } from './compose.mjs';
import { standing } from './figures.mjs';
import { lattice, line, polygon } from './harbour.mjs';
import { addGlow } from './lights.mjs';

const WARM_BACK = [1, 0.5, 0.17];

/** Where the parts of a stage of width `w` standing with its deck at (x, y) are. */
export function stagePlan(x, y, w) {
  return { x, y, w, left: x - w / 2, right: x + w / 2, roof: y - w * 0.46, float: y + w * 0.055 };
}

/** The lamps under the roof of a stage. */
function roofLamps({ left, w, roof }, gain = 30) {
  return Array.from({ length: 7 }, (_, i) => ({
    x: left + w * (0.08 + i * 0.14),
    y: roof + w * 0.045,
    r: w * 0.0075,
    colour: i % 3 === 1 ? [1, 0.66, 0.36] : WARM_BACK,
    gain: gain * (i % 2 ? 0.6 : 1),
  }));
}

/** Paints the stage into an image, moved vertically by dy (for the mirrored scene). */
export async function paintStage(
  image,
  scene,
  plan,
  { random, people = 5, gain = 1, dy = 0, blur = 0.22 },
) {
  const { x, w } = plan;
  const y = plan.y + dy;
  const roof = plan.roof + dy;
  const { left, right } = plan;
  const glow = { x, colour: WARM_BACK };
  addGlow(image, scene, {
    ...glow,
    y: y - w * 0.17,
    r: w * 0.2,
    gain: 1.5 * gain,
    power: 1.9,
    flat: 1.35,
  });
  addGlow(image, scene, { ...glow, y: y - w * 0.2, r: w * 0.7, gain: 0.13 * gain, power: 1.5 });
  const t = w * 0.011;
  await layer(
    image,
    scene,
    [
      lattice(left, roof, right, roof, [w * 0.04, w * 0.04, w * 0.04], 14, t * 0.6),
      ...[left + w * 0.02, right - w * 0.02].map((px) =>
        lattice(px, y, px, roof, [w * 0.03, w * 0.03, w * 0.03], 9, t * 0.55),
      ),
      line(left - w * 0.02, roof - w * 0.03, right + w * 0.02, roof - w * 0.03, t * 0.8),
      polygon(
        [left - w * 0.1, y],
        [right + w * 0.1, y],
        [right + w * 0.09, y + w * 0.055],
        [left - w * 0.09, y + w * 0.055],
      ),
      polygon(
        [left + w * 0.05, y],
        [left + w * 0.05, y - w * 0.11],
        [left + w * 0.13, y - w * 0.11],
        [left + w * 0.13, y],
      ),
      polygon(
        [right - w * 0.14, y],
        [right - w * 0.14, y - w * 0.1],
        [right - w * 0.05, y - w * 0.1],
        [right - w * 0.05, y],
      ),
    ],
    hex('#0a0d12'),
    { blur },
  );
  const step = (w * 0.62) / Math.max(1, people);
  await layer(
    image,
    scene,
    Array.from({ length: people }, (_, i) =>
      standing(
        x - w * 0.31 + step * (i + 0.5) + random.range(-0.3, 0.3) * step,
        y,
        w * random.range(0.145, 0.168),
        random,
      ),
    ),
    hex('#0b0b0d'),
    { blur },
  );
  addLamps(image, scene, roofLamps(plan, 26 * gain), 0, dy);
}
