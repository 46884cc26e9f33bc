/** The terminal: colour where it is wanted, a progress line, findings in words, and failures told once. */
import pc from 'picocolors';
import { wordsOf } from '../checks/catalogue.ts';
import { type Finding, UserError, type Where } from '../model/finding.ts';
import { openProgress, type Progress } from './progress.ts';

export type Language = 'nl' | 'fr' | 'en';

export interface Console {
  readonly language: Language;
  readonly json: boolean;
  /** A line for people, on stderr with `--json`. */
  say(line?: string): void;
  /** The one object that `--json` promises, on stdout. */
  give(value: unknown): void;
  findings(findings: readonly Finding[]): void;
  progress(): Progress;
  readonly colours: typeof pc;
}

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;

export function openConsole(streams: Streams, language: string | undefined, json: boolean): Console {
  const out = json ? streams.stderr : streams.stdout;
  const wantsColour = !streams.env['NO_COLOR'] && (Boolean(streams.env['FORCE_COLOR']) || (out.isTTY && streams.env['TERM'] !== 'dumb'));
  const colours = pc.createColors(wantsColour) as typeof pc;
  const words = languageOf(language, streams.env);
  const say = (line = ''): void => void out.write(`${line}\n`);
  return {
    language: words,
    json,
    colours,
    say,
    give: (value) => void streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    findings: (findings) => {
      for (const alike of alikeOf(findings, words)) say(findingText(alike, words, colours));
    },
    progress: () => openProgress(streams.stderr, { live: streams.stderr.isTTY && !streams.env['CI'], colours, language: words }),
  };
}

function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const set = asked ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en').slice(0, 2);
  return set === 'nl' || set === 'fr' ? set : 'en';
}

const MARKS = { error: '✗', warning: '!', info: '·' } as const;

/** What is said in the same words of many banners or pages is said once; the report has them all. */
function alikeOf(findings: readonly Finding[], language: Language): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const found of findings) {
    const { message, advice } = wordsOf(found, language);
    const id = JSON.stringify([found.severity, found.code, message, advice, found.where.file, found.where.line]);
    const group = groups.get(id);
    if (group) group.push(found);
    else groups.set(id, [found]);
  }
  return [...groups.values()];
}

const MORE = {
  nl: (count: number) => `en nog ${count}`,
  fr: (count: number) => `et ${count} de plus`,
  en: (count: number) => `and ${count} more`,
} as const;

function findingText([found, ...others]: readonly [Finding, ...Finding[]], language: Language, colours: typeof pc): string {
  const { message, advice } = wordsOf(found, language);
  const paint = { error: colours.red, warning: colours.yellow, info: colours.dim }[found.severity];
  const more = others.length > 0 ? ` ${MORE[language](others.length)}` : '';
  const place = `${placeText(found.where)}${more}`.trim();
  return `${paint(MARKS[found.severity])} ${place ? `${colours.bold(place)}  ` : ''}${message}\n  ${colours.dim(`${advice} [${found.code}]`)}`;
}

export function placeText(where: Where): string {
  const line = where.line ? `:${where.line}${where.column ? `:${where.column}` : ''}` : '';
  const file = where.file ? `${where.file}${line}` : '';
  return [file, where.page ?? where.deliverable].filter(Boolean).join(' ') || (where.asset ?? '');
}

/** @returns the exit code. A bug shows its stack; everything else says what to do. */
export function tellFailure(streams: Streams, error: unknown, interrupted: boolean, version: string, json: boolean): number {
  const console = openConsole(streams, undefined, true);
  if (interrupted) {
    console.say('Stopped. What was made is kept; the output is as it was.');
    return 130;
  }
  if (error instanceof UserError) {
    console.say(`${console.colours.red('✗')} ${error.message}`);
    console.findings(error.findings);
    if (error.advice) console.say(`  ${error.advice}`);
    if (json)
      streams.stdout.write(`${JSON.stringify({ error: error.message, advice: error.advice, findings: error.findings }, null, 2)}\n`);
    return error.exitCode;
  }
  console.say(`Internal error in Kader ${version}. Please report it with what you did and these lines:`);
  console.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}
