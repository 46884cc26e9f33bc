/** French words for what a browser measured when it ran a banner. */
import type { MeasuredCode } from '../codes.ts';
import type { Words } from './say.ts';

export const frMeasured: Readonly<Record<MeasuredCode, Words>> = {
  'banner-not-reduced': {
    title: () => 'La bannière ne montre pas son image finale aux lecteurs qui ont demandé moins de mouvement à leur système.',
    advice: () => 'Lancez-la par kader/motion, ou allez à la fin quand prefers-reduced-motion est actif.',
  },
  'banner-stutters': {
    title: (a) =>
      `Sur un processeur lent, ${a.number('actual')} % des images arrivent trop tard ; au-delà de ${a.number('expected')} %, cela saccade.`,
    advice: () =>
      'Bougez moins de choses à la fois, et seulement par transform et opacity ; des images plus petites et aucun filtre aident aussi.',
  },
  'banner-layout-thrash': {
    title: (a) =>
      `Le mouvement force le navigateur à refaire la mise en page, ${a.number('actual')} fois par image ; cela coûte de la batterie et de la fluidité.`,
    advice: () => 'Bougez par transform plutôt que par left, top, width ou margin, et ne mesurez rien pendant le mouvement.',
  },
  'banner-costly-motion': {
    title: (a) => `Le mouvement change ${a.list('names')}, que le navigateur doit redessiner à chaque image.`,
    advice: () => 'Faites le même mouvement avec transform et opacity\u00a0; le reste coûte une mise en page ou un dessin à chaque image.',
  },
  'banner-frame-fault': {
    title: (a) =>
      `Dans une iframe ${a.text('kind') === 'other' ? 'd’une autre origine' : 'de la même origine que la page'}, la bannière ${a.has('message') ? `échoue : ${a.text('message')}` : 'finit autrement que seule'}. La plupart des éditeurs la montrent ainsi.`,
    advice: () => 'Que la bannière ne touche à rien hors de sa page : ni parent, ni top, ni la taille de la fenêtre autour.',
  },
  'banner-text-faint': {
    title: (a) =>
      `Le texte « ${a.text('slot')} » a un contraste de ${a.number('actual')} : 1 avec ce qui est derrière ${a.text('moment') === 'end' ? 'dans l’image finale' : `à ${a.text('moment')}`} ; il faut ${a.number('expected')} : 1 pour le lire.`,
    advice: () => 'Choisissez un autre cadrage, calmez la photo sous le texte, ou changez l’une des deux couleurs.',
  },
  'banner-text-small': {
    title: (a) =>
      `Le texte « ${a.text('slot')} » est composé en ${a.number('actual')} px ; sous ${a.number('expected')} px, presque personne ne le lit.`,
    advice: () => 'Raccourcissez le texte ou donnez-lui plus de place, pour qu’il puisse être plus grand.',
  },
  'banner-widow': {
    title: (a) => `La dernière ligne de « ${a.text('slot')} » est un seul mot.`,
    advice: () => 'Laissez les lignes s’équilibrer (text-wrap: balance), ou liez les derniers mots par une espace insécable.',
  },
  'not-captured': {
    title: () => 'Images de secours, films et storyboards ont été laissés de côté ; les bannières ne peuvent pas être livrées.',
    advice: () => 'Reconstruisez sans --no-captures.',
  },
};
