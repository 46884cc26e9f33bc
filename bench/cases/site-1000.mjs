/** 1 000 Markdown pages: against bare Eleventy with the same templates. */
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CLI, WORK, workspace, write } from '../material.mjs';
import { measure, median } from '../measure.mjs';

const ROUNDS = 5;

/** A workspace with the pages; made anew for each round, because ext4 creates files slowly for minutes after many were removed. */
function material(root) {
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
  return content;
}

export async function bench(tell) {
  const all = join(WORK, `site-${process.pid}`);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const root = join(all, String(round));
    const content = material(root);
    const input = JSON.stringify({
      input: content,
      includes: relative(content, join(root, 'templates/plain/site')),
      out: relative(process.cwd(), join(root, 'eleventy')),
    });
    const kader = () => measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root });
    const bare = () => measure('node', [join(import.meta.dirname, '..', 'peers', 'eleventy.mjs'), input]);
    // Who goes first pays for a disk that is still busy, so they take turns.
    const pair = {};
    for (const [name, run] of Object.entries(round % 2 === 0 ? { kader, bare } : { bare, kader })) pair[name] = await run();
    tell(`kader ${pair.kader.wall.toFixed(2)} s, Eleventy ${pair.bare.wall.toFixed(2)} s`);
    rounds.push(pair);
  }
  rmSync(all, { recursive: true, force: true });
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
