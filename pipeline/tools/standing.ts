/** The last build of a production, kept as long as what it laid stands: the next one compares a key and looks at the files. */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../model/key.ts';
import type { Standing } from '../model/record.ts';
import { diskFault, writeBeside } from './disk.ts';
import { treeStands } from './tree.ts';
import { TREES, treeStateFile, type Workspace } from './workspace.ts';

const VERSION = 1;

/** @param output the production's folder there */
export async function saveReport(output: string, html: string, json: string): Promise<void> {
  await Promise.all([writeBeside(join(output, 'report.html'), html), writeBeside(join(output, 'report.json'), json)]);
}

export function openStanding(workspace: Workspace, production: string) {
  const file = join(workspace.kader, 'standing', `${production}.json`);
  const output = join(workspace.output, production);
  const read = (): Standing | undefined => {
    if (!existsSync(file)) return undefined;
    try {
      const { version, standing } = JSON.parse(readFileSync(file, 'utf8')) as { version: number; standing: Standing };
      return version === VERSION ? standing : undefined;
    } catch {
      // What cannot be read is no standing build: everything is gone over again.
      return undefined;
    }
  };
  const stands = (): boolean =>
    existsSync(join(output, 'record', 'record.json')) &&
    TREES.every((tree) => treeStands(join(output, tree), treeStateFile(workspace, production, tree)));
  return {
    async recall(key: Digest): Promise<Standing | undefined> {
      const standing = read();
      return standing?.key === key && stands() ? standing : undefined;
    },
    keep: (standing: Standing): Promise<void> => writeBeside(file, JSON.stringify({ version: VERSION, standing })),
    async drop(): Promise<void> {
      try {
        await rm(file, { force: true });
      } catch (error) {
        throw diskFault(error, file);
      }
    },
  };
}
