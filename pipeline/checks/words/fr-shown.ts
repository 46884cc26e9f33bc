/** French words for what a packed banner shows. */
import type { ShownCode } from '../codes.ts';
import { words } from './fr-ads.ts';
import type { Words } from './say.ts';

export const frShown: Readonly<Record<ShownCode, Words>> = {
  'ad-blank': words(
    () => 'À la fin, la bannière ne montre qu’une couleur unie\u00a0; les plateformes refusent une bannière qui reste vide.',
    () => 'Regardez l’image de fin\u00a0: ce qui manque n’a pas été chargé, ou l’animation l’a retiré.',
  ),
};
