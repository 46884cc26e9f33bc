/** Packed banners made elsewhere: finds them and the backup beside each, and lets a browser run what is in them. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { BannerFacts } from '../model/facts.ts';
import { UserError } from '../model/finding.ts';
import type { PackageFacts, PackageFault } from '../model/package.ts';
import type { ClickMechanism } from '../model/rules.ts';
import { openBrowser, type ServedFile } from './browser.ts';
import type { BrowserProgram } from './browser-find.ts';
import { codeOf } from './disk.ts';
import { lookAtPicture } from './package-picture.ts';
import { unzip } from './package-unzip.ts';
import { contentTypeOf } from './server.ts';

/** A picture larger than this is no backup image, and not read. */
const MOST_BACKUP = 20_000_000;
const PICTURE = /\.(jpe?g|png|gif)$/i;

/**
 * Absolute paths of the zips that are meant; of a folder all that lie directly in it.
 * @throws UserError when something is not there, or nothing is a zip
 */
export async function zipsNamed(directory: string, named: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const name of named) {
    const path = resolve(directory, name);
    const facts = await stat(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
        throw new UserError(`There is no file ${name}.`, { advice: 'Look at the spelling; name zips, or a folder of zips.' });
      throw new UserError(`${name} cannot be read (${codeOf(error)}).`, { advice: 'Give yourself the right to read it.' });
    });
    if (facts.isFile()) found.add(path);
    else if (facts.isDirectory()) for (const entry of (await readdir(path)).sort()) if (/\.zip$/i.test(entry)) found.add(join(path, entry));
  }
  if (found.size > 0) return [...found];
  throw new UserError(`There is no zip in ${named.join(', ')}.`, { advice: 'Name zips, or a folder in which zips lie.' });
}

interface ImageBeside {
  readonly name: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}

/** The image with the name of the zip, or that name and a word for a backup; and the same with twice the pixels. */
export async function backupsBeside(zip: string): Promise<{ readonly backup?: ImageBeside; readonly denser?: ImageBeside }> {
  const base = basename(zip)
    .replace(/\.zip$/i, '')
    .toLowerCase();
  const entries = (await readdir(dirname(zip))).filter((entry) => PICTURE.test(entry)).sort();
  const nameOf = (entry: string): string => entry.replace(PICTURE, '').toLowerCase();
  const name =
    entries.find((entry) => nameOf(entry) === base) ??
    entries.find((entry) => nameOf(entry).startsWith(base) && /^[-_ .]?(backup|fallback|static)$/.test(nameOf(entry).slice(base.length)));
  const larger = entries.find((entry) => nameOf(entry).startsWith(base) && /^[-_@ .]?2x$/.test(nameOf(entry).slice(base.length)));
  return {
    ...(name === undefined ? {} : { backup: await lookAtImage(dirname(zip), name) }),
    ...(larger === undefined ? {} : { denser: await lookAtImage(dirname(zip), larger) }),
  };
}

async function lookAtImage(folder: string, name: string): Promise<ImageBeside> {
  const path = join(folder, name);
  const { size } = await stat(path);
  const picture = size > MOST_BACKUP ? undefined : lookAtPicture(await readFile(path));
  const { width, height } = picture ?? {};
  return { name, bytes: size, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

/** What is wrong with these does not keep a browser from them. */
const STILL_RUNS: ReadonlySet<PackageFault['reason']> = new Set([
  'script-unreadable',
  'too-long-to-read',
  'backslash-name',
  'unmarked-name',
]);

export interface Runner {
  /** Nothing of a package that has no page, or whose page hangs or overturns the browser. */
  run(zip: string, facts: PackageFacts, click: ClickMechanism): Promise<BannerFacts | undefined>;
  close(): Promise<void>;
}

export function openRunner(program: BrowserProgram): Runner {
  const browser = openBrowser(program, { pages: 1 });
  return {
    async run(zip, { page, document, clickTags, faults, references }, click) {
      if (page === null || !document || faults.some(({ reason }) => !STILL_RUNS.has(reason))) return undefined;
      const folder = await mkdtemp(join(tmpdir(), 'kader-zip-'));
      try {
        const files = await lay(folder, zip, page);
        const { width = 300, height = 250 } = document.adSize ?? {};
        const clickTag = clickTags[0]?.url ?? '';
        const libraries = await librariesAtHand(references);
        const run = { width: clamp(width), height: clamp(height), files, clickTag, click, libraries, measured: true, captures: [] };
        return (await browser.runBanner(run)).facts;
      } catch (error) {
        if (error instanceof UserError) throw error;
        return undefined;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: () => browser.close(),
  };
}

/** GSAP as Kader itself has it, for banners that take it from a CDN: a browser here is shut off from the world. */
async function librariesAtHand(references: PackageFacts['references']): Promise<{ address: string; code: string }[]> {
  const found: { address: string; code: string }[] = [];
  for (const { url = '' } of references) {
    const [, name] = /gsap[^?#]*\/([a-z]\w*?)(?:\.min)?\.js(?:[?#]|$)/i.exec(url) ?? /\/(gsap)_3[\d.]*_min\.js(?:[?#]|$)/.exec(url) ?? [];
    if (name === undefined) continue;
    const file = createRequire(import.meta.url)
      .resolve('gsap/package.json')
      .replace(/package\.json$/, `dist/${name}.min.js`);
    const code = await readFile(file, 'utf8').catch(() => undefined);
    if (code !== undefined) found.push({ address: url, code });
  }
  return found;
}

/** A page may say that it is 99999 px wide; a browser would try. */
const clamp = (side: number): number => Math.min(4096, Math.max(1, side));

/** Under names of ours: those in the zip are never paths on this disk. The page answers for the root, with its folder around it. */
async function lay(folder: string, zip: string, page: string): Promise<Map<string, ServedFile>> {
  const { files } = await unzip(await readFile(zip));
  const root = page.slice(0, page.lastIndexOf('/') + 1);
  const served = new Map<string, ServedFile>();
  for (const [at, { path, content }] of files.entries()) {
    const to = join(folder, String(at));
    await writeFile(to, content, { flag: 'wx' });
    const file = { path: to, type: contentTypeOf(path) };
    if (path.startsWith(root)) served.set(path.slice(root.length), file);
    if (path === page) served.set('index.html', file);
  }
  return served;
}
