/** Checks whether a clip is all there: that as much comes out of it as it says, and that nothing in it is damaged. */
import type { ClipFacts } from '../model/clip.ts';
import { frameSeconds } from '../model/clip-rules.ts';
import { type ClipCheck, hundredth, moment, told } from './clip-told.ts';

/** Coders of sound pad their first and last block: up to 0.1 s in MP3 (LAME's delay and 1152 samples at 24 kHz). */
const PADDING = 0.1;

export const checkClipWhole: ClipCheck = (asset, rules) => {
  const { clip } = asset;
  const [stated, came] = longestLoss(clip);
  const lost = stated - came;
  const spare = Math.max(rules.missingShare * stated, PADDING, 2 * frameSeconds(clip));
  if (lost > spare || lost > rules.missingSeconds)
    return [told(asset, 'clip-incomplete', { actual: hundredth(came), expected: hundredth(stated), at: moment(came) })];
  const complaints = clip.measured?.complaints ?? [];
  return complaints.length > 0 ? [told(asset, 'clip-damaged', { detail: complaints[0] ?? '', count: complaints.length })] : [];
};

/** Of picture and sound the one that lacks most: s as stated, and s that came out. */
function longestLoss({ seconds, picture, sound, measured }: ClipFacts): readonly [stated: number, came: number] {
  if (!measured) return [0, 0];
  const { pictureSeconds, soundSeconds } = measured.decoded;
  const pairs = [
    ...(picture ? [[picture.seconds || seconds, pictureSeconds] as const] : []),
    ...(sound ? [[sound.seconds || (picture ? 0 : seconds), soundSeconds] as const] : []),
  ];
  return pairs.toSorted((one, other) => other[0] - other[1] - (one[0] - one[1]))[0] ?? [0, 0];
}
