/** French words for what quality control finds in pages and banners, and for what tools could not do. */
import type { AdCode, HouseAdCode, LetterCode, MediaCode, QualityCode, ShownCode, TargetCode, ToolCode } from '../codes.ts';
import { frMeasured } from './fr-measured.ts';
import { frPlayers } from './fr-players.ts';
import { frSound } from './fr-sound.ts';
import { frTitles } from './fr-titles.ts';
import type { Words } from './say.ts';

export const frQuality: Readonly<
  Record<Exclude<QualityCode, AdCode | HouseAdCode | LetterCode | MediaCode | ShownCode | TargetCode> | ToolCode, Words>
> = {
  'image-heavy': {
    title: (a) =>
      `La photo « ${a.text('asset')} » pèse ${a.bytes('actual')} en ${a.text('format')} de ${a.number('width')} px, plus que les ${a.bytes('expected')} que permet son emplacement, même à la plus basse qualité admise.`,
    advice: () => 'Donnez à l’emplacement plus d’octets ou moins de pixels, ou choisissez une image plus calme.',
  },
  'format-gains-nothing': {
    title: (a) =>
      `La photo « ${a.text('asset')} » pèse, toutes largeurs réunies, ${a.bytes('actual')} en ${a.text('format')} et ${a.bytes('expected')} en ${a.text('other')} ; la page ne propose donc pas le premier format.`,
    advice: (a) =>
      `Retirez ${a.text('format')} des formats de l’emplacement si c’est le cas de toutes ses images\u00a0: autant de fichiers à ne plus produire.`,
  },
  'page-conflict': {
    title: (a) => `Deux sources produisent la même page ${a.text('page')}${a.when('sources', '\u00a0: ')}\u00a0; l’une écraserait l’autre.`,
    advice: () => 'Donnez à l’une des deux un autre permalink ou un autre nom de fichier.',
  },
  'link-broken': {
    title: (a) =>
      `La page ${a.text('page')} renvoie à ${a.text('target')}, qui n’existe pas\u00a0; les visiteurs tomberaient sur une page d’erreur.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Corrigez le lien, ou créez la page ou le fichier visé.',
  },
  'html-invalid': {
    title: (a) =>
      `Le HTML de ${a.text('page')} n’est pas valide${a.when('message', '\u00a0: ')}${a.when('rule', ' (', ')')}. Les navigateurs peuvent l’afficher différemment.`,
    advice: () => 'Corrigez le gabarit ou le contenu dont cette page est issue.',
  },
  'axe-violation': {
    title: (a) =>
      `La page ${a.text('page')} n’est pas accessible à tous${a.when('help', '\u00a0: ')}${a.when('rule', ' (', ')')}${a.when('target', ', à ')}.`,
    advice: () => 'Corrigez le gabarit ou le contenu\u00a0; dequeuniversity.com explique la règle sous son nom.',
  },
  'page-console-error': {
    title: (a) => `Un script de ${a.text('page')} échoue\u00a0: ${a.text('message')}. Une partie de la page ne fonctionne peut-être pas.`,
    advice: () => 'Corrigez le script\u00a0; la console du navigateur montre où il échoue.',
  },
  'page-request-failed': {
    title: (a) => `La page ${a.text('page')} demande ${a.text('url')} et ne reçoit pas de réponse\u00a0; il en manque donc une partie.`,
    advice: () => 'Corrigez l’adresse, ou ajoutez le fichier à la charte graphique.',
  },
  'page-overflow': {
    title: (a) => `La page ${a.text('page')} défile latéralement sur un écran large de ${a.number('width')} px\u00a0; une partie en sort.`,
    advice: () => 'Cherchez un élément de largeur fixe ou un mot long, et laissez-le se réduire ou se couper.',
  },
  'page-outside-request': {
    title: (a) =>
      `La page ${a.text('page')} charge ${a.text('url')} depuis un autre site\u00a0; une autre société apprend ainsi qui la visite.`,
    advice: () => 'Placez le fichier dans le site lui-même, ou veillez à ce que les visiteurs y consentent.',
  },
  'banner-no-timeline': {
    title: () => 'La bannière ne donne pas d’axe de temps\u00a0; Kader ne peut donc ni mesurer sa durée ni montrer son état final.',
    advice: () => 'Faites que motion.ts renvoie sa timeline.',
  },
  'banner-console-error': {
    title: (a) => `Un script de la bannière échoue\u00a0: ${a.text('message')}. Elle peut rester immobile ou vide.`,
    advice: () => 'Corrigez le fichier motion.ts du gabarit.',
  },
  'banner-request-failed': {
    title: (a) => `La bannière demande ${a.text('url')} et ne reçoit pas de réponse\u00a0; il en manque donc une partie.`,
    advice: () => 'Corrigez l’adresse dans le gabarit, ou ajoutez-y le fichier.',
  },
  'banner-click-wrong': {
    title: (a) =>
      `Un clic sur la bannière ${a.has('actual') ? `ouvre ${a.text('actual')} au lieu de` : 'n’ouvre pas'} ${a.text('expected')}\u00a0; la publicité manque ainsi son but.`,
    advice: () => 'Ne placez rien au-dessus de la zone de clic dans le gabarit, et faites-lui ouvrir clickTag.',
  },
  ...frMeasured,
  ...frSound,
  ...frTitles,
  ...frPlayers,
  'banner-text-overflow': {
    title: (a) => `Le texte «\u00a0${a.text('slot')}\u00a0» ne tient pas dans sa place\u00a0: ${a.number('px')} px dépassent.`,
    advice: () => 'Raccourcissez le texte dans l’ordre de production, ou donnez-lui plus de place ou un corps plus petit dans le gabarit.',
  },
  'tool-missing': {
    title: (a) => `${a.text('program')} n’est pas installé\u00a0; ceci n’a donc pas pu être produit.`,
    advice: (a) => (a.has('advice') ? a.text('advice') : `Installez ${a.text('program')} et relancez la production.`),
  },
  'tool-failed': {
    title: (a) => `${a.has('label') ? a.text('label') : 'Une étape'}\u00a0: la production a échoué${a.when('detail', ' (', ')')}.`,
    advice: () => 'Vérifiez le fichier d’origine\u00a0; le compte rendu contient tout ce que le programme a dit.',
  },
  'tool-timeout': {
    title: (a) =>
      `${a.has('label') ? a.text('label') : 'Une étape'}\u00a0: la production a duré trop longtemps et a été arrêtée${a.has('seconds') ? ` après ${a.seconds('seconds')}` : ''}.`,
    advice: () => 'Relancez la production\u00a0; si cela se répète, le fichier d’origine est sans doute endommagé ou bien trop grand.',
  },
  'bundle-failed': {
    title: (a) => `${a.text('file')} n’a pas pu être assemblé${a.when('message', '\u00a0: ')}${a.when('detail', '\u00a0: ')}.`,
    advice: () => 'Corrigez le fichier à la ligne indiquée.',
  },
  'job-skipped': {
    title: (a) =>
      `${a.has('labels') ? a.list('labels') : 'Une partie'}\u00a0: rien n’a été produit, car il manque ${a.has('because') ? a.text('because') : 'un élément'}.`,
    advice: () => 'Réglez d’abord ce qui est dit à ce sujet\u00a0; le reste suivra.',
  },
  'not-captured': {
    title: () =>
      'Les bannières n’ont pas été photographiées (--no-captures)\u00a0: il leur manque l’image de secours que demandent les plateformes.',
    advice: () => 'Construisez sans --no-captures avant de les livrer.',
  },
  'not-measured': {
    title: () =>
      'Les pages et les bannières n’ont pas été ouvertes dans un navigateur\u00a0; personne ne sait si elles fonctionnent, tiennent et ouvrent la bonne page.',
    advice: () => 'Relancez la production avec les mesures avant de livrer quoi que ce soit.',
  },
};
