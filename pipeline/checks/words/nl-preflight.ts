/** Dutch words for what preflight finds in order, material, house style and templates. */
import type { AdCode, CorrectionCode, LetterCode, MediaCode, PreflightCode, TargetCode, UnitCode } from '../codes.ts';
import type { CutCode } from '../codes-cuts.ts';
import { nlColour } from './nl-colour.ts';
import { expectedInCuts } from './nl-cuts-expected.ts';
import { nlIntake } from './nl-intake.ts';
import { nlPictureText } from './nl-picture-text.ts';
import { nlPictures } from './nl-pictures.ts';
import type { Expectation, Words } from './say.ts';
import { expectation } from './say.ts';

const expected: Readonly<Record<Expectation, string>> = {
  text: 'een tekst; zet hem tussen aanhalingstekens als hij op een getal lijkt',
  'text-not-empty': 'een tekst die niet leeg is',
  number: 'een getal, met alleen cijfers en een punt',
  'number-positive': 'een getal boven 0',
  'number-not-negative': 'een getal dat niet onder 0 ligt',
  share: 'een getal van 0 tot 1',
  pair: 'twee getallen van 0 tot 1, zoals [0.5, 0.5]',
  box: 'vier getallen: links, boven, breedte en hoogte, die binnen het beeld eindigen',
  list: 'een lijst, zoals [nl, fr]',
  'list-not-empty': 'een lijst met minstens één element',
  group: 'een groep sleutels met hun waarden',
  day: 'een dag van de kalender, zoals 2027-04-01',
  language: 'een taal, zoals nl, fr of nl-BE',
  size: 'een formaat in px, zoals 300x250',
  name: 'een naam met kleine letters, cijfers en koppeltekens',
  url: 'een webadres dat met https:// begint',
  'url-per-language': 'een webadres, of een webadres per taal',
  currency: 'een munt met drie letters, zoals EUR',
  axis: 'een andere naam: language, size, template, name, target, landing, text en image betekenen al iets',
  'axis-values': 'minstens één waarde, of een feed met een kolom ervoor',
  correction: 'een correctie, zoals auto of { exposure: 0.3 }; elke stap is een eigen lid van de lijst',
  ...expectedInCuts,
  'one-of': 'een van deze:',
  'at-most': 'een getal van hoogstens',
  value: 'een andere waarde',
};

export const nlPreflight: Readonly<
  Record<Exclude<PreflightCode, AdCode | CorrectionCode | CutCode | LetterCode | MediaCode | TargetCode | UnitCode>, Words>
> = {
  ...nlPictures,
  ...nlPictureText,
  'order-syntax': {
    title: (a) => `De productieorder is hier niet leesbaar, omdat de YAML niet juist geschreven is${a.when('detail', ' (', ')')}.`,
    advice: () =>
      'Kijk naar deze regel en de regel erboven: spring in met spaties, sluit haakjes en aanhalingstekens, en zet teksten met een dubbelepunt of met * of & vooraan tussen aanhalingstekens.',
  },
  'order-too-complex': {
    title: (a) =>
      `De productieorder verwijst te vaak naar zichzelf of is te diep genest om veilig gelezen te worden${a.when('detail', ' (', ')')}.`,
    advice: () => 'Schrijf de waarden uit in plaats van ze te herhalen met & en *, en haal onnodige niveaus weg.',
  },
  'order-empty': {
    title: () => 'De productieorder bevat geen sleutels met waarden; er valt dus niets te maken.',
    advice: () => 'Schrijf minstens client, title, house, languages en deliver.',
  },
  'order-not-utf8': {
    title: () =>
      'De productieorder is niet in UTF-8 bewaard: letters met accenten zijn onleesbaar, en namen en teksten zouden met tekens als � naar buiten gaan.',
    advice: () => 'Bewaar order.yaml opnieuw als UTF-8; tekstverwerkers bieden dat aan bij Opslaan als, of in de balk onderaan.',
  },
  'order-duplicate-key': {
    title: (a) =>
      `De sleutel “${a.text('actual')}” staat er twee keer, de eerste keer op regel ${a.text('firstLine')}; slechts één ervan kan gelden.`,
    advice: () => 'Behoud er één en verwijder de andere.',
  },
  'order-unknown-key': {
    title: (a) => `Kader kent de sleutel “${a.text('actual')}” niet; met wat daar staat, zou niets gebeuren.`,
    advice: (a) =>
      a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : `Verwijder hem, of gebruik een van deze sleutels: ${a.list('expected')}.`,
  },
  'order-missing-key': {
    title: (a) => `In de productieorder ontbreekt “${a.text('path')}”, en zonder kan het werk niet beginnen.`,
    advice: (a) => `Voeg ${a.text('path')} toe: ${expectation(a, expected)}.`,
  },
  'order-wrong-value': {
    title: (a) =>
      a.has('actual') ? `“${a.text('actual')}” is niet bruikbaar voor ${a.text('path')}.` : `${a.text('path')} heeft geen waarde.`,
    advice: (a) => (a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : `Schrijf ${expectation(a, expected)}.`),
  },
  'order-duplicate-name': {
    title: (a) => `“${a.text('name')}” staat al op regel ${a.text('firstLine')}; zo is niet duidelijk welke van de twee bedoeld is.`,
    advice: () => 'Geef een van beide een andere naam, of verwijder er één.',
  },
  'order-language-not-ordered': {
    title: (a) => `Er staat een tekst in “${a.text('language')}”, maar die taal is niet besteld; de tekst wordt niet gebruikt.`,
    advice: (a) =>
      a.has('nearest')
        ? `Bedoelt u “${a.text('nearest')}”? Zo niet, voeg de taal toe aan languages of verwijder de tekst.`
        : 'Voeg de taal toe aan languages of verwijder de tekst.',
  },
  'order-delivers-nothing': {
    title: () => 'De productieorder vraagt geen site, geen banners, geen video en geen audio; er wordt dus niets opgeleverd.',
    advice: () => 'Zeg onder deliver wat er moet komen: site, banners, video of audio.',
  },
  'title-missing': {
    title: (a) => `De campagne heeft geen titel in “${a.text('language')}”, terwijl die taal wel besteld is.`,
    advice: (a) => `Voeg ${a.text('language')} toe onder title.`,
  },
  'material-missing': {
    title: (a) => `Het bestand ${a.text('file')} voor “${a.text('name')}” is niet aangeleverd; wat het gebruikt, kan niet gemaakt worden.`,
    advice: (a) =>
      a.has('nearest')
        ? `${a.text('nearest')} ligt wel in de map; is dat het bedoelde bestand, schrijf het pad in de productieorder dan precies zo.`
        : `Gelieve ${a.text('file')} te bezorgen, of verbeter het pad in de productieorder.`,
  },
  'material-outside': {
    title: (a) => `${a.text('file')} ligt buiten de map van de productie; alleen wat in die map aangeleverd is, wordt gebruikt.`,
    advice: () => 'Kopieer het bestand zelf naar de map en noem het daar, zonder koppelingen en zonder “..” in het pad.',
  },
  'material-empty': {
    title: (a) => `Het bestand ${a.text('file')} is leeg; wellicht liep er iets mis bij het versturen.`,
    advice: () => 'Gelieve het bestand opnieuw te bezorgen.',
  },
  'material-unlisted': {
    title: (a) => `${a.text('file')} ligt in de map, maar de productieorder noemt het niet; het wordt niet gebruikt.`,
    advice: () => 'Zet het onder supplied als het gebruikt moet worden.',
  },
  'file-unreadable': {
    title: (a) => `Het bestand ${a.text('file')} is beschadigd of onvolledig en kan niet gelezen worden${a.when('detail', ' (', ')')}.`,
    advice: () => 'Gelieve het origineel te openen, opnieuw te exporteren en opnieuw te bezorgen.',
  },
  'file-wrong-type': {
    title: (a) =>
      `${a.text('file')} is niet wat de naam of het gebruik zegt: het bevat ${a.text('actual')}${a.when('expected', ' in plaats van ')}.`,
    advice: () =>
      'Gelieve het juiste bestand te bezorgen, geëxporteerd uit het programma waarin het gemaakt is; een andere naam geven verandert niets aan wat het is.',
  },
  'format-not-supported': {
    title: (a) => `${a.text('file')} is van het type ${a.text('actual')}, en dat kan Kader niet lezen.`,
    advice: (a) =>
      `Gelieve de foto te vragen als TIFF, PNG of JPEG in de hoogste kwaliteit, met het kleurprofiel ingesloten${a.when('program', '; of installeer wat ze leest. ')}.`,
  },
  'raw-preview-used': {
    title: (a) =>
      `${a.text('file')} is een raw-bestand van een camera: het voorbeeld dat de camera erin stak wordt gebruikt, geen ontwikkeling.`,
    advice: () => 'Gelieve de fotograaf een ontwikkelde TIFF of JPEG te vragen; alleen die heeft het bedoelde licht en de bedoelde kleur.',
  },
  'image-too-large': {
    title: (a) =>
      `De foto ${a.text('file')} telt ${a.has('pixels') ? `${a.number('pixels')} pixels` : 'meer pixels dan veilig te openen zijn'}${a.has('limit') ? `, boven de grens van ${a.number('limit')}` : ''}.`,
    advice: (a) =>
      `Gelieve een kleinere versie te bezorgen${a.has('megapixels') ? `, of sta ze toe in de productieorder: limits: { megapixels: ${a.text('megapixels')} }` : ''}.`,
  },
  'image-too-small': {
    title: (a) =>
      `De foto “${a.text('asset')}” levert ${a.number('actual')} px voor de plaats “${a.text('slot')}”, die ${a.number('expected')} px nodig heeft; op grote of scherpe schermen zou ze wazig zijn.`,
    advice: () =>
      'Gelieve een groter origineel te bezorgen, of kies een plaats die minder vraagt. Het bestand vergroten voegt geen detail toe.',
  },
  'image-unsharp': {
    title: (a) =>
      `De foto “${a.text('asset')}” oogt onscherp op de plaats “${a.text('slot')}”: ze wordt tot ${a.number('expected')} px breed getoond en bevat detail voor ongeveer ${a.number('actual')} px. Ze werd vergroot, of de scherpstelling zat ernaast.`,
    advice: () => 'Gelieve het origineel van het toestel te bezorgen, of kies een scherpere opname. Verscherpen brengt geen detail terug.',
  },
  'crop-cuts-safe-box': {
    title: (a) =>
      `De plaats “${a.text('slot')}” is ${a.text('ratio')} en snijdt ${a.number('actual')} % af van de ${a.text('side') === 'height' ? 'hoogte' : 'breedte'} van wat in “${a.text('asset')}” heel moet blijven.`,
    advice: () =>
      'Neem daar een ander beeld of een andere verhouding, of maak het veilige vlak kleiner: voor alle uitsneden onder safe, of voor deze plaats onder crops.',
  },
  'crop-unknown': {
    title: (a) => `De order kadert “${a.text('asset')}” voor “${a.text('actual')}”, dat niet bestaat; dat kader heeft geen effect.`,
    advice: (a) =>
      a.has('nearest')
        ? `Bedoelt u “${a.text('nearest')}”?`
        : 'Noem een plaats (hero), een uitsnede ervan (hero/phone), een beeld van een bestelde banner (headline/background), of onder each een bestand.',
  },
  'image-overcompressed': {
    title: (a) =>
      `De foto “${a.text('asset')}” is te sterk gecomprimeerd (JPEG-kwaliteit ${a.number('actual')}${a.has('earlier') ? ', voor ze opnieuw werd bewaard' : ''}); er zullen blokjes en randen te zien zijn.`,
    advice: () => 'Gelieve het origineel te bezorgen; bestanden uit chatprogramma’s en van websites zijn gecomprimeerde kopieën.',
  },
  'image-burnt-out': {
    title: (a) => `De foto “${a.text('asset')}” is uitgebeten: ${a.number('actual')} % ervan is wit zonder enige tekening.`,
    advice: () => 'Is dat niet de bedoeling, vraag dan het raw-bestand of een donkerder ontwikkeling.',
  },
  'image-sunk': {
    title: (a) =>
      `De foto “${a.text('asset')}” heeft dichtgelopen schaduwen: ${a.number('actual')} % ervan is zwart zonder enige tekening.`,
    advice: () => 'Is dat niet de bedoeling, vraag dan het raw-bestand of een lichter ontwikkeling.',
  },
  'image-bars': {
    title: (a) =>
      `De foto “${a.text('asset')}” heeft een effen balk langs een rand, ${a.number('actual')} % van haar zijde; die komt mee in elke uitsnede tot aan de rand.`,
    advice: () => 'Gelieve de foto zonder balken of kader te bezorgen, of snijd ze weg.',
  },
  'image-version': {
    title: (a) => `De foto “${a.text('asset')}” is een versie van “${a.text('other')}”, en dat is het betere bestand.`,
    advice: (a) => `Gebruik ${a.text('file')} voor beide, en laat de andere weg tenzij ze met opzet verschilt.`,
  },
  ...nlColour,
  ...nlIntake,
  'rights-expired': {
    title: (a) =>
      `De rechten op “${a.text('asset')}” eindigen op ${a.text('until')}, voor ${a.text('day')}; daarna mag het niet meer gepubliceerd worden.`,
    advice: () => 'Verleng de licentie en pas “until” in de productieorder aan, of gebruik ander materiaal.',
  },
  'rights-missing': {
    title: (a) => `Niemand heeft gezegd wie “${a.text('asset')}” gemaakt heeft of onder welke licentie het gebruikt mag worden.`,
    advice: () => 'Vraag het aan de leverancier en zet creator, credit of licence onder rights in de productieorder.',
  },
  'gps-in-material': {
    title: (a) =>
      `In het bestand van “${a.text('asset')}” staat waar het opgenomen is. Kader laat dat weg uit alles wat het maakt, maar in het aangeleverde bestand blijft het staan.`,
    advice: () => 'Geef het aangeleverde bestand niet zomaar door; vraag een versie zonder locatie als de plaats privé is.',
  },
  'personal-data-in-material': {
    title: (a) =>
      `Het bestand van “${a.text('asset')}” bevat persoonsgegevens, zoals namen van mensen of de eigenaar van het toestel. Kader laat ze weg uit alles wat het maakt.`,
    advice: () => 'Geef het aangeleverde bestand niet zomaar door.',
  },
  'alt-missing': {
    title: (a) =>
      `De foto “${a.text('asset')}” heeft geen beschrijving${a.when('languages', ' (', ')')}; wie ze niet kan zien, mist wat ze vertelt.`,
    advice: () => 'Schrijf onder alt wat er te zien is, in elke taal; een lege tekst zegt dat de foto alleen versiering is.',
  },
  'house-missing': {
    title: (a) => `Er is geen huisstijl met de naam “${a.text('house')}” in templates.`,
    advice: (a) =>
      a.has('nearest')
        ? `Bedoelt u “${a.text('nearest')}”?`
        : 'Verbeter house in de productieorder, of voeg een map met die naam toe aan templates.',
  },
  'house-invalid': {
    title: (a) => `De huisstijl is niet bruikbaar: ${a.text('file')} klopt niet${a.when('detail', ' (', ')')}.`,
    advice: () => 'Verbeter het bestand op de getoonde plaats.',
  },
  'font-missing': {
    title: (a) =>
      `Het lettertype ${a.text('family')} is niet gevonden${a.when('package', ' in het pakket ')}; teksten kunnen dus niet in de huisstijl gezet worden.`,
    advice: (a) =>
      a.has('package') ? `Voer npm install ${a.text('package')} uit, of verbeter fonts in house.yaml.` : 'Verbeter fonts in house.yaml.',
  },
  'slot-unknown': {
    title: (a) => `Het sjabloon vraagt een foto op de plaats “${a.text('slot')}”, maar die heeft de huisstijl niet.`,
    advice: (a) =>
      a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : 'Gebruik een plaats uit de huisstijl, of voeg deze toe aan house.yaml.',
  },
  'asset-unknown': {
    title: (a) => `“${a.text('asset')}” wordt gevraagd, maar geen aangeleverd materiaal heeft die naam.`,
    advice: (a) =>
      a.has('nearest')
        ? `Bedoelt u “${a.text('nearest')}”?`
        : 'Verbeter de naam, of zet het materiaal onder supplied in de productieorder.',
  },
  'asset-unusable': {
    title: (a) => `“${a.text('asset')}” wordt hier gevraagd, maar het bestand is niet bruikbaar als foto.`,
    advice: () => 'Lees wat over het bestand zelf gezegd wordt, en lever het opnieuw aan.',
  },
  'template-missing': {
    title: (a) => `De huisstijl heeft geen sjabloon met de naam “${a.text('template')}”.`,
    advice: (a) =>
      a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : 'Verbeter de naam, of voeg het sjabloon toe aan de huisstijl.',
  },
  'template-broken': {
    title: (a) => `Het sjabloon ${a.text('file')} kan niet opgemaakt worden${a.when('message', ': ')}${a.when('detail', ': ')}.`,
    advice: () => 'Verbeter het sjabloon op de getoonde regel.',
  },
  'banner-family-missing': {
    title: (a) => `Het bannersjabloon “${a.text('template')}” heeft geen opmaak voor het formaat ${a.text('size')}.`,
    advice: () => 'Laat dit formaat weg, of voeg aan het sjabloon een familie voor deze verhouding toe.',
  },
  'banner-text-missing': {
    title: (a) => `De banner heeft geen tekst voor “${a.text('slot')}”${a.when('language', ' (', ')')}; die plaats zou leeg blijven.`,
    advice: () => 'Voeg de tekst toe aan de productieorder.',
  },
  'banner-text-too-long': {
    title: (a) =>
      `De tekst voor “${a.text('slot')}”${a.when('language', ' (', ')')} telt ${a.number('actual')} tekens, meer dan de ${a.number('expected')} die er goed passen.`,
    advice: () => 'Maak de tekst korter.',
  },
  'banner-image-missing': {
    title: (a) => `De banner heeft geen foto voor “${a.text('slot')}”.`,
    advice: () => 'Noem onder images in de productieorder een aangeleverde foto voor deze plaats.',
  },
};
