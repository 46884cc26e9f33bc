/**
 * Develops pictures in formats that sharp does not read: a program of their own turns each into one that it does, with
 * its pixels, profile and metadata, before anything is measured.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { FileType, ForeignType } from '../model/asset.ts';
import { LIMIT_PIXELS } from '../model/recipe.ts';
import { ffmpegPaths, installAdvice, type ProgramPackage, programOnPath } from './programs.ts';

export type Developed =
  /** `pictures`: how many there were, where that is more than the one. */
  | { readonly path: string; readonly pictures?: number }
  /** What the program says of the file. */
  | { readonly reason: string }
  /** The program is not there; how to get it. */
  | { readonly advice: string };

interface Developer {
  /** The first that is there is used. */
  readonly programs: readonly string[];
  readonly package: ProgramPackage;
  /** Of the developed file, with its dot. */
  readonly ending: '.png' | '.tif' | '.jpg' | '.webp';
  /** Runs in turn; the last one that gives a file with content wins. */
  readonly runs: (from: string, to: string) => Promise<readonly Run[]> | readonly Run[];
}

interface Run {
  readonly args: readonly string[];
  /** What it prints is the picture. */
  readonly prints?: boolean;
  /** Needless when the runs before gave a picture. */
  readonly otherwise?: boolean;
}

const LIMIT_MS = 60_000;
/** Long side of drawings and pages, in px; they have no pixels of their own. */
const PAGE_SIDE = 4000;

/** Within these ImageMagick gives up rather than take the computer with it. */
const BOUNDS = ['-limit', 'memory', '1GiB', '-limit', 'map', '1GiB', '-limit', 'disk', '2GiB', '-limit', 'time', '60'];

function byImageMagick(
  coder: string,
  frame: (from: string) => Promise<number> | number = () => 0,
  options: readonly string[] = [],
): Developer {
  return {
    programs: ['magick', 'convert-im6.q16', 'convert'],
    package: 'imagemagick',
    ending: '.tif',
    // The coder is named, so that no content can choose another.
    runs: async (from, to) => [
      { args: [...BOUNDS, `${coder}:${from}[${await frame(from)}]`, ...options, '-compress', 'none', `tiff:${to}`] },
    ],
  };
}

/** Every frame for its time, without loss, as WebP; no list of files and no address passes for a picture. */
function sequence(from: string, to: string, filter: string): Run {
  const guards = ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-protocol_whitelist', 'file', '-format_whitelist', 'mov'];
  const made = ['-c:v', 'libwebp_anim', '-lossless', '1', '-compression_level', '1', '-loop', '0', '-f', 'webp', `file:${to}`];
  return {
    args: [...guards, '-max_pixels', String(LIMIT_PIXELS), '-threads', '2', '-i', `file:${from}`, '-filter_complex', filter, ...made],
  };
}

/** ImageMagick drops the Display P3 profile of telephones' pictures; libheif's own program keeps it (both tried November 2026). */
const DEVELOPERS: Readonly<Record<ForeignType, Developer>> = {
  avis: {
    programs: ['ffmpeg'],
    package: 'ffmpeg',
    ending: '.webp',
    // What is see-through stands in a track of its own.
    runs: (from, to) => [
      sequence(from, to, '[0:v:0][0:v:1]alphamerge,format=bgra'),
      { ...sequence(from, to, '[0:v:0]format=bgra'), otherwise: true },
    ],
  },
  heic: {
    programs: ['heif-convert', 'heif-dec'],
    package: 'libheif',
    ending: '.png',
    runs: (from, to) => [{ args: [from, to] }],
  },
  jxl: { programs: ['djxl'], package: 'libjxl', ending: '.png', runs: (from, to) => [{ args: [from, to] }] },
  psd: byImageMagick('psd'),
  bmp: byImageMagick('bmp'),
  jp2: byImageMagick('jp2'),
  ico: byImageMagick('ico', largestIcon),
  // libvips 8.18.7 refuses Lab of 8 bits, which Photoshop writes, and reads that of 16.
  lab: byImageMagick('tiff', () => 0, ['-depth', '16']),
  raw: {
    programs: ['exiftool'],
    package: 'exiftool',
    ending: '.jpg',
    runs: (from, to) => [
      { args: ['-b', '-JpgFromRaw', from], prints: true },
      { args: ['-b', '-PreviewImage', from], prints: true, otherwise: true },
      // The camera's way up stands in the raw file, not in its preview.
      { args: ['-q', '-overwrite_original', '-TagsFromFile', from, '-Orientation', '-EXIF:all', '-XMP:all', to] },
    ],
  },
  pdf: {
    programs: ['pdftocairo'],
    package: 'poppler',
    ending: '.png',
    runs: (from, to) => [
      { args: ['-png', '-transp', '-singlefile', '-cropbox', '-scale-to', String(PAGE_SIDE), from, to.replace(/\.png$/, '')] },
    ],
  },
  eps: {
    programs: ['gs', 'gswin64c'],
    package: 'ghostscript',
    ending: '.png',
    runs: (from, to) => [
      { args: ['-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-dEPSCrop', '-r300', '-sDEVICE=pngalpha', `-sOutputFile=${to}`, from] },
    ],
  },
};

/** The programs that are looked for, and what they read. */
export function developers(): {
  readonly program: string;
  readonly package: ProgramPackage;
  readonly reads: readonly ForeignType[];
  readonly path: string | undefined;
}[] {
  const packages = [...new Set(Object.values(DEVELOPERS).map((developer) => developer.package))];
  return packages.map((name) => {
    const reads = (Object.keys(DEVELOPERS) as ForeignType[]).filter((type) => DEVELOPERS[type].package === name);
    const [first = 'psd'] = reads;
    return { program: DEVELOPERS[first].programs[0] ?? name, package: name, reads, path: programFor(first) };
  });
}

export function isForeign(type: FileType): type is ForeignType {
  return Object.hasOwn(DEVELOPERS, type);
}

/** Tells one state of a program from another without starting it; `none` where it is not there. */
export function developerState(type: ForeignType): string {
  const path = programFor(type);
  if (!path) return 'none';
  const { size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
  return `${path} ${size} ${mtimeMs}`;
}

/** @param to without ending; @returns where the developed picture lies. @throws the reason of the signal */
export async function develop(from: string, type: ForeignType, to: string, signal: AbortSignal): Promise<Developed> {
  const developer = DEVELOPERS[type];
  const program = programFor(type);
  if (!program) return { advice: installAdvice(developer.package) };
  const path = to + developer.ending;
  let complaint = '';
  for (const run of await developer.runs(from, path)) {
    if (run.otherwise && hasContent(path)) continue;
    complaint = (await execute(program, run, path, signal)) || complaint;
  }
  // libheif's program numbers them where there are several; the first is the picture itself.
  const numbered = path.replace(/(\.\w+)$/, '-1$1');
  if (!hasContent(path) && hasContent(numbered)) await rename(numbered, path);
  if (!hasContent(path)) return { reason: complaint || 'no picture came of it' };
  if (type === 'pdf' && (await isEmptyIllustrator(from, to, signal))) return { reason: WITHOUT_PDF };
  let pictures = type === 'pdf' ? await pagesOf(from, to, signal) : 1;
  while (hasContent(path.replace(/(\.\w+)$/, `-${pictures + 1}$1`))) pictures++;
  return pictures > 1 ? { path, pictures } : { path };
}

/** Said in place of a drawing that Illustrator kept to itself. */
export const WITHOUT_PDF = 'saved without PDF content';

/** Illustrator then writes a page that says so, in every language in English; poppler reads its words. */
async function isEmptyIllustrator(from: string, to: string, signal: AbortSignal): Promise<boolean> {
  const program = programOnPath('pdftotext');
  if (!program) return false;
  const words = `${to}.txt`;
  await execute(program, { args: ['-f', '1', '-l', '1', from, words] }, words, signal);
  return (
    hasContent(words) && /Illustrator\W+File that was saved without PDF Content/i.test((await readFile(words, 'utf8')).replace(/\s+/g, ' '))
  );
}

/** @returns 1 where poppler does not tell */
async function pagesOf(from: string, to: string, signal: AbortSignal): Promise<number> {
  const program = programOnPath('pdfinfo');
  if (!program) return 1;
  const told = `${to}.info`;
  await execute(program, { args: [from], prints: true }, told, signal);
  return Number((hasContent(told) && /^Pages:\s+(\d+)$/m.exec(await readFile(told, 'utf8'))?.[1]) || 1);
}

function programFor(type: ForeignType): string | undefined {
  for (const name of DEVELOPERS[type].programs) {
    const path = name === 'ffmpeg' ? ffmpegPaths(process.env)[0] : programOnPath(name);
    if (path) return path;
  }
  return undefined;
}

function hasContent(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** @returns what the program complained of, on one line; it is ended with all that it started when it takes too long. */
async function execute(program: string, { args, prints }: Run, to: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const child = spawn(program, args, { stdio: ['ignore', prints ? 'pipe' : 'ignore', 'pipe'], detached: true });
  const output = prints && child.stdout ? finished(child.stdout.pipe(createWriteStream(to))) : undefined;
  let told = '';
  child.stderr?.on('data', (data: Buffer) => {
    if (told.length < 2000) told += data.toString('utf8');
  });
  const end = (): void => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(() => {
    told = `it took longer than ${LIMIT_MS / 1000} s`;
    end();
  }, LIMIT_MS);
  signal.addEventListener('abort', end);
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.on('error', (error) => {
        told = error.message;
        resolve(1);
      });
      child.on('close', resolve);
    });
    await output;
    signal.throwIfAborted();
    return code === 0 ? '' : (told.trim().split('\n')[0] ?? '');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

/** An icon holds several sizes; its directory tells them in a byte each, 0 for 256. */
async function largestIcon(path: string): Promise<number> {
  const bytes = await readFile(path);
  const count = bytes.length >= 6 ? bytes.readUInt16LE(4) : 0;
  let best = { at: 0, width: 0 };
  for (let at = 0; at < count && 6 + at * 16 < bytes.length; at++) {
    const width = bytes[6 + at * 16] || 256;
    if (width > best.width) best = { at, width };
  }
  return best.at;
}
