/** Dutch words for what a browser measured when it ran a banner. */
import type { MeasuredCode } from '../codes.ts';
import type { Words } from './say.ts';

export const nlMeasured: Readonly<Record<MeasuredCode, Words>> = {
  'banner-not-reduced': {
    title: () => 'De banner toont zijn eindbeeld niet aan lezers die hun systeem om minder beweging vroegen.',
    advice: () => 'Start hem via kader/motion, of spring naar het einde als prefers-reduced-motion aan staat.',
  },
  'banner-stutters': {
    title: (a) =>
      `Op een trage processor komt ${a.number('actual')} % van de beelden te laat; meer dan ${a.number('expected')} % ziet men als haperen.`,
    advice: () => 'Beweeg minder tegelijk, en alleen met transform en opacity; kleinere beelden en geen filters helpen ook.',
  },
  'banner-layout-thrash': {
    title: (a) =>
      `De beweging laat de browser de pagina telkens opnieuw opmaken, ${a.number('actual')} keer per beeld; dat kost batterij en vloeiendheid.`,
    advice: () => 'Beweeg met transform in plaats van left, top, width of margin, en meet niets tijdens de beweging.',
  },
  'banner-costly-motion': {
    title: (a) => `De beweging verandert ${a.list('names')}, wat de browser in elk beeld opnieuw moet tekenen.`,
    advice: () => 'Doe dezelfde beweging met transform en opacity; al het andere kost in elk beeld een nieuwe opmaak of tekening.',
  },
  'banner-frame-fault': {
    title: (a) =>
      `In een iframe ${a.text('kind') === 'other' ? 'van een andere herkomst' : 'van dezelfde herkomst als de pagina'} ${a.has('message') ? `faalt de banner: ${a.text('message')}` : 'eindigt de banner anders dan alleen'}. De meeste uitgevers tonen hem in zo’n frame.`,
    advice: () => 'Laat de banner naar niets buiten zijn eigen pagina grijpen: geen parent, geen top, geen maat van het venster eromheen.',
  },
  'banner-text-faint': {
    title: (a) =>
      `De tekst “${a.text('slot')}” heeft een contrast van ${a.number('actual')} : 1 met wat erachter ligt ${a.text('moment') === 'end' ? 'in het eindbeeld' : `bij ${a.text('moment')}`}; om gelezen te worden is ${a.number('expected')} : 1 nodig.`,
    advice: () => 'Kies een andere uitsnede, maak het beeld rustiger waar de tekst staat, of verander een van beide kleuren.',
  },
  'banner-text-small': {
    title: (a) =>
      `De tekst “${a.text('slot')}” staat in ${a.number('actual')} px; onder ${a.number('expected')} px leest bijna niemand hem.`,
    advice: () => 'Kort de tekst in of geef hem meer ruimte, zodat hij groter kan staan.',
  },
  'banner-widow': {
    title: (a) => `De laatste regel van “${a.text('slot')}” is één los woord.`,
    advice: () => 'Laat de regels in evenwicht brengen (text-wrap: balance), of bind de laatste woorden met een harde spatie.',
  },
  'not-captured': {
    title: () => 'Reservebeelden, films en storyboards zijn weggelaten; de banners kunnen zo niet worden opgeleverd.',
    advice: () => 'Bouw opnieuw zonder --no-captures.',
  },
};
