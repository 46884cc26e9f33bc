/** Supplied pictures as ingest would tell them. */
import type { Asset, ImageFacts, PictureMeasures } from '../../pipeline/model/asset.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import type { ImageRecipe } from '../../pipeline/model/recipe.ts';

export const imageFacts: ImageFacts = {
  kind: 'image',
  width: 3000,
  height: 2000,
  format: 'jpeg',
  depth: 8,
  channels: 3,
  hasAlpha: false,
  usesAlpha: false,
  space: 'srgb',
  profile: 'sRGB',
  orientation: 1,
  frames: 1,
  dominant: '#000000',
  thumbhash: '',
  placeholder: '',
  rights: {},
  hasGps: false,
  hasPersonalData: false,
};

/** What a sharp, well-lit picture measures. */
export const measures: PictureMeasures = {
  detail: 1,
  noise: 0.5,
  quality: 92,
  clipped: { light: 0, dark: 0 },
  light: { black: 0.02, dark: 0.1, middle: 0.45, bright: 0.8, white: 0.98 },
  bars: { top: 0, right: 0, bottom: 0, left: 0 },
  fingerprint: 'f0f0f0f0f0f0f0f0',
};

/** A picture with nothing to say about it. */
export function asset(
  name: string,
  changes: Partial<Asset> = {},
  factChanges: Partial<ImageFacts> = {},
): Asset & { readonly facts: ImageFacts } {
  const given = { alt: { nl: 'Kade', fr: 'Quai' }, rights: { creator: 'Iris' }, ...changes };
  return {
    name,
    file: `photos/${name}.jpg`,
    digest: digestOf(name),
    bytes: 10,
    type: 'jpeg',
    facts: { ...imageFacts, ...factChanges },
    focus: [0.5, 0.5],
    line: 8,
    ...given,
  };
}

/** A plain rendition of 480 × 320 px. */
export function imageRecipe(changes: Partial<ImageRecipe> = {}): ImageRecipe {
  return {
    limitPixels: 1e8,
    orient: true,
    from: 'assumed srgb',
    to: 'srgb',
    intent: 'perceptual',
    crop: { left: 0, top: 0, width: 480, height: 320 },
    width: 480,
    height: 320,
    format: 'jpeg',
    quality: 80,
    ...changes,
  };
}
