/** Versions of the libraries and programs, read without loading them: planning needs names, not code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Toolchain } from '../model/job.ts';
import { digestOf } from '../model/key.ts';

/** Raise it when `pictures.ts` draws the same recipe differently. */
const RENDERER = 4;
/** Raise it when `drawing.ts` cleans by other settings. */
const CLEANER = 1;
/** Raise it when `sheet.ts` writes the same rows differently. */
const SHEETS = 1;

/** Raise it when `zip.ts` packs the same files differently. */
const PACKING = 2;

/** Raise it when the same package gives other facts. */
const READER = 3;

/** Raise it when `markup.ts` judges the same page differently. */
const MARKUP_RULES = 2;

/** Where Kader itself is installed: fonts that a workspace does not have may stand there. */
export const OWN_ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

/** Version of an installed package; found by folder, because many packages do not export their manifest. */
export function packageVersion(name: string): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, 'package.json');
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  }
  return undefined;
}

export function kaderVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

/** Raise it when a browser's facts or captures come out differently. */
const WATCHER = 6;

/** Raise it when the same page comes out with other outlines. */
const OUTLINER = 1;

/** Of every module that `kader/motion` is made of. @param of `outlined`: of those that stand in for some of them */
export function runTimeDigest(folder = new URL('../browser/', import.meta.url), of: 'motion' | 'outlined' = 'motion'): string {
  const modules = readdirSync(folder).filter((name) => name.startsWith(of) && name.endsWith('.js'));
  return digestOf(
    modules
      .sort()
      .map((name) => `${name} ${digestOf(readFileSync(new URL(name, folder)))}`)
      .join('\n'),
  ).slice(0, 10);
}

/** Versions of the programs that were found; `none` where there is none. */
export function readToolchain({ browser, ffmpeg }: { readonly browser: string; readonly ffmpeg: string }): Toolchain {
  const version = (name: string): string => `${name} ${packageVersion(name) ?? 'absent'}`;
  const platform = `${process.platform}-${process.arch}`;
  const libvips = packageVersion(`@img/sharp-libvips-${platform}`) ?? packageVersion(`@img/sharp-${platform}`) ?? 'own';
  return {
    eleventy: version('@11ty/eleventy'),
    sharp: `${version('sharp')}, libvips package ${libvips}, ${version('lcms-wasm')}, renderer ${RENDERER}`,
    subsetFont: version('subset-font'),
    esbuild: version('esbuild'),
    lightningcss: version('lightningcss'),
    gsap: version('gsap'),
    browser: `chromium ${browser}, ${version('playwright-core')}, ${version('axe-core')}, kader ${kaderVersion()}, watcher ${WATCHER}`,
    ffmpeg: `ffmpeg ${ffmpeg}, ${version('fluent-ffmpeg')}`,
    htmlValidate: `${version('html-validate')}, rules ${MARKUP_RULES}`,
    axe: version('axe-core'),
    zip: `${version('yazl')}, zlib ${process.versions.zlib}, packing ${PACKING}`,
    svgo: `${version('svgo')}, settings ${CLEANER}`,
    outliner: `${version('harfbuzzjs')}, ${version('parse5')}, outliner ${OUTLINER}, run-time of outlines ${runTimeDigest(undefined, 'outlined')}`,
    sheet: `${version('write-excel-file')}, ${version('fflate')}, looks ${SHEETS}`,
    package: `${['yauzl', 'htmlparser2', 'acorn', '@csstools/css-tokenizer'].map(version).join(', ')}, zlib ${process.versions.zlib}, reader ${READER}`,
    // The run-time goes into every banner: its bytes count, not only its version.
    code: readFileSync(new URL('../code.txt', import.meta.url), 'utf8').trim(),
    kader: `kader ${kaderVersion()}, banner run-time ${runTimeDigest()}`,
  };
}
