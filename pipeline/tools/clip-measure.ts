/** Decodes a clip once, in one process, and has all its filters look and listen: black, frozen, bars, fields, flashes, loudness. */
import type { ClipFacts, ClipMeasures, ClipType, PictureTrack, SoundTrack } from '../model/clip.ts';
import { type FlashWatch, gridOf, watchFlashes } from '../pixels/flash-watch.ts';
import { interlacedIn } from './clip-fields.ts';
import { listenToMeasures } from './clip-measures.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { CAPABILITY_SETS, type FfmpegProgram, lacking } from './ffmpeg-find.ts';

/** Long side of what is looked at, in px: all but the fields of a picture are told from it, at a tenth of the time. */
const LOOK = 480;
/** Looks a second where a look is costly and things last. */
const SAMPLES = 2.5;
/** Flashes that are faster are not shown by any player. */
const FASTEST = 60;
const THREADS = '2';
const MEMORY = 4 * (1 << 30);

export interface MeasureLimits {
  readonly signal?: AbortSignal;
  /** Most pixels of a frame. */
  readonly pixels: number;
  /** Frames of the picture, by their number, that are written to a file on the way: RGB, a byte each, one after another. */
  readonly stills?: { readonly frames: readonly number[]; readonly to: string };
  /** @param share 0–1 */
  readonly onProgress?: (share: number) => void;
}

/** What of ffmpeg it needs; what it does without where it is not there. */
const NEEDS = CAPABILITY_SETS['judging clips'];
const WANTS = ['filter:blurdetect', 'filter:blockdetect'] as const;

/**
 * @throws MissingProgram when ffmpeg lacks a filter; FfmpegFailed when nothing can be decoded; an error named TimeoutError; the
 * reason of the signal
 */
export async function measureClip(
  program: FfmpegProgram,
  path: string,
  type: ClipType,
  facts: ClipFacts,
  { signal, pixels, onProgress, stills }: MeasureLimits,
): Promise<ClipMeasures> {
  const { picture, sound, seconds } = facts;
  const listener = listenToMeasures();
  const soft = lacking(program, WANTS).length === 0;
  const size = picture ? lookSize(picture) : ([0, 0] as const);
  const flashes = picture ? seeFlashes(picture) : undefined;
  const graphs = [...(picture ? [pictureGraph(picture, size, soft, stills?.frames)] : []), ...(sound ? [soundGraph(sound)] : [])];
  const done = await runFfmpeg(
    program,
    {
      inputs: [{ path, type, options: ['-noautorotate', '-threads', THREADS] }],
      args: ['-max_error_rate', '1', '-filter_complex_threads', THREADS, '-filter_complex', graphs.join(';')],
      outputs: [
        ...(picture ? [{ options: ['-map', '[decoded]', '-fps_mode', 'passthrough'] }] : []),
        ...(sound ? [{ options: ['-map', '[heard]'] }] : []),
        ...(stills ? [{ path: stills.to, options: ['-map', '[still]', '-fps_mode', 'passthrough', '-f', 'rawvideo'] }] : []),
        ...(flashes ? [{ onData: flashes.onData, options: ['-map', '[flashes]', '-f', 'rawvideo'] }] : []),
      ],
      needs: NEEDS.filter((one) => !(WANTS as readonly string[]).includes(one)),
    },
    {
      signal,
      verbosity: 'info',
      pixels,
      memory: MEMORY,
      // A quarter of real time for large pictures on a slow machine, and what it takes to begin.
      limitMs: 60_000 + Math.min(seconds, 6 * 3600) * 10_000,
      stallMs: 25_000,
      onLine: listener.hear,
      ...(onProgress ? { onProgress: (at) => onProgress(seconds > 0 ? Math.min(1, at.seconds / seconds) : 0) } : {}),
    },
  );
  const measures = listener.measures(facts, {
    frames: picture ? done.frames : 0,
    pictureSeconds: flashes?.seconds() ?? 0,
    flashes: flashes?.watch.spans() ?? [],
    size,
  });
  if (!picture) return measures;
  const told = { path, type, facts, counted: listener.fields() };
  return { ...measures, interlaced: await interlacedIn(program, told, { signal, pixels, memory: MEMORY }) };
}

/**
 * Fields are told from whole frames, before anything is made smaller; the rest from small ones. Nothing is turned, for that
 * would turn fields into columns.
 */
function pictureGraph(
  picture: PictureTrack,
  [width, height]: readonly [number, number],
  soft: boolean,
  stills: readonly number[] = [],
): string {
  const { across, down } = flashGrid(picture);
  const [rate, per] = flashRate(picture);
  const every = Math.max(1, Math.round(rate / per / SAMPLES));
  return [
    stills.length > 0 ? '[0:V:0]split=3[whole][other][all]' : '[0:V:0]split=2[whole][other]',
    ...(stills.length > 0 ? [`[all]select='${stills.map((frame) => `eq(n,${frame})`).join('+')}',format=rgb24[still]`] : []),
    '[whole]idet[decoded]',
    `[other]scale=${width}:${height}:flags=bilinear,format=yuv420p,blackdetect=d=0.1,freezedetect=n=-60dB:d=1,split=2[seldom][often]`,
    `[seldom]select='not(mod(n,${every}))',cropdetect=skip=0:reset=0${soft ? ',blurdetect,blockdetect' : ''},metadata=print,nullsink`,
    `[often]fps=${rate}/${per},scale=${across}:${down}:flags=area,format=rgb24[flashes]`,
  ].join(';');
}

/** The half sum and half difference of two channels say whether they cancel each other. */
function soundGraph({ channels, isPair }: SoundTrack): string {
  const chain = 'astats@main,silencedetect=n=-50dB:d=0.5,ebur128=peak=true:framelog=verbose[heard]';
  if (channels !== 2) return `[0:a:0]${chain}`;
  const both = isPair ? '[0:a:0][0:a:1]amerge=inputs=2,' : '[0:a:0]';
  const sum = 'aformat=sample_fmts=dblp,pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0-0.5*c1,astats@sum,anullsink';
  return `${both}asplit=2[both][apart];[both]${chain};[apart]${sum}`;
}

/** As coded, even, and never larger than it is. */
function lookSize({ coded: [width, height] }: PictureTrack): readonly [number, number] {
  const scale = Math.min(1, LOOK / Math.max(width, height));
  const even = (length: number): number => Math.max(16, 2 * Math.round((length * scale) / 2));
  return [even(width), even(height)];
}

/** As it is seen, but not turned. */
function flashGrid({ width, height, rotation }: PictureTrack) {
  const { across, down } = gridOf([width, height]);
  return rotation % 180 === 0 ? { across, down } : { across: down, down: across };
}

function flashRate({ averageRate: [above, below] }: PictureTrack): readonly [number, number] {
  const rate = below > 0 ? above / below : 0;
  return rate >= 1 && rate <= FASTEST ? [above, below] : [rate < 1 ? 1 : FASTEST, 1];
}

/** Takes raw frames as they come, in pieces of any length. */
function seeFlashes(picture: PictureTrack): {
  readonly watch: FlashWatch;
  readonly onData: (piece: Buffer) => void;
  readonly seconds: () => number;
} {
  const grid = flashGrid(picture);
  const watch = watchFlashes(grid);
  const frame = new Uint8Array(grid.across * grid.down * 3);
  const [rate, per] = flashRate(picture);
  let [filled, count] = [0, 0];
  const onData = (piece: Buffer): void => {
    for (let from = 0; from < piece.length; ) {
      const taken = Math.min(frame.length - filled, piece.length - from);
      frame.set(piece.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled < frame.length) return;
      watch.see(frame, picture.startsAt + (count * per) / rate);
      count++;
      filled = 0;
    }
  };
  return { watch, onData, seconds: () => (count * per) / rate };
}
