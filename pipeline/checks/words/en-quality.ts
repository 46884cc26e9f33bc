/** English words for what quality control finds in pages and banners, and for what tools could not do. */
import type { AdCode, HouseAdCode, LetterCode, MediaCode, QualityCode, ShownCode, TargetCode, ToolCode } from '../codes.ts';
import { enMeasured } from './en-measured.ts';
import { enPlayers } from './en-players.ts';
import { enSound } from './en-sound.ts';
import { enTitles } from './en-titles.ts';
import type { Words } from './say.ts';

export const enQuality: Readonly<
  Record<Exclude<QualityCode, AdCode | HouseAdCode | LetterCode | MediaCode | ShownCode | TargetCode> | ToolCode, Words>
> = {
  'image-heavy': {
    title: (a) =>
      `The picture “${a.text('asset')}” weighs ${a.bytes('actual')} as ${a.text('format')} of ${a.number('width')} px, more than the ${a.bytes('expected')} that its place allows, even at the lowest quality that it may have.`,
    advice: () => 'Let the slot have more bytes or fewer pixels, or choose a calmer picture.',
  },
  'format-gains-nothing': {
    title: (a) =>
      `The picture “${a.text('asset')}” weighs ${a.bytes('actual')} as ${a.text('format')} in all its widths and ${a.bytes('expected')} as ${a.text('other')}, so the page does not offer the first.`,
    advice: (a) => `Leave ${a.text('format')} out of the slot’s formats if this holds for all its pictures; that saves the making.`,
  },
  'page-conflict': {
    title: (a) => `Two sources make the same page ${a.text('page')}${a.when('sources', ': ')}; one would overwrite the other.`,
    advice: () => 'Give one of the two another permalink or file name.',
  },
  'link-broken': {
    title: (a) => `The page ${a.text('page')} links to ${a.text('target')}, which does not exist; visitors would get an error.`,
    advice: (a) => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : 'Correct the link, or make the page or file it leads to.'),
  },
  'html-invalid': {
    title: (a) =>
      `The HTML of ${a.text('page')} is not valid${a.when('message', ': ')}${a.when('rule', ' (', ')')}. Browsers may show it differently.`,
    advice: () => 'Correct the template or content that this page is made from.',
  },
  'axe-violation': {
    title: (a) =>
      `The page ${a.text('page')} is not accessible to everyone${a.when('help', ': ')}${a.when('rule', ' (', ')')}${a.when('target', ', at ')}.`,
    advice: () => 'Correct the template or content; the name of the rule leads to an explanation on dequeuniversity.com.',
  },
  'page-console-error': {
    title: (a) => `A script on ${a.text('page')} fails: ${a.text('message')}. Something on the page may not work.`,
    advice: () => 'Correct the script; the browser’s console shows where it fails.',
  },
  'page-request-failed': {
    title: (a) => `The page ${a.text('page')} asks for ${a.text('url')} and gets no answer, so part of it is missing.`,
    advice: () => 'Correct the address, or add the file to the house style.',
  },
  'page-overflow': {
    title: (a) => `The page ${a.text('page')} scrolls sideways on a screen ${a.number('width')} px wide, so part of it falls outside.`,
    advice: () => 'Look for an element of fixed width or a long word, and let it shrink or wrap.',
  },
  'page-outside-request': {
    title: (a) => `The page ${a.text('page')} loads ${a.text('url')} from elsewhere, so another company learns who visits.`,
    advice: () => 'Put the file in the site itself, or make sure that visitors agree to it.',
  },
  'banner-no-timeline': {
    title: () => 'The banner gives no timeline, so Kader cannot tell how long it moves or show its end state.',
    advice: () => 'Let motion.ts return its timeline.',
  },
  'banner-console-error': {
    title: (a) => `A script in the banner fails: ${a.text('message')}. The banner may stand still or stay empty.`,
    advice: () => 'Correct motion.ts of the template.',
  },
  'banner-request-failed': {
    title: (a) => `The banner asks for ${a.text('url')} and gets no answer, so part of it is missing.`,
    advice: () => 'Correct the address in the template, or add the file to it.',
  },
  'banner-click-wrong': {
    title: (a) =>
      `A click on the banner opens ${a.has('actual') ? a.text('actual') : 'nothing'} instead of ${a.text('expected')}, so the advertisement misses its aim.`,
    advice: () => 'Let nothing in the template lie over the click area, and let it open clickTag.',
  },
  ...enMeasured,
  ...enSound,
  ...enTitles,
  ...enPlayers,
  'banner-text-overflow': {
    title: (a) => `The text “${a.text('slot')}” does not fit its place: ${a.number('px')} px fall outside.`,
    advice: () => 'Shorten the text in the order, or give it more room or smaller type in the template.',
  },
  'tool-missing': {
    title: (a) => `${a.text('program')} is not installed, so this could not be made.`,
    advice: (a) => (a.has('advice') ? a.text('advice') : `Install ${a.text('program')} and build again.`),
  },
  'tool-failed': {
    title: (a) => `${a.has('label') ? a.text('label') : 'A step'} could not be made${a.when('detail', ': ')}.`,
    advice: () => 'Look at the file it is made from; the record holds everything the program said.',
  },
  'tool-timeout': {
    title: (a) =>
      `${a.has('label') ? a.text('label') : 'A step'} took too long and was stopped${a.has('seconds') ? ` after ${a.seconds('seconds')}` : ''}.`,
    advice: () => 'Build again; when it happens each time, the file it is made from is probably damaged or far too large.',
  },
  'bundle-failed': {
    title: (a) => `${a.text('file')} could not be bundled${a.when('message', ': ')}${a.when('detail', ': ')}.`,
    advice: () => 'Correct the file at the line shown.',
  },
  'job-skipped': {
    title: (a) =>
      `${a.has('labels') ? a.list('labels') : 'A part'} was not made, because it needs ${a.has('because') ? a.text('because') : 'something'} that is missing.`,
    advice: () => 'Solve what is said about that first; the rest follows by itself.',
  },
  'not-captured': {
    title: () => 'Banners were not photographed (--no-captures): they have no backup image, which ad platforms ask for.',
    advice: () => 'Build without --no-captures before you hand them over.',
  },
  'not-measured': {
    title: () => 'Pages and banners were not opened in a browser, so nobody knows whether they run, fit and open the right page.',
    advice: () => 'Build again with measuring before anything is handed over.',
  },
};
