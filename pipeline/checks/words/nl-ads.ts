/** Dutch words for packed banners, judged by what platforms, publishers, house and order ask. */
import type { AdCode } from '../codes.ts';
import type { Reading, Words } from './say.ts';

const sure: Readonly<Record<string, string>> = {
  primary: 'eigen pagina',
  secondary: 'een kopie of samenvatting',
  old: 'van voor 2020',
  unconfirmed: 'geen pagina gelezen',
};

/** Who asks it, where that stands and how sure it is. */
function asked(a: Reading): string {
  if (!a.has('by')) return '';
  if (a.text('by') === 'house' || a.text('by') === 'order') return ` Gevraagd in ${a.text('source')}.`;
  return ` Gevraagd door ${a.text('by')}: ${a.text('source')}, ${sure[a.text('status')] ?? ''}${a.when('read', ', gelezen ')}.`;
}

export const more = (a: Reading): string =>
  `${a.when('items', ': ')}${Number(a.text('count')) > 5 ? ` … ${a.number('count')} in totaal` : ''}`;
const limit = (a: Reading, write: (a: Reading) => string): string => (a.has('expected') ? write(a) : 'minder');
/** Advice ends with who asks it. */
export const words = (title: Words['title'], advice: (a: Reading) => string): Words => ({ title, advice: (a) => advice(a) + asked(a) });

const weighed: Readonly<Record<string, string>> = {
  zip: 'ingepakt',
  unzipped: 'uitgepakt',
  'unzipped-and-outside': 'uitgepakt met wat van elders geladen wordt',
  larger: 'ingepakt of uitgepakt (het zwaarste telt)',
  gzip: 'over de lijn',
  'gzip-initial': 'over de lijn voor de pagina geladen is',
  'gzip-subload': 'over de lijn nadat de pagina geladen is',
};
const broken: Readonly<Record<string, string>> = {
  'not-a-zip': 'het is geen zip, of het einde ontbreekt',
  empty: 'er zit geen bestand in',
  damaged: 'het is beschadigd',
  encrypted: 'het is versleuteld',
  'too-large': 'uitgepakt is het veel groter dan een banner',
  'too-many-files': 'er zitten veel meer bestanden in dan in een banner',
  'unsafe-name': 'een naam erin leidt naar buiten',
  'backslash-name': 'er staan namen met backslashes in, die adservers voor een deel van de naam houden',
  'unmarked-name': 'een naam erin heeft bijzondere letters en zegt niet in welke code, dus elke adserver leest hem anders',
  'same-name': 'twee bestanden erin heten hetzelfde',
  'wrong-checksum': 'een bestand erin klopt niet met zijn controlegetal',
  'unknown-compression': 'een bestand is ingepakt op een manier die adservers niet lezen',
};
const pages: Readonly<Record<string, string>> = {
  none: 'Er zit geen pagina in het pakket',
  several: 'Er zitten meerdere pagina’s in het pakket',
  'not-at-root': 'De pagina ligt niet bovenaan in het pakket',
  name: 'De pagina heet anders dan gevraagd',
};
const tags: Readonly<Record<string, string>> = {
  missing: 'De pagina declareert geen clicktag',
  name: 'De clicktag heet anders dan gevraagd',
  several: 'Er is meer dan één clicktag',
  nested: 'De clicktag staat in een functie of blok',
  'not-in-head': 'De clicktag staat niet in de head van de pagina',
  'not-readable': 'De clicktag staat niet op een regel voor zich',
  'in-gwd': 'Een pagina uit Google Web Designer heeft een eigen clicktag',
};
const backups: Readonly<Record<string, string>> = {
  type: 'is van een andere soort dan aanvaard wordt',
  name: 'heet anders dan de zip',
  size: 'heeft een ander formaat dan de banner',
  inside: 'ligt naast de zip en hoort erin',
  beside: 'zit in de zip en hoort ernaast',
};
const gifs: Readonly<Record<string, string>> = {
  fps: 'wisselt te snel',
  loops: 'speelt te vaak',
  seconds: 'beweegt te lang',
  frames: 'heeft te veel beelden',
};

export const nlAds: Readonly<Record<AdCode, Words>> = {
  'order-target-unknown': {
    title: (a) =>
      `Geen ${a.text('part') === 'publisher' ? 'uitgever' : 'platform'} heet “${a.text('actual')}”; niemand weet dus wat er gevraagd wordt.`,
    advice: (a) => (a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : 'Typ kader rules voor alle namen.'),
  },
  'order-rule-unknown': {
    title: (a) => `Geen regel heet “${a.text('actual')}”; er zou dus niets veranderen.`,
    advice: (a) => (a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : 'Typ kader rules common voor de namen van regels.'),
  },
  'banner-too-heavy': words(
    (a) =>
      `De banner weegt ${a.weighed('actual')} ${weighed[a.text('basis')] ?? 'ingepakt'}; hoogstens ${limit(a, () => a.weighed('expected'))} wordt aanvaard, dus zou hij geweigerd worden.`,
    () => 'Verlaag de kwaliteit van de foto’s in template.yaml, of gebruik kleinere beeldvlakken of minder lettertypes.',
  ),
  'banner-too-long': words(
    (a) => `De banner beweegt ${a.seconds('actual')} lang; hoogstens ${limit(a, () => a.seconds('expected'))} is toegestaan.`,
    () => 'Maak de tijdlijn korter of laat ze minder vaak herhalen.',
  ),
  'banner-endless': words(
    () => 'De banner houdt nooit op met bewegen; advertentieplatformen weigeren dat en lezers worden er moe van.',
    (a) =>
      `Laat de tijdlijn eindigen${a.has('expected') ? ` binnen ${a.seconds('expected')}` : ''}: geef haar een aantal herhalingen, niet -1.`,
  ),
  'banner-too-many-loops': words(
    (a) => `De banner speelt ${a.number('actual')} keer; hoogstens ${limit(a, () => a.number('expected'))} keer is toegestaan.`,
    () => 'Verlaag het aantal herhalingen van de tijdlijn.',
  ),
  'banner-missing-backup': words(
    () => 'De banner heeft geen back-upbeeld, dat getoond wordt waar HTML5 niet werkt.',
    () => 'Bouw opnieuw met een browser bij de hand, zodat het beeld gemaakt kan worden.',
  ),
  'banner-backup-too-heavy': words(
    (a) => `Het back-upbeeld weegt ${a.weighed('actual')}; hoogstens ${limit(a, () => a.weighed('expected'))} is toegestaan.`,
    () => 'Gebruik een rustiger achtergrond, of een eindbeeld met minder erin.',
  ),
  'banner-outside-request': words(
    (a) => `De banner haalt ${a.has('items') ? a.list('items') : a.text('url')} van elders, waar dat niet aanvaard wordt.`,
    () => 'Zet het bestand in het sjabloon en verwijs daarnaar.',
  ),
  'ad-package-broken': words(
    (a) => `Het pakket${a.when('entry', ' (', ')')} kan niet aangenomen worden: ${broken[a.text('reason')] ?? 'er is iets mis mee'}.`,
    () => 'Exporteer het opnieuw uit het programma waarmee het gemaakt is.',
  ),
  'ad-script-unreadable': words(
    (a) =>
      `De code in ${a.has('entry') ? a.text('entry') : 'het pakket'} is niet te lezen${a.when('detail', ' (', ')')}; niemand weet dus wat ze aanroept of ophaalt.`,
    () => 'Verbeter het script, of kijk het zelf na.',
  ),
  'ad-file-too-heavy': words(
    (a) =>
      `${a.has('entry') ? a.text('entry') : 'Een bestand'} weegt ${a.weighed('actual')}; hoogstens ${limit(a, () => a.weighed('expected'))} per bestand wordt aanvaard.`,
    () => 'Maak dat bestand kleiner.',
  ),
  'ad-picture-too-large': words(
    (a) => `Een beeld is groter dan ${limit(a, () => `${a.number('expected')} px`)}${more(a)}.`,
    () => 'Gebruik een kleinere versie: meer dan twee keer de pixels van de banner ziet niemand.',
  ),
  'ad-too-many-files': words(
    (a) => `Het pakket telt ${a.number('actual')} bestanden; hoogstens ${limit(a, () => a.number('expected'))} worden aanvaard.`,
    () => 'Voeg stijlen en scripts samen, en laat beelden weg die nauwelijks te zien zijn.',
  ),
  'ad-too-many-requests': words(
    (a) =>
      `De banner vraagt bij het laden ${a.number('actual')} bestanden; hoogstens ${limit(a, () => a.number('expected'))} worden aanvaard.`,
    () => 'Voeg stijlen en scripts samen, of laad de rest nadat de pagina geladen is.',
  ),
  'ad-size-not-taken': words(
    (a) =>
      a.has('least')
        ? `De banner meet ${a.text('actual')} px; de ${a.text('side') === 'width' ? 'breedte' : 'hoogte'} moet minstens ${a.number('least')} px zijn.`
        : `Het formaat ${a.has('actual') ? `${a.text('actual')} px` : 'van de banner'} hoort niet bij wat aanvaard wordt${a.when('expected', ': ')}.`,
    () => 'Bestel een formaat dat aanvaard wordt, of vraag het na.',
  ),
  'ad-pair-missing': words(
    (a) =>
      `${a.has('size') ? `Bij ${a.text('size')} px` : 'Bij dit formaat'} hoort nog een formaat${a.when('with', ': ')}; dat wordt niet gemaakt.`,
    () => 'Zet een van die formaten in de productieorder, of laat het staan waar exclude het weglaat.',
  ),
  'ad-folders-too-deep': words(
    (a) => `Bestanden liggen in te veel mappen${more(a)}; ${limit(a, () => a.number('expected'))} niveaus worden aanvaard.`,
    () => 'Leg alle bestanden naast elkaar.',
  ),
  'ad-name-refused': words(
    (a) =>
      a.has('actual')
        ? `De naam ${a.list('items')} telt ${a.number('actual')} tekens; hoogstens ${limit(a, () => a.number('expected'))} worden aanvaard.`
        : `Een naam wordt niet aanvaard${more(a)}.`,
    (a) =>
      `Gebruik korte namen van gewone letters, cijfers, punten, koppeltekens en liggende streepjes${a.when('pattern', '; gevraagd is het patroon ')}.`,
  ),
  'ad-file-type-refused': words(
    (a) => `Het pakket bevat bestanden van een soort die niet aanvaard wordt${more(a)}.`,
    (a) => `Laat ze weg of zet ze om${a.when('expected', '; aanvaard worden ')}.`,
  ),
  'ad-file-missing': words(
    (a) => `De banner vraagt bestanden die niet in het pakket zitten${more(a)}.`,
    () => 'Voeg de bestanden toe of verbeter de adressen; hoofdletters tellen.',
  ),
  'ad-file-unused': words(
    (a) => `Het pakket bevat bestanden waar niets om vraagt${more(a)}.`,
    () => 'Haal ze eruit; back-upbeelden horen naast de zip.',
  ),
  'ad-manifest-wrong': words(
    (a) =>
      `Het manifest ${a.text('entry')} ${a.has('items') ? `is niet zoals de adserver het vraagt${more(a)}` : 'ontbreekt, en zonder kent de adserver de banner niet'}.`,
    () => 'Bestel de banner voor dit platform, dan schrijft Kader het, of vul het zelf aan.',
  ),
  'ad-page-wrong': words(
    (a) =>
      `${pages[a.text('problem')] ?? 'De pagina van het pakket is niet zoals het hoort'}${a.when('items', ': ')}; de adserver weet dus niet wat te openen.`,
    () => 'Zet één index.html bovenaan in het pakket.',
  ),
  'ad-skeleton-wrong': words(
    (a) => `De pagina bestaat niet uit doctype, html, head en body in die volgorde${a.when('actual', ' maar uit ')}.`,
    () => 'Schrijf alle vier, elk één keer.',
  ),
  'ad-size-wrong': words(
    (a) =>
      a.text('problem') === 'orientation'
        ? 'De pagina zegt niet hoe ze gehouden wordt: meta ad.orientation ontbreekt.'
        : a.text('problem') === 'other'
          ? `De pagina zegt dat ze ${a.text('actual')} px meet en meet ${a.text('expected')} px.`
          : `De pagina zegt haar formaat niet: de metatag ad.size ${a.has('actual') ? `luidt “${a.text('actual')}”` : 'ontbreekt'}.`,
    (a) =>
      a.text('problem') === 'orientation'
        ? 'Zet hem in de head: portrait of landscape.'
        : 'Zet hem in de head: <meta name="ad.size" content="width=300,height=250">.',
  ),
  'ad-margin-left': words(
    () => 'Geen stijl zet de marge van de pagina op 0; de banner zou dus van de hoek af staan.',
    () => 'Schrijf margin: 0 voor body.',
  ),
  'ad-code-not-inline': words(
    (a) => `Stijlen en scripts liggen in aparte bestanden${more(a)}, terwijl ze in de pagina gevraagd worden.`,
    () => 'Schrijf ze in de pagina zelf.',
  ),
  'ad-element-refused': words(
    (a) => `De pagina bevat elementen die niet aanvaard worden${more(a)}.`,
    () => 'Laat ze weg; tekeningen kunnen aparte bestanden zijn.',
  ),
  'ad-video-loud': words(
    () => 'Een film in de banner staat niet op stil en zou dus met geluid beginnen.',
    () => 'Geef het video-element het attribuut muted.',
  ),
  'ad-font-refused': words(
    (a) => `Letters komen op een manier die niet aanvaard wordt${more(a)}.`,
    () => 'Zet de letters om naar contouren, of gebruik de manier die het platform aanvaardt.',
  ),
  'ad-click-tag-wrong': words(
    (a) =>
      `${tags[a.text('problem')] ?? 'De clicktag is niet zoals het hoort'}${a.when('items', ': ')}; kliks zouden niet geteld worden of nergens heen leiden.`,
    (a) =>
      `Declareer hem één keer, in de head van de pagina, op een regel voor zich${a.when('pattern', ', met een naam volgens het patroon ')}.`,
  ),
  'ad-click-fixed': words(
    (a) => `Een klik opent een adres dat vast in de banner staat${more(a)}; de adserver kan hem dus niet tellen.`,
    () => 'Open in plaats daarvan de clicktag.',
  ),
  'ad-call-missing': words(
    (a) => `De banner roept niet aan wat een klik hier nodig heeft${more(a)}.`,
    () => 'Bestel de banner voor dit platform, dan schrijft Kader de klik, of voeg de aanroep toe.',
  ),
  'ad-call-refused': words(
    (a) => `Een script gebruikt iets wat niet aanvaard wordt${more(a)}.`,
    () => 'Haal het uit het script of uit zijn bibliotheek.',
  ),
  'ad-not-https': words(
    (a) => `De banner vraagt iets zonder https${more(a)}, en dat houden browsers op veilige pagina’s tegen.`,
    () => 'Gebruik https, of zet het bestand in het pakket.',
  ),
  'ad-backup-wrong': words(
    (a) => `Het back-upbeeld ${a.text('entry')} ${backups[a.text('problem')] ?? 'is niet zoals gevraagd'}${a.when('actual', ': ', ' px')}.`,
    (a) => (a.has('expected') ? `Gevraagd is ${a.text('expected')}.` : 'Leg het waar het gevraagd wordt.'),
  ),
  'ad-gif-wrong': words(
    (a) =>
      `De GIF ${a.text('entry')} ${gifs[a.text('problem')] ?? 'beweegt anders dan aanvaard wordt'}${a.has('actual') ? `: ${a.number('actual')}` : ''}${a.has('expected') ? `, terwijl ${a.number('expected')} de grens is` : ''}.`,
    () => 'Maak hem opnieuw met minder en tragere beelden.',
  ),
  'ad-moves-at-end': words(
    () => 'De banner beweegt nog aan het einde, waar een stilstaand beeld gevraagd wordt.',
    () => 'Laat elke beweging met de tijdlijn eindigen.',
  ),
  'ad-changes-too-fast': words(
    (a) => `Scènes van de banner volgen elkaar na ${a.seconds('actual')}; gevraagd is ${limit(a, () => a.seconds('expected'))} ertussen.`,
    () => 'Zet de labels van de tijdlijn verder uit elkaar.',
  ),
  'ad-flashes': words(
    (a) =>
      `De banner flitst ${a.number('actual')} keer per seconde; meer dan ${limit(a, () => a.number('expected'))} kan een aanval uitlokken of wordt geweigerd.`,
    () => 'Laat licht en donker trager wisselen, of over een kleiner vlak.',
  ),
  'ad-no-border': words(
    (a) =>
      `De rand van de banner is niet te onderscheiden van een ${a.text('page') === 'white' ? 'witte' : 'witte, grijze of zwarte'} pagina.`,
    () => 'Teken een rand van 1 px die daartegen afsteekt.',
  ),
  'ad-cpu': words(
    (a) =>
      `De banner houdt de processor ${a.seconds('actual')}${a.when('within', ' van de ', ' s')} bezig; hoogstens ${limit(a, () => a.seconds('expected'))} is aanvaard voor hij van de pagina gehaald wordt.`,
    () => 'Beweeg minder dingen, en alleen met transform en opacity.',
  ),
  'ad-too-many-cookies': words(
    (a) => `De banner zet ${a.number('actual')} cookies; hoogstens ${limit(a, () => a.number('expected'))} worden aanvaard.`,
    () => 'Laat hem er geen zetten.',
  ),
  'ad-needs-current-sheet': words(
    (a) =>
      `Van ${a.has('target') ? a.text('target') : 'dit doel'} is hier niet bekend wat gevraagd wordt${a.when('rules', ' over ')}; dat is niet beoordeeld.`,
    () => 'Vraag het huidige specificatieblad op en leg de banners ernaast.',
  ),
  'ad-not-measured': words(
    (a) =>
      `Zonder een browser die ernaar kijkt, kon ${a.has('rules') ? a.list('rules') : 'een deel van de regels'} niet beoordeeld worden.`,
    () => 'Beoordeel opnieuw met een browser bij de hand; kader doctor zegt wat ontbreekt.',
  ),
};
