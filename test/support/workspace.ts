/** A workspace in a temporary folder, written from a map of files, and the compiled command run in it. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { ReportJson } from '../../pipeline/model/record.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CLI = join(ROOT, 'dist', 'cli.js');

/** A file's content, a symbolic link, or `undefined` where it must go. */
export type Files = Readonly<Record<string, string | Buffer | { readonly link: string } | undefined>>;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TestWorkspace {
  readonly root: string;
  /** Set for every command that is run. */
  readonly env: Record<string, string>;
  write(files: Files): void;
  path(...parts: string[]): string;
  run(...args: string[]): Ran;
  start(...args: string[]): ReturnType<typeof spawn>;
  /** `kader build --json` of the production `try`. */
  build(...args: string[]): Ran & { readonly report: ReportJson };
  /** Path → sha256 of every file below. */
  tree(folder: string): Record<string, string>;
  remove(): void;
}

export function makeWorkspace(files: Files): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'kader-case-'));
  const workspace: TestWorkspace = {
    root,
    env: {},
    path: (...parts) => join(root, ...parts),
    write(more) {
      for (const [path, content] of Object.entries(more)) {
        const absolute = join(root, path);
        rmSync(absolute, { force: true });
        if (content === undefined) continue;
        mkdirSync(dirname(absolute), { recursive: true });
        if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, absolute);
        else writeFileSync(absolute, content);
      }
    },
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', CI: '1', LANG: 'en', ...workspace.env },
        maxBuffer: 1 << 28,
      });
      return { code: status, stdout, stderr };
    },
    start: (...args) => spawn(process.execPath, [CLI, ...args], { cwd: root, stdio: 'ignore', detached: true }),
    build(...args) {
      const ran = workspace.run('build', 'try', '--json', ...args);
      let report: ReportJson;
      try {
        report = JSON.parse(ran.stdout) as ReportJson;
      } catch {
        throw new Error(`kader build gave no JSON (exit ${ran.code}):\n${ran.stdout}\n${ran.stderr}`);
      }
      return { ...ran, report };
    },
    tree(folder) {
      const found: Record<string, string> = {};
      const from = join(root, folder);
      if (!existsSync(from)) return found;
      for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        found[path.slice(from.length + 1)] = createHash('sha256').update(readFileSync(path)).digest('hex');
      }
      return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  workspace.write(files);
  return workspace;
}

const photos = new Map<string, Promise<Buffer>>();

/** A photo with structure: noise over a ramp, so that encoders have something to do. Drawn once: most cases ask for the same one. */
export async function photo(width: number, height: number, seed = 1): Promise<Buffer> {
  const named = `${width} ${height} ${seed}`;
  const drawn = photos.get(named) ?? drawPhoto(width, height, seed);
  photos.set(named, drawn);
  return Buffer.from(await drawn);
}

async function drawPhoto(width: number, height: number, seed: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  let state = seed * 2654435761;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[at] = ((at / 3 / width) * 200) / height + (at % 3) * 12 + (state >>> 27);
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .withIccProfile('srgb')
    .toBuffer();
}

export const HOUSE = `
images:
  encoders: { avif: { quality: 50, effort: 0 }, webp: { quality: 70, effort: 0 }, jpeg: { quality: 75 } }
  slots:
    hero: { ratio: [16, 9], widths: [160, 320], sizes: 100vw, loading: eager }
    card: { ratio: [1, 1], widths: [80], formats: [webp, jpeg], sizes: 80px }
`;

export const ORDER = `
client: Trial
title: { en: Trial, nl: Proef }
house: plain
languages: [en, nl]
supplied:
  - name: sea
    file: photos/sea.jpg
    alt: { en: The sea, nl: De zee }
    rights: { creator: A, credit: A, licence: all media, until: 2099-01-01 }
deliver:
  site: { url: https://trial.example }
`;

const LAYOUT = `<!doctype html>
<html lang="{{ lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ title }}</title>{% styles "site.css" %}</head>
<body><main><h1>{{ title }}</h1>{{ content | safe }}</main></body>
</html>
`;

/** A plain house and a production with one photo and a page in two languages. */
export async function plainWorkspace(change: Files = {}): Promise<Files> {
  return {
    'templates/plain/house.yaml': HOUSE,
    'templates/plain/tokens.json': '{ "colour": { "ink": { "$value": "#112233", "$type": "color" } } }',
    'templates/plain/site/page.njk': LAYOUT,
    'templates/plain/site/site.css': 'body { color: var(--colour-ink); margin: 0 } img { display: block; max-width: 100%; height: auto }',
    'assets/try/order.yaml': ORDER,
    'assets/try/photos/sea.jpg': await photo(1600, 1200),
    'assets/try/content/en/index.md':
      '---\nlayout: page.njk\ntitle: Sea\n---\n{% image "sea", slot="hero" %}\n\nA [page](/nl/) about *water*.\n',
    'assets/try/content/nl/index.md':
      '---\nlayout: page.njk\ntitle: Zee\n---\n{% image "sea", slot="card" %}\n\nEen [bladzijde](/en/) over water.\n',
    ...change,
  };
}

/** A banner set for the plain house. */
export const BANNER: Files = {
  'templates/plain/banners/wave/template.yaml':
    'families:\n  rectangle: { ratio: [0.5, 2] }\n  wide: { ratio: [2, 12] }\nslots:\n  background: { kind: image, box: { rectangle: [1, 0.5] } }\n  headline: { kind: text, limit: { default: 30 } }\n',
  'templates/plain/banners/wave/template.njk': '{% image "background", class="sea" %}<p data-slot="headline">{{ text.headline }}</p>',
  'templates/plain/banners/wave/style.css':
    'html, body { margin: 0 } .unit { position: relative; width: var(--unit-width); height: var(--unit-height); overflow: hidden; background: #fff } p { position: absolute; left: 8px; bottom: 8px; margin: 0; background: #fff; font: 14px sans-serif }',
  'templates/plain/banners/wave/motion.ts':
    "import { gsap } from 'gsap';\nimport type { Motion } from 'kader/motion';\nexport const motion: Motion = ({ root }) => {\n  const timeline = gsap.timeline({ paused: true });\n  timeline.from(root.querySelectorAll('p'), { opacity: 0, duration: 0.5 });\n  return { timeline, ready: document.fonts.ready };\n};\n",
};

export const BANNER_ORDER = `${ORDER}  banners:
    - template: wave
      sizes: [300x250, 728x90]
      images: { background: sea }
      landing: https://trial.example/
      text: { en: { headline: The sea }, nl: { headline: De zee } }
`;
