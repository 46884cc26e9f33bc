/** Test clips, made when they are asked for: each has one fault, or none, at a place that is known. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
  /** As cameras and broadcasters write it: left and right in tracks of their own; the right one is silent. */
  'tracks.mxf': [
    ...[
      '-f',
      'lavfi',
      '-i',
      'testsrc2=s=320x180:r=25:d=2',
      '-f',
      'lavfi',
      '-i',
      'sine=300:r=48000:d=2',
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=48000:cl=mono:d=2',
    ],
    ...['-map', '0', '-map', '1', '-map', '2', '-c:v', 'mpeg2video', '-q:v', '4', '-c:a', 'pcm_s16le', '-shortest'],
  ],
  /** A microphone on the left; in the right socket there is hiss. */
  'left.wav': ['-f', 'lavfi', '-i', TONE(2), '-af', 'pan=stereo|c0=c0|c1=0.001*c0', '-c:a', 'pcm_s16le'],
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

/** Files that someone calls a clip: what they are called, what is in them. @param clip a sound MP4 */
export function hostileClips(folder: string, clip: string): Record<string, Buffer> {
  const path = (name: string): string => join(folder, name);
  const whole = readFileSync(clip);
  const first = readFileSync(rewrap(clip, path('first.mp4'), '-movflags', '+faststart'));
  const streams = Array.from({ length: 1000 }, () => ['-map', '0:a']).flat();
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-i', clip, '-t', '0.1', ...streams, '-c', 'copy', path('thousand.mkv')]);
  execFileSync('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=blue:s=7680x4320:r=25:d=0.08'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', path('huge.mp4')],
  ]);
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-i', clip, '-c', 'copy', '-t', '0', '-f', 'matroska', path('none.mkv')]);
  const noise = Buffer.alloc(20_000);
  for (let at = 0, state = 7; at < noise.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise[at] = state >>> 24;
  }
  return {
    'cut-index-first.mp4': first.subarray(0, Math.round(first.length * 0.6)),
    'cut-index-last.mp4': whole.subarray(0, Math.round(whole.length * 0.6)),
    'nothing.mp4': Buffer.alloc(0),
    'no-time.mkv': readFileSync(path('none.mkv')),
    'really-mkv.mp4': readFileSync(rewrap(clip, path('really.mkv'))),
    'letter.mov': Buffer.from('Dear client, the film will come tomorrow.\n'),
    'huge.mp4': readFileSync(path('huge.mp4')),
    'thousand.mkv': readFileSync(path('thousand.mkv')),
    'noise.mp4': Buffer.concat([Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp41', 'latin1'), noise]),
    'noise.mp3': Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x10', 'latin1'), noise]),
    'noise.wav': Buffer.concat([Buffer.from('RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\x7f', 'latin1'), noise]),
    'noise.ts': Buffer.concat(Array.from({ length: 100 }, (_, at) => Buffer.concat([Buffer.from('G'), noise.subarray(at, at + 187)]))),
    '-v.mp4': whole,
    'concat:a|b.mp4': whole,
  };
}

/** Lists of other files, under the name of a clip. @param canary absolute path of another clip */
export function playlists(canary: string, url: string): Record<string, string> {
  return {
    'hls-file.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://${canary}\n#EXT-X-ENDLIST\n`,
    'hls-http.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${url}/a.ts\n#EXT-X-ENDLIST\n`,
    'concat.mp4': `ffconcat version 1.0\nfile '${canary}'\n`,
    'dash.mp4': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011" type="static" mediaPresentationDuration="PT2S"><Period><AdaptationSet><Representation id="1" bandwidth="1000" mimeType="video/mp4"><BaseURL>${url}/b.mp4</BaseURL><SegmentBase/></Representation></AdaptationSet></Period></MPD>\n`,
    'session.mp4': `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n`,
  };
}
