/** `kader preview`: builds, serves the output on 127.0.0.1, rebuilds and reloads on change, opens the report. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Call } from '../cli.ts';
import { UserError } from '../model/finding.ts';
import { contentTypeOf, startServer } from '../tools/server.ts';
import { laidPaths } from '../tools/tree.ts';
import { chooseProductions, findWorkspace, TREES, treeStateFile, type Workspace } from '../tools/workspace.ts';
import { buildOne } from './build.ts';
import { watchWorkspace } from './watch.ts';

interface Flags {
  readonly port: number;
  readonly jobs: number;
  readonly open: boolean;
  readonly measure: boolean;
}

export async function preview(call: Call, asked: string | undefined, flags: Flags): Promise<number> {
  const { console } = call;
  const workspace = findWorkspace(call.directory);
  const productions = await chooseProductions(workspace, asked ? [asked] : []);
  const [production] = productions;
  if (!production || productions.length > 1)
    throw new UserError('There are several productions.', { advice: `Name one: kader preview ${productions.join(' | ')}` });
  const server = await startServer({ port: flags.port });
  let first = true;
  try {
    return await watchWorkspace(call, workspace, [production], async () => {
      await buildOne(call, workspace, production, flags);
      server.publish(tableOf(workspace, production));
      server.reload();
      console.say(`  ${console.colours.bold(server.url)}  report · ${server.url}site/ site`);
      if (first && flags.open && process.stdout.isTTY) openInBrowser(server.url);
      first = false;
    });
  } finally {
    await server.close();
  }
}

/** URL path → file: the reports and what was laid; the record beside them stays private. */
function tableOf(workspace: Workspace, production: string): Map<string, { path: string; type: string }> {
  const output = join(workspace.output, production);
  const table = new Map<string, { path: string; type: string }>();
  const add = (url: string, file: string): void => void table.set(url, { path: join(output, file), type: contentTypeOf(file) });
  for (const tree of TREES) {
    for (const path of laidPaths(treeStateFile(workspace, production, tree))) add(`/${tree}/${path}`, `${tree}/${path}`);
  }
  add('/report.html', 'report.html');
  add('/report.json', 'report.json');
  add('/index.html', 'report.html');
  return table;
}

function openInBrowser(url: string): void {
  const [program, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', url] }[process.platform as string] ?? ['xdg-open', url];
  // No desktop is no fault: the address stands in the terminal.
  spawn(program as string, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
