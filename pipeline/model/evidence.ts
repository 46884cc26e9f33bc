/** When a measure of a picture is evidence enough to speak of it, or to correct it unasked. */
import type { PictureMeasures } from './asset.ts';

/** How sure a measure has to be; hit rates stand in `test/pixels/correcting.test.ts`. */
const SURE = 0.5;
/** Lab units of a cast that people see; a stronger one than the last is the light of the place: a stage, dusk, a workshop. */
const SEEN = 5;
const OF_THE_PLACE = 16;
/** Degrees that people see, and beyond which a slant was meant. */
const LEANS = 0.7;
const MEANT = 8;

/** Lab a and b of what should be grey. */
export function seenCast({ cast }: PictureMeasures): { readonly a: number; readonly b: number } | undefined {
  if (!cast || cast.sure < SURE) return undefined;
  const strength = Math.hypot(cast.a, cast.b);
  return strength >= SEEN && strength <= OF_THE_PLACE ? cast : undefined;
}

/** What greys are, neutral or not, where that is sure. */
export function sureGrey({ cast }: PictureMeasures): { readonly a: number; readonly b: number } | undefined {
  return cast && cast.sure >= SURE && Math.hypot(cast.a, cast.b) <= OF_THE_PLACE ? cast : undefined;
}

/** Degrees clockwise. */
export function seenTilt({ tilt }: PictureMeasures): number | undefined {
  if (!tilt || tilt.sure < SURE) return undefined;
  return Math.abs(tilt.degrees) >= LEANS && Math.abs(tilt.degrees) <= MEANT ? tilt.degrees : undefined;
}
