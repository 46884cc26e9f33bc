/** `kader build`: makes what is ordered, tells what was found, and watches when asked. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Call } from '../cli.ts';
import type { Part } from '../model/layout.ts';
import type { Summary } from '../model/record.ts';
import { durationText } from '../model/time.ts';
import type { BuildOptions } from '../pipeline.ts';
import { reportData, reportHtml, reportJson, summaryAgain } from '../report/head.ts';
import { words as reportWords } from '../review/words.ts';
import { type Glance, glanceAt } from '../tools/at-a-glance.ts';
import { takeLock } from '../tools/lock.ts';
import { saveReport } from '../tools/standing.ts';
import { chooseProductions, findWorkspace, productionLock, type Workspace } from '../tools/workspace.ts';
import { bytesText } from './progress.ts';
import { terminalWords } from './words.ts';

export interface BuildFlags {
  readonly only?: Part;
  readonly jobs: number;
  readonly watch?: boolean;
  readonly failFast?: boolean;
  readonly measure: boolean;
  /** Absent: pictures are made. */
  readonly captures?: boolean;
}

export async function build(call: Call, asked: readonly string[], flags: BuildFlags): Promise<number> {
  const workspace = findWorkspace(call.directory);
  const productions = await chooseProductions(workspace, asked);
  const once = async (): Promise<Summary[]> => {
    const summaries: Summary[] = [];
    for (const production of productions) summaries.push(await buildOne(call, workspace, production, flags));
    return summaries;
  };
  if (flags.watch) {
    const { watchWorkspace } = await import('./watch.ts');
    return watchWorkspace(call, workspace, productions, async () => void (await once()));
  }
  const summaries = await once();
  if (call.console.json) call.console.give(summaries.length === 1 ? reportData(summaries[0] as Summary) : summaries.map(reportData));
  const errors = summaries.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  if (errors.some(({ code }) => code === 'tool-missing')) return 3;
  return errors.length > 0 ? 1 : 0;
}

/** One production from order to report, told on the terminal. */
export async function buildOne(call: Call, workspace: Workspace, production: string, flags: BuildFlags): Promise<Summary> {
  const { console } = call;
  const options: BuildOptions = {
    measured: flags.measure,
    language: console.language,
    ...(flags.captures === false ? { captured: false } : {}),
    ...(flags.only ? { only: flags.only } : {}),
  };
  // Sound alone is made and measured without one; films, on pages too, may have titles. Its version stands in keys.
  const browser = flags.only !== 'audio';
  const start = performance.now();
  const glance = glanceAt({ workspace, production, env: call.env, browser, options, now: Date.now });
  const stood = glance && (await tellAgain(workspace, production, glance, options, start));
  if (stood) {
    tell(call, stood, relative(call.directory, join(workspace.output, production)));
    return stood;
  }
  const progress = console.progress();
  const [{ openTypesetter }, { openWorkshop }] = await Promise.all([import('../tools/typesetter.ts'), import('../tools/workshop.ts')]);
  const typesetter = openTypesetter(call.signal);
  const workshop = openWorkshop();
  // The picture process gets ready beside us too, who have all else to load and the order to read first.
  if (glance?.isOther) workshop.warm();
  // Where nothing was ever rendered, Eleventy loads in its thread while all else loads here.
  if (!existsSync(workspace.kader)) typesetter.warm();
  const [{ openStudio }, spine, { resourceOf }] = await Promise.all([
    import('../tools/studio.ts'),
    import('../pipeline.ts'),
    import('../jobs/makers.ts'),
  ]);
  const studio = await openStudio({
    workspace,
    production,
    jobs: flags.jobs,
    signal: call.signal,
    env: call.env,
    browser,
    glance,
    typesetter,
    workshop,
    records: true,
    onWait: () => console.say(`${production} is being built elsewhere; waiting until that ends.`),
  });
  try {
    const summary = await spine.build(production, options, {
      ...studio.effects,
      resourceOf,
      tell: progress.tell,
      stopAtFirst: flags.failFast ?? false,
    });
    progress.end();
    tell(call, summary, relative(call.directory, studio.output));
    return summary;
  } catch (error) {
    progress.end();
    if (error instanceof spine.Interrupted) call.signal.throwIfAborted();
    throw error;
  } finally {
    await studio.close();
  }
}

/** Nothing changed: the last build is told once more, and hardly a module of Kader is loaded for it. */
async function tellAgain(
  workspace: Workspace,
  production: string,
  glance: Glance,
  { language }: BuildOptions,
  start: number,
): Promise<Summary | undefined> {
  // Who is being built elsewhere is about to change.
  const lock = await takeLock(productionLock(workspace, production), { wait: false });
  if (!lock) return undefined;
  try {
    const standing = await glance.recall();
    if (!standing) return undefined;
    const summary = summaryAgain(standing.summary, performance.now() - start);
    const output = join(workspace.output, production);
    await saveReport(output, reportHtml(summary, standing.body, language), reportJson(summary));
    return summary;
  } finally {
    await lock.release();
  }
}

function tell({ console }: Call, summary: Summary, output: string): void {
  const { colours } = console;
  const words = terminalWords[console.language];
  const counted = reportWords[console.language];
  console.findings(summary.findings.filter(({ severity }) => severity !== 'info'));
  const { jobs, deliverables } = summary;
  const held = deliverables.filter(({ sound }) => !sound);
  const bytes = deliverables.reduce((sum, one) => sum + one.bytes, 0);
  const counts = [
    `${jobs.made} ${counted.made}`,
    `${jobs.cached} ${counted.cached}`,
    ...(jobs.failed ? [`${jobs.failed} ${counted.failed}`] : []),
    ...(jobs.skipped ? [`${jobs.skipped} ${counted.skipped}`] : []),
  ];
  for (const { name } of held) console.say(`${colours.red('✗')} ${words.held(name)}`);
  const verdict = held.length === 0 ? colours.green('✓') : colours.yellow('!');
  const sound = deliverables.length - held.length;
  console.say(
    `${verdict} ${colours.bold(summary.production)}: ${words.sound(sound, deliverables.length)}, ${bytesText(bytes)} · ${counts.join(', ')} · ${durationText(summary.durationMs)}`,
  );
  console.say(colours.dim(`  ${output}/report.html`));
}
