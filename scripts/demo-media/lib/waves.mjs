/** The surface of the water at a moment: two fields of ripples that run through each other, seen in perspective. */
import { waveTile } from '../../demo-photos/lib/water.mjs';

const TILE = 512;

/** One field: slopes away from the eye and across, with coarser levels for the distance. */
const fields = [
  { levels: waveTile(5), metres: 5, drift: [0.11, 0.42] },
  {
    levels: waveTile(9, { low: 2, high: 24, count: 36, spread: 0.6 }),
    metres: 26,
    drift: [-0.35, 0.9],
  },
];

/**
 * Ripples of one row of a picture `w` pixels wide, `below` pixels under the horizon, at `t` s. Gives a function
 * (x, out) that puts the slope away from the eye and across into out[0], out[1]; both are about 1 at their steepest.
 */
export function ripplesOf({ w, below, eye, speed }, t) {
  const f = 1.1 * w;
  const z = (eye * f) / (below + 2);
  const perPixel = z / f;
  const stretch = Math.sqrt(Math.max(1, f / (below + 2)));
  const seen = fields.map(({ levels, metres, drift }) => {
    const texels = (perPixel * stretch * TILE) / metres;
    const level = levels[Math.min(levels.length - 1, Math.max(0, Math.round(Math.log2(texels))))];
    const { n } = level;
    const z0 = ((z + drift[1] * speed * t) / metres) * n;
    const row = Math.floor(z0);
    return {
      level,
      n,
      mask: n - 1,
      step: (perPixel / metres) * n,
      from: ((-0.5 * w * perPixel + drift[0] * speed * t) / metres) * n + n * 4096,
      upper: (row & (n - 1)) * n,
      lower: ((row + 1) & (n - 1)) * n,
      part: z0 - row,
    };
  });
  const [fine, long] = seen;
  return (x, out) => {
    const a = fine.from + x * fine.step;
    const ia = Math.floor(a);
    const fa = a - ia;
    const l = ia & fine.mask;
    const r = (ia + 1) & fine.mask;
    const sz = fine.level.sz;
    const top = sz[fine.upper + l] + (sz[fine.upper + r] - sz[fine.upper + l]) * fa;
    const low = sz[fine.lower + l] + (sz[fine.lower + r] - sz[fine.lower + l]) * fa;
    const b = long.from + x * long.step;
    const ib = Math.floor(b);
    const fb = b - ib;
    const m = ib & long.mask;
    const q = (ib + 1) & long.mask;
    const lz = long.level.sz;
    const high = lz[long.upper + m] + (lz[long.upper + q] - lz[long.upper + m]) * fb;
    const deep = lz[long.lower + m] + (lz[long.lower + q] - lz[long.lower + m]) * fb;
    out[0] = top + (low - top) * fine.part;
    out[1] = high + (deep - high) * long.part;
    out[2] = fine.level.sx[fine.upper + l] * (1 - fa) + fine.level.sx[fine.upper + r] * fa;
  };
}
