/** Skies: a vertical gradient, afterglow on the horizon and slow, thin cloud. */

import { gradient, hex } from './colour.mjs';
import { createNoise } from './noise.mjs';
import { field } from './raster.mjs';

/**
 * Paints a sky over the whole picture (it continues below the horizon, mirrored).
 * Stops run from 0 at the horizon to 1 at the top of the picture.
 */
export function paintSky(scene, { horizon, stops, glows = [], cloud, seed }) {
  const { W, H, S } = scene;
  const shade = gradient(stops);
  const { fbm } = createNoise(seed);
  const afterglows = glows.map((g) => ({ ...g, rgb: hex(g.colour) }));
  const cloudColour = cloud ? hex(cloud.colour) : null;
  const underColour = cloud ? hex(cloud.under ?? cloud.colour) : null;
  return field(W, H, scene.coarse, 3, (px, py, out) => {
    const x = px / S;
    const e = Math.abs(horizon - py / S);
    const t = e / horizon;
    shade(Math.min(1, t), out);
    for (const g of afterglows) {
      const dx = (x - g.x) / g.width;
      const v = g.gain * Math.exp(-dx * dx - e / g.height);
      for (let k = 0; k < 3; k++) out[k] += g.rgb[k] * v;
    }
    if (!cloud) return;
    const depth = 1 / (0.06 + t);
    const u = ((x - 500) / 1000) * depth * cloud.scale + 40;
    const v = depth * cloud.scale * 1.1;
    const warp = fbm(u * 0.6 + 7, v * 0.6, 3) * 0.9;
    const n = fbm(u + warp, v + warp * 0.5, 6, 0.55) + cloud.cover;
    const a = Math.min(1, Math.max(0, n * 1.6)) ** 1.3 * cloud.opacity * Math.min(1, t * 6 + 0.25);
    for (let k = 0; k < 3; k++) {
      const c = cloudColour[k] + (underColour[k] - cloudColour[k]) * Math.exp(-t * 4);
      out[k] += (c - out[k]) * a;
    }
  });
}
