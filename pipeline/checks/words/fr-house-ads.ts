/** French words for what only some houses ask of a packed banner. */
import type { HouseAdCode } from '../codes-ads.ts';
import { more, words } from './fr-ads.ts';
import type { Words } from './say.ts';

export const frHouseAds: Readonly<Record<HouseAdCode, Words>> = {
  'ad-click-same-tab': words(
    (a) => `Un clic part dans le même onglet${more(a)}\u00a0; le lecteur perd la page qui porte la bannière.`,
    () => 'Ouvrez un onglet à part\u00a0: window.open(clickTag), ou target="_blank" sur le lien ou le formulaire.',
  ),
  'ad-library-missing': words(
    (a) =>
      `La bannière ne charge pas le script propre à l’adserver${more(a)}\u00a0; un clic ne mènerait nulle part et ne serait pas compté.`,
    () => 'Commandez la bannière pour cette plateforme, Kader écrira le clic, ou chargez le script dans le head.',
  ),
  'ad-sound-unasked': words(
    () => 'Un son de la bannière démarre tout seul, ce que refusent lecteurs et plateformes.',
    () => 'Retirez autoplay et lancez le son au clic, ou donnez-lui l’attribut muted.',
  ),
  'ad-padding-left': words(
    () => 'Un style donne un padding à la page\u00a0; la bannière serait décalée du coin.',
    () => 'Écrivez padding: 0 pour html et body.',
  ),
  'ad-backup-coarse': words(
    (a) =>
      `L’image à côté de la bannière${a.when('entry', ' (', ')')} a ${a.has('actual') ? `${a.number('actual')} fois` : 'trop peu de'} les pixels de son format, alors qu’il en faut ${a.has('expected') ? `${a.number('expected')} fois plus` : 'davantage'}\u00a0; sur téléphone elle serait floue.`,
    () => 'Demandez captures: [2x], ou posez à côté du zip l’image au double de pixels, avec -2x dans son nom.',
  ),
  'ad-outside-unweighed': words(
    (a) =>
      `Des fichiers venus d’ailleurs comptent ici dans le poids et n’ont pas été téléchargés${more(a)}\u00a0; ${a.has('left') ? `il leur reste ${a.weighed('left')}` : 'personne ne sait ce qu’ils pèsent'}.`,
    () => 'Additionnez ce qu’ils pèsent décompressés, ou placez-les dans le paquet.',
  ),
  'ad-package-littered': words(
    (a) =>
      `Le paquet contient des fichiers qu’un ordinateur y a mis tout seul${more(a)}\u00a0; certains adservers les refusent ou les comptent.`,
    () => 'Emballez les fichiers et non leur dossier\u00a0: zip -r banner.zip . -x "*.DS_Store" "__MACOSX/*".',
  ),
  'ad-not-run-whole': words(
    (a) =>
      `La bannière a besoin de scripts venus d’ailleurs${more(a)}, qui ne sont pas téléchargés ici\u00a0; sa marche n’a donc pas été jugée.`,
    () => 'Placez les scripts dans le paquet pour faire juger mouvement, bord et clics, ou regardez-la sur la plateforme.',
  ),
};
