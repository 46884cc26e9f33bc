/** The demo's photographs, drawn once for all tests that ask for them in the same size: that takes as long as to judge them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from './workspace.ts';

const SCRIPTS = join(ROOT, 'scripts/demo-photos');
const KEPT = join(ROOT, '.kader', 'test');

/** A folder with them, for reading only. What draws them stands in its name. @param scale of their full size */
export function demoPhotos(scale: number): string {
  const hash = createHash('sha256').update(JSON.stringify([scale, sharp.versions]));
  for (const name of readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(mjs|js|json)$/.test(name)) hash.update(name).update(readFileSync(join(SCRIPTS, name)));
  const folder = join(KEPT, `photos-${scale}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(KEPT, { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, [join(SCRIPTS, 'make.mjs'), '--scale', `${scale}`, '--out', beside], { stdio: 'ignore' });
  try {
    renameSync(beside, folder);
  } catch (error) {
    // Two test files may draw them at once; one of them comes second.
    if (!existsSync(folder)) throw error;
    rmSync(beside, { recursive: true });
  }
  return folder;
}
