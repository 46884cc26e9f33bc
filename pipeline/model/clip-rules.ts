/** From which values on a fault of supplied film or sound is told; a house says otherwise under `rules.clip`. */
import type { ClipFacts } from './clip.ts';

/** Shares are of one; times are s. */
export interface ClipRules {
  /** Of the stated length that may be absent; whichever is passed first counts. */
  readonly missingShare: number;
  readonly missingSeconds: number;
  /** Shorter side in px: below `leastSide` it is unusable, below `wantedSide` soft. */
  readonly leastSide: number;
  readonly wantedSide: number;
  /** Times that a cut may enlarge the part of a clip that it shows. */
  readonly enlarged: number;
  /** Longer side in px above which no channel takes it. */
  readonly largestSide: number;
  /** Of the frames. */
  readonly interlaced: number;
  /** Black, frozen and silent at head or tail, when at least this long. */
  readonly edge: number;
  readonly blackInside: number;
  readonly frozenInside: number;
  readonly silentInside: number;
  /** Of height or width. */
  readonly bars: number;
  readonly flatFactor: number;
  /** LUFS that any channel can be made from without harm, and below which noise rises with it. */
  readonly loudness: readonly [least: number, most: number];
  readonly quietest: number;
  /** dBTP. */
  readonly truePeak: number;
  /** Correlation of two channels below which joining them takes sound away, and above which they are one. */
  readonly cancels: number;
  readonly same: number;
  /** Bits per pixel of a frame, by codec: below it is told, below half of it warned of. */
  readonly leastBits: Readonly<Record<string, number>>;
  /** ffmpeg's blurdetect and blockdetect. */
  readonly blur: number;
  readonly blocks: number;
}

/**
 * Kader's own (November 2026), on ffmpeg 5.1.9. An encode of H.264 at CRF 38, which is seen to be spoilt, has 0.008 to 0.013 bits
 * per pixel, a soft film at CRF 23 0.03; later codecs need 40 to 55 % less for the same picture and earlier ones more. Of a sharp
 * film blurdetect says 4 to 6, of one blurred by 5 px 10 to 12; blockdetect says 1 to 4, of a coarse MPEG-4 15 to 43.
 */
export const CLIP_RULES: ClipRules = {
  missingShare: 0.005,
  missingSeconds: 0.5,
  leastSide: 480,
  wantedSide: 720,
  // An upright cut of wide HD is 1.78 and passes on a telephone; from 720 lines it is 2.67, which everybody sees.
  enlarged: 2,
  largestSide: 4096,
  interlaced: 0.1,
  edge: 0.2,
  blackInside: 2,
  frozenInside: 2,
  silentInside: 2,
  bars: 0.02,
  flatFactor: 3,
  // Broadcast is −23 ± 1, the web −16 to −14.
  loudness: [-24, -14],
  quietest: -34,
  truePeak: -1,
  cancels: -0.3,
  same: 0.9999,
  leastBits: { h264: 0.03, hevc: 0.018, vp9: 0.018, av1: 0.014, vp8: 0.035, mpeg4: 0.05, mpeg2video: 0.06 },
  blur: 9,
  blocks: 10,
};

/** What people can play as it is; what must be made into that first; what nothing can be made of. */
export type ClipVerdict = 'standard' | 'convert' | 'unusable';

/** One frame, in s. */
export function frameSeconds({ picture }: Pick<ClipFacts, 'picture'>): number {
  if (!picture || picture.rate[0] <= 0) return 0.04;
  return picture.rate[1] / picture.rate[0];
}
