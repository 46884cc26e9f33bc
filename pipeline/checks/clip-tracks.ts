/** Checks how the tracks of a clip lie beside each other, and which of them nobody will see or hear. */
import { frameSeconds } from '../model/clip-rules.ts';
import { type ClipCheck, hundredth, told } from './clip-told.ts';

/** Sound that comes 45 ms early or 125 ms late is noticed (ITU-R BT.1359-1). */
const EARLY = 0.045;

export const checkClipTracks: ClipCheck = (asset) => {
  const { picture, sound, tracks, hasEditList, measured } = asset.clip;
  const frame = frameSeconds(asset.clip);
  const decoded = measured?.decoded;
  const seen = decoded?.pictureSeconds || (picture?.seconds ?? 0);
  const heard = decoded?.soundSeconds || (sound?.seconds ?? 0);
  const both = picture && sound && seen > 0 && heard > 0;
  const late = both ? sound.startsAt - picture.startsAt : 0;
  const differs = both ? heard - seen : 0;
  const counts = { pictures: tracks.pictures, sounds: tracks.sounds, texts: tracks.texts };
  const unused = [tracks.pictures > 1, tracks.sounds > 1, tracks.texts > 0];
  return [
    ...(Math.abs(differs) > frame * 1.001
      ? [told(asset, 'clip-sound-length', { actual: hundredth(Math.abs(differs)), which: differs > 0 ? 'longer' : 'shorter' })]
      : []),
    ...(Math.abs(late) > Math.max(frame, EARLY)
      ? [told(asset, 'clip-sound-late', { actual: hundredth(Math.abs(late)), which: late > 0 ? 'late' : 'early' })]
      : []),
    ...(hasEditList ? [told(asset, 'clip-edit-list')] : []),
    ...(unused.includes(true) ? [told(asset, 'clip-tracks', { ...counts, ...(sound?.isPair ? { isPair: true } : {}) })] : []),
  ];
};
