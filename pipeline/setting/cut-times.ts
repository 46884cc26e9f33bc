/** Times of a clip: from what was ordered to moments of the clip, exact to its frames. */
import type { Asset } from '../model/asset.ts';
import type { ClipFacts, PictureTrack, Rate } from '../model/clip.ts';
import {
  atFrame,
  frameAt,
  framesOf,
  isTimecode,
  nominal,
  readTime,
  secondsOf,
  type Time,
  type Timecode,
  type TimeFault,
} from '../model/time.ts';

/** A supplied clip that can be cut. */
export type ClipAsset = Asset & { readonly clip: ClipFacts };

/** Rates that films are made in, of which one is told where frames do not stand equally long. */
const RATES: readonly Rate[] = [
  [24000, 1001],
  [24, 1],
  [25, 1],
  [30000, 1001],
  [30, 1],
  [48, 1],
  [50, 1],
  [60000, 1001],
  [60, 1],
];

/** The rate that a clip counts its frames in, or should have. */
export function rateOfClip({ rate, averageRate, isVariable }: PictureTrack): Rate {
  const real = rate[0] / rate[1];
  if (!isVariable || RATES.some(([frames, seconds]) => Math.abs(frames / seconds - real) < 0.001)) return rate;
  const average = averageRate[0] / averageRate[1];
  const apart = ([frames, seconds]: Rate): number => Math.abs(frames / seconds - average);
  return RATES.reduce((best, one) => (apart(one) < apart(best) ? one : best));
}

/** Why a time stands for no moment of a clip; `no-rate`: a timecode, in sound without frames. */
export type MomentFault = TimeFault | 'no-rate';

/**
 * Moment of a time in a clip, in s from its start, not rounded. A timecode, or the frame of a cut list, is read on the clip's
 * own clock where that shows it, and else from the first frame.
 * @param counted frames per second of the timecode, where the cut list was made in another rate than the clip's
 */
export function momentIn({ clip }: ClipAsset, time: Time, counted?: Rate): number | MomentFault {
  const own = clip.picture && rateOfClip(clip.picture);
  if (!isTimecode(time)) {
    const moment = secondsOf(time, [1, 1]) as number;
    const since = own && 'rate' in time ? moment - (startOf(clip, own) ?? 0) : moment;
    return since >= 0 && since <= clip.seconds ? since : moment;
  }
  const rate = time.rate ?? counted ?? own;
  if (!rate) return 'no-rate';
  // Lists made at 24 of clips that run at 23.98 mean the same frames.
  const real = own && nominal(own) === nominal(rate) ? own : rate;
  const start = clip.timecode === undefined ? undefined : readTime(clip.timecode);
  const first = start && isTimecode(start) && own ? framesOf(start, own) : undefined;
  if (typeof first === 'number' && start && isTimecode(start) && own && nominal(own) === nominal(rate)) {
    const frame = framesOf(asOn(start, time), rate === own || start.drop ? own : rate);
    if (typeof frame !== 'number') return frame;
    const moment = atFrame(frame - first, real);
    if (frame >= first && moment <= clip.seconds + atFrame(1, real)) return moment;
  }
  const frame = framesOf(time, rate);
  return typeof frame === 'number' ? atFrame(frame, real) : frame;
}

/** What the clip's own clock shows at its first frame, in s. */
function startOf({ timecode }: ClipFacts, rate: Rate): number | undefined {
  const start = timecode === undefined ? undefined : readTime(timecode);
  const seconds = start && secondsOf(start, rate);
  return typeof seconds === 'number' ? seconds : undefined;
}

/** On a clock that counts in drop frame, `:` means the same as `;`. */
const asOn = (start: Timecode, time: Timecode): Timecode => (start.drop ? { ...time, drop: true } : time);

/** The beginning of the nearest frame, for a film of even frames; sound and uneven frames have no grid. */
export function onFrame({ clip: { picture } }: ClipAsset, moment: number, what: 'video' | 'audio'): number {
  if (what === 'audio' || !picture || picture.isVariable) return moment;
  return atFrame(frameAt(moment, picture.rate), picture.rate);
}

/** How long what is used of a clip runs, in s. */
export function secondsIn({ clip }: ClipAsset, what: 'video' | 'audio'): number {
  const { picture, sound } = clip;
  if (what === 'audio') return sound?.seconds ?? clip.seconds;
  if (!picture) return clip.seconds;
  // Containers round; frames can be counted.
  return picture.isVariable || picture.frames === 0 ? picture.seconds : atFrame(picture.frames, picture.rate);
}

/** So much beyond the end is rounding: a frame, or in sound the length of one at 25. */
export function tolerance({ clip: { picture } }: ClipAsset, what: 'video' | 'audio'): number {
  return (what === 'video' && picture ? atFrame(1, rateOfClip(picture)) : 0.04) * 1.01;
}
