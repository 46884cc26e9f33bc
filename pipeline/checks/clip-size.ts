/** Checks the frame of a clip: its pixels, their shape, bars round it, how it stands, and whether it is see-through. */
import { type ClipCheck, percent, told } from './clip-told.ts';

export const checkClipSize: ClipCheck = (asset, rules) => {
  const { picture, measured } = asset.clip;
  if (!picture) return [];
  const { width, height, pixelShape, rotation, hasAlpha } = picture;
  const size = `${width} × ${height}`;
  const shorter = Math.min(width, height);
  const bars = measured?.bars;
  const widest = bars ? Math.max(bars.top, bars.right, bars.bottom, bars.left) : 0;
  const upright = bars !== undefined && Math.max(bars.top, bars.bottom) < Math.max(bars.left, bars.right);
  return [
    ...(shorter < rules.leastSide ? [told(asset, 'clip-too-small', { size, actual: shorter, expected: rules.leastSide }, 'error')] : []),
    ...(shorter >= rules.leastSide && shorter < rules.wantedSide
      ? [told(asset, 'clip-too-small', { size, actual: shorter, expected: rules.wantedSide })]
      : []),
    ...(Math.max(width, height) > rules.largestSide ? [told(asset, 'clip-oversized', { size, expected: rules.largestSide })] : []),
    ...(pixelShape[0] !== pixelShape[1] ? [told(asset, 'clip-pixels-not-square', { shape: pixelShape.join(':'), size })] : []),
    ...(rotation % 360 === 0 ? [] : [told(asset, 'clip-turned', { actual: rotation })]),
    ...(widest > rules.bars ? [told(asset, 'clip-bars', { actual: percent(widest), sides: upright ? 'sides' : 'ends' })] : []),
    ...(hasAlpha ? [told(asset, 'clip-see-through')] : []),
  ];
};
