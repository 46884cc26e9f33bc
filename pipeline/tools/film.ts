/** ffmpeg through fluent-ffmpeg: frames to an H.264 film with its colours named. */
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CaptureWish } from '../model/capture.ts';
import { MissingProgram } from '../model/finding.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { installAdvice, programOnPath } from './programs.ts';

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
  const path = process.env['FFMPEG_PATH'] || programOnPath('ffmpeg');
  if (!path) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
  const { default: ffmpeg } = await import('fluent-ffmpeg');
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
  const written = new Promise<void>((resolve, reject) => {
    ffmpeg(input)
      .setFfmpegPath(path)
      .inputOptions(['-f rawvideo', '-pixel_format rgb24', `-video_size ${width}x${height}`, `-framerate ${fps}`])
      .videoFilters(filters)
      .videoCodec('libx264')
      .noAudio()
      .outputOptions([
        `-crf ${CRF}`,
        '-preset slow',
        '-profile:v high',
        `-threads ${THREADS}`,
        '-colorspace bt709',
        '-color_primaries bt709',
        '-color_trc bt709',
        '-color_range tv',
        '-movflags +faststart',
        '-map_metadata -1',
        '-fflags +bitexact',
        '-flags:v +bitexact',
      ])
      .format('mp4')
      .on('end', () => resolve())
      .on('error', (error: Error) => reject(error))
      .save(to);
  });
  // ffmpeg's own words say more than a broken pipe.
  const fed = pipeline(raw(), input).catch(() => undefined);
  await Promise.all([written, fed]);
  return { width: wide, height: high, fps, seconds: Math.round((count / fps) * 100) / 100 };
}
