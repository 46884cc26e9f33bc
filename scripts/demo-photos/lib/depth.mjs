/** Depth of field over a plane: rows nearer or farther than the focus go through the aperture. */
import { discBlur } from './blur.mjs';
import { Raster } from './raster.mjs';

/**
 * Blurs every row by radius(y) (both in units), taking the two nearest of a few blurred versions.
 */
export function blurByRow(image, scene, radius, steps = [0, 1.5, 3.5, 7, 13]) {
  const { S } = scene;
  const versions = steps.map((r) => (r === 0 ? image : discBlur(image, r * S)));
  const out = new Raster(image.w, image.h, 3);
  const stride = image.w * 3;
  for (let y = 0; y < image.h; y++) {
    const r = Math.min(steps.at(-1), Math.max(0, radius((y + 0.5) / S)));
    let i = 0;
    while (i < steps.length - 2 && r > steps[i + 1]) i++;
    const t = (r - steps[i]) / (steps[i + 1] - steps[i]);
    const a = versions[i].data;
    const b = versions[i + 1].data;
    for (let o = y * stride; o < (y + 1) * stride; o++) out.data[o] = a[o] + (b[o] - a[o]) * t;
  }
  return out;
}
