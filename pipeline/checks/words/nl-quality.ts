/** Dutch words for what quality control finds in pages and banners, and for what tools could not do. */
import type { AdCode, HouseAdCode, LetterCode, MediaCode, QualityCode, ShownCode, TargetCode, ToolCode } from '../codes.ts';
import { nlMeasured } from './nl-measured.ts';
import { nlPlayers } from './nl-players.ts';
import { nlSound } from './nl-sound.ts';
import { nlTitles } from './nl-titles.ts';
import type { Words } from './say.ts';

export const nlQuality: Readonly<
  Record<Exclude<QualityCode, AdCode | HouseAdCode | LetterCode | MediaCode | ShownCode | TargetCode> | ToolCode, Words>
> = {
  'image-heavy': {
    title: (a) =>
      `De foto “${a.text('asset')}” weegt ${a.bytes('actual')} als ${a.text('format')} van ${a.number('width')} px, meer dan de ${a.bytes('expected')} die zijn plaats toelaat, ook op de laagste kwaliteit die mag.`,
    advice: () => 'Geef het slot meer bytes of minder pixels, of kies een rustiger beeld.',
  },
  'format-gains-nothing': {
    title: (a) =>
      `De foto “${a.text('asset')}” weegt in al haar breedtes ${a.bytes('actual')} als ${a.text('format')} en ${a.bytes('expected')} als ${a.text('other')}, dus biedt de pagina het eerste formaat niet aan.`,
    advice: (a) => `Laat ${a.text('format')} weg uit de formaten van het slot als dat voor al zijn beelden geldt: dat spaart het maken.`,
  },
  'page-conflict': {
    title: (a) => `Twee bronnen maken dezelfde pagina ${a.text('page')}${a.when('sources', ': ')}; de ene zou de andere overschrijven.`,
    advice: () => 'Geef een van beide een andere permalink of bestandsnaam.',
  },
  'link-broken': {
    title: (a) =>
      `De pagina ${a.text('page')} verwijst naar ${a.text('target')}, en dat bestaat niet; bezoekers zouden een foutpagina krijgen.`,
    advice: (a) =>
      a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : 'Verbeter de link, of maak de pagina of het bestand waar hij naartoe leidt.',
  },
  'html-invalid': {
    title: (a) =>
      `De HTML van ${a.text('page')} is niet geldig${a.when('message', ': ')}${a.when('rule', ' (', ')')}. Browsers kunnen ze verschillend tonen.`,
    advice: () => 'Verbeter het sjabloon of de inhoud waaruit deze pagina gemaakt is.',
  },
  'axe-violation': {
    title: (a) =>
      `De pagina ${a.text('page')} is niet voor iedereen toegankelijk${a.when('help', ': ')}${a.when('rule', ' (', ')')}${a.when('target', ', bij ')}.`,
    advice: () => 'Verbeter het sjabloon of de inhoud; op dequeuniversity.com staat uitleg bij de naam van de regel.',
  },
  'page-console-error': {
    title: (a) => `Een script op ${a.text('page')} loopt fout: ${a.text('message')}. Misschien werkt iets op de pagina niet.`,
    advice: () => 'Verbeter het script; de console van de browser toont waar het misloopt.',
  },
  'page-request-failed': {
    title: (a) => `De pagina ${a.text('page')} vraagt ${a.text('url')} en krijgt geen antwoord; een deel ervan ontbreekt dus.`,
    advice: () => 'Verbeter het adres, of voeg het bestand toe aan de huisstijl.',
  },
  'page-overflow': {
    title: (a) =>
      `De pagina ${a.text('page')} schuift zijwaarts op een scherm van ${a.number('width')} px breed; een deel ervan valt erbuiten.`,
    advice: () => 'Zoek een element met een vaste breedte of een lang woord, en laat het krimpen of afbreken.',
  },
  'page-outside-request': {
    title: (a) => `De pagina ${a.text('page')} haalt ${a.text('url')} van elders; een ander bedrijf komt zo te weten wie op bezoek komt.`,
    advice: () => 'Zet het bestand in de site zelf, of zorg dat bezoekers ermee instemmen.',
  },
  'banner-no-timeline': {
    title: () => 'De banner geeft geen tijdlijn; Kader kan dus niet zien hoelang hij beweegt en kan zijn eindbeeld niet tonen.',
    advice: () => 'Laat motion.ts de tijdlijn teruggeven.',
  },
  'banner-console-error': {
    title: (a) => `Een script in de banner loopt fout: ${a.text('message')}. De banner kan stilstaan of leeg blijven.`,
    advice: () => 'Verbeter motion.ts van het sjabloon.',
  },
  'banner-request-failed': {
    title: (a) => `De banner vraagt ${a.text('url')} en krijgt geen antwoord; een deel ervan ontbreekt dus.`,
    advice: () => 'Verbeter het adres in het sjabloon, of voeg het bestand eraan toe.',
  },
  'banner-click-wrong': {
    title: (a) =>
      `Een klik op de banner opent ${a.has('actual') ? a.text('actual') : 'niets'} in plaats van ${a.text('expected')}; de advertentie mist zo haar doel.`,
    advice: () => 'Laat in het sjabloon niets boven het klikvlak liggen, en laat dat vlak clickTag openen.',
  },
  ...nlMeasured,
  ...nlSound,
  ...nlTitles,
  ...nlPlayers,
  'banner-text-overflow': {
    title: (a) => `De tekst “${a.text('slot')}” past niet op zijn plaats: ${a.number('px')} px valt erbuiten.`,
    advice: () => 'Maak de tekst korter in de productieorder, of geef hem in het sjabloon meer plaats of een kleinere letter.',
  },
  'tool-missing': {
    title: (a) => `${a.text('program')} is niet geïnstalleerd; dit kon dus niet gemaakt worden.`,
    advice: (a) => (a.has('advice') ? a.text('advice') : `Installeer ${a.text('program')} en bouw opnieuw.`),
  },
  'tool-failed': {
    title: (a) => `${a.has('label') ? a.text('label') : 'Een stap'} kon niet gemaakt worden${a.when('detail', ': ')}.`,
    advice: () => 'Bekijk het bestand waarvan het gemaakt wordt; in het verslag staat alles wat het programma zei.',
  },
  'tool-timeout': {
    title: (a) =>
      `${a.has('label') ? a.text('label') : 'Een stap'} duurde te lang en is gestopt${a.has('seconds') ? ` na ${a.seconds('seconds')}` : ''}.`,
    advice: () => 'Bouw opnieuw; gebeurt het telkens, dan is het bestand waarvan het gemaakt wordt wellicht beschadigd of veel te groot.',
  },
  'bundle-failed': {
    title: (a) => `${a.text('file')} kon niet gebundeld worden${a.when('message', ': ')}${a.when('detail', ': ')}.`,
    advice: () => 'Verbeter het bestand op de getoonde regel.',
  },
  'job-skipped': {
    title: (a) =>
      `${a.has('labels') ? a.list('labels') : 'Een onderdeel'}: niet gemaakt, omdat ${a.has('because') ? a.text('because') : 'iets anders'} ontbreekt.`,
    advice: () => 'Los eerst op wat daarover gezegd wordt; de rest volgt vanzelf.',
  },
  'not-captured': {
    title: () => 'Banners zijn niet gefotografeerd (--no-captures): ze hebben geen reservebeeld, en advertentieplatforms vragen dat.',
    advice: () => 'Bouw zonder --no-captures voor u ze oplevert.',
  },
  'not-measured': {
    title: () => 'Pagina’s en banners zijn niet in een browser geopend; niemand weet of ze werken, passen en de juiste pagina openen.',
    advice: () => 'Bouw opnieuw mét metingen voor er iets opgeleverd wordt.',
  },
};
