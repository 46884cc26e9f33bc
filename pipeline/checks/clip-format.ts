/** Checks whether a clip is in a form that people can play as it is, or must be made into one. */
import type { PictureTrack, SoundTrack } from '../model/clip.ts';
import { type ClipCheck, tenth, told } from './clip-told.ts';

/** What Mux takes without a mezzanine (mux.com/docs/guides/minimize-processing-time, 20 November 2026). */
const LONGEST_GOP = 20;
const MOST_RATE = 8_000_000;
const LARGEST = 2048;
/** Every browser, telephone and player of the last ten years. */
const PLAYED = ['aac', 'mp3', 'opus', 'vorbis', 'flac'];
const MOST_FPS = 60;

export const checkClipFormat: ClipCheck = (asset) => {
  const { picture, sound } = asset.clip;
  const items = [...(picture ? ofPicture(picture) : []), ...(sound ? ofSound(sound) : [])];
  return items.length > 0 ? [told(asset, 'clip-converted', { items })] : [];
};

function ofPicture({ codec, profile, pixels, rate, bitRate, width, height, longestGop, colour, hdr }: PictureTrack): string[] {
  const fps = rate[0] / rate[1];
  const plain = ['yuv420p', 'yuvj420p'].includes(pixels);
  return [
    ...(codec === 'h264' ? [] : [profile && profile !== 'unknown' ? `${codec} ${profile}` : codec]),
    ...(plain ? [] : [pixels]),
    ...(colour.range === 'pc' && !hdr ? ['full range'] : []),
    ...(fps > MOST_FPS ? [`${tenth(fps)} fps`] : []),
    ...(Math.max(width, height) > LARGEST ? [`${width} × ${height} px`] : []),
    ...(bitRate > MOST_RATE ? [`${tenth(bitRate / 1e6)} Mb/s`] : []),
    ...(longestGop > LONGEST_GOP ? [`GOP ${tenth(longestGop)} s`] : []),
  ];
}

function ofSound({ codec, channels, layout, sampleRate }: SoundTrack): string[] {
  return [
    ...(PLAYED.includes(codec) || codec.startsWith('pcm_') ? [] : [codec]),
    ...(channels > 2 ? [layout || `${channels} ch`] : []),
    ...(sampleRate > 48_000 ? [`${sampleRate / 1000} kHz`] : []),
  ];
}
