/** Finds external programs, asks their version, and knows what to type to get one. */
import { execFile } from 'node:child_process';
import { accessSync, statSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const ask = promisify(execFile);

export interface FoundProgram {
  readonly path: string;
  readonly version: string;
}

/** @param named a path that a person set; it is used or nothing is. */
export async function findProgram(name: string, named?: string): Promise<FoundProgram | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  for (const path of named ? [named] : folders.map((folder) => join(folder, name + ending))) {
    try {
      await access(path, constants.X_OK);
      const { stdout, stderr } = await ask(path, ['-version'], { timeout: 5000 });
      return { path, version: /version\s+(\S+)/.exec(stdout + stderr)?.[1] ?? 'unknown' };
    } catch {
      // Not here, or it does not run: the next folder may have it.
    }
  }
  return undefined;
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
