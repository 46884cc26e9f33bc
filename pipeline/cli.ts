#!/usr/bin/env node
/** argv in, exit code out: names the commands, opens the one that is asked, and tells every failure in one place. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Console } from './commands/console.ts';

/** What a command is given; nothing below reaches for the process itself. */
export interface Call {
  readonly console: Console;
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
const interrupted = new AbortController();

const program = new Command('kader')
  .description('Turns a production order, supplied material and a house style into a checked campaign.')
  .version(version)
  .showSuggestionAfterError()
  .showHelpAfterError('Type kader --help for what there is.')
  .exitOverride()
  .addOption(new Option('--language <language>', 'language of findings and reports').choices(['nl', 'fr', 'en']))
  .addHelpText(
    'after',
    `
A workspace is a folder with templates/ (house styles) and assets/ (productions, each with an order.yaml).

  kader init my-studio && cd my-studio     start one
  kader check                              see what is usable and what is missing
  kader build                              make everything; look at output/<production>/report.html
  kader preview                            build, serve and rebuild while you work

Exit codes: 0 sound · 1 findings with errors · 2 wrong call or order · 3 a program is missing · 70 a bug in Kader · 130 stopped.
More on a command: kader <command> --help`,
  );

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 256) throw new InvalidArgumentError('A whole number from 1 to 256.');
  return value;
};
const port = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new InvalidArgumentError('A port from 0 to 65535.');
  return value;
};
const list =
  <One>(read: (text: string) => One) =>
  (text: string): One[] =>
    [...new Set(text.split(',').map((one) => read(one.trim())))].sort((a, b) => (typeof a === 'number' ? a - Number(b) : 0));
const pixels = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 16_384)
    throw new InvalidArgumentError('Widths from 1 to 16384 px, such as 480,960.');
  return value;
};
const ratio = (text: string): [number, number] => {
  const [width = 0, height = 1] = text.split(/[:/x]/).map(Number);
  if (!(width > 0 && height > 0 && width / height < 100 && height / width < 100))
    throw new InvalidArgumentError('A shape such as 16:9, 3:2 or 1:1.');
  return [width, height];
};
const format = (text: string): string => {
  const name = text.toLowerCase() === 'jpg' ? 'jpeg' : text.toLowerCase();
  if (!['avif', 'webp', 'jpeg', 'png'].includes(name)) throw new InvalidArgumentError('Formats are avif, webp, jpeg and png.');
  return name;
};
const focus = (text: string): [number, number] => {
  const [x = Number.NaN, y = Number.NaN, ...more] = text.split(',').map(Number);
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1) || more.length > 0)
    throw new InvalidArgumentError('Two shares from 0 to 1, such as 0.5,0.3.');
  return [x, y];
};
const megapixels = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value <= 500)) throw new InvalidArgumentError('Megapixels, 500 at most.');
  return value;
};
const json = (): Option => new Option('--json', 'one JSON object on stdout, for machines');
const jobs = (): Option => new Option('--jobs <n>', 'jobs at once').argParser(count).default(availableParallelism(), 'all cores');
const only = (): Option => new Option('--only <kind>', 'only this part of the order').choices(['site', 'banners', 'video', 'audio']);

program
  .command('init <folder>')
  .description('make a workspace with a starter house style and an order to edit')
  .addOption(json())
  .action(run(async (call, [folder], options) => (await import('./commands/init.ts')).init(call, folder as string, options as never)));
program
  .command('check [production...]')
  .description('preflight only: what is usable, what is not and why, what is missing (asked for by name)')
  .option('--zip <files...>', 'judge packed banners instead, whoever made them: zips, or a folder of zips')
  .option('--target <name>', 'with --zip: where they go, as platform or platform+publisher', 'common')
  .option('--no-browser', 'with --zip: read them only, run nothing')
  .addOption(json())
  .addHelpText(
    'after',
    `
  kader check --zip 300x250.zip --target google-ads            what Google Ads would refuse, with the source of every rule
  kader check --zip zips/ --target ad-manager+ads-and-data     a folder of them, for a publisher; kader rules lists the names`,
  )
  .action(
    run(async (call, [productions], options) =>
      options['zip']
        ? (await import('./commands/check-zip.ts')).checkZips(
            call,
            [...(options['zip'] as string[]), ...(productions as string[])],
            options as never,
          )
        : (await import('./commands/check.ts')).check(call, productions as string[], options as never),
    ),
  );
program
  .command('rules [pack...]')
  .description(
    'what ad platforms and publishers ask of banners, and channels of film and sound: each value with source, date and how sure it is',
  )
  .option('--target <name>', 'what counts for a platform, or platform+publisher, and where each value comes from')
  .option('--sizes', 'sets of sizes that orders name, sizes that platforms take, and which go together')
  .addOption(json())
  .action(run(async (call, [packs], options) => (await import('./commands/rules.ts')).rules(call, packs as string[], options as never)));
program
  .command('images [production...]')
  .description('all supplied pictures with what is known and thought of them: a table, and a contact sheet to look at')
  .addOption(jobs())
  .addOption(json())
  .action(
    run(async (call, [productions], options) =>
      (await import('./commands/images.ts')).images(call, productions as string[], options as never),
    ),
  );
program
  .command('convert <files...>')
  .description('a few pictures outside any order: files, or a folder of them, with the engine and the judgement of a build')
  .option('--slot <name>', 'as this slot of the house style asks')
  .addOption(new Option('--widths <px>', 'such as 480,960 (default: as wide as the picture)').argParser(list(pixels)))
  .addOption(new Option('--ratio <w:h>', 'crop to this shape, such as 16:9').argParser(ratio))
  .addOption(new Option('--formats <names>', 'of avif, webp, jpeg, png (default: avif,webp,jpeg)').argParser(list(format)))
  .addOption(new Option('--focus <x,y>', 'point that stays in view, as shares: 0.5,0.3').argParser(focus))
  .option('--house <name>', 'house style whose slots, encoders and rules count (default: the only one)')
  .option('--out <folder>', 'where the files go (default: converted/ beside each source)')
  .addOption(new Option('--megapixels <n>', 'largest picture that is taken in').argParser(megapixels).default(100))
  .option('--force', 'write over files that Kader did not make')
  .addOption(jobs())
  .addOption(json())
  .addHelpText(
    'after',
    `
  kader convert photo.tif                                   as large as it is, in AVIF, WebP and JPEG
  kader convert *.jpg --widths 480,960 --ratio 16:9         every width in every format, cropped
  kader convert press/ --slot hero --focus 0.5,0.3          all pictures of a folder, as the house style asks
  kader convert logo.psd --formats png --out ../for-web

Nothing is enlarged. What is wrong with a picture is told; an error holds back that picture and no other.`,
  )
  .action(
    run(async (call, [files], options) => (await import('./commands/convert.ts')).convert(call, files as string[], options as never)),
  );
program
  .command('plan [production...]')
  .description('what would be made')
  .option('--explain', 'why each job would be made again')
  .addOption(only())
  .addOption(json())
  .action(
    run(async (call, [productions], options) => (await import('./commands/plan.ts')).plan(call, productions as string[], options as never)),
  );
program
  .command('build [production...]')
  .description('make everything that is ordered, judge it, and lay what is sound in output/')
  .addOption(only())
  .addOption(jobs())
  .option('--watch', 'build again when something changes')
  .addOption(new Option('--keep-going', 'go on after a failed job').default(true).hideHelp())
  .option('--fail-fast', 'stop at the first failed job (default: keep going)')
  .option('--no-measure', 'leave out the browser and markup measurements; deliverables say so')
  .option('--no-captures', 'leave out backup images, films and storyboards of banners; deliverables say so')
  .addOption(json())
  .action(
    run(async (call, [productions], options) =>
      (await import('./commands/build.ts')).build(call, productions as string[], options as never),
    ),
  );
program
  .command('preview [production]')
  .description(
    'build, serve the output on 127.0.0.1, rebuild and reload on change; /banners/ shows all banners in step, /crops/ every crop and takes focus points',
  )
  .addOption(new Option('--port <port>', 'port to serve on').argParser(port).default(4321))
  .addOption(jobs())
  .option('--no-open', 'do not open the report in a browser')
  .option('--no-measure', 'leave out the browser and markup measurements')
  .action(
    run(async (call, [production], options) =>
      (await import('./commands/preview.ts')).preview(call, production as string | undefined, options as never),
    ),
  );
program
  .command('clean')
  .description('sweep from the store what no recent record names')
  .option('--all', 'empty the store and the output')
  .addOption(json())
  .action(run(async (call, _, options) => (await import('./commands/clean.ts')).clean(call, options as never)));
program
  .command('doctor')
  .description('which programs and versions were found, which are missing, and what to type to get them')
  .addOption(json())
  .action(run(async (call, _, options) => (await import('./commands/doctor.ts')).doctor(call, options as never)));
program
  .command('schema')
  .description('JSON Schema of the order, for editors')
  .action(run(async (call) => (await import('./commands/schema.ts')).schema(call)));

type Action = (call: Call, args: unknown[], options: Readonly<Record<string, unknown>>) => Promise<number>;

/** Fits a command to commander: arguments first, then options; the command gives its exit code. */
function run(action: Action): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1) as Command;
    const { openConsole } = await import('./commands/console.ts');
    const options = command.optsWithGlobals<Record<string, unknown>>();
    const call: Call = {
      console: openConsole(process, options['language'] as string | undefined, options['json'] === true),
      signal: interrupted.signal,
      env: process.env,
      directory: process.cwd(),
    };
    process.exitCode = await action(call, args.slice(0, -2), options);
  };
}

async function main(): Promise<void> {
  process.once('SIGINT', () => interrupted.abort());
  process.once('SIGTERM', () => interrupted.abort());
  // A reader such as `head` may close early; that is not a fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else
      process.exitCode = (await import('./commands/console.ts')).tellFailure(
        process,
        error,
        interrupted.signal.aborted,
        version,
        process.argv.includes('--json'),
      );
  }
}

await main();
