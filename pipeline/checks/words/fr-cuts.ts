/** French words for what orders say of film and sound: cuts, cut lists and captions. */
import type { CutCode } from '../codes-cuts.ts';
import type { Reading, Words } from './say.ts';

const cut = (a: Reading): string => (a.has('cut') ? `«\u00a0${a.text('cut')}\u00a0»` : 'le montage');
const clip = (a: Reading): string => (a.has('clip') ? `«\u00a0${a.text('clip')}\u00a0»` : 'le clip');
const lost = (a: Reading): string => `${cut(a)} n’est pas produit`;
const inList = (a: Reading): string => a.when('listLine', ' (ligne ', ' de la liste de montage)');
const meant = (a: Reading, otherwise: string): string =>
  a.has('nearest') ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?` : otherwise;
const known = (a: Reading): string => (a.has('known') ? `On connaît\u00a0: ${a.list('known')}.` : 'Indiquez-le d’abord sous supplied.');
const one = (a: Reading, words: Readonly<Record<string, string>>, otherwise: string): string =>
  (Object.hasOwn(words, a.text('reason')) ? words[a.text('reason')] : undefined) ?? otherwise;
const others = (a: Reading): string =>
  Number(a.text('count')) > 1 ? ` (${a.number('count')} sous-titres${a.when('lines', '\u00a0; aussi lignes ')})` : '';

const unusable: Readonly<Record<string, string>> = {
  'no-picture': 'il a du son mais pas d’image',
  'no-sound': 'il n’a pas de son',
  'no-clip': 'on n’a pu le lire ni comme film ni comme son',
  'no-still': 'ce n’est pas une image',
  'not-there': 'il n’a pas été fourni',
  several: 'il désigne plusieurs fichiers',
  unknown: 'rien de ce qui est fourni ne porte ce nom',
};
const timecode: Readonly<Record<string, string>> = {
  frames: 'une seconde n’a pas autant d’images',
  dropped: 'le drop frame saute ce numéro',
  'drop-rate': 'le drop frame n’existe qu’à 29,97 et 59,94 images par seconde',
  'no-rate': 'l’élément n’a pas d’images à compter',
};
const list: Readonly<Record<string, string>> = {
  format: 'elle n’est pas au format annoncé par l’ordre de production',
  empty: 'elle ne contient aucun montage',
  size: 'elle est trop lourde pour une liste de montage',
};
const notFollowed: Readonly<Record<string, string>> = {
  speed: 'ralentit, accélère ou inverse une partie\u00a0; Kader joue les clips comme ils ont été tournés',
  freeze: 'fige une image\u00a0; Kader joue les clips comme ils ont été tournés',
  wipe: 'demande un volet\u00a0; il devient un fondu de même durée',
  key: 'pose une image sur une autre\u00a0; seule celle qui entre est montrée',
  gap: 'laisse un vide\u00a0; les parties se suivent aussitôt',
  overlap: 'superpose des parties\u00a0; elles se suivent',
  sound: 'coupe le son ailleurs que l’image\u00a0; chaque partie garde son propre son',
  tracks: 'a plusieurs pistes\u00a0; seule la première est suivie',
  nested: 'contient des montages dans des montages\u00a0; on ne peut les suivre',
  disabled: 'a une partie désactivée\u00a0; elle est omise',
  lengths: 'donne à une partie une durée dans le clip et une autre dans le montage',
  generator: 'demande des mires, des couleurs ou des titres que le logiciel de montage fabrique lui-même',
};
const outside: Readonly<Record<string, string>> = {
  title: 'le titre',
  poster: 'le moment de l’affiche',
  chapter: 'le chapitre',
  focus: 'le point d’intérêt',
};
const caption: Readonly<Record<string, string>> = {
  time: 'ses temps sont illisibles',
  backwards: 'il finit avant de commencer',
  empty: 'il ne dit rien',
  stray: 'un texte s’y trouve sans temps',
  order: 'il commence avant celui qui le précède\u00a0; il a été remis à sa place',
};
const captions: Readonly<Record<string, string>> = {
  format: 'ce n’est ni du SRT ni du WebVTT',
  empty: 'le fichier ne contient rien',
  size: 'le fichier est trop lourd pour des sous-titres',
};

export const frCuts: Readonly<Record<CutCode, Words>> = {
  'order-material-unknown': {
    title: (a) =>
      `Rien de ce qui est fourni ne s’appelle «\u00a0${a.text('actual')}\u00a0»\u00a0; ce qui en a besoin ne peut être produit.`,
    advice: (a) => meant(a, known(a)),
  },
  'order-channel-unknown': {
    title: (a) =>
      a.has('elsewhere')
        ? `Le canal «\u00a0${a.text('actual')}\u00a0» ne prend pas ${a.text('elsewhere') === 'video' ? 'de film' : 'de son seul'}.`
        : `Aucun canal ne s’appelle «\u00a0${a.text('actual')}\u00a0»\u00a0; on ne sait donc pas ce qu’il accepte.`,
    advice: (a) =>
      meant(a, a.has('known') ? `Employez l’un de ceux-ci\u00a0: ${a.list('known')}.` : 'Employez un canal que montre `kader rules`.'),
  },
  'cut-clip-unusable': {
    title: (a) =>
      `${lost(a).replace(/^l/, 'L')}, car «\u00a0${a.text('name')}\u00a0» ne peut y servir\u00a0: ${one(a, unusable, 'il n’y convient pas')}.`,
    advice: (a) =>
      meant(
        a,
        a.text('reason') === 'several'
          ? `Nommez l’un d’eux\u00a0: ${a.list('known')}.`
          : 'Fournissez-le, ou nommez un autre élément dans l’ordre de production.',
      ),
  },
  'cut-beyond-clip': {
    title: (a) =>
      a.text('reason') === 'dissolve'
        ? `Le fondu à ${a.text('time')} demande plus de ${clip(a)} qu’il n’y en a${inList(a)}\u00a0; ${lost(a)}.`
        : `Le temps ${a.text('time')} se trouve au-delà de ${clip(a)}, qui finit à ${a.text('end')}${inList(a)}\u00a0; ${lost(a)}.`,
    advice: (a) =>
      a.text('reason') === 'dissolve'
        ? 'Raccourcissez le fondu, ou coupez plus loin de la fin du clip.'
        : 'Corrigez in ou out, ou fournissez le clip plus long.',
  },
  'cut-span-empty': {
    title: (a) =>
      `Une partie finirait à ${a.text('to')}, pas après son début (${a.text('from')})${inList(a)}\u00a0; on n’en verrait ni n’en entendrait rien.`,
    advice: () => 'Corrigez in ou out\u00a0; les temps comptent depuis le début du clip.',
  },
  'cut-fade-too-long': {
    title: (a) => `Des fondus de ${a.seconds('fade')} ne tiennent pas dans ${a.seconds('seconds')}${inList(a)}.`,
    advice: () => 'Raccourcissez les fondus, ou allongez la partie.',
  },
  'cut-timecode-wrong': {
    title: (a) =>
      `Le timecode ${a.text('actual')} ne désigne aucune image de ${clip(a)}${a.when('rate', ' à ', ' images par seconde')}${inList(a)}\u00a0: ${one(a, timecode, 'il est illisible')}.`,
    advice: (a) =>
      a.text('reason') === 'no-rate'
        ? 'Écrivez des secondes ou mm:ss.ms, indiquez la cadence derrière le timecode (00:00:04:12@25), ou celle de la liste de montage.'
        : 'Corrigez le timecode, ou la cadence de la liste de montage.',
  },
  'cut-moment-outside': {
    title: (a) =>
      `Dans ${cut(a)}, ${outside[a.text('what')] ?? 'un moment'}${a.when('name', ' «\u00a0', '\u00a0»')} à ${a.text('time')} se trouve après la fin à ${a.text('end')}\u00a0; on l’omet.`,
    advice: () => 'Les temps comptent depuis le début du montage, pas du clip.',
  },
  'cut-captions-missing': {
    title: (a) =>
      `Il n’y a pas de sous-titres${a.when('language', ' en «\u00a0', '\u00a0»')} à montrer dans ${cut(a)}\u00a0; qui n’entend pas en est privé.`,
    advice: (a) => `Ajoutez captions: { ${a.text('language') || 'fr'}: chemin } au clip fourni, ou écrivez captions: none.`,
  },
  'cut-language-left-out': {
    title: (a) =>
      `${cut(a).replace(/^l/, 'L')} n’est pas produit en «\u00a0${a.text('language')}\u00a0»\u00a0: aucun de ses clips n’a de sous-titres à incruster dans cette langue.`,
    advice: () => 'Ajoutez les sous-titres au clip fourni, ou indiquez sous languages les langues voulues.',
  },
  'cut-enlarged': {
    title: (a) =>
      `Dans ${cut(a)}, ${clip(a)} est agrandi ${a.number('actual')} fois jusqu’à ${a.text('size')}\u00a0; cela se voit\u00a0: l’image est molle.`,
    advice: (a) =>
      `Demandez le clip en ${a.text('needed')} ou plus grand${a.text('fit') === 'cover' ? ', ou montrez-le en entier avec fit\u00a0: blur ou fit\u00a0: contain' : ''}.`,
  },
  'cut-title-untold': {
    title: (a) =>
      `Le titre «\u00a0${a.text('name')}\u00a0» de ${cut(a)} n’a pas de texte en «\u00a0${a.text('language')}\u00a0» et y est omis.`,
    advice: (a) => `Ajoutez ${a.text('language') || 'la langue'} sous text.`,
  },
  'cut-list-missing': {
    title: (a) => `La liste de montage ${a.text('file')} n’a pas été fournie\u00a0; ses montages ne peuvent être produits.`,
    advice: (a) => meant(a, 'Mettez-la dans le dossier de la production, ou corrigez le chemin dans l’ordre de production.'),
  },
  'cut-list-unreadable': {
    title: (a) =>
      `La liste de montage ${a.text('file')} est inutilisable\u00a0: ${one(a, list, a.text('reason') || 'elle est illisible')}.`,
    advice: () => 'Exportez-la de nouveau du logiciel de montage\u00a0: CMX 3600 en .edl, OpenTimelineIO en .otio.',
  },
  'cut-list-line-unreadable': {
    title: (a) =>
      `La liste de montage ${a.text('file')} dit ici une chose illisible${a.when('text', '\u00a0: «\u00a0', '\u00a0»')}\u00a0; ses montages ne sont pas produits.`,
    advice: () => 'Exportez la liste de nouveau, sans effets, et ne la modifiez pas à la main.',
  },
  'cut-list-reel-unknown': {
    title: (a) =>
      `La liste de montage${a.when('list', ' ')} emploie «\u00a0${a.text('actual')}\u00a0»${inList(a)}, et rien de ce qui est fourni ne porte ce nom\u00a0; ${lost(a)}.`,
    advice: (a) =>
      `Dites de quel clip il s’agit\u00a0: reels: { ${a.text('actual') || 'REEL'}: ${a.text('nearest') || 'nom'} }${a.when('known', '\u00a0; sont fournis ')}.`,
  },
  'cut-list-not-followed': {
    title: (a) =>
      `La liste de montage${a.when('file', ' ')} ${notFollowed[a.text('what')] ?? 'demande ce qu’on ne peut suivre'}${a.when('text', ' (', ')')}${inList(a)}.`,
    advice: () =>
      'Regardez le montage tel qu’il est produit\u00a0; s’il le faut ainsi, exportez cette partie comme clip à part et fournissez-le.',
  },
  'captions-missing': {
    title: (a) =>
      `Les sous-titres ${a.text('file')} n’ont pas été fournis\u00a0; ce qui montre «\u00a0${a.text('asset')}\u00a0» devrait s’en passer.`,
    advice: (a) => meant(a, 'Mettez le fichier dans le dossier de la production, ou corrigez le chemin dans l’ordre de production.'),
  },
  'captions-unreadable': {
    title: (a) => `Les sous-titres ${a.text('file')} sont inutilisables\u00a0: ${one(a, captions, 'ils sont illisibles')}.`,
    advice: () => 'Renvoyez-les en SRT ou en WebVTT, en UTF-8.',
  },
  'captions-encoding': {
    title: (a) =>
      `Les sous-titres ${a.text('file')} ne sont pas en UTF-8\u00a0; ils ont été lus comme du Windows-1252, et des accents peuvent être faux.`,
    advice: () => 'Vérifiez noms et accents, ou enregistrez le fichier de nouveau en UTF-8.',
  },
  'captions-line-unreadable': {
    title: (a) =>
      `Un sous-titre de ${a.text('file')} n’est pas en ordre${a.when('text', ' («\u00a0', '\u00a0»)')}\u00a0: ${one(a, caption, 'il est illisible')}.`,
    advice: (a) =>
      a.text('reason') === 'order'
        ? 'Si les temps sont justes, il n’y a rien à faire.'
        : 'On l’omet\u00a0; corrigez cet endroit et renvoyez le fichier.',
  },
  'captions-line-too-long': {
    title: (a) =>
      `Une ligne de sous-titres de ${a.text('file')} compte ${a.number('actual')} signes${others(a)}\u00a0; au-delà de ${a.number('expected')}, elle déborde ou se casse.`,
    advice: () => 'Coupez-la à une pause de la phrase, ou raccourcissez le texte.',
  },
  'captions-too-many-lines': {
    title: (a) =>
      `Un sous-titre de ${a.text('file')} a ${a.number('actual')} lignes${others(a)}\u00a0; plus de ${a.number('expected')} cachent l’image.`,
    advice: () => 'Partagez-le en deux sous-titres.',
  },
  'captions-too-fast': {
    title: (a) =>
      `Un sous-titre de ${a.text('file')} demande ${a.number('actual')} signes par seconde${others(a)}\u00a0; au-delà de ${a.number('expected')}, beaucoup n’arrivent pas au bout.`,
    advice: () => 'Raccourcissez le texte, ou laissez-le plus longtemps.',
  },
  'captions-too-brief': {
    title: (a) => `Un sous-titre de ${a.text('file')} reste ${a.number('actual')} s${others(a)}\u00a0; il disparaît avant d’être lu.`,
    advice: () => 'Laissez-le au moins cinq sixièmes de seconde, ou joignez-le à son voisin.',
  },
  'captions-too-lasting': {
    title: (a) =>
      `Un sous-titre de ${a.text('file')} reste ${a.number('actual')} s${others(a)}\u00a0; au-delà de ${a.number('expected')} s, on le lit deux fois.`,
    advice: () => 'Partagez-le, ou retirez-le quand plus personne ne parle.',
  },
  'captions-gap-too-small': {
    title: (a) =>
      `Deux sous-titres de ${a.text('file')} sont à ${a.number('actual')} s l’un de l’autre${others(a)}\u00a0; sous deux images, le passage clignote.`,
    advice: () => 'Faites-les se suivre aussitôt, ou laissez deux images entre eux.',
  },
  'captions-overlap': {
    title: (a) =>
      `Deux sous-titres de ${a.text('file')} se montrent ensemble pendant ${a.number('actual')} s${others(a)}\u00a0; ils se poussent sur l’image.`,
    advice: () => 'Finissez le premier avant que le second commence, ou n’en faites qu’un.',
  },
  'captions-beyond-clip': {
    title: (a) =>
      `Un sous-titre de ${a.text('file')} reste jusqu’à ${a.text('actual')}${others(a)}, mais «\u00a0${a.text('name')}\u00a0» finit à ${a.text('expected')}\u00a0; peut-être viennent-ils d’une autre version.`,
    advice: () => 'Comparez les sous-titres au clip, et demandez ceux de cette version.',
  },
};
