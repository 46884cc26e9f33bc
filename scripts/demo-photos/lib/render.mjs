/** Renders one catalogue entry: scene in linear light, development, file. */
import { join } from 'node:path';
import { develop } from './develop.mjs';
import { writePicture } from './write.mjs';

/** Linear scenes are drawn at this part of the final size; grain and lens come at full size. */
const DETAIL = 0.6;

/** Makes the canvas: W x H working pixels, S pixels per unit (1/1000 width), H1 units high. */
function createScene(width, height, detail = DETAIL) {
  const W = Math.round(width * detail);
  const H = Math.round(height * detail);
  const coarse = Math.max(1, Math.round(W / 900));
  return { W, H, S: W / 1000, H1: (H / W) * 1000, coarse };
}

/** Renders and writes; returns { file, width, height, bytes, seconds }. */
export async function renderPicture(entry, directory, scale) {
  const started = performance.now();
  const width = Math.round(entry.width * scale);
  const height = Math.round(entry.height * scale);
  const module = await import(`../scenes/${entry.scene}.mjs`);
  const scene = createScene(width, height, module.detail);
  const image = await module.render(scene);
  const space = { 'adobe-jpeg': 'adobe', 'grey-jpeg': 'grey' }[entry.format.kind] ?? 'srgb';
  const depth = entry.format.kind === 'tiff-16' ? 16 : 8;
  const developed = develop(image, width, height, { ...module.look, space, depth });
  const bytes = await writePicture(join(directory, entry.file), developed, entry.format);
  const seconds = (performance.now() - started) / 1000;
  return { file: entry.file, width, height, bytes, seconds };
}
