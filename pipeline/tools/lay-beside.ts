/** Lays converted files where a person keeps their own: all or none, and never over what Kader did not make. */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../model/finding.ts';
import type { Blob } from '../model/job.ts';
import type { Digest } from '../model/key.ts';
import { hashFileSync, writeBeside } from './disk.ts';

export interface FileToLay {
  /** Absolute. */
  readonly target: string;
  /** Absolute: what it was converted from. */
  readonly source: string;
  readonly blob: Blob;
}

export interface LayOptions {
  readonly read: (digest: Digest) => Promise<Buffer>;
  /** Absolute paths of what is converted: never written over, whatever is said. */
  readonly sources: readonly string[];
  /** Where it is kept what was laid before; absent outside a workspace, where only equal bytes count as ours. */
  readonly memory?: string;
  /** Also over what Kader did not make. */
  readonly force: boolean;
}

/** What was laid at a path, and from which source: two sources may come to one name. */
type Memory = Record<string, { readonly digest: Digest; readonly source: string }>;

/** @returns for each file whether it was written or stood already. @throws UserError before anything is written */
export async function layBeside(files: readonly FileToLay[], options: LayOptions): Promise<('written' | 'stands')[]> {
  const known = options.memory ? readMemory(options.memory) : {};
  const sources = new Set(options.sources.map(realPath));
  const foreign: string[] = [];
  const states = files.map(({ target, source, blob }): 'written' | 'stands' => {
    if (sources.has(realPath(target)))
      throw new UserError(`${target} would be written over, and it is what is converted.`, {
        advice: 'Name another folder: --out <folder>',
      });
    const there = lstatSync(target, { throwIfNoEntry: false });
    if (!there) return 'written';
    const digest = there.isFile() ? hashFileSync(target).digest : undefined;
    if (digest === blob.digest) return 'stands';
    const own = known[target];
    if (!there.isFile() || (!options.force && (own?.digest !== digest || own?.source !== source))) foreign.push(target);
    return 'written';
  });
  if (foreign.length > 0) {
    const more = foreign.length > 3 ? ` and ${foreign.length - 3} more` : '';
    throw new UserError(
      `${foreign.slice(0, 3).join(', ')}${more}: there already, and not as Kader left it for this picture. Nothing was written.`,
      {
        advice: 'Name another folder with --out, or say --force to write over these files.',
      },
    );
  }
  for (const [at, { target, source, blob }] of files.entries()) {
    if (states[at] === 'written') await writeBeside(target, await options.read(blob.digest));
    known[target] = { digest: blob.digest, source };
  }
  if (options.memory && files.length > 0) await writeBeside(options.memory, JSON.stringify(known));
  return states;
}

/** Of a file that may not be there yet: by the folder it would lie in. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length));
  }
}

/** A memory that cannot be read is none: then nothing but equal bytes is ours. */
function readMemory(file: string): Memory {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    return {};
  }
}
