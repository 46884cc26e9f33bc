/** A concert on the quay: crowd shapes low in the frame, raised hands, warm back light, haze. */

import { paintBacks } from '../lib/backs.mjs';
import { bloom, discBlur, gaussian } from '../lib/blur.mjs';
import { hex, WARM, WARM_PALE } from '../lib/colour.mjs';
import { farBank, lattice, polygon, portalCrane } from '../lib/harbour.mjs';
import { addBeams, addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';

export const look = { seed: 901, contrast: 0.3, vignette: 0.48, grain: 0.023 };

const STAGE = { x: 430, y: 385 };

const ROWS = [
  { y: 412, size: 13, blur: 1.5, air: 0.26, arms: 0.16 },
  { y: 425, size: 17, blur: 1.1, air: 0.19, arms: 0.22 },
  { y: 443, size: 24, blur: 0.7, air: 0.11, arms: 0.26 },
  { y: 470, size: 35, blur: 0.4, air: 0.05, arms: 0.34 },
  { y: 515, size: 56, blur: 1.4, air: 0.02, arms: 0.3 },
  { y: 590, size: 108, blur: 7, air: 0.004, arms: 0.1 },
];

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(91);
  const { fbm } = createNoise(92);
  const haze = (x, y) =>
    0.7 * fbm(x * 0.006 + fbm(x * 0.005, y * 0.006, 2), y * 0.009, 5) +
    0.15 * fbm(x * 0.05, y * 0.05, 3);
  const image = paintSky(scene, {
    horizon: 400,
    seed: 93,
    stops: [
      [0, '#3f5e76'],
      [0.25, '#2c4a66'],
      [0.6, '#193350'],
      [1, '#0c1a2d'],
    ],
    cloud: { colour: '#142841', under: '#354c62', scale: 0.5, cover: 0, opacity: 0.4 },
  });
  const bank = await drawMask(scene, [
    farBank(-10, 1010, 402, 26, random),
    portalCrane(880, 402, 120, { angle: 60, flip: -1 }),
    polygon([-5, 400], [1005, 400], [1005, 700], [-5, 700]),
  ]);
  over(image, gaussian(bank, 2.2 * S), hex('#1b2f42'), 0.88);
  const tower = await drawMask(scene, [
    lattice(258, 400, 258, 245, [9, 9, 9], 14, 1.1),
    lattice(602, 400, 602, 245, [9, 9, 9], 14, 1.1),
    lattice(250, 243, 610, 243, [10, 10, 10], 30, 1.1),
  ]);
  over(image, gaussian(tower, 1.8 * S), hex('#0d151f'), 0.9);
  addGlow(image, scene, {
    ...STAGE,
    r: 170,
    flat: 1.35,
    colour: WARM,
    gain: 0.75,
    power: 1.5,
    noise: haze,
  });
  addBeams(
    image,
    scene,
    [
      [275, 128, 250],
      [330, 112, 250],
      [392, 97, 250],
      [468, 83, 250],
      [530, 68, 250],
      [588, 50, 250],
    ]
      .map(([x, angle, y]) => ({
        x,
        y,
        angle,
        spread: 0.075,
        length: 190,
        width: 4,
        colour: WARM_PALE,
        gain: 0.42,
      }))
      .concat(
        [
          [300, -50],
          [365, -74],
          [430, -90],
          [495, -106],
          [560, -130],
        ].map(([x, angle]) => ({
          x,
          y: 252,
          angle,
          spread: 0.16,
          length: 170,
          width: 4,
          colour: WARM_PALE,
          gain: 0.6,
        })),
      ),
    haze,
  );
  [275, 300, 330, 365, 392, 430, 468, 495, 530, 560, 588].forEach((x, i) => {
    const gain = [14, 3, 9, 5, 16, 24, 6, 12, 4, 10, 7][i];
    addDisc(image, scene, { x, y: 250 + (i % 3), r: 1.3 + gain * 0.06, colour: WARM_PALE, gain });
    addGlow(image, scene, { x, y: 251, r: 5, colour: WARM_PALE, gain: gain * 0.03, power: 1.2 });
  });
  for (let i = 0; i < 26; i++) {
    const x = random() < 0.7 ? random.range(630, 995) : random.range(5, 240);
    addDisc(image, scene, {
      x,
      y: 398 - random.range(0, 22),
      r: random.range(1.6, 3.4),
      colour: random() < 0.6 ? WARM : hex('#9cc7df'),
      gain: random.range(0.3, 2.2),
    });
  }
  image.data.set(discBlur(image, 2.2 * S).data);
  await paintBacks(image, scene, random, ROWS, {
    light: { x: STAGE.x, y: 330, reach: 210, gain: 1, colour: WARM_PALE },
    noise: haze,
  });
  return bloom(image, S, [
    { radius: 3, strength: 0.08 },
    { radius: 24, strength: 0.1 },
    { radius: 110, strength: 0.1 },
  ]);
}
