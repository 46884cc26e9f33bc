/** Audiences seen from behind: rows of heads and backs, with light on their edges. */
import { gaussian } from './blur.mjs';
import { fromBehind, raisedArm } from './figures.mjs';
import { drawMask, rim } from './mask.mjs';
import { add, over } from './raster.mjs';

/**
 * A row of people from behind. y is the top of the heads, size the height of a head; `pairs` is
 * how likely neighbours sit close, `gaps` how likely a place is empty.
 */
export function row(random, { y, size, x1 = -30, x2 = 1030, pairs = 0.4, gaps = 0.15, spread = 2.7, seated = true }) {
  const shapes = [];
  let x = x1 + random.range(0, size * 2);
  while (x < x2) {
    if (random() > gaps) {
      const s = size * random.range(0.92, 1.08);
      const drop = random.range(-0.35, 0.45) * size;
      shapes.push(fromBehind(x, y + drop, s, random));
      if (seated && random() < 0.16) shapes.push(fromBehind(x + s * 1.9, y + s * 1.5, s * 0.74, random));
    } else {
      x += size * random.range(0.5, 2.5);
    }
    x += size * (random() < pairs ? random.range(1.75, 2.15) : random.range(spread * 0.9, spread * 1.5));
  }
  return shapes;
}

/** Arms raised above a row: claps, open hands, fists and a telephone or two. */
export function arms(random, { y, size, count, x1 = 0, x2 = 1000, phones = 0.12 }) {
  return Array.from({ length: count }, () => {
    const x = random.range(x1, x2);
    const side = random.pick([-1, 1]);
    const s = size * random.range(0.92, 1.08);
    const shoulder = y + s * random.range(1.5, 2.1);
    const kind = random() < 0.25 ? 'fist' : 'open';
    const first = raisedArm(x, shoulder, s, random, side, kind);
    if (random() < phones) return first + phone(x, shoulder - s * 2.4, s);
    return random() < 0.55 ? first + raisedArm(x - side * s * 2, shoulder, s, random, -side, kind) : first;
  });
}

const phone = (x, y, s) =>
  `<rect x="${(x - 0.28 * s).toFixed(2)}" y="${y.toFixed(2)}" ` +
  `width="${(0.56 * s).toFixed(2)}" height="${(0.95 * s).toFixed(2)}" rx="${(0.07 * s).toFixed(2)}"/>`;

/**
 * Lays people over the picture: body colour, blur in units, then a rim of light from `light`
 * ({ x, y, colour, gain, width, reach }).
 */
export async function paintPeople(image, scene, shapes, { colour, blur = 0.3, light }) {
  const sharp = await drawMask(scene, shapes);
  const edge = light ? rim(sharp, scene, light) : null;
  over(image, gaussian(sharp, blur * scene.S), colour);
  if (edge) add(image, gaussian(edge, Math.max(0.3, blur) * scene.S), light.gain, light.colour);
}
