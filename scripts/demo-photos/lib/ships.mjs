/** Ships as silhouettes: sailing vessels with their rigging, a small passenger ferry. */
import { chain, place } from './figures.mjs';
import { line, polygon } from './harbour.mjs';

const spar = (x1, y1, x2, y2, thick, thin) =>
  chain([
    [x1, y1, thick],
    [x2, y2, thin],
  ]);

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
    return (
      spar(x - half, y + tilt, x, y, 0.22, 0.62) +
      spar(x, y, x + half, y - tilt, 0.62, 0.22) +
      line(x - half, y + tilt, x, y - height * 0.09, 0.16) +
      line(x + half, y - tilt, x, y - height * 0.09, 0.16)
    );
  }).join('');
}

/**
 * A sailing ship with its waterline at (x, y); about 100 units from water to truck at size 100.
 * `masts` is a list of [position -50..50, height, yards].
 */
export function sailingShip(x, y, size, random, { masts, flip = 1, wire = 0.2 }) {
  const hull =
    '<path d="M-58,-9C-56,-4 -50,0.6 -44,1L44,1C50,0 56,-5 60,-11.5L52,-9.6' +
    'C30,-6.6 -20,-6.2 -44,-9.6L-45,-12.4L-57.5,-12.6Z"/>';
  const rail =
    line(-46, -11.6, -12, -9.4, 0.4) +
    line(6, -9.2, 50, -12.4, 0.4) +
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
    parts.push(
      next
        ? line(mx, top, next[0], -8 - next[1] * 0.62, wire)
        : line(mx, top, 82, -21.4, wire) + line(mx, top + height * 0.38, 66, -16.4, wire),
    );
    if (count) parts.push(yards(mx, top, height, count, random));
    else {
      parts.push(spar(mx - 1, -14, mx - 25, -16.6, 0.8, 0.4));
      parts.push(spar(mx - 1, top + height * 0.42, mx - 15, top + height * 0.26, 0.5, 0.25));
      parts.push(
        `<path d="M${mx - 2},-15.4C${mx - 10},-18.6 ${mx - 18},-19 ${mx - 24},-17.4` +
          `L${mx - 24},-16.2L${mx - 2},-14Z"/>`,
      );
      parts.push(line(mx - 25, -16.6, mx - 15, top + height * 0.26, wire));
    }
  });
  return place(parts.join(''), x, y, size / 100, flip);
}

const people = (places, deck) =>
  places
    .map(
      ([x, h]) =>
        `${chain([
          [x, deck, 0.42],
          [x, deck - h * 0.42, 0.5],
          [x, deck - h * 0.78, 0.62],
        ])}<circle cx="${x + 0.1}" cy="${deck - h * 0.93}" r="0.42"/>`,
    )
    .join('');

/** A small passenger ferry sailing left, with its waterline at (x, y) and `size` units long. */
export function ferry(x, y, size) {
  const hull =
    '<path d="M-51,-8.6C-49.6,-4.6 -48,-1.4 -46.4,0.8L45,0.8C47.4,-0.6 48.6,-3 49,-5.6L30,-5.6' +
    'L-30,-6.2C-38,-6.8 -45,-7.8 -51,-8.6Z"/>' +
    line(-50.6, -8.7, -30, -6.4, 0.5) +
    line(-47, -1.6, 47.6, -2.2, 0.5);
  const house =
    '<path d="M-29,-5L-31.6,-11.6C-31.8,-12.6 -31,-13 -30,-13L27,-13' +
    'C28,-13 28.4,-12.6 28.4,-11.8L28,-5Z"/>' +
    line(-33, -13.2, 41, -13.2, 0.6) +
    line(40.6, -13, 40.6, -5.6, 0.3) +
    line(34.4, -13, 34.4, -5.6, 0.3);
  const bridge =
    `<path d="M-25,-13L-26.4,-18.6L-25.4,-19.6L-13.6,-19.6L-12.8,-18.8L-12.4,-13Z"/>` +
    line(-28, -19.7, -12, -19.7, 0.5);
  const posts = (x1, x2, step, top, foot) =>
    Array.from({ length: Math.floor((x2 - x1) / step) + 1 }, (_, i) =>
      line(x1 + i * step, foot, x1 + i * step, top, 0.16),
    ).join('') +
    line(x1, top, x2, top, 0.2) +
    line(x1, (top + foot) / 2, x2, (top + foot) / 2, 0.12);
  const rails =
    posts(29, 48.4, 2.4, -8.7, -5.6) +
    posts(-48, -32, 2.6, -10.6, -7.4) +
    posts(-10, 40, 3.1, -16, -13.2);
  const mast =
    line(-18, -19.6, -17.4, -31, 0.42) +
    line(-20.4, -27.4, -14.6, -27.2, 0.24) +
    line(-17.4, -30, -50.4, -8.8, 0.1) +
    line(-17.4, -30, 40, -13.2, 0.1) +
    line(47, -6, 49.4, -13, 0.26);
  const funnel =
    '<path d="M6,-13L6.6,-18.4L12.4,-18.4L12.6,-13Z"/>' +
    '<rect x="18" y="-15" width="7" height="1.6" rx="0.7"/>' +
    '<rect x="-8" y="-14.8" width="5" height="1.4" rx="0.6"/>';
  const aft =
    people(
      [
        [31.6, 4.6],
        [37.4, 4.4],
        [38.8, 4.7],
        [43.6, 4.5],
      ],
      -5.4,
    ) +
    people(
      [
        [2.4, 4.5],
        [29, 4.4],
      ],
      -13.2,
    );
  return place(hull + house + bridge + rails + mast + funnel + aft, x, y, size / 100);
}

/** The ferry's lit windows: saloon panes with people behind them, the dim bridge, the aft deck. */
export function ferryWindows(x, y, size) {
  const panes = Array.from(
    { length: 13 },
    (_, i) => `<rect x="${-28 + i * 4.28}" y="-11.4" width="3.5" height="3.3" rx="0.45"/>`,
  ).join('');
  const heads = [-25, -19.6, -18.4, -10, -5.2, 3.4, 4.8, 11.8, 17.2, 21.6]
    .map(
      (px, i) =>
        `<g fill="#000" stroke="none"><circle cx="${px}" cy="${-9.5 + (i % 3) * 0.25}" r="0.5"/>` +
        `<ellipse cx="${px}" cy="-7.9" rx="0.95" ry="1.2"/></g>`,
    )
    .join('');
  const bridge = [-24.6, -21.6, -18.6, -15.6]
    .map((px) => `<rect x="${px}" y="-18.4" width="2.4" height="2" rx="0.2"/>`)
    .join('');
  const at = (shapes) => place(shapes, x, y, size / 100);
  return {
    saloon: at(panes + heads),
    bridge: at(bridge),
    deck: at('<rect x="29" y="-12.7" width="11" height="0.6"/>'),
  };
}
