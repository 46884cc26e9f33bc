/** English words for what mastering could not do for a sound. */
import type { SoundCode } from '../codes-sound.ts';
import type { Words } from './say.ts';

export const enSound: Readonly<Record<SoundCode, Words>> = {
  'sound-held-back': {
    title: (a) =>
      `The sound comes to ${a.number('actual')} LUFS instead of ${a.number('expected')} LUFS: ${
        a.text('reason') === 'gain'
          ? 'it is so quiet that raising it further would bring out its noise'
          : 'its peaks would have to be held down until it sounds squashed'
      }. Beside others it is too quiet.`,
    advice: (a) =>
      a.text('reason') === 'gain'
        ? 'Ask for a recording with more level, or put music under it.'
        : 'Ask for a mix with fewer peaks, or order a lower loudness for this channel.',
  },
  'sound-unlevelled': {
    title: (a) =>
      a.text('reason') === 'silent'
        ? 'The sound of this cut is silent, so its loudness was left as it is.'
        : 'The sound is shorter than 0.4 s, which has no loudness by EBU R 128; only its peaks were held.',
    advice: (a) =>
      a.text('reason') === 'silent'
        ? 'Check whether the right clip and the right part of it were ordered.'
        : 'Listen to it beside the other sounds.',
  },
};
