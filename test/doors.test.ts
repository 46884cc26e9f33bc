/** The rooms and their doors: who may import what, how a file opens, and how long it may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', 'pipeline');
const STAGES = ['order', 'ingest', 'layout', 'plan', 'run', 'check', 'release', 'report'];

/** Room → rooms it may import besides itself. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  tools: ['model', 'pixels'],
  pixels: [],
  jobs: ['model', 'channels'],
  setting: ['model', 'jobs', 'channels'],
  checks: ['model'],
  channels: ['model'],
  browser: ['model'],
  review: ['model', 'checks'],
  order: ['model', 'channels'],
  ingest: ['model'],
  layout: ['model', 'jobs', 'setting', 'channels'],
  plan: ['model', 'jobs', 'channels'],
  run: ['model', 'jobs'],
  check: ['model', 'checks', 'channels'],
  release: ['model', 'jobs', 'channels', 'checks', 'review'],
  report: ['model', 'checks', 'review'],
  pipeline: ['model', 'jobs', ...STAGES],
  'one-off': ['model', 'jobs', 'ingest', 'run', 'check'],
  commands: ['model', 'jobs', 'checks', 'review', 'tools', 'pipeline', 'one-off', 'cli', 'order', 'report', 'run', 'channels'],
  cli: ['commands'],
  index: ['model', 'order'],
};

const WORLD =
  /^(node:(fs|child_process|http|https|net|os|worker_threads)(\/.*)?|sharp|@11ty\/.*|playwright-core|esbuild|lightningcss|subset-font|style-dictionary|yazl|yauzl|write-excel-file(\/.*)?|svgo|chokidar|html-validate|csv-parse(\/.*)?|read-excel-file(\/.*)?)$/;
const MAY_TOUCH_THE_WORLD = ['cli', 'commands', 'tools'];

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : path.replace(/\.ts$/, ''));
const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);

describe.each(files)('pipeline/%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const room = roomOf(path);

  test('imports only through its doors', () => {
    const allowed = DOORS[room];
    expect(allowed, `pipeline/${path}: the room ${room} is not in the table of doors; say what it may import`).toBeDefined();
    for (const target of importsOf(text).filter((one) => one.startsWith('.'))) {
      const other = roomOf(normalize(join(dirname(path), target)).replaceAll('\\', '/'));
      if (other === room) continue;
      expect(
        allowed,
        `pipeline/${path} may not import ${target}: ${room} may import ${allowed?.join(', ') || 'nothing of ours'}`,
      ).toContain(other);
    }
  });

  test('leaves the world to cli, commands and tools', () => {
    if (MAY_TOUCH_THE_WORLD.includes(room)) return;
    for (const target of importsOf(text)) {
      expect(target, `pipeline/${path} may not import ${target}: only cli, commands and tools touch the world`).not.toMatch(WORLD);
    }
    if (room === 'browser') return;
    const code = text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
      .replace(/`[^`]*`|'[^'\n]*'/g, '');
    for (const word of [/\bMath\.random\b/, /\bDate\.now\b|\bnew Date\b/, /\bprocess\./, /\bconsole\.(log|error|warn)\b/]) {
      if (word.source.includes('console') && room === 'commands') continue;
      expect(code, `pipeline/${path}: clock, randomness, environment and console are handed in`).not.toMatch(word);
    }
  });

  test('opens with one sentence and stays short', () => {
    const opening = /^(?:#!.*\n)?(?:\/\/\/ <.*\n)*\/\*\*\s*([\s\S]*?)\*\//
      .exec(text)?.[1]
      ?.replace(/\s*\n\s*\* ?/g, ' ')
      .trim();
    expect(opening, `pipeline/${path} must open with a doc comment that says what it is for`).toBeTruthy();
    expect(opening, `pipeline/${path}: the opening sentence ends with a full stop`).toMatch(/[.]$/);
    expect(text.split('\n').length, `pipeline/${path} is over 300 lines: it is two files`).toBeLessThanOrEqual(300);
    expect(text, `pipeline/${path}: name what you export`).not.toMatch(/^export default (?!class Eleventy)/m);
  });
});
