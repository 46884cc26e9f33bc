/** English words for what is found in supplied film and sound. */
import type { ClipCode } from '../codes-media.ts';
import type { Reading, Words } from './say.ts';

/** “trailer” as the order names it. */
const name = (a: Reading): string => `“${a.text('asset')}”`;
const where = (a: Reading): string =>
  `${a.when('at', ' (', '')}${Number(a.text('count')) > 5 ? ` … ${a.number('count')} in all` : ''}${a.has('at') ? ')' : ''}`;
const part = (a: Reading, does: string, words: { readonly whole: string; readonly other: string }): string => {
  if (a.text('part') === 'head') return `${name(a)} opens with ${a.number('seconds')} s that ${does}, until ${a.text('at')}.`;
  if (a.text('part') === 'tail') return `${name(a)} ends with ${a.number('seconds')} s that ${does}, from ${a.text('at')}.`;
  return a.text('part') === 'whole' ? words.whole : words.other;
};
const trim = (a: Reading, otherwise: string): string =>
  ['head', 'tail'].includes(a.text('part'))
    ? `Set ${a.text('part') === 'head' ? 'in' : 'out'}: ${a.text('at')} in the cuts that use it, unless it is meant so.`
    : otherwise;

export const enClips: Readonly<Record<ClipCode, Words>> = {
  'clip-incomplete': {
    title: (a) =>
      `${name(a)} is cut off: ${a.number('actual')} s come out of it where it says ${a.number('expected')} s. After ${a.text('at')} the viewer would see nothing.`,
    advice: () => 'Ask for the whole file again; a broken upload is the usual cause.',
  },
  'clip-damaged': {
    title: (a) => `${name(a)} is damaged in places${a.when('detail', ' (', ')')}; blocks, smears or clicks may be seen or heard there.`,
    advice: () => 'Look at it from beginning to end, and ask for the file again if it shows.',
  },
  'clip-too-small': {
    title: (a) =>
      `${name(a)} is ${a.text('size')} px; its shorter side of ${a.number('actual')} px is below ${a.number('expected')} and looks soft on every screen.`,
    advice: () => 'Ask for the original from the camera or the edit, not for a copy from a chat or a website.',
  },
  'clip-oversized': {
    title: (a) => `${name(a)} is ${a.text('size')} px, larger than any channel shows (${a.number('expected')} px); it takes long to read.`,
    advice: () => 'Nothing needs to be done; a copy in UHD would be quicker.',
  },
  'clip-pixels-not-square': {
    title: (a) => `The pixels of ${name(a)} are not square (${a.text('shape')}); without conversion people would look thin or broad.`,
    advice: (a) => `It is made square, ${a.text('size')} px; look whether circles are round.`,
  },
  'clip-turned': {
    title: (a) => `${name(a)} was filmed with the camera turned (${a.number('actual')}°); it is put upright.`,
    advice: () => 'Look whether what should be up is up.',
  },
  'clip-bars': {
    title: (a) =>
      `${name(a)} has black bars ${a.text('sides') === 'sides' ? 'left or right' : 'above or below'} (${a.number('actual')}\u00a0% of the frame); in a cut they would stand as a second frame.`,
    advice: () => 'Ask for the film without bars, or choose fit: cover so that they fall outside.',
  },
  'clip-see-through': {
    title: (a) => `${name(a)} is see-through; films for channels are not, and black comes where nothing is.`,
    advice: () => 'Lay it over a picture in the edit when it was meant to lie over something.',
  },
  'clip-variable-rate': {
    title: (a) =>
      `The frames of ${name(a)} do not last equally long (${a.number('shortest')} to ${a.number('longest')} ms), as telephones and screen recorders write them; motion may stutter and sound may drift.`,
    advice: () => 'It is made constant; watch lips and camera moves in the result.',
  },
  'clip-interlaced': {
    title: (a) =>
      `${name(a)} is interlaced${a.has('actual') ? ` (${a.number('actual')}\u00a0% of the frames)` : ''}; on screens of today combs would show along all that moves.`,
    advice: () => 'It is deinterlaced; a progressive export would be sharper.',
  },
  'clip-black': {
    title: (a) =>
      part(a, 'are black', {
        whole: `${name(a)} is black from beginning to end.`,
        other: `${name(a)} goes black for longer than ${a.number('expected')} s${where(a)}; viewers would think that it is over.`,
      }),
    advice: (a) => trim(a, 'Ask whether that is meant, or leave those seconds out of the cut.'),
  },
  'clip-frozen': {
    title: (a) =>
      part(a, 'stand still', {
        whole: `The picture of ${name(a)} stands still from beginning to end.`,
        other: `The picture of ${name(a)} stands still for longer than ${a.number('expected')} s${where(a)}; that looks like a fault in the player.`,
      }),
    advice: (a) => trim(a, 'Ask whether that is meant, or leave those seconds out of the cut.'),
  },
  'clip-flashes': {
    title: (a) =>
      `${name(a)} flashes more than three times in a second${where(a)}; that can give people with photosensitive epilepsy a fit (WCAG 2.3.1).`,
    advice: () => 'Leave those seconds out, or have the flashes slowed or darkened in the edit.',
  },
  'clip-starved': {
    title: (a) =>
      `${name(a)} was coded with few bits (${a.number('actual')} per pixel in ${a.text('codec')}, where ${a.number('expected')} are usual); smears and blocks grow worse with every export.`,
    advice: () => 'Ask for the export from the edit, or for the original of the camera.',
  },
  'clip-blurred': {
    title: (a) =>
      `${name(a)} is blurred for the most part (${a.number('actual')}, above ${a.number('expected')}); out of focus, or enlarged.`,
    advice: () => 'Look at it at full size; ask for another take if it is not meant.',
  },
  'clip-blocky': {
    title: (a) => `Blocks show in ${name(a)} (${a.number('actual')}, above ${a.number('expected')}); it was compressed too far once.`,
    advice: () => 'Ask for an earlier copy.',
  },
  'clip-colour-unknown': {
    title: (a) => `${name(a)} does not say how its colours are coded; at ${a.text('size')} px they are read as ${a.text('assumed')}.`,
    advice: () => 'Compare reds and greens with the original; if they are off, ask for an export with colour tags.',
  },
  'clip-matrix-unlikely': {
    title: (a) =>
      `${name(a)} says that it is coded as standard definition (${a.text('matrix')}) while it is ${a.text('size')} px; reds and greens may be wrong.`,
    advice: () => 'Compare with the original; if they are off, ask for an export tagged BT.709.',
  },
  'clip-hdr': {
    title: (a) => `${name(a)} is HDR (${a.text('curve')}); for the channels it is brought back to ordinary screens (BT.709).`,
    advice: () => 'Look at skies and lamps in the result; a grade in SDR is always better.',
  },
  'clip-converted': {
    title: (a) => `${name(a)} is not in a form that every player takes (${a.list('items')}); it is converted.`,
    advice: () => 'Nothing needs to be done.',
  },
  'clip-tracks': {
    title: (a) =>
      `${name(a)} holds ${a.number('pictures')} picture, ${a.number('sounds')} sound and ${a.number('texts')} text tracks; the first picture and the first ${a.has('isPair') ? 'two sounds, as left and right,' : 'sound'} are used.`,
    advice: () => 'Ask for a file with the right track alone if another is meant; supply captions as a file of their own.',
  },
  'clip-edit-list': {
    title: (a) => `${name(a)} shows less than is stored in it, or in another order (edit list); some players ignore that.`,
    advice: () => 'It is made as it is meant to be shown; look where it begins and ends.',
  },
  'clip-sound-length': {
    title: (a) => `The sound of ${name(a)} is ${a.number('actual')} s ${a.text('which')} than its picture.`,
    advice: () => 'It is cut or filled up with silence; listen to the end.',
  },
  'clip-sound-late': {
    title: (a) =>
      `The sound of ${name(a)} starts ${a.number('actual')} s ${a.text('which') === 'early' ? 'before' : 'after'} its picture; where a player ignores that, lips and voice part.`,
    advice: () => 'It is put in step by what the file says; watch somebody speak.',
  },
  'clip-no-sound': {
    title: (a) => `${name(a)} has no sound${a.text('reason') === 'silent' ? ': its track is silent all through' : ''}.`,
    advice: () => 'Nothing needs to be done when it is meant so; else ask for the mix, or add music.',
  },
  'clip-silent': {
    title: (a) => part(a, 'are silent', { whole: `${name(a)} is silent.`, other: `${name(a)} falls silent${where(a)}.` }),
    advice: (a) => trim(a, 'Listen whether something is missing there.'),
  },
  'clip-clipped': {
    title: (a) =>
      `The sound of ${name(a)} was cut off at the top when it was recorded (flat factor ${a.number('actual')}, above ${a.number('expected')}); loud places crackle.`,
    advice: () => 'Ask for another recording or the mix before mastering; turning it down does not bring it back.',
  },
  'clip-quiet': {
    title: (a) =>
      `${name(a)} is very quiet (${a.number('actual')} LUFS, below ${a.number('expected')}); made as loud as its channel asks, its hiss is heard too.`,
    advice: () => 'Ask for a recording at a normal level, or lay music under it.',
  },
  'clip-loudness': {
    title: (a) =>
      `${name(a)} has a loudness of ${a.number('actual')} LUFS, outside ${a.number('least')} to ${a.number('most')}; it is levelled for each channel.`,
    advice: () => 'Nothing needs to be done.',
  },
  'clip-true-peak': {
    title: (a) =>
      `The peaks of ${name(a)} reach ${a.number('actual')} dBTP, above ${a.number('expected')}; coders would make them crackle, so they are held down.`,
    advice: () => 'Nothing needs to be done.',
  },
  'clip-phase': {
    title: (a) =>
      `Left and right of ${name(a)} cancel each other (correlation ${a.number('actual')}); on a telephone, in mono, voices would vanish.`,
    advice: () => 'Ask for a mix with both channels in phase.',
  },
  'clip-mono-twice': {
    title: (a) => `Left and right of ${name(a)} are the same; it is mono in two channels.`,
    advice: () => 'Nothing needs to be done when a voice is all there is; else ask for the stereo mix.',
  },
  'clip-one-sided': {
    title: (a) =>
      `${name(a)} is heard on the ${a.text('side') === 'left' ? 'left' : 'right'} only; who wears headphones hears it in one ear.`,
    advice: () => 'It is put on both sides in what is made; ask for the stereo mix if there is one.',
  },
};
