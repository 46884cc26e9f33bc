/** Compiles the engine to dist/ when its sources are here; an installed package has no sources and needs nothing. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tells one compiled Kader from another: a build that stood under other code is gone over again. */
function digestOfCode(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  for (const path of files.map((one) => one.replaceAll('\\', '/')).sort())
    hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Pages opened from disk may load no modules: what runs in the preview of banners is one plain script each. */
async function bundleForPages() {
  const { build } = await import('esbuild');
  const folder = join(root, 'dist', 'browser');
  // Its licence goes where its code goes.
  const fflate = readFileSync(join(dirname(createRequire(import.meta.url).resolve('fflate/package.json')), 'LICENSE'), 'utf8');
  await build({
    entryPoints: ['banner-sheet', 'banner-bridge'].map((name) => ({ in: join(folder, `${name}.js`), out: `${name}.bundle` })),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'inline',
    banner: { js: `/*! fflate: ${fflate.trim()} */` },
    tsconfigRaw: '{}',
    logLevel: 'warning',
  });
}

if (existsSync(join(root, 'pipeline', 'cli.ts'))) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit', cwd: root });
  process.exitCode = status ?? 1;
  if (status === 0) {
    await bundleForPages();
    writeFileSync(join(root, 'dist', 'code.txt'), `${digestOfCode(join(root, 'dist'))}\n`);
  }
}
