/** Finds a browser of the Chromium family: the one named, an installed one, or the one npm can bring. */
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { UserError } from '../model/finding.ts';
import { packageVersion } from './toolchain.ts';

export interface BrowserProgram {
  readonly path: string;
  /** Such as `143.0.7499.40`. */
  readonly version: string;
  readonly origin: 'KADER_BROWSER' | 'installed' | '@sparticuz/chromium';
  /** Arguments this program needs besides those of every browser. */
  readonly args: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const run = promisify(execFile);
const VERSION = /\d+\.\d+\.\d+\.\d+/;

/**
 * Asks one program for its version: 50 ms with a warm disk.
 * @throws UserError when `KADER_BROWSER` names something that is not a browser.
 */
export async function findBrowser(env: Environment): Promise<BrowserProgram | undefined> {
  const named = env['KADER_BROWSER'];
  if (named) {
    const version = isFile(named) ? await versionOf(named) : undefined;
    if (version) return { path: named, version, origin: 'KADER_BROWSER', args: [] };
    throw new UserError(`KADER_BROWSER names ${named}, which is not a browser that starts.`, {
      exitCode: 3,
      advice: 'Give it the path of Chromium, Chrome or Edge, or unset it to let Kader look for one.',
    });
  }
  for (const path of new Set([...usualPlaces(env), ...onPath(env)])) {
    const version = isFile(path) ? await versionOf(path) : undefined;
    if (version) return { path, version, origin: 'installed', args: [] };
  }
  return unpackSparticuz(env);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

async function versionOf(path: string): Promise<string | undefined> {
  // On Windows `--version` opens a window; the version is the name of a folder beside the program.
  if (process.platform === 'win32') {
    const folders = await readdir(dirname(path)).catch(() => []);
    return folders.filter((name) => VERSION.exec(name)?.[0] === name).at(-1);
  }
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 10_000, killSignal: 'SIGKILL' });
    return VERSION.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}

function usualPlaces(env: Environment): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  // The programs behind the launchers of the distributions: those add flags of their own and cost a dozen processes.
  return [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
    '/opt/microsoft/msedge/msedge',
  ];
}

function onPath(env: Environment): string[] {
  if (process.platform === 'win32') return [];
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The package unpacks into the shared temporary folder and runs whatever stands there under its name. Here a process of
 * its own unpacks into a folder of the user, which is moved into place when complete.
 */
export async function unpackSparticuz(env: Environment): Promise<BrowserProgram | undefined> {
  const packaged = packageVersion('@sparticuz/chromium');
  if (!packaged || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const cache = join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'kader');
  const folder = join(cache, `chromium-${packaged}`);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) {
    await mkdir(cache, { recursive: true });
    const beside = await mkdtemp(`${folder}-`);
    try {
      const code = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
      // A module named on the command line is looked for from the working folder.
      const cwd = dirname(fileURLToPath(import.meta.url));
      await run(process.execPath, ['--input-type=module', '-e', code], { cwd, env: { ...env, TMPDIR: beside }, timeout: 120_000 });
      await rename(beside, folder);
    } catch {
      // Another build may have been first; otherwise there is no browser here.
      await rm(beside, { recursive: true, force: true });
    }
  }
  const version = existsSync(path) ? await versionOf(path) : undefined;
  // Of its own arguments only these: it comes without the helper of the sandbox. `--single-process` above all makes it hang.
  return version ? { path, version, origin: '@sparticuz/chromium', args: ['--no-sandbox', '--no-zygote'] } : undefined;
}
