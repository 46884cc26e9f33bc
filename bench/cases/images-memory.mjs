/** Photos of 24 megapixels: what a build holds in memory, and that a hundred times as many hold no more. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, multiply, photos, WORK, workspace } from '../material.mjs';
import { measure } from '../measure.mjs';

const FEW = 24;
/** 2 400 take a quarter of an hour and 15 GB of disk: `KADER_BENCH_MANY=2400`. */
const MANY = Number(process.env.KADER_BENCH_MANY ?? 240);
const FULL = { widths: [480, 960, 1440, 1920], formats: ['avif', 'webp', 'jpeg'] };
const SMALL = { widths: [480], formats: ['jpeg'] };

export async function bench(tell) {
  tell('Making the photographs …');
  const sources = join(WORK, 'large');
  // Memory is a matter of pixels; coarse files of them leave room on the disk for thousands.
  const names = await photos(sources, 3, 6000, 4000, { quality: 40 });
  const build = async (count, slot) => {
    const root = join(WORK, `memory-${count}`);
    const folder = join(root, 'assets/bench/photos');
    multiply(
      names.map((name) => join(sources, name)),
      folder,
      count,
      1000,
    );
    const all = Array.from({ length: count }, (_, at) => `p${String(at).padStart(4, '0')}.jpg`);
    workspace(root, { ...slot, encoders: {}, names: all, perPage: 24 });
    for (const used of ['.kader', 'output']) rmSync(join(root, used), { recursive: true, force: true });
    const { rss, together } = await measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root });
    tell(`${count} photos: ${(rss / 1e6).toFixed(0)} MB in the largest process, ${(together / 1e6).toFixed(0)} MB together`);
    return { rss, together };
  };
  const full = await build(FEW, FULL);
  const few = await build(FEW, SMALL);
  const many = await build(MANY, SMALL);
  return {
    note: `${FEW} photos in 12 renditions each with their qualities sought; ${FEW} and ${MANY} in one`,
    figures: {
      'largest process MB': full.rss / 1e6,
      'together MB': full.together / 1e6,
      [`together, ${MANY} / ${FEW} photos`]: many.together / few.together,
    },
    targets: { 'largest process MB': 700, 'together MB': 700, [`together, ${MANY} / ${FEW} photos`]: 1.1 },
  };
}
