/** Dutch words for letters and for files of stylesheets: what fonts may and can do, how small texts are set, what `url()` names. */
import type { LetterCode } from '../codes.ts';
import type { Words } from './say.ts';

const why: Readonly<Record<string, string>> = {
  restricted: 'het bestand is gemerkt als “restricted licence”',
  bitmap: 'het bestand is gemerkt als “alleen bitmaps”, en browsers tekenen contouren',
  licence: 'volgens house.yaml geldt de licentie alleen voor pagina’s',
  outlines: 'house.yaml zegt dat het in banners alleen in contouren mag, en dat kan hier niet',
};
const problems: Readonly<Record<string, string>> = {
  missing: 'dat bestand is er niet',
  outside: 'dat ligt buiten de map van het sjabloon en buiten wat de sjablonen delen',
  type: 'zulke bestanden gaan niet mee in banners',
};

export const nlLetters: Readonly<Record<LetterCode, Words>> = {
  'font-embedding-forbidden': {
    title: (a) =>
      `${a.text('family')} mag niet ingesloten worden${a.when('target', ' in banners voor ')}: ${why[a.text('why')] ?? 'de licentie verbiedt het'}. Meeleveren zou de licentie schenden, dus wordt dit tegengehouden.`,
    advice: () =>
      'Vraag de eigenaar van het lettertype schriftelijk om het recht en zet licence: granted bij het lettertype in house.yaml, of kies een andere familie.',
  },
  'font-kept-whole': {
    title: (a) =>
      `${a.text('family')} is gemerkt als “geen subset”, dus gaan alle tekens mee; dat weegt vele malen meer dan alleen de gebruikte.`,
    advice: () => 'Zet licence: granted bij het lettertype in house.yaml als de eigenaar subsets toestaat, of kies een andere familie.',
  },
  'font-lacks-characters': {
    title: (a) =>
      `${a.text('family')} heeft geen ${a.list('characters')}, en de teksten${a.when('language', ' in “', '”')} gebruiken dat wel; elk scherm toont het in een eigen lettertype.`,
    advice: () => 'Neem een bestand van de familie dat deze tekens heeft (latin-ext bijvoorbeeld), of schrijf de tekst anders.',
  },
  'banner-style-file': {
    title: (a) =>
      `De stijl noemt ${a.text('url')}, maar ${problems[a.text('problem')] ?? 'dat kan niet mee verpakt worden'}; de banner zou een bestand vragen dat niet in de zip zit.`,
    advice: () => 'Leg het bestand bij de stijl, of in banners/shared, en noem het vanaf de plaats van de stijl.',
  },
  'banner-text-under-minimum': {
    title: (a) =>
      `De tekst “${a.text('slot')}” staat in ${a.number('actual')} px, kleiner dan de ${a.number('expected')} px die het sjabloon vraagt${a.text('role') === 'legal' ? '; een wettelijke vermelding die niemand kan lezen geldt niet als gegeven' : ''}.`,
    advice: () => 'Maak de tekst korter of geef hem meer plaats; verkleinen en schalen mogen niet onder het minimum gaan.',
  },
};
