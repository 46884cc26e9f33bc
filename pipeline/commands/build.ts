/** `kader build`: makes what is ordered, tells what was found, and watches when asked. */
import { relative } from 'node:path';
import type { Call } from '../cli.ts';
import { resourceOf } from '../jobs/makers.ts';
import type { BuildRecord } from '../model/record.ts';
import { type BuildOptions, build as buildProduction, Interrupted } from '../pipeline.ts';
import { reportJson } from '../report.ts';
import { openStudio } from '../tools/studio.ts';
import { chooseProductions, findWorkspace, type Workspace } from '../tools/workspace.ts';
import { bytesText, durationText } from './progress.ts';

export interface BuildFlags {
  readonly only?: 'site' | 'banners';
  readonly jobs: number;
  readonly watch?: boolean;
  readonly failFast?: boolean;
  readonly measure: boolean;
}

export async function build(call: Call, asked: readonly string[], flags: BuildFlags): Promise<number> {
  const workspace = findWorkspace(call.directory);
  const productions = await chooseProductions(workspace, asked);
  const once = async (): Promise<BuildRecord[]> => {
    const records: BuildRecord[] = [];
    for (const production of productions) records.push(await buildOne(call, workspace, production, flags));
    return records;
  };
  if (flags.watch) {
    const { watchWorkspace } = await import('./watch.ts');
    return watchWorkspace(call, workspace, productions, async () => void (await once()));
  }
  const records = await once();
  if (call.console.json) call.console.give(records.length === 1 ? reportJson(records[0] as BuildRecord) : records.map(reportJson));
  const errors = records.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  if (errors.some(({ code }) => code === 'tool-missing')) return 3;
  return errors.length > 0 ? 1 : 0;
}

/** One production from order to report, told on the terminal. */
export async function buildOne(call: Call, workspace: Workspace, production: string, flags: BuildFlags): Promise<BuildRecord> {
  const { console } = call;
  const progress = console.progress();
  const studio = await openStudio({
    workspace,
    production,
    jobs: flags.jobs,
    signal: call.signal,
    env: call.env,
    records: true,
    onWait: () => console.say(`${production} is being built elsewhere; waiting until that ends.`),
  });
  const options: BuildOptions = { measured: flags.measure, language: console.language, ...(flags.only ? { only: flags.only } : {}) };
  try {
    const record = await buildProduction(production, options, {
      ...studio.effects,
      resourceOf,
      tell: progress.tell,
      stopAtFirst: flags.failFast ?? false,
    });
    progress.end();
    tell(call, record, relative(call.directory, studio.output));
    return record;
  } catch (error) {
    progress.end();
    if (error instanceof Interrupted) call.signal.throwIfAborted();
    throw error;
  } finally {
    await studio.close();
  }
}

function tell({ console }: Call, record: BuildRecord, output: string): void {
  const { colours } = console;
  console.findings(record.findings.filter(({ severity }) => severity !== 'info'));
  const { jobs } = reportJson(record);
  const held = record.judged.filter(({ sound }) => !sound);
  const bytes = record.judged.reduce((sum, one) => sum + one.bytes, 0);
  const counts = [
    `${jobs.made} made`,
    `${jobs.cached} recalled`,
    ...(jobs.failed ? [`${jobs.failed} failed`] : []),
    ...(jobs.skipped ? [`${jobs.skipped} skipped`] : []),
  ];
  for (const { deliverable } of held) console.say(`${colours.red('✗')} ${deliverable.name} is held back`);
  const verdict = held.length === 0 ? colours.green('✓') : colours.yellow('!');
  const sound = record.judged.length - held.length;
  console.say(
    `${verdict} ${colours.bold(record.production)}: ${sound} of ${record.judged.length} deliverables sound, ${bytesText(bytes)} · ${counts.join(', ')} · ${durationText(record.durationMs)}`,
  );
  console.say(colours.dim(`  ${output}/report.html`));
}
