/** A tiny aerialist on a rope under a crane jib, in a cone of light. */
import { WARM_PALE, hex } from '../lib/colour.mjs';
import { bloom, gaussian } from '../lib/blur.mjs';
import { chain, place, standing } from '../lib/figures.mjs';
import { farBank, lattice, line, polygon } from '../lib/harbour.mjs';
import { addBeams, addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask, rim } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { add, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 801, contrast: 0.28, vignette: 0.42, grain: 0.02 };

const HORIZON = 915;
const PERSON = { x: 402, y: 560 };
const SPOT = { x: 812, y: HORIZON - 14 };

/** Hanging by one hand, arched back, one knee hooked round the rope; units of head height. */
const BODY = [
  chain([[0.05, -3.15, 0.1], [0.22, -2.4, 0.13], [0.42, -1.7, 0.18]]),
  chain([[0.42, -1.7, 0.3], [0.75, -0.95, 0.34], [0.9, -0.3, 0.28], [0.85, 0.3, 0.38]]),
  chain([[0.42, -1.85, 0.16], [0.22, -2.2, 0.14]]),
  '<ellipse cx="0.02" cy="-2.3" rx=".3" ry=".4" transform="rotate(-50 0.02 -2.3)"/>',
  chain([[0.35, -1.55, 0.17], [-0.6, -1.25, 0.12], [-1.5, -1.6, 0.09], [-1.85, -1.8, 0.05]]),
  chain([[0.8, 0.35, 0.36], [0.1, 1.2, 0.24], [-0.05, 1.35, 0.22], [0.5, 2.0, 0.17], [0.9, 2.6, 0.1], [1.0, 2.95, 0.06]]),
  chain([[0.95, 0.3, 0.36], [2.0, 0.85, 0.24], [2.3, 1.0, 0.21], [3.1, 0.75, 0.16], [3.8, 0.5, 0.09], [4.25, 0.45, 0.04]]),
].join('');

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(81);
  const { fbm } = createNoise(82);
  const haze = (x, y) => 0.5 * fbm(x * 0.006, y * 0.006, 4) + 0.2 * fbm(x * 0.03, y * 0.03, 3);
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 83,
    stops: [[0, '#5d7787'], [0.12, '#4a6a82'], [0.4, '#2a4a68'], [1, '#0f2138']],
    glows: [{ x: 760, width: 420, height: 80, colour: '#e0a070', gain: 0.12 }],
    cloud: { colour: '#1b3450', under: '#51687a', scale: 0.45, cover: 0.02, opacity: 0.45 },
  });
  const bank = await drawMask(scene, farBank(-10, 1010, HORIZON, 34, random));
  over(image, gaussian(bank, 1.8 * S), hex('#2c4456'), 0.88);
  const dx = PERSON.x - SPOT.x;
  const dy = SPOT.y - PERSON.y;
  addBeams(image, scene, [{ ...SPOT, angle: (Math.atan2(dy, dx) * 180) / Math.PI, spread: 0.105, length: 620, width: 7,
    colour: WARM_PALE, gain: 0.62 }], haze);
  addGlow(image, scene, { ...PERSON, r: 60, colour: WARM_PALE, gain: 0.06, power: 1.5, noise: haze });
  const tip = { x: 400, y: 175 };
  const steel = await drawMask(scene, [
    lattice(1130, -210 + 700, tip.x, tip.y, [34, 34, 12], 16, 4.2),
    line(1120, 120, tip.x, tip.y, 1.6), line(tip.x - 1, tip.y, 1120, 240, 1.4),
    `<circle cx="${tip.x}" cy="${tip.y}" r="7"/>`, polygon([390, 172], [410, 172], [406, 198], [396, 198]),
  ]);
  over(image, gaussian(steel, 0.8 * S), hex('#0c1724'), 0.96);
  add(image, rim(steel, scene, { ...SPOT, width: 2, reach: 500 }), 0.35, WARM_PALE);
  const rope = await drawMask(scene, [
    '<path fill="none" stroke-width="1.7" d="M401,196C401,330 402,450 402.5,540C403,640 399,720 402,800"/>',
  ]);
  over(image, gaussian(rope, 0.4 * S), hex('#2e2a26'), 0.9);
  const body = await drawMask(scene, place(BODY, PERSON.x, PERSON.y, 11.5));
  over(image, gaussian(body, 0.45 * S), hex('#1b1512'), 0.97);
  add(image, gaussian(rim(body, scene, { ...SPOT, width: 2.2, reach: 700 }), 0.4 * S), 2.6, WARM_PALE);
  const ground = await drawMask(scene, [
    polygon([-5, HORIZON - 5], [1005, HORIZON - 5], [1005, HORIZON + 6], [-5, HORIZON + 6]),
    farBank(880, 1010, HORIZON, 40, random), farBank(-10, 120, HORIZON, 26, random),
    ...Array.from({ length: 46 }, (_, i) =>
      standing(150 + i * 12.5 + random.range(-5, 5), HORIZON - 3, random.range(17, 21), random)),
    polygon([796, HORIZON - 4], [828, HORIZON - 4], [822, HORIZON - 12], [802, HORIZON - 12]),
  ]);
  over(image, gaussian(ground, 0.6 * S), hex('#0a131d'), 0.97);
  addDisc(image, scene, { ...SPOT, r: 4, colour: WARM_PALE, gain: 40 });
  addGlow(image, scene, { ...SPOT, r: 30, colour: WARM_PALE, gain: 0.35, power: 1.25 });
  paintWater(image, scene, { horizon: HORIZON + 5, camera: 4, slope: 0.026, gust: 0.7, seed: 84, focal: 1500,
    reflect: 0.9, body: hex('#081824') });
  return bloom(image, S, [{ radius: 3, strength: 0.07 }, { radius: 24, strength: 0.06 }, { radius: 110, strength: 0.06 }]);
}
