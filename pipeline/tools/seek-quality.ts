/** Seeks the lowest quality at which a rendition lies no farther from its original than wanted, on a sample of its pixels. */
import sharp from 'sharp';
import type { ImageFormat } from '../model/house.ts';
import type { FoundQuality, QualityRecipe } from '../model/recipe.ts';
import { asOriginal, distanceFrom, type Original } from '../pixels/difference.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { sampleOf } from '../pixels/sample.ts';
import { code } from './encode.ts';
import { pixelsOf } from './picture-measures.ts';
import { type Raw, sharpInput } from './renditions.ts';

export type Lossy = Exclude<ImageFormat, 'png'>;

/**
 * Where a search begins, and how the logarithm of the distance falls per step of quality there: measured November 2026 on
 * five photographs of cameras and phones at four widths. Only the number of trials hangs on them.
 */
const USUAL: Readonly<Record<Lossy, { readonly quality: number; readonly distance: number; readonly slope: number }>> = {
  avif: { quality: 50, distance: 1.3, slope: -0.027 },
  webp: { quality: 80, distance: 1.14, slope: -0.028 },
  jpeg: { quality: 80, distance: 0.95, slope: -0.026 },
};
const TRIALS = 3;
/** Steps of quality that the usual slope, or one seen in this picture, is trusted to bridge without another trial. */
const CERTAIN = 4;
const LIKELY = 8;
/** Least distance that has a logarithm of use. */
const NOTHING = 0.01;

/** By which power of its bytes a file may lie farther than one of 40 kB. */
const LENIENCE: Readonly<Record<Lossy, number>> = { avif: 0.2, webp: 0.02, jpeg: 0.1 };

/**
 * What a file may lie farther than wanted, as a factor: one of 40 kB as far as that, a lighter one less, a heavier one more. A
 * light file costs next to nothing to bring nearer; a heavy one is large or busy, and there the eye sees least and each step
 * nearer costs most. The powers are those with which all files together weigh least at the same mean and the same worst
 * distance as each encoder's own scale gives (24 photographs at four widths, November 2026).
 */
export function allowance(format: Lossy, bytes: number): number {
  return Math.max(0.8, Math.min(1.28, (bytes / 40_000) ** LENIENCE[format]));
}

/** What stands for a rendition in all searches on it. */
export interface Sampled {
  readonly raw: Raw;
  readonly original: Original;
}

export async function takeSample(shaped: Raw): Promise<Sampled> {
  const { pixels, weights } = sampleOf(await opaque(shaped));
  const { width, height, data } = pixels;
  const raw: Raw = { data: Buffer.from(data.buffer, data.byteOffset, data.length), raw: { width, height, channels: 3 } };
  return { raw, original: asOriginal(pixels, weights) };
}

export async function seekQuality({ raw, original }: Sampled, recipe: QualityRecipe): Promise<FoundQuality> {
  const { format, quality: sought } = recipe;
  const { distance, least, most } = sought;
  if (format === 'png' || format === 'gif') throw new Error(`Internal error: the quality of a ${format} is sought`);
  const scale = (recipe.width * recipe.height) / (original.width * original.height);
  const at = async (quality: number): Promise<{ felt: number; allowed: number }> => {
    const coded = await code(sharpInput(raw), recipe, quality).toBuffer();
    const allowed = allowance(format, coded.length * scale);
    const reached = distanceFrom(original, await pixelsOf(sharp(coded).removeAlpha().toColourspace('srgb')));
    return { felt: Math.max(NOTHING, reached / allowed), allowed };
  };
  const within = (quality: number): number => Math.max(least, Math.min(most, Math.round(quality)));

  const usual = USUAL[format];
  let slope = usual.slope;
  let quality = within(usual.quality + Math.log(distance / usual.distance) / slope);
  let before: { readonly quality: number; readonly felt: number } | undefined;
  for (let trial = 1; ; trial++) {
    const { felt, allowed } = await at(quality);
    if (before && before.quality !== quality) {
      const seen = Math.log(felt / before.felt) / (quality - before.quality);
      // Two trials side by side say little of the slope.
      slope = Math.max(4 * usual.slope, Math.min(usual.slope / 4, seen));
    }
    const next = within(quality + Math.log(distance / felt) / slope);
    const isNear = Math.abs(next - quality) <= (trial === 1 ? CERTAIN : LIKELY);
    if (isNear || trial === TRIALS)
      return { quality: next, distance: Number((allowed * felt * Math.exp(slope * (next - quality))).toFixed(3)) };
    before = { quality, felt };
    quality = next;
  }
}

/** Three channels; see-through parts as they look on white, where most pages put them. */
async function opaque(shaped: Raw): Promise<Pixels> {
  const { width, height, channels } = shaped.raw;
  if (channels === 3) return { width, height, channels, data: shaped.data };
  const { data } = await sharpInput(shaped)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, channels: data.length / (width * height), data };
}
