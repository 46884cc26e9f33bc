/** Cut lists as Avid, Premiere, Resolve and OpenTimelineIO write them: the parts, and what cannot be followed with its line. */
import { expect, test } from 'vitest';
import type { CutListReading } from '../../pipeline/model/cut-list.ts';
import { readEdl } from '../../pipeline/model/edl.ts';
import { readOtio } from '../../pipeline/model/otio.ts';
import { written } from '../../pipeline/model/time.ts';
import { AVID, otio, otioClip, otioGap, otioMix, otioTrack, PREMIERE, RESOLVE } from '../support/cut-lists.ts';

type Read = CutListReading | { readonly unreadable: string };

function sound(reading: Read): CutListReading {
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  return reading;
}
const told = (reading: Read): string[] => sound(reading).faults.map(({ line, what = 'unreadable' }) => `${line} ${what}`);
const spans = (reading: Read) => sound(reading).parts.map(({ names, from, to }) => [names[0], from && written(from), to && written(to)]);

test('an EDL of Avid: reels, names, and a dissolve that takes from behind the cut', () => {
  const reading = sound(readEdl(AVID, 'video'));
  expect(spans(reading)).toEqual([
    ['TRAIL001', '01:00:04:00', '01:00:07:00'],
    ['BACKST01', '00:00:01:00', '00:00:05:00'],
  ]);
  expect(reading.parts[0]).toMatchObject({ names: ['TRAIL001', 'TRAILER', 'TRAIL001'], line: 3 });
  expect(reading.parts[1]).toMatchObject({ names: ['BACKST01', 'BACKSTAGE'], tail: { frames: 10 }, line: 8 });
  expect(reading.faults).toEqual([]);
});

test('an EDL of Premiere: clips by their names, and sound that goes its own way', () => {
  const reading = readEdl(PREMIERE, 'video');
  expect(sound(reading).parts.map(({ names }) => names)).toEqual([
    ['AX', 'Trailer.mov'],
    ['AX', 'Backstage.mp4'],
  ]);
  expect(told(reading)).toEqual(['10 sound']);
  expect(sound(readEdl(PREMIERE, 'audio')).parts.map(({ names }) => names[1])).toEqual(['Backstage.mp4', 'Jingle.wav']);
});

test('an EDL of Resolve: drop frame, from black and to black', () => {
  const reading = sound(readEdl(RESOLVE, 'video'));
  expect(spans(reading)).toEqual([
    ['A003C001', '00:00:00;10', '00:00:03;10'],
    ['A003C002', '00:01:00;02', '00:01:02;02'],
  ]);
  expect(reading).toMatchObject({ fadeIn: { frames: 15 }, fadeOut: { frames: 15 }, runsOn: { frames: 15 }, faults: [] });
});

test.each([
  [
    'a gap',
    AVID.replace('01:00:00:00 01:00:03:00\n* FROM', '01:00:00:00 01:00:02:20\n* FROM').replace(
      '01:00:07:00 01:00:00',
      '01:00:06:20 01:00:00',
    ),
    '8 gap',
  ],
  ['a wipe', AVID.replace('D    010', 'W001 010'), '8 wipe'],
  ['a key', AVID.replace('D    010', 'K B  010'), '8 key'],
  ['a speed', `${AVID}M2   BACKST01       050.0                00:00:01:00\n`, undefined],
  ['a freeze', `${AVID}M2   BACKST01       000.0                00:00:01:00\n`, '8 freeze'],
  ['a part played backwards', `${AVID}M2   BACKST01       -025.0                00:00:01:00\n`, '8 speed'],
  ['two lengths', AVID.replace('00:00:05:00 01:00:03', '00:00:09:00 01:00:03'), '8 lengths'],
  ['a line that nobody wrote', AVID.replace('001  TRAIL001 V', '001  TRAIL001 V5x'), '3 unreadable'],
  ['a remark that nobody knows', `${AVID}HELLO WORLD\n`, '13 unreadable'],
  ['a timecode that is none', AVID.replace('00:00:05:00 01:00', '00:00:65:00 01:00'), '8 unreadable'],
])('in an EDL, %s', (_, text, fault) => {
  // Where picture and sound were cut apart by it, that is told too.
  expect(told(readEdl(text, 'video')).filter((one) => !one.endsWith(' sound'))).toEqual(fault === undefined ? [] : [fault]);
});

test('a speed is given to whoever knows the rate of the clip', () => {
  expect(sound(readEdl(`${AVID}M2   BACKST01       050.0                00:00:01:00\n`, 'video')).parts[1]).toMatchObject({ speed: 50 });
});

test('what is no EDL is said to be none, and one made to be read for ever is read at once', () => {
  expect(readEdl('<xml>', 'video')).toEqual({ unreadable: 'format' });
  expect(readEdl('TITLE: Nothing\n', 'video')).toEqual({ unreadable: 'empty' });
  const start = performance.now();
  readEdl(`${'001  A V C '.padEnd(3_000_000)}\n${`001  A  V  C${' '.repeat(390)}\n`.repeat(5000)}`, 'video');
  expect(performance.now() - start).toBeLessThan(5000);
});

const A = otioClip('Trailer', [100, 75], [0, 500]);
const B = otioClip('Backstage', [90_025, 100], [90_000, 300]);

test('OpenTimelineIO: clips, their media, and a dissolve that lies on both sides of the cut', () => {
  const reading = sound(readOtio(otio(otioTrack('Video', A, otioMix(5, 5), B), otioTrack('Audio', A)), 'video'));
  expect(reading.parts).toMatchObject([
    {
      names: ['Trailer', 'file:///Volumes/Kade/Trailer.mov'],
      from: { frames: 100, rate: [25, 1] },
      to: { frames: 175 },
      origin: { frames: 0 },
    },
    { from: { frames: 90_025 }, to: { frames: 90_125 }, origin: { frames: 90_000 }, lead: { frames: 5 }, tail: { frames: 5 } },
  ]);
  expect(reading).toMatchObject({ rate: [25, 1], faults: [] });
});

test('OpenTimelineIO 1 names its media elsewhere, and a clip without a range is all of its media', () => {
  const { media_references, active_media_reference_key: _, ...clip } = otioClip('Trailer', null);
  const old = { ...clip, OTIO_SCHEMA: 'Clip.1', media_reference: media_references.DEFAULT_MEDIA };
  const reading = sound(readOtio(otio(otioTrack('Video', old)), 'video'));
  expect(reading.parts).toEqual([{ names: ['Trailer', 'file:///Volumes/Kade/Trailer.mov'], line: expect.any(Number) }]);
});

test('for sound the first track of sound is followed, for a film the first of pictures', () => {
  const text = otio(otioTrack('Video', A), otioTrack('Audio', B));
  expect([readOtio(text, 'video'), readOtio(text, 'audio')].map((one) => sound(one).parts[0]?.names[0])).toEqual(['Trailer', 'Backstage']);
});

test.each([
  ['a gap between clips', [otioTrack('Video', A, otioGap(10), B)], 'gap', 'Gap.1'],
  ['a gap before the first', [otioTrack('Video', otioGap(10), A)], undefined, ''],
  ['a second track of pictures', [otioTrack('Video', A), otioTrack('Video', B)], 'tracks', 'Track.1'],
  ['a wipe', [otioTrack('Video', A, otioMix(5, 5, 'Custom_Transition'), B)], 'wipe', 'Transition.1'],
  ['a speed', [otioTrack('Video', { ...A, effects: [{ OTIO_SCHEMA: 'LinearTimeWarp.1', time_scalar: 2 }] })], 'speed', 'Clip.2'],
  ['a frozen frame', [otioTrack('Video', { ...A, effects: [{ OTIO_SCHEMA: 'FreezeFrame.1' }] })], 'freeze', 'Clip.2'],
  ['a cut within a cut', [otioTrack('Video', A, { OTIO_SCHEMA: 'Stack.1', children: [] })], 'nested', 'Stack.1'],
  ['a track that shows a part of itself', [{ ...otioTrack('Video', A), source_range: A.source_range }], 'nested', 'Track.1'],
  ['a clip that is switched off', [otioTrack('Video', A, { ...B, enabled: false })], 'disabled', 'Clip.2'],
  ['a clip without numbers', [otioTrack('Video', { ...A, source_range: { OTIO_SCHEMA: 'TimeRange.1' } }, B)], 'unreadable', 'Clip.2'],
])('in OpenTimelineIO, %s', (_, tracks, what, schema) => {
  const text = otio(...tracks);
  const faults = told(readOtio(text, 'video'));
  expect(faults.map((one) => one.split(' ')[1])).toEqual(what === undefined ? [] : [what]);
  // The line that is told opens an object of that kind.
  for (const one of faults) expect(text.split('\n')[Number(one.split(' ')[0]) - 1]).toContain(schema);
});

test('what is no timeline is said to be none', () => {
  expect(readOtio('{', 'video')).toHaveProperty('unreadable');
  expect(readOtio('[1]', 'video')).toEqual({ unreadable: 'format' });
  expect(readOtio(otio(otioTrack('Video')), 'video')).toEqual({ unreadable: 'empty' });
  expect(readOtio('null', 'video')).toEqual({ unreadable: 'format' });
});
