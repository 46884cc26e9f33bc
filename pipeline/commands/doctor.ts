/** `kader doctor`: which programs and versions were found, which are missing, and what to type to get them. */
import type { Call } from '../cli.ts';
import { findBrowser } from '../tools/browser-find.ts';
import { developers } from '../tools/develop.ts';
import { CAPABILITY_SETS, type FfmpegProgram, findFfmpeg, findFfprobe, inWords, lacking } from '../tools/ffmpeg-find.ts';
import { installAdvice } from '../tools/programs.ts';
import { kaderVersion, packageVersion } from '../tools/toolchain.ts';

const LIBRARIES = [
  'sharp',
  '@11ty/eleventy',
  'fluent-ffmpeg',
  'gsap',
  'esbuild',
  'lightningcss',
  'subset-font',
  'style-dictionary',
  'playwright-core',
  'axe-core',
  'html-validate',
  'yazl',
  'yauzl',
  'htmlparser2',
  'acorn',
  '@csstools/css-tokenizer',
];

interface Row {
  readonly name: string;
  readonly version: string;
  readonly found: boolean;
  readonly needed: boolean;
  readonly note: string;
}

export async function doctor(call: Call, _flags: object): Promise<number> {
  const { console } = call;
  const browser = await findBrowser(call.env);
  const rows: Row[] = [
    { name: 'kader', version: kaderVersion(), found: true, needed: true, note: '' },
    { name: 'node', version: process.versions.node, found: true, needed: true, note: '20.19 or later' },
    ...LIBRARIES.map((name): Row => {
      const version = packageVersion(name);
      return { name, version: version ?? '', found: version !== undefined, needed: true, note: version ? '' : 'npm install' };
    }),
    {
      name: 'browser',
      version: browser?.version ?? '',
      found: browser !== undefined,
      needed: true,
      note: browser ? `${browser.path} (${browser.origin})` : `measures pages and banners. ${installAdvice('chromium')}`,
    },
    ...(await clipPrograms(call.env)),
    ...developers()
      .filter(({ package: wanted }) => wanted !== 'ffmpeg')
      .map(
        ({ program, package: wanted, reads, path }): Row => ({
          name: program,
          version: '',
          found: path !== undefined,
          needed: false,
          note: path ? `${path} (reads ${reads.join(', ')})` : `reads ${reads.join(', ')}. ${installAdvice(wanted)}`,
        }),
      ),
  ];
  for (const { name, version, found, needed, note } of rows) {
    const mark = found ? console.colours.green('✓') : needed ? console.colours.red('✗') : console.colours.yellow('!');
    console.say(`${mark} ${name.padEnd(18)} ${version.padEnd(16)} ${console.colours.dim(note)}`);
  }
  if (console.json) console.give({ programs: rows });
  return rows.every(({ found, needed }) => found || !needed) ? 0 : 3;
}

/** What each part of the work asks of ffmpeg, and what this build of it cannot do. */
async function clipPrograms(env: Call['env']): Promise<Row[]> {
  const ffmpeg = await findFfmpeg(env);
  const ffprobe = await findFfprobe(env, ffmpeg);
  const uses = Object.keys(CAPABILITY_SETS).join(', ');
  const absent = Object.entries(ffmpeg ? CAPABILITY_SETS : {}).flatMap(([use, needs]) => {
    const lacks = lacking(ffmpeg as FfmpegProgram, needs);
    return lacks.length > 0 ? [`without ${inWords(lacks)}: no ${use}`] : [];
  });
  const [version = '', built = ''] = ffmpeg?.version.split(', ') ?? [];
  return [
    {
      name: 'ffmpeg',
      version,
      found: ffmpeg !== undefined && absent.length === 0,
      needed: false,
      note: ffmpeg
        ? `${ffmpeg.path} (${built}; ${absent.length > 0 ? absent.join('; ') : uses}, AVIF that moves)${absent.length > 0 ? `. ${installAdvice('ffmpeg')}` : ''}`
        : `for ${uses}, AVIF that moves. ${installAdvice('ffmpeg')}`,
    },
    {
      name: 'ffprobe',
      version: ffprobe?.version ?? '',
      found: ffprobe !== undefined,
      needed: false,
      note: ffprobe ? `${ffprobe.path} (reads film and sound)` : `reads film and sound; it comes with ffmpeg. ${installAdvice('ffmpeg')}`,
    },
  ];
}
