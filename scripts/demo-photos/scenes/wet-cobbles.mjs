/** Rain on cobble stones: a warm lamp out of focus, and its light in the wet stones. */

import { bloom } from '../lib/blur.mjs';
import { addBokeh } from '../lib/bokeh.mjs';
import { paintCobbles } from '../lib/cobbles.mjs';
import { hex } from '../lib/colour.mjs';
import { addShapes, layer, veil } from '../lib/compose.mjs';
import { blurByRow } from '../lib/depth.mjs';
import { place, standing } from '../lib/figures.mjs';
import { line, polygon } from '../lib/harbour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';

const HORIZON = 262;
const FOCUS = 470;
const LAMP = { x: 640, y: 96 };
const WARM = [1, 0.43, 0.11];

export const look = { exposure: 1.05, contrast: 0.3, vignette: 0.5, grain: 0.017, seed: 303 };

/** Houses, trees and masts of a far quay, as an open aperture shows them. */
async function paintBackground(image, scene, _random) {
  await layer(
    image,
    scene,
    [
      polygon(
        [-60, 270],
        [-60, 60],
        [60, 40],
        [150, 70],
        [150, 130],
        [260, 118],
        [262, 190],
        [360, 196],
        [360, 270],
      ),
      polygon([820, 270], [820, 170], [900, 150], [910, 60], [1060, 20], [1060, 270]),
    ],
    hex('#0c1725'),
    { blur: 13 },
  );
  await layer(
    image,
    scene,
    [
      polygon([300, 270], [300, 222], [560, 230], [860, 214], [860, 270]),
      line(470, 260, 470, 60, 5),
      line(LAMP.x, 262, LAMP.x, 100, 6),
    ],
    hex('#101d2c'),
    { blur: 8 },
  );
}

/** Someone under an umbrella, far out of focus, between the lamps and us. */
async function paintPasserBy(image, scene, random) {
  const person =
    standing(524, 272, 104, random) +
    place(
      '<path d="M-36,5C-32,-15 -15,-24 0,-25C15,-24 32,-15 36,5C21,-2 -21,-2 -36,5Z"/>',
      530,
      172,
      1,
    ) +
    line(530, 150, 531, 214, 2);
  await layer(image, scene, person, hex('#070d15'), { blur: 4 });
}

const farLamps = (random) =>
  Array.from({ length: 16 }, () => ({
    x: random.range(-20, 1020),
    y: HORIZON - 12 - random() ** 2 * 70,
    r: random.range(9, 14),
    colour: random() < 0.75 ? WARM : [0.55, 0.8, 1],
    gain: 0.05 + 0.5 * random() ** 2,
  }));

/** Falling drops lit from behind: short soft streaks, brightest around the lamp. */
async function addRain(image, scene, random) {
  for (const [count, long, wide, gain, blur] of [
    [520, 24, 0.5, 0.42, 0.3],
    [110, 70, 1.7, 0.2, 1.5],
  ]) {
    const drops = Array.from({ length: count }, () => {
      const x = random.range(-20, 1020);
      const y = random.range(-30, 560);
      const near = Math.exp(-(((x - LAMP.x) / 260) ** 2) - ((y - LAMP.y) / 260) ** 2);
      const l = long * random.range(0.6, 1.4);
      return (
        `<g stroke-opacity="${(0.1 + 0.9 * near * random()).toFixed(3)}">` +
        `${line(x, y, x - l * 0.09, y + l, wide)}</g>`
      );
    });
    await addShapes(image, scene, drops, [1, 0.72, 0.5], gain, blur);
  }
}

/** Fine spray where drops hit the stones in focus. */
async function addSplashes(image, scene, random) {
  const drops = Array.from({ length: 90 }, () => {
    const y = FOCUS + random.normal() * 40;
    const x = random.range(0, 1000);
    const s = (y - HORIZON) / 200;
    const near = 0.25 + 0.75 * Math.exp(-(((x - LAMP.x) / 240) ** 2));
    return Array.from({ length: 7 }, () => {
      const side = random.normal() * 2.6 * s;
      const rise = random() ** 2 * 6 * s;
      const shine = near * random.range(0.15, 0.9);
      return (
        `<circle cx="${(x + side).toFixed(2)}" cy="${(y - rise).toFixed(2)}" ` +
        `r="${(random.range(0.1, 0.3) * s).toFixed(3)}" fill-opacity="${shine.toFixed(2)}"/>`
      );
    }).join('');
  });
  await addShapes(image, scene, drops, [0.95, 0.72, 0.5], 0.5, 0.18);
}

export async function render(scene) {
  const random = createRandom(31);
  let image = paintSky(scene, {
    horizon: HORIZON,
    seed: 33,
    stops: [
      [0, '#4f6780'],
      [0.3, '#36526f'],
      [1, '#172c45'],
    ],
  });
  await paintBackground(image, scene, random);
  for (const lamp of farLamps(random)) addBokeh(image, scene, lamp);
  await paintPasserBy(image, scene, random);
  addBokeh(image, scene, { ...LAMP, r: 25, colour: WARM, gain: 5, edge: 0.2 });
  addBokeh(image, scene, { x: 470, y: 62, r: 19, colour: WARM, gain: 1.7, edge: 0.2 });
  addGlow(image, scene, { ...LAMP, r: 90, colour: WARM, gain: 0.1, power: 1.2 });
  const mirror = image.clone();
  addBokeh(mirror, scene, { ...LAMP, r: 30, colour: WARM, gain: 14, edge: 0.2 });
  addBokeh(mirror, scene, { x: 470, y: 62, r: 20, colour: WARM, gain: 5, edge: 0.2 });
  paintCobbles(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: 0.5,
    focal: 760,
    seed: 35,
    ambient: hex('#3c5876'),
    lamps: [{ X: 1.3, Y: 2.2, z: 6.5, colour: WARM, gain: 34 }],
  });
  await addSplashes(image, scene, random);
  image = blurByRow(image, scene, (y) =>
    y < HORIZON
      ? 0
      : y < FOCUS
        ? Math.max(0, FOCUS - 24 - y) * 0.05
        : Math.max(0, y - FOCUS - 30) * 0.055,
  );
  veil(image, scene, hex('#2c4560'), (_x, y) => 0.55 * Math.exp(-(((y - HORIZON) / 13) ** 2)));
  await addRain(image, scene, random);
  return bloom(image, scene.S, [
    { radius: 1.2, strength: 0.08 },
    { radius: 12, strength: 0.09 },
    { radius: 60, strength: 0.08 },
  ]);
}
