/** English words for what a target takes otherwise: targets nobody knows, fonts, drawings, clicks. */
import type { TargetCode } from '../codes.ts';
import { enOutlines } from './en-outlines.ts';
import type { Words } from './say.ts';

export const enTargets: Readonly<Record<TargetCode, Words>> = {
  ...enOutlines,
  'banner-drawing-bound': {
    title: (a) =>
      `${a.text('target')} refuses SVG inside the page, so the drawing became a file; what it borrows from the page does not reach it there${a.when('bonds', ': ')}.`,
    advice: () =>
      'Give the drawing its own colours and size (fill, width, height, class on the svg), and let motion.ts move only the whole of it.',
  },
  'banner-click-script-unknown': {
    title: (a) =>
      `Where the click script of ${a.text('target')} stands is not confirmed; the banner calls it but does not load it, so a click may do nothing.`,
    advice: () => 'Ask for the current sheet of the platform, and test the banner there before it is handed over.',
  },
  'banner-click-forbidden': {
    title: (a) =>
      `A click on the banner opens ${a.has('actual') ? a.text('actual') : 'a page'} itself; ${a.text('target')} lays its own click over it and refuses banners that do so too.`,
    advice: () => 'Take links and click code out of the template; Kader adds the click that each target wants.',
  },
};
