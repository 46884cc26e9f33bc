/** Test clips, made when they are asked for: each has one fault, or none, at a place that is known. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const SOFT = 'gblur=sigma=2';
const PICTURE = (seconds: number): string => `testsrc2=s=320x180:r=25:d=${seconds},${SOFT}`;
const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-pix_fmt', 'yuv420p', '-threads', '2'];
const AAC = ['-c:a', 'aac', '-b:a', '128k'];
const TONE = (seconds: number): string => `sine=440:r=48000:d=${seconds},volume=6dB`;

/** Name → the arguments that make it. */
export const CLIPS = {
  /** 2 s, stereo, nothing wrong. */
  'sound.mp4': ['-f', 'lavfi', '-i', PICTURE(2), '-f', 'lavfi', '-i', TONE(2), ...X264, ...AAC, '-ac', '2'],
  /** Black until 1 s, still from 2 s on, silent from 1 to 2 s. */
  'black.mp4': [
    ...['-f', 'lavfi', '-i', PICTURE(2), '-f', 'lavfi', '-i', TONE(4)],
    ...['-vf', `drawbox=c=black:t=fill:enable='lt(t,1)',tpad=stop_mode=clone:stop_duration=2`],
    ...['-af', `volume=0:enable='between(t,1,2)'`, ...X264, ...AAC],
  ],
  /** 20 of 180 lines black at the top and 20 at the bottom; stated to be turned a quarter clockwise by `turned.mp4`. */
  'bars.mp4': ['-f', 'lavfi', '-i', PICTURE(1), '-vf', 'drawbox=h=20:c=black:t=fill,drawbox=y=160:h=20:c=black:t=fill', ...X264],
  /** 25i, top field first, of a picture that moves sideways. */
  'fields.mp4': [
    ...['-f', 'lavfi', '-i', `testsrc=s=720x576:r=50:d=1,scroll=h=0.01,${SOFT}`],
    ...['-vf', 'tinterlace=interleave_top', ...X264, '-flags', '+ildct', '-x264opts', 'tff=1'],
  ],
  /** White and black five times a second from 1 to 3 s. */
  'flashes.mp4': [
    ...['-f', 'lavfi', '-i', 'color=gray:s=320x180:r=25:d=4'],
    ...[
      '-vf',
      `drawbox=c=black:t=fill:enable='between(t,1,3)*lt(mod(t,0.2),0.08)',drawbox=c=white:t=fill:enable='between(t,1,3)*gte(mod(t,0.2),0.08)'`,
    ],
    ...X264,
  ],
  /** The right channel is the left one upside down. */
  'phase.wav': ['-f', 'lavfi', '-i', TONE(2), '-af', 'pan=stereo|c0=c0|c1=-1*c0', '-c:a', 'pcm_s16le'],
  /** Cut off at full scale. */
  'clipped.wav': ['-f', 'lavfi', '-i', 'sine=440:r=48000:d=2,volume=24dB', '-c:a', 'pcm_s16le'],
  'quiet.wav': ['-f', 'lavfi', '-i', 'sine=1000:r=48000:d=3,volume=-24dB', '-ac', '2', '-c:a', 'pcm_s16le'],
  'silent.wav': ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', '-t', '2', '-c:a', 'pcm_s16le'],
  /** 24 frames a second, of which every sixth in the second half stands twice as long. */
  'vfr.mkv': ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=24:d=3', '-vf', `select='lt(n,36)+mod(n,6)'`, '-fps_mode', 'vfr', ...X264],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ClipName = keyof typeof CLIPS;

/** @returns its absolute path */
export function makeClip(folder: string, name: ClipName): string {
  const path = join(folder, name);
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...CLIPS[name], path]);
  return path;
}

/** The same streams, otherwise wrapped. */
export function rewrap(from: string, to: string, ...options: string[]): string {
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-i', from, '-c', 'copy', ...options, to]);
  return to;
}
