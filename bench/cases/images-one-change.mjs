/** One of 24 photos is replaced: against encoding just that photo. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, photos, WORK, workspace } from '../material.mjs';
import { measure, median } from '../measure.mjs';
import { ENCODERS, WIDTHS } from './images-cold.mjs';

const ROUNDS = 5;
const ALLOWANCE_S = 0.4;

export async function bench(tell) {
  const root = join(WORK, 'images');
  const folder = join(root, 'assets/bench/photos');
  tell('Making the photographs …');
  const names = await photos(folder, 24, 3000, 2000);
  const others = join(WORK, 'replacements');
  const replacements = await photos(others, ROUNDS, 3000, 2000, { from: 100 });
  workspace(root, { widths: WIDTHS, encoders: ENCODERS, names, perPage: 24 });
  rmSync(join(folder, names[0]));
  await photos(folder, 24, 3000, 2000);
  const build = () => measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root });
  await build();
  const rounds = [];
  for (const replacement of replacements) {
    const out = join(root, 'loop');
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    copyFileSync(join(others, replacement), join(folder, names[0]));
    // Kept out of the store by its content: each round brings a photo that was never seen.
    const kader = await build();
    const loop = await measure('node', [
      join(import.meta.dirname, '..', 'peers', 'sharp-loop.mjs'),
      JSON.stringify({ folder, out, names: [names[0]], widths: WIDTHS, encoders: ENCODERS }),
    ]);
    tell(`kader ${kader.wall.toFixed(2)} s, encoding alone ${loop.wall.toFixed(2)} s`);
    rounds.push({ kader, loop });
  }
  rmSync(join(folder, names[0]));
  rmSync(join(root, '.kader'), { recursive: true, force: true });
  return {
    note: `at most 1.1 of encoding that photo plus ${ALLOWANCE_S} s; measuring in the browser is left out, because the peer does none`,
    figures: {
      'kader wall s': median(rounds.map(({ kader }) => kader.wall)),
      'kader cpu s': median(rounds.map(({ kader }) => kader.cpu)),
      'encoding alone wall s': median(rounds.map(({ loop }) => loop.wall)),
      'encoding alone cpu s': median(rounds.map(({ loop }) => loop.cpu)),
      'kader / (encoding × 1.1 + 0.4 s)': median(rounds.map(({ kader, loop }) => kader.wall / (loop.wall * 1.1 + ALLOWANCE_S))),
    },
    targets: { 'kader / (encoding × 1.1 + 0.4 s)': 1 },
  };
}
