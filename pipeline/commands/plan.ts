/** `kader plan`: what would be made, and with `--explain` why it would be made again. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../cli.ts';
import { explain } from '../jobs/explain.ts';
import { resourceOf } from '../jobs/makers.ts';
import type { Job, Plan } from '../model/job.ts';
import type { Part } from '../model/layout.ts';
import { prepare } from '../pipeline.ts';
import { stepsText } from '../review/corrections.ts';
import { chooseProductions, findWorkspace } from '../tools/workspace.ts';
import { openLook } from './look.ts';
import { terminalWords } from './words.ts';

export async function plan(
  call: Call,
  asked: readonly string[],
  flags: { readonly explain?: boolean; readonly only?: Part },
): Promise<number> {
  const { console } = call;
  const said = terminalWords[console.language];
  const workspace = findWorkspace(call.directory);
  const results: object[] = [];
  let errors = false;
  for (const production of await chooseProductions(workspace, asked)) {
    const previous = await readPlan(join(workspace.output, production, 'record', 'plan.json'));
    const studio = await openLook(call, workspace, production, { browser: true });
    const progress = console.progress();
    try {
      const options = { measured: true, language: console.language, ...(flags.only ? { only: flags.only } : {}) };
      const prepared = await prepare(production, options, { ...studio.effects, resourceOf, tell: progress.tell, stopAtFirst: false });
      progress.end();
      await studio.effects.flush();
      errors ||= prepared.findings.some(({ severity }) => severity === 'error');
      const toMake = prepared.plan.jobs.filter(({ key }) => !studio.store.recall(key));
      const reasons = flags.explain ? explain(toMake, previous) : toMake.map(() => '');
      for (const [at, { kind, label }] of toMake.entries()) {
        console.say(`${kind.padEnd(8)} ${label}${reasons[at] ? console.colours.dim(`  ${reasons[at]}`) : ''}`);
      }
      for (const { asset, steps } of prepared.layout.proofs) {
        console.say(`${console.colours.dim(said.corrects)} ${asset}  ${console.colours.dim(stepsText(steps, console.language))}`);
      }
      console.findings(prepared.findings.filter(({ severity }) => severity === 'error'));
      console.say(
        `${console.colours.bold(production)}: ${said.planned(toMake.length, prepared.plan.jobs.length, prepared.plan.deliverables.length)}`,
      );
      const corrections = prepared.layout.proofs.map(({ asset, steps }) => ({ asset, steps }));
      const jobs = toMake.map((job, at) => ({
        kind: job.kind,
        label: job.label,
        key: job.key,
        ...(flags.explain ? { because: reasons[at] } : {}),
      }));
      results.push({ production, total: prepared.plan.jobs.length, jobs, corrections });
    } finally {
      progress.end();
      await studio.close();
    }
  }
  if (console.json) console.give(results.length === 1 ? results[0] : results);
  return errors ? 1 : 0;
}

async function readPlan(path: string): Promise<readonly Job[]> {
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as Pick<Plan, 'jobs'>).jobs;
  } catch {
    // Never built, or its record was removed: every job is new.
    return [];
  }
}
