/** Dutch words for what orders say of film and sound: cuts, cut lists and captions. */
import type { CutCode } from '../codes-cuts.ts';
import type { Reading, Words } from './say.ts';

const cut = (a: Reading): string => (a.has('cut') ? `“${a.text('cut')}”` : 'de montage');
const clip = (a: Reading): string => (a.has('clip') ? `“${a.text('clip')}”` : 'de clip');
const lost = (a: Reading): string => `${cut(a)} wordt niet gemaakt`;
const inList = (a: Reading): string => a.when('listLine', ' (regel ', ' van de montagelijst)');
const meant = (a: Reading, otherwise: string): string => (a.has('nearest') ? `Bedoelde u “${a.text('nearest')}”?` : otherwise);
const known = (a: Reading): string => (a.has('known') ? `Bekend zijn: ${a.list('known')}.` : 'Zet het eerst onder supplied.');
const one = (a: Reading, words: Readonly<Record<string, string>>, otherwise: string): string =>
  (Object.hasOwn(words, a.text('reason')) ? words[a.text('reason')] : undefined) ?? otherwise;
const others = (a: Reading): string =>
  Number(a.text('count')) > 1 ? ` (${a.number('count')} ondertitels${a.when('lines', '; ook regels ')})` : '';

const unusable: Readonly<Record<string, string>> = {
  'no-picture': 'het heeft geluid maar geen beeld',
  'no-sound': 'het heeft geen geluid',
  'no-clip': 'het is niet als film of geluid te lezen',
  'no-still': 'het is geen beeld',
  'not-there': 'het is niet aangeleverd',
  several: 'het staat voor meerdere bestanden',
  unknown: 'niets van het aangeleverde heet zo',
};
const timecode: Readonly<Record<string, string>> = {
  frames: 'zoveel beelden heeft een seconde niet',
  dropped: 'drop frame slaat dit nummer over',
  'drop-rate': 'drop frame bestaat alleen bij 29,97 en 59,94 beelden per seconde',
  'no-rate': 'het materiaal heeft geen beelden om in te tellen',
};
const list: Readonly<Record<string, string>> = {
  format: 'het is niet het formaat dat de productieorder noemt',
  empty: 'er staan geen montages in',
  size: 'ze is te groot voor een montagelijst',
};
const notFollowed: Readonly<Record<string, string>> = {
  speed: 'speelt een deel trager, sneller of achteruit; Kader speelt clips zoals ze zijn opgenomen',
  freeze: 'houdt een beeld stil; Kader speelt clips zoals ze zijn opgenomen',
  wipe: 'vraagt een wipe; het wordt een overvloeier van dezelfde lengte',
  key: 'legt een beeld over een ander; alleen wat binnenkomt is te zien',
  gap: 'laat een gat; de delen volgen meteen op elkaar',
  overlap: 'laat delen over elkaar liggen; ze komen na elkaar',
  sound: 'snijdt het geluid elders dan het beeld; elk deel houdt zijn eigen geluid',
  tracks: 'heeft meerdere sporen; alleen het eerste wordt gevolgd',
  nested: 'bevat montages in montages; die zijn niet te volgen',
  disabled: 'heeft een deel dat uit staat; het blijft weg',
  lengths: 'geeft een deel in de clip een andere lengte dan in de montage',
  generator: 'vraagt testbeelden, kleuren of titels die het montageprogramma zelf maakt',
};
const outside: Readonly<Record<string, string>> = {
  title: 'de titel',
  poster: 'het moment van de poster',
  chapter: 'het hoofdstuk',
  focus: 'het focuspunt',
};
const caption: Readonly<Record<string, string>> = {
  time: 'de tijden zijn niet te lezen',
  backwards: 'ze eindigt voor ze begint',
  empty: 'er staat niets in',
  stray: 'er staat een tekst zonder tijd',
  order: 'ze begint voor die erboven; ze is op haar plaats gezet',
};
const captions: Readonly<Record<string, string>> = {
  format: 'het is geen SRT en geen WebVTT',
  empty: 'er staat niets in',
  size: 'het bestand is te groot voor ondertitels',
};

export const nlCuts: Readonly<Record<CutCode, Words>> = {
  'order-material-unknown': {
    title: (a) => `Niets van het aangeleverde heet “${a.text('actual')}”, dus wat het nodig heeft kan niet gemaakt worden.`,
    advice: (a) => meant(a, known(a)),
  },
  'order-channel-unknown': {
    title: (a) =>
      a.has('elsewhere')
        ? `Het kanaal “${a.text('actual')}” neemt geen ${a.text('elsewhere') === 'video' ? 'film' : 'geluid alleen'} aan.`
        : `Er is geen kanaal dat “${a.text('actual')}” heet, dus is niet bekend wat er mag.`,
    advice: (a) => meant(a, a.has('known') ? `Gebruik een van deze: ${a.list('known')}.` : 'Gebruik een kanaal dat `kader rules` toont.'),
  },
  'cut-clip-unusable': {
    title: (a) =>
      `${lost(a).replace(/^d/, 'D')}, want “${a.text('name')}” is er niet voor te gebruiken: ${one(a, unusable, 'het is er niet geschikt voor')}.`,
    advice: (a) =>
      meant(
        a,
        a.text('reason') === 'several'
          ? `Noem er een van: ${a.list('known')}.`
          : 'Lever het aan, of noem ander materiaal in de productieorder.',
      ),
  },
  'cut-beyond-clip': {
    title: (a) =>
      a.text('reason') === 'dissolve'
        ? `De overvloeier bij ${a.text('time')} vraagt meer van ${clip(a)} dan er is${inList(a)}; ${lost(a)}.`
        : `De tijd ${a.text('time')} ligt voorbij ${clip(a)}, die eindigt op ${a.text('end')}${inList(a)}; ${lost(a)}.`,
    advice: (a) =>
      a.text('reason') === 'dissolve'
        ? 'Maak de overvloeier korter, of knip verder van het einde van de clip.'
        : 'Verbeter in of out, of lever de langere clip aan.',
  },
  'cut-span-empty': {
    title: (a) =>
      `Een deel zou eindigen op ${a.text('to')}, niet na het begin (${a.text('from')})${inList(a)}; er zou niets van te zien of te horen zijn.`,
    advice: () => 'Verbeter in of out; tijden tellen vanaf het begin van de clip.',
  },
  'cut-fade-too-long': {
    title: (a) => `Overgangen van ${a.seconds('fade')} passen niet in ${a.seconds('seconds')}${inList(a)}.`,
    advice: () => 'Maak de overgangen korter, of het deel langer.',
  },
  'cut-timecode-wrong': {
    title: (a) =>
      `De tijdcode ${a.text('actual')} staat voor geen beeld van ${clip(a)}${a.when('rate', ' bij ', ' beelden per seconde')}${inList(a)}: ${one(a, timecode, 'ze is niet te lezen')}.`,
    advice: (a) =>
      a.text('reason') === 'no-rate'
        ? 'Schrijf seconden of mm:ss.ms, zeg de beeldsnelheid achter de tijdcode (00:00:04:12@25), of die van de montagelijst.'
        : 'Verbeter de tijdcode, of de beeldsnelheid van de montagelijst.',
  },
  'cut-moment-outside': {
    title: (a) =>
      `In ${cut(a)} ligt ${outside[a.text('what')] ?? 'een moment'}${a.when('name', ' “', '”')} op ${a.text('time')} voorbij het einde op ${a.text('end')}; het blijft weg.`,
    advice: () => 'Tijden tellen vanaf het begin van de montage, niet van de clip.',
  },
  'cut-captions-missing': {
    title: (a) => `Er zijn geen ondertitels${a.when('language', ' in “', '”')} om in ${cut(a)} te tonen; wie niet hoort, mist alles.`,
    advice: (a) => `Zet captions: { ${a.text('language') || 'nl'}: pad } bij de aangeleverde clip, of schrijf captions: none.`,
  },
  'cut-language-left-out': {
    title: (a) =>
      `${cut(a).replace(/^d/, 'D')} wordt niet gemaakt in “${a.text('language')}”: geen van de clips heeft ondertitels in die taal om in te branden.`,
    advice: () => 'Zet de ondertitels bij de aangeleverde clip, of zeg met languages welke talen gewenst zijn.',
  },
  'cut-enlarged': {
    title: (a) => `In ${cut(a)} wordt ${clip(a)} ${a.number('actual')} keer vergroot tot ${a.text('size')}; dat is te zien als onscherpte.`,
    advice: (a) =>
      `Vraag de clip op ${a.text('needed')} of groter${a.text('fit') === 'cover' ? ', of toon hem helemaal met fit: blur of fit: contain' : ''}.`,
  },
  'cut-title-untold': {
    title: (a) => `De titel “${a.text('name')}” van ${cut(a)} heeft geen tekst in “${a.text('language')}” en blijft daar weg.`,
    advice: (a) => `Voeg ${a.text('language') || 'de taal'} toe onder text.`,
  },
  'cut-list-missing': {
    title: (a) => `De montagelijst ${a.text('file')} is niet aangeleverd, dus haar montages kunnen niet gemaakt worden.`,
    advice: (a) => meant(a, 'Zet ze in de map van de productie, of verbeter het pad in de productieorder.'),
  },
  'cut-list-unreadable': {
    title: (a) => `De montagelijst ${a.text('file')} is niet te gebruiken: ${one(a, list, a.text('reason') || 'ze is niet te lezen')}.`,
    advice: () => 'Exporteer ze opnieuw uit het montageprogramma: CMX 3600 als .edl, OpenTimelineIO als .otio.',
  },
  'cut-list-line-unreadable': {
    title: (a) =>
      `De montagelijst ${a.text('file')} zegt hier iets dat niet te lezen is${a.when('text', ': “', '”')}; haar montages worden niet gemaakt.`,
    advice: () => 'Exporteer de lijst opnieuw, zonder effecten, en pas ze niet met de hand aan.',
  },
  'cut-list-reel-unknown': {
    title: (a) =>
      `De montagelijst${a.when('list', ' ')} gebruikt “${a.text('actual')}”${inList(a)}, en niets van het aangeleverde heet zo; ${lost(a)}.`,
    advice: (a) =>
      `Zeg welke clip het is: reels: { ${a.text('actual') || 'REEL'}: ${a.text('nearest') || 'naam'} }${a.when('known', '; aangeleverd zijn ')}.`,
  },
  'cut-list-not-followed': {
    title: (a) =>
      `De montagelijst${a.when('file', ' ')} ${notFollowed[a.text('what')] ?? 'vraagt wat niet te volgen is'}${a.when('text', ' (', ')')}${inList(a)}.`,
    advice: () => 'Bekijk de montage zoals ze gemaakt is; moet het toch zo, exporteer dat deel dan als eigen clip en lever die aan.',
  },
  'captions-missing': {
    title: (a) => `De ondertitels ${a.text('file')} zijn niet aangeleverd; wat “${a.text('asset')}” toont zou het zonder moeten doen.`,
    advice: (a) => meant(a, 'Zet het bestand in de map van de productie, of verbeter het pad in de productieorder.'),
  },
  'captions-unreadable': {
    title: (a) => `De ondertitels ${a.text('file')} zijn niet te gebruiken: ${one(a, captions, 'ze zijn niet te lezen')}.`,
    advice: () => 'Stuur ze opnieuw als SRT of WebVTT, in UTF-8.',
  },
  'captions-encoding': {
    title: (a) =>
      `De ondertitels ${a.text('file')} zijn geen UTF-8; ze zijn als Windows-1252 gelezen, dus letters met accenten kunnen fout zijn.`,
    advice: () => 'Kijk namen en accenten na, of bewaar het bestand opnieuw als UTF-8.',
  },
  'captions-line-unreadable': {
    title: (a) =>
      `Een ondertitel in ${a.text('file')} is niet zoals het moet${a.when('text', ' (“', '”)')}: ${one(a, caption, 'ze is niet te lezen')}.`,
    advice: (a) =>
      a.text('reason') === 'order'
        ? 'Als de tijden kloppen, hoeft er niets te gebeuren.'
        : 'Ze blijft weg; verbeter deze plaats en stuur het bestand opnieuw.',
  },
  'captions-line-too-long': {
    title: (a) =>
      `Een regel ondertitels in ${a.text('file')} telt ${a.number('actual')} tekens${others(a)}; boven ${a.number('expected')} loopt hij uit beeld of breekt hij af.`,
    advice: () => 'Breek hem waar de zin rust, of kort de tekst in.',
  },
  'captions-too-many-lines': {
    title: (a) =>
      `Een ondertitel in ${a.text('file')} heeft ${a.number('actual')} regels${others(a)}; meer dan ${a.number('expected')} verbergen het beeld.`,
    advice: () => 'Verdeel ze over twee ondertitels.',
  },
  'captions-too-fast': {
    title: (a) =>
      `Een ondertitel in ${a.text('file')} vraagt ${a.number('actual')} tekens per seconde${others(a)}; boven ${a.number('expected')} krijgen velen hem niet uit.`,
    advice: () => 'Kort de tekst in, of laat hem langer staan.',
  },
  'captions-too-brief': {
    title: (a) => `Een ondertitel in ${a.text('file')} staat er ${a.number('actual')} s${others(a)}; hij is weg voor hij gelezen is.`,
    advice: () => 'Laat hem minstens vijf zesde seconde staan, of voeg hem bij die ernaast.',
  },
  'captions-too-lasting': {
    title: (a) =>
      `Een ondertitel in ${a.text('file')} staat er ${a.number('actual')} s${others(a)}; boven ${a.number('expected')} s leest men hem twee keer.`,
    advice: () => 'Verdeel hem, of haal hem weg als niemand meer spreekt.',
  },
  'captions-gap-too-small': {
    title: (a) =>
      `Tussen twee ondertitels in ${a.text('file')} zit ${a.number('actual')} s${others(a)}; onder twee beelden flikkert de wissel.`,
    advice: () => 'Laat ze meteen op elkaar volgen, of laat er twee beelden tussen.',
  },
  'captions-overlap': {
    title: (a) =>
      `Twee ondertitels in ${a.text('file')} staan er ${a.number('actual')} s tegelijk${others(a)}; ze duwen elkaar over het beeld.`,
    advice: () => 'Laat de eerste eindigen voor de tweede begint, of maak er een van.',
  },
  'captions-beyond-clip': {
    title: (a) =>
      `Een ondertitel in ${a.text('file')} staat er tot ${a.text('actual')}${others(a)}, maar “${a.text('name')}” eindigt op ${a.text('expected')}; misschien horen ze bij een andere versie.`,
    advice: () => 'Leg de ondertitels naast de clip, en vraag die van deze versie.',
  },
};
