/** Harbour silhouettes: portal cranes, bollards, girders and a far bank. */
import { place } from './figures.mjs';

const n = (v) => v.toFixed(2);
const line = (x1, y1, x2, y2, width) =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke-width="${n(width)}"/>`;
const polygon = (...points) =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}"/>`;

/** A lattice girder between two points, with given depth at start, middle and end. */
export function lattice(x1, y1, x2, y2, [d1, d2, d3], bays, width) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const nx = -(y2 - y1) / length;
  const ny = (x2 - x1) / length;
  const depth = (t) => (t < 0.3 ? d1 + ((d2 - d1) * t) / 0.3 : d2 + ((d3 - d2) * (t - 0.3)) / 0.7);
  const point = (t, side) => {
    const d = (depth(t) / 2) * side;
    return [x1 + (x2 - x1) * t + nx * d, y1 + (y2 - y1) * t + ny * d];
  };
  const parts = [];
  for (let i = 0; i < bays; i++) {
    const a = i / bays;
    const b = (i + 1) / bays;
    parts.push(line(...point(a, 1), ...point(b, 1), width));
    parts.push(line(...point(a, -1), ...point(b, -1), width));
    parts.push(line(...point(a, i % 2 ? 1 : -1), ...point(b, i % 2 ? -1 : 1), width * 0.55));
    parts.push(line(...point(b, 1), ...point(b, -1), width * 0.5));
  }
  return parts.join('');
}

/** Where a crane's jib ends, in its own units (100 = about its height). */
function jibTip(angle, reach = 66) {
  const a = (angle * Math.PI) / 180;
  return [8 + reach * Math.cos(a), -47 - reach * Math.sin(a)];
}

/** A level-luffing portal crane standing at (x, y); height of its tower about `size`. */
export function portalCrane(x, y, size, { flip = 1, angle = 56, hook = 30, reach = 66 } = {}) {
  const [tx, ty] = jibTip(angle, reach);
  const legs = [-1, 1]
    .map(
      (s) =>
        polygon([s * 16.5, 0], [s * 13.5, 0], [s * 8, -31], [s * 11, -31]) +
        polygon([s * 9.5, 0], [s * 7.8, 0], [s * 6, -31], [s * 7.6, -31]) +
        `<rect x="${n(s * 15 - 4)}" y="-2.2" width="8" height="2.6"/>` +
        line(s * 14, -8, s * 7.6, -14, 0.6) +
        line(s * 8.2, -8, s * 11.6, -20, 0.6) +
        line(s * 12, -20, s * 6.8, -26, 0.6),
    )
    .join('');
  const portal =
    polygon([-13, -34], [13, -34], [12, -29.5], [-12, -29.5]) +
    line(-14, -15, -9, -15, 0.7) +
    line(14, -15, 9, -15, 0.7);
  const house =
    polygon([-7, -37.5], [7, -37.5], [7.5, -33.5], [-7.5, -33.5]) +
    polygon([-15, -49], [-13.5, -51.5], [4, -51.5], [5, -49.5], [5, -37], [-15, -37]) +
    polygon([5, -48.5], [10.5, -48], [9.6, -39], [5, -39]) +
    line(-15, -36.4, 11, -36.4, 0.8) +
    polygon([-21, -46], [-15, -47], [-15, -39], [-20.4, -39]);
  const mast =
    line(-9, -51, -1, -79, 1.3) +
    line(5, -51, -1, -79, 1.1) +
    line(-6.6, -59, 3, -59, 0.6) +
    line(-4.4, -67, 1.2, -67, 0.6) +
    line(-6.6, -59, 1.2, -67, 0.5) +
    line(-9, -51, 3, -59, 0.5) +
    '<circle cx="-1" cy="-79" r="1.3"/>';
  const jib = lattice(8, -47, tx, ty, [1.6, 4.6, 1.4], 15, 0.75);
  const stays =
    line(-1, -79, tx, ty, 0.4) +
    line(-1, -79, 8 + (tx - 8) * 0.55, -47 + (ty + 47) * 0.55, 0.55) +
    line(-1, -79, -17, -50, 0.5);
  const rope =
    line(tx + 0.6, ty, tx + 0.6, ty + hook, 0.32) +
    `<circle cx="${n(tx)}" cy="${n(ty)}" r="1.5"/>` +
    polygon(
      [tx - 0.6, ty + hook],
      [tx + 1.8, ty + hook],
      [tx + 1.2, ty + hook + 3.4],
      [tx, ty + hook + 3.4],
    );
  return place(legs + portal + house + mast + jib + stays + rope, x, y, size / 80, flip);
}

/** A skyline polygon of sheds, gables and trees between x1 and x2 standing on y. */
export function farBank(x1, x2, y, height, random) {
  const points = [[x1, y + 3]];
  let x = x1;
  while (x < x2) {
    const width = random.range(8, 46);
    const h = height * random.range(0.35, 1);
    const kind = random();
    if (kind < 0.35) {
      points.push([x, y - h], [x + width, y - h]);
    } else if (kind < 0.7) {
      points.push([x, y - h * 0.75], [x + width / 2, y - h], [x + width, y - h * 0.75]);
    } else {
      for (let i = 0; i <= 8; i++) {
        const bump = Math.sin((i / 8) * Math.PI) ** 0.6 * random.range(0.75, 1.1);
        points.push([x + (width * i) / 8, y - h * (0.25 + 0.6 * bump)]);
      }
    }
    x += width;
  }
  points.push([x2, y + 3]);
  return polygon(...points);
}

/** An iron mooring bollard, waist high on a quay edge. */
export function bollard(x, y, size) {
  return place(
    '<path d="M-5,0C-4.6,-3 -4,-6 -3.6,-9C-5.8,-9.6 -6.4,-11 -6.2,-12.6C-6,-14.6 -3,-15.6 0,-15.6' +
      'C3,-15.6 6,-14.6 6.2,-12.6C6.4,-11 5.8,-9.6 3.6,-9C4,-6 4.6,-3 5,0Z"/>',
    x,
    y,
    size / 15,
  );
}

export { line, polygon };
