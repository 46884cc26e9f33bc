/** `kader clean`: sweeps from the store what no recent record names; `--all` empties store and output. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../cli.ts';
import { UserError } from '../model/finding.ts';
import type { Plan } from '../model/job.ts';
import type { Digest } from '../model/key.ts';
import type { BuildRecord } from '../model/record.ts';
import { takeLock } from '../tools/lock.ts';
import { sweepStore } from '../tools/sweep.ts';
import { findWorkspace, listProductions, type Workspace } from '../tools/workspace.ts';
import { bytesText } from './progress.ts';

export async function clean(call: Call, flags: { readonly all?: boolean }): Promise<number> {
  const { console } = call;
  const workspace = findWorkspace(call.directory);
  const productions = await listProductions(workspace);
  const locks = [];
  try {
    for (const production of productions) {
      const lock = await takeLock(`${workspace.root}\n${production}`, { wait: false });
      if (!lock)
        throw new UserError(`${production} is being built now; its material may not be swept away.`, {
          advice: 'Wait until that build ends, then clean.',
        });
      locks.push(lock);
    }
    if (flags.all) {
      await rm(workspace.kader, { recursive: true, force: true });
      await rm(workspace.output, { recursive: true, force: true });
      console.say('The store and the output are empty.');
      if (console.json) console.give({ all: true });
      return 0;
    }
    const { keep, keepKeys } = await named(workspace, productions);
    const { removed, bytes } = await sweepStore({ kader: workspace.kader, keep, keepKeys });
    console.say(`${removed} files swept, ${bytesText(bytes)} free.`);
    if (console.json) console.give({ removed, bytes });
    return 0;
  } finally {
    for (const lock of locks) await lock.release();
  }
}

/** What the last record of each production names: supplied files, pages, and everything made. */
async function named(workspace: Workspace, productions: readonly string[]): Promise<{ keep: Set<Digest>; keepKeys: Set<string> }> {
  const keep = new Set<Digest>();
  const keepKeys = new Set<string>();
  for (const production of productions) {
    const record = await readFile(join(workspace.output, production, 'record', 'record.json'), 'utf8').then(
      (text) => JSON.parse(text) as BuildRecord,
      () => undefined,
    );
    if (!record) continue;
    // A record of an earlier version may not have it.
    for (const key of record.caches ?? []) keepKeys.add(key);
    for (const { digest } of [...record.assets, ...record.release.files, ...record.release.review]) keep.add(digest);
    for (const outcome of record.outcomes) {
      if (!('made' in outcome)) continue;
      keepKeys.add(outcome.key);
      if (outcome.made.blob) keep.add(outcome.made.blob.digest);
    }
    const plan = await readFile(join(workspace.output, production, 'record', 'plan.json'), 'utf8').then(
      (text) => JSON.parse(text) as Plan,
      () => undefined,
    );
    for (const job of plan?.jobs ?? []) for (const input of job.inputs) if (input.from === 'store') keep.add(input.digest);
  }
  return { keep, keepKeys };
}
