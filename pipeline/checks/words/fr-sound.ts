/** French words for what mastering could not do for a sound. */
import type { SoundCode } from '../codes-sound.ts';
import type { Words } from './say.ts';

export const frSound: Readonly<Record<SoundCode, Words>> = {
  'sound-held-back': {
    title: (a) =>
      `Le son atteint ${a.number('actual')} LUFS au lieu de ${a.number('expected')} LUFS : ${
        a.text('reason') === 'gain'
          ? 'il est si faible que le monter davantage ferait surtout entendre le souffle'
          : 'ses crêtes devraient être rabotées au point qu’il sonnerait écrasé'
      }. À côté d’autres sons, il paraîtra trop faible.`,
    advice: (a) =>
      a.text('reason') === 'gain'
        ? 'Demandez une prise de son plus forte, ou mettez une musique dessous.'
        : 'Demandez un mixage avec moins de crêtes, ou prévoyez un niveau plus bas pour ce canal.',
  },
  'sound-unlevelled': {
    title: (a) =>
      a.text('reason') === 'silent'
        ? 'Le son de ce montage est silencieux ; son niveau a été laissé tel quel.'
        : 'Le son dure moins de 0,4 s et n’a pas de niveau selon EBU R 128 ; seules ses crêtes ont été limitées.',
    advice: (a) =>
      a.text('reason') === 'silent' ? 'Vérifiez que le bon clip et le bon extrait ont été choisis.' : 'Écoutez-le à côté des autres sons.',
  },
};
