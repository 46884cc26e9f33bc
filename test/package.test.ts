/** The package as npm gives it: installed in an empty folder outside the repository, it works. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-package-'));
let files: string[] = [];
const kader = (...args: string[]): { status: number | null; text: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'node_modules/kader/dist/cli.js'), ...args], {
    cwd: args[0] === 'init' ? folder : existsSync(join(folder, 'studio')) ? join(folder, 'studio') : folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'en' },
  });
  return { status, text: stdout + stderr };
};

beforeAll(() => {
  // dist/ is compiled by then; compiling again under running tests would pull it from under them.
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' }),
  ) as {
    filename: string;
    files: { path: string }[];
  }[];
  files = packed[0]?.files.map(({ path }) => path) ?? [];
  writeFileSync(join(folder, 'package.json'), '{ "name": "elsewhere", "private": true, "type": "module" }');
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed[0]?.filename ?? '')], {
    cwd: folder,
    stdio: 'ignore',
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it holds the engine, the starter and its papers, and no test, bench or demo', () => {
  for (const wanted of [
    'dist/cli.js',
    'dist/browser/motion.js',
    'dist/third-party.txt',
    'starter/assets/welcome/order.yaml',
    'LICENSE',
    'THIRD-PARTY.md',
    'README.md',
  ])
    expect(files).toContain(wanted);
  expect(files.filter((path) => /^(test|bench|assets|templates|scripts|pipeline)\//.test(path))).toEqual([]);
});

test('help names every command', () => {
  const { status, text } = kader('--help');
  expect(status).toBe(0);
  for (const command of ['init', 'check', 'plan', 'build', 'preview', 'clean', 'doctor', 'schema']) expect(text).toContain(command);
});

test('a new workspace is usable at once', { timeout: 180_000 }, () => {
  expect(kader('init', 'studio').status).toBe(0);
  expect(existsSync(join(folder, 'studio/.gitignore'))).toBe(true);
  expect(kader('check')).toMatchObject({ status: 0 });
  const { status, text } = kader('build');
  expect(text).toContain('deliverables sound');
  expect(status).toBe(0);
  expect(kader('init', 'studio').status).toBe(2);
});

test('its modules are found by name, with types', () => {
  const script = "import { readOrder } from 'kader'; import { start } from 'kader/motion'; console.log(typeof readOrder, typeof start)";
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })).toContain(
    'function function',
  );
  expect(existsSync(join(folder, 'node_modules/kader/dist/index.d.ts'))).toBe(true);
});
