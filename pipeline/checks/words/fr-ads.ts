/** French words for packed banners, judged by what platforms, publishers, house and order ask. */
import type { AdCode } from '../codes.ts';
import type { Reading, Words } from './say.ts';

const sure: Readonly<Record<string, string>> = {
  primary: 'sa propre page',
  secondary: 'une copie ou un résumé',
  old: 'd’avant 2020',
  unconfirmed: 'aucune page lue',
};

/** Who asks it, where that stands and how sure it is. */
function asked(a: Reading): string {
  if (!a.has('by')) return '';
  if (a.text('by') === 'house' || a.text('by') === 'order') return ` Demandé dans ${a.text('source')}.`;
  return ` Demandé par ${a.text('by')}\u00a0: ${a.text('source')}, ${sure[a.text('status')] ?? ''}${a.when('read', ', lu le ')}.`;
}

export const more = (a: Reading): string =>
  `${a.when('items', '\u00a0: ')}${Number(a.text('count')) > 5 ? ` … ${a.number('count')} en tout` : ''}`;
const limit = (a: Reading, write: (a: Reading) => string): string => (a.has('expected') ? write(a) : 'moins');
/** Advice ends with who asks it. */
export const words = (title: Words['title'], advice: (a: Reading) => string): Words => ({ title, advice: (a) => advice(a) + asked(a) });

const weighed: Readonly<Record<string, string>> = {
  zip: 'emballée',
  unzipped: 'déballée',
  'unzipped-and-outside': 'déballée avec ce qui est chargé d’ailleurs',
  larger: 'emballée ou déballée (le plus lourd compte)',
  gzip: 'sur la ligne',
  'gzip-initial': 'sur la ligne avant que la page soit chargée',
  'gzip-subload': 'sur la ligne après le chargement de la page',
};
const broken: Readonly<Record<string, string>> = {
  'not-a-zip': 'ce n’est pas un zip, ou sa fin manque',
  empty: 'il ne contient aucun fichier',
  damaged: 'il est endommagé',
  encrypted: 'il est chiffré',
  'too-large': 'déballé, il dépasse de loin une bannière',
  'too-many-files': 'il contient bien plus de fichiers qu’une bannière',
  'unsafe-name': 'un nom y mène en dehors',
  'backslash-name': 'des noms y sont écrits avec des barres obliques inverses, que les adservers prennent pour une partie du nom',
  'unmarked-name': 'un nom y a des lettres accentuées sans dire dans quel code, et chaque adserver le lit autrement',
  'same-name': 'deux fichiers y portent le même nom',
  'wrong-checksum': 'un fichier ne correspond pas à sa somme de contrôle',
  'unknown-compression': 'un fichier est emballé d’une façon que les adservers ne lisent pas',
};
const pages: Readonly<Record<string, string>> = {
  none: 'Il n’y a pas de page dans le paquet',
  several: 'Il y a plusieurs pages dans le paquet',
  'not-at-root': 'La page n’est pas à la racine du paquet',
  name: 'La page ne porte pas le nom demandé',
};
const tags: Readonly<Record<string, string>> = {
  missing: 'La page ne déclare pas de clicktag',
  name: 'Le clicktag ne porte pas le nom demandé',
  several: 'Il y a plus d’un clicktag',
  nested: 'Le clicktag est déclaré dans une fonction ou un bloc',
  'not-in-head': 'Le clicktag n’est pas déclaré dans le head de la page',
  'not-readable': 'Le clicktag n’est pas seul sur sa ligne',
  'in-gwd': 'Une page de Google Web Designer a son propre clicktag',
};
const backups: Readonly<Record<string, string>> = {
  type: 'est d’un type qui n’est pas accepté',
  name: 'ne porte pas le nom du zip',
  size: 'n’a pas le format de la bannière',
  inside: 'est à côté du zip et doit être dedans',
  beside: 'est dans le zip et doit être à côté',
};
const gifs: Readonly<Record<string, string>> = {
  fps: 'change trop vite',
  loops: 'joue trop souvent',
  seconds: 'bouge trop longtemps',
  frames: 'a trop d’images',
};

export const frAds: Readonly<Record<AdCode, Words>> = {
  'order-target-unknown': {
    title: (a) =>
      `${a.text('part') === 'publisher' ? 'Aucun éditeur' : 'Aucune plateforme'} ne s’appelle «\u00a0${a.text('actual')}\u00a0»\u00a0; on ignore donc ce qui est demandé.`,
    advice: (a) =>
      a.has('nearest') ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?` : 'Tapez kader rules pour voir tous les noms.',
  },
  'order-rule-unknown': {
    title: (a) => `Aucune règle ne s’appelle «\u00a0${a.text('actual')}\u00a0»\u00a0; elle ne changerait donc rien.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Tapez kader rules common pour voir les noms des règles.',
  },
  'banner-too-heavy': words(
    (a) =>
      `La bannière pèse ${a.weighed('actual')} ${weighed[a.text('basis')] ?? 'emballée'}\u00a0; le maximum admis est ${limit(a, () => a.weighed('expected'))}, elle serait donc refusée.`,
    () => 'Baissez la qualité des images dans template.yaml, ou utilisez des images plus petites ou moins de polices.',
  ),
  'banner-too-long': words(
    (a) => `La bannière bouge pendant ${a.seconds('actual')}\u00a0; le maximum admis est ${limit(a, () => a.seconds('expected'))}.`,
    () => 'Raccourcissez l’animation ou répétez-la moins souvent.',
  ),
  'banner-endless': words(
    () => 'La bannière ne cesse jamais de bouger\u00a0; les plateformes publicitaires le refusent et cela fatigue les lecteurs.',
    (a) =>
      `Faites que l’animation se termine${a.has('expected') ? ` en ${a.seconds('expected')}` : ''}\u00a0: donnez-lui un nombre de répétitions, pas -1.`,
  ),
  'banner-too-many-loops': words(
    (a) => `La bannière joue ${a.number('actual')} fois\u00a0; le maximum admis est ${limit(a, () => a.number('expected'))} fois.`,
    () => 'Réduisez le nombre de répétitions de l’animation.',
  ),
  'banner-missing-backup': words(
    () => 'La bannière n’a pas d’image de secours, montrée là où le HTML5 ne fonctionne pas.',
    () => 'Relancez la production avec un navigateur disponible, pour que l’image puisse être capturée.',
  ),
  'banner-backup-too-heavy': words(
    (a) => `L’image de secours pèse ${a.weighed('actual')}\u00a0; le maximum admis est ${limit(a, () => a.weighed('expected'))}.`,
    () => 'Choisissez un fond plus calme, ou une image finale moins chargée.',
  ),
  'banner-outside-request': words(
    (a) => `La bannière charge ${a.has('items') ? a.list('items') : a.text('url')} depuis un autre site, ce qui n’est pas accepté.`,
    () => 'Placez le fichier dans le gabarit et faites-y référence.',
  ),
  'ad-package-broken': words(
    (a) => `Le paquet${a.when('entry', ' (', ')')} ne peut pas être reçu\u00a0: ${broken[a.text('reason')] ?? 'quelque chose n’y va pas'}.`,
    () => 'Exportez-le à nouveau depuis le programme qui l’a produit.',
  ),
  'ad-script-unreadable': words(
    (a) =>
      `Le code dans ${a.has('entry') ? a.text('entry') : 'le paquet'} est illisible${a.when('detail', ' (', ')')}\u00a0; on ignore donc ce qu’il appelle ou charge.`,
    () => 'Corrigez le script, ou relisez-le vous-même.',
  ),
  'ad-file-too-heavy': words(
    (a) =>
      `${a.has('entry') ? a.text('entry') : 'Un fichier'} pèse ${a.weighed('actual')}\u00a0; le maximum par fichier est ${limit(a, () => a.weighed('expected'))}.`,
    () => 'Allégez ce fichier.',
  ),
  'ad-picture-too-large': words(
    (a) => `Une image dépasse ${limit(a, () => `${a.number('expected')} px`)}${more(a)}.`,
    () => 'Prenez une version plus petite\u00a0: au-delà du double des pixels de la bannière, personne ne voit rien.',
  ),
  'ad-too-many-files': words(
    (a) => `Le paquet contient ${a.number('actual')} fichiers\u00a0; le maximum est ${limit(a, () => a.number('expected'))}.`,
    () => 'Réunissez styles et scripts, et retirez les images à peine visibles.',
  ),
  'ad-too-many-requests': words(
    (a) =>
      `La bannière demande ${a.number('actual')} fichiers au chargement\u00a0; le maximum est ${limit(a, () => a.number('expected'))}.`,
    () => 'Réunissez styles et scripts, ou chargez le reste après la page.',
  ),
  'ad-size-not-taken': words(
    (a) =>
      a.has('least')
        ? `La bannière mesure ${a.text('actual')} px\u00a0; la ${a.text('side') === 'width' ? 'largeur' : 'hauteur'} doit être de ${a.number('least')} px au moins.`
        : `Le format ${a.has('actual') ? `${a.text('actual')} px` : 'de la bannière'} n’est pas accepté${a.when('expected', '\u00a0; le sont\u00a0: ')}.`,
    () => 'Commandez un format accepté, ou renseignez-vous.',
  ),
  'ad-pair-missing': words(
    (a) =>
      `${a.has('size') ? `Avec ${a.text('size')} px` : 'Avec ce format'}, un autre format est demandé${a.when('with', '\u00a0: ')}\u00a0; il n’est pas produit.`,
    () => 'Ajoutez un de ces formats à l’ordre de production, ou gardez-le là où exclude l’écarte.',
  ),
  'ad-folders-too-deep': words(
    (a) => `Des fichiers sont rangés trop profondément${more(a)}\u00a0; ${limit(a, () => a.number('expected'))} niveaux sont acceptés.`,
    () => 'Placez tous les fichiers côte à côte.',
  ),
  'ad-name-refused': words(
    (a) =>
      a.has('actual')
        ? `Le nom ${a.list('items')} compte ${a.number('actual')} caractères\u00a0; le maximum est ${limit(a, () => a.number('expected'))}.`
        : `Un nom n’est pas accepté${more(a)}.`,
    (a) =>
      `Prenez des noms courts, en lettres simples, chiffres, points, traits d’union et soulignés${a.when('pattern', '\u00a0; le motif demandé est ')}.`,
  ),
  'ad-file-type-refused': words(
    (a) => `Le paquet contient des fichiers d’un type qui n’est pas accepté${more(a)}.`,
    (a) => `Retirez-les ou convertissez-les${a.when('expected', '\u00a0; sont acceptés ')}.`,
  ),
  'ad-file-missing': words(
    (a) => `La bannière demande des fichiers absents du paquet${more(a)}.`,
    () => 'Ajoutez les fichiers ou corrigez les adresses\u00a0; les majuscules comptent.',
  ),
  'ad-file-unused': words(
    (a) => `Le paquet contient des fichiers que rien ne demande${more(a)}.`,
    () => 'Retirez-les\u00a0; les images de secours vont à côté du zip.',
  ),
  'ad-manifest-wrong': words(
    (a) =>
      `Le manifeste ${a.text('entry')} ${a.has('items') ? `n’est pas tel que l’adserver le demande${more(a)}` : 'manque\u00a0; sans lui, l’adserver ne connaît pas la bannière'}.`,
    () => 'Commandez la bannière pour cette plateforme, Kader l’écrira, ou complétez-le vous-même.',
  ),
  'ad-page-wrong': words(
    (a) =>
      `${pages[a.text('problem')] ?? 'La page du paquet n’est pas comme il faut'}${a.when('items', '\u00a0: ')}\u00a0; l’adserver ne sait donc pas quoi ouvrir.`,
    () => 'Placez un seul index.html à la racine du paquet.',
  ),
  'ad-skeleton-wrong': words(
    (a) => `La page n’est pas faite de doctype, html, head et body dans cet ordre${a.when('actual', ', mais de ')}.`,
    () => 'Écrivez les quatre, chacun une fois.',
  ),
  'ad-size-wrong': words(
    (a) =>
      a.text('problem') === 'orientation'
        ? 'La page ne dit pas comment elle se tient\u00a0: meta ad.orientation manque.'
        : a.text('problem') === 'other'
          ? `La page dit mesurer ${a.text('actual')} px et mesure ${a.text('expected')} px.`
          : `La page ne dit pas son format\u00a0: la balise meta ad.size ${a.has('actual') ? `contient «\u00a0${a.text('actual')}\u00a0»` : 'manque'}.`,
    (a) =>
      a.text('problem') === 'orientation'
        ? 'Ajoutez-la dans le head\u00a0: portrait ou landscape.'
        : 'Écrivez-la dans le head\u00a0: <meta name="ad.size" content="width=300,height=250">.',
  ),
  'ad-margin-left': words(
    () => 'Aucun style ne met la marge de la page à 0\u00a0; la bannière serait décalée du coin.',
    () => 'Écrivez margin: 0 pour body.',
  ),
  'ad-code-not-inline': words(
    (a) => `Styles et scripts sont dans des fichiers à part${more(a)}, alors qu’ils sont demandés dans la page.`,
    () => 'Écrivez-les dans la page.',
  ),
  'ad-element-refused': words(
    (a) => `La page contient des éléments qui ne sont pas acceptés${more(a)}.`,
    () => 'Retirez-les\u00a0; les dessins peuvent être des fichiers à part.',
  ),
  'ad-video-loud': words(
    () => 'La vidéo de la bannière n’est pas muette\u00a0; elle démarrerait avec du son.',
    () => 'Donnez l’attribut muted à l’élément video.',
  ),
  'ad-font-refused': words(
    (a) => `Les lettres viennent d’une façon qui n’est pas acceptée${more(a)}.`,
    () => 'Vectorisez les lettres, ou prenez la façon que la plateforme accepte.',
  ),
  'ad-click-tag-wrong': words(
    (a) =>
      `${tags[a.text('problem')] ?? 'Le clicktag n’est pas comme il faut'}${a.when('items', '\u00a0: ')}\u00a0; les clics ne seraient pas comptés ou ne mèneraient nulle part.`,
    (a) => `Déclarez-le une fois, dans le head de la page, seul sur sa ligne${a.when('pattern', ', avec un nom du motif ')}.`,
  ),
  'ad-click-fixed': words(
    (a) => `Un clic ouvre une adresse écrite dans la bannière${more(a)}\u00a0; l’adserver ne peut donc pas le compter.`,
    () => 'Ouvrez plutôt le clicktag.',
  ),
  'ad-call-missing': words(
    (a) => `La bannière n’appelle pas ce qu’il faut ici pour un clic${more(a)}.`,
    () => 'Commandez la bannière pour cette plateforme, Kader écrira le clic, ou ajoutez l’appel.',
  ),
  'ad-call-refused': words(
    (a) => `Un script utilise ce qui n’est pas accepté${more(a)}.`,
    () => 'Retirez-le du script ou de sa bibliothèque.',
  ),
  'ad-not-https': words(
    (a) => `La bannière demande quelque chose sans https${more(a)}, ce que les navigateurs bloquent sur les pages sécurisées.`,
    () => 'Utilisez https, ou placez le fichier dans le paquet.',
  ),
  'ad-backup-wrong': words(
    (a) =>
      `L’image de secours ${a.text('entry')} ${backups[a.text('problem')] ?? 'n’est pas comme demandé'}${a.when('actual', '\u00a0: ', ' px')}.`,
    (a) => (a.has('expected') ? `Ce qui est demandé\u00a0: ${a.text('expected')}.` : 'Placez-la où elle est demandée.'),
  ),
  'ad-gif-wrong': words(
    (a) =>
      `Le GIF ${a.text('entry')} ${gifs[a.text('problem')] ?? 'bouge autrement qu’il n’est accepté'}${a.has('actual') ? `\u00a0: ${a.number('actual')}` : ''}${a.has('expected') ? `, la limite étant ${a.number('expected')}` : ''}.`,
    () => 'Refaites-le avec moins d’images, plus lentes.',
  ),
  'ad-moves-at-end': words(
    () => 'La bannière bouge encore à la fin, alors qu’une image fixe est demandée.',
    () => 'Faites finir chaque mouvement avec l’animation.',
  ),
  'ad-changes-too-fast': words(
    (a) =>
      `Les scènes de la bannière se suivent après ${a.seconds('actual')}\u00a0; il faut ${limit(a, () => a.seconds('expected'))} entre deux.`,
    () => 'Écartez les labels de l’animation.',
  ),
  'ad-flashes': words(
    (a) =>
      `La bannière clignote ${a.number('actual')} fois par seconde\u00a0; plus de ${limit(a, () => a.number('expected'))} peut provoquer une crise ou est refusé.`,
    () => 'Faites alterner clair et sombre plus lentement, ou sur une surface plus petite.',
  ),
  'ad-no-border': words(
    (a) => `Le bord de la bannière ne se distingue pas d’une page blanche${a.text('page') === 'white' ? '' : ', grise ou noire'}.`,
    () => 'Tracez un filet de 1 px qui contraste avec elle.',
  ),
  'ad-cpu': words(
    (a) =>
      `La bannière occupe le processeur ${a.seconds('actual')}${a.when('within', ' sur ', ' s')}\u00a0; le maximum est ${limit(a, () => a.seconds('expected'))} avant qu’elle soit retirée de la page.`,
    () => 'Animez moins de choses, et seulement par transform et opacity.',
  ),
  'ad-too-many-cookies': words(
    (a) => `La bannière pose ${a.number('actual')} cookies\u00a0; le maximum est ${limit(a, () => a.number('expected'))}.`,
    () => 'Qu’elle n’en pose aucun.',
  ),
  'ad-needs-current-sheet': words(
    (a) =>
      `On ignore ici ce que ${a.has('target') ? a.text('target') : 'cette destination'} demande${a.when('rules', ' pour ')}\u00a0; cela n’a pas été jugé.`,
    () => 'Demandez la fiche technique actuelle et comparez-y les bannières.',
  ),
  'ad-not-measured': words(
    (a) => `Sans un navigateur qui y regarde, ${a.has('rules') ? a.list('rules') : 'une partie des règles'} n’a pas pu être jugé.`,
    () => 'Jugez à nouveau avec un navigateur disponible\u00a0; kader doctor dit ce qui manque.',
  ),
};
