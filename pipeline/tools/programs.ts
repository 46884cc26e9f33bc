/** Finds external programs, and knows what to type to get one. */
import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** What a person named: then that one is used or nothing is. */
export function namedFfmpeg(env: Readonly<Record<string, string | undefined>>): string {
  return env['FFMPEG_PATH'] || env['FFMPEG_BIN'] || '';
}

/** Package → what it is called by apt, Homebrew and winget. */
const PACKAGES = {
  chromium: ['chromium', '--cask chromium', 'Google.Chrome'],
  ffmpeg: ['ffmpeg', 'ffmpeg', 'Gyan.FFmpeg'],
  libheif: ['libheif-examples', 'libheif', undefined],
  imagemagick: ['imagemagick', 'imagemagick', 'ImageMagick.ImageMagick'],
  libjxl: ['libjxl-tools', 'jpeg-xl', undefined],
  exiftool: ['libimage-exiftool-perl', 'exiftool', 'OliverBetz.ExifTool'],
  poppler: ['poppler-utils', 'poppler', 'oschwartz10612.Poppler'],
  ghostscript: ['ghostscript', 'ghostscript', 'ArtifexSoftware.GhostScript'],
} as const satisfies Record<string, readonly [apt: string, brew: string, winget: string | undefined]>;
export type ProgramPackage = keyof typeof PACKAGES;

export function installAdvice(program: ProgramPackage): string {
  const [apt, brew, winget] = PACKAGES[program];
  if (process.platform === 'win32') {
    if (program === 'chromium') return `Edge will do; or type: winget install ${winget}`;
    return winget ? `Type: winget install ${winget}` : `Install ${program} and put it on the PATH.`;
  }
  if (process.platform === 'darwin') return `Type: brew install ${brew}`;
  return process.platform === 'linux' ? `Type: sudo apt-get install ${apt}` : `Install ${program}.`;
}

/** Where ffmpeg may be: what a person named and nothing else, or the npm package ffmpeg-static and then the PATH. */
export function ffmpegPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  const named = namedFfmpeg(env);
  return named ? [named] : [packagedFfmpeg(), programOnPath('ffmpeg')].filter((path) => path !== undefined);
}

/** Where the scripts of packages may not run, its path leads nowhere. */
function packagedFfmpeg(): string | undefined {
  try {
    const path: unknown = createRequire(import.meta.url)('ffmpeg-static');
    if (typeof path !== 'string' || !statSync(path).isFile()) return undefined;
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}

let limiter: Promise<string | undefined> | undefined;

/** What to type before a program so that it gets no more than so many bytes of memory; nothing where the system has no such means. */
export async function memoryLimiter(bytes: number): Promise<readonly string[]> {
  limiter ??= (async () => {
    const path = process.platform === 'linux' ? programOnPath('prlimit') : undefined;
    if (!path) return undefined;
    return promisify(execFile)(path, ['--data=1073741824', path, '--version'], { timeout: 5000 }).then(
      () => path,
      () => undefined,
    );
  })();
  const path = await limiter;
  // Private memory that is written to: libraries that are only mapped do not count.
  return path ? [path, `--data=${bytes}`] : [];
}

/** The first executable file of the name on the PATH. A script of the same name that is no program of the kind is for its run to tell. */
export function programOnPath(name: string): string | undefined {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name + ending))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    });
}
