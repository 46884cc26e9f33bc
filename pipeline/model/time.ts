/** Times of cut lists: how they are written, and which frame or second they are, without a frame lost to rounding. */
import type { Rate } from './clip.ts';

/** As it was written, before anyone knows how many frames a second has. */
export type Time =
  | { readonly seconds: number }
  | {
      readonly hours: number;
      readonly minutes: number;
      readonly seconds: number;
      readonly frames: number;
      /** Counted with numbers left out, so that 29.97 frames a second keep to the clock. */
      readonly drop: boolean;
      /** Frames a second that it counts in, where it says so. */
      readonly rate?: Rate;
    }
  /** Frames of a rate of their own, as OpenTimelineIO counts. */
  | { readonly frames: number; readonly rate: Rate };

export type Timecode = Extract<Time, { drop: boolean }>;

const SECONDS = /^\d+(?:\.\d{1,9})?$/;
/** Minutes may run on where no hours are said: `90:00`. */
const CLOCK = /^(?:(\d{1,2}):([0-5]?\d)|(\d{1,4})):([0-5]?\d)(\.\d{1,9})?$/;
/** `;` before the frames: drop frame; `@25` behind them: their rate. */
const TIMECODE = /^(\d{2}):([0-5]\d):([0-5]\d)([:;])(\d{2,3})(?:@([1-9]\d{0,2}(?:\.\d{1,3})?))?$/;

/** Seconds, a clock's time, a timecode. */
export const TIME_PATTERN = new RegExp([SECONDS, CLOCK, TIMECODE].map(({ source }) => source).join('|'));

/** @returns nothing for what is no time */
export function readTime(written: string | number): Time | undefined {
  if (typeof written === 'number') return Number.isFinite(written) && written >= 0 ? { seconds: written } : undefined;
  const code = TIMECODE.exec(written);
  if (code) {
    const [hours = 0, minutes = 0, seconds = 0] = code.slice(1, 4).map(Number);
    const rate = code[6] === undefined ? {} : { rate: rateOf(Number(code[6])) };
    return { hours, minutes, seconds, frames: Number(code[5]), drop: code[4] === ';', ...rate };
  }
  if (SECONDS.test(written)) return { seconds: Number(written) };
  const [, hours = 0, minutes, alone, seconds, decimals] = CLOCK.exec(written) ?? [];
  return seconds === undefined ? undefined : { seconds: clock(Number(hours), Number(minutes ?? alone), seconds, decimals) };
}

/** Whole seconds and their decimals are read as one number, so that 3.2 is 3.2 in minute 90 too. */
function clock(hours: number, minutes: number, seconds: string, decimals = ''): number {
  return Number(`${hours * 3600 + minutes * 60 + Number(seconds)}${decimals}`);
}

export const isTimecode = (time: Time): time is Timecode => 'drop' in time;

/** Frames that a timecode counts in a second: 30 for 29.97. */
export const nominal = ([frames, seconds]: Rate): number => Math.round(frames / seconds);

/** Rates whose timecodes leave numbers out: 29.97 and 59.94. */
export function hasDropFrame(rate: Rate): boolean {
  const real = rate[0] / rate[1];
  return nominal(rate) % 30 === 0 && Math.abs(real - nominal(rate)) > 0.001;
}

/** Why a timecode stands for no frame. */
export type TimeFault = 'frames' | 'dropped' | 'drop-rate';

/**
 * Frames from 00:00:00:00. Drop frame leaves out the first two numbers of each minute but every tenth (SMPTE ST 12-1), and the
 * first four at 59.94.
 */
export function framesOf({ hours, minutes, seconds, frames, drop }: Timecode, rate: Rate): number | TimeFault {
  const each = nominal(rate);
  if (frames >= each) return 'frames';
  const all = ((hours * 60 + minutes) * 60 + seconds) * each + frames;
  if (!drop) return all;
  if (!hasDropFrame(rate)) return 'drop-rate';
  const left = each / 15;
  if (seconds === 0 && frames < left && minutes % 10 !== 0) return 'dropped';
  const whole = hours * 60 + minutes;
  return all - left * (whole - Math.floor(whole / 10));
}

/** @param rate of a timecode that says none; nothing else needs it */
export function secondsOf(time: Time, rate: Rate): number | TimeFault {
  if (isTimecode(time)) {
    const counted = time.rate ?? rate;
    const frames = framesOf(time, counted);
    return typeof frames === 'number' ? atFrame(frames, counted) : frames;
  }
  return 'rate' in time ? atFrame(time.frames, time.rate) : time.seconds;
}

/** The moment at which a frame begins. */
export const atFrame = (frame: number, [frames, seconds]: Rate): number => (frame * seconds) / frames;

/** The frame that begins nearest to a moment. */
export const frameAt = (moment: number, [frames, seconds]: Rate): number => Math.round((moment * frames) / seconds);

/** A number of frames per second as a fraction: 29.97 is 30000/1001, and so is 29.970029. */
export function rateOf(perSecond: number): Rate {
  const whole = Math.round(perSecond);
  if (Math.abs(perSecond - whole) < 0.0005) return [whole, 1];
  const slowed = Math.round((perSecond * 1001) / 1000);
  if (Math.abs(perSecond - (slowed * 1000) / 1001) < 0.006) return [slowed * 1000, 1001];
  const thousands = Math.round(perSecond * 1000);
  const by = greatestDivisor(thousands, 1000);
  return [thousands / by, 1000 / by];
}

const greatestDivisor = (one: number, other: number): number => (other === 0 ? one : greatestDivisor(other, one % other));

/** `01:00:04:12`, as a person reads it. */
export function written(time: Time): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (isTimecode(time)) {
    return `${[time.hours, time.minutes, time.seconds].map(two).join(':')}${time.drop ? ';' : ':'}${two(time.frames)}`;
  }
  return clockOf('rate' in time ? atFrame(time.frames, time.rate) : time.seconds);
}

/** `00:03.2`, `1:02:03.25`: seconds as people read them, to the thousandth. */
export function clockOf(moment: number): string {
  const thousandths = Math.round(moment * 1000);
  const [hours, minutes, seconds] = [
    Math.floor(thousandths / 3_600_000),
    Math.floor(thousandths / 60_000) % 60,
    (thousandths % 60_000) / 1000,
  ];
  const [whole = '0', decimals] = String(seconds).split('.');
  const clock = `${String(minutes).padStart(2, '0')}:${whole.padStart(2, '0')}${decimals ? `.${decimals}` : ''}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

/** What work took: `80 ms`, `6.6 s`, `31 min 52 s`. */
export function durationText(ms: number, decimal = '.'): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(1).replace('.', decimal)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `01:00:04:12` of a frame counted from 00:00:00:00; with numbers left out where `drop` says so and the rate knows them. */
export function timecodeAt(frame: number, rate: Rate, drop = false): string {
  const each = nominal(rate);
  let number = frame;
  if (drop && hasDropFrame(rate)) {
    const left = each / 15;
    const [ten, one] = [each * 600 - left * 9, each * 60 - left];
    const inTen = number % ten;
    number += left * 9 * Math.floor(number / ten) + (inTen >= left ? left * Math.floor((inTen - left) / one) : 0);
  }
  const seconds = Math.floor(number / each);
  return written({
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    frames: number % each,
    drop: drop && hasDropFrame(rate),
  });
}
