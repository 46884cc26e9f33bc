/** Image renditions: from an asset, a slot and the house's encoders to recipes with every number decided. */
import type { Asset, ImageFacts } from '../model/asset.ts';
import type { EncoderSettings, HouseColour, ImageFormat, Treatment } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { jobKeyOf, shortKey } from '../model/key.ts';
import { type Box, type ImageRecipe, LIMIT_PIXELS, type ScreenSpace } from '../model/recipe.ts';

/** What a page or unit wants of a picture. */
export interface ImageWish {
  readonly ratio?: readonly [number, number];
  readonly widths: readonly number[];
  readonly formats: readonly ImageFormat[];
  readonly encoders: Readonly<Record<ImageFormat, EncoderSettings>>;
  readonly treatment?: Treatment;
  readonly colour?: HouseColour;
  /** Absent: sRGB. */
  readonly to?: ScreenSpace;
  /** The gain map of the picture goes along. */
  readonly gainMap?: true;
}

/** Largest box of the ratio that fits, laid round the focus point and kept inside the picture. */
export function cropBox(
  facts: Pick<ImageFacts, 'width' | 'height'>,
  ratio: readonly [number, number] | undefined,
  focus: readonly [number, number],
): Box {
  if (!ratio) return { left: 0, top: 0, width: facts.width, height: facts.height };
  const wanted = ratio[0] / ratio[1];
  const width = Math.min(facts.width, Math.round(facts.height * wanted));
  const height = Math.min(facts.height, Math.round(facts.width / wanted));
  const place = (room: number, part: number, share: number): number =>
    Math.max(0, Math.min(room - part, Math.round(room * share - part / 2)));
  return { left: place(facts.width, width, focus[0]), top: place(facts.height, height, focus[1]), width, height };
}

/** Widths that the crop can give without enlarging; the crop's own width closes the list when it falls short. */
export function reachableWidths(widths: readonly number[], available: number): number[] {
  const reachable = widths.filter((width) => width <= available);
  return reachable.length === widths.length ? [...widths] : [...reachable, available].filter((width, at, all) => all.indexOf(width) === at);
}

export function planImages(asset: Asset & { readonly facts: ImageFacts }, wish: ImageWish, tool: string): Job<ImageRecipe>[] {
  const { facts } = asset;
  const crop = cropBox(facts, wish.ratio, asset.focus);
  const rights = rightsOf(asset);
  const formats = facts.usesAlpha ? wish.formats.map((format) => (format === 'jpeg' ? 'png' : format)) : wish.formats;
  const from = sourceOf(facts);
  const assumed = from === 'assumed cmyk' ? wish.colour?.cmyk : undefined;
  const inputs = [asset.master ?? asset.digest, ...(assumed ? [assumed.digest] : [])].map((digest) => ({ from: 'store', digest }) as const);
  const jobs: Job<ImageRecipe>[] = [];
  for (const width of reachableWidths(wish.widths, crop.width)) {
    const height = Math.max(1, Math.round((width * crop.height) / crop.width));
    for (const format of formats) {
      const { quality, effort } = wish.encoders[format];
      const recipe: ImageRecipe = {
        limitPixels: LIMIT_PIXELS,
        orient: true,
        from,
        to: wish.to ?? 'srgb',
        intent: wish.colour?.intent ?? 'perceptual',
        ...(wish.colour?.blackPoint ? { blackPoint: true } : {}),
        crop,
        width,
        height,
        ...(wish.treatment ? { duotone: wish.treatment.duotone } : {}),
        ...(facts.hasAlpha && !facts.usesAlpha ? { flatten: '#ffffff' } : {}),
        ...(wish.gainMap ? { gainMap: true } : {}),
        ...(rights ? { rights } : {}),
        format,
        quality,
        ...(effort === undefined ? {} : { effort }),
      };
      const key = jobKeyOf({ kind: 'image', tool, recipe, inputs });
      jobs.push({
        key,
        kind: 'image',
        tool,
        recipe,
        inputs,
        file: `${asset.name.replaceAll('/', '-')}-${width}-${shortKey(key)}.${extensionOf(format)}`,
        label: `${asset.name} ${width} px ${format}${wish.to === 'p3' ? ' P3' : ''}${wish.gainMap ? ' HDR' : ''}`,
        batch: `image ${asset.master ?? asset.digest}`,
        asset: asset.name,
      });
    }
  }
  return jobs;
}

/** With which profile the numbers are read; one that cannot be used is as good as none. */
function sourceOf({ profile, colour, coded, isAdobeRgb, space }: ImageFacts): ImageRecipe['from'] {
  if (colour?.gamut === 'lab') return 'lab';
  if (profile !== undefined && colour?.fault === undefined) return 'embedded';
  if (coded === 'p3') return 'coded p3';
  if (isAdobeRgb) return 'assumed adobe rgb';
  return space === 'cmyk' ? 'assumed cmyk' : 'assumed srgb';
}

/** What was agreed in the order goes before what the file says of itself. */
function rightsOf({ rights, facts }: Asset): ImageFacts['rights'] | undefined {
  const own = facts?.rights;
  const told = {
    creator: rights.creator ?? own?.creator,
    credit: rights.credit ?? own?.credit,
    copyright: rights.copyright ?? own?.copyright,
    terms: rights.licence ?? own?.terms,
    page: rights.page ?? own?.page,
    until: rights.until ?? own?.until,
  };
  const known = Object.entries(told).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

export function extensionOf(format: ImageFormat): string {
  return format === 'jpeg' ? 'jpg' : format;
}
