/** 1 000 banners: 20 sizes × 50 rows of a feed, one template, two targets; laid out, planned and packed, and some of them photographed. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, photos, WORK, write } from '../material.mjs';
import { measure } from '../measure.mjs';

const SIZES =
  '300x250 336x280 250x250 200x200 240x400 300x600 160x600 120x600 300x1050 728x90 468x60 970x90 970x250 800x250 320x50 300x50 320x100 320x480 480x320 580x400';
const ROWS = 50;
/** Of these the backup images are made as well: 120 units. */
const CAPTURED_ROWS = 6;
/** The row whose headline is written anew. */
const CHANGED = 7;

const TEMPLATE = `quality: 60
families:
  tall: { ratio: [0.05, 0.8] }
  rectangle: { ratio: [0.8, 2] }
  wide: { ratio: [2, 20] }
slots:
  background: { kind: image, role: background, box: { rectangle: [1, 0.6], tall: [1, 0.6] } }
  headline: { kind: text, role: headline, limit: { default: 60 } }
  cta: { kind: text, role: cta }
`;
const MOTION = `import { gsap } from 'gsap';
import type { Motion } from 'kader/motion';
import { loaded } from 'kader/motion';
export const motion: Motion = (stage) => {
  const timeline = gsap.timeline({ paused: true });
  timeline.from(stage.root.querySelectorAll('p'), { y: 12, opacity: 0, duration: 0.5, stagger: 0.1 });
  return { timeline, ready: loaded(stage) };
};
`;

function feed(changed, count = ROWS) {
  const words = ['koud', 'warm', 'diep', 'blauw', 'stil'];
  const headline = (row) =>
    row === changed ? 'Een zin die anders is & ook zo klinkt' : `Kop ${row}: de zee roept ${words[row % words.length]}`;
  const rows = Array.from(
    { length: count },
    (_, row) => `product-${row};${headline(row)};Koop ${row};https://bench.example/p/${row}?from=feed`,
  );
  return `product;headline;cta;landing\n${rows.join('\n')}\n`;
}

async function material(root, rows = ROWS) {
  const house = join(root, 'templates/plain');
  const font =
    "{ family: Archivo, package: '@fontsource-variable/archivo', file: files/archivo-latin-standard-normal.woff2, axes: { wght: [400, 800] } }";
  write(join(house, 'house.yaml'), `fonts:\n  - ${font}\n`);
  write(join(house, 'banners/wave/template.yaml'), TEMPLATE);
  write(
    join(house, 'banners/wave/template.njk'),
    '{% image "background" %}<p data-slot="headline">{{ text.headline }}</p><p data-slot="cta">{{ text.cta }}</p>',
  );
  write(
    join(house, 'banners/wave/style.css'),
    'html, body, p { margin: 0 } .unit { width: var(--unit-width); height: var(--unit-height); overflow: hidden; font: 700 14px Archivo } img { display: block }',
  );
  write(join(house, 'banners/wave/motion.ts'), MOTION);
  await photos(join(root, 'assets/bench/photos'), 1, 2200, 1600);
  write(join(root, 'assets/bench/feed.csv'), feed(undefined, rows));
  write(
    join(root, 'assets/bench/order.yaml'),
    `client: Bench
title: { nl: Bench }
house: plain
languages: [nl]
supplied:
  - { name: sea, file: photos/p0000.jpg, alt: { nl: Zee }, rights: { creator: bench, licence: all } }
deliver:
  banners:
    - template: wave
      sizes: [${SIZES.split(' ').join(', ')}]
      axes: { product: {} }
      feed: feed.csv
      images: { background: sea }
      landing: https://bench.example/
      utm: { utm_source: '{target}', utm_content: '{size} {product}' }
      targets: [google-ads, ad-manager]
`,
  );
}

export async function bench(tell) {
  const root = join(WORK, 'banners');
  rmSync(root, { recursive: true, force: true });
  await material(root);
  const kader = (...args) => measure('node', [CLI, ...args], { cwd: root, log: join(WORK, 'banners.log'), anyExit: true });
  const build = () => kader('build', 'bench', '--no-measure', '--no-captures');
  const hop = (name) => JSON.parse(readFileSync(join(root, 'output/bench/record', `${name}.json`), 'utf8'));
  const planned = await kader('plan', 'bench');
  tell(`laid out and planned in ${planned.wall.toFixed(1)} s (${planned.cpu.toFixed(1)} CPU s)`);
  rmSync(join(root, '.kader'), { recursive: true, force: true });
  const cold = await build();
  const units = hop('layout').units.length;
  const packed = hop('plan').deliverables.length;
  tell(`${units} units, ${packed} packages in ${cold.wall.toFixed(1)} s (${cold.cpu.toFixed(1)} CPU s)`);
  const still = await build();
  write(join(root, 'assets/bench/feed.csv'), feed(CHANGED));
  const changed = await build();
  const labels = new Map(hop('plan').jobs.map(({ key, kind, label }) => [key, { kind, label }]));
  // What is handed over together (delivery zips, sheets) is no job of the plan.
  const made = hop('outcomes').flatMap(({ status, key }) =>
    status === 'made' ? [labels.get(key) ?? { kind: 'handover', label: '' }] : [],
  );
  const others = made.filter(({ kind, label }) => kind === 'zip' && !new RegExp(`product-${CHANGED}(?!\\d)`).test(label));
  tell(`one cell changed: ${made.length} jobs made, ${others.length} packages of other versions`);
  const few = join(WORK, 'banner-captures');
  rmSync(few, { recursive: true, force: true });
  await material(few, CAPTURED_ROWS);
  const filmed = (...args) =>
    measure('node', [CLI, 'build', 'bench', '--no-measure', ...args], { cwd: few, log: join(WORK, 'banners.log'), anyExit: true });
  await filmed('--no-captures');
  const captured = await filmed();
  const kept = JSON.parse(readFileSync(join(few, 'output/bench/record/plan.json'), 'utf8'));
  const captures = kept.jobs.filter(({ kind }) => kind === 'capture').length;
  tell(
    `${captures} backup images in ${captured.wall.toFixed(1)} s (${captured.cpu.toFixed(1)} CPU s), the whole build around them included`,
  );
  return {
    note: 'the thousand are made without the browser: no measuring in it, no pictures by it',
    figures: {
      units,
      packages: packed,
      'planned cold wall s': planned.wall,
      'planned cold cpu s': planned.cpu,
      'packed cold wall s': cold.wall,
      'packed cold cpu s': cold.cpu,
      'nothing changed wall s': still.wall,
      'one cell changed wall s': changed.wall,
      'jobs made for one cell': made.length,
      'packages made of other versions': others.length,
      'backup images': captures,
      'wall s for a backup image': captured.wall / captures,
      'largest process MB': Math.max(cold.rss, changed.rss) / 1e6,
      'all processes MB': Math.max(cold.together, changed.together) / 1e6,
    },
    targets: {
      'packed cold wall s': 90,
      'nothing changed wall s': 3,
      'packages made of other versions': 0,
      'wall s for a backup image': 0.167,
      'all processes MB': 1000,
    },
  };
}
