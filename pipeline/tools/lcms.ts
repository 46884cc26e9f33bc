/** LittleCMS (lcms-wasm): exact conversions between ICC profiles, with every intent and black point compensation. */
import type { LittleCms } from 'lcms-wasm';
import type { Intent } from '../model/recipe.ts';

/** Numbers of pixels, channel by channel: 8 or 16 bits each. */
export type Numbers = Uint8Array | Uint16Array;
export type NumberSpace = 'grey' | 'rgb' | 'cmyk' | 'lab';

/** A profile's own bytes, or one that LittleCMS makes itself; `lab` is D50, in 16 bits as ICC version 4 writes it. */
export type Profile = Buffer | 'srgb' | 'lab';

export interface Conversion {
  readonly from: Profile;
  readonly space: NumberSpace;
  readonly depth: 8 | 16;
  readonly to: Profile;
  readonly intent: Intent;
  readonly blackPoint: boolean;
}

/** `COLORSPACE_SH` and channels of lcms2.h. */
const SPACES: Readonly<Record<NumberSpace, { readonly code: number; readonly channels: number }>> = {
  grey: { code: 3, channels: 1 },
  rgb: { code: 4, channels: 3 },
  cmyk: { code: 6, channels: 4 },
  lab: { code: 10, channels: 3 },
};
const INTENTS: Readonly<Record<Intent, number>> = { perceptual: 0, relative: 1, saturation: 2, absolute: 3 };
/** Every colour goes through the profiles themselves: a table made of them in advance is off by up to 23 of 255 in a press profile. */
const NO_OPTIMISATION = 0x0100;
const BLACK_POINT = 0x2000;
/** The module copies a profile onto its stack of 15 MB. */
const LARGEST_PROFILE = 8_000_000;
/** Pixels per call, between which other work gets its turn. */
const CHUNK = 65_536;

export const channelsOf = (space: NumberSpace): number => SPACES[space].channels;

let loading: Promise<LittleCms> | undefined;
const littleCms = (): Promise<LittleCms> => {
  // Most pictures never need it.
  loading ??= import('lcms-wasm').then(({ instantiate }) => instantiate({ print: () => {}, printErr: () => {} }));
  return loading;
};

export interface Converter {
  /** @returns RGB in 8 bits, or Lab in 16 where that was asked. */
  readonly convert: (numbers: Numbers) => Promise<Numbers>;
  readonly close: () => void;
}

/** @throws when a profile is damaged, or is no profile of such numbers. */
export async function openConverter({ from, space, depth, to, intent, blackPoint }: Conversion): Promise<Converter> {
  const cms = await littleCms();
  const source = openProfile(cms, from);
  const target = openProfile(cms, to);
  const formatIn = (SPACES[space].code << 16) | (SPACES[space].channels << 3) | (depth / 8);
  const formatOut = to === 'lab' ? (SPACES.lab.code << 16) | (3 << 3) | 2 : (SPACES.rgb.code << 16) | (3 << 3) | 1;
  const flags = NO_OPTIMISATION | (blackPoint ? BLACK_POINT : 0);
  const transform = source && target ? cms.cmsCreateTransform(source, formatIn, target, formatOut, INTENTS[intent], flags) : 0;
  // A transform keeps what it needs of its profiles.
  for (const profile of [source, target]) if (profile) cms.cmsCloseProfile(profile);
  if (!transform) throw new Error('the colour profile cannot be used');
  const { channels } = SPACES[space];
  return {
    async convert(numbers) {
      const count = numbers.length / channels;
      const out = to === 'lab' ? new Uint16Array(count * 3) : new Uint8Array(count * 3);
      for (let at = 0; at < count; at += CHUNK) {
        const part = numbers.subarray(at * channels, (at + CHUNK) * channels);
        out.set(cms.cmsDoTransform(transform, part, part.length / channels), at * 3);
        if (at + CHUNK < count) await new Promise(setImmediate);
      }
      return out;
    },
    close: () => cms.cmsDeleteTransform(transform),
  };
}

function openProfile(cms: LittleCms, profile: Profile): number {
  if (profile === 'srgb') return cms.cmsCreate_sRGBProfile();
  if (profile === 'lab') return cms.cmsCreateLab4Profile();
  if (profile.length > LARGEST_PROFILE) return 0;
  // A view of its own: the module writes whatever array it gets in one go.
  return cms.cmsOpenProfileFromMem(new Uint8Array(profile), profile.length);
}
