/** Masts of sailing ships in morning mist: quiet, pale, with one small warm cabin light. */
import { bloom } from '../lib/blur.mjs';
import { hex, smooth } from '../lib/colour.mjs';
import { addLamps, layer, veil } from '../lib/compose.mjs';
import { farBank, polygon } from '../lib/harbour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { createNoise } from '../lib/noise.mjs';
import { field } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { sailingShip } from '../lib/ships.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 405;

export const look = {
  exposure: 1,
  contrast: 0.15,
  vignette: 0.16,
  grain: 0.011,
  lift: 0.02,
  seed: 707,
};

function paintMist(scene, fbm) {
  const { W, H, S, coarse } = scene;
  const high = hex('#aebfc7');
  const low = hex('#d7e0e0');
  const warm = hex('#e9dccb');
  return field(W, H, coarse, 3, (px, py, out) => {
    const x = px / S;
    const e = Math.abs(HORIZON - py / S);
    const t = smooth(0, 420, e + 40 * fbm(x * 0.004, e * 0.007, 4));
    const sun = 0.5 * Math.exp(-(((x - 300) / 260) ** 2) - ((e - 130) / 150) ** 2);
    for (let k = 0; k < 3; k++) {
      out[k] = low[k] + (high[k] - low[k]) * t;
      out[k] += (warm[k] - out[k]) * sun;
    }
  });
}

export async function render(scene) {
  const random = createRandom(71);
  const { fbm } = createNoise(72);
  const image = paintMist(scene, fbm);
  const rising = (depth, height) => (x, y) => {
    const e = (HORIZON - y) / height + 0.35 * fbm(x * 0.006 + depth * 9, y * 0.012, 4);
    return 0.12 + 0.88 * smooth(-0.1, 1.1, e);
  };
  await layer(image, scene, farBank(-20, 1020, HORIZON, 26, random), '#8fa1a9', {
    blur: 2.6,
    opacity: 0.2,
  });
  await layer(
    image,
    scene,
    [
      sailingShip(150, HORIZON, 150, random, {
        masts: [
          [-24, 82, 0],
          [14, 92, 0],
        ],
        wire: 0.14,
      }),
      sailingShip(905, HORIZON, 165, random, {
        masts: [
          [-30, 70, 0],
          [2, 92, 4],
          [30, 84, 4],
        ],
        wire: 0.14,
      }),
      sailingShip(420, HORIZON, 140, random, { masts: [[-4, 92, 0]], flip: -1, wire: 0.14 }),
    ],
    '#8799a1',
    { blur: 0.9, opacity: 0.5, fade: rising(1, 130) },
  );
  await layer(
    image,
    scene,
    [
      sailingShip(760, HORIZON + 1, 225, random, {
        masts: [
          [-30, 74, 0],
          [0, 95, 4],
          [30, 88, 4],
        ],
        flip: -1,
        wire: 0.15,
      }),
      sailingShip(265, HORIZON + 1, 205, random, {
        masts: [
          [-20, 80, 0],
          [18, 93, 0],
        ],
        wire: 0.15,
      }),
    ],
    '#64777f',
    { blur: 0.5, opacity: 0.72, fade: rising(2, 110) },
  );
  await layer(
    image,
    scene,
    [
      sailingShip(560, HORIZON + 2, 300, random, {
        masts: [
          [-24, 82, 0],
          [16, 96, 0],
        ],
        wire: 0.15,
      }),
    ],
    '#33454d',
    { blur: 0.3, opacity: 0.86, fade: rising(3, 70) },
  );
  addLamps(image, scene, [{ x: 541, y: HORIZON - 31, r: 1.5, colour: [1, 0.4, 0.1], gain: 9 }]);
  paintWater(image, scene, {
    horizon: HORIZON,
    camera: 3,
    slope: 0.012,
    gust: 0.8,
    swell: 0.5,
    seed: 75,
    body: hex('#7f949b', 0.7),
    reflect: 0.95,
  });
  await layer(image, scene, polygon([-5, 670], [-5, 668], [1005, 668], [1005, 670]), '#5b6c72');
  veil(image, scene, '#d3dddf', (x, y) => {
    const e = (y - HORIZON) / 60 + 0.8 * fbm(x * 0.004 + 3, y * 0.03, 4);
    return 0.72 * Math.exp(-e * e * (e < 0 ? 2.2 : 0.5));
  });
  addGlow(image, scene, {
    x: 541,
    y: HORIZON - 31,
    r: 9,
    colour: [1, 0.45, 0.14],
    gain: 0.35,
    power: 1.25,
  });
  return bloom(image, scene.S, [
    { radius: 1.4, strength: 0.12 },
    { radius: 14, strength: 0.12 },
    { radius: 70, strength: 0.12 },
  ]);
}
