/** English words for letters and for files of stylesheets: what fonts may and can do, how small texts are set, what `url()` names. */
import type { LetterCode } from '../codes.ts';
import type { Words } from './say.ts';

const why: Readonly<Record<string, string>> = {
  restricted: 'the file is marked “restricted licence”',
  bitmap: 'the file is marked “bitmaps only”, and browsers draw outlines',
  licence: 'house.yaml says that its licence covers pages only',
  outlines: 'house.yaml says that in banners it may only be drawn as outlines, and here it cannot be',
};
const problems: Readonly<Record<string, string>> = {
  missing: 'there is no such file',
  outside: 'that lies outside the folder of the template and what all templates share',
  type: 'banners take no files of that kind',
};

export const enLetters: Readonly<Record<LetterCode, Words>> = {
  'font-embedding-forbidden': {
    title: (a) =>
      `${a.text('family')} may not be embedded${a.when('target', ' in banners for ')}: ${why[a.text('why')] ?? 'its licence forbids it'}. Handing it out would break the licence, so this is held back.`,
    advice: () =>
      'Ask the owner of the font for the right in writing and put licence: granted with the font in house.yaml, or choose another family.',
  },
  'font-kept-whole': {
    title: (a) =>
      `${a.text('family')} is marked “no subsetting”, so it goes along with all its glyphs; that weighs many times what a subset does.`,
    advice: () => 'Put licence: granted with the font in house.yaml if the owner allows subsets, or choose another family.',
  },
  'font-lacks-characters': {
    title: (a) =>
      `${a.text('family')} has no ${a.list('characters')}, which the texts${a.when('language', ' in “', '”')} use; every screen shows them in a font of its own.`,
    advice: () => 'Take a file of the family that has these characters (latin-ext, for instance), or write the text otherwise.',
  },
  'banner-style-file': {
    title: (a) =>
      `The stylesheet names ${a.text('url')}, but ${problems[a.text('problem')] ?? 'it cannot be packed'}; the banner would ask for a file that is not in its zip.`,
    advice: () => 'Put the file beside the stylesheet, or in banners/shared, and name it relative to the stylesheet.',
  },
  'banner-text-under-minimum': {
    title: (a) =>
      `The text “${a.text('slot')}” is set in ${a.number('actual')} px, under the ${a.number('expected')} px that its template asks${a.text('role') === 'legal' ? '; a legal line that cannot be read does not count as given' : ''}.`,
    advice: () => 'Shorten the text or give it more room; shrinking and scaling may not take it below its minimum.',
  },
};
