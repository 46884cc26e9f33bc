/** Sound for tests: synthesised by lavfi when a test runs, and read back by programs that did not make what is judged. */
import { execFileSync, spawnSync } from 'node:child_process';
import type { SoundClip } from '../../pipeline/jobs/sound.ts';
import type { ClipFacts, ClipType } from '../../pipeline/model/clip.ts';
import type { SoundCut } from '../../pipeline/model/cut.ts';
import { digestOf } from '../../pipeline/model/key.ts';

/** Sources of a few seconds that a master must cope with. */
export const SOURCES = {
  /** Words of half a second with pauses between them, quiet. */
  speech: "aevalsrc='0.08*sin(2*PI*180*t)*(1+sin(2*PI*3*t))*(lt(mod(t,1.4),0.9))+0.0005*random(0)':s=48000:d=5",
  /** A low bed with hits that stand 20 dB above it. */
  music: "aevalsrc='0.06*sin(2*PI*110*t)+0.05*sin(2*PI*331*t)+0.85*sin(2*PI*60*t)*exp(-25*mod(t,0.5))':s=44100:d=5",
  pink: 'anoisesrc=d=4:c=pink:r=48000:a=0.3:seed=7',
  sine: 'sine=f=997:r=48000:d=4',
  clipped: "aevalsrc='clip(3*sin(2*PI*220*t),-1,1)':s=48000:d=4",
} as const;

/** @param to its ending says the container */
export function makeClip(source: string, to: string, ...options: string[]): string {
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...options, to]);
  return to;
}

/** By the second program: integrated loudness and true peak of a file, from ffmpeg's own table on the command line. */
export function loudnessOf(path: string): { loudness: number; truePeak: number } {
  const { stderr } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-nostats', '-i', path, '-vn', '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'],
    {
      encoding: 'utf8',
    },
  );
  const number = (name: RegExp): number => Number(name.exec(stderr)?.[1] ?? Number.NaN);
  return { loudness: number(/I:\s+(-?[\d.]+) LUFS/), truePeak: number(/Peak:\s+(-?[\d.]+) dBFS/) };
}

/** Interleaved samples of a file, decoded by a process of its own. */
export function samplesOf(path: string, channels: number, rate = 48_000): Float32Array {
  const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-vn', '-ac', String(channels), '-ar', String(rate), '-f', 'f32le', '-'], {
    maxBuffer: 1 << 28,
  });
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
}

export interface Probed {
  readonly streams: readonly (Record<string, string | number> & { tags?: Record<string, string>; disposition?: Record<string, number> })[];
  readonly format: Record<string, string> & { tags?: Record<string, string> };
  readonly chapters: readonly { start_time: string; end_time: string; tags?: Record<string, string> }[];
}

export function probe(path: string): Probed {
  const args = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', '-show_chapters', '-i', path];
  return JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' })) as Probed;
}

export interface ClipWish {
  readonly type: ClipType;
  readonly seconds: number;
  readonly channels?: number;
  readonly layout?: string;
  readonly phase?: number;
  readonly side?: 'left' | 'right';
  readonly isPair?: true;
  /** In s, after the picture. */
  readonly startsAt?: number;
  /** No sound track. */
  readonly mute?: true;
}

/** A clip as ingest would tell it. */
export function soundClip(
  name: string,
  { type, seconds, channels = 2, layout = 'stereo', phase, side, isPair, startsAt = 0, mute }: ClipWish,
): SoundClip {
  const clip: ClipFacts = {
    kind: 'clip',
    seconds,
    bitRate: 1e6,
    ...(mute
      ? {}
      : {
          sound: {
            codec: 'pcm_s16le',
            channels,
            layout,
            sampleRate: 48_000,
            bitRate: 1e6,
            seconds,
            startsAt,
            ...(isPair ? { isPair } : {}),
          },
        }),
    tracks: { pictures: 0, sounds: 1, texts: 0, others: 0 },
    chapters: [],
    rights: {},
    hasGps: false,
    hasPersonalData: false,
    ...(phase === undefined && side === undefined
      ? {}
      : {
          measured: {
            decoded: { frames: 0, pictureSeconds: 0, soundSeconds: seconds },
            complaints: [],
            black: [],
            frozen: [],
            interlaced: { share: 0, first: 'top' },
            bars: { top: 0, right: 0, bottom: 0, left: 0 },
            flashes: [],
            sound: {
              loudness: -20,
              range: 1,
              truePeak: -3,
              silent: [],
              flatFactor: 0,
              peakCount: 0,
              peak: -3,
              ...(side ? { side } : { phase: phase ?? 0 }),
            },
          },
        }),
  };
  // The type of what is sniffed as sound; ingest tells it from the bytes.
  return { name, digest: digestOf(name), type: type as SoundClip['type'], rights: {}, clip };
}

export function soundCut(changes: Partial<SoundCut> = {}): SoundCut {
  return {
    what: 'audio',
    name: 'spot',
    channel: 'podcast',
    parts: [{ clip: 'one', from: 0, to: 3, fade: 0, fit: 'cover', focus: [0.5, 0.5] }],
    fadeIn: 0,
    fadeOut: 0,
    seconds: 3,
    chapters: [],
    line: 9,
    ...changes,
  };
}

export function part(clip: string, from: number, to: number, fade = 0): SoundCut['parts'][number] {
  return { clip, from, to, fade, fit: 'cover', focus: [0.5, 0.5] };
}

/** Amplitude of one frequency, a multiple of 10 Hz, in one channel of interleaved samples at 48 kHz; others of the kind do not leak in. */
export function levelAt(samples: Float32Array, channels: number, channel: number, hertz: number): number {
  const count = Math.floor(samples.length / channels);
  const whole = count - (count % 4800) || count;
  const step = (2 * Math.PI * hertz) / 48_000;
  let [real, imaginary] = [0, 0];
  for (let at = 0; at < whole; at++) {
    const value = samples[at * channels + channel] as number;
    real += value * Math.cos(step * at);
    imaginary += value * Math.sin(step * at);
  }
  return (2 * Math.hypot(real, imaginary)) / whole;
}
