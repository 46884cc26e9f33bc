/** `kader check --zip`: banners made elsewhere, judged by the rules that Kader's own are judged by. */
import { basename } from 'node:path';
import { profileOf, rulesFor } from '../channels/profile.ts';
import { missingScripts } from '../checks/ad-crippled.ts';
import { judgeSpecimen } from '../checks/ad-judges.ts';
import type { Specimen } from '../checks/ad-rule.ts';
import { checkBannerRun } from '../checks/banner-run.ts';
import { finding, severityRank, wordsOf } from '../checks/catalogue.ts';
import type { Call } from '../cli.ts';
import type { BannerFacts, PackageFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { findBrowser } from '../tools/browser-find.ts';
import { readPackage } from '../tools/package-read.ts';
import { backupsBeside, openRunner, zipsNamed } from '../tools/package-run.ts';
import { shownFrom } from '../tools/studio-one-off.ts';
import { readTarget } from './rules.ts';
import { terminalWords } from './words.ts';

export interface CheckZipFlags {
  readonly target: string;
  readonly browser: boolean;
}

export async function checkZips(call: Call, named: readonly string[], flags: CheckZipFlags): Promise<number> {
  const { console, directory, env, signal } = call;
  const said = terminalWords[console.language];
  const profile = profileOf(readTarget(flags.target));
  const zips = await zipsNamed(directory, named);
  const program = flags.browser ? await findBrowser(env) : undefined;
  const runner = program ? openRunner(program) : undefined;
  const results: object[] = [];
  let errors = 0;
  try {
    for (const path of zips) {
      signal.throwIfAborted();
      const shown = shownFrom(directory, path);
      const facts = await readPackage(path);
      const { width, height } = facts.document?.adSize ?? {};
      const size = width && height ? ([width, height] as const) : undefined;
      const { click } = profile.delivery;
      const [ran, beside] = await Promise.all([runner?.run(path, facts, click), backupsBeside(path)]);
      const lost = ran ? missingScripts(ran, facts) : [];
      const run = lost.length > 0 ? undefined : ran;
      const where = { file: shown };
      const specimen: Specimen = {
        name: shown,
        zip: basename(path),
        facts,
        where,
        ...(size ? { size } : {}),
        ...(run ? { run } : {}),
        ...beside,
      };
      const rules = rulesFor(profile, size?.join('x') ?? '');
      const { findings, judged, unknown, unmeasured } = judgeSpecimen(rules, specimen);
      const told = [
        ...findings,
        ...(run ? seenRunning(shown, run, findings) : []),
        ...(run && run.clickOpens !== null && (click === 'none' || click === 'flashtalking')
          ? [finding('banner-click-forbidden', where, { actual: run.clickOpens, target: profile.target })]
          : []),
        ...(run || findings.some(({ code }) => code === 'ad-file-missing') ? [] : missingFiles(shown, facts)),
        ...(lost.length > 0 ? [finding('ad-not-run-whole', where, { items: lost.slice(0, 5), count: lost.length })] : []),
        ...(unknown.length > 0
          ? [finding('ad-needs-current-sheet', where, { target: profile.target, rules: unique(unknown.map(({ id }) => id)) })]
          : []),
        ...(unmeasured.length > 0 && lost.length === 0 ? [finding('ad-not-measured', where, { rules: unique(unmeasured) })] : []),
      ].toSorted((one, other) => severityRank(other.severity) - severityRank(one.severity));
      const bad = told.filter(({ severity }) => severity === 'error').length;
      errors += bad;
      console.findings(told);
      const mark = bad > 0 ? console.colours.red('✗') : console.colours.green('✓');
      console.say(
        `${mark} ${said.judged(console.colours.bold(shown), profile.target, judged, rules.length)}, ${said.told(bad, told.length - bad)}`,
      );
      results.push({
        zip: shown,
        target: profile.target,
        ...(size ? { size: size.join('x') } : {}),
        sound: bad === 0,
        ran: run !== undefined,
        unknown: unique(unknown.map(({ id }) => id)),
        unmeasured: unique(unmeasured),
        findings: told.map((found) => ({ ...found, message: wordsOf(found, 'en').message })),
      });
    }
  } finally {
    await runner?.close();
  }
  if (console.json) console.give({ zips: results });
  return errors > 0 ? 1 : 0;
}

/** Faults that only running shows; the judges have told what is asked about them. */
function seenRunning(file: string, run: BannerFacts, already: readonly Finding[]): Finding[] {
  const told = new Set(already.map(({ code, args }) => JSON.stringify([code, args['message'] ?? args['url']])));
  return checkBannerRun(file, run)
    .filter(({ code, args }) => !told.has(JSON.stringify([code, args['message'] ?? args['url']])))
    .map((found) => ({ ...found, where: { file } }));
}

/** What a browser would have missed, whoever asks for whole packages. */
function missingFiles(file: string, { references }: PackageFacts): Finding[] {
  const lost = unique(references.flatMap((one) => (one.file === null ? [`${one.written} (${one.path})`] : [])));
  return lost.length > 0 ? [finding('ad-file-missing', { file }, { items: lost.slice(0, 5), count: lost.length })] : [];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
