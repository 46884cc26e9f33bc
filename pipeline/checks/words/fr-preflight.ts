/** French words for what preflight finds in order, material, house style and templates. */
import type { AdCode, CorrectionCode, LetterCode, MediaCode, PreflightCode, TargetCode, UnitCode } from '../codes.ts';
import type { CutCode } from '../codes-cuts.ts';
import { frColour } from './fr-colour.ts';
import { expectedInCuts } from './fr-cuts-expected.ts';
import { frIntake } from './fr-intake.ts';
import { frPictureText } from './fr-picture-text.ts';
import { frPictures } from './fr-pictures.ts';
import type { Expectation, Words } from './say.ts';
import { expectation } from './say.ts';

const expected: Readonly<Record<Expectation, string>> = {
  text: 'un texte\u00a0; mettez-le entre guillemets droits s’il ressemble à un nombre',
  'text-not-empty': 'un texte qui n’est pas vide',
  number: 'un nombre, avec seulement des chiffres et un point',
  'number-positive': 'un nombre supérieur à 0',
  'number-not-negative': 'un nombre qui n’est pas inférieur à 0',
  share: 'un nombre de 0 à 1',
  pair: 'deux nombres de 0 à 1, comme [0.5, 0.5]',
  box: 'quatre nombres : gauche, haut, largeur et hauteur, qui finissent dans l’image',
  list: 'une liste, comme [nl, fr]',
  'list-not-empty': 'une liste d’au moins un élément',
  group: 'un groupe de clés avec leurs valeurs',
  day: 'un jour du calendrier, comme 2027-04-01',
  language: 'une langue, comme nl, fr ou nl-BE',
  size: 'un format en px, comme 300x250',
  name: 'un nom en minuscules, chiffres et traits d’union',
  url: 'une adresse web qui commence par https://',
  'url-per-language': 'une adresse web, ou une adresse par langue',
  currency: 'une monnaie en trois lettres, comme EUR',
  axis: 'un autre nom\u00a0: language, size, template, name, target, landing, text et image ont déjà un sens',
  'axis-values': 'au moins une valeur, ou un flux avec une colonne pour lui',
  correction: 'une correction, comme auto ou { exposure: 0.3 } ; chaque étape est un élément à part de la liste',
  ...expectedInCuts,
  'one-of': 'l’une de ces valeurs\u00a0:',
  'at-most': 'un nombre qui ne dépasse pas',
  value: 'une autre valeur',
};

export const frPreflight: Readonly<
  Record<Exclude<PreflightCode, AdCode | CorrectionCode | CutCode | LetterCode | MediaCode | TargetCode | UnitCode>, Words>
> = {
  ...frPictures,
  ...frPictureText,
  'order-syntax': {
    title: (a) =>
      `L’ordre de production est illisible à cet endroit, car le YAML n’est pas écrit correctement${a.when('detail', ' (', ')')}.`,
    advice: () =>
      'Regardez cette ligne et celle qui précède\u00a0: indentez avec des espaces, fermez crochets et guillemets, et mettez entre guillemets droits les textes qui contiennent un deux-points ou commencent par * ou &.',
  },
  'order-too-complex': {
    title: (a) =>
      `L’ordre de production renvoie trop souvent à lui-même ou est trop imbriqué pour être lu sans risque${a.when('detail', ' (', ')')}.`,
    advice: () => 'Écrivez les valeurs en toutes lettres au lieu de les répéter avec & et *, et supprimez les niveaux inutiles.',
  },
  'order-empty': {
    title: () => 'L’ordre de production ne contient aucune clé avec une valeur\u00a0; il n’y a donc rien à produire.',
    advice: () => 'Écrivez au moins client, title, house, languages et deliver.',
  },
  'order-not-utf8': {
    title: () => 'L’ordre de production n’est pas en UTF-8\u00a0: ses accents sont illisibles et sortiraient en signes comme �.',
    advice: () => 'Enregistrez order.yaml de nouveau en UTF-8 (sous Enregistrer sous, ou dans la barre du bas de l’éditeur).',
  },
  'order-duplicate-key': {
    title: (a) =>
      `La clé «\u00a0${a.text('actual')}\u00a0» est écrite deux fois, d’abord à la ligne ${a.text('firstLine')}\u00a0; une seule peut valoir.`,
    advice: () => 'Gardez l’une des deux et supprimez l’autre.',
  },
  'order-unknown-key': {
    title: (a) => `Kader ne connaît pas la clé «\u00a0${a.text('actual')}\u00a0»\u00a0; ce qu’elle contient resterait sans effet.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : `Supprimez-la, ou utilisez l’une de ces clés\u00a0: ${a.list('expected')}.`,
  },
  'order-missing-key': {
    title: (a) =>
      `Il manque «\u00a0${a.text('path')}\u00a0» dans l’ordre de production\u00a0; sans cela, le travail ne peut pas commencer.`,
    advice: (a) => `Ajoutez ${a.text('path')}\u00a0: ${expectation(a, expected)}.`,
  },
  'order-wrong-value': {
    title: (a) =>
      a.has('actual')
        ? `«\u00a0${a.text('actual')}\u00a0» ne convient pas pour ${a.text('path')}.`
        : `${a.text('path')} n’a pas de valeur.`,
    advice: (a) =>
      a.has('nearest') ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?` : `Écrivez ${expectation(a, expected)}.`,
  },
  'order-duplicate-name': {
    title: (a) =>
      `«\u00a0${a.text('name')}\u00a0» figure déjà à la ligne ${a.text('firstLine')}\u00a0; on ne sait donc pas lequel des deux est visé.`,
    advice: () => 'Donnez un autre nom à l’un des deux, ou supprimez-le.',
  },
  'order-language-not-ordered': {
    title: (a) =>
      `Il y a un texte en «\u00a0${a.text('language')}\u00a0», mais cette langue n’est pas commandée\u00a0; le texte ne servira pas.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0? Sinon, ajoutez la langue à languages ou supprimez le texte.`
        : 'Ajoutez la langue à languages ou supprimez le texte.',
  },
  'order-delivers-nothing': {
    title: () => 'L’ordre de production ne demande ni site, ni bannières, ni vidéo, ni audio\u00a0; rien ne sera donc livré.',
    advice: () => 'Indiquez sous deliver ce qui est attendu\u00a0: site, banners, video ou audio.',
  },
  'title-missing': {
    title: (a) => `La campagne n’a pas de titre en «\u00a0${a.text('language')}\u00a0», alors que cette langue est commandée.`,
    advice: (a) => `Ajoutez ${a.text('language')} sous title.`,
  },
  'material-missing': {
    title: (a) =>
      `Le fichier ${a.text('file')} pour «\u00a0${a.text('name')}\u00a0» n’a pas été fourni\u00a0; ce qui l’utilise ne peut pas être produit.`,
    advice: (a) =>
      a.has('nearest')
        ? `${a.text('nearest')} se trouve dans le dossier\u00a0; si c’est bien ce fichier, écrivez son chemin exactement ainsi dans l’ordre de production.`
        : `Merci d’envoyer ${a.text('file')}, ou de corriger le chemin dans l’ordre de production.`,
  },
  'material-outside': {
    title: (a) => `${a.text('file')} se trouve hors du dossier de la production\u00a0; seul ce qui est fourni dans ce dossier est utilisé.`,
    advice: () => 'Copiez le fichier lui-même dans le dossier et indiquez-le là, sans lien et sans «\u00a0..\u00a0» dans le chemin.',
  },
  'material-empty': {
    title: (a) => `Le fichier ${a.text('file')} est vide\u00a0; l’envoi s’est sans doute mal passé.`,
    advice: () => 'Merci d’envoyer le fichier à nouveau.',
  },
  'material-unlisted': {
    title: (a) =>
      `${a.text('file')} se trouve dans le dossier, mais l’ordre de production ne le mentionne pas\u00a0; il n’est pas utilisé.`,
    advice: () => 'Ajoutez-le sous supplied s’il doit servir.',
  },
  'file-unreadable': {
    title: (a) => `Le fichier ${a.text('file')} est endommagé ou incomplet et ne peut pas être lu${a.when('detail', ' (', ')')}.`,
    advice: () => 'Merci d’ouvrir l’original, de l’exporter à nouveau et de le renvoyer.',
  },
  'file-wrong-type': {
    title: (a) =>
      `${a.text('file')} n’est pas ce que son nom ou son usage annonce\u00a0: il contient ${a.text('actual')}${a.when('expected', ' au lieu de ')}.`,
    advice: () =>
      'Merci d’envoyer le bon fichier, exporté depuis le logiciel qui l’a créé\u00a0; changer son nom ne change pas son contenu.',
  },
  'format-not-supported': {
    title: (a) => `${a.text('file')} est de type ${a.text('actual')}, que Kader ne sait pas lire.`,
    advice: (a) =>
      `Merci de demander l’image en TIFF, PNG ou JPEG de la meilleure qualité, avec son profil colorimétrique incorporé${a.when('program', '\u00a0; ou installez ce qui la lit. ')}.`,
  },
  'raw-preview-used': {
    title: (a) =>
      `${a.text('file')} est un fichier raw d’appareil photo\u00a0: c’est l’aperçu placé par l’appareil qui est utilisé, pas un développement.`,
    advice: () => 'Merci de demander au photographe un TIFF ou un JPEG développé\u00a0; lui seul a la lumière et les couleurs voulues.',
  },
  'image-too-large': {
    title: (a) =>
      `L’image ${a.text('file')} compte ${a.has('pixels') ? `${a.number('pixels')} pixels` : 'plus de pixels qu’on ne peut en ouvrir sans risque'}${a.has('limit') ? `, au-delà de la limite de ${a.number('limit')}` : ''}.`,
    advice: (a) =>
      `Veuillez fournir une version plus petite${a.has('megapixels') ? `, ou autorisez-la dans l’ordre de production\u00a0: limits: { megapixels: ${a.text('megapixels')} }` : ''}.`,
  },
  'image-too-small': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» donne ${a.number('actual')} px à l’emplacement «\u00a0${a.text('slot')}\u00a0», qui en demande ${a.number('expected')}\u00a0; elle serait floue sur les écrans grands ou précis.`,
    advice: () =>
      'Merci d’envoyer un original plus grand, ou choisissez un emplacement moins exigeant. Agrandir le fichier n’ajoute aucun détail.',
  },
  'image-unsharp': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» paraît floue à l’emplacement «\u00a0${a.text('slot')}\u00a0»\u00a0: elle s’affiche jusqu’à ${a.number('expected')} px de large et ne contient de détail que pour environ ${a.number('actual')} px. Elle a été agrandie, ou la mise au point est manquée.`,
    advice: () =>
      'Merci d’envoyer l’original de l’appareil, ou choisissez une prise de vue plus nette. L’accentuation ne rend pas le détail perdu.',
  },
  'crop-cuts-safe-box': {
    title: (a) =>
      `L’emplacement «\u00a0${a.text('slot')}\u00a0» est en ${a.text('ratio')} et coupe ${a.number('actual')} % de la ${a.text('side') === 'height' ? 'hauteur' : 'largeur'} de ce qui doit rester entier dans «\u00a0${a.text('asset')}\u00a0».`,
    advice: () =>
      'Prenez-y une autre image ou un autre format, ou réduisez la zone protégée\u00a0: pour tous les recadrages sous safe, ou pour cet emplacement sous crops.',
  },
  'crop-unknown': {
    title: (a) =>
      `L’ordre de production cadre «\u00a0${a.text('asset')}\u00a0» pour «\u00a0${a.text('actual')}\u00a0», qui n’existe pas\u00a0; ce cadrage reste sans effet.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Nommez un emplacement (hero), un de ses recadrages (hero/phone), une image d’une bannière commandée (headline/background), ou sous each un fichier.',
  },
  'image-overcompressed': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» est trop compressée (qualité JPEG ${a.number('actual')}${a.has('earlier') ? ', avant d’être enregistrée à nouveau' : ''})\u00a0; des blocs et des franges seront visibles.`,
    advice: () => 'Merci d’envoyer l’original\u00a0; les fichiers des messageries et des sites web sont des copies compressées.',
  },
  'image-burnt-out': {
    title: (a) => `L’image «\u00a0${a.text('asset')}\u00a0» est brûlée\u00a0: ${a.number('actual')} % est blanc, sans aucun dessin.`,
    advice: () => 'Si ce n’est pas voulu, demandez le fichier raw ou un développement plus sombre.',
  },
  'image-sunk': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» a des ombres bouchées\u00a0: ${a.number('actual')} % est noir, sans aucun dessin.`,
    advice: () => 'Si ce n’est pas voulu, demandez le fichier raw ou un développement plus clair.',
  },
  'image-bars': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» porte une bande unie le long d’un bord, ${a.number('actual')} % de son côté\u00a0; elle se verrait dans tout cadrage qui touche le bord.`,
    advice: () => 'Merci d’envoyer l’image sans bandes ni cadre, ou recadrez-la.',
  },
  'image-version': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» est une version de «\u00a0${a.text('other')}\u00a0», qui est le meilleur fichier.`,
    advice: (a) => `Utilisez ${a.text('file')} pour les deux, et retirez l’autre sauf si elle diffère à dessein.`,
  },
  ...frColour,
  ...frIntake,
  'rights-expired': {
    title: (a) =>
      `Les droits sur «\u00a0${a.text('asset')}\u00a0» prennent fin le ${a.text('until')}, avant le ${a.text('day')}\u00a0; rien de cela ne pourra alors plus être publié.`,
    advice: () => 'Prolongez la licence et modifiez «\u00a0until\u00a0» dans l’ordre de production, ou utilisez un autre élément.',
  },
  'rights-missing': {
    title: (a) => `Personne n’a dit qui a créé «\u00a0${a.text('asset')}\u00a0» ni sous quelle licence on peut l’utiliser.`,
    advice: () => 'Demandez-le au fournisseur, puis écrivez creator, credit ou licence sous rights dans l’ordre de production.',
  },
  'gps-in-material': {
    title: (a) =>
      `Le fichier de «\u00a0${a.text('asset')}\u00a0» indique le lieu de la prise. Kader l’omet dans tout ce qu’il produit, mais le fichier fourni le contient toujours.`,
    advice: () => 'Ne transmettez pas le fichier fourni tel quel\u00a0; demandez une version sans localisation si le lieu est privé.',
  },
  'personal-data-in-material': {
    title: (a) =>
      `Le fichier de «\u00a0${a.text('asset')}\u00a0» contient des données personnelles, comme des noms ou le propriétaire de l’appareil. Kader les omet dans tout ce qu’il produit.`,
    advice: () => 'Ne transmettez pas le fichier fourni tel quel.',
  },
  'alt-missing': {
    title: (a) =>
      `L’image «\u00a0${a.text('asset')}\u00a0» n’a pas de description${a.when('languages', ' (', ')')}\u00a0; qui ne la voit pas ignore ce qu’elle dit.`,
    advice: () =>
      'Écrivez sous alt ce que montre l’image, dans chaque langue\u00a0; un texte vide signifie qu’elle est purement décorative.',
  },
  'house-missing': {
    title: (a) => `Il n’y a pas de charte graphique nommée «\u00a0${a.text('house')}\u00a0» dans templates.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Corrigez house dans l’ordre de production, ou ajoutez un dossier de ce nom dans templates.',
  },
  'house-invalid': {
    title: (a) => `La charte graphique est inutilisable\u00a0: ${a.text('file')} n’est pas correct${a.when('detail', ' (', ')')}.`,
    advice: () => 'Corrigez le fichier à l’endroit indiqué.',
  },
  'font-missing': {
    title: (a) =>
      `La police ${a.text('family')} est introuvable${a.when('package', ' dans le paquet ')}\u00a0; les textes ne peuvent pas suivre la charte graphique.`,
    advice: (a) =>
      a.has('package') ? `Lancez npm install ${a.text('package')}, ou corrigez fonts dans house.yaml.` : 'Corrigez fonts dans house.yaml.',
  },
  'slot-unknown': {
    title: (a) => `Le gabarit demande une image à l’emplacement «\u00a0${a.text('slot')}\u00a0», que la charte graphique n’a pas.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Utilisez un emplacement de la charte graphique, ou ajoutez celui-ci à house.yaml.',
  },
  'asset-unknown': {
    title: (a) => `«\u00a0${a.text('asset')}\u00a0» est demandé, mais aucun élément fourni ne porte ce nom.`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Corrigez le nom, ou ajoutez l’élément sous supplied dans l’ordre de production.',
  },
  'asset-unusable': {
    title: (a) => `«\u00a0${a.text('asset')}\u00a0» est demandé ici, mais son fichier ne peut pas servir d’image.`,
    advice: () => 'Lisez ce qui est dit du fichier lui-même, et fournissez-le à nouveau.',
  },
  'template-missing': {
    title: (a) => `La charte graphique n’a pas de gabarit nommé «\u00a0${a.text('template')}\u00a0».`,
    advice: (a) =>
      a.has('nearest')
        ? `Vouliez-vous dire «\u00a0${a.text('nearest')}\u00a0»\u00a0?`
        : 'Corrigez le nom, ou ajoutez le gabarit à la charte graphique.',
  },
  'template-broken': {
    title: (a) =>
      `Le gabarit ${a.text('file')} ne peut pas être mis en page${a.when('message', '\u00a0: ')}${a.when('detail', '\u00a0: ')}.`,
    advice: () => 'Corrigez le gabarit à la ligne indiquée.',
  },
  'banner-family-missing': {
    title: (a) => `Le gabarit de bannière «\u00a0${a.text('template')}\u00a0» n’a pas de mise en page pour le format ${a.text('size')}.`,
    advice: () => 'Retirez ce format, ou ajoutez au gabarit une famille pour ces proportions.',
  },
  'banner-text-missing': {
    title: (a) =>
      `La bannière n’a pas de texte pour «\u00a0${a.text('slot')}\u00a0»${a.when('language', ' (', ')')}\u00a0; cet endroit resterait vide.`,
    advice: () => 'Ajoutez le texte à l’ordre de production.',
  },
  'banner-text-too-long': {
    title: (a) =>
      `Le texte pour «\u00a0${a.text('slot')}\u00a0»${a.when('language', ' (', ')')} compte ${a.number('actual')} caractères, plus que les ${a.number('expected')} qui tiennent bien.`,
    advice: () => 'Raccourcissez le texte.',
  },
  'banner-image-missing': {
    title: (a) => `La bannière n’a pas d’image pour «\u00a0${a.text('slot')}\u00a0».`,
    advice: () => 'Indiquez sous images, dans l’ordre de production, une image fournie pour cet emplacement.',
  },
};
