/** Ships as silhouettes: sailing vessels with their rigging, a small ferry and a steamer. */
import { chain, place } from './figures.mjs';
import { line, polygon } from './harbour.mjs';

const spar = (x1, y1, x2, y2, thick, thin) => chain([[x1, y1, thick], [x2, y2, thin]]);

/** Shrouds: a fan of thin lines from a mast down to the rail, with a few ratlines. */
function shrouds(x, top, foot, spread, wire) {
  const lines = [];
  for (const side of [-1, 1]) {
    for (let i = 0; i < 4; i++) {
      lines.push(line(x, top, x + side * spread * (0.45 + i * 0.2), foot, wire));
    }
    for (let i = 1; i < 12; i++) {
      const t = i / 12;
      const y = top + (foot - top) * (1 - t);
      const w = spread * (1 - t);
      lines.push(line(x + side * w * 0.45, y, x + side * w * 1.05, y, wire * 0.6));
    }
  }
  return lines.join('');
}

/** Yards with furled sails across a mast. */
function yards(x, top, height, count, random) {
  return Array.from({ length: count }, (_, i) => {
    const y = top + height * (0.12 + i * 0.2);
    const half = height * (0.14 + i * 0.045);
    const tilt = random.range(-0.012, 0.012) * height;
    return spar(x - half, y + tilt, x, y, 0.22, 0.62) + spar(x, y, x + half, y - tilt, 0.62, 0.22) +
      line(x - half, y + tilt, x, y - height * 0.09, 0.16) +
      line(x + half, y - tilt, x, y - height * 0.09, 0.16);
  }).join('');
}

/**
 * A sailing ship with its waterline at (x, y); about 100 units from water to truck at size 100.
 * `masts` is a list of [position -50..50, height, yards].
 */
export function sailingShip(x, y, size, random, { masts, flip = 1, wire = 0.2 }) {
  const hull = '<path d="M-58,-9C-56,-4 -50,0.6 -44,1L44,1C50,0 56,-5 60,-11.5L52,-9.6' +
    'C30,-6.6 -20,-6.2 -44,-9.6L-45,-12.4L-57.5,-12.6Z"/>';
  const rail = line(-46, -11.6, -12, -9.4, 0.4) + line(6, -9.2, 50, -12.4, 0.4) +
    polygon([-40, -9], [-40, -13], [-30, -12.6], [-30, -8]) +
    polygon([-4, -7], [-4, -10.6], [7, -10.6], [7, -7]);
  const bowsprit = spar(50, -11, 84, -22, 0.9, 0.35);
  const parts = [hull, rail, bowsprit];
  masts.forEach(([mx, height, count], i) => {
    const top = -8 - height;
    parts.push(spar(mx, -6, mx, top + height * 0.36, 1.05, 0.8));
    parts.push(spar(mx + 0.5, top + height * 0.4, mx + 0.5, top, 0.62, 0.22));
    parts.push(shrouds(mx, top + height * 0.36, -9.5, 7.5, wire));
    parts.push(line(mx, top + 1, mx - 8.5, -9.5, wire), line(mx, top + 1, mx + 8.5, -9.5, wire));
    const next = masts[i + 1];
    parts.push(next ? line(mx, top, next[0], -8 - next[1] * 0.62, wire)
      : line(mx, top, 82, -21.4, wire) + line(mx, top + height * 0.38, 66, -16.4, wire));
    if (count) parts.push(yards(mx, top, height, count, random));
    else {
      parts.push(spar(mx - 1, -14, mx - 25, -16.6, 0.8, 0.4));
      parts.push(spar(mx - 1, top + height * 0.42, mx - 15, top + height * 0.26, 0.5, 0.25));
      parts.push('<path d="M' + `${mx - 2},-15.4C${mx - 10},-18.6 ${mx - 18},-19 ${mx - 24},-17.4` +
        `L${mx - 24},-16.2L${mx - 2},-14Z"/>`);
      parts.push(line(mx - 25, -16.6, mx - 15, top + height * 0.26, wire));
    }
  });
  return place(parts.join(''), x, y, size / 100, flip);
}

/** A small double-ended ferry with its waterline at (x, y), `size` units long. */
export function ferry(x, y, size) {
  const hull = '<path d="M-50,-6.4C-48,-2.6 -45,0 -42,0.8L42,0.8C45,0 48,-2.6 50,-6.4L46,-5.6L-46,-5.6Z"/>';
  const ramps = polygon([-49, -6], [-55, -11.4], [-54.2, -11.8], [-46, -6]) +
    polygon([49, -6], [55, -11.4], [54.2, -11.8], [46, -6]);
  const house = '<path d="M-33,-5L-33,-12.6C-33,-13.6 -32.4,-14 -31.6,-14L31.6,-14C32.4,-14 33,-13.6 33,-12.6L33,-5Z"/>';
  const deck = line(-36, -14.4, 36, -14.4, 0.7) +
    Array.from({ length: 25 }, (_, i) => line(-36 + i * 3, -14.4, -36 + i * 3, -16.6, 0.16)).join('') +
    line(-36, -16.6, 36, -16.6, 0.22) + line(-36, -15.6, 36, -15.6, 0.14);
  const bridge = '<path d="M-9,-14L-10,-20.6L-8.6,-21.4L8.6,-21.4L10,-20.6L9,-14Z"/>' +
    line(-10.6, -21.4, 10.6, -21.4, 0.6);
  const mast = line(0, -21, 0, -31, 0.5) + line(-3, -27, 3, -27, 0.3) + line(0, -30, -12, -21.6, 0.12) +
    line(0, -30, 12, -21.6, 0.12);
  const funnel = polygon([-19, -14], [-19.4, -20], [-15, -20], [-14.6, -14]);
  const rails = [-1, 1].map((s) => line(s * 34, -8.4, s * 46, -8, 0.2) +
    [35, 38, 41, 44].map((p) => line(s * p, -6, s * p, -8.3, 0.16)).join('')).join('');
  return place(hull + ramps + house + deck + bridge + mast + funnel + rails, x, y, size / 100);
}

/** The ferry's lit windows: saloon panes and the dimmer bridge. */
export function ferryWindows(x, y, size) {
  const saloon = Array.from({ length: 15 }, (_, i) =>
    `<rect x="${-30.4 + i * 4.1}" y="-12" width="3.3" height="3.5" rx="0.5"/>`).join('');
  const bridge = [-7.6, -3.6, 0.5, 4.5].map((px) =>
    `<rect x="${px}" y="-20" width="3.2" height="2.4" rx="0.2"/>`).join('');
  return {
    saloon: place(saloon, x, y, size / 100),
    bridge: place(bridge, x, y, size / 100),
    deck: place('<rect x="-46" y="-6.6" width="13" height="0.9"/><rect x="33" y="-6.6" width="13" height="0.9"/>',
      x, y, size / 100),
  };
}

/** A cargo steamer of about 1962 lying at the quay; waterline at (x, y), `size` units long. */
export function steamer(x, y, size, flip = 1) {
  const hull = '<path d="M-50,-11C-49,-5 -47,-1 -44,0.6L40,0.6C46,-3 49,-9 52,-13.4L40,-11.4L32,-11.4L31,-9.2' +
    'L-12,-9L-13,-11.6L-30,-11.6L-31,-9.6L-42,-9.6L-43,-12Z"/>';
  const house = polygon([-10, -9], [-10, -16], [12, -16], [12, -9]) +
    polygon([-7, -15], [-7, -20], [9, -20], [9, -15]) + polygon([-1, -19], [-1, -23.4], [9, -23.4], [9.4, -19]) +
    line(-12, -16, 13.5, -16, 0.5) + line(-8, -20, 10, -20, 0.4) + line(-2, -23.4, 10.4, -23.4, 0.5);
  const funnel = '<path d="M-6.4,-19L-5.8,-30.6C-4.4,-31.2 -1.6,-31.2 -0.4,-30.6L0.4,-19Z"/>';
  const masts = [[-27, -41], [27, -42]].map(([mx, top]) =>
    spar(mx, -10, mx, top, 0.75, 0.3) + spar(mx + 0.5, -14, mx + 13, -30, 0.5, 0.3) +
    spar(mx - 0.5, -14, mx - 12, -29, 0.5, 0.3) + line(mx, top + 4, mx + 13, -30, 0.14) +
    line(mx, top + 4, mx - 12, -29, 0.14) + line(mx, top + 2, mx + 5, -10, 0.14) +
    line(mx, top + 2, mx - 5, -10, 0.14) + line(mx - 3, top + 9, mx + 3, top + 9, 0.4)).join('');
  const stays = line(27, -41, 51, -14, 0.14) + line(-27, -40, -48, -12, 0.14) + line(-27, -40, 27, -41, 0.12);
  const boats = '<path d="M-5,-17.4C-4,-16 2,-16 3,-17.4Z"/>' + line(-4, -17.2, -4, -20.4, 0.25);
  return place(hull + house + funnel + masts + stays + boats, x, y, size / 100, flip);
}
