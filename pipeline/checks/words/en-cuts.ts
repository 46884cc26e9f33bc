/** English words for what orders say of film and sound: cuts, cut lists and captions. */
import type { CutCode } from '../codes-cuts.ts';
import type { Reading, Words } from './say.ts';

const cut = (a: Reading): string => (a.has('cut') ? `“${a.text('cut')}”` : 'the cut');
const clip = (a: Reading): string => (a.has('clip') ? `“${a.text('clip')}”` : 'the clip');
const lost = (a: Reading): string => `${cut(a)} is not made`;
const inList = (a: Reading): string => a.when('listLine', ' (line ', ' of the cut list)');
const meant = (a: Reading, otherwise: string): string => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : otherwise);
const known = (a: Reading): string => (a.has('known') ? `Known are: ${a.list('known')}.` : 'List it under supplied first.');
const one = (a: Reading, words: Readonly<Record<string, string>>, otherwise: string): string =>
  (Object.hasOwn(words, a.text('reason')) ? words[a.text('reason')] : undefined) ?? otherwise;
const others = (a: Reading): string =>
  Number(a.text('count')) > 1 ? ` (${a.number('count')} captions${a.when('lines', '; also lines ')})` : '';

const unusable: Readonly<Record<string, string>> = {
  'no-picture': 'it has sound but no picture',
  'no-sound': 'it has no sound',
  'no-clip': 'it could not be read as film or sound',
  'no-still': 'it is no picture',
  'not-there': 'it has not been supplied',
  several: 'it stands for several files',
  unknown: 'nothing supplied is called so',
};
const timecode: Readonly<Record<string, string>> = {
  frames: 'a second does not have that many frames',
  dropped: 'drop frame leaves this number out',
  'drop-rate': 'only 29.97 and 59.94 frames a second are counted in drop frame',
  'no-rate': 'the material has no frames to count in',
};
const list: Readonly<Record<string, string>> = {
  format: 'it is not in the format that the order says',
  empty: 'there are no cuts in it',
  size: 'it is too large for a cut list',
};
const notFollowed: Readonly<Record<string, string>> = {
  speed: 'plays a part slower, faster or backwards; Kader plays clips as they were recorded',
  freeze: 'holds a frame; Kader plays clips as they were recorded',
  wipe: 'asks for a wipe; it becomes a dissolve of the same length',
  key: 'lays one picture over another; only what comes in is shown',
  gap: 'leaves a gap; the parts follow at once',
  overlap: 'lets parts lie over each other; they follow one another',
  sound: 'cuts the sound elsewhere than the picture; each part keeps its own sound',
  tracks: 'has several tracks; only the first is followed',
  nested: 'holds cuts within cuts; they cannot be followed',
  disabled: 'has a part that is switched off; it is left out',
  lengths: 'gives a part one length in the clip and another in the cut',
  generator: 'asks for bars, colours or titles that the editing program makes itself',
};
const outside: Readonly<Record<string, string>> = {
  title: 'the title',
  poster: 'the moment of the poster',
  chapter: 'the chapter',
  focus: 'the point of focus',
};
const caption: Readonly<Record<string, string>> = {
  time: 'its times cannot be read',
  backwards: 'it ends before it begins',
  empty: 'nothing is said in it',
  stray: 'a text stands there without a time',
  order: 'it begins before the one above it; it was put in its place',
};
const captions: Readonly<Record<string, string>> = {
  format: 'it is neither SRT nor WebVTT',
  empty: 'nothing stands in it',
  size: 'it is too large for captions',
};

export const enCuts: Readonly<Record<CutCode, Words>> = {
  'order-material-unknown': {
    title: (a) => `Nothing supplied is called “${a.text('actual')}”, so what needs it cannot be made.`,
    advice: (a) => meant(a, known(a)),
  },
  'order-channel-unknown': {
    title: (a) =>
      a.has('elsewhere')
        ? `The channel “${a.text('actual')}” takes no ${a.text('elsewhere') === 'video' ? 'film' : 'sound alone'}.`
        : `There is no channel called “${a.text('actual')}”, so it is not known what may go there.`,
    advice: (a) => meant(a, a.has('known') ? `Use one of these: ${a.list('known')}.` : 'Use one that `kader rules` shows.'),
  },
  'cut-clip-unusable': {
    title: (a) =>
      `${lost(a).replace(/^t/, 'T')}, because “${a.text('name')}” cannot be used for it: ${one(a, unusable, 'it is not fit for it')}.`,
    advice: (a) =>
      meant(
        a,
        a.text('reason') === 'several' ? `Name one of them: ${a.list('known')}.` : 'Supply it, or name other material in the order.',
      ),
  },
  'cut-beyond-clip': {
    title: (a) =>
      a.text('reason') === 'dissolve'
        ? `The dissolve at ${a.text('time')} needs more of ${clip(a)} than there is${inList(a)}; ${lost(a)}.`
        : `The time ${a.text('time')} lies beyond ${clip(a)}, which ends at ${a.text('end')}${inList(a)}; ${lost(a)}.`,
    advice: (a) =>
      a.text('reason') === 'dissolve'
        ? 'Shorten the dissolve, or cut further from the end of the clip.'
        : 'Correct in or out, or supply the longer clip.',
  },
  'cut-span-empty': {
    title: (a) =>
      `A part would end at ${a.text('to')}, not after it begins (${a.text('from')})${inList(a)}; nothing would be seen or heard of it.`,
    advice: () => 'Correct in or out; times count from the start of the clip.',
  },
  'cut-fade-too-long': {
    title: (a) => `Fades of ${a.seconds('fade')} do not fit into ${a.seconds('seconds')}${inList(a)}.`,
    advice: () => 'Shorten the fades, or lengthen the part.',
  },
  'cut-timecode-wrong': {
    title: (a) =>
      `The timecode ${a.text('actual')} stands for no frame of ${clip(a)}${a.when('rate', ' at ', ' frames a second')}${inList(a)}: ${one(a, timecode, 'it cannot be read')}.`,
    advice: (a) =>
      a.text('reason') === 'no-rate'
        ? 'Write seconds or mm:ss.ms, say the rate behind the timecode (00:00:04:12@25), or that of the cut list.'
        : 'Correct the timecode, or the rate of the cut list.',
  },
  'cut-moment-outside': {
    title: (a) =>
      `In ${cut(a)}, ${outside[a.text('what')] ?? 'a moment'}${a.when('name', ' “', '”')} at ${a.text('time')} lies beyond the end at ${a.text('end')}; it is left out.`,
    advice: () => 'Times count from the start of the cut, not of the clip.',
  },
  'cut-captions-missing': {
    title: (a) => `There are no captions${a.when('language', ' in “', '”')} to show in ${cut(a)}; who cannot hear it is left without.`,
    advice: (a) => `Add captions: { ${a.text('language') || 'nl'}: path } to the supplied clip, or write captions: none.`,
  },
  'cut-language-left-out': {
    title: (a) =>
      `${cut(a).replace(/^t/, 'T')} is not made in “${a.text('language')}”: none of its clips has captions in that language to burn in.`,
    advice: () => 'Add the captions to the supplied clip, or say languages for those that are wanted.',
  },
  'cut-enlarged': {
    title: (a) => `In ${cut(a)}, ${clip(a)} is enlarged ${a.number('actual')} times to ${a.text('size')}; that is seen as softness.`,
    advice: (a) =>
      `Ask for the clip at ${a.text('needed')} or larger${a.text('fit') === 'cover' ? ', or show all of it with fit: blur or fit: contain' : ''}.`,
  },
  'cut-title-untold': {
    title: (a) => `The title “${a.text('name')}” of ${cut(a)} has no text in “${a.text('language')}” and is left out there.`,
    advice: (a) => `Add ${a.text('language') || 'the language'} under text.`,
  },
  'cut-list-missing': {
    title: (a) => `The cut list ${a.text('file')} has not been supplied, so its cuts cannot be made.`,
    advice: (a) => meant(a, 'Put it into the folder of the production, or correct the path in the order.'),
  },
  'cut-list-unreadable': {
    title: (a) => `The cut list ${a.text('file')} cannot be used: ${one(a, list, a.text('reason') || 'it cannot be read')}.`,
    advice: () => 'Export it again from the editing program: CMX 3600 as .edl, OpenTimelineIO as .otio.',
  },
  'cut-list-line-unreadable': {
    title: (a) =>
      `The cut list ${a.text('file')} says something here that cannot be read${a.when('text', ': “', '”')}; its cuts are not made.`,
    advice: () => 'Export the list again, without effects, and do not edit it by hand.',
  },
  'cut-list-reel-unknown': {
    title: (a) =>
      `The cut list${a.when('list', ' ')} uses “${a.text('actual')}”${inList(a)}, and nothing supplied is called so; ${lost(a)}.`,
    advice: (a) =>
      `Say which clip it is: reels: { ${a.text('actual') || 'REEL'}: ${a.text('nearest') || 'name'} }${a.when('known', '; supplied are ')}.`,
  },
  'cut-list-not-followed': {
    title: (a) =>
      `The cut list${a.when('file', ' ')} ${notFollowed[a.text('what')] ?? 'asks for what cannot be followed'}${a.when('text', ' (', ')')}${inList(a)}.`,
    advice: () => 'Look at the cut as it was made; where it must be so, export the part as a clip of its own and supply that.',
  },
  'captions-missing': {
    title: (a) => `The captions ${a.text('file')} have not been supplied, so what shows “${a.text('asset')}” would go without.`,
    advice: (a) => meant(a, 'Put the file into the folder of the production, or correct the path in the order.'),
  },
  'captions-unreadable': {
    title: (a) => `The captions ${a.text('file')} cannot be used: ${one(a, captions, 'they cannot be read')}.`,
    advice: () => 'Please send them again as SRT or WebVTT, in UTF-8.',
  },
  'captions-encoding': {
    title: (a) => `The captions ${a.text('file')} are not in UTF-8; they were read as Windows-1252, so letters with accents may be wrong.`,
    advice: () => 'Look at names and accents, or save the file again as UTF-8.',
  },
  'captions-line-unreadable': {
    title: (a) =>
      `A caption in ${a.text('file')} is not as it should be${a.when('text', ' (“', '”)')}: ${one(a, caption, 'it cannot be read')}.`,
    advice: (a) =>
      a.text('reason') === 'order'
        ? 'Nothing needs to be done when the times are right.'
        : 'It is left out; correct this place and send the file again.',
  },
  'captions-line-too-long': {
    title: (a) =>
      `A line of captions in ${a.text('file')} has ${a.number('actual')} characters${others(a)}; beyond ${a.number('expected')} it runs over the edge or into another line.`,
    advice: () => 'Break it at a pause in the sentence, or shorten the text.',
  },
  'captions-too-many-lines': {
    title: (a) =>
      `A caption in ${a.text('file')} has ${a.number('actual')} lines${others(a)}; more than ${a.number('expected')} hide the picture.`,
    advice: () => 'Divide it into two captions.',
  },
  'captions-too-fast': {
    title: (a) =>
      `A caption in ${a.text('file')} asks for ${a.number('actual')} characters a second${others(a)}; beyond ${a.number('expected')} many cannot finish reading.`,
    advice: () => 'Shorten the text, or let it stand longer.',
  },
  'captions-too-brief': {
    title: (a) => `A caption in ${a.text('file')} stands for ${a.number('actual')} s${others(a)}; that flashes by before it is read.`,
    advice: () => 'Let it stand for five sixths of a second at least, or join it to the one beside it.',
  },
  'captions-too-lasting': {
    title: (a) =>
      `A caption in ${a.text('file')} stands for ${a.number('actual')} s${others(a)}; beyond ${a.number('expected')} s it is read twice.`,
    advice: () => 'Divide it, or take it away when nobody speaks any more.',
  },
  'captions-gap-too-small': {
    title: (a) => `Two captions in ${a.text('file')} are ${a.number('actual')} s apart${others(a)}; under two frames the change flickers.`,
    advice: () => 'Let them follow at once, or leave two frames between them.',
  },
  'captions-overlap': {
    title: (a) =>
      `Two captions in ${a.text('file')} stand at the same time for ${a.number('actual')} s${others(a)}; they push each other over the picture.`,
    advice: () => 'End the first before the second begins, or make one caption of both.',
  },
  'captions-beyond-clip': {
    title: (a) =>
      `A caption in ${a.text('file')} stands until ${a.text('actual')}${others(a)}, but “${a.text('name')}” ends at ${a.text('expected')}; captions of another version were perhaps sent.`,
    advice: () => 'Hold the captions against the clip, and ask for those of this version.',
  },
};
