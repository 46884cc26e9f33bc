/** Builds again when the order, the material or the house style changes; a failure waits for the next change. */
import { join } from 'node:path';
import { watch } from 'chokidar';
import type { Call } from '../cli.ts';
import type { Workspace } from '../tools/workspace.ts';
import { tellFailure } from './console.ts';

/** Editors write in several steps; one build follows when they are quiet. */
const QUIET_MS = 120;

export async function watchWorkspace(
  call: Call,
  workspace: Workspace,
  productions: readonly string[],
  build: () => Promise<void>,
): Promise<number> {
  const { console, signal } = call;
  const folders = [workspace.templates, ...productions.map((name) => join(workspace.assets, name))];
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: /(^|[/\\])(\.|node_modules)/,
    awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: 40 },
  });
  let changed = true;
  let wake: () => void = () => undefined;
  watcher.on('all', () => {
    changed = true;
    wake();
  });
  signal.addEventListener('abort', () => wake());
  while (!signal.aborted) {
    if (!changed) {
      console.say(console.colours.dim('Watching. Ctrl-C ends.'));
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (changed || signal.aborted) resolve();
      });
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      continue;
    }
    changed = false;
    try {
      await build();
    } catch (error) {
      if (signal.aborted) break;
      tellFailure(process, error, false, '', false);
    }
  }
  await watcher.close();
  return 0;
}
