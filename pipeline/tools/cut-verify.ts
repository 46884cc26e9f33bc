/** Reads back what ffmpeg made of a cut: a good end says nothing of frames, length, streams or tags. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CutFacts, CutOutput, CutRecipe } from '../model/cut-recipe.ts';
import { guards, type InputType } from './ffmpeg.ts';
import type { FfprobeProgram } from './ffmpeg-find.ts';

/** Sound and picture may end so far apart, in s, and half a frame more: what the ear forgives (EBU R 37, and one frame of AAC). */
const APART = 0.022;
/** Where a container says nothing, pixels are square. */
const SQUARE = ['', '0:1', '1:1', 'N/A'];
const ASK_LIMIT_MS = 60_000;
const ask = promisify(execFile);

interface Stream {
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly sample_aspect_ratio?: string;
  readonly pix_fmt?: string;
  readonly color_space?: string;
  readonly color_primaries?: string;
  readonly color_transfer?: string;
  readonly color_range?: string;
  readonly avg_frame_rate?: string;
  readonly duration?: string;
  readonly start_time?: string;
  readonly nb_read_packets?: string;
}

/** @throws what is not as the recipe says, with both numbers */
export async function checkMade(
  program: FfprobeProgram,
  { picture, output }: CutRecipe,
  path: string,
  signal?: AbortSignal,
): Promise<CutFacts> {
  if (output.what !== 'film' && output.what !== 'preview') throw new Error('Internal error: stills are read by who writes them');
  // No demuxer of ffmpeg reads WebP that moves; sharp does, and no AVIF that does.
  if (output.what === 'preview' && (output.format === 'webp' || output.format === 'gif')) return checkMoving(output, path);
  const type: InputType = output.what === 'film' && output.container === 'webm' ? 'matroska' : 'mp4';
  const options = ['-v', 'error', ...guards(type), '-of', 'json', '-count_packets', '-show_streams', '-i', `file:${path}`];
  const { stdout } = await ask(program.path, options, { timeout: ASK_LIMIT_MS, maxBuffer: 1 << 24, ...(signal ? { signal } : {}) });
  const streams = (JSON.parse(stdout) as { streams?: readonly Stream[] }).streams ?? [];
  const film = streams.find(({ codec_type }) => codec_type === 'video');
  if (!film) throw new Error('the film holds no picture');
  const frames = output.what === 'film' ? picture.frames : Math.ceil(output.frames / output.every);
  const [numerator, denominator] = output.what === 'film' ? picture.rate : [picture.rate[0], picture.rate[1] * output.every];
  const seconds = (frames * denominator) / numerator;
  same('frames', Number(film.nb_read_packets), frames);
  same('size', `${film.width} × ${film.height}`, `${output.width} × ${output.height}`);
  same('pixel shape', SQUARE.includes(film.sample_aspect_ratio ?? '') ? '1:1' : film.sample_aspect_ratio, '1:1');
  same('codec', film.codec_name, output.what === 'film' ? output.codec : output.format === 'avif' ? 'av1' : 'h264');
  same('pixels', film.pix_fmt, 'yuv420p');
  same('colour', [film.color_space, film.color_primaries, film.color_transfer, film.color_range].join(' '), 'bt709 bt709 bt709 tv');
  // All frames may be there and one of them stand twice as long.
  if (type === 'mp4') near('seconds', Number(film.duration), seconds, denominator / numerator / 2);
  const sounds = streams.filter(({ codec_type }) => codec_type === 'audio');
  same('sound tracks', sounds.length, output.what === 'film' && output.sound !== undefined ? 1 : 0);
  const [sound] = sounds;
  if (sound && type === 'mp4')
    near('seconds of sound', Number(sound.duration) + Number(sound.start_time ?? 0), seconds, APART + denominator / numerator / 2);
  return { seconds: Math.round(seconds * 1e6) / 1e6, frames, done: doneTo({ picture, output }) };
}

async function checkMoving(output: CutOutput & { what: 'preview' }, path: string): Promise<CutFacts> {
  const frames = Math.ceil(output.frames / output.every);
  const { default: sharp } = await import('sharp');
  const { pages = 1, width, pageHeight, height } = await sharp(path, { pages: -1 }).metadata();
  same('size', `${width} × ${pageHeight ?? height}`, `${output.width} × ${output.height}`);
  sameAtMost('frames', pages, frames);
  return { seconds: 0, frames, done: {} };
}

/** What was done beside cutting, and why it had to be. */
function doneTo({ picture: { parts, captions, overlays }, output }: CutRecipe): CutFacts['done'] {
  const count = (test: (part: CutRecipe['picture']['parts'][number]) => unknown): number => parts.filter(test).length;
  const numbers = {
    parts: parts.length,
    crossFades: count(({ fade }) => fade > 0),
    deinterlaced: count(({ deinterlace }) => deinterlace),
    turned: count(({ rotation }) => rotation !== 0),
    madeSquare: count(({ pixelShape: [wide, high] }) => wide !== high),
    toneMapped: count(({ hdr }) => hdr),
    barsCut: count(({ crop }) => crop),
    overlays: overlays.length,
  };
  return {
    ...Object.fromEntries(Object.entries(numbers).filter(([name, number]) => number > 0 || name === 'parts')),
    ...(captions ? { captionsBurned: true } : {}),
    ...(output.what === 'film' ? { codec: output.codec, crf: output.crf, preset: output.preset } : {}),
  };
}

function same(what: string, made: string | number | undefined, wanted: string | number): void {
  if (made !== wanted) throw new Error(`${what}: ${made ?? 'none'} came instead of ${wanted}`);
}

/** Frames that are alike are stored once, and stand longer. */
function sameAtMost(what: string, made: number, most: number): void {
  if (!(made >= 1 && made <= most)) throw new Error(`${what}: ${made} came instead of ${most}`);
}

function near(what: string, made: number, wanted: number, by: number): void {
  if (!(Math.abs(made - wanted) <= by + 1e-3)) throw new Error(`${what}: ${made} came instead of ${wanted}`);
}
