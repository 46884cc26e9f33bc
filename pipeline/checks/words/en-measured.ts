/** English words for what a browser measured when it ran a banner. */
import type { MeasuredCode } from '../codes.ts';
import type { Words } from './say.ts';

export const enMeasured: Readonly<Record<MeasuredCode, Words>> = {
  'banner-not-reduced': {
    title: () => 'The banner does not show its end frame to readers who asked their system for less motion.',
    advice: () => 'Start it through kader/motion, or jump to the end when prefers-reduced-motion is set.',
  },
  'banner-stutters': {
    title: (a) =>
      `On a slow processor ${a.number('actual')} % of the frames come too late; readers see more than ${a.number('expected')} % as stutter.`,
    advice: () => 'Move fewer things at a time, and only by transform and opacity; smaller pictures and no filters help too.',
  },
  'banner-layout-thrash': {
    title: (a) =>
      `The motion makes the browser lay out the page anew, ${a.number('actual')} times per frame; that costs readers their battery and the banner its smoothness.`,
    advice: () => 'Move by transform instead of left, top, width or margin, and measure nothing while it moves.',
  },
  'banner-costly-motion': {
    title: (a) => `The motion changes ${a.list('names')}, which the browser must draw again in every frame.`,
    advice: () => 'Use transform and opacity for the same move; the rest costs a layout or a painting in every frame.',
  },
  'banner-frame-fault': {
    title: (a) =>
      `In an iframe ${a.text('kind') === 'other' ? 'of another origin' : 'of the page’s own origin'} the banner ${a.has('message') ? `fails: ${a.text('message')}` : 'ends otherwise than alone'}. Most publishers show it in such a frame.`,
    advice: () => 'Let the banner reach for nothing outside its own page: no parent, no top, no size of the window around it.',
  },
  'banner-text-faint': {
    title: (a) =>
      `The text “${a.text('slot')}” has a contrast of ${a.number('actual')} : 1 with what is behind it ${a.text('moment') === 'end' ? 'in the end frame' : `at ${a.text('moment')}`}; it needs ${a.number('expected')} : 1 to be read.`,
    advice: () => 'Choose another crop, calm the picture where the text stands, or change one of the two colours.',
  },
  'banner-text-small': {
    title: (a) =>
      `The text “${a.text('slot')}” is set in ${a.number('actual')} px; under ${a.number('expected')} px hardly anyone reads it.`,
    advice: () => 'Shorten the text or give it more room, so that it can stand larger.',
  },
  'banner-widow': {
    title: (a) => `The last line of “${a.text('slot')}” is a single word.`,
    advice: () => 'Let the text balance (text-wrap: balance), or bind its last words with a hard space.',
  },
  'not-captured': {
    title: () => 'Backup images, films and storyboards were left out, so the banners cannot be handed over.',
    advice: () => 'Build again without --no-captures.',
  },
};
