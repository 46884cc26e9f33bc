/** `kader doctor`: which programs and versions were found, which are missing, and what to type to get them. */
import type { Call } from '../cli.ts';
import { findBrowser } from '../tools/browser-find.ts';
import { developers } from '../tools/develop.ts';
import { findFfmpeg } from '../tools/ffmpeg.ts';
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
  const ffmpeg = await findFfmpeg(call.env);
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
    {
      name: 'ffmpeg',
      version: ffmpeg?.version.split(',')[0] ?? '',
      found: ffmpeg?.lacks.length === 0,
      needed: false,
      note: ffmpeg
        ? `${ffmpeg.path}${ffmpeg.lacks.length > 0 ? ` (without ${ffmpeg.lacks.join(', ')}: not enough for video). ${installAdvice('ffmpeg')}` : ' (makes films of banners and videos of moving pictures, reads AVIF that moves)'}`
        : `makes films of banners and videos of moving pictures, reads AVIF that moves. ${installAdvice('ffmpeg')}`,
    },
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
