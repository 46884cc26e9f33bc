/** English words for films as they were seen once they were made. */
import type { FilmCode } from '../codes-film.ts';
import { file, taker, words } from './en-deliveries.ts';
import type { Words } from './say.ts';

export const enFilm: Readonly<Record<FilmCode, Words>> = {
  'delivery-gop-open': words(
    (a) =>
      `Groups of pictures in ${file(a)} hang on the group before them (open GOP); ${taker(a)} asks closed ones, so that a film can be cut and sought at every key frame.`,
    () => 'Build again with an ffmpeg that kader doctor finds complete.',
  ),
  'delivery-rate-peaks': words(
    (a) =>
      `The heaviest 6 s of ${file(a)} take ${a.number('actual')} times its mean bit rate, more than the ${a.number('expected')} times of ${taker(a)}: on a narrow line it halts there.`,
    () => 'Cut the busy part shorter or spread it, or hand over the film without the stream (hls).',
  ),
  'title-text-faint': {
    title: (a) =>
      `In the title “${a.text('template')}”${a.when('cut', ' of “', '”')}${a.when('language', ' (', ')')} the text “${a.text('slot')}” hardly stands out from the film at ${a.text('time')}: contrast ${a.number('actual')}:1, where letters of its size need ${a.number('expected')}:1.`,
    advice: () => 'Give it a plate, a shade or an outline in its style.css, or let it stand at another moment of the film.',
  },
  'caption-over-title': {
    title: (a) =>
      `At ${a.text('time')} the burned caption “${a.text('caption')}” stands over “${a.text('title')}” of the title “${a.text('template')}”, so neither is read${a.has('count') && Number(a.text('count')) > 1 ? `; ${a.text('count')} captions do so` : ''}.`,
    advice: () =>
      'Set the text higher in its style.css, let the title stand between two captions, or deliver the captions as a track beside the film.',
  },
};
