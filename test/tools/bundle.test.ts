/** Bundles run and keep inside the house: what they contain, what they refuse, and where they point when they fail. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleScript, bundleStyle } from '../../pipeline/tools/bundle.ts';
import { runTimeDigest } from '../../pipeline/tools/toolchain.ts';

let base: string;
let root: string;

async function lay(files: Readonly<Record<string, string>>, folder = root): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'kader-bundle-'));
  root = join(base, 'house');
  await mkdir(root);
  await lay(
    {
      'secret.ts': 'export const secret = 1;',
      'secret.css': 'p{color:red}',
      'runtime/motion.js': "import { tell } from './tell.js'; export const start = (motion) => tell(motion());",
      'runtime/tell.js': 'export const tell = (value) => { globalThis.told = value; };',
    },
    base,
  );
});
afterAll(() => rm(base, { recursive: true }));

const modules = (): Record<string, string> => ({
  'kader/tokens': "export const tokens = { 'motion.tide.duration': 1.2 } as const;\n",
  'kader/motion': join(base, 'runtime', 'motion.js'),
});
const script = (entry: string, more: Partial<Parameters<typeof bundleScript>[0]> = {}) =>
  bundleScript({ root, entry, resolveDir: join(root, entry, '..'), modules: modules(), format: 'iife', target: ['es2020'], ...more });
const style = (entry: string, prelude = '') => bundleStyle({ root, entry, prelude });
const codeOf = (result: { code: string } | { fault: unknown }): string => {
  if (!('code' in result)) throw new Error(JSON.stringify(result));
  return result.code;
};
const fault = (file: string, line: number, message: string) => ({
  fault: {
    code: 'bundle-failed',
    args: { file, line, column: expect.any(Number) as number, message: expect.stringContaining(message) as string },
  },
});

test('a banner entry runs with tokens, types and its own helpers', async () => {
  await lay({
    'banners/headline/motion.ts':
      "import type { Motion } from 'kader/motion';\nimport { tokens } from 'kader/tokens';\nimport { twice } from '../../site/twice';\nexport const motion: Motion = () => twice(tokens['motion.tide.duration']);",
    'site/twice.ts': 'export const twice = (value: number): number => value * 2;',
  });
  const code = codeOf(
    await script('banners/headline/motion.ts', {
      entryContents: "import { start } from 'kader/motion'; import { motion } from './motion.ts'; start(motion);",
    }),
  );
  const world: { told?: number } = {};
  runInNewContext(code, world);
  expect(world.told).toBe(2.4);
});

test('GSAP comes from Kader, keeps its licence, and two runs and two places give the same bytes', async () => {
  const files = {
    'site/tide.ts':
      "import { gsap } from 'gsap';\nimport { CustomEase } from 'gsap/CustomEase';\ngsap.registerPlugin(CustomEase);\ngsap.to('p', { x: 1 });",
  };
  await lay(files);
  const elsewhere = join(base, 'elsewhere', 'deep', 'house');
  await lay(files, elsewhere);
  const first = codeOf(await script('site/tide.ts', { format: 'esm' }));
  expect(first).toContain('GSAP 3.');
  expect(first).toContain('https://gsap.com/standard-license');
  expect(first).not.toContain(base);
  expect(first).not.toContain('node_modules');
  expect(codeOf(await script('site/tide.ts', { format: 'esm' }))).toBe(first);
  expect(
    codeOf(
      await bundleScript({
        root: elsewhere,
        entry: 'site/tide.ts',
        resolveDir: join(elsewhere, 'site'),
        modules: modules(),
        format: 'esm',
        target: ['es2020'],
      }),
    ),
  ).toBe(first);
});

test('a tsconfig.json of the workspace changes nothing', async () => {
  await lay({ 'site/strict.ts': 'export class A { b; }\nnew A();' });
  const before = codeOf(await script('site/strict.ts'));
  await lay({ 'tsconfig.json': '{"compilerOptions":{"useDefineForClassFields":false,"alwaysStrict":true}}' }, base);
  expect(codeOf(await script('site/strict.ts'))).toBe(before);
});

test('scripts may not leave the house: not by path, link, package or URL', async () => {
  await symlink(join(base, 'secret.ts'), join(root, 'linked.ts'));
  await symlink(join(base, 'runtime'), join(root, 'linked'));
  const attempts: Record<string, string> = {
    '../../secret': 'lies outside',
    '../linked': 'lies outside',
    [join(base, 'secret.ts')]: 'lies outside',
    'https://example.com/x.js': 'lies outside',
    esbuild: 'not available',
    'node:fs': 'lies outside',
    fs: 'not available',
    'gsap/../esbuild': 'not available',
    './bad.svg': 'not a script',
  };
  await lay({ 'site/bad.svg': '<svg/>' });
  for (const [path, message] of Object.entries(attempts)) {
    await lay({ 'site/bad.ts': `\nimport * as all from ${JSON.stringify(path)};\nconsole.log(all);` });
    expect([path, await script('site/bad.ts')]).toEqual([path, fault('site/bad.ts', 2, message)]);
  }
});

test('what templates share may be read, and reads nothing else', async () => {
  const shared = join(root, 'banners', 'shared');
  await lay({
    'banners/shared/tide.ts': "import { start } from 'kader/motion';\nexport const tide = () => start(() => 'tide');",
    'banners/shared/tide.css': 'p{color:#0f6e6e}',
    'banners/shared/thief.ts': "export { secret } from '../../../secret.ts';",
    'banners/own/motion.ts': "import { tide } from '../shared/tide.ts';\ntide();",
    'banners/own/theft.ts': "export * from '../shared/thief.ts';",
    'banners/own/style.css': "@import '../shared/tide.css';",
  });
  const folder = join(root, 'banners', 'own');
  const told: { told?: unknown } = {};
  runInNewContext(codeOf(await script('motion.ts', { root: folder, resolveDir: folder, shared })), told);
  expect(told.told).toBe('tide');
  expect(await script('theft.ts', { root: folder, resolveDir: folder, shared })).toHaveProperty('fault');
  expect(codeOf(await bundleStyle({ root: folder, shared, entry: 'style.css', prelude: '' }))).toContain('#0f6e6e');
  expect(await bundleStyle({ root: folder, entry: 'style.css', prelude: '' })).toHaveProperty('fault');
});

test('a mistake in a script is told with file, line and column', async () => {
  await lay({ 'site/broken.ts': 'const a = 1;\nconst b = ;' });
  expect(await script('site/broken.ts')).toEqual({
    fault: {
      code: 'bundle-failed',
      args: { file: 'site/broken.ts', line: 2, column: 11, message: expect.stringContaining('Unexpected') as string },
    },
  });
  await lay({ 'site/lost.ts': "import './nowhere.ts';" });
  expect(await script('site/lost.ts')).toEqual(fault('site/lost.ts', 1, 'nowhere'));
  expect(await script('site/absent.ts')).toEqual(fault('site/absent.ts', 1, 'no such file'));
});

test('a stylesheet stands behind its prelude, with its imports, minified; addresses stay as written', async () => {
  await lay({
    'site/site.css': "@import './parts/type.css';\nbody { background: url(static/photo.jpg); & p { color: var(--colour-kade); } }",
    'site/parts/type.css':
      "h1 { font-family: Archivo; background: url('../mark.svg') }\ni { --mark: url(mark.svg); background: url(data:image/gif;base64,AAAA) }",
  });
  const result = await style(
    'site/site.css',
    ':root { --colour-kade: #0B1B2B }\n@font-face { font-family: Archivo; src: url("archivo.woff2") format("woff2") }',
  );
  const code = codeOf(result);
  expect(code).toMatch(
    /^:root\{--colour-kade:#0b1b2b\}@font-face\{.*archivo\.woff2.*\}h1\{.*url\(\.\.\/mark\.svg\).*body\{background:url\(static\/photo\.jpg\)/i,
  );
  expect(code).not.toContain('\n');
  expect(result).toHaveProperty('assets', ['../mark.svg', 'mark.svg', 'static/photo.jpg']);
  expect(await style('site/site.css', '')).toEqual(await style('site/site.css', ''));
});

test('stylesheets may not leave the house, and mistakes are told with their place', async () => {
  await symlink(join(base, 'secret.css'), join(root, 'linked.css'));
  const attempts: Record<string, string> = {
    '../../secret.css': 'lies outside',
    '../linked.css': 'lies outside',
    'https://example.com/a.css': 'lies outside',
    '//example.com/a.css': 'lies outside',
    './gone.css': 'does not exist',
    './bad.txt': 'not a stylesheet',
  };
  for (const [path, message] of Object.entries(attempts)) {
    await lay({ 'site/bad.css': `@import "./fine.css";\n@import "${path}";`, 'site/fine.css': 'a{color:red}' });
    const result = await style('site/bad.css');
    expect([path, result]).toEqual([
      path,
      {
        fault: { code: 'bundle-failed', args: expect.objectContaining({ message: expect.stringContaining(message) as string }) as object },
      },
    ]);
  }
  await lay({ 'site/broken.css': '@import "./parts/broken.css";', 'site/parts/broken.css': 'p { color: red }\n }} q {' });
  expect(await style('site/broken.css')).toEqual(fault('site/parts/broken.css', 2, ''));
  expect(await style('site/absent.css')).toEqual(fault('site/absent.css', 1, 'no such file'));
});

test('a banner is made again when any module of its run-time changes', async () => {
  const folder = pathToFileURL(`${join(root, 'digest')}/`);
  const all = { 'digest/motion.js': '1', 'digest/motion-fit.js': '2', 'digest/banner-view.js': '3' };
  await lay(all);
  const before = runTimeDigest(folder);
  await lay({ ...all, 'digest/banner-view.js': 'other' });
  expect(runTimeDigest(folder)).toBe(before);
  await lay({ ...all, 'digest/motion-fit.js': 'other' });
  expect(runTimeDigest(folder)).not.toBe(before);
});
