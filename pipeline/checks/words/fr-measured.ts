/** French words for what a browser measured when it ran a banner. */
import type { MeasuredCode } from '../codes.ts';
import type { Words } from './say.ts';

export const frMeasured: Readonly<Record<MeasuredCode, Words>> = {
  'banner-end-differs': {
    title: () =>
      'La bannière s’arrête sur une autre image que celle qui termine sa timeline ; l’image de secours montre donc ce que personne ne voit.',
    advice: () => 'Mettez tout ce qui bouge dans la timeline ; un minuteur ou un style à part continue sans elle.',
  },
  'banner-flashes': {
    title: (a) =>
      `La bannière clignote ${a.number('actual')} fois par seconde${a.has('red') ? ', en rouge saturé' : ''} ; plus de ${a.number('expected')} peut provoquer une crise (WCAG 2.3.1) et toutes les plateformes la refusent.`,
    advice: () => 'Ne changez du clair au sombre que trois fois par seconde au plus, ou sur une partie plus petite.',
  },
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
    advice: () => 'Faites le même mouvement avec transform, opacity, clip-path ou filter.',
  },
  'banner-heavy-ad': {
    title: (a) =>
      `La bannière prend ${a.has('bytes') ? `${a.bytes('bytes')} au réseau` : `${a.seconds('actual')} de processeur en ${a.seconds('span')}`} ; à partir de ${a.has('bytes') ? a.bytes('most') : a.seconds('expected')}, Chrome la retire de la page.`,
    advice: () => 'Cherchez un script qui ne se repose jamais, ou des images et des films bien trop lourds.',
  },
  'banner-frame-fault': {
    title: (a) =>
      `Dans une iframe ${a.text('kind') === 'other' ? 'd’une autre origine' : 'de la même origine que la page'}, la bannière ${a.has('message') ? `échoue : ${a.text('message')}` : 'finit autrement que seule'}. La plupart des éditeurs la montrent ainsi.`,
    advice: () => 'Que la bannière ne touche à rien hors de sa page : ni parent, ni top, ni la taille de la fenêtre autour.',
  },
  'banner-storage': {
    title: (a) => `La bannière utilise ${a.list('names')}, que les plateformes refusent et que la loi soumet au consentement.`,
    advice: () => 'Retirez cet appel ; une bannière n’a rien à retenir.',
  },
  'banner-dialog': {
    title: (a) => `La bannière ouvre d’elle-même ${a.list('names')} ; les plateformes refusent tout ce qui interrompt un lecteur.`,
    advice: () => 'Retirez cet appel, et n’ouvrez la page de destination que par un clic.',
  },
  'banner-edge-lost': {
    title: (a) =>
      `Sur une page ${{ white: 'blanche', grey: 'grise', black: 'noire' }[a.text('page')] ?? ''}, ${a.number('actual')} % du bord de la bannière se confond avec la page ; les plateformes demandent qu’une publicité se voie comme telle.`,
    advice: () => 'Donnez à la bannière un filet de 1 px qui ressort, ou un autre fond.',
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
