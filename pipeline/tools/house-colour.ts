/** What a house style says of colour, with the profile that it names taken into the store and tried. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HouseColour, HouseFile } from '../model/house.ts';
import { digestOf } from '../model/key.ts';
import type { HouseEffects } from './house.ts';
import { readIcc } from './icc.ts';
import { packageVersion } from './toolchain.ts';

/** As `house.yaml` writes it. */
type Wished = Omit<HouseColour, 'cmyk'> & { readonly cmyk?: string | undefined };

/** @returns the house's word, or what is wrong with it. */
export async function houseColour(
  folder: string,
  { cmyk, ...way }: Wished,
  files: readonly HouseFile[],
  effects: Pick<HouseEffects, 'take' | 'caches'>,
): Promise<HouseColour | string> {
  if (cmyk === undefined) return way;
  const path = cmyk.replace(/^\.\//, '');
  if (!files.some((file) => file.path === path)) return `images.colour.cmyk: there is no ${path} in the folder of the house`;
  const { digest } = await effects.take(join(folder, path));
  const profile = readIcc(await readFile(join(folder, path)));
  if (!profile) return `images.colour.cmyk: ${path} is no ICC profile`;
  if (profile.space !== 'cmyk' || profile.class === 'other') return `images.colour.cmyk: ${path} (${profile.name}) is no CMYK profile`;
  const key = digestOf(JSON.stringify({ kind: 'profile', digest, tool: `lcms-wasm ${packageVersion('lcms-wasm')}` }));
  // LittleCMS takes a while to load; it is asked once per profile.
  const known = effects.caches.recall(key)?.facts as { usable: boolean } | undefined;
  const usable = known?.usable ?? (await converts(join(folder, path)));
  if (!known) effects.caches.remember(key, { facts: { usable } });
  return usable
    ? { ...way, cmyk: { name: profile.name, digest } }
    : `images.colour.cmyk: ${path} is damaged, or converts in one direction only`;
}

async function converts(path: string): Promise<boolean> {
  const { openConverter } = await import('./lcms.ts');
  const whole = { from: await readFile(path), space: 'cmyk', depth: 8, to: 'srgb', intent: 'perceptual', blackPoint: false } as const;
  return openConverter(whole).then(
    (converter) => {
      converter.close();
      return true;
    },
    () => false,
  );
}
