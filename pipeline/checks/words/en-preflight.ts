/** English words for what preflight finds in order, material, house style and templates. */
import type { AdCode, CorrectionCode, LetterCode, MediaCode, PreflightCode, TargetCode, UnitCode } from '../codes.ts';
import type { CutCode } from '../codes-cuts.ts';
import { enColour } from './en-colour.ts';
import { expectedInCuts } from './en-cuts-expected.ts';
import { enIntake } from './en-intake.ts';
import { enPictureText } from './en-picture-text.ts';
import { enPictures } from './en-pictures.ts';
import type { Expectation, Words } from './say.ts';
import { expectation } from './say.ts';

const expected: Readonly<Record<Expectation, string>> = {
  text: 'a text; put quotes round it when it looks like a number',
  'text-not-empty': 'a text that is not empty',
  number: 'a number, written with digits and a point only',
  'number-positive': 'a number above 0',
  'number-not-negative': 'a number that is not below 0',
  share: 'a number from 0 to 1',
  pair: 'two numbers from 0 to 1, such as [0.5, 0.5]',
  box: 'four numbers: left, top, width and height, that end inside the picture',
  list: 'a list, such as [nl, fr]',
  'list-not-empty': 'a list with at least one member',
  group: 'a group of keys with their values',
  day: 'a day of the calendar, such as 2027-04-01',
  language: 'a language, such as nl, fr or nl-BE',
  size: 'a size in px, such as 300x250',
  name: 'a name of lower-case letters, digits and hyphens',
  url: 'a web address that starts with https://',
  'url-per-language': 'a web address, or one per language',
  currency: 'a currency of three letters, such as EUR',
  axis: 'another name: language, size, template, name, target, landing, text and image mean something else',
  'axis-values': 'at least one value, or a feed with a column for it',
  correction: 'a correction, such as auto or { exposure: 0.3 }; each step is a member of the list of its own',
  ...expectedInCuts,
  'one-of': 'one of these:',
  'at-most': 'a number of at most',
  value: 'another value',
};

export const enPreflight: Readonly<
  Record<Exclude<PreflightCode, AdCode | CorrectionCode | CutCode | LetterCode | MediaCode | TargetCode | UnitCode>, Words>
> = {
  ...enPictures,
  ...enPictureText,
  'order-syntax': {
    title: (a) => `The order cannot be read here, because the YAML is not written correctly${a.when('detail', ': ')}.`,
    advice: () =>
      'Look at this line and the one above it: indent with spaces, close brackets and quotes, and put quotes round texts that hold a colon or start with * or &.',
  },
  'order-too-complex': {
    title: (a) => `The order refers to itself too often or is nested too deeply to be read safely${a.when('detail', ' (', ')')}.`,
    advice: () => 'Write the values out instead of repeating them with & and *, and remove needless nesting.',
  },
  'order-empty': {
    title: () => 'The order holds no keys with values, so there is nothing to make.',
    advice: () => 'Write at least client, title, house, languages and deliver.',
  },
  'order-not-utf8': {
    title: () =>
      'The order is not written in UTF-8: its letters with accents cannot be read, so names and texts would go out with signs like �.',
    advice: () => 'Save order.yaml again as UTF-8; editors offer it under Save as, or in the bar at the bottom.',
  },
  'order-duplicate-key': {
    title: (a) => `The key “${a.text('actual')}” is written twice, first on line ${a.text('firstLine')}; only one of them can hold.`,
    advice: () => 'Keep one of the two and remove the other.',
  },
  'order-unknown-key': {
    title: (a) => `Kader does not know the key “${a.text('actual')}”, so what it says would be ignored.`,
    advice: (a) =>
      a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : `Remove it, or use one of these keys: ${a.list('expected')}.`,
  },
  'order-missing-key': {
    title: (a) => `The order does not say “${a.text('path')}”, and without it the work cannot start.`,
    advice: (a) => `Add ${a.text('path')}: ${expectation(a, expected)}.`,
  },
  'order-wrong-value': {
    title: (a) => (a.has('actual') ? `“${a.text('actual')}” cannot be used for ${a.text('path')}.` : `${a.text('path')} has no value.`),
    advice: (a) => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : `Write ${expectation(a, expected)}.`),
  },
  'order-duplicate-name': {
    title: (a) => `“${a.text('name')}” is already there on line ${a.text('firstLine')}, so it is not clear which of the two is meant.`,
    advice: () => 'Give one of the two another name, or remove it.',
  },
  'order-language-not-ordered': {
    title: (a) => `There is a text in “${a.text('language')}”, but that language is not ordered; the text will not be used.`,
    advice: (a) =>
      a.has('nearest')
        ? `Did you mean “${a.text('nearest')}”? Otherwise add the language to languages or remove the text.`
        : 'Add the language to languages or remove the text.',
  },
  'order-delivers-nothing': {
    title: () => 'The order asks for no site, no banners, no video and no audio, so nothing will be delivered.',
    advice: () => 'Say under deliver what is wanted: site, banners, video or audio.',
  },
  'title-missing': {
    title: (a) => `The campaign has no title in “${a.text('language')}”, although that language is ordered.`,
    advice: (a) => `Add ${a.text('language')} under title.`,
  },
  'material-missing': {
    title: (a) => `The file ${a.text('file')} for “${a.text('name')}” has not been supplied, so whatever uses it cannot be made.`,
    advice: (a) =>
      a.has('nearest')
        ? `${a.text('nearest')} lies in the folder; if that is the one, write its path in the order just so.`
        : `Please send ${a.text('file')}, or correct the path in the order.`,
  },
  'material-outside': {
    title: (a) => `${a.text('file')} lies outside the folder of the production; only what is supplied in that folder is used.`,
    advice: () => 'Copy the file itself into the folder and name it there, without links and without “..” in the path.',
  },
  'material-empty': {
    title: (a) => `The file ${a.text('file')} is empty; something probably went wrong when it was sent.`,
    advice: () => 'Please send the file again.',
  },
  'material-unlisted': {
    title: (a) => `${a.text('file')} lies in the folder, but the order does not mention it; it is not used.`,
    advice: () => 'List it under supplied when it should be used.',
  },
  'file-unreadable': {
    title: (a) => `The file ${a.text('file')} is damaged or incomplete and cannot be read${a.when('detail', ' (', ')')}.`,
    advice: () => 'Please open the original, export it again and send it again.',
  },
  'file-wrong-type': {
    title: (a) => `${a.text('file')} is not what its name or use says: it holds ${a.text('actual')}${a.when('expected', ' instead of ')}.`,
    advice: () =>
      'Please send the right file, exported from the program it was made with; giving a file another name does not change what it is.',
  },
  'format-not-supported': {
    title: (a) => `${a.text('file')} is of the type ${a.text('actual')}, which Kader cannot read.`,
    advice: (a) =>
      `Please ask for the picture as TIFF, PNG or JPEG in the highest quality, with its colour profile embedded${a.when('program', '; or install what reads it. ')}.`,
  },
  'raw-preview-used': {
    title: (a) => `${a.text('file')} is a raw file of a camera: the preview that the camera put into it is used, not a development.`,
    advice: () => 'Please ask the photographer for a developed TIFF or JPEG; only that has the intended light and colour.',
  },
  'image-too-large': {
    title: (a) =>
      `The picture ${a.text('file')} has ${a.has('pixels') ? `${a.number('pixels')} pixels` : 'more pixels than are safe to open'}${a.has('limit') ? `, above the limit of ${a.number('limit')}` : ''}.`,
    advice: (a) =>
      `Please send a smaller version${a.has('megapixels') ? `, or allow it in the order: limits: { megapixels: ${a.text('megapixels')} }` : ''}.`,
  },
  'image-too-small': {
    title: (a) =>
      `The picture “${a.text('asset')}” gives ${a.number('actual')} px in the slot “${a.text('slot')}”, which needs ${a.number('expected')} px; it would look blurred on large or sharp screens.`,
    advice: () => 'Please send a larger original, or choose a slot that needs less. Enlarging the file does not add detail.',
  },
  'image-unsharp': {
    title: (a) =>
      `The picture “${a.text('asset')}” looks soft in the slot “${a.text('slot')}”: it is shown up to ${a.number('expected')} px wide and holds detail for about ${a.number('actual')} px. It was enlarged, or is out of focus.`,
    advice: () => 'Please send the original from the camera, or choose a sharper frame. Sharpening does not bring detail back.',
  },
  'crop-cuts-safe-box': {
    title: (a) =>
      `The slot “${a.text('slot')}” is ${a.text('ratio')} and cuts ${a.number('actual')} % off the ${a.text('side')} of what must stay whole in “${a.text('asset')}”.`,
    advice: () =>
      'Use another picture or another ratio there, or make the safe box smaller: for all crops under safe, or for this slot under crops.',
  },
  'crop-unknown': {
    title: (a) => `The order frames “${a.text('asset')}” for “${a.text('actual')}”, which does not exist; the framing has no effect.`,
    advice: (a) =>
      a.has('nearest')
        ? `Did you mean “${a.text('nearest')}”?`
        : 'Name a slot (hero), a crop of it (hero/phone), a picture of an ordered banner (headline/background), or under each a file.',
  },
  'image-overcompressed': {
    title: (a) =>
      `The picture “${a.text('asset')}” was compressed too far (JPEG quality ${a.number('actual')}${a.has('earlier') ? ', before it was saved again' : ''}); blocks and fringes will show.`,
    advice: () => 'Please send the original; files from chat programs and websites are compressed copies.',
  },
  'image-burnt-out': {
    title: (a) => `The picture “${a.text('asset')}” is burnt out: ${a.number('actual')} % of it is white without any drawing.`,
    advice: () => 'If that is not meant, ask for the raw file or a darker development.',
  },
  'image-sunk': {
    title: (a) => `The picture “${a.text('asset')}” has sunk shadows: ${a.number('actual')} % of it is black without any drawing.`,
    advice: () => 'If that is not meant, ask for the raw file or a lighter development.',
  },
  'image-bars': {
    title: (a) =>
      `The picture “${a.text('asset')}” has an even bar along an edge, ${a.number('actual')} % of its side; it would show in every crop that reaches the edge.`,
    advice: () => 'Please send the picture without bars or frame, or crop them off.',
  },
  'image-version': {
    title: (a) => `The picture “${a.text('asset')}” is a version of “${a.text('other')}”, which is the better file.`,
    advice: (a) => `Use ${a.text('file')} for both, and drop the other unless it differs on purpose.`,
  },
  ...enColour,
  ...enIntake,
  'rights-expired': {
    title: (a) =>
      `The rights to “${a.text('asset')}” end on ${a.text('until')}, before ${a.text('day')}; it may no longer be published then.`,
    advice: () => 'Extend the licence and change “until” in the order, or use other material.',
  },
  'rights-missing': {
    title: (a) => `Nobody has said who made “${a.text('asset')}” or under which licence it may be used.`,
    advice: () => 'Ask the supplier, and write creator, credit or licence under rights in the order.',
  },
  'gps-in-material': {
    title: (a) =>
      `The file of “${a.text('asset')}” tells where it was taken. Kader leaves that out of all it makes, but the supplied file still holds it.`,
    advice: () => 'Do not pass the supplied file on as it is; ask for a version without location when the place is private.',
  },
  'personal-data-in-material': {
    title: (a) =>
      `The file of “${a.text('asset')}” holds personal data, such as names of people or the owner of the camera. Kader leaves it out of all it makes.`,
    advice: () => 'Do not pass the supplied file on as it is.',
  },
  'alt-missing': {
    title: (a) =>
      `The picture “${a.text('asset')}” has no description${a.when('languages', ' (', ')')}, so people who cannot see it miss what it says.`,
    advice: () => 'Write under alt what the picture shows, in each language; an empty text says that it is only decoration.',
  },
  'house-missing': {
    title: (a) => `There is no house style called “${a.text('house')}” in templates.`,
    advice: (a) =>
      a.has('nearest')
        ? `Did you mean “${a.text('nearest')}”?`
        : 'Correct house in the order, or add a folder with that name to templates.',
  },
  'house-invalid': {
    title: (a) => `The house style cannot be used: ${a.text('file')} is not correct${a.when('detail', ' (', ')')}.`,
    advice: () => 'Correct the file at the place shown.',
  },
  'font-missing': {
    title: (a) =>
      `The font ${a.text('family')} was not found${a.when('package', ' in the package ')}, so texts cannot be set in the house style.`,
    advice: (a) =>
      a.has('package') ? `Run npm install ${a.text('package')}, or correct fonts in house.yaml.` : 'Correct fonts in house.yaml.',
  },
  'slot-unknown': {
    title: (a) => `The template asks for a picture in the slot “${a.text('slot')}”, which the house style does not have.`,
    advice: (a) =>
      a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : 'Use a slot of the house style, or add this one to house.yaml.',
  },
  'asset-unknown': {
    title: (a) => `“${a.text('asset')}” is asked for, but no supplied material has that name.`,
    advice: (a) =>
      a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : 'Correct the name, or list the material under supplied in the order.',
  },
  'asset-unusable': {
    title: (a) => `“${a.text('asset')}” is asked for here, but its file cannot be used as a picture.`,
    advice: () => 'See what is said about the file itself, and supply it again.',
  },
  'template-missing': {
    title: (a) => `The house style has no template called “${a.text('template')}”.`,
    advice: (a) =>
      a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : 'Correct the name, or add the template to the house style.',
  },
  'template-broken': {
    title: (a) => `The template ${a.text('file')} cannot be set${a.when('message', ': ')}${a.when('detail', ': ')}.`,
    advice: () => 'Correct the template at the line shown.',
  },
  'banner-family-missing': {
    title: (a) => `The banner template “${a.text('template')}” has no layout for the size ${a.text('size')}.`,
    advice: () => 'Leave this size out, or add a family for this shape to the template.',
  },
  'banner-text-missing': {
    title: (a) => `The banner has no text for “${a.text('slot')}”${a.when('language', ' (', ')')}, so that place would stay empty.`,
    advice: () => 'Add the text to the order.',
  },
  'banner-text-too-long': {
    title: (a) =>
      `The text for “${a.text('slot')}”${a.when('language', ' (', ')')} has ${a.number('actual')} characters, more than the ${a.number('expected')} that fit well.`,
    advice: () => 'Shorten the text.',
  },
  'banner-image-missing': {
    title: (a) => `The banner has no picture for “${a.text('slot')}”.`,
    advice: () => 'Name a supplied picture for this slot under images in the order.',
  },
};
