/** Dutch words for what preflight finds in the versions of banners: sizes, names, axes and feeds. */
import type { UnitCode } from '../codes.ts';
import type { Reading, Words } from './say.ts';

const kinds: Readonly<Record<string, string>> = {
  language: 'een taal van deze order',
  size: 'een formaat van deze reeks',
  axis: 'een waarde van deze as',
  asset: 'de naam van aangeleverd materiaal',
  url: 'een webadres dat met https:// begint',
  printable: 'een tekst zonder besturingstekens',
  text: 'gewone tekst',
};
const kindOf = (a: Reading): string => kinds[a.text('expected')] ?? a.text('expected');
const meant = (a: Reading, otherwise: string): string => (a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : otherwise);

export const nlUnits: Readonly<Record<UnitCode, Words>> = {
  'banner-placeholder-unknown': {
    title: (a) => `Niets vult ${a.text('actual')} in bij ${a.text('path')}; het zou er letterlijk zo blijven staan.`,
    advice: (a) => meant(a, `Gebruik een van deze: ${a.list('known')}.`),
  },
  'banner-size-unknown': {
    title: (a) => `Er is geen formatenreeks “${a.text('actual')}”; daarvoor worden geen banners gemaakt.`,
    advice: (a) => meant(a, `Schrijf een formaat in px zoals 300x250, of een van de reeksen ${a.list('known')}.`),
  },
  'banner-exclude-unknown': {
    title: (a) => `De order sluit “${a.text('actual')}” uit, maar dat komt in deze reeks niet voor; er valt niets weg.`,
    advice: (a) => meant(a, `Bekend zijn: ${a.list('known')}.`),
  },
  'banner-slot-unknown': {
    title: (a) =>
      `De productieorder geeft iets voor “${a.text('actual')}”, maar het sjabloon “${a.text('template')}” heeft die plaats niet; het wordt niet gebruikt.`,
    advice: (a) => meant(a, `De plaatsen heten: ${a.list('known')}.`),
  },
  'banner-name-taken': {
    title: (a) =>
      `De naam “${a.text('name')}” valt op meer dan één banner${a.when('row', ' (rij ', ')')}; ${a.has('count') ? a.number('count') : 'enkele'} ervan worden niet gemaakt, want de ene zou de andere overschrijven.`,
    advice: (a) => `Laat de naam de versies onderscheiden: zet elke as, {size} en {language} erin${a.when('pattern', ' (nu: ', ')')}.`,
  },
  'banner-text-unprintable': {
    title: (a) =>
      `De tekst voor “${a.text('slot')}”${a.when('language', ' (', ')')} bevat besturingstekens of gebroken tekens die geen lettertype kan tonen.`,
    advice: () => 'Typ de tekst opnieuw; kopiëren uit sommige programma’s brengt zulke tekens mee.',
  },
  'feed-missing': {
    title: (a) => `De feed ${a.text('feed')} is niet aangeleverd; de banners ervan kunnen niet gemaakt worden.`,
    advice: (a) => meant(a, 'Leg hem in de map van de productie, of verbeter het pad in de order.'),
  },
  'feed-unreadable': {
    title: (a) => `De feed ${a.text('feed')} is niet te lezen${a.when('row', ' vanaf rij ')}${a.when('detail', ': ')}.`,
    advice: () => 'Gelieve hem opnieuw te bewaren als CSV (UTF-8) of als Excel-werkmap (.xlsx) en opnieuw te sturen.',
  },
  'feed-empty': {
    title: (a) => `De feed ${a.text('feed')} heeft geen rijen onder de kop; er komen geen banners van.`,
    advice: () => 'Vul hem in, of haal feed uit de order.',
  },
  'feed-column-unknown': {
    title: (a) => `Niets vraagt om de kolom “${a.text('name')}” van ${a.text('feed')}; wat erin staat, wordt niet gebruikt.`,
    advice: (a) => meant(a, 'Noem haar naar een slot van het sjabloon of een as van de order, of verwijder ze.'),
  },
  'feed-column-repeated': {
    title: (a) => `De kolom “${a.text('name')}” van ${a.text('feed')} zegt wat ${a.has('first') ? a.text('first') : 'een andere'} al zegt.`,
    advice: () => 'Houd een van de twee.',
  },
  'feed-column-missing': {
    title: (a) => `De feed ${a.text('feed')} heeft geen kolom “${a.text('name')}”, die elke banner van dit sjabloon nodig heeft.`,
    advice: () => 'Voeg de kolom toe, of geef de tekst of het beeld voor alle banners in de order.',
  },
  'feed-cell-empty': {
    title: (a) =>
      `Cel ${a.text('cell')} van ${a.text('feed')} is leeg, maar “${a.text('name')}” is nodig; de banners van deze rij worden niet gemaakt.`,
    advice: () => 'Vul de cel in.',
  },
  'feed-cell-invalid': {
    title: (a) =>
      `Cel ${a.text('cell')} van ${a.text('feed')} zegt “${a.text('actual')}” voor “${a.text('name')}”; dat is niet ${a.has('expected') ? kindOf(a) : 'bruikbaar'}, dus worden de banners van deze rij niet gemaakt.`,
    advice: (a) => meant(a, a.has('values') ? `Schrijf een van deze: ${a.list('values')}.` : 'Verbeter de cel.'),
  },
  'feed-row-duplicate': {
    title: (a) =>
      `Rij ${a.text('row')} van ${a.text('feed')} vraagt dezelfde versie als rij ${a.text('first')}; alleen de eerste wordt gemaakt.`,
    advice: () => 'Verwijder een van de twee, of onderscheid ze met een as.',
  },
};
