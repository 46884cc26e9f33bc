/** French words for texts that should be outlines and cannot: fonts that a target refuses, and drawings that would look otherwise. */
import type { TargetCode } from '../codes.ts';
import type { Words } from './say.ts';

const why: Readonly<Record<string, string>> = {
  decoration: 'il est souligné ou barré',
  fill: 'il est rempli d’autre chose que d’une couleur',
  caps: 'il est en petites capitales ou en exposant, que le navigateur fabrique',
  vertical: 'il court de haut en bas',
  'first-letter': 'sa première lettre ou sa première ligne est composée autrement',
  generated: 'une feuille de style l’écrit (content)',
  drawing: 'il se trouve comme texte dans un dessin',
  field: 'c’est le contenu d’un champ',
  'cut-off': 'il est coupé par des points de suspension',
  count: 'un script y compte',
};

export const frOutlines: Readonly<Record<Extract<TargetCode, 'banner-font-refused' | 'banner-outlines-impossible'>, Words>> = {
  'banner-font-refused': {
    title: (a) =>
      `${a.text('target')} n’accepte les polices que d’une manière impossible pour ${a.has('families') ? a.list('families') : 'cette police'}${a.has('slot') ? `, et « ${a.text('slot')} » ne peut pas être vectorisé : ${why[a.text('why')] ?? 'il aurait un autre aspect'}` : ''} ; la police est maintenant dans la bannière, qui peut être refusée.`,
    advice: (a) =>
      a.has('slot')
        ? 'Composez ce texte simplement (une seule couleur, sans soulignement ni compteur, les mots dans le gabarit et non dans la feuille de style), ou utilisez pour cette destination une police de Google Fonts.'
        : 'Utilisez pour cette destination une police de Google Fonts (sous le nom qu’elle y porte), ou demandez si les polices intégrées sont admises.',
  },
  'banner-outlines-impossible': {
    title: (a) =>
      `« ${a.text('slot')} » ne peut pas être vectorisé : ${why[a.text('why')] ?? 'il aurait un autre aspect'}. La licence de ${a.text('family')} ne permet rien d’autre dans les bannières, la livraison est donc retenue.`,
    advice: () =>
      'Composez ce texte simplement (une seule couleur, sans soulignement ni compteur, les mots dans le gabarit et non dans la feuille de style), ou demandez au propriétaire de la police le droit de l’intégrer et notez licence: granted dans house.yaml.',
  },
};
