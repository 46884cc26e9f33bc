/** Checks what a clip says of its colours: nothing, something unlikely, or light beyond white. */
import { isHd, type PictureTrack } from '../model/clip.ts';
import { type ClipCheck, told } from './clip-told.ts';

/** ffmpeg's names of the matrix of BT.601, which belongs to standard definition. */
const OF_SD = ['smpte170m', 'bt470bg', 'bt601'];

export const checkClipColour: ClipCheck = (asset) => {
  const { picture } = asset.clip;
  if (!picture) return [];
  const { colour, hdr, width, height } = picture;
  const size = `${width} × ${height}`;
  if (hdr) return [told(asset, 'clip-hdr', { curve: hdr === 'pq' ? 'PQ' : 'HLG' })];
  // Colours that stand as red, green and blue were never turned into another system.
  if (isRgb(picture)) return [];
  if (colour.matrix === 'unknown') return [told(asset, 'clip-colour-unknown', { assumed: isHd(picture) ? 'BT.709' : 'BT.601', size })];
  return isHd(picture) && OF_SD.includes(colour.matrix) ? [told(asset, 'clip-matrix-unlikely', { size, matrix: colour.matrix })] : [];
};

function isRgb({ pixels, colour }: PictureTrack): boolean {
  return (
    /^(gbr|rgb|bgr|argb|abgr|0rgb|0bgr|x2rgb|x2bgr|pal8|gray|monow|monob)/.test(pixels) ||
    colour.matrix === 'gbr' ||
    colour.matrix === 'rgb'
  );
}
