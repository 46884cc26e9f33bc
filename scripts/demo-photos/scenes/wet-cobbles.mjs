/** Rain on cobbles: shallow focus, one warm lamp reflected in wet stones. */
import { WARM, hex, mix, smooth } from '../lib/colour.mjs';
import { bloom, discBlur, gaussian } from '../lib/blur.mjs';
import { lampPost, polygon } from '../lib/harbour.mjs';
import { addDisc, addGlow } from '../lib/lights.mjs';
import { drawMask } from '../lib/mask.mjs';
import { createNoise } from '../lib/noise.mjs';
import { Raster, over } from '../lib/raster.mjs';
import { createRandom, hash2 } from '../lib/rng.mjs';
import { paintSky } from '../lib/sky.mjs';

export const look = { seed: 301, contrast: 0.3, vignette: 0.5, grain: 0.02, lift: 0.01 };

const HORIZON = 262;
const FOCAL = 1150;
const EYE = 0.62;
const LAMP = { x: 640, y: 128 };

export async function render(scene) {
  const { S } = scene;
  const image = paintSky(scene, {
    horizon: HORIZON, seed: 31,
    stops: [[0, '#35506a'], [0.3, '#27425e'], [1, '#122338']],
    glows: [{ x: 640, width: 260, height: 130, colour: '#c98a55', gain: 0.1 }],
  });
  const post = lampPost(628, HORIZON + 4, 140);
  const houses = await drawMask(scene, [
    polygon([-5, 262], [-5, 60], [70, 52], [74, 96], [190, 118], [190, 150], [262, 158], [262, 270], [-5, 270]),
    polygon([860, 270], [860, 178], [905, 150], [950, 176], [1005, 170], [1005, 270]),
    polygon([-5, 240], [1005, 248], [1005, 275], [-5, 275]),
  ]);
  over(image, gaussian(houses, 9 * S), hex('#0b1624'), 0.93);
  const pole = await drawMask(scene, post.shapes);
  over(image, gaussian(pole, 4 * S), hex('#0a121c'), 0.8);
  addGlow(image, scene, { ...LAMP, r: 46, colour: WARM, gain: 0.5, power: 1.25 });
  addDisc(image, scene, { ...LAMP, r: 15, colour: WARM, gain: 7 });
  const random = createRandom(32);
  for (let i = 0; i < 16; i++) {
    const warm = random() < 0.4;
    addDisc(image, scene, { x: random.range(20, 985), y: HORIZON - random.range(6, 46), r: random.range(6, 11),
      colour: warm ? WARM : hex('#9fc4dd'), gain: random.range(0.05, 0.3) });
  }
  const sky = gaussian(image, 7 * S);
  const ground = shadeGround(scene, sky);
  const rows = Math.round(HORIZON * S);
  image.data.set(ground.data.subarray(rows * scene.W * 3), rows * scene.W * 3);
  focus(image, scene);
  rain(image, scene);
  return bloom(image, S, [{ radius: 2.5, strength: 0.08 }, { radius: 18, strength: 0.07 }, { radius: 80, strength: 0.06 }]);
}

/** Height of the paving at ground point (X, Z) in metres: rounded stones in rows, worn by use. */
function paving() {
  const { noise, fbm } = createNoise(33);
  return (X, Z, out) => {
    const row = Math.floor(Z / 0.125);
    const shift = hash2(row, 7, 5) * 0.19;
    const cell = Math.floor((X + shift) / 0.172);
    const u = (X + shift) / 0.172 - cell + 0.05 * noise(X * 9, Z * 9);
    const v = Z / 0.125 - row + 0.07 * noise(X * 7 + 31, Z * 7);
    const du = Math.min(u, 1 - u);
    const dv = Math.min(v, 1 - v) * 0.8;
    const inside = Math.max(0, 1 - Math.hypot(Math.max(0, 0.2 - du), Math.max(0, 0.2 - dv)) / 0.2);
    const stone = Math.sqrt(inside) * 0.9 + 0.1 * smooth(0, 0.5, Math.min(du, dv));
    const level = hash2(cell, row, 9);
    const tiltU = (hash2(cell, row, 11) - 0.5) * 0.009;
    const tiltV = (hash2(cell, row, 13) - 0.5) * 0.009;
    out.height = stone * 0.017 + (level - 0.5) * 0.007 + (u - 0.5) * tiltU + (v - 0.5) * tiltV +
      fbm(X * 26, Z * 26, 3) * 0.0011 + noise(X * 110, Z * 110) * 0.00022;
    out.level = level;
    out.stone = stone;
    return out;
  };
}

function shadeGround(scene, sky) {
  const { W, H, S } = scene;
  const image = new Raster(W, H, 3);
  const surface = paving();
  const { fbm } = createNoise(34);
  const a = {};
  const b = {};
  const c = {};
  const f = FOCAL * S;
  const rows = HORIZON * S;
  const tint = [hex('#2c3338'), hex('#3a3a38'), hex('#26303a')];
  for (let y = Math.ceil(rows); y < H; y++) {
    const dy = y + 0.5 - rows;
    const Z = (EYE * f) / dy;
    const e = Math.max(0.0006, Z / f);
    const fade = 1 / (1 + (Z / 9) ** 2);
    for (let x = 0; x < W; x++) {
      const X = ((x - W / 2) * Z) / f;
      surface(X, Z, a);
      surface(X + e, Z, b);
      surface(X, Z + e * 1.6, c);
      const pool = smooth(0.0, 0.6, fbm(X * 1.1 + 3, Z * 0.7, 3) + 0.12) * 0.0095;
      const wet = smooth(pool + 0.001, pool - 0.002, a.height - 0.004);
      const keep = (1 - wet * 0.96) * fade;
      const sx = (-(b.height - a.height) / e) * keep;
      const sz = (-(c.height - a.height) / (e * 1.6)) * keep;
      const rx = x + 2 * sx * (dy + f * 0.12) + 0;
      const up = dy + 2 * f * -sz * 0.9;
      const cosine = Math.min(1, Math.max(0.03, dy / f - sz));
      const fresnel = 0.03 + 0.97 * (1 - cosine) ** 5;
      const o = (y * W + x) * 3;
      const hidden = up < 0 ? Math.max(0.05, 1 + up / (f * 0.25)) : 1;
      const my = Math.min(rows - 1, Math.max(0, rows - Math.abs(up)));
      const mx = Math.min(W - 1, Math.max(0, rx));
      const s = ((my | 0) * W + (mx | 0)) * 3;
      const dark = 0.25 + 0.75 * a.stone;
      const base = mix(tint[(a.level * 2.99) | 0], tint[1], 0.3);
      const beyond = up > rows ? 0.75 : 1;
      for (let k = 0; k < 3; k++) {
        image.data[o + k] = sky.data[s + k] * fresnel * hidden * beyond * (0.55 + 0.45 * dark) * 1.25 +
          base[k] * dark * dark * (0.12 + 0.25 * a.level) * 0.4;
      }
    }
  }
  return image;
}

/** Focus lies on a band of the ground: blur grows away from it, with the disc of the aperture. */
function focus(image, scene) {
  const { W, H, S } = scene;
  const radii = [0, 1.4, 3, 6, 11];
  const levels = radii.map((r) => (r ? discBlur(image, r * S) : image.clone()));
  for (let y = 0; y < H; y++) {
    const dy = Math.max(3, y / S - HORIZON);
    const blur = Math.min(11, Math.abs(1 / dy - 1 / 178) * 1500 * 0.75);
    const amount = y / S < HORIZON ? 11 : Math.max(0, blur - 0.5);
    let i = 0;
    while (i < radii.length - 2 && amount > radii[i + 1]) i++;
    const t = Math.min(1, (amount - radii[i]) / (radii[i + 1] - radii[i]));
    const from = y * W * 3;
    for (let o = from; o < from + W * 3; o++) {
      image.data[o] = levels[i].data[o] * (1 - t) + levels[i + 1].data[o] * t;
    }
  }
}

/** Falling drops as faint streaks, brighter in front of the lamp. */
function rain(image, scene) {
  const { W, H, S } = scene;
  const random = createRandom(35);
  for (let i = 0; i < 620; i++) {
    const depth = random();
    const x = random.range(-20, 1020);
    const y = random.range(-60, 640);
    const length = 10 + 34 * depth;
    const lit = 0.016 + 0.3 * Math.exp(-(((x - LAMP.x) / 120) ** 2) - ((y - LAMP.y - 30) / 150) ** 2);
    const colour = mix(hex('#a8c4d8'), WARM, Math.min(1, lit * 3));
    const half = (0.25 + 0.6 * depth) * S;
    for (let t = 0; t < length * S; t++) {
      const fade = Math.sin((t / (length * S)) * Math.PI);
      const py = Math.round(y * S + t);
      const mid = x * S + t * 0.06;
      if (py < 0 || py >= H) continue;
      for (let px = Math.ceil(mid - half); px <= mid + half; px++) {
        if (px < 0 || px >= W) continue;
        const o = (py * W + px) * 3;
        for (let k = 0; k < 3; k++) image.data[o + k] += colour[k] * lit * fade * 0.35 * (1.2 - depth);
      }
    }
  }
}
