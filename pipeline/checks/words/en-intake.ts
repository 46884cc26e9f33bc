/** English words for clips that come in: what they are, and what hinders reading and measuring them. */
import type { IntakeCode } from '../codes.ts';
import type { Words } from './say.ts';

export const enIntake: Readonly<Record<IntakeCode, Words>> = {
  'clip-misnamed': {
    title: (a) =>
      `${a.text('file')} is called .${a.text('ending')} but is of the type ${a.text('actual')}; it is read as what it is, but other programs may refuse it.`,
    advice: () => 'Please ask for it under its right name, or exported again in the format that its name promises.',
  },
  'clip-unread': {
    title: (a) =>
      `The clip ${a.text('file')} could not be read${a.has('program') ? `, because ${a.text('program')} is not there` : a.when('detail', ': ')}.`,
    advice: (a) =>
      a.has('advice')
        ? `Install it and build again (${a.text('advice')}).`
        : 'Build again; if it stays so, please ask for the clip exported anew.',
  },
  'clip-empty': {
    title: (a) => `The clip ${a.text('file')} holds no frame and no sound: nothing can be made of it.`,
    advice: () => 'Please open the original, play it, export it again and send it again.',
  },
  'clip-too-large': {
    title: (a) =>
      `The clip ${a.text('file')} measures ${a.number('width')} × ${a.number('height')} px, above the limit of ${a.number('limit')} megapixels per frame; it is not decoded.`,
    advice: (a) =>
      `No channel shows more than 4K: please ask for the clip in at most 3840 × 2160 px${a.has('megapixels') ? `, or allow it in the order: limits: { megapixels: ${a.text('megapixels')} }` : ''}.`,
  },
  'clip-unmeasured': {
    title: (a) =>
      `The clip ${a.text('file')} could not be measured${a.has('program') ? `, because ${a.text('program')} is not there` : a.when('detail', ': ')}; black, silence, loudness and flashes are not known.`,
    advice: (a) =>
      a.has('advice')
        ? `Install it and build again (${a.text('advice')}).`
        : 'Look and listen to it yourself, or build again on a computer that has more time and memory.',
  },
};
