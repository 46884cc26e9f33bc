/** French words for what a target takes otherwise: targets nobody knows, fonts, drawings, clicks. */
import type { TargetCode } from '../codes.ts';
import { frOutlines } from './fr-outlines.ts';
import type { Words } from './say.ts';

export const frTargets: Readonly<Record<TargetCode, Words>> = {
  ...frOutlines,
  'banner-drawing-bound': {
    title: (a) =>
      `${a.text('target')} refuse le SVG dans la page, le dessin est donc devenu un fichier ; ce qu’il emprunte à la page ne l’atteint plus${a.when('bonds', ' : ')}.`,
    advice: () =>
      'Donnez au dessin ses propres couleurs et dimensions (fill, width, height, class sur le svg), et ne laissez motion.ts bouger que le dessin entier.',
  },
  'banner-click-script-unknown': {
    title: (a) =>
      `L’adresse du script de clic de ${a.text('target')} n’est pas confirmée ; la bannière l’appelle sans le charger, un clic peut donc ne rien faire.`,
    advice: () => 'Demandez la fiche technique actuelle de la plateforme et testez-y la bannière avant de la livrer.',
  },
  'banner-click-forbidden': {
    title: (a) =>
      `Un clic sur la bannière ouvre lui-même ${a.text('actual')} ; ${a.text('target')} pose son propre clic par-dessus et refuse les bannières qui le font aussi.`,
    advice: () => 'Retirez liens et code de clic du gabarit ; Kader met le clic que veut chaque destination.',
  },
};
