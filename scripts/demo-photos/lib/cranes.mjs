/** A double-lever harbour crane in the detail that a large silhouette asks for. */
import { place } from './figures.mjs';
import { lattice, line, polygon } from './harbour.mjs';

const between = ([x1, y1], [x2, y2], t) => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];

function rails(x1, x2, y, posts, high = 2.1) {
  const step = (x2 - x1) / posts;
  const uprights = Array.from({ length: posts + 1 }, (_, i) =>
    line(x1 + i * step, y, x1 + i * step, y - high, 0.16),
  );
  return (
    uprights.join('') +
    line(x1, y - high, x2, y - high, 0.2) +
    line(x1, y - high / 2, x2, y - high / 2, 0.13)
  );
}

function ladder(x1, y1, x2, y2, rungs, gauge = 0.9) {
  const steps = Array.from({ length: rungs }, (_, i) => {
    const [x, y] = between([x1, y1], [x2, y2], (i + 0.5) / rungs);
    return line(x - gauge / 2, y, x + gauge / 2, y, 0.12);
  });
  return (
    steps.join('') +
    line(x1 - gauge / 2, y1, x2 - gauge / 2, y2, 0.16) +
    line(x1 + gauge / 2, y1, x2 + gauge / 2, y2, 0.16)
  );
}

function bogie(x) {
  const wheels = [-2.6, -0.9, 0.9, 2.6].map((d) => `<circle cx="${x + d}" cy="-0.75" r="0.75"/>`);
  return wheels.join('') + polygon([x - 3.4, -1.2], [x + 3.4, -1.2], [x + 1.5, -3], [x - 1.5, -3]);
}

function portal() {
  const side = (s) =>
    bogie(s * 14) +
    polygon([s * 15.3, -2.4], [s * 12.9, -2.4], [s * 8.6, -30], [s * 10.6, -30]) +
    polygon([s * 9.3, -2.6], [s * 8.1, -2.6], [s * 6.6, -30], [s * 7.6, -30]) +
    bogie(s * 8.4) +
    line(s * 13, -11, s * 7.9, -11, 0.5) +
    line(s * 11.7, -19, s * 7.4, -19, 0.45) +
    line(s * 14, -3.4, s * 7.8, -11, 0.34) +
    line(s * 12.6, -11, s * 7.4, -19, 0.34) +
    line(s * 11.3, -19, s * 7, -28, 0.34);
  const stairs =
    line(-6.4, -4, 5, -13, 0.42) +
    line(5, -13, -5, -22, 0.42) +
    line(-5, -22, 5, -31, 0.42) +
    line(-6.4, -5.6, 5, -14.6, 0.16) +
    line(5, -14.6, -5, -23.6, 0.16) +
    line(-5, -23.6, 5, -32.6, 0.16);
  return (
    side(-1) +
    side(1) +
    polygon([-11.6, -32.6], [11.6, -32.6], [10.8, -29.4], [-10.8, -29.4]) +
    rails(-13, 13, -32.6, 13) +
    line(-13, -32.5, 13, -32.5, 0.4) +
    stairs
  );
}

function house() {
  return (
    polygon([-4.8, -36.4], [4.8, -36.4], [6, -32.6], [-6, -32.6]) +
    polygon([-15, -47.6], [-13.4, -49.4], [3.4, -49.4], [4.6, -47.6], [4.6, -37], [-15, -37]) +
    polygon([-11, -49.3], [-10.4, -51], [-6, -51], [-5.6, -49.3]) +
    polygon([-21.4, -45], [-15, -46], [-15, -38], [-20.6, -38.6]) +
    polygon([4.4, -46.6], [10.2, -46], [9, -39.4], [4.4, -39.4]) +
    line(4, -39.2, 9.4, -39.2, 0.5) +
    line(-22, -36.7, 10.6, -36.7, 0.6) +
    rails(-21, 10.4, -36.7, 14, 1.9)
  );
}

/** Where the beak, the jib's top and its tail are when the jib leans `luff` degrees. */
function jibPoints(luff) {
  const a = (luff * Math.PI) / 180;
  const top = [8 + 62 * Math.cos(a), -45 - 62 * Math.sin(a)];
  const lean = (luff - 58) * 0.011;
  const along = [Math.cos(0.14 - lean), Math.sin(0.14 - lean)];
  return {
    top,
    beak: [top[0] + 27 * along[0], top[1] + 27 * along[1]],
    tail: [top[0] - 15 * along[0], top[1] - 15 * along[1]],
  };
}

/** Place of the rope's top in picture units, for what hangs from it. */
export function ropePoint(x, y, size, { flip = 1, luff = 58 } = {}) {
  const { beak } = jibPoints(luff);
  return [x + (beak[0] * flip * size) / 85, y + (beak[1] * size) / 85];
}

/** Place of the driver's window. */
export const cabPoint = (x, y, size, flip = 1) => [
  x + (7.2 * flip * size) / 85,
  y - (43 * size) / 85,
];

/** The crane on its rail at (x, y); `size` is the height of its tower. */
export function doubleLeverCrane(x, y, size, { flip = 1, luff = 58, hook = 38 } = {}) {
  const { top, beak, tail } = jibPoints(luff);
  const apex = [-5, -85];
  const tower =
    lattice(-11, -49, ...apex, [2.6, 2, 1], 9, 0.62) +
    line(4, -49, ...apex, 1) +
    line(-7.6, -62, 0, -62, 0.4) +
    line(-6.6, -72, -2.4, -72, 0.36) +
    ladder(-2, -49, -5.6, -84, 34) +
    `<circle cx="${apex[0]}" cy="${apex[1]}" r="1.2"/>` +
    rails(-8.4, -1, -84, 3, 1.7);
  const jib = lattice(8, -45, ...top, [1.8, 5.6, 2.2], 19, 0.6);
  const fly =
    lattice(...tail, ...beak, [1.2, 3.6, 0.9], 13, 0.46) +
    `<circle cx="${beak[0]}" cy="${beak[1]}" r="1"/>` +
    `<circle cx="${top[0]}" cy="${top[1]}" r="1.3"/>`;
  const tie = lattice(...apex, ...tail, [0.9, 1.8, 0.9], 15, 0.3);
  const lever =
    line(...apex, -21, -66, 0.9) +
    polygon([-24.6, -68], [-18, -68], [-18.6, -59], [-24, -59]) +
    line(-19, -67, ...between([8, -45], top, 0.42), 0.5);
  const ropes =
    line(apex[0], apex[1] - 1, top[0], top[1] - 2.2, 0.15) +
    line(top[0], top[1] - 2.2, ...beak, 0.15) +
    line(-10, -49, apex[0] - 0.6, apex[1], 0.14) +
    [-0.35, 0.35]
      .map((d) => line(beak[0] + d, beak[1], beak[0] + d, beak[1] + hook, 0.13))
      .join('');
  const end = beak[1] + hook;
  const block =
    polygon(
      [beak[0] - 0.9, end],
      [beak[0] + 0.9, end],
      [beak[0] + 0.7, end + 3],
      [beak[0] - 0.7, end + 3],
    ) +
    `<path d="M${beak[0]},${end + 3}l0,1.2a1.2,1.2 0 1 0 1.1,1.5" fill="none" stroke-width="0.5"/>`;
  return place(
    portal() + house() + tower + jib + fly + tie + lever + ropes + block,
    x,
    y,
    size / 85,
    flip,
  );
}
