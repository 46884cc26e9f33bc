/** Finds external programs, asks their version, and knows what to type to get one. */
import { execFile } from 'node:child_process';
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

export function installAdvice(program: 'chromium' | 'ffmpeg'): string {
  const lines: Partial<Record<NodeJS.Platform, string>> = {
    linux: `Type: sudo apt-get install ${program}`,
    darwin: `Type: brew install ${program === 'chromium' ? '--cask chromium' : program}`,
    win32: program === 'chromium' ? 'Edge will do; or type: winget install Google.Chrome' : 'Type: winget install Gyan.FFmpeg',
  };
  return lines[process.platform] ?? `Install ${program}.`;
}
