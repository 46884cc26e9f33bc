/** What the keys of the preview of banners do, in Dutch, French and English. */
import type { Language } from './words.ts';

const nl = {
  keyToggle: 'afspelen of pauze',
  keyRestart: 'opnieuw',
  keyFrame: 'één beeldje verder of terug (ook . en ,)',
  keyLeap: '250 ms verder of terug',
  keyEnds: 'begin, einde',
  keyLabels: 'vorig, volgend label',
  keyAlone: 'één banner apart, en terug',
  keyStep: 'volgende, vorige banner',
  keySearch: 'zoeken',
  keyLook: 'paginakleur, zoom',
  keyMarks: 'teksten, veilig gebied',
  keyMore: 'minder beweging, kliktest, verschil met vorige',
};
const fr: typeof nl = {
  keyToggle: 'lire ou pause',
  keyRestart: 'reprendre du début',
  keyFrame: 'une image de plus ou de moins (aussi . et ,)',
  keyLeap: '250 ms de plus ou de moins',
  keyEnds: 'début, fin',
  keyLabels: 'repère précédent, suivant',
  keyAlone: 'une bannière seule, et retour',
  keyStep: 'bannière suivante, précédente',
  keySearch: 'chercher',
  keyLook: 'fond de page, zoom',
  keyMarks: 'textes, zone de sécurité',
  keyMore: 'moins d’animation, test du clic, différence avec la précédente',
};
const en: typeof nl = {
  keyToggle: 'play or pause',
  keyRestart: 'restart',
  keyFrame: 'one frame on or back (also . and ,)',
  keyLeap: '250 ms on or back',
  keyEnds: 'start, end',
  keyLabels: 'previous, next label',
  keyAlone: 'one banner by itself, and back',
  keyStep: 'next, previous banner',
  keySearch: 'search',
  keyLook: 'page colour, zoom',
  keyMarks: 'texts, safe area',
  keyMore: 'reduced motion, click test, difference with before',
};

export const keyWords: Readonly<Record<Language, typeof nl>> = { nl, fr, en };
