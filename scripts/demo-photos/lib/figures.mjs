/** People as silhouettes: limbs as tapered capsules, heads and shoulders as bezier outlines. */

const n = (v) => v.toFixed(2);

/** A tapered capsule between two circles, as an SVG path. */
function limb(ax, ay, ar, bx, by, br) {
  const d = Math.hypot(bx - ax, by - ay);
  if (d <= Math.abs(ar - br)) {
    const [x, y, r] = ar > br ? [ax, ay, ar] : [bx, by, br];
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/>`;
  }
  const base = Math.atan2(by - ay, bx - ax);
  const open = Math.acos((ar - br) / d);
  const p = (x, y, r, angle) => `${n(x + Math.cos(angle) * r)},${n(y + Math.sin(angle) * r)}`;
  return (
    `<path d="M${p(ax, ay, ar, base + open)}A${n(ar)},${n(ar)} 0 1 1 ` +
    `${p(ax, ay, ar, base - open)}L${p(bx, by, br, base - open)}A${n(br)},${n(br)} 0 0 1 ` +
    `${p(bx, by, br, base + open)}Z"/>` +
    `<circle cx="${n(ax)}" cy="${n(ay)}" r="${n(ar)}"/>` +
    `<circle cx="${n(bx)}" cy="${n(by)}" r="${n(br)}"/>`
  );
}

/** A chain of [x, y, radius] joints. */
export function chain(joints) {
  return joints
    .slice(1)
    .map((j, i) => limb(...joints[i], ...j))
    .join('');
}

/** Moves, scales and turns shapes. */
export const place = (shapes, x, y, scale = 1, flip = 1, turn = 0) =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) ` +
  `scale(${(scale * flip).toFixed(4)} ${scale.toFixed(4)})">${shapes}</g>`;

const SHOULDERS =
  'M-1.16,4.4C-1.2,3.2 -1.2,2.5 -1.08,2.1C-.98,1.8 -.78,1.66 -.54,1.54' +
  'C-.36,1.44 -.28,1.32 -.27,1.02L.27,1.02C.28,1.32 .36,1.44 .54,1.54C.78,1.66 .98,1.8 1.08,2.1' +
  'C1.2,2.5 1.2,3.2 1.16,4.4Z';

const HEAD =
  'M0,0C.25,0 .37,.18 .37,.46C.42,.46 .43,.66 .36,.7C.33,.86 .28,.98 .2,1.06' +
  'C.1,1.14 -.1,1.14 -.2,1.06C-.28,.98 -.33,.86 -.36,.7C-.43,.66 -.42,.46 -.37,.46' +
  'C-.37,.18 -.25,0 0,0Z';

/** Short, bob, long, bun, full, cap, ponytail: laid over the head. */
const HAIR = [
  '',
  '<path d="M-.4,.5C-.42,.12 -.22,-.06 .02,-.06C.26,-.05 .42,.14 .4,.5' +
    'C.38,.64 .34,.74 .3,.78L-.3,.78Z"/>',
  '<path d="M-.41,.5C-.43,.1 -.22,-.07 0,-.07C.22,-.07 .43,.1 .41,.5C.44,.9 .5,1.3 .4,1.62' +
    'C.28,1.86 .1,1.92 0,1.94C-.14,1.9 -.3,1.84 -.42,1.6C-.48,1.3 -.44,.9 -.41,.5Z"/>',
  '<circle cx="0.03" cy="-0.1" r="0.2"/><path d="M-.38,.5C-.42,.1 -.2,-.04 0,-.04' +
    'C.2,-.04 .42,.1 .38,.5L.28,.85L-.28,.85Z"/>',
  '<path d="M-.44,.5C-.48,.12 -.25,-.1 0,-.1C.25,-.1 .48,.12 .44,.5C.47,.75 .46,.95 .38,1.12' +
    'C.2,1.2 -.2,1.2 -.38,1.12C-.46,.95 -.47,.75 -.44,.5Z"/>',
  '<path d="M-.39,.38C-.42,.05 -.2,-.09 0,-.09C.2,-.09 .42,.05 .39,.38L.46,.5L.3,.52L-.39,.48Z"/>',
  '<path d="M-.37,.5C-.42,.1 -.2,-.05 0,-.05C.2,-.05 .42,.1 .37,.5L.16,.8C.2,1.1 .16,1.5 .05,1.8' +
    'C-.06,1.6 -.12,1.2 -.08,.85Z"/>',
  '',
];

/** Head and shoulders seen from behind; (x, y) is the top of the head, size the head's height. */
export function fromBehind(x, y, size, random, { shoulders = true } = {}) {
  const lean = random.range(-6, 6);
  const tilt = random.normal() * 8;
  const wide = random.range(0.92, 1.1);
  const hair = random.pick(HAIR);
  const head =
    `<g transform="rotate(${n(tilt)} 0 1.1) translate(${n(random.range(-0.05, 0.05))} 0)">` +
    `<path d="${HEAD}"/>${hair}</g>`;
  const body = shoulders ? `<g transform="scale(${n(wide)} 1)"><path d="${SHOULDERS}"/></g>` : '';
  return place(`<g transform="rotate(${n(lean)} 0 4)">${body}${head}</g>`, x, y, size);
}

/** A raised arm with a hand; (x, y) the shoulder, size the head's height. */
export function raisedArm(x, y, size, random, side = 1, kind = 'open') {
  const ex = side * random.range(0.25, 0.7);
  const ey = -random.range(0.9, 1.25);
  const wx = ex + side * random.range(-0.55, 0.2);
  const wy = ey - random.range(0.95, 1.2);
  const arm = chain([
    [0, 0.15, 0.25],
    [ex, ey, 0.16],
    [(ex + wx) / 2, (ey + wy) / 2, 0.15],
    [wx, wy, 0.095],
  ]);
  const lean = Math.atan2(wx - ex, ey - wy) * 0.7 + random.range(-0.15, 0.15);
  return place(arm + hand(wx, wy, lean, side, kind), x, y, size);
}

function hand(x, y, lean, side, kind) {
  const up = (a, d) => [x + Math.sin(lean + a) * d, y - Math.cos(lean + a) * d];
  const palm = chain([
    [x, y, 0.1],
    [...up(0, 0.25), 0.16],
  ]);
  if (kind === 'fist')
    return (
      palm +
      chain([
        [...up(0, 0.2), 0.17],
        [...up(0.05, 0.34), 0.16],
      ])
    );
  const fingers = [-0.36, -0.13, 0.1, 0.33].map((a, i) => {
    const length = [0.62, 0.72, 0.75, 0.68][i];
    return chain([
      [...up(a * 0.7, 0.32), 0.052],
      [...up(a, length * 0.8), 0.046],
      [...up(a, length), 0.038],
    ]);
  });
  const thumb = chain([
    [...up(-side * 0.55, 0.2), 0.06],
    [...up(-side * 0.85, 0.45), 0.045],
  ]);
  return palm + fingers.join('') + thumb;
}

/** A standing person of the given height with the feet at (x, y), dressed; pose varies. */
export function standing(x, y, height, random) {
  const h = 100 / 7.6;
  const sway = random.range(-0.14, 0.14) * h;
  const stance = random.range(0.05, 0.4) * h;
  const weight = random() < 0.5 ? -1 : 1;
  const arms = [-1, 1].map((side) => {
    const bent = random() < 0.3;
    const elbow = [
      side * random.range(0.86, 1.02) * h + sway * 0.6,
      random.range(-4.75, -4.55) * h,
    ];
    const wrist = bent
      ? [side * random.range(0.25, 0.5) * h, random.range(-4.6, -4.2) * h]
      : [side * random.range(0.78, 0.98) * h, random.range(-3.75, -3.55) * h];
    return chain([
      [side * 0.72 * h + sway, -5.85 * h, 0.26 * h],
      [...elbow, 0.2 * h],
      [...wrist, 0.14 * h],
    ]);
  });
  const legs = [-1, 1].map((side) => {
    const foot = side * (0.16 * h + stance) + weight * 0.1 * h;
    return chain([
      [side * 0.3 * h, -3.7 * h, 0.42 * h],
      [side * 0.26 * h + foot * 0.3, -2.05 * h, 0.3 * h],
      [foot, -0.3 * h, 0.19 * h],
      [foot + side * 0.14 * h, -0.08 * h, 0.13 * h],
    ]);
  });
  const hem = random.range(-3.3, -2.3);
  const coat = smoothCoat(h, sway, hem, random.range(0.66, 0.86));
  const neck = chain([
    [sway, -6.1 * h, 0.28 * h],
    [sway * 1.1, -6.6 * h, 0.24 * h],
  ]);
  const look = sway * 1.2 + random.range(-0.1, 0.1) * h;
  const head =
    `<ellipse cx="${n(look)}" cy="${n(-7.02 * h)}" ` + `rx="${n(0.39 * h)}" ry="${n(0.53 * h)}"/>`;
  return place(coat + legs.join('') + arms.join('') + neck + head, x, y, height / 100);
}

function smoothCoat(h, sway, hem, width) {
  const p = (px, py) => `${n(px * h)},${n(py * h)}`;
  const s = sway / h;
  return (
    `<path d="M${p(s - 0.24, -6.3)}C${p(s - 0.5, -6.2)} ${p(s - 0.88, -6.1)} ${p(s - 0.9, -5.7)}` +
    `C${p(-0.8, -5)} ${p(-0.62, -4.7)} ${p(-width, hem)}L${p(width, hem)}` +
    `C${p(0.62, -4.7)} ${p(0.8, -5)} ${p(s + 0.9, -5.7)}` +
    `C${p(s + 0.88, -6.1)} ${p(s + 0.5, -6.2)} ` +
    `${p(s + 0.24, -6.3)}Z"/>`
  );
}
