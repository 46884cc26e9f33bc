/** What is made of the picture of a cut: its renditions with their rates and levels, the poster, the sheet of small pictures, the preview. */
import type { Rate } from '../model/clip.ts';
import type { FilmCut } from '../model/cut.ts';
import type { CutOutput, Picture } from '../model/cut-recipe.ts';
import type { PreviewFormat } from '../model/cut-schema.ts';
import { limitOf, type MediaChannel } from '../model/media-rules.ts';
import type { VideoCodec } from '../model/recipe.ts';
import { evenly, framesIn, type Size } from './cut-picture.ts';
import { levelOf, RATES } from './video.ts';

export type Film = CutOutput & { what: 'film' };

/** The number decides the bytes of every encoder, so it is not that of the machine. */
const THREADS = 2;

/** Short sides of the web's renditions, in px; the first is that of the source where it has fewer. */
const RUNGS = [1080, 720, 480];
/** A rung that is nearly as large as the one above it helps nobody. */
const NEXT_RUNG = 0.85;

/** Constant rate factors within HandBrake's ranges (docs, July 2026: 18–22 to 480 lines, 19–23, 20–24 at 1080). */
const CRF_BY_SIDE: readonly (readonly [side: number, crf: number])[] = [
  [480, 21],
  [720, 22],
  [1080, 23],
];
/** Bits per second that a film on a page never passes for long: what YouTube advises for the size (reference, chapter 5). */
const MOST_RATES: readonly (readonly [side: number, rate: number])[] = [
  [480, 2_500_000],
  [720, 5_000_000],
  [1080, 8_000_000],
];

/** For channels that encode anew whatever they get. */
const MASTERS = {
  h264: { crf: 19, preset: 'medium' },
  hevc: { crf: 21, preset: 'medium' },
  av1: { crf: 27, preset: '8' },
} as const;

type Said = Pick<Film, 'tags'> & { readonly chapters?: number; readonly sound?: number; readonly soundType?: string };

/** What a network gets: one file as it asks for. */
export function masterOf({ width, height, rate }: Picture, channel: MediaChannel, said: Said): Film {
  const { make } = channel;
  // A key frame at each cut would make groups of pictures shorter than the least that is asked.
  const steady = limitOf(channel, 'least-gop') !== undefined;
  const { codec = 'h264', container = 'mp4', editList = false, mostRate, gopSeconds = 2 } = make ?? {};
  return {
    what: 'film',
    codec,
    width,
    height,
    ...MASTERS[codec],
    ...(mostRate === undefined ? {} : { mostRate }),
    ...(codec === 'hevc' ? {} : { level: levelOf(codec, width, height, perSecond(rate)).number }),
    gop: Math.max(1, framesIn(gopSeconds, rate)),
    ...(steady ? { steady: true as const } : {}),
    container,
    editList,
    ...said,
    threads: THREADS,
  };
}

/** The same film in sizes down from its own, each in AV1 and in H.264; the largest first, AV1 before H.264. */
export function ladderOf(picture: Picture, said: Said, steady = false): Film[] {
  const { width, height, rate } = picture;
  const short = Math.min(width, height);
  const top = Math.min(short, RUNGS[0] as number);
  const sides = [top, ...RUNGS.filter((side) => side <= top * NEXT_RUNG)];
  return sides.flatMap((side) => {
    const size = side === short ? { width, height } : { width: evenly((width * side) / short), height: evenly((height * side) / short) };
    const codecs = (['av1', 'h264'] as const satisfies readonly VideoCodec[]).filter(
      (codec) => Math.min(size.width, size.height) >= RATES[codec].least,
    );
    return codecs.map((codec): Film => {
      const coding =
        codec === 'av1'
          ? { crf: RATES.av1.crf, preset: '8' }
          : { crf: bySide(CRF_BY_SIDE, side), preset: 'medium', mostRate: bySide(MOST_RATES, side) };
      const level = levelOf(codec, size.width, size.height, perSecond(rate)).number;
      return {
        what: 'film',
        codec,
        ...size,
        ...coding,
        level,
        gop: framesIn(2, rate),
        ...(steady ? { steady: true as const } : {}),
        container: 'mp4',
        editList: false,
        ...said,
        threads: THREADS,
      };
    });
  });
}

function bySide(table: readonly (readonly [side: number, value: number])[], side: number): number {
  return (table.find(([most]) => side <= most) ?? (table.at(-1) as (typeof table)[number]))[1];
}

export function perSecond([count, per]: Rate): number {
  return count / per;
}

/** As RFC 6381 writes it, with the sound that goes along: `avc1.640028, mp4a.40.2`. */
export function codecsOf({ codec, width, height, sound }: Film, rate: Rate): string {
  const picture = codec === 'hevc' || codec === 'vp9' ? codec : levelOf(codec, width, height, perSecond(rate)).name;
  return sound === undefined ? picture : `${picture}, mp4a.40.2`;
}

/** Frames that are looked at for the best one. */
const CANDIDATES = 12;
/** Of a film, at both ends: there titles and fades stand. */
const ENDS = 0.04;
const POSTER_SIDE = 1920;

/** At the moment that the order names; or of frames spread over the film those outside its fades, of which the best is taken. */
export function posterOf(cut: FilmCut, picture: Picture): CutOutput & { what: 'poster' } {
  const scale = Math.min(1, POSTER_SIDE / Math.max(picture.width, picture.height));
  const size = { width: evenly(picture.width * scale), height: evenly(picture.height * scale) };
  const frames = cut.poster === undefined ? candidates(picture) : [Math.min(picture.frames - 1, framesIn(cut.poster, picture.rate))];
  return { what: 'poster', frames, ...size, quality: 82 };
}

function candidates({ parts, frames, fadeIn, fadeOut }: Picture): number[] {
  const mixed: (readonly [from: number, to: number])[] = [];
  let end = 0;
  for (const part of parts) {
    if (part.fade > 0) mixed.push([end - part.fade, end]);
    end += part.frames - part.fade;
  }
  const edge = Math.ceil(frames * ENDS);
  const clear = Array.from({ length: frames }, (_, at) => at).filter(
    (at) => at >= Math.max(fadeIn, edge) && at < frames - Math.max(fadeOut, edge) && !mixed.some(([from, to]) => at >= from && at < to),
  );
  if (clear.length === 0) return [Math.floor(frames / 2)];
  const count = Math.min(CANDIDATES, clear.length);
  return Array.from({ length: count }, (_, at) => clear[Math.floor(((at + 0.5) * clear.length) / count)] as number);
}

const SPRITE = { longSide: 160, columns: 10, most: 100, quality: 65 };

/** One small picture a second, fewer where there would be more than a hundred; a film of less than 3 s has none. */
export function spriteOf({ width, height, frames, rate }: Picture): (CutOutput & { what: 'sprite' }) | undefined {
  if (frames < framesIn(3, rate)) return undefined;
  const step = Math.max(framesIn(1, rate), Math.ceil(frames / SPRITE.most));
  const count = Math.ceil(frames / step);
  const columns = Math.min(SPRITE.columns, count);
  return {
    what: 'sprite',
    step,
    quality: SPRITE.quality,
    ...within({ width, height }, SPRITE.longSide),
    columns,
    rows: Math.ceil(count / columns),
  };
}

const STRIP = { longSide: 160, frames: 8, quality: 70 };

/** Frames side by side from beginning to end, as few as tell the film. */
export function stripOf({ width, height, frames }: Picture): CutOutput & { what: 'sprite' } {
  const step = Math.max(1, Math.ceil(frames / STRIP.frames));
  const size = within({ width, height }, STRIP.longSide);
  return { what: 'sprite', step, quality: STRIP.quality, ...size, columns: Math.ceil(frames / step), rows: 1 };
}

const PREVIEW = { longSide: 480, seconds: 3, fps: 12, least: 6 };

/** Three seconds that move, for lists of films; as AVIF, and as MP4 for whoever does not read that, where the order names no others. */
export function previewsOf(
  { width, height, frames, rate }: Picture,
  formats: readonly PreviewFormat[] = ['avif', 'mp4'],
): (CutOutput & { what: 'preview' })[] {
  if (frames < framesIn(PREVIEW.least, rate)) return [];
  const size = within({ width, height }, PREVIEW.longSide);
  const every = Math.max(1, Math.round(perSecond(rate) / PREVIEW.fps));
  const shape = {
    what: 'preview',
    first: Math.round(frames * 0.3),
    frames: framesIn(PREVIEW.seconds, rate),
    ...size,
    every,
    threads: THREADS,
  } as const;
  return [...new Set(formats)]
    .filter((format) => format !== 'avif' || Math.min(size.width, size.height) >= RATES.av1.least)
    .map((format) => ({ ...shape, format }));
}

function within({ width, height }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: evenly(width * scale), height: evenly(height * scale) };
}
