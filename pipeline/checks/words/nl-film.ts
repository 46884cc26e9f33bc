/** Dutch words for films as they were seen once they were made. */
import type { FilmCode } from '../codes-film.ts';
import { file, taker, words } from './nl-deliveries.ts';
import type { Words } from './say.ts';

export const nlFilm: Readonly<Record<FilmCode, Words>> = {
  'delivery-gop-open': words(
    (a) =>
      `In ${file(a)} hangen beeldgroepen aan de groep ervoor (open GOP); ${taker(a)} vraagt gesloten groepen, zodat bij elk sleutelbeeld geknipt en gezocht kan worden.`,
    () => 'Bouw opnieuw met een ffmpeg die kader doctor volledig vindt.',
  ),
  'delivery-rate-peaks': words(
    (a) =>
      `De zwaarste 6 s van ${file(a)} vragen ${a.number('actual')} keer de gemiddelde bitsnelheid, meer dan de ${a.number('expected')} keer van ${taker(a)}: op een smalle lijn hapert het daar.`,
    () => 'Maak het drukke deel korter of verdeel het, of lever de film zonder stream (hls).',
  ),
  'title-text-faint': {
    title: (a) =>
      `In de titel “${a.text('template')}”${a.when('cut', ' van “', '”')}${a.when('language', ' (', ')')} komt de tekst “${a.text('slot')}” op ${a.text('time')} nauwelijks los van de film: contrast ${a.number('actual')}:1, waar letters van die grootte ${a.number('expected')}:1 nodig hebben.`,
    advice: () => 'Geef hem in style.css een vlak, een schaduw of een rand, of laat hem op een ander moment van de film staan.',
  },
  'caption-over-title': {
    title: (a) =>
      `Op ${a.text('time')} staat de ingebrande ondertitel “${a.text('caption')}” over “${a.text('title')}” van de titel “${a.text('template')}”; geen van beide is te lezen${a.has('count') && Number(a.text('count')) > 1 ? `. Dat geldt voor ${a.text('count')} ondertitels` : ''}.`,
    advice: () =>
      'Zet de tekst in style.css hoger, laat de titel tussen twee ondertitels staan, of lever de ondertitels als spoor naast de film.',
  },
};
