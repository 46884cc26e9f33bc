/** What `auto` proposes for a picture, out of its facts: each step only where the evidence is strong. */
import type { PictureMeasures } from '../model/asset.ts';
import type { Automatic, CorrectionWish } from '../model/correction.ts';
import { seenCast, seenTilt } from '../model/evidence.ts';

/** A range that fills less than this is dull; one whose ends lie further in was meant that way: fog, night, high key. */
const FULL = 0.94;
const LIFTED = 0.2;
const LOWERED = 0.62;
/** A stretch that takes the middle further than this blows out fog and drowns a night. */
const MIDDLE = [0.12, 0.78] as const;

export function propose(measured: PictureMeasures, parts: readonly Automatic[]): CorrectionWish[] {
  const proposals: Record<Automatic, () => CorrectionWish[]> = {
    straighten: () => straighten(measured),
    cast: () => neutralise(measured),
    levels: () => stretch(measured),
  };
  // Level first, then neutral, then full: each measures what the one before leaves.
  return (['straighten', 'cast', 'levels'] as const).filter((part) => parts.includes(part)).flatMap((part) => proposals[part]());
}

function straighten(measured: PictureMeasures): CorrectionWish[] {
  const tilt = seenTilt(measured);
  return tilt === undefined ? [] : [{ step: 'straighten', degrees: Number((-tilt).toFixed(1)) }];
}

function neutralise(measured: PictureMeasures): CorrectionWish[] {
  const cast = seenCast(measured);
  return cast ? [{ step: 'balance', gains: gainsAgainst(cast.a, cast.b) }] : [];
}

function stretch({ light }: PictureMeasures): CorrectionWish[] {
  const black = light.black <= LIFTED ? light.black : 0;
  const white = light.white >= LOWERED ? light.white : 1;
  const middle = (light.middle - black) / (white - black);
  if (white - black >= FULL || middle < MIDDLE[0] || middle > MIDDLE[1]) return [];
  return [{ step: 'levels', black, white, gamma: 1 }];
}

/** Gains in linear light that make grey of a middle grey with this a and b, and keep its light. */
export function gainsAgainst(a: number, b: number): readonly [number, number, number] {
  // Back from Lab (D65) at L* 60 to linear sRGB.
  const y = (60 + 16) / 116;
  const cube = (value: number): number => (value > 6 / 29 ? value ** 3 : 3 * (6 / 29) ** 2 * (value - 4 / 29));
  const [bigX, bigY, bigZ] = [0.95047 * cube(y + a / 500), cube(y), 1.08883 * cube(y - b / 200)];
  const linear = [
    3.2404542 * bigX - 1.5371385 * bigY - 0.4985314 * bigZ,
    -0.969266 * bigX + 1.8760108 * bigY + 0.041556 * bigZ,
    0.0556434 * bigX - 0.2040259 * bigY + 1.0572252 * bigZ,
  ].map((value) => Math.max(0.02, value));
  const [red, green, blue] = linear.map((value) => Number(Math.max(0.5, Math.min(2, bigY / value)).toFixed(3)));
  return [red as number, green as number, blue as number];
}
