/** Checks whether a clip was coded too poorly to be coded again, and whether it is blurred or in blocks. */
import type { PictureTrack } from '../model/clip.ts';
import { type ClipCheck, tenth, told } from './clip-told.ts';

export const checkClipQuality: ClipCheck = (asset, rules) => {
  const { picture, measured } = asset.clip;
  if (!picture) return [];
  const least = rules.leastBits[picture.codec];
  const bits = bitsPerPixel(picture);
  const starved = least !== undefined && bits !== undefined && bits < least;
  const args = { actual: Math.round((bits ?? 0) * 1000) / 1000, expected: least ?? 0, codec: picture.codec };
  const { blur, blocks } = measured ?? {};
  return [
    // Still pictures and drawings need few bits, so only half of the floor is sure to be seen.
    ...(starved ? [told(asset, 'clip-starved', args, bits < least / 2 ? 'warning' : 'info')] : []),
    ...(blur !== undefined && blur > rules.blur ? [told(asset, 'clip-blurred', { actual: tenth(blur), expected: rules.blur })] : []),
    ...(blocks !== undefined && blocks > rules.blocks
      ? [told(asset, 'clip-blocky', { actual: tenth(blocks), expected: rules.blocks })]
      : []),
  ];
};

/** Of a frame; undefined where rate or size is not told. */
function bitsPerPixel({ bitRate, coded: [width, height], averageRate, rate }: PictureTrack): number | undefined {
  const [frames, seconds] = averageRate[0] > 0 ? averageRate : rate;
  const pixels = (width * height * frames) / seconds;
  return bitRate > 0 && pixels > 0 && Number.isFinite(pixels) ? bitRate / pixels : undefined;
}
