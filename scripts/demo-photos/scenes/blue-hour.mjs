/** Hero: quay in the blue hour, cranes on the far bank, one lamp row and its broken reflection. */
import { WARM, hex } from '../lib/colour.mjs';
import { bloom, gaussian, discBlur } from '../lib/blur.mjs';
import { bollard, farBank, polygon, portalCrane } from '../lib/harbour.mjs';
import { addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { field, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = { seed: 101, contrast: 0.22, vignette: 0.38, grain: 0.017 };

const HORIZON = 333;

export async function render(scene) {
  const random = createRandom(11);
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 12,
    stops: [[0, '#8c98a4'], [0.06, '#7f92a6'], [0.22, '#5b7b9b'], [0.5, '#375a80'], [1, '#1d3a5f']],
    glows: [{ x: 690, width: 420, height: 34, colour: '#ffb07a', gain: 0.34 }],
    cloud: { colour: '#2b4767', under: '#7d8492', scale: 0.55, cover: -0.02, opacity: 0.5 },
  });
  const back = await drawMask(scene, farBank(-10, 1010, HORIZON, 15, random));
  over(image, gaussian(back, 0.9 * scene.S), hex('#4a6079'), 0.85);
  const cranes = await drawMask(scene, [
    portalCrane(118, HORIZON, 58, { angle: 62 }),
    portalCrane(232, HORIZON, 66, { angle: 50, flip: -1 }),
    portalCrane(301, HORIZON, 62, { angle: 66 }),
    farBank(-10, 470, HORIZON, 9, random), farBank(430, 1010, HORIZON, 6.5, random),
    polygon([-5, HORIZON - 2.4], [1005, HORIZON - 2.4], [1005, HORIZON + 3], [-5, HORIZON + 3]),
  ]);
  over(image, gaussian(cranes, 0.35 * scene.S), hex('#16273a'), 0.94);
  for (let i = 0; i < 9; i++) {
    const t = i / 8;
    const x = 545 + 385 * t ** 1.25;
    const y = HORIZON - 4.6 - 7.5 * t;
    addGlow(image, scene, { x, y, r: 2.5 + 5 * t, colour: WARM, gain: 0.16 + 0.16 * t, power: 1.1 });
    addDisc(image, scene, { x, y, r: 0.5 + 0.75 * t, colour: WARM, gain: 60 });
  }
  addGlow(image, scene, { x: 760, y: HORIZON - 4, r: 120, flat: 3.5, colour: WARM, gain: 0.035, power: 1.5 });
  paintWater(image, scene, {
    horizon: HORIZON, camera: 4.2, slope: 0.022, gust: 0.75, seed: 13, swell: 0.5, reflect: 0.93,
    body: hex('#0a1c2a'),
  });
  await quayEdge(image, scene);
  return bloom(image, scene.S, [{ radius: 2.2, strength: 0.07 }, { radius: 14, strength: 0.05 },
    { radius: 70, strength: 0.04 }]);
}

/** The dark edge the camera stands on: wet coping stones and a bollard, out of focus. */
async function quayEdge(image, scene) {
  const { W, H, S } = scene;
  const { fbm, noise } = createNoise(17);
  const edge = await drawMask(scene, [polygon([-5, 612], [1005, 589], [1005, 700], [-5, 700])]);
  const post = await drawMask(scene, [bollard(152, 632, 74)]);
  const stone = field(W, H, 1, 3, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    const d = y - (612 - x * 0.023);
    const along = (x + d * (x - 500) * 0.004) / 122;
    const joint = Math.exp(-(((along - Math.floor(along) - 0.5) / 0.008) ** 2));
    const wet = 0.5 + 0.5 * fbm(x * 0.02, y * 0.09, 4);
    const lip = Math.exp(-Math.abs(d - 2.5) / 3);
    const grain = 1 + 0.35 * noise(x * 0.9, y * 1.5);
    const v = (0.006 + 0.02 * wet * wet + 0.03 * lip) * grain * (1 - joint * 0.8) * (d > 26 ? 0.55 : 1);
    const warm = Math.exp(-(((x - 760) / 150) ** 2)) * wet * wet * 0.02;
    out[0] = v * 0.55 + warm;
    out[1] = v * 0.8 + warm * 0.5;
    out[2] = v * 1.15 + warm * 0.15;
  });
  over(image, discBlur(edge, 2.2 * S), gaussian(stone, 1.3 * S), 1);
  over(image, discBlur(post, 2.4 * S), hex('#0a121b'), 0.97);
}
