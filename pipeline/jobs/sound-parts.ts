/** What is heard of a cut, counted in samples: where parts begin and overlap, which channels they are heard on, and how music lies under them. */
import type { ClipFacts, Rate } from '../model/clip.ts';
import type { Cut, Music } from '../model/cut.ts';
import type { Ducking, Matrix, SoundPart } from '../model/cut-recipe.ts';

/** Everything is mixed at this rate: that of film and broadcasting. */
export const RATE = 48_000;

/** Hard cuts rise and fall in 4 ms: too short to be heard as a fade, long enough not to click. */
const EDGE = 192;
/** Music that must begin anew, or stop, does so within half a second. */
const TURN = 24_000;

/** How fast music gives way, as mixers of speech do it: gone by the first word, back without haste; in dB and s. */
const DUCKING: Omit<Ducking, 'depth'> = { floor: -50, under: 26, fall: 0.3, hold: 0.5, rise: 0.8 };

/** A clip as far as it is heard. */
export interface Heard {
  readonly clip?: ClipFacts | undefined;
}

const seconds = (at: number): number => Math.round(at * RATE);

/** How many samples lie before a frame; the rates of NTSC have no whole number of them in each. */
export function samplesBefore(frames: number, [count, per]: Rate): number {
  return Math.round((frames * per * RATE) / count);
}

/**
 * Frames of each part of a film: what is shown of it, and what of that is shared with the part before. Counted from the start of
 * the film, so that what one part is rounded by the next one makes good.
 */
export function framesOfParts({ parts }: Pick<Cut, 'parts'>, [count, per]: Rate): { frames: number; fade: number }[] {
  const frames = (length: number): number => Math.round((length * count) / per);
  let end = 0;
  return parts.map((part, at) => {
    const fade = at === 0 ? 0 : part.fade;
    const before = frames(end);
    end += part.to - part.from - fade;
    return { frames: Math.max(1, frames(end) - before + frames(fade)), fade: frames(fade) };
  });
}

/**
 * The parts of a cut one after another. In films they lie on the borders of frames, so that the sound is as long as the picture
 * to the sample; `rate` is that of the film.
 */
export function layParts(
  cut: Pick<Cut, 'parts'>,
  inputOf: (clip: string) => { readonly input: number; readonly facts: ClipFacts | undefined },
  channels: 1 | 2,
  rate?: Rate,
): { parts: SoundPart[]; samples: number } {
  const framed = rate && framesOfParts(cut, rate);
  const parts: SoundPart[] = [];
  let frame = 0;
  let end = 0;
  cut.parts.forEach((part, at) => {
    const { input, facts } = inputOf(part.clip);
    let samples = seconds(part.to) - seconds(part.from);
    let fade = at === 0 ? 0 : seconds(part.fade);
    if (framed && rate) {
      const own = framed[at] as (typeof framed)[number];
      const start = frame - own.fade;
      frame = start + own.frames;
      samples = samplesBefore(frame, rate) - samplesBefore(start, rate);
      fade = samplesBefore(start + own.fade, rate) - samplesBefore(start, rate);
    }
    fade = Math.min(fade, samples, parts.at(-1)?.samples ?? 0);
    end += samples - fade;
    const next = cut.parts[at + 1];
    const ends = facts === undefined ? false : seconds(part.to) < seconds(facts.seconds);
    parts.push({
      input,
      first: input < 0 ? 0 : seconds(part.from),
      samples,
      fade,
      matrix: input < 0 ? [] : matrixOf(facts, channels),
      rise: input >= 0 && fade === 0 && part.from > 0 ? Math.min(EDGE, samples) : 0,
      fall: input >= 0 && ends && !(next && next.fade > 0) ? Math.min(EDGE, samples) : 0,
    });
  });
  return { parts, samples: end };
}

/** The bed: from where it is wanted, and from its beginning again as often as the cut is longer. */
export function layMusic(
  music: Music,
  { input, facts }: { readonly input: number; readonly facts: ClipFacts },
  samples: number,
  channels: 1 | 2,
): { readonly parts: SoundPart[]; readonly gain: number; readonly duck: Ducking } | undefined {
  const matrix = matrixOf(facts, channels);
  const whole = seconds(facts.sound?.seconds || facts.seconds);
  const parts: SoundPart[] = [];
  let left = samples;
  for (let first = Math.min(seconds(music.from), whole); left > 0; first = 0) {
    const there = whole - first;
    // What is shorter than two turns would be nothing but turns.
    if (there <= 2 * TURN && (parts.length > 0 || there <= 0)) {
      if (whole <= 2 * TURN) break;
      continue;
    }
    const fade = parts.length === 0 ? 0 : TURN;
    const own = Math.min(there, left + fade);
    left -= own - fade;
    parts.push({ input, first, samples: own, fade, matrix, rise: first > 0 ? EDGE : 0, fall: 0 });
    if (parts.length >= MOST_TURNS) break;
  }
  const last = parts.at(-1);
  if (!last) return undefined;
  const ended = { ...last, fall: Math.min(TURN, last.samples) };
  return { parts: [...parts.slice(0, -1), ended], gain: music.gain, duck: { depth: music.duck, ...DUCKING } };
}

/** A bed of two seconds would take so many inputs that it is no bed. */
const MOST_TURNS = 40;

const HALF = Math.SQRT1_2;

/**
 * Gains as ITU-R BS.775-4 (December 2022, annex 4) mixes down: the centre and the surrounds go into both or their side 3 dB lower,
 * what is only felt is left out. By ffmpeg's names of the places, left and right.
 */
const PLACES: Readonly<Record<string, readonly [left: number, right: number]>> = {
  FL: [1, 0],
  FR: [0, 1],
  FC: [HALF, HALF],
  LFE: [0, 0],
  BL: [HALF, 0],
  BR: [0, HALF],
  BC: [0.5, 0.5],
  SL: [HALF, 0],
  SR: [0, HALF],
  FLC: [1, 0],
  FRC: [0, 1],
  DL: [1, 0],
  DR: [0, 1],
};

/** ffmpeg's layouts of more than two channels, as cameras, programs and discs write them. */
const LAYOUTS: Readonly<Record<string, string>> = {
  '2.1': 'FL FR LFE',
  '3.0': 'FL FR FC',
  '3.0(back)': 'FL FR BC',
  '3.1': 'FL FR FC LFE',
  '4.0': 'FL FR FC BC',
  '4.1': 'FL FR FC LFE BC',
  quad: 'FL FR BL BR',
  'quad(side)': 'FL FR SL SR',
  '5.0': 'FL FR FC BL BR',
  '5.0(side)': 'FL FR FC SL SR',
  '5.1': 'FL FR FC LFE BL BR',
  '5.1(side)': 'FL FR FC LFE SL SR',
  '6.0': 'FL FR FC BC SL SR',
  '6.1': 'FL FR FC LFE BC SL SR',
  '7.0': 'FL FR FC BL BR SL SR',
  '7.1': 'FL FR FC LFE BL BR SL SR',
  '7.1(wide)': 'FL FR FC LFE BL BR FLC FRC',
};

/** Below this two channels cancel each other when they are joined: one of them was wired the wrong way round. */
const OPPOSED = -0.6;

/** How the channels of a clip come into those of the cut. One channel is heard on both sides as loud as it was on each, and so is one beside a silent one. */
export function matrixOf(facts: ClipFacts | undefined, channels: 1 | 2): Matrix {
  const sound = facts?.sound;
  const count = Math.max(1, sound?.channels ?? 1);
  const row = (gain: (at: number) => number): number[] => Array.from({ length: count }, (_, at) => rounded(gain(at)));
  if (count === 1) return channels === 1 ? [[1]] : [[1], [1]];
  const heard = facts?.measured?.sound;
  if (count === 2 && heard?.side) return Array.from({ length: channels }, () => (heard.side === 'left' ? [1, 0] : [0, 1]));
  const names = LAYOUTS[sound?.layout ?? '']?.split(' ');
  // Tracks without places are those of an edit: the first two are the mix.
  const places = names?.length === count ? names.map((name) => PLACES[name] ?? [0, 0]) : row((at) => at).map((at) => PAIR[at] ?? [0, 0]);
  const left = row((at) => places[at]?.[0] ?? 0);
  const right = row((at) => places[at]?.[1] ?? 0);
  if (channels === 2) return [left, right];
  if (count === 2 && heard?.phase !== undefined && heard.phase < OPPOSED) return [[1, 0]];
  return [left.map((gain, at) => rounded((gain + (right[at] ?? 0)) / 2))];
}

const PAIR: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
];

const rounded = (gain: number): number => Math.round(gain * 1e6) / 1e6;
