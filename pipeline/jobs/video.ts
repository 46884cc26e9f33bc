/** A picture that moves, as a silent video: which codecs, at which size, and how a browser knows what it would have to play. */
import type { ImageFacts } from '../model/asset.ts';
import { cropAt } from '../model/crop.ts';
import type { Job } from '../model/job.ts';
import { jobKeyOf, shortKey } from '../model/key.ts';
import type { ImageRecipe, VideoCodec, VideoRecipe } from '../model/recipe.ts';
import type { Picture } from './correct.ts';
import { type ImageJob, type ImageWish, planImages, reachableWidths } from './image.ts';

/** A browser cannot choose among widths of a video: beyond this one the bytes grow and the motion gains nothing. */
const WIDEST = 1280;

/**
 * Rates at which both look alike (45 dB on film footage at 720p, where AV1 weighs a third), and what SVT-AV1 takes at least:
 * measured November 2026 with ffmpeg 5.1.9.
 */
export const RATES: Readonly<Record<VideoCodec, { readonly crf: number; readonly least: number }>> = {
  av1: { crf: 35, least: 64 },
  h264: { crf: 23, least: 2 },
};

/** Frames per second at most: what GIF and screens come to; it bounds the level that a decoder must have. */
export const FASTEST = 50;

/** Whether nothing shows through: no codec that all browsers play keeps that. */
export function canBeVideo({ usesAlpha }: ImageFacts): boolean {
  return !usesAlpha;
}

export interface PlannedVideo {
  /** Smallest first, as browsers try them. */
  readonly videos: readonly Job<VideoRecipe>[];
  /** The first frame as a still of the same size. */
  readonly posters: readonly ImageJob[];
}

export function planVideo(asset: Picture, wish: ImageWish, tools: { readonly sharp: string; readonly ffmpeg: string }): PlannedVideo {
  const crop = cropAt(asset.facts, wish.ratio, asset, wish.places ?? []);
  const widest = reachableWidths(wish.widths, crop.width)
    .filter((width) => width <= WIDEST)
    .at(-1);
  const width = even((widest ?? Math.min(crop.width, WIDEST)) - 0.5);
  const height = even((width * crop.height) / crop.width);
  const one = { ...wish, widths: [Math.min(width, crop.width)] };
  const { webp } = wish.encoders;
  const fixed = { ...wish.encoders, webp: { ...webp, quality: 100 } };
  const [frame] = planImages(asset, { ...one, formats: ['webp'], encoders: fixed }, tools.sharp) as [Job<ImageRecipe>];
  const { limitPixels, orient, from, to, intent, blackPoint, profile, corrections, flatten } = frame.recipe;
  const codecs = (Object.keys(RATES) as VideoCodec[]).filter((codec) => Math.min(width, height) >= RATES[codec].least);
  const videos = codecs.map((codec): Job<VideoRecipe> => {
    const recipe: VideoRecipe = {
      frame: {
        limitPixels,
        orient,
        from,
        to,
        intent,
        ...(blackPoint ? { blackPoint } : {}),
        ...(profile === undefined ? {} : { profile }),
        crop: frame.recipe.crop,
        width,
        height,
        ...(corrections ? { corrections } : {}),
        ...(flatten ? { flatten } : {}),
      },
      frames: asset.facts.animation?.frames ?? 1,
      codec,
      crf: RATES[codec].crf,
      level: levelOf(codec, width, height).number,
      threads: 2,
      ...(frame.recipe.rights ? { rights: frame.recipe.rights } : {}),
    };
    const tool = `${tools.ffmpeg}, ${frame.tool}`;
    const key = jobKeyOf({ kind: 'video', tool, recipe, inputs: frame.inputs });
    return {
      key,
      kind: 'video',
      tool,
      recipe,
      inputs: frame.inputs,
      file: `${asset.name.replaceAll('/', '-')}-${width}-${codec}-${shortKey(key)}.mp4`,
      label: `${asset.name} ${width} px ${codec} video`,
      batch: `video ${frame.key}`,
      asset: asset.name,
    };
  });
  return { videos, posters: planImages(asset, { ...one, formats: ['jpeg'] }, tools.sharp) };
}

/** Colour is kept for every second pixel and line, so there must be an even number of both. */
function even(length: number): number {
  return Math.max(2, 2 * Math.round(length / 2));
}

/** As RFC 6381 writes it, by the size and the fastest rate: `av01.0.04M.08`. */
export function codecName({ codec, frame: { width, height } }: VideoRecipe): string {
  return levelOf(codec, width, height).name;
}

/** Largest frame and frames' samples per second: H.264 table A-1 (in macroblocks of 16 × 16), AV1 annex A.3. */
const LEVELS: Readonly<Record<VideoCodec, readonly (readonly [level: number, size: number, perSecond: number])[]>> = {
  h264: [
    [30, 1620, 40_500],
    [31, 3600, 108_000],
    [32, 5120, 216_000],
    [40, 8192, 245_760],
    [42, 8704, 522_240],
    [51, 36_864, 983_040],
  ],
  av1: [
    [0, 147_456, 4_423_680],
    [1, 278_784, 8_363_520],
    [4, 665_856, 19_975_680],
    [5, 1_065_024, 31_950_720],
    [8, 2_359_296, 70_778_880],
    [9, 2_359_296, 141_557_760],
    [13, 8_912_896, 534_773_760],
  ],
};

/** The lowest that a decoder must have, and the name that tells a browser so. @param fps most frames per second */
export function levelOf(codec: VideoCodec, width: number, height: number, fps = FASTEST): { number: number; name: string } {
  const size = codec === 'h264' ? Math.ceil(width / 16) * Math.ceil(height / 16) : width * height;
  const levels = LEVELS[codec];
  const [number] =
    levels.find(([, most, perSecond]) => size <= most && size * fps <= perSecond) ?? (levels.at(-1) as (typeof levels)[number]);
  const name = codec === 'h264' ? `avc1.6400${number.toString(16).toUpperCase()}` : `av01.0.${String(number).padStart(2, '0')}M.08`;
  return { number, name };
}
