/** 2 000 photos × 12 renditions, nothing changed: against eleventy-img's warm run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, multiply, photos, WORK, workspace, write } from '../material.mjs';
import { measure, median } from '../measure.mjs';

// Small and cheap, so that filling the stores takes minutes; the warm run does not care.
const ENCODERS = { avif: { quality: 40, effort: 0 }, webp: { quality: 60, effort: 0 }, jpeg: { quality: 60 } };
const WIDTHS = [64, 96, 128, 160];
const COUNT = 2000;
const ROUNDS = 5;

export async function bench(tell) {
  const root = join(WORK, 'noop');
  const folder = join(root, 'assets/bench/photos');
  tell('Making the photographs …');
  const sources = join(WORK, 'noop-sources');
  const base = await photos(sources, 10, 1200, 800, { from: 500 });
  multiply(
    base.map((name) => join(sources, name)),
    folder,
    COUNT,
    1_000_000,
  );
  const names = Array.from({ length: COUNT }, (_, at) => `p${String(at).padStart(4, '0')}.jpg`);
  workspace(root, { widths: WIDTHS, encoders: ENCODERS, names, perPage: 20 });
  const out = join(root, 'eleventy-img');
  const peer = () =>
    measure('node', [
      join(import.meta.dirname, '..', 'peers', 'eleventy-img.mjs'),
      JSON.stringify({ folder, out, names, widths: WIDTHS, encoders: ENCODERS }),
    ]);
  const build = () =>
    measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root, log: join(WORK, 'noop.log') });
  if (!existsSync(join(root, 'filled'))) {
    tell('Filling both stores; this takes a few minutes once …');
    await peer();
    write(join(root, 'filled'), '');
  }
  await build();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const kader = await build();
    const image = await peer();
    tell(`kader ${kader.cpu.toFixed(2)} CPU s, eleventy-img ${image.cpu.toFixed(2)} CPU s`);
    rounds.push({ kader, image });
  }
  return {
    note: 'warm runs; Kader also keeps the site that shows the photos',
    figures: {
      'kader wall s': median(rounds.map(({ kader }) => kader.wall)),
      'kader cpu s': median(rounds.map(({ kader }) => kader.cpu)),
      'eleventy-img wall s': median(rounds.map(({ image }) => image.wall)),
      'eleventy-img cpu s': median(rounds.map(({ image }) => image.cpu)),
      'eleventy-img rss MB': median(rounds.map(({ image }) => image.rss)) / 1e6,
      'kader rss MB': median(rounds.map(({ kader }) => kader.rss)) / 1e6,
      'kader / eleventy-img cpu': median(rounds.map(({ kader, image }) => kader.cpu / image.cpu)),
    },
    targets: { 'kader / eleventy-img cpu': 0.2, 'kader rss MB': 300 },
  };
}
