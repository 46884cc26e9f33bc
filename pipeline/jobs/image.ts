/** Image renditions: from an asset, a slot and the house's encoders to recipes with every number decided. */
import type { Asset, ImageFacts } from '../model/asset.ts';
import { isFraming } from '../model/correction.ts';
import { cropAt } from '../model/crop.ts';
import type { EncoderSettings, HouseColour, ImageFormat, ImageSlot } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf, shortKey } from '../model/key.ts';
import { type ImageRecipe, LIMIT_PIXELS, type QualityRecipe, type ScreenSpace } from '../model/recipe.ts';
import type { Corrected, Picture } from './correct.ts';

/** Raised when the search or its measure changes. */
const SEARCH = 'search 1';
/** Raised when a step on pixels gives other ones: it decides their bytes as much as sharp does. */
const CORRECTOR = 'corrections 2';

/** What a page or unit wants of a picture. */
export interface ImageWish {
  readonly ratio?: readonly [number, number];
  /** The place it is for, general to exact, such as `hero`, `hero/phone`: the order may frame it anew there. */
  readonly places?: readonly string[];
  readonly widths: readonly number[];
  readonly formats: readonly ImageFormat[];
  readonly encoders: Readonly<Record<ImageFormat, EncoderSettings>>;
  /** Decided for this place; the picture then is the one that stands in them. */
  readonly corrections?: Pick<Corrected, 'steps' | 'inputs'> & { readonly pixels?: number };
  /** Of one rendition. */
  readonly maxBytes?: number;
  readonly colour?: HouseColour;
  /** Absent: sRGB. */
  readonly to?: ScreenSpace;
  /** The gain map of the picture goes along. */
  readonly gainMap?: true;
}

/** Widths that the crop can give without enlarging; the crop's own width closes the list when it falls short. */
export function reachableWidths(widths: readonly number[], available: number): number[] {
  const reachable = widths.filter((width) => width <= available);
  return reachable.length === widths.length ? [...widths] : [...reachable, available].filter((width, at, all) => all.indexOf(width) === at);
}

/** A rendition with the job that seeks its quality, where that is not fixed. */
export type ImageJob = Job<ImageRecipe> & { readonly search?: Job<QualityRecipe> };

export function planImages(asset: Picture, wish: ImageWish, sharp: string): ImageJob[] {
  const { facts } = asset;
  const { steps = [], inputs: beside = [] } = wish.corrections ?? {};
  const tool = steps.every(isFraming) ? sharp : `${sharp}, ${CORRECTOR}`;
  const crop = cropAt(facts, wish.ratio, asset, wish.places ?? []);
  const rights = rightsOf(asset);
  const isDrawn = codedWithoutLoss(asset, wish);
  const formats = formatsFor(wish, facts.usesAlpha, isDrawn);
  const from = sourceOf(facts);
  const assumed = from === 'assumed cmyk' ? wish.colour?.cmyk : undefined;
  const files: readonly Input[] = [
    { from: 'store', digest: asset.master ?? asset.digest },
    ...beside,
    ...(assumed ? [{ from: 'store', digest: assumed.digest } as const] : []),
  ];
  const jobs: ImageJob[] = [];
  for (const width of reachableWidths(wish.widths, crop.width)) {
    const height = Math.max(1, Math.round((width * crop.height) / crop.width));
    for (const format of formats) {
      const { quality: wanted, effort, chroma, mozjpeg } = wish.encoders[format];
      // At its own size a picture never comes out heavier than it came in, however hard it was compressed before.
      const asSupplied =
        typeof wanted !== 'number' && !isDrawn && !wish.gainMap && isCoded(asset) && crop.height === facts.height && width === facts.width;
      const maxBytes = asSupplied ? Math.min(asset.bytes, wish.maxBytes ?? asset.bytes) : wish.maxBytes;
      // Ringing round edges is seen first in drawings, and without loss they are hardly heavier.
      const lossless = isDrawn && format === 'webp' && typeof wanted !== 'number';
      // The floor gives way to the weight of the supplied file alone: to a limit of the place quality gives way only so far.
      const quality = lossless ? 100 : asSupplied && maxBytes === asset.bytes ? { ...wanted, least: 1 } : wanted;
      const recipe: ImageRecipe = {
        // What the order let in may be opened; the limit decides no byte, so it moves no other key.
        limitPixels: Math.max(LIMIT_PIXELS, wish.corrections?.pixels ?? facts.width * facts.height),
        orient: true,
        from,
        to: wish.to ?? 'srgb',
        intent: wish.colour?.intent ?? 'perceptual',
        ...(wish.colour?.blackPoint ? { blackPoint: true } : {}),
        ...(assumed ? { profile: files.length - 1 } : {}),
        crop,
        width,
        height,
        ...(steps.length > 0 ? { corrections: steps } : {}),
        ...(facts.hasAlpha && !facts.usesAlpha ? { flatten: '#ffffff' } : {}),
        ...(wish.gainMap ? { gainMap: true } : {}),
        ...(rights ? { rights } : {}),
        format,
        quality,
        ...(effort === undefined ? {} : { effort }),
        ...(lossless ? { lossless } : {}),
        ...(format === 'avif' && chroma ? { chroma } : {}),
        ...(format === 'jpeg' && mozjpeg ? { mozjpeg } : {}),
        ...(maxBytes === undefined ? {} : { maxBytes }),
      };
      const job = {
        tool,
        inputs: files,
        label: `${asset.name} ${width} px ${format}${wish.to === 'p3' ? ' P3' : ''}${wish.gainMap ? ' HDR' : ''}`,
        batch: `image ${asset.master ?? asset.digest}`,
        asset: asset.name,
      } as const;
      const search = planSearch(job, recipe);
      const inputs = search ? [...job.inputs, { from: 'job', key: search.key } as const] : job.inputs;
      const key = jobKeyOf({ kind: 'image', tool, recipe, inputs });
      const file = `${asset.name.replaceAll('/', '-')}-${width}-${shortKey(key)}.${extensionOf(format)}`;
      jobs.push({ ...job, key, kind: 'image', recipe, inputs, file, ...(search ? { search } : {}) });
    }
  }
  return jobs;
}

/** A drawing, unless bytes count more than its edges: it has a limit, or came as a coarse picture itself. */
function codedWithoutLoss(asset: Picture, { maxBytes, gainMap }: ImageWish): boolean {
  return asset.facts.measured?.graphic === true && maxBytes === undefined && !gainMap && !isCoded(asset);
}

/** Drawings lose AVIF and JPEG for lossless WebP and PNG, where the house does not fix a quality; what is see-through loses JPEG. */
function formatsFor({ formats, encoders }: ImageWish, usesAlpha: boolean, isDrawn: boolean): ImageFormat[] {
  const isSought = (format: ImageFormat): boolean => typeof encoders[format].quality !== 'number';
  const fitting = formats.flatMap((format): ImageFormat[] => {
    if (isDrawn && isSought(format) && format === 'avif' && formats.length > 1) return [];
    if (format === 'jpeg' && (usesAlpha || (isDrawn && isSought(format)))) return ['png'];
    return [format];
  });
  return [...new Set(fitting)];
}

/** Every job that renditions take: the searches of their qualities first. */
export function withSearches(images: readonly ImageJob[]): Job[] {
  return [...images.flatMap(({ search }) => search ?? []), ...images.map(({ search: _, ...job }) => job)];
}

/** The same search serves renditions that differ only in what is written beside the picture. */
function planSearch(
  job: Pick<Job, 'tool' | 'inputs' | 'label' | 'batch'> & { readonly asset?: string },
  { rights: _, maxBytes: __, quality, ...recipe }: ImageRecipe,
): Job<QualityRecipe> | undefined {
  if (typeof quality === 'number') return undefined;
  const { tool, inputs, label, batch, asset } = job;
  const sought: QualityRecipe = { ...recipe, quality };
  const key = jobKeyOf({ kind: 'quality', tool: `${tool}, ${SEARCH}`, recipe: sought, inputs });
  return {
    key,
    kind: 'quality',
    tool: `${tool}, ${SEARCH}`,
    recipe: sought,
    inputs,
    file: '',
    label: `${label}: quality`,
    batch,
    ...(asset ? { asset } : {}),
  };
}

/** The house's encoders with a slot's own target. */
export function encodersAt(encoders: ImageWish['encoders'], distance: number | undefined): ImageWish['encoders'] {
  if (distance === undefined) return encoders;
  const settings = Object.entries(encoders).map(([format, one]) => [
    format,
    typeof one.quality === 'number' ? one : { ...one, quality: { ...one.quality, distance } },
  ]);
  return Object.fromEntries(settings) as ImageWish['encoders'];
}

/** The slot's word goes before the house's; nothing where neither says anything. */
export function colourOf(house: HouseColour | undefined, slot: Pick<ImageSlot, 'colour'> = {}): { readonly colour?: HouseColour } {
  return house || slot.colour ? { colour: { ...house, ...slot.colour } } : {};
}

/** Whether it came as one of the formats that leave detail out; the weight of others says nothing. */
function isCoded({ type, master }: Asset): boolean {
  return !master && ['jpeg', 'webp', 'avif'].includes(type);
}

/** With which profile the numbers are read; one that cannot be used is as good as none. */
function sourceOf({ profile, colour, coded, isAdobeRgb, space }: ImageFacts): ImageRecipe['from'] {
  if (colour?.gamut === 'lab') return 'lab';
  // Code points go before a profile that stands beside them (PNG third edition, 11.3.2.6); no profile says what they say.
  if (coded === 'pq' || coded === 'hlg') return `coded ${coded}`;
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

export function extensionOf(format: ImageRecipe['format']): string {
  return format === 'jpeg' ? 'jpg' : format;
}
