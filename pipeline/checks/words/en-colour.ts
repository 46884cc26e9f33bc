/** What is said of the colours of supplied pictures, in English. */
import type { ColourCode } from '../codes.ts';
import type { Words } from './say.ts';

export const enColour: Readonly<Record<ColourCode, Words>> = {
  'image-untagged-cmyk': {
    title: (a) =>
      `The picture “${a.text('asset')}” is in CMYK without a colour profile, so its true colours are a guess; it is read ${a.has('assumed') ? `as ${a.text('assumed')}, which the house style names` : 'as printed in a generic offset process'}.`,
    advice: (a) =>
      `Please ask for the picture in RGB, or in CMYK with its profile embedded${a.has('assumed') ? '' : '; or name the press it was separated for under images.colour.cmyk in house.yaml'}.`,
  },
  'image-cmyk': {
    title: (a) =>
      `The picture “${a.text('asset')}” was separated for a press${a.when('profile', ' (', ')')}; it is converted for screens, but colours that its ink could not hold are gone from the file.`,
    advice: () => 'Where strong colours count, please ask for the RGB original; otherwise nothing needs doing.',
  },
  'image-no-profile': {
    title: (a) =>
      `The picture “${a.text('asset')}” carries no colour profile; it is taken for ${a.text('assumed') === 'sRGB' || !a.has('assumed') ? 'sRGB' : `${a.text('assumed')}, as the camera says`}.`,
    advice: () => 'If the colours look dull or too strong, please ask for the picture with its profile embedded.',
  },
  'image-profile-unusable': {
    title: (a) =>
      `The colour profile in “${a.text('asset')}”${a.when('profile', ' (', ')')} cannot be used: ${a.text('fault') === 'mismatch' ? 'it is made for other colour channels than those of the picture' : 'it is damaged'}. The picture is read as ${a.has('assumed') ? a.text('assumed') : 'generic offset CMYK'}, so its colours may be off.`,
    advice: () =>
      'Please ask for the picture again, converted to sRGB or Display P3 by the program it was made in, with that profile embedded.',
  },
  'image-hdr-flattened': {
    title: (a) =>
      `The photo “${a.text('asset')}” holds a gain map (UltraHDR) that lets bright screens show more light; no place of the house style keeps it, so all screens get the ordinary version.`,
    advice: () => 'Write hdr: keep for a place in house.yaml to offer the brighter version beside it; otherwise nothing needs doing.',
  },
  'image-hdr-not-kept': {
    title: (a) =>
      `The gain map (UltraHDR) of “${a.text('asset')}” cannot be kept as the house style asks: ${a.text('hindrance') === 'corrections' ? 'the picture is corrected on its way there, in the order or by the slot, and the map knows nothing of that' : 'the map is damaged or does not say what it means'}. Bright screens get the ordinary version.`,
    advice: (a) =>
      a.text('hindrance') === 'corrections'
        ? 'Leave out hdr: keep for that place, or the corrections and the treatment of this picture.'
        : 'Please ask for the file as the phone saved it; programs that do not know gain maps spoil them.',
  },
  'image-hdr-rolled-off': {
    title: (a) =>
      `The picture “${a.text('asset')}” is written for HDR screens alone${a.when('actual', ' (', ')')}; for ordinary screens its light is rolled off (BT.2408), so that lamps and skies keep drawing but not their brightness.`,
    advice: () =>
      'Look at it in the report or on the page. Where the look counts, ask for a version that its maker graded for ordinary screens, or for an UltraHDR JPEG, which holds both.',
  },
};
