/** Dutch words for what mastering could not do for a sound. */
import type { SoundCode } from '../codes-sound.ts';
import type { Words } from './say.ts';

export const nlSound: Readonly<Record<SoundCode, Words>> = {
  'sound-held-back': {
    title: (a) =>
      `Het geluid komt op ${a.number('actual')} LUFS in plaats van ${a.number('expected')} LUFS: ${
        a.text('reason') === 'gain'
          ? 'het is zo zacht dat verder ophalen vooral ruis geeft'
          : 'de pieken zouden zo ver moeten worden afgevangen dat het platgedrukt klinkt'
      }. Naast ander geluid valt het weg.`,
    advice: (a) =>
      a.text('reason') === 'gain'
        ? 'Vraag een opname met meer niveau, of leg er muziek onder.'
        : 'Vraag een mix met minder pieken, of bestel voor dit kanaal een lagere luidheid.',
  },
  'sound-unlevelled': {
    title: (a) =>
      a.text('reason') === 'silent'
        ? 'Deze montage is stil; de luidheid is gelaten zoals ze is.'
        : 'Het geluid is korter dan 0,4 s en heeft volgens EBU R 128 geen luidheid; alleen de pieken zijn begrensd.',
    advice: (a) =>
      a.text('reason') === 'silent'
        ? 'Kijk na of de juiste clip en het juiste fragment zijn besteld.'
        : 'Beluister het naast de andere geluiden.',
  },
};
