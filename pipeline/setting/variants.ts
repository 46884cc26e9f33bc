/** What a slot offers of a picture under which conditions: light beyond white, wide colours, and what every screen shows. */
import { planAnimation } from '../jobs/animation.ts';
import { type ImageWish, planImages } from '../jobs/image.ts';
import type { Asset, ImageFacts } from '../model/asset.ts';
import { isFraming } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { ImageFormat, ImageSlot } from '../model/house.ts';
import { both, type Variant } from './picture.ts';

/** Share of the pixels beyond sRGB from which a picture truly uses wide colours: a patch of 100 px in one of 1600 × 1200. */
const TRULY_WIDE = 0.005;

interface Offer {
  readonly variants: readonly Variant[];
  readonly findings: readonly Finding[];
}

/**
 * @param media a condition that all of them share, such as `(max-width: 40rem)`
 * @returns the most exact condition first, as a browser reads them
 */
export function variantsOf(
  asset: Asset & { readonly facts: ImageFacts },
  slot: Pick<ImageSlot, 'gamut' | 'hdr'>,
  wish: ImageWish,
  tool: string,
  media?: string,
): Offer {
  const { facts } = asset;
  const under = (condition: string): string => both(media, condition);
  const steps = wish.corrections?.steps ?? [];
  // Corrections of pixels are done in sRGB, whatever they are done on.
  const isWide = slot.gamut === 'p3' && steps.every(isFraming) && (facts.colour?.beyond ?? 0) >= TRULY_WIDE;
  const wide = isWide ? { to: 'p3' as const } : {};
  const findings: Finding[] = [];
  const variants: Variant[] = [];
  if (slot.hdr === 'keep' && facts.gainMap) {
    const hindrance = steps.length > 0 ? 'corrections' : facts.gainMap === 'damaged' ? 'damaged' : undefined;
    if (hindrance === undefined)
      variants.push({
        media: under('(dynamic-range: high)'),
        jobs: planImages(asset, { ...wish, ...wide, formats: ['jpeg'], gainMap: true }, tool),
      });
    else
      findings.push({
        code: 'image-hdr-not-kept',
        severity: 'warning',
        where: { asset: asset.name },
        args: { asset: asset.name, hindrance },
      });
  }
  if (isWide)
    variants.push({
      media: under('(color-gamut: p3)'),
      jobs: planImages(asset, { ...wish, ...wide, formats: wideFormats(wish.formats) }, tool),
    });
  variants.push({ ...(media === undefined ? {} : { media }), jobs: planImages(asset, wish, tool) });
  return { variants, findings };
}

/** Frames for everybody but those who asked for less motion: they get the still. */
export function movingVariants(asset: Asset & { readonly facts: ImageFacts }, wish: ImageWish, tool: string, media?: string): Offer {
  const calm = '(prefers-reduced-motion: reduce)';
  const stills = { media: both(media, calm), jobs: planImages(asset, wish, tool) };
  return { variants: [stills, { ...(media === undefined ? {} : { media }), jobs: planAnimation(asset, wish, tool) }], findings: [] };
}

/** Every browser on a wide screen reads AVIF or WebP; other formats are made only for slots that have neither. */
function wideFormats(formats: readonly ImageFormat[]): readonly ImageFormat[] {
  const modern = formats.filter((format) => format === 'avif' || format === 'webp');
  return modern.length > 0 ? modern : formats;
}
