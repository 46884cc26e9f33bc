/** Archive picture of 1962: quay with cranes and a ship, soft, scratched, greyscale. */
import { bloom, gaussian } from '../lib/blur.mjs';
import { smooth } from '../lib/colour.mjs';
import { doubleLeverCrane } from '../lib/cranes.mjs';
import { standing } from '../lib/figures.mjs';
import { bollard, farBank, line, polygon } from '../lib/harbour.mjs';
import { addGlow } from '../lib/lights.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { field, over } from '../lib/raster.mjs';
import { createRandom } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';
import { paintWater } from '../lib/water.mjs';

export const look = {
  seed: 1201,
  contrast: 0.45,
  vignette: 0.5,
  grain: 0.034,
  lift: 0.05,
  aberration: 0,
};
export const detail = 0.75;

const HORIZON = 360;
const grey = (v) => [v, v, v];

const SHIP =
  '<path d="M-230,-46C-228,-30 -222,-8 -214,4L232,4C246,-14 256,-36 262,-58' +
  'L150,-46L140,-40L-120,-40L-130,-46Z"/>' +
  '<path d="M-60,-40L-60,-64L30,-64L30,-40Z"/>' +
  '<path d="M-46,-64L-46,-80L18,-80L18,-64Z"/>' +
  '<path d="M-34,-80L-34,-92L4,-92L6,-80Z"/>' +
  '<path d="M-30,-92L-26,-126L-6,-126L-4,-92Z"/><path d="M-205,-46L-205,-60L-160,-60L-156,-46Z"/>';
const RIG = [
  line(112, -42, 112, -148, 3),
  line(-142, -42, -142, -138, 3),
  line(112, -58, 62, -112, 1.5),
  line(112, -58, 170, -108, 1.5),
  line(-142, -56, -92, -104, 1.5),
  line(-142, -56, -196, -100, 1.5),
  line(112, -146, 62, -112, 0.5),
  line(112, -146, 170, -108, 0.5),
  line(-142, -136, -92, -104, 0.5),
  line(-142, -136, -196, -100, 0.5),
  line(112, -148, 256, -58, 0.5),
  line(-142, -138, -228, -46, 0.5),
  line(112, -148, -10, -126, 0.4),
].join('');

export async function render(scene) {
  const { S } = scene;
  const random = createRandom(1211);
  const image = paintSky(scene, {
    horizon: HORIZON,
    seed: 1212,
    stops: [
      [0, '#cfcfcf'],
      [0.4, '#bdbdbd'],
      [1, '#8f8f8f'],
    ],
    cloud: { colour: '#8a8a8a', under: '#bcbcbc', scale: 0.6, cover: 0.05, opacity: 0.6 },
  });
  const bank = await drawMask(scene, farBank(-10, 1010, HORIZON, 24, random));
  over(image, gaussian(bank, 1.6 * S), grey(0.42), 0.85);
  const wall = await drawMask(scene, [
    polygon([690, 373], [694, 362], [1010, 361], [1010, 373]),
    polygon([720, 363], [720, 351], [744, 346], [768, 351], [768, 363]),
    polygon([846, 363], [846, 353], [884, 353], [884, 363]),
  ]);
  over(image, gaussian(wall, 0.9 * S), grey(0.15), 0.9);
  const crane = await drawMask(scene, [
    doubleLeverCrane(806, 363, 128, { luff: 57, flip: -1, hook: 48 }),
    doubleLeverCrane(918, 362, 112, { luff: 66, flip: -1, hook: 30 }),
  ]);
  over(image, gaussian(crane, 0.8 * S), grey(0.09), 0.95);
  const ship = await drawMask(scene, `<g transform="translate(395 368)">${SHIP}${RIG}</g>`);
  over(image, gaussian(ship, 0.7 * S), shipTone(scene), 0.97);
  const windows = await drawMask(scene, shipWindows());
  over(image, gaussian(windows, 0.6 * S), grey(0.08), 0.75);
  addGlow(image, scene, {
    x: 372,
    y: 214,
    r: 46,
    flat: 1.1,
    colour: grey(-1),
    gain: 0.14,
    power: 1.4,
  });
  paintWater(image, scene, {
    horizon: 371,
    camera: 5,
    slope: 0.035,
    gust: 0.6,
    seed: 1213,
    reflect: 0.85,
    body: grey(0.05),
  });
  await quay(image, scene, random);
  const soft = gaussian(image, 0.9 * S);
  bloom(soft, S, [
    { radius: 5, strength: 0.16 },
    { radius: 40, strength: 0.1 },
  ]);
  return age(soft, scene, random);
}

/** Windows of the ship's bridge and house, and portholes along the hull. */
function shipWindows() {
  const row = (x1, x2, y, step, w, h) =>
    Array.from(
      { length: Math.floor((x2 - x1) / step) },
      (_, i) => `<rect x="${x1 + i * step}" y="${y}" width="${w}" height="${h}"/>`,
    ).join('');
  const portholes = Array.from(
    { length: 22 },
    (_, i) => `<circle cx="${246 + i * 17}" cy="337" r="1.1"/>`,
  );
  return [
    row(342, 420, 311, 8, 4, 3.2),
    row(354, 410, 294, 8, 4, 3.2),
    row(366, 398, 280, 6.4, 4.4, 3.4),
    ...portholes,
    line(330, 304.5, 428, 304.5, 0.7),
    line(346, 288.5, 416, 288.5, 0.7),
  ];
}

/** The hull in two tones: dark paint below, pale superstructure above. */
function shipTone(scene) {
  const { fbm } = createNoise(1214);
  return field(scene.W, scene.H, 2, 3, (px, py, out) => {
    const y = py / scene.S;
    const v =
      (y > 330 ? 0.045 : y > 326 ? 0.3 : y < 276 && px / scene.S < 400 ? 0.08 : 0.36) *
      (1 + 0.25 * fbm((px / scene.S) * 0.05, y * 0.12, 4));
    out.fill(v);
  });
}

/** The quay in front: setts in perspective, two rails, crates, bollards and four dockers. */
async function quay(image, scene, random) {
  const { W, H, S } = scene;
  const { fbm } = createNoise(1215);
  const mask = await drawMask(
    scene,
    polygon([-5, 628], [430, 496], [1005, 428], [1005, 700], [-5, 700]),
  );
  const setts = field(W, H, 1, 3, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    const depth = 1 / (y - 352);
    const u = (x - 1500) * depth * 60;
    const v = 9000 * depth;
    const rows = 0.5 + 0.5 * Math.cos(v * 6.283);
    const stones = 0.5 + 0.5 * Math.cos((u + (Math.floor(v) % 2) * 0.5) * 6.283);
    const clear = smooth(440, 560, y);
    const wear = fbm(x * 0.012 + y * 0.01, y * 0.05, 5);
    const puddle = smooth(0.05, 0.6, fbm(x * 0.006 + 9, y * 0.035, 5));
    out.fill(
      Math.max(0.02, 0.16 + 0.07 * wear - 0.05 * clear * (rows ** 6 + stones ** 8) + 0.16 * puddle),
    );
  });
  over(image, gaussian(mask, 0.6 * S), setts, 1);
  const edge = await drawMask(scene, line(-5, 630, 430, 497.5, 3) + line(430, 497.5, 1005, 429, 2));
  over(image, gaussian(edge, 0.6 * S), grey(0.34), 0.6);
  const rails = await drawMask(scene, [
    polygon([560, 690], [568, 690], [1003, 462], [1003, 460]),
    polygon([760, 690], [769, 690], [1003, 483], [1003, 480]),
  ]);
  over(image, gaussian(rails, 0.6 * S), grey(0.4), 0.7);
  const things = await drawMask(scene, [
    bollard(330, 540, 34),
    bollard(560, 489, 24),
    bollard(700, 472, 19),
    polygon([868, 474], [868, 448], [900, 445], [900, 471]),
    polygon([903, 472], [903, 452], [928, 450], [928, 470]),
    polygon([874, 447], [874, 428], [897, 426], [897, 445]),
  ]);
  over(image, gaussian(things, 0.7 * S), grey(0.04), 0.93);
  const figures = [
    [742, 482, 47],
    [768, 479, 45],
    [842, 468, 42],
    [620, 505, 54],
  ];
  const shade = await drawMask(
    scene,
    figures.map(([x, y, h]) =>
      polygon([x - 3, y], [x + 4, y], [x - h * 0.6, y + h * 0.2], [x - h * 0.7, y + h * 0.19]),
    ),
  );
  over(image, gaussian(shade, 1.8 * S), grey(0.05), 0.45);
  const people = await drawMask(
    scene,
    figures.map(([x, y, h]) => standing(x, y, h, random)),
  );
  over(image, gaussian(people, 0.7 * S), grey(0.02), 0.95);
}

/** Uneven density, dust, hairs and scratches of an old print. */
async function age(image, scene, random) {
  const { W, H, S } = scene;
  const { fbm } = createNoise(1216);
  const stain = field(W, H, scene.coarse, 1, (px, py, out) => {
    const x = px / S;
    const y = py / S;
    const edge = Math.min(x, 1000 - x, y, scene.H1 - y);
    out[0] =
      1 +
      0.12 * fbm(x * 0.004, y * 0.004, 4) +
      0.3 * Math.exp(-edge / 26) * (0.6 + fbm(x * 0.012, y * 0.012, 3));
  });
  for (let i = 0; i < stain.data.length; i++)
    for (let k = 0; k < 3; k++) image.data[i * 3 + k] *= stain.data[i];
  const marks = [];
  for (let i = 0; i < 22; i++) {
    const x = random.range(0, 1000);
    const y = random.range(-100, 600);
    const l = random.range(20, 320);
    marks.push(
      `<path fill="none" opacity="${random.range(0.2, 0.75).toFixed(2)}" ` +
        `stroke-width="${random.range(0.15, 0.5).toFixed(2)}" ` +
        `d="M${x},${y}q${random.range(-4, 4)},${l / 2} ${random.range(-5, 5)},${l}"/>`,
    );
  }
  for (let i = 0; i < 260; i++) {
    marks.push(
      `<circle cx="${random.range(0, 1000)}" cy="${random.range(0, 667)}" ` +
        `r="${(0.15 + 0.7 * random() ** 4).toFixed(2)}" ` +
        `opacity="${random.range(0.2, 0.8).toFixed(2)}"/>`,
    );
  }
  for (let i = 0; i < 9; i++) {
    marks.push(
      `<path fill="none" opacity=".5" stroke-width=".35" ` +
        `d="M${random.range(0, 1000)},${random.range(0, 667)}` +
        `c${random.range(-14, 14)},${random.range(-14, 14)} ` +
        `${random.range(-14, 14)},${random.range(-14, 14)} ` +
        `${random.range(-20, 20)},${random.range(-9, 9)}"/>`,
    );
  }
  const mask = await drawMask(scene, marks);
  return over(image, gaussian(mask, 0.22 * S), grey(0.85), 0.95);
}
