/** Checks whether a made cut is as long as its cut list says, whole, and its sound in step with its picture. */
import { frameSeconds } from '../model/clip-rules.ts';
import type { Finding } from '../model/finding.ts';
import { faulty, type MadeCut } from './cut-made.ts';

/** In s; below it nobody notices (ITU-R BT.1359-1: 45 ms). */
const STEP = 0.02;
/** Of sound alone: one frame of 25 per s, as of film. */
const SOUND_FRAME = 0.04;
/** Coders of sound fill their last block: 1024 samples in AAC, 1152 in MP3. */
const BLOCK = 1152;

export function checkCutWhole(made: MadeCut): Finding[] {
  const { cut, facts } = made;
  const { picture, sound, measured } = facts;
  const isFilm = cut.what === 'video';
  if ((isFilm && !picture) || (!isFilm && !sound)) return [faulty('delivery-incomplete', made, { reason: 'no-track' })];
  if (!measured) return [];
  const { pictureSeconds, soundSeconds, frames } = measured.decoded;
  const came = isFilm ? pictureSeconds : soundSeconds;
  const frame = isFilm ? frameSeconds(facts) : SOUND_FRAME;
  const broken = [
    ...(measured.complaints.length > 0 ? ['damaged'] : []),
    ...(picture && picture.frames > 0 && frames < picture.frames ? ['frames-lost'] : []),
  ];
  return [
    ...broken.map((reason) => faulty('delivery-incomplete', made, { reason, detail: measured.complaints[0] ?? '' })),
    ...(Math.abs(came - cut.seconds) > frame * 1.001
      ? [faulty('delivery-length-off', made, { actual: thousandth(came), expected: thousandth(cut.seconds) })]
      : []),
    ...(isFilm && picture && sound ? inStep(made, sound.startsAt - picture.startsAt, soundSeconds - pictureSeconds) : []),
  ];
}

function inStep(made: MadeCut, start: number, end: number): Finding[] {
  const padding = BLOCK / (made.facts.sound?.sampleRate || 48_000);
  if (Math.abs(start) > STEP)
    return [faulty('delivery-sound-off', made, { part: 'start', actual: milliseconds(start), expected: STEP * 1000 })];
  if (Math.abs(end) > STEP + padding)
    return [faulty('delivery-sound-off', made, { part: 'end', actual: milliseconds(end), expected: milliseconds(STEP + padding) })];
  return [];
}

const thousandth = (seconds: number): number => Math.round(seconds * 1000) / 1000;
const milliseconds = (seconds: number): number => Math.round(Math.abs(seconds) * 1000);
