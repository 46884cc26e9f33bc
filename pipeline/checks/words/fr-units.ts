/** French words for what preflight finds in the versions of banners: sizes, names, axes and feeds. */
import type { UnitCode } from '../codes.ts';
import type { Reading, Words } from './say.ts';

const kinds: Readonly<Record<string, string>> = {
  language: 'une langue de cet ordre',
  size: 'un format de cette série',
  axis: 'une valeur de cet axe',
  asset: 'le nom d’un élément fourni',
  url: 'une adresse web qui commence par https://',
  printable: 'un texte sans caractères de contrôle',
  text: 'un simple texte',
};
const kindOf = (a: Reading): string => kinds[a.text('expected')] ?? a.text('expected');
const meant = (a: Reading, otherwise: string): string =>
  a.has('nearest') ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?` : otherwise;

export const frUnits: Readonly<Record<UnitCode, Words>> = {
  'banner-placeholder-unknown': {
    title: (a) => `Rien ne remplit ${a.text('actual')} dans ${a.text('path')}\u00a0; il y resterait tel quel.`,
    advice: (a) => meant(a, `Utilisez l’un de ceux-ci\u00a0: ${a.list('known')}.`),
  },
  'banner-size-unknown': {
    title: (a) => `Aucune série de formats ne s’appelle «\u00a0${a.text('actual')}\u00a0»\u00a0; aucune bannière n’est faite pour elle.`,
    advice: (a) => meant(a, `Écrivez un format en px comme 300x250, ou l’une des séries ${a.list('known')}.`),
  },
  'banner-exclude-unknown': {
    title: (a) => `L’ordre exclut «\u00a0${a.text('actual')}\u00a0», mais cela n’existe pas dans cette série\u00a0; rien n’est écarté.`,
    advice: (a) => meant(a, `Sont connus\u00a0: ${a.list('known')}.`),
  },
  'banner-slot-unknown': {
    title: (a) =>
      `L’ordre de production donne quelque chose pour «\u00a0${a.text('actual')}\u00a0», mais le gabarit «\u00a0${a.text('template')}\u00a0» n’a pas cet emplacement\u00a0; ce n’est pas utilisé.`,
    advice: (a) => meant(a, `Ses emplacements sont\u00a0: ${a.list('known')}.`),
  },
  'banner-name-taken': {
    title: (a) =>
      `Le nom «\u00a0${a.text('name')}\u00a0» revient à plus d’une bannière${a.when('row', ' (ligne ', ')')}\u00a0; ${a.has('count') ? a.number('count') : 'quelques-unes'} ne sont pas faites, car l’une écraserait l’autre.`,
    advice: (a) =>
      `Que le nom distingue les versions\u00a0: mettez-y chaque axe, {size} et {language}${a.when('pattern', ' (actuel\u00a0: ', ')')}.`,
  },
  'banner-text-unprintable': {
    title: (a) =>
      `Le texte pour «\u00a0${a.text('slot')}\u00a0»${a.when('language', ' (', ')')} contient des caractères de contrôle ou brisés qu’aucune police ne montre.`,
    advice: () => 'Ressaisissez le texte\u00a0; copier depuis certains programmes apporte de tels caractères.',
  },
  'feed-missing': {
    title: (a) => `Le flux ${a.text('feed')} n’a pas été fourni\u00a0; ses bannières ne peuvent pas être faites.`,
    advice: (a) => meant(a, 'Mettez-le dans le dossier de la production, ou corrigez le chemin dans l’ordre.'),
  },
  'feed-unreadable': {
    title: (a) => `Le flux ${a.text('feed')} est illisible${a.when('row', ' à partir de la ligne ')}${a.when('detail', '\u00a0: ')}.`,
    advice: () => 'Veuillez l’enregistrer à nouveau en CSV (UTF-8) ou en classeur Excel (.xlsx) et le renvoyer.',
  },
  'feed-empty': {
    title: (a) => `Le flux ${a.text('feed')} n’a pas de lignes sous son en-tête\u00a0; aucune bannière n’en sort.`,
    advice: () => 'Remplissez-le, ou retirez feed de l’ordre.',
  },
  'feed-column-unknown': {
    title: (a) => `Rien ne demande la colonne «\u00a0${a.text('name')}\u00a0» de ${a.text('feed')}\u00a0; son contenu n’est pas utilisé.`,
    advice: (a) => meant(a, 'Donnez-lui le nom d’un emplacement du gabarit ou d’un axe de l’ordre, ou supprimez-la.'),
  },
  'feed-column-repeated': {
    title: (a) =>
      `La colonne «\u00a0${a.text('name')}\u00a0» de ${a.text('feed')} dit ce que ${a.has('first') ? a.text('first') : 'une autre'} dit déjà.`,
    advice: () => 'Gardez l’une des deux.',
  },
  'feed-column-missing': {
    title: (a) =>
      `Le flux ${a.text('feed')} n’a pas de colonne «\u00a0${a.text('name')}\u00a0», dont chaque bannière de ce gabarit a besoin.`,
    advice: () => 'Ajoutez la colonne, ou donnez le texte ou l’image pour toutes dans l’ordre.',
  },
  'feed-cell-empty': {
    title: (a) =>
      `La cellule ${a.text('cell')} de ${a.text('feed')} est vide, mais «\u00a0${a.text('name')}\u00a0» est nécessaire\u00a0; les bannières de cette ligne ne sont pas faites.`,
    advice: () => 'Remplissez la cellule.',
  },
  'feed-cell-invalid': {
    title: (a) =>
      `La cellule ${a.text('cell')} de ${a.text('feed')} dit «\u00a0${a.text('actual')}\u00a0» pour «\u00a0${a.text('name')}\u00a0»\u00a0; ce n’est pas ${a.has('expected') ? kindOf(a) : 'utilisable'}, et les bannières de cette ligne ne sont pas faites.`,
    advice: (a) => meant(a, a.has('values') ? `Écrivez l’un de ceux-ci\u00a0: ${a.list('values')}.` : 'Corrigez la cellule.'),
  },
  'feed-row-duplicate': {
    title: (a) =>
      `La ligne ${a.text('row')} de ${a.text('feed')} demande la même version que la ligne ${a.text('first')}\u00a0; seule la première est faite.`,
    advice: () => 'Supprimez l’une des deux, ou distinguez-les par un axe.',
  },
};
