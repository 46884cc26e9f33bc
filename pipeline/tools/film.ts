/** Frames to an H.264 film with its colours named. */
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CaptureWish } from '../model/capture.ts';
import { MissingProgram } from '../model/finding.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { findFfmpeg } from './ffmpeg-find.ts';
import { installAdvice } from './programs.ts';

type Wish = CaptureWish & { what: 'mp4'; to: string; width: number; height: number };

/** Looks as the frames do at a weight that mail still takes. */
const CRF = 18;
/** The number of threads decides x264's bytes, so it is not that of the machine. */
const THREADS = 2;

/**
 * Read by every player: 8 bits, halved colour, limited range, BT.709 from matrix to tags, even sides. The same frames give the
 * same bytes.
 * @throws MissingProgram without ffmpeg
 */
export async function writeFilm(
  frames: AsyncIterable<Pixels>,
  { width, height, fps, hold, to }: Wish,
): Promise<{ width: number; height: number; fps: number; seconds: number }> {
  found ??= findFfmpeg(process.env);
  const program = await found;
  if (!program) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
  const { runFfmpeg } = await import('./ffmpeg.ts');
  let count = 0;
  const raw = async function* (): AsyncGenerator<Uint8Array> {
    let last: Uint8Array | undefined;
    for await (const { data } of frames) {
      last = data;
      count++;
      yield data;
    }
    for (let held = 0; last && held < hold * fps; held++, count++) yield last;
  };
  const input = new PassThrough();
  const [wide, high] = [width + (width % 2), height + (height % 2)];
  const filters = [
    // An odd side gets its last row or column twice.
    ...(wide !== width || high !== height
      ? [`pad=${wide}:${high}`, `fillborders=right=${wide - width}:bottom=${high - height}:mode=smear`]
      : []),
    'scale=in_range=full:out_range=limited:out_color_matrix=bt709:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp',
    'format=yuv420p',
  ];
  const read = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', `${width}x${height}`, '-framerate', String(fps)];
  const written = [
    ...['-an', '-map_metadata', '-1', '-filter:v', filters.join(',')],
    ...['-c:v', 'libx264', '-crf', String(CRF), '-preset', 'slow', '-profile:v', 'high', '-threads', String(THREADS)],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-flags:v', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'],
  ];
  // ffmpeg's own words say more than a broken pipe.
  const fed = pipeline(raw(), input).catch(() => undefined);
  const wish = { inputs: [{ frames: input, options: read }], outputs: [{ path: resolve(to), options: written }] };
  await Promise.all([runFfmpeg(program, { ...wish, needs: ['enc:libx264', 'mux:mp4'] }), fed]);
  return { width: wide, height: high, fps, seconds: Math.round((count / fps) * 100) / 100 };
}

/** The same that stands in the keys. */
let found: ReturnType<typeof findFfmpeg> | undefined;
