/** `kader images`: all supplied pictures with what is known and thought of them, as a table and as a contact sheet. */
import { relative } from 'node:path';
import type { PrintSize } from '../checks/picture-print.ts';
import type { Call } from '../cli.ts';
import { resourceOf } from '../jobs/makers.ts';
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { lookThrough } from '../pipeline.ts';
import { contactSheetHtml, worstFirst } from '../review/contact-sheet.ts';
import { repairText, words } from '../review/words.ts';
import { chooseProductions, findWorkspace } from '../tools/workspace.ts';
import { openLook } from './look.ts';

export async function images(call: Call, asked: readonly string[], flags: { readonly jobs: number }): Promise<number> {
  const { console } = call;
  const workspace = findWorkspace(call.directory);
  const results: object[] = [];
  let errors = 0;
  for (const production of await chooseProductions(workspace, asked)) {
    const progress = console.progress();
    const studio = await openLook(call, workspace, production, { jobs: flags.jobs });
    try {
      const effects = { ...studio.effects, resourceOf, tell: progress.tell, stopAtFirst: false };
      const { order, assets, findings, repair, thumbnails, prints } = await lookThrough(production, console.language, effects);
      progress.end();
      const paths = new Map([...thumbnails].map(([name, blob]) => [name, { path: `${name}.webp`, ...blob }]));
      const pictures = worstFirst(assets, findings);
      const shown = new Map([...paths].map(([name, { path }]) => [name, path]));
      const sheet = { production, client: order.client, pictures, findings: findings.length, repair, thumbnails: shown, prints };
      const place = await studio.effects.layImages(contactSheetHtml(sheet, console.language), [...paths.values()]);
      for (const { asset, told } of pictures) console.say(rowOf(call, asset, told, prints.get(asset.name)));
      if (repair.minutes > 0) console.say(`  ${words[console.language].repair}: ${repairText(repair, console.language)}`);
      console.say(console.colours.dim(`  ${relative(call.directory, place)}`));
      errors += findings.filter(({ severity, where }) => severity === 'error' && where.asset !== undefined).length;
      results.push({
        production,
        page: place,
        repairMinutes: repair.minutes,
        pictures: pictures.map(({ asset, told }) => ({ ...asset, prints: prints.get(asset.name), findings: told.map(({ code }) => code) })),
      });
    } finally {
      progress.end();
      await studio.close();
    }
  }
  if (console.json) console.give(results.length === 1 ? results[0] : results);
  return errors > 0 ? 1 : 0;
}

function rowOf({ console }: Call, asset: Asset, told: readonly Finding[], print: PrintSize | undefined): string {
  const { facts, type } = asset;
  const { colours } = console;
  const isBad = told.some(({ severity }) => severity === 'error');
  const mark = isBad ? colours.red('✗') : told.some(({ severity }) => severity === 'warning') ? colours.yellow('!') : colours.green('✓');
  const codes = told.map(({ code }) => code).join(', ');
  if (!facts) return `${mark} ${asset.name.padEnd(20)} ${type.padEnd(6)} ${colours.dim(codes)}`;
  const { detail, quality } = facts.measured ?? {};
  const columns = [
    asset.name.padEnd(20),
    type.padEnd(6),
    `${facts.width} × ${facts.height}`.padEnd(14),
    (quality === undefined ? '' : `q${quality}`).padEnd(5),
    (detail === undefined ? '' : `detail ${Math.round(detail * facts.width)} px`).padEnd(15),
    (print ? `${print.class} ${print.ppi === undefined ? `≤ ${print.largest[0]} mm` : `${print.ppi} ppi`}` : '').padEnd(18),
    (facts.profile ?? `${facts.space}, no profile`).slice(0, 24).padEnd(25),
  ];
  return `${mark} ${columns.join(' ')}${colours.dim(codes)}`.trimEnd();
}
