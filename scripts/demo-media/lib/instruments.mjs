/** What is heard on the quay: pads, mallets, a pulse, horns of ships, a bell buoy, water, gulls, rain, people. */
import { createRandom } from '../../demo-photos/lib/rng.mjs';
import { envelope, filter, lay, pinkNoise, RATE } from './dsp.mjs';

const TAU = Math.PI * 2;
const TABLE = 4096;

/** Frequency of a MIDI note. */
export const pitch = (note) => 440 * 2 ** ((note - 69) / 12);

/** One turn of a tone with harmonics of strength n^-fall. */
function turn(count, fall) {
  const table = new Float32Array(TABLE + 1);
  for (let n = 1; n <= count; n++)
    for (let i = 0; i <= TABLE; i++) table[i] += Math.sin((TAU * n * i) / TABLE) * n ** -fall;
  return table;
}
const reed = turn(14, 1.15);
const soft = turn(7, 1.9);

const read = (table, phase) => {
  const p = (phase - Math.floor(phase)) * TABLE;
  const i = p | 0;
  return table[i] + (table[i + 1] - table[i]) * (p - i);
};

/** A chord that swells: every note twice on each side, a little apart. */
export function pad(
  bus,
  at,
  seconds,
  notes,
  level,
  { attack = 0.9, release = 2.2, bright = 1 } = {},
) {
  const shape = envelope(attack, seconds, release);
  for (const [k, note] of notes.entries()) {
    const f = pitch(note);
    for (const [pan, cents] of [
      [-0.8, -5],
      [-0.3, 4],
      [0.3, -3.5],
      [0.8, 6],
    ]) {
      const step = (f * 2 ** ((cents + k * 0.7) / 1200)) / RATE;
      const from = k * 0.37 + cents * 0.11;
      const low = filter('low', 500 + 700 * bright, 0.6);
      lay(bus, at, seconds + release, pan, (t, i) => {
        if (i % 64 === 0)
          low.tune(350 + bright * (650 + 500 * Math.sin(0.9 * t + k)) * Math.min(1, t / attack));
        return low(read(soft, from + i * step)) * shape(t) * level;
      });
    }
  }
}

/** Wood and glass, struck softly. */
export function mallet(bus, at, note, level, pan = 0) {
  const f = pitch(note);
  lay(bus, at, 1.6, pan, (t) => {
    const hit = Math.min(1, t / 0.003);
    return (
      level *
      hit *
      (Math.sin(TAU * f * t) * Math.exp(-4.2 * t) +
        0.28 * Math.sin(TAU * f * 3.93 * t) * Math.exp(-14 * t) +
        0.12 * Math.sin(TAU * f * 2 * t) * Math.exp(-6 * t))
    );
  });
}

export function bass(bus, at, seconds, note, level) {
  const f = pitch(note);
  const shape = envelope(0.03, seconds * 0.6, seconds * 0.9);
  lay(
    bus,
    at,
    seconds * 1.5,
    0,
    (t) =>
      level *
      shape(t) *
      (Math.sin(TAU * f * t) +
        0.35 * Math.sin(2 * TAU * f * t + 0.4) +
        0.1 * Math.sin(3 * TAU * f * t)),
  );
}

/** A felt beat, more a step than a drum. */
export function pulse(bus, at, level) {
  const knock = filter('low', 700);
  const random = createRandom(Math.round(at * 1000) + 5);
  lay(
    bus,
    at,
    0.6,
    0,
    (t) =>
      level *
      (Math.sin(TAU * (50 * t + 2.2 * (1 - Math.exp(-28 * t)))) *
        Math.exp(-8 * t) *
        Math.min(1, t / 0.004) +
        knock(random() - 0.5) * 0.5 * Math.exp(-60 * t)),
  );
}

/** A rope against a mast. */
export function tick(bus, at, level, pan) {
  const random = createRandom(Math.round(at * 1000) + 11);
  const ring = filter('band', 3900, 5);
  lay(
    bus,
    at,
    0.16,
    pan,
    (t) => level * ring((random() * 2 - 1) * Math.exp(-90 * t) * 2) * Math.exp(-22 * t),
  );
}

/** The horn of a ship far off: two reeds that do not quite agree. */
export function horn(bus, at, seconds, note, level, pan = 0) {
  const shape = envelope(0.28, seconds, 0.5);
  for (const [interval, part] of [
    [0, 1],
    [7.02, 0.55],
  ]) {
    const low = filter('low', 300, 0.8);
    let phase = 0;
    lay(bus, at, seconds + 0.6, pan, (t, i) => {
      if (i % 64 === 0) low.tune(180 + 620 * Math.min(1, t / 0.5) * shape(t));
      const scoop = -0.9 * Math.exp(-9 * t) - (t > seconds ? (t - seconds) * 2.4 : 0);
      phase += pitch(note + interval + scoop + 0.04 * Math.sin(TAU * 4.6 * t)) / RATE;
      return level * part * shape(t) * low(read(reed, phase));
    });
  }
}

/** Partials of a bell against its strike tone, how loud, and how long in s. */
const BELL = [
  [0.5, 0.5, 3.6],
  [1, 1, 2.6],
  [1.19, 0.6, 2.1],
  [1.5, 0.35, 1.7],
  [2, 0.7, 1.4],
  [2.52, 0.3, 0.9],
  [3.01, 0.22, 0.7],
  [4.17, 0.16, 0.4],
];

export function bell(bus, at, f, level, pan = 0) {
  for (const [ratio, part, seconds] of BELL) {
    lay(
      bus,
      at,
      seconds * 1.2,
      pan,
      (t) =>
        level *
        part *
        Math.sin(TAU * f * ratio * t + 0.8 * Math.exp(-30 * t)) *
        Math.exp((-5 * t) / seconds) *
        Math.min(1, t / 0.002),
    );
  }
}

/** Strokes of a bell that the swell rings: never even. */
export function buoy(bus, from, to, seed, level, pan) {
  const random = createRandom(seed);
  for (let at = from + random(); at < to; at += random.range(1.5, 3.1)) {
    bell(bus, at, 560, level * random.range(0.5, 1), pan);
    if (random() < 0.4) bell(bus, at + random.range(0.25, 0.4), 560, level * 0.4, pan);
  }
}

/** Small waves against stone, on each side their own. */
export function water(bus, at, seconds, seed, level) {
  for (const side of [-1, 1]) {
    const random = createRandom(seed + side);
    const noise = pinkNoise(seed * 3 + side);
    const body = filter('band', 420, 0.5);
    const lap = filter('band', 900, 0.9);
    const strokes = [];
    for (let s = random() * 0.6; s < seconds; s += random.range(0.5, 1.5))
      strokes.push([s, random.range(0.25, 0.55), random.range(0.4, 1), random.range(500, 1500)]);
    let stroke = 0;
    lay(bus, at, seconds, side * 0.85, (t, i) => {
      while (strokes[stroke + 1] && t > strokes[stroke + 1][0]) stroke++;
      const [start, wide, force, tone] = strokes[stroke] ?? [0, 1, 0, 800];
      const u = Math.max(0, t - start) / wide;
      const swell = force * u * Math.exp(1 - u * 2.2) * 1.8;
      if (i % 128 === 0) lap.tune(tone * (0.8 + 0.5 * Math.min(2, u)));
      const v = noise();
      const edge = Math.min(1, t / 0.8, (seconds - t) / 0.8);
      return level * edge * (body(v) * 0.55 + lap(v) * swell);
    });
  }
}

/** A gull that calls some times, far off. */
export function gull(bus, at, calls, level, pan) {
  const random = createRandom(Math.round(at * 977));
  let start = at;
  for (let call = 0; call < calls; call++) {
    const [seconds, top] = [random.range(0.16, 0.3), random.range(1250, 1500) - call * 35];
    let phase = 0;
    lay(bus, start, seconds, pan, (t) => {
      const u = t / seconds;
      phase +=
        (top * (0.72 + 0.34 * Math.sin(Math.PI * u ** 0.7)) + 26 * Math.sin(TAU * 31 * t)) / RATE;
      const throat =
        Math.sin(TAU * phase) +
        0.55 * Math.sin(2 * TAU * phase + 0.3) +
        0.3 * Math.sin(3 * TAU * phase);
      return level * throat * Math.sin(Math.PI * u) ** 1.4;
    });
    start += seconds + random.range(0.05, 0.16);
  }
}

/** Noise of one colour that comes and goes: rain, a crowd. @param shape of the time since `at` */
export function hush(
  bus,
  at,
  seconds,
  seed,
  level,
  { f, q = 0.5, kind = 'band', shape = () => 1 },
) {
  for (const side of [-1, 1]) {
    const noise = pinkNoise(seed + side);
    const colour = filter(kind, f, q);
    lay(bus, at, seconds, side * 0.9, (t) => {
      const edge = Math.min(1, t / 0.12, (seconds - t) / 0.25);
      return level * edge * shape(t, side) * colour(noise());
    });
  }
}
