/** French words for films as they were seen once they were made. */
import type { FilmCode } from '../codes-film.ts';
import { file, taker, words } from './fr-deliveries.ts';
import type { Words } from './say.ts';

export const frFilm: Readonly<Record<FilmCode, Words>> = {
  'delivery-gop-open': words(
    (a) =>
      `Dans ${file(a)}, des groupes d’images dépendent du groupe précédent (GOP ouvert)\u00a0; ${taker(a)} les veut fermés, pour pouvoir couper et chercher à chaque image clé.`,
    () => 'Relancez avec un ffmpeg que kader doctor trouve complet.',
  ),
  'delivery-rate-peaks': words(
    (a) =>
      `Les 6 s les plus lourdes de ${file(a)} demandent ${a.number('actual')} fois le débit moyen, plus que les ${a.number('expected')} fois de ${taker(a)}\u00a0: sur une ligne étroite, la lecture y bute.`,
    () => 'Raccourcissez la partie chargée ou répartissez-la, ou livrez le film sans flux (hls).',
  ),
  'title-text-faint': {
    title: (a) =>
      `Dans le titre «\u00a0${a.text('template')}\u00a0»${a.when('cut', ' de «\u00a0', '\u00a0»')}${a.when('language', ' (', ')')}, le texte «\u00a0${a.text('slot')}\u00a0» se détache à peine du film à ${a.text('time')}\u00a0: contraste ${a.number('actual')}:1, alors que des lettres de ce corps demandent ${a.number('expected')}:1.`,
    advice: () => 'Donnez-lui un aplat, une ombre ou un contour dans son style.css, ou placez-le à un autre moment du film.',
  },
  'caption-over-title': {
    title: (a) =>
      `À ${a.text('time')}, le sous-titre incrusté «\u00a0${a.text('caption')}\u00a0» recouvre «\u00a0${a.text('title')}\u00a0» du titre «\u00a0${a.text('template')}\u00a0»\u00a0: on ne lit ni l’un ni l’autre${a.has('count') && Number(a.text('count')) > 1 ? ` (${a.text('count')} sous-titres)` : ''}.`,
    advice: () =>
      'Placez le texte plus haut dans son style.css, montrez le titre entre deux sous-titres, ou livrez les sous-titres comme piste à côté du film.',
  },
};
