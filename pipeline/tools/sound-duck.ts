/** How loud music may be at each moment: lower where the parts are heard, from a little before the first word until a little after the last. */
import type { Ducking } from '../model/cut-recipe.ts';

/** One level for every 20 ms of what is heard. */
export const STEP_S = 0.02;
/** Of the envelope, in Hz: what it holds moves slowly. */
export const ENVELOPE_RATE = 2000;

/** What sounds shorter than this is a crack, not a word. */
const SHORTEST_S = 0.06;

/** Adds up samples as they come, any piece at a time; interleaved 32-bit floats. */
export function levelMeter(channels: number, rate: number): { hear: (piece: Buffer) => void; levels: () => number[] } {
  const perStep = Math.round(rate * STEP_S) * channels;
  const levels: number[] = [];
  let [sum, count] = [0, 0];
  let left = Buffer.alloc(0);
  return {
    hear(piece) {
      const all = left.length > 0 ? Buffer.concat([left, piece]) : piece;
      const whole = all.length - (all.length % 4);
      for (let at = 0; at < whole; at += 4) {
        const value = all.readFloatLE(at);
        sum += value * value;
        count++;
        if (count < perStep) continue;
        levels.push(10 * Math.log10(sum / count + 1e-12));
        [sum, count] = [0, 0];
      }
      left = Buffer.from(all.subarray(whole));
    },
    levels: () => (count > 0 ? [...levels, 10 * Math.log10(sum / count + 1e-12)] : [...levels]),
  };
}

/** From when to when something is heard, in s; short pauses belong to it. */
export function heardSpans(levels: readonly number[], duck: Ducking): [from: number, to: number][] {
  const loudest = levels.reduce((most, _, at) => Math.max(most, tenth(levels, at)), Number.NEGATIVE_INFINITY);
  const threshold = Math.max(duck.floor, loudest - duck.under);
  const spans: [number, number][] = [];
  levels.forEach((level, at) => {
    if (level <= threshold) return;
    const last = spans.at(-1);
    const [from, to] = [at * STEP_S, (at + 1) * STEP_S];
    if (last && from - last[1] < STEP_S / 2) last[1] = to;
    else spans.push([from, to]);
  });
  const words = spans.filter(([from, to]) => to - from >= SHORTEST_S - 1e-9);
  const joined: [number, number][] = [];
  for (const [from, to] of words) {
    const last = joined.at(-1);
    // Up and down again takes its time: where there is less, music would pump.
    if (last && from - last[1] < duck.hold + duck.rise + duck.fall) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}

/** The mean of a tenth of a second, in dB. */
function tenth(levels: readonly number[], at: number): number {
  const own = levels.slice(at, at + Math.round(0.1 / STEP_S));
  return 10 * Math.log10(own.reduce((sum, level) => sum + 10 ** (level / 10), 0) / own.length);
}

/** Factors at `ENVELOPE_RATE`; `gain` is that of the music where nothing else is heard, in dB. */
export function envelopeOf(spans: readonly (readonly [number, number])[], seconds: number, gain: number, duck: Ducking): Float32Array {
  const envelope = new Float32Array(Math.max(1, Math.ceil(seconds * ENVELOPE_RATE)));
  let next = 0;
  for (let at = 0; at < envelope.length; at++) {
    const now = at / ENVELOPE_RATE;
    while (next < spans.length - 1 && now > (spans[next] as readonly [number, number])[1] + duck.rise) next++;
    const lower = [spans[next], spans[next + 1]].reduce((most, span) => Math.max(most, span ? depthAt(now, span, duck) : 0), 0);
    envelope[at] = 10 ** ((gain - lower * duck.depth) / 20);
  }
  return envelope;
}

/** 0–1, along half a cosine. */
function depthAt(now: number, [from, to]: readonly [number, number], { fall, rise }: Ducking): number {
  if (now >= from && now <= to) return 1;
  const away = now < from ? (from - now) / (fall || 1e-9) : (now - to) / (rise || 1e-9);
  return away >= 1 ? 0 : (1 + Math.cos(Math.PI * away)) / 2;
}

/** A WAV of one channel of 32-bit floats. */
export function floatWav(samples: Float32Array, rate: number): Buffer {
  const header = Buffer.alloc(44);
  const bytes = samples.length * 4;
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(3, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 4, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(32, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  const body = Buffer.alloc(bytes);
  samples.forEach((value, at) => void body.writeFloatLE(value, at * 4));
  return Buffer.concat([header, body]);
}
