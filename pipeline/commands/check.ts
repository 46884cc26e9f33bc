/** `kader check`: preflight without making anything. */

import { type Language, wordsOf } from '../checks/catalogue.ts';
import { type Verdict, verdictBy } from '../checks/clip-verdict.ts';
import { numeral } from '../checks/words/say.ts';
import type { Call } from '../cli.ts';
import { resourceOf } from '../jobs/makers.ts';
import type { ClipFacts } from '../model/clip.ts';
import { prepare } from '../pipeline.ts';
import { repairText, words } from '../review/words.ts';
import { chooseProductions, findWorkspace } from '../tools/workspace.ts';
import { openLook } from './look.ts';
import { terminalWords } from './words.ts';

export async function check(call: Call, asked: readonly string[], _flags: object): Promise<number> {
  const { console } = call;
  const said = terminalWords[console.language];
  const workspace = findWorkspace(call.directory);
  const results: object[] = [];
  let errors = 0;
  for (const production of await chooseProductions(workspace, asked)) {
    const studio = await openLook(call, workspace, production);
    const progress = console.progress();
    try {
      const prepared = await prepare(
        production,
        { measured: false, language: console.language },
        { ...studio.effects, resourceOf, tell: progress.tell, stopAtFirst: false },
      );
      progress.end();
      const { findings, assets, order, repair } = prepared;
      await studio.effects.flush();
      const bad = findings.filter(({ severity }) => severity === 'error').length;
      errors += bad;
      const usable = assets.filter(({ facts, clip }) => facts ?? clip).length;
      const absent = findings.filter(({ code }) => code === 'material-missing').map(({ args }) => args);
      const missing = absent.map(({ file }) => String(file));
      // What lies there under another path is not asked for.
      const asked = absent.filter(({ nearest }) => !nearest).map(({ file }) => String(file));
      console.findings(findings);
      console.say(
        `${bad > 0 ? console.colours.red('✗') : console.colours.green('✓')} ${console.colours.bold(production)}: ${said.checked(usable, missing.length, findings.length, bad)}`,
      );
      const verdicts = new Map(assets.map(({ name }) => [name, verdictBy(findings.filter(({ where }) => where.asset === name))]));
      for (const { name, clip } of assets)
        if (clip)
          console.say(
            `  ${name}: ${verdictText(verdicts.get(name), console.language)} ${console.colours.dim(clipText(clip, console.language))}`,
          );
      if (repair.minutes > 0) console.say(`  ${words[console.language].repair}: ${repairText(repair, console.language)}`);
      if (asked.length > 0) console.say(`  ${said.ask(order.client, asked.join(', '))}`);
      results.push({
        production,
        usable,
        missing,
        ...(assets.some(({ clip }) => clip)
          ? { clips: assets.flatMap(({ name, clip }) => (clip ? [{ name, ...verdicts.get(name), ...clip }] : [])) }
          : {}),
        repairMinutes: repair.minutes,
        findings: findings.map((found) => ({ ...found, message: wordsOf(found, 'en').message })),
      });
    } finally {
      progress.end();
      await studio.close();
    }
  }
  if (console.json) console.give(results.length === 1 ? results[0] : results);
  return errors > 0 ? 1 : 0;
}

/** `to be converted (clip-hdr).` */
function verdictText(verdict: Verdict | undefined, language: Language): string {
  if (!verdict) return '';
  const { because } = verdict;
  return `${words[language][verdict.verdict]}${because.length > 0 ? ` (${because.join(', ')})` : ''}.`;
}

/** `20.0 s, 1920 × 1080, 25 fps, h264, 8.1 Mb/s; aac, stereo, -16.2 LUFS`. */
function clipText({ seconds, picture, sound, measured }: ClipFacts, language: Language): string {
  const said = terminalWords[language];
  const tenths = (value: number): string => value.toFixed(1).replace('.', language === 'en' ? '.' : ',');
  const rate = picture ? picture.averageRate[0] / picture.averageRate[1] : 0;
  const seen = picture && [
    `${picture.width} × ${picture.height}`,
    said.fps(numeral(Math.round(rate * 100) / 100, language)),
    picture.codec,
    `${tenths(picture.bitRate / 1e6)} Mb/s`,
  ];
  const loudness = measured?.sound?.loudness;
  const heard = sound && [sound.codec, sound.layout, ...(typeof loudness === 'number' ? [`${tenths(loudness)} LUFS`] : [])];
  return [[`${tenths(seconds)} s`, ...(seen ?? [])], heard ?? [said.silent]].map((part) => part.join(', ')).join('; ');
}
