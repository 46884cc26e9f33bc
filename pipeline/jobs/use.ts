/** How a place uses a picture: the crop it takes, what that can give, and what it cuts. */
import { cropAt, cutOf, framingAt, type Ratio, runsThrough } from '../model/crop.ts';
import { boxInFrame, cutByFrame } from '../model/frame.ts';
import type { Use } from '../model/layout.ts';
import type { Corrected } from './correct.ts';

/** One crop that a place takes of a picture. */
export interface PlaceCrop {
  /** General to exact; the last is its name. */
  readonly places: readonly string[];
  readonly ratio?: Ratio;
  readonly widths: readonly number[];
  readonly media?: string;
  readonly sizes?: string | undefined;
}

/** @param slot what findings call it */
export function useOf(
  { supplied, picture: asset, place, geometry, proposed }: Corrected,
  { places, ratio, widths, media }: PlaceCrop,
  slot = places.at(-1) ?? '',
): Use {
  const { facts } = asset;
  const crop = cropAt(facts, ratio, asset, places);
  const available = crop.width;
  // What the corrections took away is gone before the place crops.
  const cut = cutByFrame(place, framingAt(supplied, places).safe) ?? cutOf(facts, ratio, framingAt(asset, places).safe);
  const { detail, lettering = [] } = facts.measured ?? {};
  const cutsText = lettering.some((box) => runsThrough(crop, facts, boxInFrame(place, box)));
  return {
    asset: asset.name,
    slot,
    places,
    ...(ratio ? { ratio } : {}),
    ...(media ? { media } : {}),
    smallest: widths[0] ?? 0,
    largest: widths.at(-1) ?? 0,
    available,
    ...(detail === undefined ? {} : { detailed: Math.round(available * detail) }),
    ...(cut ? { cut } : {}),
    ...(cutsText ? { cutsText: true as const } : {}),
    ...(geometry.length > 0 ? { geometry } : {}),
    ...(proposed ? { proposed } : {}),
  };
}
