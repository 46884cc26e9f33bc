/** An outdoor concert on the quay: a crowd with raised hands, warm back light, water behind. */
import { addBokeh } from '../lib/bokeh.mjs';
import { bloom } from '../lib/blur.mjs';
import { hex } from '../lib/colour.mjs';
import { layer } from '../lib/compose.mjs';
import { arms, paintPeople, row } from '../lib/crowd.mjs';
import { farBank, lattice, polygon, portalCrane } from '../lib/harbour.mjs';
import { standing } from '../lib/figures.mjs';
import { addBeams, addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 347;
const AMBER = [1, 0.46, 0.13];

export const look = { exposure: 1, contrast: 0.3, vignette: 0.5, grain: 0.021, seed: 909 };

const ROWS = [
  { y: 452, size: 13, blur: 0.6, colour: '#35231a', gain: 0.5, hands: 16 },
  { y: 482, size: 20, blur: 0.4, colour: '#241a17', gain: 0.7, hands: 14 },
  { y: 525, size: 31, blur: 0.5, colour: '#141113', gain: 0.7, hands: 9 },
  { y: 592, size: 50, blur: 2.2, colour: '#08090c', gain: 0.5, hands: 5 },
];

export async function render(scene) {
  const random = createRandom(91);
  const { fbm } = createNoise(92);
  const haze = (x, y) => 0.8 * fbm(x * 0.008, y * 0.013, 5);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 93,
    stops: [[0, '#54697d'], [0.2, '#38536d'], [0.5, '#213b55'], [1, '#0e1d30']],
    cloud: { colour: '#14273c', under: '#43576b', scale: 0.45, cover: 0, opacity: 0.5 },
  });
  await layer(image, scene, [farBank(300, 1030, HORIZON, 18, random),
    portalCrane(905, HORIZON, 118, { angle: 60, flip: -1 }),
    portalCrane(790, HORIZON, 84, { angle: 50, flip: 1 })], '#1f3347', { blur: 1.6 });
  for (let i = 0; i < 26; i++) {
    addBokeh(image, scene, {
      x: random.range(520, 1010), y: HORIZON - random.range(1, 12), r: random.range(2, 3.2),
      colour: random() < 0.75 ? AMBER : [0.6, 0.85, 1], gain: 0.2 + 1.6 * random() ** 3,
    });
  }
  paintWater(image, scene, { horizon: HORIZON, camera: 4, slope: 0.04, gust: 0.5, seed: 95 });
  addGlow(image, scene, { x: 300, y: 330, r: 190, colour: AMBER, gain: 0.34, power: 1.5, noise: haze });
  addGlow(image, scene, { x: 330, y: 360, r: 420, colour: [1, 0.5, 0.2], gain: 0.07, power: 1.3, noise: haze });
  await layer(image, scene, [
    lattice(90, 214, 505, 214, [13, 13, 13], 22, 1.4),
    lattice(96, 470, 96, 208, [12, 12, 12], 14, 1.3),
    lattice(499, 470, 499, 208, [12, 12, 12], 14, 1.3),
    polygon([60, 440], [540, 440], [540, 520], [60, 520]),
  ], hex('#1b130f'), { blur: 0.7, opacity: 0.93 });
  const rig = Array.from({ length: 7 }, (_, i) => ({ x: 130 + i * 56, y: 226, angle: 238 + i * 11 }));
  addBeams(image, scene, rig.map(({ x, y, angle }) => ({
    x, y, angle, spread: 0.07, width: 3, length: 210, gain: 0.42, colour: [1, 0.55, 0.24],
  })), haze);
  addBeams(image, scene, [[150, 132], [240, 112], [360, 74], [450, 52]].map(([x, angle]) => ({
    x, y: 212, angle, spread: 0.06, width: 2.4, length: 170, gain: 0.26, colour: [1, 0.6, 0.34],
  })), haze);
  for (const { x, y } of rig) addBokeh(image, scene, { x, y, r: 5.2, colour: [1, 0.56, 0.24], gain: 9, edge: 0.1 });
  for (let i = 0; i < 8; i++) {
    addBokeh(image, scene, { x: 178 + i * 34, y: 408, r: 4.4, colour: AMBER, gain: 7, edge: 0.1 });
  }
  await paintPeople(image, scene, [212, 268, 318, 372].map((x) =>
    standing(x + random.range(-8, 8), 442, random.range(64, 72), random)),
  { colour: hex('#2a1910'), blur: 0.7, light: { x: 300, y: 300, colour: AMBER, gain: 0.5, width: 1.2, reach: 200 } });
  bloom(image, scene.S, [{ radius: 2, strength: 0.16 }, { radius: 13, strength: 0.13 },
    { radius: 60, strength: 0.12 }]);
  for (const { y, size, blur, colour, gain, hands } of ROWS) {
    const people = row(random, { y, size, gaps: 0.04, pairs: 0.55, spread: 2.1, seated: false });
    const raised = arms(random, { y, size, count: hands, x1: 20, x2: 860 });
    await paintPeople(image, scene, [...people, ...raised,
      polygon([-20, y + size * 3.6], [1020, y + size * 3.6], [1020, 700], [-20, 700])], {
      colour: hex(colour), blur,
      light: { x: 300, y: 330, colour: AMBER, gain, width: size * 0.045, reach: 300 },
    });
  }
  return bloom(image, scene.S, [{ radius: 40, strength: 0.08 }]);
}
