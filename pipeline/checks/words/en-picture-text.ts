/** English words for letters that are seen in photographs, and for files that share a name. */
import type { PreflightCode } from '../codes.ts';
import type { Words } from './say.ts';

export const enPictureText = {
  'image-shows-text': {
    title: (a) =>
      `Letters are seen in the picture “${a.text('asset')}” (from ${a.number('left')}\u00a0% to ${a.number('right')}\u00a0% of its width, ${a.number('top')}\u00a0% to ${a.number('bottom')}\u00a0% of its height); text in a picture cannot be translated, read aloud or found.`,
    advice: () =>
      'If it was set on the photograph, please ask for the photograph without it and set the text in the page or the banner. If it belongs to what is shown, such as a sign, say in the alt text what matters of it.',
  },
  'crop-cuts-text': {
    title: (a) =>
      `In the place “${a.text('slot')}” the crop of “${a.text('asset')}” runs through letters that are seen in the picture; half a word looks like a mistake.`,
    advice: () => 'Draw a safe box round the text in the order, move the focus point away from it, or ask for the picture without text.',
  },
  'material-same-name': {
    title: (a) => `Files of one name were supplied as “${a.text('asset')}”: ${a.list('files')}; it is not clear which of them is meant.`,
    advice: () =>
      'Name the one that is meant, for instance with a narrower pattern such as photos/*.tif, or give each an entry of its own in the order.',
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
