/** English words for cuts as they were made, judged by their cut list and their channel. */
import type { DeliveryCode } from '../codes-media.ts';
import type { Reading, Words } from './say.ts';

const sure: Readonly<Record<string, string>> = {
  official: 'its own page',
  quoted: 'quoted from its own page',
  secondary: 'somebody else’s page',
  unknown: 'no page read',
};

/** Who asks it, where that stands and how sure it is. */
function asked(a: Reading): string {
  if (!a.has('source')) return '';
  return ` Asked by ${a.text('by')}: ${a.text('source')}, ${sure[a.text('status')] ?? ''}${a.when('checked', ', checked ')}${a.when('note', ' (', ')')}.`;
}

export const words = (title: Words['title'], advice: (a: Reading) => string): Words => ({ title, advice: (a) => advice(a) + asked(a) });
export const taker = (a: Reading): string => (a.has('by') ? a.text('by') : 'the channel');
export const file = (a: Reading): string => (a.has('entry') ? a.text('entry') : 'The cut');
/** What is more or less than the limit: `29.97 fps, where …`. */
const against = (a: Reading, unit: string): string => `${a.number('actual')}${unit}, where the limit is ${a.number('expected')}${unit}`;
const heard: Readonly<Record<string, string>> = {
  'sound-codecs': '',
  'least-channels': ' channels',
  'most-channels': ' channels',
  'least-sample-rate': ' Hz',
  'most-sample-rate': ' Hz',
  'under-sample-rate': ' Hz',
  'least-sound-bit-rate': ' b/s',
  'most-sound-bit-rate': ' b/s',
};
const incomplete: Readonly<Record<string, string>> = {
  'no-track': 'the track that was ordered is not in it',
  damaged: 'it cannot be read without faults',
  'frames-lost': 'fewer frames come out than went in',
};

export const enDeliveries: Readonly<Record<DeliveryCode, Words>> = {
  'delivery-incomplete': words(
    (a) =>
      `${file(a)} is not whole: ${incomplete[a.text('reason')] ?? 'something is missing'}${a.when('detail', ' (', ')')}. It is held back.`,
    () => 'Build again; if it stays so, look at the supplied clip and at the version of ffmpeg (kader doctor).',
  ),
  'delivery-length-off': words(
    (a) =>
      `${file(a)} lasts ${a.number('actual')} s where the cut list says ${a.number('expected')} s; more than a frame is too many or too few.`,
    () => 'Look whether the clip has frames up to the out point, and build again.',
  ),
  'delivery-sound-off': words(
    (a) =>
      `Sound and picture of ${file(a)} are ${a.number('actual')} ms apart at the ${a.text('part')} (most: ${a.number('expected')} ms); lips would not follow the voice.`,
    () => 'Look at the tracks of the supplied clip; start the cut where both have begun.',
  ),
  'delivery-colour-wrong': words(
    (a) =>
      `${file(a)} does not say that its colours are BT.709 (${a.list('items')}); players would guess, and colours would differ from screen to screen.`,
    () => 'Build again with an ffmpeg that kader doctor finds complete.',
  ),
  'delivery-loudness-off': words(
    (a) =>
      `${file(a)} has a loudness of ${a.number('actual')} LUFS where ${a.number('expected')} is asked; beside other films it would stand out.`,
    () => 'Leave loudness out of the cut to get that of the channel; sound with few loud moments may need another mix.',
  ),
  'delivery-true-peak': words(
    (a) => `The peaks of ${file(a)} reach ${a.number('actual')} dBTP, above ${a.number('expected')}; they would crackle on telephones.`,
    () => 'Order a lower loudness, or ask for a mix with less sharp peaks.',
  ),
  'delivery-covered': words(
    (a) =>
      `Over ${file(a)}, ${taker(a)} lays its own buttons and texts: ${a.list('slots')} stands within ${a.number('expected')} % of the side and may be hidden.`,
    () => 'Keep texts within --safe-top, --safe-right, --safe-bottom and --safe-left in the style.css of the title.',
  ),
  'delivery-too-long': words(
    (a) => `${file(a)} lasts ${a.seconds('actual')}; ${taker(a)} takes at most ${a.seconds('expected')}.`,
    () => 'Set an earlier out point in the cut.',
  ),
  'delivery-too-short': words(
    (a) => `${file(a)} lasts ${a.seconds('actual')}; ${taker(a)} takes at least ${a.seconds('expected')}.`,
    () => 'Set a later out point in the cut, or add a part.',
  ),
  'delivery-too-heavy': words(
    (a) => `${file(a)} weighs ${a.weighed('actual')}; ${taker(a)} takes at most ${a.bytes('expected')}.`,
    () => 'Shorten the cut, or deliver it to a channel that takes more.',
  ),
  'delivery-too-light': words(
    (a) => `${file(a)} weighs ${a.weighed('actual')}; ${taker(a)} takes at least ${a.bytes('expected')}.`,
    () => 'Lengthen the cut; a few seconds suffice.',
  ),
  'delivery-size-refused': words(
    (a) => `${file(a)} has a side of ${against(a, ' px')}; ${taker(a)} would refuse or enlarge it.`,
    () => 'Supply a clip with more pixels, or leave the ratio to the channel.',
  ),
  'delivery-ratio-refused': words(
    (a) =>
      `The shape of ${file(a)} (${a.number('actual')}) is not one that ${taker(a)} takes (${a.list('expected')}); it would be cropped or get bars.`,
    () => 'Leave the ratio out of the cut to get that of the channel.',
  ),
  'delivery-rate-refused': words(
    (a) =>
      a.text('reason') === 'variable'
        ? `The frames of ${file(a)} do not last equally long, and ${taker(a)} asks that they do.`
        : `${file(a)} has ${against(a, ' fps')}; ${taker(a)} would make it stutter.`,
    () => 'Build again; if it stays so, look at the rate of the supplied clip.',
  ),
  'delivery-scan-refused': words(
    (a) =>
      `${file(a)} ${a.text('reason') === 'pixels' ? 'has pixels that are not square' : 'is interlaced'}, and ${taker(a)} refuses that.`,
    () => 'Build again; if it stays so, ask for a progressive export with square pixels.',
  ),
  'delivery-gop-refused': words(
    (a) => `The key frames of ${file(a)} lie ${against(a, ' s')}; ${taker(a)} may refuse it or seek badly in it.`,
    () => 'Build again with the settings of the channel.',
  ),
  'delivery-container-refused': words(
    (a) => `${file(a)} is a file of the type ${a.text('actual')}; ${taker(a)} takes ${a.list('expected')}.`,
    () => 'Deliver the cut to a channel that takes it.',
  ),
  'delivery-codec-refused': words(
    (a) => `The picture of ${file(a)} is coded as ${a.text('actual')}; ${taker(a)} takes ${a.list('expected')}.`,
    () => 'Build again with an ffmpeg that has the encoder (kader doctor).',
  ),
  'delivery-edit-list': words(
    (a) => `${file(a)} has an edit list; ${taker(a)} refuses that, or shows it a few frames off.`,
    () => 'Build again with an ffmpeg that kader doctor finds complete.',
  ),
  'delivery-index-last': words(
    (a) => `The index of ${file(a)} stands behind its pictures; ${taker(a)} refuses that, and no player could start before all is loaded.`,
    () => 'Build again with an ffmpeg that kader doctor finds complete.',
  ),
  'delivery-bit-rate-refused': words(
    (a) => `${file(a)} has ${against(a, ' b/s')}; ${taker(a)} would refuse it or code it anew.`,
    () => 'Build again; noise and quick cuts need more bits than others.',
  ),
  'delivery-sound-refused': words(
    (a) =>
      a.text('rule') === 'sound-codecs' || !a.has('rule')
        ? `The sound of ${file(a)} is ${a.text('actual')}; ${taker(a)} takes ${a.list('expected')}.`
        : `The sound of ${file(a)} has ${against(a, heard[a.text('rule')] ?? '')}; ${taker(a)} would refuse it or code it anew.`,
    () => 'Build again with the settings of the channel.',
  ),
  'delivery-captions-refused': words(
    (a) => `The captions of ${file(a)} do not lie beside it as ${taker(a)} takes them (${a.list('expected')}).`,
    () => 'Burn them in (captions: burned), or supply them once more as SRT.',
  ),
  'delivery-needs-current-sheet': {
    title: (a) => `Of ${taker(a)} these limits are not known: ${a.list('rules')}. ${file(a)} may break them.`,
    advice: (a) => `Look in the current sheet before you deliver${a.when('sources', ': ')}.`,
  },
  'delivery-not-measured': {
    title: (a) => `Nothing at hand could tell whether ${file(a)} keeps these limits of ${taker(a)}: ${a.list('rules')}.`,
    advice: () => 'Look at it in the channel’s own preview before it goes live.',
  },
};
