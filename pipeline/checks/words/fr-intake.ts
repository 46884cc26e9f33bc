/** French words for clips that come in: what they are, and what hinders reading and measuring them. */
import type { IntakeCode } from '../codes.ts';
import type { Words } from './say.ts';

export const frIntake: Readonly<Record<IntakeCode, Words>> = {
  'clip-misnamed': {
    title: (a) =>
      `${a.text('file')} s’appelle .${a.text('ending')} mais est de type ${a.text('actual')}\u00a0; il est lu pour ce qu’il est, mais d’autres logiciels peuvent le refuser.`,
    advice: () => 'Merci de le demander sous son vrai nom, ou exporté à nouveau dans le format que son nom promet.',
  },
  'clip-unread': {
    title: (a) =>
      `Le clip ${a.text('file')} n’a pas pu être lu${a.has('program') ? `, car ${a.text('program')} est absent` : a.when('detail', '\u00a0: ')}.`,
    advice: (a) =>
      a.has('advice')
        ? `Installez-le et relancez la production (${a.text('advice')}).`
        : 'Relancez la production\u00a0; si cela persiste, demandez un nouvel export du clip.',
  },
  'clip-empty': {
    title: (a) => `Le clip ${a.text('file')} ne contient ni image ni son\u00a0: rien ne peut en être tiré.`,
    advice: () => 'Merci d’ouvrir l’original, de le lire en entier, de l’exporter à nouveau et de le renvoyer.',
  },
  'clip-too-large': {
    title: (a) =>
      `Le clip ${a.text('file')} mesure ${a.number('width')} × ${a.number('height')} px, au-dessus de la limite de ${a.number('limit')} mégapixels par image\u00a0; il n’est pas décodé.`,
    advice: (a) =>
      `Aucun canal ne montre plus que la 4K\u00a0: merci de demander le clip en 3840 × 2160 px au plus${a.has('megapixels') ? `, ou autorisez-le dans l’ordre de production\u00a0: limits: { megapixels: ${a.text('megapixels')} }` : ''}.`,
  },
  'clip-unmeasured': {
    title: (a) =>
      `Le clip ${a.text('file')} n’a pas pu être mesuré${a.has('program') ? `, car ${a.text('program')} est absent` : a.when('detail', '\u00a0: ')}\u00a0; noirs, silences, niveau sonore et flashs restent inconnus.`,
    advice: (a) =>
      a.has('advice')
        ? `Installez-le et relancez la production (${a.text('advice')}).`
        : 'Regardez-le et écoutez-le vous-même, ou relancez sur un ordinateur qui a plus de temps et de mémoire.',
  },
};
