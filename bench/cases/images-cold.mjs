/** 24 photos, 4 widths, 3 formats from nothing: against a bare sharp loop and eleventy-img. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, photos, WORK, workspace } from '../material.mjs';
import { measure, median } from '../measure.mjs';

export const ENCODERS = { avif: { quality: 50, effort: 2 }, webp: { quality: 80, effort: 4 }, jpeg: { quality: 80 } };
export const WIDTHS = [480, 960, 1440, 1920];
const PAIRS = 3;

export async function bench(tell) {
  const root = join(WORK, 'images');
  const folder = join(root, 'assets/bench/photos');
  tell('Making the photographs …');
  const names = await photos(folder, 24, 3000, 2000);
  workspace(root, { widths: WIDTHS, encoders: ENCODERS, names, perPage: 24 });
  const peer = (script, out) => [
    'node',
    [join(import.meta.dirname, '..', 'peers', script), JSON.stringify({ folder, out, names, widths: WIDTHS, encoders: ENCODERS })],
  ];
  const rounds = [];
  for (let round = 0; round < PAIRS; round++) {
    for (const used of ['.kader', 'output', 'loop', 'eleventy-img']) rmSync(join(root, used), { recursive: true, force: true });
    mkdirSync(join(root, 'loop'));
    const kader = await measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root });
    const loop = await measure(...peer('sharp-loop.mjs', join(root, 'loop')));
    const image = round === 0 ? await measure(...peer('eleventy-img.mjs', join(root, 'eleventy-img'))) : undefined;
    tell(`kader ${kader.wall.toFixed(1)} s, loop ${loop.wall.toFixed(1)} s`);
    rounds.push({ kader, loop, image });
  }
  const first = rounds[0];
  return {
    note: 'pages are laid out and renditions made; measuring in the browser is left out, because the peers do none',
    figures: {
      'kader wall s': median(rounds.map(({ kader }) => kader.wall)),
      'kader cpu s': median(rounds.map(({ kader }) => kader.cpu)),
      'kader rss MB': median(rounds.map(({ kader }) => kader.rss)) / 1e6,
      'sharp loop wall s': median(rounds.map(({ loop }) => loop.wall)),
      'sharp loop cpu s': median(rounds.map(({ loop }) => loop.cpu)),
      'eleventy-img wall s': first.image.wall,
      'eleventy-img cpu s': first.image.cpu,
      'kader / eleventy-img wall': first.kader.wall / first.image.wall,
      'kader / sharp loop wall': median(rounds.map(({ kader, loop }) => kader.wall / loop.wall)),
    },
    targets: { 'kader / sharp loop wall': 1.04 },
  };
}
