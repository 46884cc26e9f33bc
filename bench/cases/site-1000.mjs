/** 1 000 Markdown pages: against bare Eleventy with the same templates. */
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CLI, WORK, workspace, write } from '../material.mjs';
import { measure, median } from '../measure.mjs';

const ROUNDS = 5;

export async function bench(tell) {
  const root = join(WORK, 'site');
  workspace(root, { widths: [100], encoders: {}, names: [], perPage: 1 });
  const content = join(root, 'assets/bench/content');
  write(
    join(root, 'templates/plain/site/page.njk'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><nav><a href="/en/">first</a></nav><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>',
  );
  write(
    join(root, 'assets/bench/order.yaml'),
    'client: Bench\ntitle: { en: Bench }\nhouse: plain\nlanguages: [en]\ndeliver:\n  site: { url: https://bench.example }\n',
  );
  for (let page = 0; page < 1000; page++) {
    const paragraphs = Array.from(
      { length: 6 },
      (_, at) => `Paragraph ${at} of page ${page}, with *some* emphasis and a [link](/en/page-${((page * 7 + at) % 999) + 1}/).`,
    );
    write(
      join(content, `en/${page === 0 ? 'index' : `page-${page}`}.md`),
      `---\nlayout: page.njk\ntitle: Page ${page}\n---\n## Heading\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const used of ['.kader', 'output', 'eleventy']) rmSync(join(root, used), { recursive: true, force: true });
    const kader = await measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root });
    const input = JSON.stringify({
      input: content,
      includes: relative(content, join(root, 'templates/plain/site')),
      out: relative(process.cwd(), join(root, 'eleventy')),
    });
    const bare = await measure('node', [join(import.meta.dirname, '..', 'peers', 'eleventy.mjs'), input]);
    tell(`kader ${kader.wall.toFixed(2)} s, Eleventy ${bare.wall.toFixed(2)} s`);
    rounds.push({ kader, bare });
  }
  return {
    note: 'from nothing to the written site; measuring is left out, because Eleventy does none',
    figures: {
      'kader wall s': median(rounds.map(({ kader }) => kader.wall)),
      'kader cpu s': median(rounds.map(({ kader }) => kader.cpu)),
      'eleventy wall s': median(rounds.map(({ bare }) => bare.wall)),
      'eleventy cpu s': median(rounds.map(({ bare }) => bare.cpu)),
      'kader / eleventy wall': median(rounds.map(({ kader, bare }) => kader.wall / bare.wall)),
    },
    targets: { 'kader / eleventy wall': 1.3 },
  };
}
