/** What is said of the colours of supplied pictures, in French. */
import type { ColourCode } from '../codes.ts';
import type { Words } from './say.ts';

export const frColour: Readonly<Record<ColourCode, Words>> = {
  'image-untagged-cmyk': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» est en CMJN sans profil colorimétrique\u00a0; ses vraies couleurs sont donc incertaines. Elle est lue ${a.has('assumed') ? `comme ${a.text('assumed')}, d’après la charte` : 'comme si elle était séparée pour une presse offset courante'}.`,
    advice: (a) =>
      `Merci de demander l’image en RVB, ou en CMJN avec son profil incorporé${a.has('assumed') ? '' : '\u00a0; ou nommez sous images.colour.cmyk dans house.yaml la presse pour laquelle elle est séparée'}.`,
  },
  'image-cmyk': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» a été séparée pour une presse${a.when('profile', ' (', ')')}\u00a0; elle est convertie pour les écrans, mais les couleurs que l’encre ne pouvait rendre ne sont plus dans le fichier.`,
    advice: () => 'Si les couleurs vives comptent, demandez l’original en RVB\u00a0; sinon, il n’y a rien à faire.',
  },
  'image-no-profile': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» n’a pas de profil colorimétrique\u00a0; elle est lue comme ${a.text('assumed') === 'sRGB' || !a.has('assumed') ? 'sRGB' : `${a.text('assumed')}, d’après l’appareil`}.`,
    advice: () => 'Si les couleurs semblent ternes ou trop vives, demandez l’image avec son profil incorporé.',
  },
  'image-profile-unusable': {
    title: (a) =>
      `Le profil colorimétrique de «\u00a0${a.text('asset')}\u00a0»${a.when('profile', ' (', ')')} est inutilisable\u00a0: ${a.text('fault') === 'mismatch' ? 'il est fait pour d’autres canaux que ceux de l’image' : 'il est endommagé'}. L’image est lue comme ${a.has('assumed') ? a.text('assumed') : 'du CMJN offset courant'}\u00a0; ses couleurs peuvent donc être faussées.`,
    advice: () =>
      'Merci de redemander l’image, convertie en sRGB ou en Display P3 par le logiciel où elle a été faite, avec ce profil incorporé.',
  },
  'image-hdr-flattened': {
    title: (a) =>
      `La photo «\u00a0${a.text('asset')}\u00a0» contient une gain map (UltraHDR) qui donne plus de lumière aux écrans clairs\u00a0; aucun emplacement de la charte ne la garde, tous les écrans reçoivent donc la version ordinaire.`,
    advice: () =>
      'Écrivez hdr: keep pour un emplacement de house.yaml afin d’offrir la version plus lumineuse à côté\u00a0; sinon, il n’y a rien à faire.',
  },
  'image-hdr-not-kept': {
    title: (a) =>
      `La gain map (UltraHDR) de «\u00a0${a.text('asset')}\u00a0» ne peut être gardée comme la charte le demande\u00a0: ${a.text('hindrance') === 'corrections' ? 'l’image est corrigée en chemin, dans l’ordre de production ou par l’emplacement, et la gain map n’en sait rien' : 'elle est endommagée ou ne dit pas ce qu’elle signifie'}. Les écrans clairs reçoivent la version ordinaire.`,
    advice: (a) =>
      a.text('hindrance') === 'corrections'
        ? 'Retirez hdr: keep de cet emplacement, ou les corrections et le traitement de cette image.'
        : 'Merci de demander le fichier tel que le téléphone l’a enregistré\u00a0; les logiciels qui ignorent les gain maps les abîment.',
  },
  'image-hdr-rolled-off': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» est écrite pour les seuls écrans HDR${a.when('actual', ' (', ')')}\u00a0; pour les écrans ordinaires, sa lumière est adoucie (BT.2408)\u00a0: lampes et ciels gardent leur dessin, pas leur éclat.`,
    advice: () =>
      'Regardez-la dans le rapport ou sur la page. Si le rendu compte, demandez une version étalonnée pour écrans ordinaires par son auteur, ou un JPEG UltraHDR, qui contient les deux.',
  },
};
