/** Dutch words for cuts as they were made, judged by their cut list and their channel. */
import type { DeliveryCode } from '../codes-media.ts';
import type { Reading, Words } from './say.ts';

const sure: Readonly<Record<string, string>> = {
  official: 'eigen pagina',
  quoted: 'overgenomen van de eigen pagina',
  secondary: 'pagina van een ander',
  unknown: 'geen pagina gelezen',
};

/** Who asks it, where that stands and how sure it is. */
function asked(a: Reading): string {
  if (!a.has('source')) return '';
  return ` Gevraagd door ${a.text('by')}: ${a.text('source')}, ${sure[a.text('status')] ?? ''}${a.when('checked', ', nagekeken ')}${a.when('note', ' (', ')')}.`;
}

export const words = (title: Words['title'], advice: (a: Reading) => string): Words => ({ title, advice: (a) => advice(a) + asked(a) });
export const taker = (a: Reading): string => (a.has('by') ? a.text('by') : 'het kanaal');
export const file = (a: Reading): string => (a.has('entry') ? a.text('entry') : 'De montage');
const against = (a: Reading, unit: string): string => `${a.number('actual')}${unit}, waar de grens ${a.number('expected')}${unit} is`;
const heard: Readonly<Record<string, string>> = {
  'sound-codecs': '',
  'least-channels': ' kanalen',
  'most-channels': ' kanalen',
  'least-sample-rate': ' Hz',
  'most-sample-rate': ' Hz',
  'under-sample-rate': ' Hz',
  'least-sound-bit-rate': ' b/s',
  'most-sound-bit-rate': ' b/s',
};
const incomplete: Readonly<Record<string, string>> = {
  'no-track': 'het gevraagde spoor zit er niet in',
  damaged: 'het is niet zonder fouten te lezen',
  'frames-lost': 'er komen minder beelden uit dan erin gingen',
};

export const nlDeliveries: Readonly<Record<DeliveryCode, Words>> = {
  'delivery-incomplete': words(
    (a) =>
      `${file(a)} is niet heel: ${incomplete[a.text('reason')] ?? 'er ontbreekt iets'}${a.when('detail', ' (', ')')}. Het wordt tegengehouden.`,
    () => 'Bouw opnieuw; blijft het zo, bekijk dan de aangeleverde clip en de versie van ffmpeg (kader doctor).',
  ),
  'delivery-length-off': words(
    (a) =>
      `${file(a)} duurt ${a.number('actual')} s, terwijl de montagelijst ${a.number('expected')} s zegt; dat is meer dan één beeld te veel of te weinig.`,
    () => 'Kijk of de clip tot aan het uitpunt beelden heeft, en bouw opnieuw.',
  ),
  'delivery-sound-off': words(
    (a) =>
      `Geluid en beeld van ${file(a)} liggen ${a.text('part') === 'end' ? 'aan het einde' : 'aan het begin'} ${a.number('actual')} ms uiteen (hoogstens ${a.number('expected')} ms); de lippen volgen de stem niet.`,
    () => 'Bekijk de sporen van de aangeleverde clip; begin de montage waar beide begonnen zijn.',
  ),
  'delivery-colour-wrong': words(
    (a) =>
      `${file(a)} zegt niet dat zijn kleuren BT.709 zijn (${a.list('items')}); spelers gissen dan, en de kleuren verschillen per scherm.`,
    () => 'Bouw opnieuw met een ffmpeg die kader doctor volledig vindt.',
  ),
  'delivery-loudness-off': words(
    (a) =>
      `${file(a)} heeft een luidheid van ${a.number('actual')} LUFS waar ${a.number('expected')} gevraagd is; naast andere films valt dat op.`,
    () => 'Laat loudness weg bij de montage om die van het kanaal te krijgen; geluid met weinig luide momenten vraagt soms een andere mix.',
  ),
  'delivery-true-peak': words(
    (a) => `De pieken van ${file(a)} halen ${a.number('actual')} dBTP, boven ${a.number('expected')}; op telefoons kraakt dat.`,
    () => 'Vraag in de productieorder een lagere luidheid, of vraag een mix met minder scherpe pieken.',
  ),
  'delivery-covered': words(
    (a) =>
      `Over ${file(a)} legt ${taker(a)} zijn eigen knoppen en teksten: ${a.list('slots')} staat binnen ${a.number('expected')} % van de rand en kan schuilgaan.`,
    () => 'Houd teksten binnen --safe-top, --safe-right, --safe-bottom en --safe-left in de style.css van de titel.',
  ),
  'delivery-too-long': words(
    (a) => `${file(a)} duurt ${a.seconds('actual')}; ${taker(a)} neemt hoogstens ${a.seconds('expected')}.`,
    () => 'Zet het uitpunt van de montage vroeger.',
  ),
  'delivery-too-short': words(
    (a) => `${file(a)} duurt ${a.seconds('actual')}; ${taker(a)} neemt minstens ${a.seconds('expected')}.`,
    () => 'Zet het uitpunt van de montage later, of voeg een deel toe.',
  ),
  'delivery-too-heavy': words(
    (a) => `${file(a)} weegt ${a.weighed('actual')}; ${taker(a)} neemt hoogstens ${a.bytes('expected')}.`,
    () => 'Kort de montage in, of lever ze aan een kanaal dat meer neemt.',
  ),
  'delivery-too-light': words(
    (a) => `${file(a)} weegt ${a.weighed('actual')}; ${taker(a)} neemt minstens ${a.bytes('expected')}.`,
    () => 'Maak de montage langer; enkele seconden volstaan.',
  ),
  'delivery-size-refused': words(
    (a) => `${file(a)} heeft een zijde van ${against(a, ' px')}; ${taker(a)} zou het weigeren of vergroten.`,
    () => 'Lever een clip met meer pixels aan, of laat de verhouding aan het kanaal over.',
  ),
  'delivery-ratio-refused': words(
    (a) =>
      `De vorm van ${file(a)} (${a.number('actual')}) is er geen die ${taker(a)} neemt (${a.list('expected')}); er wordt afgesneden of er komen balken.`,
    () => 'Laat de verhouding weg bij de montage om die van het kanaal te krijgen.',
  ),
  'delivery-rate-refused': words(
    (a) =>
      a.text('reason') === 'variable'
        ? `De beelden van ${file(a)} duren niet even lang, en ${taker(a)} vraagt dat wel.`
        : `${file(a)} heeft ${against(a, ' fps')}; bij ${taker(a)} zou het haperen.`,
    () => 'Bouw opnieuw; blijft het zo, bekijk dan de beeldsnelheid van de aangeleverde clip.',
  ),
  'delivery-scan-refused': words(
    (a) =>
      `${file(a)} ${a.text('reason') === 'pixels' ? 'heeft pixels die niet vierkant zijn' : 'is geïnterlinieerd'}, en ${taker(a)} weigert dat.`,
    () => 'Bouw opnieuw; blijft het zo, vraag dan een progressieve export met vierkante pixels.',
  ),
  'delivery-gop-refused': words(
    (a) => `De sleutelbeelden van ${file(a)} liggen ${against(a, ' s')}; ${taker(a)} kan het weigeren of er slecht in zoeken.`,
    () => 'Bouw opnieuw met de instellingen van het kanaal.',
  ),
  'delivery-container-refused': words(
    (a) => `${file(a)} is een bestand van het type ${a.text('actual')}; ${taker(a)} neemt ${a.list('expected')}.`,
    () => 'Lever de montage aan een kanaal dat dit neemt.',
  ),
  'delivery-codec-refused': words(
    (a) => `Het beeld van ${file(a)} is gecodeerd als ${a.text('actual')}; ${taker(a)} neemt ${a.list('expected')}.`,
    () => 'Bouw opnieuw met een ffmpeg die deze encoder heeft (kader doctor).',
  ),
  'delivery-edit-list': words(
    (a) => `${file(a)} heeft een edit list; ${taker(a)} weigert dat, of toont het enkele beelden verschoven.`,
    () => 'Bouw opnieuw met een ffmpeg die kader doctor volledig vindt.',
  ),
  'delivery-index-last': words(
    (a) => `De index van ${file(a)} staat achter de beelden; ${taker(a)} weigert dat, en geen speler kan beginnen voor alles geladen is.`,
    () => 'Bouw opnieuw met een ffmpeg die kader doctor volledig vindt.',
  ),
  'delivery-bit-rate-refused': words(
    (a) => `${file(a)} heeft ${against(a, ' b/s')}; ${taker(a)} zou het weigeren of opnieuw coderen.`,
    () => 'Bouw opnieuw; ruis en snelle montage vragen meer bits dan ander beeld.',
  ),
  'delivery-sound-refused': words(
    (a) =>
      a.text('rule') === 'sound-codecs' || !a.has('rule')
        ? `Het geluid van ${file(a)} is ${a.text('actual')}; ${taker(a)} neemt ${a.list('expected')}.`
        : `Het geluid van ${file(a)} heeft ${against(a, heard[a.text('rule')] ?? '')}; ${taker(a)} zou het weigeren of opnieuw coderen.`,
    () => 'Bouw opnieuw met de instellingen van het kanaal.',
  ),
  'delivery-captions-refused': words(
    (a) => `De ondertitels van ${file(a)} liggen er niet naast zoals ${taker(a)} ze neemt (${a.list('expected')}).`,
    () => 'Brand ze in (captions: burned), of lever ze opnieuw aan als SRT.',
  ),
  'delivery-needs-current-sheet': {
    title: (a) => `Van ${taker(a)} zijn deze grenzen niet bekend: ${a.list('rules')}. ${file(a)} kan ze overschrijden.`,
    advice: (a) => `Kijk in het huidige specificatieblad voor u levert${a.when('sources', ': ')}.`,
  },
  'delivery-not-measured': {
    title: (a) => `Niets kon zeggen of ${file(a)} deze grenzen van ${taker(a)} haalt: ${a.list('rules')}.`,
    advice: () => 'Bekijk het in het voorbeeld van het kanaal zelf voor het online gaat.',
  },
};
