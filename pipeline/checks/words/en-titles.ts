/** English words for titles of films. */
import type { TitleCode } from '../codes-titles.ts';
import type { Reading, Words } from './say.ts';

const title = (a: Reading): string => `“${a.text('template')}”${a.when('cut', ' in “', '”')}`;
const meant = (a: Reading, otherwise: string): string => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : otherwise);

export const enTitles: Readonly<Record<TitleCode, Words>> = {
  'title-template-missing': {
    title: (a) => `The house style has no title ${title(a)}; the film would go out without it.`,
    advice: (a) => meant(a, `Correct the name, or make the template in templates/…/video/${a.text('template')}/.`),
  },
  'title-family-missing': {
    title: (a) => `The title ${title(a)} has no layout for the shape of this film, ${a.text('size')}.`,
    advice: () => 'Add a family for this ratio to its template.yaml, or leave the title out of this film.',
  },
  'title-slot-unknown': {
    title: (a) => `The title ${title(a)} has no place called “${a.text('slot')}”.`,
    advice: (a) => meant(a, 'Use a slot of its template.yaml.'),
  },
  'title-slot-empty': {
    title: (a) =>
      `The title ${title(a)} has nothing for “${a.text('slot')}”${a.when('language', ' in “', '”')}, so that place would stay empty.`,
    advice: (a) => (a.has('language') ? 'Add the text to the order.' : 'Name a supplied picture under images of the title.'),
  },
  'title-text-too-long': {
    title: (a) =>
      `The text for “${a.text('slot')}” of a title${a.when('language', ' (', ')')} has ${a.number('actual')} characters, more than the ${a.number('expected')} that fit well.`,
    advice: () => 'Shorten the text.',
  },
  'title-text-overflow': {
    title: (a) => `In the title ${title(a)} the text “${a.text('slot')}” is ${a.number('px')} px too large for its place and is cut off.`,
    advice: () => 'Shorten the text, or give it more room in the template.',
  },
  'title-invisible': {
    title: (a) => `Nothing of the title ${title(a)} can be seen in the middle of its time.`,
    advice: () => 'Look at its style.css and motion.ts: what stands must be seen; mark that moment with the label “stands”.',
  },
  'title-script-failed': {
    title: (a) => `The title ${title(a)} does not run: “${a.text('message')}”.`,
    advice: () => 'Correct its motion.ts.',
  },
  'title-cut-short': {
    title: (a) => `The title ${title(a)} moves for ${a.seconds('actual')} but stands for ${a.seconds('expected')}: its end is not seen.`,
    advice: () => 'Let it stand longer (for), or let the motion follow stage.title.seconds.',
  },
  'title-too-brief': {
    title: (a) => `The title ${title(a)} stands for ${a.seconds('actual')}; who reads it calmly needs ${a.seconds('expected')}.`,
    advice: () => 'Let it stand longer (for), or say less.',
  },
};
