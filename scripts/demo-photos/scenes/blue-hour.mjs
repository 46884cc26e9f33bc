/** Hero: blue hour on the quay, far cranes, one row of warm lamps and its broken reflection. */
import { bloom, gaussian } from '../lib/blur.mjs';
import { WARM } from '../lib/colour.mjs';
import { addLamps, layer, scatterLights } from '../lib/compose.mjs';
import { doubleLeverCrane, ropePoint } from '../lib/cranes.mjs';
import { bollard, farBank, line, polygon } from '../lib/harbour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { drawMask, rim } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { add, field, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

const HORIZON = 333;

export const look = { exposure: 1.06, contrast: 0.32, vignette: 0.45, grain: 0.016, seed: 101 };

const CRANES = [
  { x: 752, size: 62, flip: -1, luff: 57, hook: 44 },
  { x: 846, size: 50, flip: 1, luff: 66, hook: 30 },
  { x: 884, size: 48, flip: -1, luff: 54, hook: 20 },
  { x: 962, size: 46, flip: -1, luff: 70, hook: 40 },
];

/** Lamp posts on a pier that runs from the left towards the far bank. */
const pierPosts = () =>
  Array.from({ length: 15 }, (_, i) => {
    const depth = 1 / (1 + i * 0.34);
    return { x: 640 - 700 * depth, depth };
  }).filter((post) => post.x > 8);

/** An old town on the far bank: gables in a row, two spires. */
function town(random) {
  const shapes = [];
  for (let x = 470; x < 700; x += random.range(4, 8)) {
    const w = random.range(5, 8);
    const h = random.range(5, 9.5);
    shapes.push(
      polygon(
        [x, HORIZON + 1],
        [x, HORIZON - h * 0.72],
        [x + w / 2, HORIZON - h],
        [x + w, HORIZON - h * 0.72],
        [x + w, HORIZON + 1],
      ),
    );
  }
  const spire = (x, w, h) =>
    polygon(
      [x - w, HORIZON],
      [x - w, HORIZON - h * 0.5],
      [x - w * 0.7, HORIZON - h * 0.56],
      [x - w * 0.5, HORIZON - h * 0.7],
      [x, HORIZON - h],
      [x + w * 0.5, HORIZON - h * 0.7],
      [x + w * 0.7, HORIZON - h * 0.56],
      [x + w, HORIZON - h * 0.5],
      [x + w, HORIZON],
    );
  return [...shapes, spire(566, 2.4, 33), spire(634, 1.8, 19)];
}

/** The quay's edge at the photographer's feet: bluestone with a bollard, far out of focus. */
async function paintQuay(image, scene) {
  const { fbm } = createNoise(15);
  const { W, H, S } = scene;
  const shapes = [
    polygon([-10, 690], [-10, 626], [420, 637], [1010, 661], [1010, 690]),
    bollard(164, 636, 46),
  ];
  const mask = await drawMask(scene, shapes);
  const stone = field(W, H, 2, 3, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    const wet = 0.5 + 0.5 * fbm(x * 0.012, y * 0.07, 4);
    const lit = Math.exp(-(((x - 90) / 330) ** 2)) * Math.exp(-Math.max(0, y - 628) / 26);
    out[0] = 0.0022 + 0.01 * lit * wet;
    out[1] = 0.0034 + 0.0055 * lit * wet;
    out[2] = 0.0056 + 0.003 * lit * wet;
  });
  over(image, gaussian(mask, 1.7 * S), stone);
  const edge = rim(mask, scene, { x: 60, y: 280, width: 1.4, reach: 420 });
  add(image, gaussian(edge, 1.5 * S), 0.05, [1, 0.6, 0.32]);
}

export async function render(scene) {
  const random = createRandom(11);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 3,
    stops: [
      [0, '#98a0a6'],
      [0.09, '#7890a4'],
      [0.3, '#4c7094'],
      [0.62, '#2b4d74'],
      [1, '#172f52'],
    ],
    glows: [
      { x: 700, width: 330, height: 24, colour: '#e59c68', gain: 0.6 },
      { x: 640, width: 700, height: 70, colour: '#b98d86', gain: 0.2 },
    ],
    cloud: { colour: '#25405f', under: '#6d7d90', scale: 0.42, cover: 0.12, opacity: 0.55 },
  });
  await layer(image, scene, farBank(-20, 1020, HORIZON, 10, random), '#5b6b7a', { blur: 0.9 });
  await layer(image, scene, town(random), '#46586a', { blur: 0.5 });
  await layer(
    image,
    scene,
    [
      ...CRANES.slice(1).map((crane) => doubleLeverCrane(crane.x, HORIZON, crane.size, crane)),
      farBank(690, 1020, HORIZON, 7, random),
    ],
    '#2f4053',
    { blur: 0.36 },
  );
  await layer(
    image,
    scene,
    [
      doubleLeverCrane(CRANES[0].x, HORIZON, CRANES[0].size, CRANES[0]),
      farBank(-20, 300, HORIZON, 12, random),
    ],
    '#1c2b3c',
    { blur: 0.28 },
  );
  addLamps(
    image,
    scene,
    scatterLights(random, {
      x1: 460,
      x2: 1000,
      y: HORIZON - 1,
      height: 6,
      count: 130,
      gain: 2.4,
      size: 0.4,
    }),
  );
  addLamps(
    image,
    scene,
    CRANES.map((crane) => {
      const [x, y] = ropePoint(crane.x, HORIZON, crane.size, crane);
      return { x, y: y - 0.8, r: 0.36, colour: [1, 0.1, 0.05], gain: 4 };
    }),
  );
  const posts = pierPosts();
  await layer(
    image,
    scene,
    [
      polygon([-10, HORIZON + 1], [-10, HORIZON - 9], [600, HORIZON - 1.4], [600, HORIZON + 1]),
      ...posts.map(({ x, depth }) => line(x, HORIZON, x, HORIZON - 62 * depth, 1.5 * depth + 0.14)),
      ...posts.map(({ x, depth }) =>
        line(x, HORIZON - 62 * depth, x + 5 * depth, HORIZON - 63.5 * depth, 0.9 * depth + 0.1),
      ),
    ],
    '#0c151f',
    { blur: 0.25 },
  );
  const lamps = posts.map(({ x, depth }) => ({
    x: x + 5 * depth,
    y: HORIZON - 62.6 * depth,
    r: 0.4 + 1.75 * depth,
    colour: WARM,
    gain: 24,
  }));
  addLamps(image, scene, lamps);
  const mirror = image.clone();
  addLamps(
    mirror,
    scene,
    lamps.map((lamp) => ({ ...lamp, r: lamp.r * 1.2, gain: 44 })),
  );
  paintWater(image, scene, {
    mirror,
    horizon: HORIZON,
    camera: 3.4,
    slope: 0.037,
    gust: 0.65,
    seed: 5,
    body: [0.003, 0.008, 0.013],
  });
  for (const { x, y, r } of lamps) {
    addGlow(image, scene, { x, y, r: 2.5 + r * 3.2, colour: WARM, gain: 0.42, power: 1.25 });
  }
  bloom(image, scene.S, [
    { radius: 1.3, strength: 0.1 },
    { radius: 6, strength: 0.07 },
    { radius: 34, strength: 0.05 },
  ]);
  await paintQuay(image, scene);
  return image;
}
