/** Dutch words for what a packed banner shows. */
import type { ShownCode } from '../codes.ts';
import { words } from './nl-ads.ts';
import type { Words } from './say.ts';

export const nlShown: Readonly<Record<ShownCode, Words>> = {
  'ad-blank': words(
    () => 'De banner toont aan het einde niets dan één kleur; platformen weigeren een banner die leeg blijft.',
    () => 'Bekijk het eindbeeld: wat ontbreekt, werd niet geladen of is door de animatie weggehaald.',
  ),
};
