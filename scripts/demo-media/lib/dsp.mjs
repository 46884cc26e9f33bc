/** Sound in plain numbers at 48 kHz: filters, room, level, and files. */
import { createRandom } from '../../demo-photos/lib/rng.mjs';

export const RATE = 48_000;
const TAU = Math.PI * 2;

/** Two channels of silence, `seconds` long. */
export const silence = (seconds) => [
  new Float32Array(Math.round(seconds * RATE)),
  new Float32Array(Math.round(seconds * RATE)),
];

/** Adds samples of value(time since `at`, sample) to both channels at a place from -1 (left) to 1. */
export function lay([left, right], at, seconds, pan, value) {
  const first = Math.round(at * RATE);
  const count = Math.min(Math.round(seconds * RATE), left.length - first);
  const [l, r] = [Math.cos(((pan + 1) * Math.PI) / 4), Math.sin(((pan + 1) * Math.PI) / 4)];
  for (let i = Math.max(0, -first); i < count; i++) {
    const v = value(i / RATE, i);
    left[first + i] += v * l;
    right[first + i] += v * r;
  }
}

/** 0 at first, 1 after `attack` s, and from `hold` s on falling to a thousandth in `release` s. */
export function envelope(attack, hold, release) {
  return (t) => {
    const up = t < attack ? 0.5 - 0.5 * Math.cos((Math.PI * t) / attack) : 1;
    return t > hold ? up * Math.exp((-6.9 * (t - hold)) / release) : up;
  };
}

/** A filter of two poles: value by value; its frequency may be moved by tune(f, q). */
export function filter(kind, f, q = 0.7) {
  let [b0, b1, b2, a1, a2] = [1, 0, 0, 0, 0];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  const step = (x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  };
  step.tune = (frequency, quality = q) => {
    const w = (TAU * Math.min(frequency, RATE * 0.45)) / RATE;
    const alpha = Math.sin(w) / (2 * quality);
    const c = Math.cos(w);
    const a0 = 1 + alpha;
    if (kind === 'low') [b0, b1, b2] = [(1 - c) / 2, 1 - c, (1 - c) / 2];
    else if (kind === 'high') [b0, b1, b2] = [(1 + c) / 2, -1 - c, (1 + c) / 2];
    else [b0, b1, b2] = [alpha, 0, -alpha];
    [b0, b1, b2, a1, a2] = [b0 / a0, b1 / a0, b2 / a0, (-2 * c) / a0, (1 - alpha) / a0];
  };
  step.tune(f, q);
  return step;
}

/** Noise whose power falls by 3 dB an octave (Paul Kellet's filter), about -1..1. */
export function pinkNoise(seed) {
  const random = createRandom(seed);
  let [a, b, c] = [0, 0, 0];
  return () => {
    const white = random() * 2 - 1;
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    return (a + b + c + white * 0.1848) * 0.28;
  };
}

/** Adds the answer of a large room: eight delays that feed each other, softer and darker each time round. */
export function room(send, out, { seconds = 3.2, wet = 0.3, dark = 4200, before = 0.03 }) {
  const lengths = [1433, 1601, 1867, 2053, 2251, 2399, 2617, 2797].map((n) => Math.round(n * 1.35));
  const lines = lengths.map((n) => ({
    data: new Float32Array(n),
    at: 0,
    held: 0,
    gain: 10 ** ((-3 * n) / RATE / seconds),
  }));
  const damp = 1 - Math.exp((-TAU * dark) / RATE);
  const delay = Math.round(before * RATE);
  const v = new Float32Array(8);
  for (let i = 0; i < out[0].length; i++) {
    const inL = i >= delay ? send[0][i - delay] : 0;
    const inR = i >= delay ? send[1][i - delay] : 0;
    let sum = 0;
    for (let k = 0; k < 8; k++) {
      const line = lines[k];
      line.held += (line.data[line.at] - line.held) * damp;
      v[k] = line.held * line.gain;
      sum += v[k];
    }
    // Householder: every line hears all others, nothing is lost or gained.
    sum *= 0.25;
    for (let k = 0; k < 8; k++) {
      const line = lines[k];
      line.data[line.at] = v[k] - sum + (k % 2 ? inR : inL) * 0.5;
      if (++line.at === line.data.length) line.at = 0;
    }
    out[0][i] += wet * (v[0] - v[2] + v[4] - v[6]);
    out[1][i] += wet * (v[1] - v[3] + v[5] - v[7]);
  }
}

/** Sets the highest sample to `peak` dBFS after rounding what stands far out, and fades both ends. */
export function finished(channels, { peak = -3, drive = 1.2, fadeIn = 0.005, fadeOut = 0.2 }) {
  const count = channels[0].length;
  let most = 0;
  for (const data of channels) for (const v of data) most = Math.max(most, Math.abs(v));
  const scale = drive / (most || 1);
  const level = 10 ** (peak / 20) / Math.tanh(drive);
  for (const data of channels) {
    // What is under 20 Hz moves cones and is not heard.
    const rumble = filter('high', 24);
    for (let i = 0; i < count; i++) {
      const edge = Math.min(1, i / (fadeIn * RATE), (count - 1 - i) / (fadeOut * RATE));
      data[i] = Math.tanh(rumble(data[i]) * scale) * level * edge;
    }
  }
  return channels;
}

/** A WAV file of 24 bits. */
export function toWav(channels) {
  const frames = channels[0].length;
  const size = frames * channels.length * 3;
  const file = Buffer.alloc(44 + size);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + size, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels.length, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * channels.length * 3, 28);
  file.writeUInt16LE(channels.length * 3, 32);
  file.writeUInt16LE(24, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(size, 40);
  let at = 44;
  for (let i = 0; i < frames; i++) {
    for (const data of channels) {
      file.writeIntLE(Math.round(Math.max(-1, Math.min(1, data[i])) * 8_388_607), at, 3);
      at += 3;
    }
  }
  return file;
}
