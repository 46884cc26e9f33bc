/** English words for light, colour and level of pictures, and for their corrections. */
import type { CorrectionCode } from '../codes.ts';
import type { Words } from './say.ts';

const hues: Readonly<Record<string, string>> = {
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  cyan: 'cyan',
  blue: 'blue',
  magenta: 'magenta',
};

export const enCorrection: Readonly<Record<CorrectionCode, Words>> = {
  'mask-unusable': {
    title: (a) =>
      `“${a.text('asset')}” cannot be cut out with the mask “${a.text('mask')}”${
        a.text('reason') === 'shape'
          ? `, because the mask has another shape (${a.text('actual')} instead of ${a.text('expected')} px)`
          : a.text('reason') === 'missing'
            ? ', because no supplied material has that name'
            : ', because the mask cannot be read as a picture'
      }.`,
    advice: () => 'Supply a mask of the same shape as the picture, white where the picture must stay, and list it under supplied.',
  },
  'look-missing': {
    title: (a) =>
      `The colour table ${a.text('look')} of “${a.text('name')}” is not in the production’s folder, so its look cannot be made.`,
    advice: () => 'Put the CUBE file in that place, or correct the path under corrections.',
  },
  'look-invalid': {
    title: (a) =>
      `The colour table ${a.text('look')} of “${a.text('name')}” is damaged or is no CUBE file: line ${a.text('lookLine')} cannot be read${a.when('detail', ' (', ')')}.`,
    advice: () => 'Export the look again as a 3D table in CUBE form.',
  },
  'correction-proposed': {
    title: (a) =>
      `“${a.text('asset')}” is corrected automatically${a.when('degrees', ', straightened by ', '°')}${a.when('gains', ', cast removed (red / green / blue × ', ')')}${a.when('levels', ', tones stretched from ', ' %')}.`,
    advice: () =>
      'Look at the picture before and after in the report; write the steps out yourself, or leave auto away, to have it otherwise.',
  },
  'image-too-dark': {
    title: (a) =>
      `“${a.text('asset')}” is underexposed${a.when('stops', ' by about ', ' stops')}: even its brightest parts are dark, so it will look dull beside other pictures.`,
    advice: (a) => `Ask for a lighter version, or correct it in the order: corrections: [{ exposure: ${a.text('stops') || '2'} }].`,
  },
  'image-too-light': {
    title: (a) => `“${a.text('asset')}” is overexposed: nothing in it is dark and its lights are gone, so it will look washed out.`,
    advice: () => 'Ask for a version developed more darkly from the raw file; what is burnt out cannot be brought back here.',
  },
  'image-cast': {
    title: (a) =>
      `What should be grey in “${a.text('asset')}” is ${hues[a.text('hue')] ?? 'coloured'}${a.when('actual', ' (', ' ΔE)')}: the picture has a colour cast.`,
    advice: () => 'Correct the white balance in the order (corrections: [{ auto: [cast] }] or whiteBalance), or leave it if it is meant.',
  },
  'image-tilted': {
    title: (a) =>
      `“${a.text('asset')}” leans ${a.number('actual')}° to the ${a.has('right') ? 'right' : 'left'}, which the eye sees at once along a horizon.`,
    advice: (a) => `Straighten it in the order: corrections: [{ straighten: ${a.text('back') || '1'} }].`,
  },
  'gallery-mixed-casts': {
    title: (a) =>
      `In “${a.text('gallery')}” the greys of ${a.number('count')} of ${a.number('total')} pictures differ in colour from the others${a.when('assets', ': ')}; side by side that is seen.`,
    advice: () => 'Give the pictures one white balance, for instance with corrections: [{ auto: [cast] }] at that entry of the order.',
  },
};
