/** A dancer and an aerialist as silhouettes, about 100 units tall, drawn limb by limb. */
import { chain, place } from './figures.mjs';

/** A limb through [x, y, radius] joints, bent softly as flesh bends (Catmull-Rom between them). */
function limb(joints) {
  const at = (i) => joints[Math.min(joints.length - 1, Math.max(0, i))];
  const fine = [];
  for (let i = 0; i < joints.length - 1; i++) {
    for (let s = 0; s < 6; s++) {
      const t = s / 6;
      fine.push(
        [0, 1, 2].map((k) => {
          const [a, b, c, d] = [at(i - 1)[k], at(i)[k], at(i + 1)[k], at(i + 2)[k]];
          return (
            b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
          );
        }),
      );
    }
  }
  fine.push(joints.at(-1));
  return chain(fine);
}

const head = (x, y, turn) =>
  `<g transform="rotate(${turn} ${x} ${y})">` +
  `<path d="M${x},${y - 5}C${x + 3},${y - 5} ${x + 4.4},${y - 2.6} ${x + 4.2},${y}` +
  `C${x + 4},${y + 2.2} ${x + 2.6},${y + 3.4} ${x + 1.8},${y + 5}L${x - 1.4},${y + 5.2}` +
  `C${x - 2.6},${y + 5} ${x - 3.6},${y + 4.4} ${x - 3.5},${y + 3}L${x - 3.8},${y + 1.6}` +
  `L${x - 4.4},${y + 0.9}L${x - 3.7},${y - 0.8}` +
  `C${x - 4},${y - 3.2} ${x - 2.6},${y - 5} ${x},${y - 5}Z"/>` +
  `<ellipse cx="${x + 4.2}" cy="${y - 2}" rx="1.9" ry="2.1"/></g>`;

/**
 * A dancer on one foot at (x, y), the other leg and both arms long in the air. Returns the body
 * and the thin cloth of the skirt apart, so that light can come through the cloth.
 */
export function dancer(x, y, height, flip = 1) {
  const body =
    limb([
      [1.2, -51, 5.3],
      [1.7, -40, 4.5],
      [0.4, -27.5, 2.9],
      [1.9, -19.5, 2.95],
      [1, -8, 1.5],
      [-0.4, -3.4, 1.6],
      [-1.6, -0.8, 1.2],
      [-3.4, 0, 0.5],
    ]) +
    limb([
      [3, -52, 5.2],
      [14, -55.6, 4.3],
      [25.5, -57.4, 2.9],
      [32.5, -61.4, 2.8],
      [42, -67.4, 1.5],
      [46.4, -70.4, 1.4],
      [51.5, -74.6, 0.45],
    ]) +
    limb([
      [2, -51.5, 5.2],
      [0.2, -59.5, 4],
      [-1.4, -67, 4.8],
      [-2.8, -73.4, 5.2],
      [-3.4, -76.6, 4],
    ]) +
    limb([
      [-3.3, -77, 2.6],
      [-4, -81.5, 1.9],
      [-5, -85.5, 2],
    ]) +
    head(-6.4, -90.4, 14) +
    limb([
      [-6.4, -76.6, 2.4],
      [-13, -82.6, 2.1],
      [-19, -89.4, 1.55],
      [-25.4, -96.4, 1.35],
      [-30.6, -101, 0.95],
      [-34.6, -103.2, 0.95],
      [-38.4, -104, 0.3],
    ]) +
    limb([
      [-0.4, -76.4, 2.4],
      [8, -78.6, 2],
      [16, -82, 1.5],
      [24, -83.2, 1.3],
      [29.6, -81.6, 0.9],
      [33.6, -79.6, 0.95],
      [37, -77, 0.3],
    ]);
  const cloth =
    '<path d="M-4.2,-60C-6.4,-52 -10.4,-45 -13.4,-38.4C-9.6,-37.4 -7.8,-39.4 -4.4,-38' +
    'C-1.6,-36.8 0.4,-35 3.6,-35.6' +
    'C7,-36.2 9,-39.4 13,-40.4C17.4,-41.6 21,-45.4 25,-46.6C28.4,-47.6 32,-50.4 36,-50.2' +
    'C30,-55 20,-60.6 4,-61.4Z"/>';
  return {
    body: place(body, x, y, height / 100, flip),
    cloth: place(cloth, x, y, height / 100, flip),
  };
}

/** An aerialist hanging from one hand, back arched, legs in a long split; the hand is at (x, y). */
export function aerialist(x, y, height, flip = 1) {
  const shapes =
    limb([
      [1.5, 30, 2.4],
      [1.6, 22, 2.1],
      [0.9, 14, 1.5],
      [0.6, 7, 1.3],
      [0, 1, 0.95],
      [0.2, -2, 0.9],
    ]) +
    limb([
      [-1.5, 32, 2.4],
      [-8, 35.4, 2.1],
      [-14, 39.6, 1.5],
      [-21, 42, 1.2],
      [-27, 45.6, 0.9],
      [-32, 49.4, 0.3],
    ]) +
    limb([
      [0.2, 31.5, 4.2],
      [1.4, 38, 4.9],
      [4, 47, 4],
      [5.4, 54, 4.3],
      [5, 58.5, 5.1],
    ]) +
    limb([
      [-1, 28.5, 2.2],
      [-2.8, 25.4, 1.9],
      [-4.4, 23, 2],
    ]) +
    head(-7.4, 19.6, -52) +
    limb([
      [4.4, 59.5, 5],
      [-2, 68, 4.3],
      [-10, 77, 2.8],
      [-15, 83, 2.7],
      [-24, 92, 1.4],
      [-27.4, 95, 1.3],
      [-32, 99, 0.4],
    ]) +
    limb([
      [6.4, 59, 5],
      [17, 64.6, 4.2],
      [28, 69.6, 2.8],
      [33.4, 69, 2.7],
      [44.6, 63.4, 1.4],
      [48, 61.4, 1.3],
      [53, 57.4, 0.4],
    ]);
  return place(shapes, x, y, height / 100, flip);
}
