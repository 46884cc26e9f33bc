/** `kader check`: preflight without making anything. */

import { wordsOf } from '../checks/catalogue.ts';
import type { Call } from '../cli.ts';
import { resourceOf } from '../jobs/makers.ts';
import { prepare } from '../pipeline.ts';
import { repairText, words } from '../review/words.ts';
import { chooseProductions, findWorkspace } from '../tools/workspace.ts';
import { openLook } from './look.ts';

export async function check(call: Call, asked: readonly string[], _flags: object): Promise<number> {
  const { console } = call;
  const workspace = findWorkspace(call.directory);
  const results: object[] = [];
  let errors = 0;
  for (const production of await chooseProductions(workspace, asked)) {
    const studio = await openLook(call, workspace, production);
    try {
      const prepared = await prepare(
        production,
        { measured: false, language: console.language },
        { ...studio.effects, resourceOf, tell: () => undefined, stopAtFirst: false },
      );
      const { findings, assets, order, repair } = prepared;
      await studio.effects.flush();
      const bad = findings.filter(({ severity }) => severity === 'error').length;
      errors += bad;
      const usable = assets.filter(({ facts }) => facts).length;
      const missing = findings.filter(({ code }) => code === 'material-missing').map(({ args }) => String(args['file']));
      console.findings(findings);
      console.say(
        `${bad > 0 ? console.colours.red('✗') : console.colours.green('✓')} ${console.colours.bold(production)}: ${usable} usable, ${missing.length} missing, ${findings.length} findings, ${bad} of them errors`,
      );
      if (repair.minutes > 0) console.say(`  ${words[console.language].repair}: ${repairText(repair, console.language)}`);
      if (missing.length > 0) console.say(`  Ask ${order.client} for: ${missing.join(', ')}`);
      results.push({
        production,
        usable,
        missing,
        repairMinutes: repair.minutes,
        findings: findings.map((found) => ({ ...found, message: wordsOf(found, 'en').message })),
      });
    } finally {
      await studio.close();
    }
  }
  if (console.json) console.give(results.length === 1 ? results[0] : results);
  return errors > 0 ? 1 : 0;
}
