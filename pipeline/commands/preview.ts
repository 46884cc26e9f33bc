/** `kader preview`: builds, serves the output on 127.0.0.1, rebuilds and reloads on change, opens the report. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Call } from '../cli.ts';
import { UserError } from '../model/finding.ts';
import { bannerWords } from '../review/banner-words.ts';
import { cropWords } from '../review/crop-words.ts';
import { contentTypeOf, startServer, type TableEntry } from '../tools/server.ts';
import { laidPaths } from '../tools/tree.ts';
import { chooseProductions, findWorkspace, TREES, treeStateFile, type Workspace } from '../tools/workspace.ts';
import { BANNERS, bannerEntries } from './banners.ts';
import { buildOne } from './build.ts';
import { CROPS, openCropSheet } from './crops.ts';
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
  let table = new Map<string, TableEntry>();
  const show = (reload: boolean): void => {
    server.publish(new Map([...table, ...crops.entries()]));
    if (reload) server.reload();
  };
  const crops = openCropSheet(call, workspace, production, flags.jobs, show);
  const server = await startServer({ port: flags.port, posts: crops.posts });
  let first = true;
  try {
    return await watchWorkspace(call, workspace, [production], async () => {
      await crops.inTurn(() => buildOne(call, workspace, production, flags));
      const banners = bannerEntries(workspace, production, console.language);
      const links = {
        [CROPS]: cropWords[console.language].crops,
        ...(banners.size > 0 ? { [BANNERS]: bannerWords[console.language].preview } : {}),
      };
      table = new Map([...tableOf(workspace, production, links), ...banners]);
      show(true);
      void crops.follow();
      const looks = [
        `${server.url}site/ site`,
        ...(banners.size > 0 ? [`${server.url}banners/ banners`] : []),
        `${server.url}crops/ crops`,
      ];
      console.say(`  ${console.colours.bold(server.url)}  report · ${looks.join(' · ')}`);
      if (first && flags.open && process.stdout.isTTY) openInBrowser(server.url);
      first = false;
    });
  } finally {
    await server.close();
    await crops.inTurn(async () => undefined);
  }
}

/** URL path → file: the reports and what was laid; the record beside them stays private. */
function tableOf(workspace: Workspace, production: string, links: Readonly<Record<string, string>>): Map<string, TableEntry> {
  const output = join(workspace.output, production);
  const table = new Map<string, TableEntry>();
  const add = (url: string, file: string): void => {
    const isFramed = file.startsWith('preview/units/');
    table.set(url, { path: join(output, file), type: contentTypeOf(file), ...(isFramed ? { isFramed } : {}) });
  };
  for (const tree of TREES) {
    for (const path of laidPaths(treeStateFile(workspace, production, tree))) add(`/${tree}/${path}`, `${tree}/${path}`);
  }
  add('/report.html', 'report.html');
  add('/report.json', 'report.json');
  // The report lies on disk as well, where there is no sheet to lead to.
  const anchors = Object.entries(links).map(([url, text]) => `<a href="${url}">${text}</a>`);
  const foot = `<nav style="display:flex;gap:20px;padding:12px clamp(16px,3vw,48px)">${anchors.join('')}</nav>`;
  table.set('/index.html', { path: join(output, 'report.html'), type: contentTypeOf('report.html'), foot });
  return table;
}

function openInBrowser(url: string): void {
  const [program, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', url] }[process.platform as string] ?? ['xdg-open', url];
  // No desktop is no fault: the address stands in the terminal.
  spawn(program as string, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
