/** French words for what preflight finds in how pictures came about, what they show, and what repairing them costs. */
import type { PreflightCode } from '../codes.ts';
import type { Words } from './say.ts';

export const frPictures = {
  'repair-over-budget': {
    title: (a) =>
      `Réparer ou remplacer ce qui a été fourni prend environ ${a.number('hours')} h des ${a.number('budget')} h du budget (${a.number('actual')}\u00a0%)\u00a0; au-delà de ${a.number('expected')}\u00a0%, il reste trop peu pour le travail même.`,
    advice: () => 'Demandez au client un meilleur matériel avant de commencer, ou convenez de plus d’heures.',
  },
  'image-turned-twice': {
    title: (a) =>
      `La photo «\u00a0${a.text('asset')}\u00a0» sera sans doute couchée\u00a0: ses pixels ont déjà été tournés, et son drapeau EXIF (${a.number('actual')}) demande encore de le faire.`,
    advice: () =>
      'Veuillez l’ouvrir, voir où est le haut et l’enregistrer avec le drapeau remis à zéro, ou demandez le fichier tel que l’appareil l’a écrit.',
  },
  'image-ai-made': {
    title: (a) =>
      `Le fichier de «\u00a0${a.text('asset')}\u00a0» dit ${a.has('part') ? 'que des parties en ont été faites' : 'avoir été fait'} par un générateur d’IA${a.has('forbidden') ? ', ce que l’ordre de production interdit' : ''}.`,
    advice: (a) =>
      a.has('forbidden')
        ? 'Veuillez demander une photo ou un dessin fait par une personne, ou parlez-en avec le client.'
        : 'Demandez au client si c’est voulu, et s’il faut le signaler près de l’image.',
  },
  'rights-unreleased': {
    title: (a) =>
      `Le fichier de «\u00a0${a.text('asset')}\u00a0» ${a.text('whose') === 'property' ? 'indique que le propriétaire de ce qu’on y voit n’a pas consenti à son usage, ou pas entièrement' : 'nomme des personnes ou dit jusqu’où elles ont consenti, sans autorisation complète (model release)'}\u00a0; l’ordre de production n’en mentionne pas non plus.`,
    advice: () =>
      'Demandez l’autorisation au photographe et nommez-la sous rights: releases dans l’ordre de production, ou utilisez un autre élément.',
  },
  'image-print-coarse': {
    title: (a) =>
      `La photo «\u00a0${a.text('asset')}\u00a0» donne ${a.has('pixels') ? `${a.number('pixels')} ppp à ${a.text('planned')}, mais elle a été agrandie ou manque de netteté\u00a0: elle a le détail de ${a.number('actual')}` : `${a.number('actual')} ppp à ${a.text('planned')}`} (${a.text('class')}), où il en faut ${a.number('expected')}\u00a0; imprimée, elle serait molle ou en escalier.`,
    advice: (a) =>
      a.has('pixels')
        ? 'Veuillez fournir la photo telle que l’appareil l’a prise\u00a0: ajouter des pixels ne rend rien.'
        : `Veuillez fournir un original plus grand, ou ne l’imprimez pas au-delà de ${a.text('largest')}.`,
  },
  'image-banding': {
    title: (a) =>
      `Les dégradés de «\u00a0${a.text('asset')}\u00a0» sont cassés en marches (effet de bande), ce qui se voit dans les ciels et les fonds doux.`,
    advice: () =>
      'Veuillez demander le fichier raw ou un TIFF 16 bits d’avant la correction\u00a0; lisser les marches après coup se fait à la main.',
  },
  'image-on-ground': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» a son propre fond${a.when('ground', ' (', ')')} et rien de transparent\u00a0; sur toute autre couleur, elle apparaîtrait dans un cadre.`,
    advice: () => 'Veuillez la demander en SVG, ou en PNG à fond transparent.',
  },
  'image-vanishes': {
    title: (a) =>
      `L’image transparente «\u00a0${a.text('asset')}\u00a0» disparaît sur une page claire\u00a0: ${a.number('actual')}\u00a0% de ce qu’on en voit est presque blanc.`,
    advice: () => 'Demandez la version pour fonds clairs, ou ne la montrez que sur un fond sombre.',
  },
  'image-animation-dropped': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» bouge (${a.number('actual')} images)\u00a0; dans l’emplacement «\u00a0${a.text('slot')}\u00a0», seule la première est montrée.`,
    advice: (a) =>
      a.has('large')
        ? 'Toutes ses images ensemble sont trop grandes\u00a0; demandez une version plus petite ou plus courte, ou la vidéo.'
        : 'Pour qu’elle y bouge, donnez animation: video à l’emplacement, ou keep pour garder ses images\u00a0; une bannière ne montre jamais que la première.',
  },
  'image-animation-see-through': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» bouge et est transparente\u00a0; aucune vidéo lue par les navigateurs ne peut l’être, donc ses images restent telles quelles dans l’emplacement «\u00a0${a.text('slot')}\u00a0».`,
    advice: () => 'Elles pèsent plusieurs fois plus qu’une vidéo. Demandez l’image sur le fond où elle sera posée.',
  },
  'image-animation-restless': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» bouge plus de cinq secondes à l’emplacement «\u00a0${a.text('slot')}\u00a0», et rien ne permet au lecteur de l’arrêter (WCAG 2.2.2).`,
    advice: () => 'Donnez à l’emplacement animation: video, qui a des commandes, ou faites finir l’image en cinq secondes.',
  },
  'image-first-of-many': {
    title: (a) =>
      `${a.text('file')} contient ${a.has('actual') ? a.number('actual') : 'plusieurs'} images\u00a0; seule la première est utilisée.`,
    advice: () => 'Si c’est une autre qui est voulue, veuillez la demander dans un fichier à part.',
  },
  'illustrator-without-pdf': {
    title: (a) =>
      `${a.text('file')} a été enregistré depuis Illustrator sans contenu PDF\u00a0; aucun autre programme ne peut lire le dessin qu’il contient.`,
    advice: () =>
      'Veuillez l’ouvrir dans Illustrator et l’enregistrer avec l’option «\u00a0Créer un fichier compatible PDF\u00a0», ou l’exporter en PDF ou en SVG.',
  },
  'pdf-locked': {
    title: (a) => `${a.text('file')} est protégé par un mot de passe et ne peut être ouvert sans lui.`,
    advice: () => 'Veuillez demander le fichier sans mot de passe, ou l’ouvrir avec le mot de passe et l’enregistrer sans protection.',
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
