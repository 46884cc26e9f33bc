/** Dutch words for titles of films. */
import type { TitleCode } from '../codes-titles.ts';
import type { Reading, Words } from './say.ts';

const title = (a: Reading): string => `“${a.text('template')}”${a.when('cut', ' in “', '”')}`;
const meant = (a: Reading, otherwise: string): string => (a.has('nearest') ? `Bedoelt u “${a.text('nearest')}”?` : otherwise);

export const nlTitles: Readonly<Record<TitleCode, Words>> = {
  'title-template-missing': {
    title: (a) => `De huisstijl heeft geen titel ${title(a)}; de film zou zonder vertrekken.`,
    advice: (a) => meant(a, `Verbeter de naam, of maak het sjabloon in templates/…/video/${a.text('template')}/.`),
  },
  'title-family-missing': {
    title: (a) => `De titel ${title(a)} heeft geen opmaak voor de vorm van deze film, ${a.text('size')}.`,
    advice: () => 'Voeg in template.yaml een familie voor deze verhouding toe, of laat de titel uit deze film weg.',
  },
  'title-slot-unknown': {
    title: (a) => `De titel ${title(a)} heeft geen plaats die “${a.text('slot')}” heet.`,
    advice: (a) => meant(a, 'Gebruik een slot uit template.yaml.'),
  },
  'title-slot-empty': {
    title: (a) =>
      `De titel ${title(a)} heeft niets voor “${a.text('slot')}”${a.when('language', ' in “', '”')}; die plaats zou leeg blijven.`,
    advice: (a) => (a.has('language') ? 'Voeg de tekst toe aan de order.' : 'Noem een aangeleverd beeld onder images van de titel.'),
  },
  'title-text-too-long': {
    title: (a) =>
      `De tekst voor “${a.text('slot')}” van een titel${a.when('language', ' (', ')')} telt ${a.number('actual')} tekens, meer dan de ${a.number('expected')} die goed passen.`,
    advice: () => 'Kort de tekst in.',
  },
  'title-text-overflow': {
    title: (a) =>
      `In de titel ${title(a)} is de tekst “${a.text('slot')}” ${a.number('px')} px te groot voor zijn plaats; hij wordt afgesneden.`,
    advice: () => 'Kort de tekst in, of geef hem in het sjabloon meer plaats.',
  },
  'title-invisible': {
    title: (a) => `Halverwege zijn tijd is van de titel ${title(a)} niets te zien.`,
    advice: () => 'Bekijk style.css en motion.ts: wat staat, moet te zien zijn; geef dat moment het label “stands”.',
  },
  'title-script-failed': {
    title: (a) => `De titel ${title(a)} werkt niet: “${a.text('message')}”.`,
    advice: () => 'Verbeter zijn motion.ts.',
  },
  'title-cut-short': {
    title: (a) => `De titel ${title(a)} beweegt ${a.seconds('actual')} maar staat ${a.seconds('expected')}: zijn einde wordt niet gezien.`,
    advice: () => 'Laat hem langer staan (for), of laat de beweging stage.title.seconds volgen.',
  },
  'title-too-brief': {
    title: (a) => `De titel ${title(a)} staat ${a.seconds('actual')}; wie hem rustig leest, heeft ${a.seconds('expected')} nodig.`,
    advice: () => 'Laat hem langer staan (for), of zeg minder.',
  },
};
