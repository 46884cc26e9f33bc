/** `kader init`: copies the starter workspace; never overwrites anything. */

import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Call } from '../cli.ts';
import { UserError } from '../model/finding.ts';

const STARTER = fileURLToPath(new URL('../../starter', import.meta.url));

export async function init(call: Call, folder: string, _flags: object): Promise<number> {
  const { console } = call;
  const target = resolve(call.directory, folder);
  if (existsSync(target) && (await readdir(target)).length > 0) {
    throw new UserError(`${folder} is there already and not empty.`, {
      advice: 'Choose another name, or empty it first. Nothing was written.',
    });
  }
  await mkdir(target, { recursive: true });
  await cp(STARTER, target, { recursive: true, errorOnExist: true, force: false });
  // npm leaves a file called .gitignore out of packages.
  if (existsSync(join(target, 'gitignore'))) await rename(join(target, 'gitignore'), join(target, '.gitignore'));
  const shown = relative(call.directory, target) || '.';
  console.say(`${console.colours.green('✓')} ${shown} is a workspace now.`);
  console.say(
    `\n  cd ${shown}\n  kader build        make the site and banners of assets/welcome/order.yaml\n  kader preview      see it while you edit\n`,
  );
  if (console.json) console.give({ workspace: target, productions: ['welcome'] });
  return 0;
}
