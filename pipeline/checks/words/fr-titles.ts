/** French words for titles of films. */
import type { TitleCode } from '../codes-titles.ts';
import type { Reading, Words } from './say.ts';

const title = (a: Reading): string => `«\u00a0${a.text('template')}\u00a0»${a.when('cut', ' dans «\u00a0', '\u00a0»')}`;
const meant = (a: Reading, otherwise: string): string =>
  a.has('nearest') ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?` : otherwise;

export const frTitles: Readonly<Record<TitleCode, Words>> = {
  'title-template-missing': {
    title: (a) => `La charte n’a pas de titre ${title(a)}\u00a0; le film partirait sans lui.`,
    advice: (a) => meant(a, `Corrigez le nom, ou créez le gabarit dans templates/…/video/${a.text('template')}/.`),
  },
  'title-family-missing': {
    title: (a) => `Le titre ${title(a)} n’a pas de mise en page pour la forme de ce film, ${a.text('size')}.`,
    advice: () => 'Ajoutez une famille pour ce rapport dans son template.yaml, ou retirez le titre de ce film.',
  },
  'title-slot-unknown': {
    title: (a) => `Le titre ${title(a)} n’a pas d’emplacement nommé «\u00a0${a.text('slot')}\u00a0».`,
    advice: (a) => meant(a, 'Utilisez un emplacement de son template.yaml.'),
  },
  'title-slot-empty': {
    title: (a) =>
      `Le titre ${title(a)} n’a rien pour «\u00a0${a.text('slot')}\u00a0»${a.when('language', ' en «\u00a0', '\u00a0»')}\u00a0; cet emplacement resterait vide.`,
    advice: (a) => (a.has('language') ? 'Ajoutez le texte à l’ordre de production.' : 'Nommez une image fournie sous images du titre.'),
  },
  'title-text-too-long': {
    title: (a) =>
      `Le texte pour «\u00a0${a.text('slot')}\u00a0» d’un titre${a.when('language', ' (', ')')} compte ${a.number('actual')} caractères, plus que les ${a.number('expected')} qui tiennent bien.`,
    advice: () => 'Raccourcissez le texte.',
  },
  'title-text-overflow': {
    title: (a) =>
      `Dans le titre ${title(a)}, le texte «\u00a0${a.text('slot')}\u00a0» dépasse sa place de ${a.number('px')} px et est coupé.`,
    advice: () => 'Raccourcissez le texte, ou donnez-lui plus de place dans le gabarit.',
  },
  'title-invisible': {
    title: (a) => `Au milieu de sa durée, on ne voit rien du titre ${title(a)}.`,
    advice: () =>
      'Regardez ses style.css et motion.ts\u00a0: ce qui est affiché doit se voir\u00a0; marquez ce moment du label «\u00a0stands\u00a0».',
  },
  'title-script-failed': {
    title: (a) => `Le titre ${title(a)} ne fonctionne pas\u00a0: «\u00a0${a.text('message')}\u00a0».`,
    advice: () => 'Corrigez son motion.ts.',
  },
  'title-cut-short': {
    title: (a) =>
      `Le titre ${title(a)} bouge pendant ${a.seconds('actual')} mais reste ${a.seconds('expected')}\u00a0: on n’en voit pas la fin.`,
    advice: () => 'Laissez-le plus longtemps (for), ou faites suivre stage.title.seconds à son mouvement.',
  },
  'title-too-brief': {
    title: (a) => `Le titre ${title(a)} reste ${a.seconds('actual')}\u00a0; pour le lire calmement il faut ${a.seconds('expected')}.`,
    advice: () => 'Laissez-le plus longtemps (for), ou dites-en moins.',
  },
};
