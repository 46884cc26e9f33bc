/** French words for letters that are seen in photographs, and for files that share a name. */
import type { PreflightCode } from '../codes.ts';
import type { Words } from './say.ts';

export const frPictureText = {
  'image-shows-text': {
    title: (a) =>
      `Des lettres se voient sur la photo «\u00a0${a.text('asset')}\u00a0» (de ${a.number('left')}\u00a0% à ${a.number('right')}\u00a0% de la largeur, de ${a.number('top')}\u00a0% à ${a.number('bottom')}\u00a0% de la hauteur)\u00a0; un texte dans une photo n’est ni traduit, ni lu à voix haute, ni trouvé.`,
    advice: () =>
      'S’il a été posé sur la photo, demandez la photo sans texte et composez le texte dans la page ou la bannière. S’il fait partie de la scène, comme une enseigne, dites dans le texte alternatif ce qui en importe.',
  },
  'crop-cuts-text': {
    title: (a) =>
      `À l’emplacement «\u00a0${a.text('slot')}\u00a0», le recadrage de «\u00a0${a.text('asset')}\u00a0» passe à travers des lettres de la photo\u00a0; un mot coupé a l’air d’une erreur.`,
    advice: () =>
      'Tracez dans l’ordre de production une zone sûre autour du texte, déplacez le point focal, ou demandez la photo sans texte.',
  },
  'material-same-name': {
    title: (a) =>
      `Des fichiers de même nom ont été fournis comme «\u00a0${a.text('asset')}\u00a0»\u00a0: ${a.list('files')}\u00a0; on ne sait pas lequel est visé.`,
    advice: () =>
      'Nommez dans l’ordre de production celui qui est visé, par exemple par un motif plus étroit comme photos/*.tif, ou donnez une entrée à chacun.',
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
