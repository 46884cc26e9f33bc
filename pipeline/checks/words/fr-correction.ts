/** French words for light, colour and level of pictures, and for their corrections. */
import type { CorrectionCode } from '../codes.ts';
import type { Words } from './say.ts';

const hues: Readonly<Record<string, string>> = {
  red: 'le rouge',
  orange: 'l’orange',
  yellow: 'le jaune',
  green: 'le vert',
  cyan: 'le cyan',
  blue: 'le bleu',
  magenta: 'le magenta',
};

export const frCorrection: Readonly<Record<CorrectionCode, Words>> = {
  'mask-unusable': {
    title: (a) =>
      `« ${a.text('asset')} » ne peut pas être détouré avec le masque « ${a.text('mask')} »${
        a.text('reason') === 'shape'
          ? `, car le masque a une autre forme (${a.text('actual')} au lieu de ${a.text('expected')} px)`
          : a.text('reason') === 'missing'
            ? ', car aucun élément fourni ne porte ce nom'
            : ', car le masque n’est pas lisible comme image'
      }.`,
    advice: () => 'Fournissez un masque de la même forme que l’image, blanc là où l’image doit rester, et ajoutez-le sous supplied.',
  },
  'look-missing': {
    title: (a) =>
      `La table de couleurs ${a.text('look')} de « ${a.text('name')} » n’est pas dans le dossier de la production ; ce rendu ne peut pas être fait.`,
    advice: () => 'Placez le fichier CUBE à cet endroit, ou corrigez le chemin sous corrections.',
  },
  'look-invalid': {
    title: (a) =>
      `La table de couleurs ${a.text('look')} de « ${a.text('name')} » est abîmée ou n’est pas un fichier CUBE : la ligne ${a.text('lookLine')} est illisible${a.when('detail', ' (', ')')}.`,
    advice: () => 'Exportez de nouveau le rendu comme table 3D au format CUBE.',
  },
  'correction-proposed': {
    title: (a) =>
      `« ${a.text('asset')} » est corrigé automatiquement${a.when('degrees', ', redressé de ', '°')}${a.when('gains', ', dominante retirée (rouge / vert / bleu × ', ')')}${a.when('levels', ', tons étirés de ', ' %')}.`,
    advice: () => 'Comparez l’image avant et après dans le rapport ; écrivez vous-même les étapes ou retirez auto pour un autre résultat.',
  },
  'image-too-dark': {
    title: (a) =>
      `« ${a.text('asset')} » est sous-exposée${a.when('stops', ' d’environ ', ' diaphragmes')} : même ses parties les plus claires sont sombres, elle paraîtra terne à côté des autres.`,
    advice: (a) =>
      `Demandez une version plus claire, ou corrigez dans l’ordre de production : corrections: [{ exposure: ${a.text('stops') || '2'} }].`,
  },
  'image-too-light': {
    title: (a) => `« ${a.text('asset')} » est surexposée : rien n’y est sombre et les lumières ont disparu, elle paraîtra délavée.`,
    advice: () => 'Demandez une version développée plus sombre depuis le fichier raw ; ce qui est brûlé ne se rattrape pas ici.',
  },
  'image-cast': {
    title: (a) =>
      `Ce qui devrait être gris dans « ${a.text('asset')} » tire vers ${hues[a.text('hue')] ?? 'une autre couleur'}${a.when('actual', ' (', ' ΔE)')} : l’image a une dominante.`,
    advice: () =>
      'Corrigez la balance des blancs dans l’ordre de production (corrections: [{ auto: [cast] }] ou whiteBalance), ou laissez-la si elle est voulue.',
  },
  'image-tilted': {
    title: (a) =>
      `« ${a.text('asset')} » penche de ${a.number('actual')}° vers la ${a.has('right') ? 'droite' : 'gauche'}, ce que l’œil voit aussitôt le long d’un horizon.`,
    advice: (a) => `Redressez-la dans l’ordre de production : corrections: [{ straighten: ${a.text('back') || '1'} }].`,
  },
  'gallery-mixed-casts': {
    title: (a) =>
      `Dans « ${a.text('gallery')} », les gris de ${a.number('count')} images sur ${a.number('total')} diffèrent en couleur des autres${a.when('assets', ' : ')} ; côte à côte, cela se voit.`,
    advice: () =>
      'Donnez une même balance des blancs aux images, par exemple avec corrections: [{ auto: [cast] }] à cette entrée de l’ordre de production.',
  },
};
