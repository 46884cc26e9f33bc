/** English words for texts that should be outlines and cannot: fonts that a target refuses, and drawings that would look otherwise. */
import type { TargetCode } from '../codes.ts';
import type { Words } from './say.ts';

const why: Readonly<Record<string, string>> = {
  decoration: 'it is underlined or struck through',
  fill: 'it is filled with something other than a colour',
  caps: 'it is set in small capitals or raised figures, which the browser makes',
  vertical: 'it runs from top to bottom',
  'first-letter': 'its first letter or line is set otherwise',
  generated: 'a stylesheet writes it (content)',
  drawing: 'it stands as text inside a drawing',
  field: 'it is what a field holds',
  'cut-off': 'it is cut off with dots',
  count: 'a script counts in it',
};

export const enOutlines: Readonly<Record<Extract<TargetCode, 'banner-font-refused' | 'banner-outlines-impossible'>, Words>> = {
  'banner-font-refused': {
    title: (a) =>
      `${a.text('target')} takes fonts only in a way that ${a.has('families') ? a.list('families') : 'this font'} cannot go${a.has('slot') ? `, and “${a.text('slot')}” cannot become outlines: ${why[a.text('why')] ?? 'it would look otherwise'}` : ''}; the font now stands inside the unit and the banner may be refused.`,
    advice: (a) =>
      a.has('slot')
        ? 'Set this text plainly (a single colour, no underline, no count-up, words in the template and not in the stylesheet), or use a family of Google Fonts for this target.'
        : 'Use a family of Google Fonts for this target (under the name it has there), or ask whether embedded fonts are taken.',
  },
  'banner-outlines-impossible': {
    title: (a) =>
      `“${a.text('slot')}” cannot become outlines: ${why[a.text('why')] ?? 'it would look otherwise'}. The licence of ${a.text('family')} allows nothing else in banners, so this is held back.`,
    advice: () =>
      'Set this text plainly (a single colour, no underline, no count-up, words in the template and not in the stylesheet), or ask the owner of the font for the right to embed it and put licence: granted in house.yaml.',
  },
};
