/** A dancer and an aerialist as silhouettes, about 100 units tall, drawn joint by joint. */
import { chain, place } from './figures.mjs';

const leg = (hip, knee, ankle, toe) => {
  const calf = [knee[0] + (ankle[0] - knee[0]) * 0.32, knee[1] + (ankle[1] - knee[1]) * 0.32];
  const thigh = [hip[0] + (knee[0] - hip[0]) * 0.35, hip[1] + (knee[1] - hip[1]) * 0.35];
  return chain([[...hip, 5.2], [...thigh, 4.7], [...knee, 3], [...calf, 3.1], [...ankle, 1.55]]) +
    chain([[...ankle, 1.6], [(ankle[0] + toe[0]) / 2, (ankle[1] + toe[1]) / 2, 1.5], [...toe, 0.7]]);
};

const arm = (shoulder, elbow, wrist, tip) => {
  const upper = [shoulder[0] + (elbow[0] - shoulder[0]) * 0.4, shoulder[1] + (elbow[1] - shoulder[1]) * 0.4];
  return chain([[...shoulder, 2.5], [...upper, 2.3], [...elbow, 1.6], [...wrist, 1.05]]) +
    chain([[...wrist, 1], [(wrist[0] + tip[0]) / 2, (wrist[1] + tip[1]) / 2, 1.15], [...tip, 0.4]]);
};

const head = (x, y, turn) => `<g transform="rotate(${turn} ${x} ${y})">` +
  `<ellipse cx="${x}" cy="${y}" rx="4" ry="5.1"/>` +
  `<path d="M${x - 3.6},${y - 1}C${x - 5},${y + 0.6} ${x - 4.4},${y + 2} ${x - 3.4},${y + 2.6}` +
  `L${x - 1.6},${y + 5.2}L${x + 2},${y + 4}Z"/>` +
  `<circle cx="${x + 3.5}" cy="${y - 3.6}" r="2.3"/></g>`;

/** An arabesque on one leg, arms long, skirt carried by the turn; the foot stands on (x, y). */
export function arabesque(x, y, height, flip = 1) {
  const shapes = leg([1.2, -49], [0.4, -26.5], [0, -6], [-1.2, 0]) +
    leg([3, -51], [25, -54.5], [46, -60.5], [54.5, -63.4]) +
    chain([[2, -50.5, 5.6], [0.4, -57, 4.7], [-2.6, -65, 4.3], [-5.4, -73, 5.4], [-6.6, -77.5, 4.6]]) +
    chain([[-6.6, -79, 2.2], [-8.2, -84.5, 1.9]]) + head(-9.6, -90, -14) +
    arm([-9.6, -78.4], [-22, -84.5], [-33, -91.5], [-41, -97]) +
    arm([-3.6, -77.6], [9.5, -80.5], [21.5, -78.6], [29.4, -75.4]) +
    '<path d="M-3.6,-57C-5,-50 -8.6,-42 -9.4,-35.4C-5,-32.6 3.4,-34 8.6,-36.4C15,-39.4 23,-44 30.4,-47.4' +
    'C27.4,-52 18,-57 8,-60.4Z"/>';
  return place(shapes, x, y, height / 100, flip);
}

/** An aerialist hanging from one hand, back arched, legs in a long split; the hand is at (x, y). */
export function aerialist(x, y, height, flip = 1) {
  const shapes = arm([1.5, 30], [0.8, 15], [0, 3], [0.2, -2]) +
    arm([-1.5, 32], [-13, 38.5], [-24, 44], [-31, 48.5]) +
    chain([[0.2, 31.5, 4.4], [1.4, 38, 5], [4, 47, 4.1], [5.4, 54, 4.4], [5, 58.5, 5.2]]) +
    chain([[-1, 28.5, 2.1], [-3.4, 24.5, 1.8]]) + head(-6.4, 20.4, -38) +
    leg([4.4, 59.5], [-10, 77], [-24, 91], [-30.5, 97.5]) +
    leg([6.4, 59], [25, 66.5], [37, 50.4], [42.6, 42.4]);
  return place(shapes, x, y, height / 100, flip);
}
