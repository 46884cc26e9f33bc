/** The characters that a page or unit shows, for the glyphs it takes: its text, what its stylesheets write, and every case CSS may set it in. */
import { Parser } from 'htmlparser2';
import type { HouseStyle, StyleContent } from '../model/house.ts';

/** A number that counts passes all figures, written as any language does. */
const FIGURES = "0123456789.,’'\u00a0\u202f";
const HYPHENS = '-\u2010';
const QUOTES = '“”‘’«»‹›„‚';
/** Of fields: what stands in them. */
const FIELDS = ['placeholder', 'value', 'label'];
const UNSEEN = new Set(['script', 'style', 'template']);
/** The only letters whose form at the head of a word is neither small nor large: `text-transform: capitalize` asks for them. */
const TITLE_CASE = [...'ǅǈǋǲᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾼῌῼ'];

export interface ShownText {
  /** As it is written, and as its stylesheets set it otherwise; each word once. */
  readonly text: string;
  /** In every case, by the rules of every language in it: scripts may set it otherwise too. */
  readonly letters: string;
}

export type Written = Pick<StyleContent, 'text' | 'cases' | 'attributes'>;
const NOTHING: Written = { text: '', cases: [], attributes: [] };

/** What the stylesheets of a house under these folders write themselves. */
export function writtenUnder({ styles = {} }: Pick<HouseStyle, 'styles'>, folders: readonly string[]): Written {
  return writtenIn(Object.entries(styles).flatMap(([path, style]) => (folders.some((folder) => path.startsWith(folder)) ? [style] : [])));
}

export function writtenIn(styles: readonly StyleContent[]): Written {
  return {
    text: styles.map(({ text }) => text).join(''),
    cases: [...new Set(styles.flatMap(({ cases }) => cases))],
    attributes: [...new Set(styles.flatMap(({ attributes }) => attributes))],
  };
}

/** @param language of the page; elements may name others */
export function shownText(html: string, language: string, styles: Written = NOTHING): ShownText {
  const languages = new Set([language]);
  const parts: string[] = [styles.text];
  const added: string[] = [];
  let unseen = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen++;
      if (attributes['lang']) languages.add(attributes['lang']);
      if ('data-count' in attributes) added.push(FIGURES);
      if (name === 'q') added.push(QUOTES);
      for (const one of [...FIELDS, ...styles.attributes]) parts.push(attributes[one] ?? '');
    },
    ontext(text) {
      if (unseen === 0) parts.push(text);
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--;
    },
  });
  parser.end(html);
  const text = [...new Set(parts.join(' ').split(/\s+/))].join(' ');
  // A word that may be broken needs its hyphen.
  const hyphens = text.includes('\u00ad') ? HYPHENS : '';
  const set = styles.cases.flatMap((one) =>
    [...languages].map((own) => (one === 'upper' ? text.toLocaleUpperCase(localeOf(own)) : text.toLocaleLowerCase(localeOf(own)))),
  );
  return { text: [text, ...set].join(' '), letters: [inAllCases(text, languages), ...added, hyphens].join('') };
}

/** Turkish writes İ over i, Greek takes accents off capitals, ß becomes SS and the ligature ﬁ Fi. */
function inAllCases(text: string, languages: Iterable<string>): string {
  const composed = text.normalize('NFC');
  const cases = [...languages].flatMap((language) => {
    const locale = localeOf(language);
    const upper = composed.toLocaleUpperCase(locale);
    const lower = composed.toLocaleLowerCase(locale);
    return [upper, upper.toLocaleLowerCase(locale), lower, lower.toLocaleUpperCase(locale)];
  });
  const all = [text, composed, ...cases].join('');
  const known = new Set(all);
  // A sigma at the end of a word that markup cuts up is none to the browser.
  const sigmas = known.has('Σ') ? 'σς' : '';
  return all + sigmas + TITLE_CASE.filter((letter) => known.has(letter.toLowerCase())).join('');
}

/** A language that is written wrongly has no rules of its own. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
