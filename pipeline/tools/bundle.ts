/** Bundlers: esbuild for scripts and Lightning CSS for stylesheets, both kept inside the house's folder. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OnLoadResult, OnResolveResult, PartialMessage, Plugin } from 'esbuild';
import type { Fault } from '../model/finding.ts';
import { withNames } from './style-content.ts';

export interface ScriptToBundle {
  /** Absolute house folder: no import may leave it, but for the packages below and what lies in `shared`. */
  readonly root: string;
  /** Absolute folder that templates have in common; it need not exist. */
  readonly shared?: string | undefined;
  /** Relative to the root; with `entryContents` only a name for messages. */
  readonly entry: string;
  readonly entryContents?: string;
  /** Where imports of `entryContents` start. */
  readonly resolveDir: string;
  /** Module name: absolute path of a file, or its TypeScript source. */
  readonly modules: Readonly<Record<string, string>>;
  readonly format: 'esm' | 'iife';
  /** As esbuild names them, such as `es2020`. */
  readonly target: readonly string[];
  /** Absolute paths of files that are taken in place of others, which they may import themselves. */
  readonly standIns?: Readonly<Record<string, string>>;
  /** Takes out every call of the console. */
  readonly silent?: boolean;
}

export interface StyleToBundle {
  readonly root: string;
  /** As for scripts. */
  readonly shared?: string | undefined;
  readonly entry: string;
  /** Tokens and font faces, put in front. */
  readonly prelude: string;
  /** Stylesheets that follow the entry, relative to the root. */
  readonly more?: readonly string[];
  /** Files that stylesheets name: stylesheet relative to the root → address as written → name it gets. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Oldest browsers to serve, such as `chrome 120, safari 17.2`; absent: what two years back was new. */
  readonly browserslist?: string;
}

/** Packages a script of a house may import; always Kader's own copy, whose version is in the key. */
const PACKAGES = /^gsap(\/[\w-]+)?$/;
const SCRIPT_ENDINGS = new Set(['.ts', '.js', '.mjs', '.json']);
const OWN_FOLDER = dirname(fileURLToPath(import.meta.url));
/** Evergreen browsers of November 2024, two years before this was written. A fixed list: a moving one would change bytes by date. */
const BROWSERS = 'chrome 131, edge 131, firefox 132, safari 18.1, ios_saf 18.1, samsung 27, opera 115';

/** The folders a bundle may read. */
const ownFolders = ({ root, shared }: { readonly root: string; readonly shared?: string | undefined }): string[] =>
  [root, ...(shared !== undefined && existsSync(shared) ? [shared] : [])].map((folder) => realpathSync(folder));

const isInside = (folder: string, path: string): boolean => path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
const inHouse = (root: string, path: string): string => relative(root, path).split(sep).join('/');

function bundleFault(file: string, line: number, column: number, message: string): { fault: Fault } {
  return { fault: { code: 'bundle-failed', args: { file, line, column, message } } };
}

/** Minified, without source map; licence comments of libraries stay, as their licences ask. Lines and columns are 1-based. */
export async function bundleScript(input: ScriptToBundle): Promise<{ code: string } | { fault: Fault }> {
  const { build } = await import('esbuild');
  const root = realpathSync(input.root);
  const entry = join(root, input.entry);
  if (input.entryContents === undefined && !existsSync(entry)) return bundleFault(input.entry, 1, 1, 'There is no such file.');
  try {
    const { outputFiles } = await build({
      ...(input.entryContents === undefined
        ? { entryPoints: [entry] }
        : {
            stdin: {
              contents: input.entryContents,
              resolveDir: realpathSync(input.resolveDir),
              sourcefile: 'entry.ts',
              loader: 'ts' as const,
            },
          }),
      absWorkingDir: root,
      outdir: root,
      bundle: true,
      write: false,
      minify: true,
      format: input.format,
      target: [...input.target],
      // Inline, not at the end: the list at the end names paths.
      legalComments: 'inline',
      charset: 'utf8',
      ...(input.silent ? { drop: ['console' as const] } : {}),
      platform: 'browser',
      define: { 'process.env.NODE_ENV': '"production"' },
      // A tsconfig.json further up would change the bytes unseen.
      tsconfigRaw: '{}',
      logLevel: 'silent',
      plugins: [keepInside(ownFolders(input), input.modules, input.standIns)],
    });
    return { code: outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '' };
  } catch (error) {
    const [first] = (error as { errors?: readonly PartialMessage[] }).errors ?? [];
    if (!first) throw error;
    const { location } = first;
    return bundleFault(placeOf(location?.file, root, input.entry), location?.line ?? 1, (location?.column ?? 0) + 1, first.text ?? '');
  }
}

function placeOf(file: string | undefined, root: string, entry: string): string {
  if (!file) return entry;
  return isInside(root, resolve(root, file)) ? inHouse(root, resolve(root, file)) : file;
}

/** Answers every import itself: house files, the modules handed in, and the allowed packages; all else is refused. */
function keepInside(
  folders: readonly string[],
  modules: Readonly<Record<string, string>>,
  standIns: Readonly<Record<string, string>> = {},
): Plugin {
  const isOwn = (path: string): boolean => folders.some((folder) => isInside(folder, path));
  const isFile = (source: string): boolean => !source.includes('\n') && resolve(source) === source && existsSync(source);
  const moduleFolders = Object.values(modules)
    .filter(isFile)
    .map((path) => dirname(realpathSync(path)));
  return {
    name: 'keep-inside',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args): Promise<OnResolveResult | undefined> => {
        if (args.pluginData === 'asked') return undefined;
        const own = modules[args.path];
        if (own !== undefined) return isFile(own) ? { path: realpathSync(own) } : { path: args.path, namespace: 'virtual' };
        const askOf = (resolveDir: string) =>
          build.resolve(args.path, { kind: args.kind, resolveDir, importer: args.importer, pluginData: 'asked' });
        const fromLibrary = args.namespace === 'file' && args.importer !== '' && !isOwn(args.importer);
        if (PACKAGES.test(args.path)) return askOf(OWN_FOLDER);
        if (/^[a-z]+:|^\/\//i.test(args.path)) return refuse(`“${args.path}” lies outside the house; scripts may not load from elsewhere.`);
        if (!/^[./]/.test(args.path))
          return refuse(
            `The package “${args.path}” is not available to templates. Packages that are: gsap, ${Object.keys(modules).join(', ')}.`,
          );
        const asked = await askOf(args.resolveDir);
        const other = standIns[asked.path];
        const found = other !== undefined && args.importer !== other ? { ...asked, path: other } : asked;
        if (found.errors.length > 0 || fromLibrary) return found;
        if (!isOwn(found.path) && !moduleFolders.some((folder) => isInside(folder, found.path)))
          return refuse(`“${args.path}” lies outside the house's folder.`);
        if (!SCRIPT_ENDINGS.has(extname(found.path)))
          return refuse(`“${args.path}” is not a script; scripts import .ts, .js, .mjs and .json.`);
        return found;
      });
      build.onLoad({ filter: /.*/, namespace: 'virtual' }, (args): OnLoadResult => ({ contents: modules[args.path] ?? '', loader: 'ts' }));
    },
  };
}

const refuse = (text: string): OnResolveResult => ({ errors: [{ text }] });

/** `assets` are the files that `url(…)` names, as written, each once, in order; data URIs and the prelude's are left out. */
export async function bundleStyle(input: StyleToBundle): Promise<{ code: string; assets: readonly string[] } | { fault: Fault }> {
  const { bundleAsync, transform } = await import('lightningcss');
  const root = realpathSync(input.root);
  const targets = targetsOf(input.browserslist ?? BROWSERS);
  const assets = new Set<string>();
  const folders = ownFolders(input);
  const isOwn = (path: string): boolean => folders.some((folder) => isInside(folder, path));
  const read = (path: string): string => {
    if (!existsSync(path)) throw new Error('There is no such file.');
    if (!isOwn(realpathSync(path))) throw new Error("The file lies outside the house's folder.");
    const own = input.names?.[inHouse(root, realpathSync(path))];
    const css = readFileSync(path, 'utf8');
    return own ? withNames(css, own) : css;
  };
  const find = (specifier: string, from: string): string => {
    if (/^[a-z]+:|^\/\//i.test(specifier))
      throw new Error(`“${specifier}” lies outside the house; stylesheets may not import from elsewhere.`);
    const path = specifier.startsWith('/') ? join(root, specifier) : resolve(dirname(from), specifier);
    if (!isOwn(path)) throw new Error(`“${specifier}” lies outside the house's folder.`);
    if (!path.endsWith('.css')) throw new Error(`“${specifier}” is not a stylesheet.`);
    if (!existsSync(path)) throw new Error(`“${specifier}” does not exist.`);
    return path;
  };
  try {
    const parts = [transform({ filename: 'prelude.css', code: Buffer.from(input.prelude), minify: true, targets }).code];
    for (const entry of [input.entry, ...(input.more ?? [])]) {
      const { code } = await bundleAsync({
        filename: join(root, entry),
        minify: true,
        targets,
        visitor: {
          Url({ url }) {
            if (!url.startsWith('data:') && !url.startsWith('#')) assets.add(url);
          },
        },
        resolver: { read, resolve: find },
      });
      parts.push(code);
    }
    return { code: Buffer.concat(parts).toString('utf8'), assets: [...assets] };
  } catch (error) {
    const { fileName, loc, message } = error as { fileName?: string; loc?: { line: number; column: number }; message: string };
    if (fileName === undefined && loc === undefined && !(error instanceof Error)) throw error;
    return bundleFault(placeOf(fileName, root, input.entry), loc?.line ?? 1, loc?.column ?? 1, message);
  }
}

/** `safari 18.1` → `{ safari: 18 << 16 | 1 << 8 }`, as Lightning CSS counts versions. */
function targetsOf(browsers: string): Record<string, number> {
  const pairs = browsers.split(',').map((browser) => {
    const [, name, major, minor] = /^\s*(\w+) (\d+)(?:\.(\d+))?\s*$/.exec(browser) ?? [];
    if (!name) throw new Error(`Internal error: “${browser.trim()}” is not a browser and its version`);
    return [name, (Number(major) << 16) | (Number(minor ?? 0) << 8)] as const;
  });
  return Object.fromEntries(pairs);
}
