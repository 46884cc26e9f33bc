/** Disks that refuse: a small one that fills up, a folder that may not be written. Root mounts them; others ask sudo, which CI grants. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;

function run(...command: readonly string[]): boolean {
  const [program = '', ...args] = isRoot ? command : ['sudo', '-n', ...command];
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Mounts an empty disk of so many kB. @returns what takes it away. */
export function mountSmallDisk(folder: string, kilobytes: number): () => void {
  mkdirSync(folder, { recursive: true });
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=777`, 'tmpfs', folder))
    throw new Error(`No disk could be mounted at ${folder}`);
  return () => void run('umount', '-l', folder);
}

/** Makes a folder read-only, for root too. @returns what makes it writable again. */
export function makeReadOnly(folder: string): () => void {
  if (!run('mount', '--bind', folder, folder) || !run('mount', '-o', 'remount,bind,ro', folder))
    throw new Error(`${folder} could not be made read-only`);
  return () => void run('umount', '-l', folder);
}

/** Whether this machine lets tests mount. */
export const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'kader-mount-'));
  try {
    mountSmallDisk(folder, 64)();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();
