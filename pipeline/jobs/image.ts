/** Image renditions: from an asset, a slot and the house's encoders to recipes with every number decided. */
import type { Asset, ImageFacts } from '../model/asset.ts';
import type { EncoderSettings, ImageFormat, Treatment } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { jobKeyOf, shortKey } from '../model/key.ts';
import { type Box, type ImageRecipe, LIMIT_PIXELS } from '../model/recipe.ts';

/** What a page or unit wants of a picture. */
export interface ImageWish {
  readonly ratio?: readonly [number, number];
  readonly widths: readonly number[];
  readonly formats: readonly ImageFormat[];
  readonly encoders: Readonly<Record<ImageFormat, EncoderSettings>>;
  readonly treatment?: Treatment;
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
  const jobs: Job<ImageRecipe>[] = [];
  for (const width of reachableWidths(wish.widths, crop.width)) {
    const height = Math.max(1, Math.round((width * crop.height) / crop.width));
    for (const format of formats) {
      const { quality, effort } = wish.encoders[format];
      const recipe: ImageRecipe = {
        // What the order let in may be opened; the limit decides no byte, so it moves no other key.
        limitPixels: Math.max(LIMIT_PIXELS, facts.width * facts.height),
        orient: true,
        from: facts.profile ? 'embedded' : facts.space === 'cmyk' ? 'assumed cmyk' : 'assumed srgb',
        to: 'srgb',
        intent: 'perceptual',
        crop,
        width,
        height,
        ...(wish.treatment ? { duotone: wish.treatment.duotone } : {}),
        ...(facts.hasAlpha && !facts.usesAlpha ? { flatten: '#ffffff' } : {}),
        ...(rights ? { rights } : {}),
        format,
        quality,
        ...(effort === undefined ? {} : { effort }),
      };
      const inputs = [{ from: 'store', digest: asset.master ?? asset.digest }] as const;
      const key = jobKeyOf({ kind: 'image', tool, recipe, inputs });
      jobs.push({
        key,
        kind: 'image',
        tool,
        recipe,
        inputs,
        file: `${asset.name.replaceAll('/', '-')}-${width}-${shortKey(key)}.${extensionOf(format)}`,
        label: `${asset.name} ${width} px ${format}`,
        batch: `image ${asset.master ?? asset.digest}`,
        asset: asset.name,
      });
    }
  }
  return jobs;
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

export function extensionOf(format: ImageRecipe['format']): string {
  return format === 'jpeg' ? 'jpg' : format;
}
