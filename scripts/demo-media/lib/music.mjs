/** The sound of the festival: trailer, bed, jingle and what a telephone hears, all in D minor at 75 beats a minute. */
import { filter, finished, RATE, room, silence, toWav } from './dsp.mjs';
import {
  bass,
  bell,
  buoy,
  gull,
  horn,
  hush,
  mallet,
  pad,
  pulse,
  tick,
  water,
} from './instruments.mjs';
import { BEAT } from './shots.mjs';

const BAR = 4 * BEAT;

/** Root and voices, bar by bar. */
const CHORDS = [
  [38, [50, 57, 60, 64, 65]],
  [34, [53, 57, 60, 62, 65]],
  [41, [53, 57, 60, 64, 67]],
  [36, [52, 55, 60, 62, 67]],
  [43, [50, 55, 58, 62, 69]],
  [33, [52, 57, 60, 64, 69]],
];
/** Which voice of the chord is struck on each half beat; 9 rests. */
const PATTERN = [0, 2, 4, 2, 3, 9, 4, 1];

const beats = (from, to, each) => {
  for (let beat = Math.ceil(from / BEAT - 0.001); beat * BEAT < to - 0.001; beat++)
    each(beat * BEAT, beat);
};

/** Mallets over the chords. */
function figures(bus, from, to, level, chordAt) {
  for (let half = Math.ceil((from * 2) / BEAT - 0.001); (half * BEAT) / 2 < to - 0.001; half++) {
    const at = (half * BEAT) / 2;
    const [, voices] = chordAt(at);
    const note = voices[PATTERN[half % 8]];
    if (note !== undefined)
      mallet(bus, at, note + 12, level * (half % 4 === 0 ? 1 : 0.72), half % 2 ? 0.45 : -0.45);
  }
}

/** Closes and opens the sound as the water stands over the ears: frequency(t) of a low pass. */
function underWater(channels, frequency) {
  for (const data of channels) {
    const low = filter('low', 18_000, 0.6);
    let closed = false;
    for (let i = 0; i < data.length; i++) {
      if (i % 64 === 0) {
        const f = frequency(i / RATE);
        closed = f < 17_000;
        low.tune(f);
      }
      const v = low(data[i]);
      if (closed) data[i] = v;
    }
  }
}

const glide = (a, b, t, from, to) => {
  const u = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return a * (b / a) ** (u * u * (3 - 2 * u));
};

/** 20 s on the cuts of the film: out of the water, quay, mist, rain, cranes, people, dancer, rope, concert, and under again. */
export function trailerSound() {
  const [dry, far, out] = [silence(20), silence(20), silence(20)];
  const chordAt = (t) => CHORDS[Math.min(5, Math.floor(t / BAR))];
  for (let bar = 0; bar < 6; bar++) {
    const [root, voices] = CHORDS[bar];
    pad(bar < 5 ? dry : far, bar * BAR, BAR - 0.2, voices, bar === 4 ? 0.05 : 0.036, {
      bright: 0.4 + bar * 0.16,
      attack: bar === 0 ? 1.6 : 0.7,
    });
    if (bar > 0) bass(dry, bar * BAR, BAR * 0.62, root, 0.2);
    if (bar > 1) bass(dry, bar * BAR + 2.5 * BEAT, BEAT, root, 0.13);
  }
  pad(far, 6 * BAR, 0.7, [50, 57, 62, 65], 0.03, { attack: 0.3, release: 1 });
  beats(3.2, 16, (at, beat) =>
    pulse(dry, at, at < 7.1 ? (beat % 4 === 0 ? 0.34 : 0) : beat % 2 === 0 ? 0.5 : 0.3),
  );
  beats(9.6, 16, (at) => tick(dry, at + BEAT / 2, 0.22, 0.3));
  figures(dry, 7.2, 16, 0.085, chordAt);
  figures(far, 7.2, 16, 0.05, chordAt);
  horn(far, 0.9, 2.1, 38, 0.3, -0.25);
  horn(far, 16, 2.3, 38, 0.38, 0.2);
  buoy(far, 3.4, 5.6, 21, 0.05, 0.5);
  buoy(far, 17, 19.4, 5, 0.05, -0.4);
  bell(far, 16, 293.66, 0.09, 0.1);
  water(dry, 0, 5.8, 3, 0.3);
  water(dry, 15.8, 4.2, 8, 0.34);
  gull(far, 3.7, 4, 0.045, -0.5);
  gull(far, 7.9, 5, 0.04, 0.4);
  hush(dry, 5.55, 1.7, 40, 0.2, { f: 4200, kind: 'high' });
  hush(dry, 9.5, 6.6, 60, 0.16, {
    f: 760,
    shape: (t, side) => 0.6 + 0.25 * Math.sin(t * 2.1 + side) + (t > 4.9 ? 0.9 : 0),
  });
  hush(dry, 14.3, 1.9, 64, 0.16, { f: 1900, shape: (t) => Math.min(1, t * 2) });
  return mixed(dry, far, out, { fadeOut: 0.6, peak: -6, drive: 1.3 }, (t) =>
    t < 3 ? glide(320, 18_000, t, 0.55, 1.75) : glide(18_000, 700, t, 17.2, 18.9),
  );
}

/** 24 s that words can stand over. */
export function bed() {
  const [dry, far, out] = [silence(24), silence(24), silence(24)];
  const chordAt = (t) => CHORDS[[0, 2, 1, 3, 0, 4, 5, 0][Math.floor(t / BAR)]];
  for (let bar = 0; bar * BAR < 23; bar++) {
    const [root, voices] = chordAt(bar * BAR + 0.01);
    pad(dry, bar * BAR, BAR - 0.2, voices, 0.045, { bright: 0.45 + 0.1 * Math.sin(bar) });
    bass(dry, bar * BAR, BAR * 0.6, root, 0.16);
  }
  beats(BAR, 22.4, (at, beat) =>
    pulse(dry, at, beat % 4 === 0 ? 0.34 : beat % 2 === 0 ? 0.22 : 0.12),
  );
  figures(far, 2 * BAR, 22, 0.055, chordAt);
  beats(4 * BAR, 22, (at) => tick(dry, at + BEAT / 2, 0.1, -0.3));
  horn(far, 0.5, 1.8, 38, 0.16, -0.3);
  buoy(far, 1, 23, 12, 0.022, 0.5);
  water(dry, 0, 24, 17, 0.12);
  return mixed(dry, far, out, { fadeIn: 0.3, fadeOut: 1.6, peak: -8, drive: 1.2 });
}

/** 5 s: a wave, the four notes of the name, the horn and a bell. */
export function jingle() {
  const [dry, far, out] = [silence(5), silence(5), silence(5)];
  water(dry, 0, 2.4, 31, 0.4);
  for (const [at, note] of [
    [0.8, 57],
    [1.2, 62],
    [1.6, 65],
    [2.4, 72],
  ]) {
    mallet(dry, at, note, 0.2, (note - 64) * 0.04);
    mallet(far, at, note + 12, 0.12, (64 - note) * 0.04);
    pulse(dry, at, 0.25);
  }
  pad(dry, 0.7, 2.6, [50, 57, 60, 65, 69], 0.05, { attack: 1.1, release: 1.6, bright: 0.9 });
  bass(dry, 2.4, 1.4, 38, 0.26);
  horn(far, 2.4, 1.3, 38, 0.3, 0);
  bell(far, 2.4, 587.33, 0.07, 0.3);
  return mixed(dry, far, out, { fadeOut: 0.9, peak: -6, drive: 1.2 });
}

/** 8 s as a telephone hears them: people near, music far, and the hand on the microphone. */
export function backstageSound() {
  const [dry, far, out] = [silence(8), silence(8), silence(8)];
  hush(dry, 0, 8, 70, 0.5, { f: 620, shape: (t, side) => 0.7 + 0.3 * Math.sin(t * 1.3 + side) });
  hush(dry, 3.4, 3, 73, 0.5, { f: 1500, shape: (t) => Math.min(1, t) });
  for (const at of [0.2, 0.34, 4.3]) hush(dry, at, 0.3, 80 + at * 10, 0.9, { f: 160, q: 1.2 });
  water(dry, 0, 8, 51, 0.16);
  pad(far, 0, 3.2, CHORDS[4][1], 0.05, { bright: 0.7 });
  pad(far, 3.2, 3.2, CHORDS[5][1], 0.05, { bright: 0.9 });
  beats(0, 8, (at) => pulse(far, at, 0.3));
  gull(far, 2.2, 4, 0.06, 0.4);
  const [left, right] = mixed(dry, far, out, { peak: -2, drive: 1.6, fadeOut: 0.02 });
  const voice = [filter('high', 180), filter('low', 9000)];
  return [left.map((v, i) => voice[1](voice[0]((v + right[i]) / 2)))];
}

function mixed(dry, far, out, ends, frequency) {
  for (const side of [0, 1]) {
    for (let i = 0; i < out[side].length; i++) {
      out[side][i] = dry[side][i] + far[side][i] * 0.45;
      // Of what is near the room answers a little.
      far[side][i] += dry[side][i] * 0.22;
    }
  }
  room(far, out, { wet: 0.85 });
  if (frequency) underWater(out, frequency);
  return finished(out, ends);
}

export const SOUNDS = { 'jingle.wav': jingle, 'bed.wav': bed };
export const FILM_SOUNDS = { trailer: trailerSound, backstage: backstageSound };
export const wavOf = (make) => toWav(make());
