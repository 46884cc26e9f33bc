/** Checks whether a clip is all there: that as much comes out of it as it says, and that nothing in it is damaged. */
import type { ClipFacts } from '../model/clip.ts';
import { frameSeconds } from '../model/clip-rules.ts';
import { aboutPicture, type ClipCheck, hundredth, moment, told } from './clip-told.ts';

/** Coders of sound pad their first and last block: up to 0.1 s in MP3 (LAME's delay and 1152 samples at 24 kHz). */
const PADDING = 0.1;

export const checkClipWhole: ClipCheck = (asset, rules) => {
  const { clip } = asset;
  const isLost = ({ stated, came }: Track): boolean =>
    stated - came > Math.max(rules.missingShare * stated, PADDING, 2 * frameSeconds(clip)) || stated - came > rules.missingSeconds;
  const lost = tracksOf(clip).filter(isLost);
  const [worst] = lost.toSorted((one, other) => other.stated - other.came - (one.stated - one.came));
  if (worst) {
    const args = { actual: hundredth(worst.came), expected: hundredth(worst.stated), at: moment(worst.came) };
    const found = told(asset, 'clip-incomplete', args);
    return [clip.sound && lost.every(({ of }) => of === 'picture') ? aboutPicture(found) : found];
  }
  const complaints = clip.measured?.complaints ?? [];
  return complaints.length > 0 ? [told(asset, 'clip-damaged', { detail: complaints[0] ?? '', count: complaints.length })] : [];
};

interface Track {
  readonly of: 'picture' | 'sound';
  /** In s: what is said, and what came out. */
  readonly stated: number;
  readonly came: number;
}

function tracksOf({ seconds, picture, sound, measured }: ClipFacts): Track[] {
  if (!measured) return [];
  const { pictureSeconds, soundSeconds } = measured.decoded;
  return [
    ...(picture ? [{ of: 'picture', stated: picture.seconds || seconds, came: pictureSeconds } as const] : []),
    ...(sound ? [{ of: 'sound', stated: sound.seconds || (picture ? 0 : seconds), came: soundSeconds } as const] : []),
  ];
}
