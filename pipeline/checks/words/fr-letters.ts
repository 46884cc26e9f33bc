/** French words for letters and for files of stylesheets: what fonts may and can do, how small texts are set, what `url()` names. */
import type { LetterCode } from '../codes.ts';
import type { Words } from './say.ts';

const why: Readonly<Record<string, string>> = {
  restricted: 'le fichier est marqué « restricted licence »',
  bitmap: 'le fichier est marqué « bitmaps seulement », et les navigateurs dessinent des contours',
  licence: 'selon house.yaml, la licence ne couvre que les pages',
  outlines: 'house.yaml dit qu’elle ne peut être que vectorisée dans les bannières, et ici c’est impossible',
};
const problems: Readonly<Record<string, string>> = {
  missing: 'ce fichier n’existe pas',
  outside: 'il se trouve hors du dossier du gabarit et de ce que les gabarits partagent',
  type: 'les bannières n’emportent pas de fichiers de ce genre',
};

export const frLetters: Readonly<Record<LetterCode, Words>> = {
  'font-embedding-forbidden': {
    title: (a) =>
      `${a.text('family')} ne peut pas être incorporée${a.when('target', ' dans les bannières pour ')} : ${why[a.text('why')] ?? 'sa licence l’interdit'}. La livrer violerait la licence ; ceci est donc retenu.`,
    advice: () =>
      'Demandez ce droit par écrit au propriétaire de la police et notez licence: granted près de la police dans house.yaml, ou choisissez une autre famille.',
  },
  'font-kept-whole': {
    title: (a) =>
      `${a.text('family')} est marquée « pas de sous-ensemble » : tous ses glyphes partent avec, ce qui pèse bien plus que ceux qui servent.`,
    advice: () =>
      'Notez licence: granted près de la police dans house.yaml si le propriétaire permet les sous-ensembles, ou choisissez une autre famille.',
  },
  'font-lacks-characters': {
    title: (a) =>
      `${a.text('family')} n’a pas ${a.list('characters')}, que les textes${a.when('language', ' en « ', ' »')} utilisent ; chaque écran les montre dans une police à lui.`,
    advice: () => 'Prenez un fichier de la famille qui a ces caractères (latin-ext par exemple), ou écrivez le texte autrement.',
  },
  'banner-style-file': {
    title: (a) =>
      `La feuille de style nomme ${a.text('url')}, mais ${problems[a.text('problem')] ?? 'cela ne peut pas être emballé'} ; la bannière demanderait un fichier absent de son zip.`,
    advice: () => 'Placez le fichier près de la feuille de style, ou dans banners/shared, et nommez-le à partir de la feuille.',
  },
  'banner-text-under-minimum': {
    title: (a) =>
      `Le texte « ${a.text('slot')} » est composé en ${a.number('actual')} px, sous les ${a.number('expected')} px que demande son gabarit${a.text('role') === 'legal' ? ' ; une mention légale illisible ne vaut pas mention' : ''}.`,
    advice: () => 'Raccourcissez le texte ou donnez-lui plus de place ; réduction et mise à l’échelle ne peuvent passer sous son minimum.',
  },
};
