/** Times of cut lists: every way of writing them, and the exact frame that they mean. */
import { expect, test } from 'vitest';
import {
  atFrame,
  clockOf,
  durationText,
  frameAt,
  framesOf,
  rateOf,
  readTime,
  secondsOf,
  type Timecode,
  timecodeAt,
} from '../../pipeline/model/time.ts';

test.each([
  [4, 4],
  [4.25, 4.25],
  ['4.25', 4.25],
  ['00:03.2', 3.2],
  ['1:30', 90],
  ['90:00', 5400],
  ['90:03.2', 5403.2],
  ['1:02:03', 3723],
  ['01:02:03.040', 3723.04],
])('%s is read as %d s', (written, seconds) => {
  expect(secondsOf(readTime(written) ?? { seconds: -1 }, [25, 1])).toBe(seconds);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '', '4 s', '1:60', '00:61:00', '1:2:3:4', '4,5', '00:03,2', '01:00:00:00:00', 'end'])(
  '%s is no time',
  (written) => expect(readTime(written)).toBeUndefined(),
);

const frames = (code: string, rate: readonly [number, number]) => framesOf(readTime(code) as Timecode, rate);

test('a timecode may say its rate', () => {
  const seconds = (code: string, rate: readonly [number, number]) => secondsOf(readTime(code) as Timecode, rate);
  expect(seconds('00:00:04:12@25', [50, 1])).toBe(4.48);
  expect(seconds('00:01:00;02@29.97', [25, 1])).toBeCloseTo(60.06, 9);
  expect(seconds('00:00:04:25@25', [50, 1])).toBe('frames');
  expect(['00:00:04:12@0', '00:00:04:12@', '4.5@25'].map((one) => readTime(one))).toEqual([undefined, undefined, undefined]);
});

test('a timecode counts whole frames', () => {
  expect(frames('00:00:04:12', [25, 1])).toBe(112);
  expect(frames('01:00:00:00', [24000, 1001])).toBe(86_400);
  expect(secondsOf(readTime('01:00:00:00') as Timecode, [24000, 1001])).toBeCloseTo(3603.6, 9);
  expect(frames('00:00:00:25', [25, 1])).toBe('frames');
  expect(frames('00:00:00:119', [120, 1])).toBe(119);
});

// SMPTE ST 12-1: at 29.97 an hour of drop frame has 107 892 frames, and ten minutes 17 982.
test('drop frame leaves out two numbers each minute but every tenth, four at 59.94', () => {
  expect(frames('00:00:59;29', [30000, 1001])).toBe(1799);
  expect(frames('00:01:00;02', [30000, 1001])).toBe(1800);
  expect(frames('00:10:00;00', [30000, 1001])).toBe(17_982);
  expect(frames('01:00:00;00', [30000, 1001])).toBe(107_892);
  expect(frames('01:00:00;00', [60000, 1001])).toBe(215_784);
  expect(frames('00:01:00;00', [30000, 1001])).toBe('dropped');
  expect(frames('00:01:00;03', [60000, 1001])).toBe('dropped');
  expect(frames('00:00:01;00', [25, 1])).toBe('drop-rate');
  expect(frames('00:00:01;00', [30, 1])).toBe('drop-rate');
});

test('every frame of an hour comes back from its moment', () => {
  for (const rate of [
    [24000, 1001],
    [30000, 1001],
    [25, 1],
    [60000, 1001],
  ] as const) {
    for (let frame = 0; frame < 216_000; frame += 997) expect(frameAt(atFrame(frame, rate), rate)).toBe(frame);
  }
});

test.each([
  [25, [25, 1]],
  [29.97, [30000, 1001]],
  [29.97002997, [30000, 1001]],
  [23.976, [24000, 1001]],
  [23.98, [24000, 1001]],
  [59.94, [60000, 1001]],
  [12.5, [25, 2]],
])('%d frames a second are %j', (perSecond, rate) => expect(rateOf(perSecond)).toEqual(rate));

test('moments are told as clocks tell them', () => {
  expect([3.2, 0, 61.0004, 3723.04].map(clockOf)).toEqual(['00:03.2', '00:00', '01:01', '1:02:03.04']);
});

test('frames are told as drop frame leaves their numbers out, and back again', () => {
  const [ntsc, fast] = [[30_000, 1001] as const, [60_000, 1001] as const];
  // SMPTE ST 12-1: two numbers go in every minute but each tenth, four at 59.94.
  expect([1799, 1800, 17_981, 17_982, 107_892].map((frame) => timecodeAt(frame, ntsc, true))).toEqual([
    '00:00:59;29',
    '00:01:00;02',
    '00:09:59;29',
    '00:10:00;00',
    '01:00:00;00',
  ]);
  expect([3599, 3600, 35_964].map((frame) => timecodeAt(frame, fast, true))).toEqual(['00:00:59;59', '00:01:00;04', '00:10:00;00']);
  expect(timecodeAt(1800, ntsc)).toBe('00:01:00:00');
  // A rate that knows no drop frame counts on, whatever is asked.
  expect(timecodeAt(1500, [25, 1], true)).toBe('00:01:00:00');
  for (let frame = 0; frame < 200_000; frame += 977) {
    for (const rate of [ntsc, fast]) expect(framesOf(readTime(timecodeAt(frame, rate, true)) as Timecode, rate)).toBe(frame);
  }
});

test.each([
  [80, '80 ms'],
  [6640, '6.6 s'],
  [9960, '10 s'],
  [59_700, '1 min 0 s'],
  [1_912_500, '31 min 53 s'],
])('%d ms of work are told as %s', (ms, told) => {
  expect(durationText(ms)).toBe(told);
});
