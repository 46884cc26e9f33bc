/** Compiles the engine to dist/ when its sources are here; an installed package has no sources and needs nothing. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** What is started or imported by its name; all else is found through these. */
const ENTRIES = [
  'cli',
  'index',
  'tools/eleventy-defaults',
  'tools/eleventy-worker',
  'tools/feed-child',
  'tools/fonts-child',
  'tools/pictures-child',
];
/**
 * Packages that most commands need: to load their hundreds of files one by one takes longer than to run them.
 * None whose version stands in a key: that is read from the installed package, which must be what runs.
 */
const JOINED = ['commander', 'parse5', 'picocolors', 'yaml', 'zod'];

const scriptsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
const fromDist = (path) => relative(dist, join(root, path)).replaceAll('\\', '/');

/** Tells one compiled Kader from another: a build that stood under other code is gone over again. */
function digestOfCode(folder) {
  const hash = createHash('sha256');
  for (const path of scriptsIn(folder)) hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Pages opened from disk may load no modules: what runs in the preview of banners is one plain script each. */
async function bundleForPages({ build }) {
  const folder = join(dist, 'browser');
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

/**
 * Half the time of a command that has little to do went into loading 500 modules: they are joined into a few files.
 * What runs in a browser, and what it imports, is served or bundled by name and stays as it is.
 */
async function joinModules({ build }) {
  const common = { absWorkingDir: root, outdir: dist, bundle: true, format: 'esm', metafile: true, tsconfigRaw: '{}', logLevel: 'warning' };
  const inBrowser = scriptsIn(join(dist, 'browser')).map((name) => join(dist, 'browser', name));
  const served = await build({ ...common, entryPoints: inBrowser, packages: 'external', write: false });
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const apart = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !JOINED.includes(name));
  const joined = await build({
    ...common,
    entryPoints: ENTRIES.map((name) => ({ in: join(dist, `${name}.js`), out: name })),
    // One folder below dist/, as the sources are: what they read beside themselves is where they look for it.
    chunkNames: 'tools/[name]-[hash]',
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    external: apart.flatMap((name) => [name, `${name}/*`]),
    // CommonJS packages ask for Node's own modules by `require`, which a module does not have.
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
    legalComments: 'none',
    allowOverwrite: true,
  });
  const late = Object.values(joined.metafile.outputs).find(({ entryPoint }) => entryPoint?.startsWith('node_modules/'));
  // Of a joined CommonJS package `import()` gives no names, though types say it does.
  if (late) throw new Error(`${late.entryPoint} is joined, so it is to be imported by a statement, not by import()`);
  const kept = new Set([...Object.keys(served.metafile.inputs), ...Object.keys(joined.metafile.outputs)].map(fromDist));
  for (const path of scriptsIn(dist)) if (!kept.has(path)) rmSync(join(dist, path));
  writeFileSync(join(dist, 'third-party.txt'), licencesOf(Object.keys(joined.metafile.inputs)));
}

/** Licences go where the code goes. */
function licencesOf(inputs) {
  const folders = new Set(inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean));
  const texts = [...folders].sort().map((folder) => {
    const licence = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    if (!licence) throw new Error(`${folder} has no licence to put beside its code`);
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(root, folder, licence), 'utf8').trim()}\n`;
  });
  return `The scripts in this folder hold code of these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

if (existsSync(join(root, 'pipeline', 'cli.ts'))) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  rmSync(dist, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit', cwd: root });
  process.exitCode = status ?? 1;
  if (status === 0) {
    const esbuild = await import('esbuild');
    await joinModules(esbuild);
    await bundleForPages(esbuild);
    writeFileSync(join(dist, 'code.txt'), `${digestOfCode(dist)}\n`);
  }
}
