/** Audience on the quay steps from behind, the glow of the stage before them. */
import { WARM, WARM_PALE, hex, mix } from '../lib/colour.mjs';
import { bloom, discBlur, gaussian } from '../lib/blur.mjs';
import { fromBehind, standing } from '../lib/figures.mjs';
import { farBank, lattice, polygon } from '../lib/harbour.mjs';
import { addBeams, addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask, rim, weld } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { add, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 501, contrast: 0.28, vignette: 0.45, grain: 0.021 };

const HORIZON = 300;
const STAGE = { x: 540, y: 286 };

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(51);
  const { fbm } = createNoise(52);
  const haze = (x, y) => 0.5 * fbm(x * 0.01, y * 0.018, 4) + 0.2 * fbm(x * 0.04, y * 0.05, 3);
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 53,
    stops: [[0, '#46647c'], [0.2, '#34556f'], [0.5, '#213f5c'], [1, '#10233a']],
    glows: [{ x: STAGE.x, width: 260, height: 90, colour: '#d9955a', gain: 0.14 }],
    cloud: { colour: '#172c43', under: '#3c5268', scale: 0.5, cover: 0, opacity: 0.4 },
  });
  const bank = await drawMask(scene, farBank(-10, 1010, HORIZON, 18, random));
  over(image, gaussian(bank, 2.4 * S), hex('#22384c'), 0.85);
  addBeams(image, scene, [
    [452, 116], [492, 102], [588, 78], [628, 64],
  ].map(([x, angle]) => ({ x, y: 226, angle, spread: 0.09, length: 150, width: 3, colour: WARM_PALE, gain: 0.4 }))
    .concat([[470, -68], [540, -90], [610, -112]].map(([x, angle]) => (
      { x, y: 230, angle, spread: 0.28, length: 90, width: 4, colour: WARM, gain: 1 }))), haze);
  addGlow(image, scene, { ...STAGE, r: 105, flat: 1.5, colour: WARM, gain: 0.5, power: 1.6, noise: haze });
  const set = await drawMask(scene, [
    polygon([425, 296], [655, 296], [660, 306], [420, 306]), lattice(436, 296, 436, 222, [4, 4, 4], 13, 0.7),
    lattice(644, 296, 644, 222, [4, 4, 4], 13, 0.7), lattice(432, 220, 648, 220, [5, 5, 5], 26, 0.7),
    ...[505, 541, 566].map((x) => standing(x, 296.5, 31, random)),
  ]);
  over(image, gaussian(set, 1.5 * S), hex('#130f0e'), 0.93);
  for (const x of [452, 470, 492, 540, 588, 610, 628]) {
    addDisc(image, scene, { x, y: 225, r: 3, colour: WARM_PALE, gain: 14 });
  }
  paintWater(image, scene, { horizon: HORIZON + 3, camera: 4, slope: 0.026, gust: 0.6, seed: 54, body: hex('#07151f') });
  const distant = image;
  image.data.set(discBlur(distant, 1.6 * S).data);
  await rows(image, scene, random);
  return bloom(image, S, [{ radius: 2.5, strength: 0.07 }, { radius: 20, strength: 0.08 }, { radius: 90, strength: 0.07 }]);
}

/** Rows of heads going down to the water; the nearest are largest, lowest and out of focus. */
async function rows(image, scene, random) {
  const { S } = scene;
  const list = [
    { y: 352, size: 17, blur: 1.2, air: 0.16 }, { y: 372, size: 22, blur: 0.9, air: 0.12 },
    { y: 398, size: 29, blur: 0.5, air: 0.08 }, { y: 434, size: 39, blur: 0.4, air: 0.05 },
    { y: 484, size: 55, blur: 1.6, air: 0.025 }, { y: 560, size: 84, blur: 5, air: 0.01 },
  ];
  for (const { y, size, blur, air } of list) {
    const people = [];
    for (let x = random.range(-40, 0); x < 1040; x += size * random.range(1.75, 2.6)) {
      if (random() < 0.1) continue;
      people.push(fromBehind(x, y + random.range(-0.35, 0.4) * size, size * random.range(0.92, 1.06), random));
    }
    people.push(polygon([-5, y + size * 3], [1005, y + size * 3], [1005, 700], [-5, 700]));
    const mask = weld(await drawMask(scene, people), scene, size * 0.025);
    const soft = blur > 1 ? discBlur(mask, blur * S) : gaussian(mask, blur * S);
    const colour = mix(hex('#070c14'), [0.09, 0.06, 0.045], air * 3);
    over(image, soft, colour, 0.98);
    add(image, gaussian(rim(mask, scene, { x: STAGE.x, y: 262, width: size * 0.05, reach: 330 }), Math.max(0.4, blur * 0.6) * S),
      1.1, WARM);
    addGlow(image, scene, { x: STAGE.x, y: y - 20, r: 240, flat: 3, colour: WARM, gain: air * 0.16, power: 1.6 });
  }
}
