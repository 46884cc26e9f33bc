/** Writes a film: frames and sound go to ffmpeg, and what a telephone says of its turn into the file. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { FILMS } from './shots.mjs';
import { framesOf } from './threads.mjs';

/**
 * Codecs of each film: what an edit suite hands over, and what a telephone writes. No bound on the rate: bounded, x264 gives
 * other bytes on every run as soon as it has two threads (measured, November 2026).
 */
const CODING = {
  trailer: [
    ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '18', '-g', '12', '-bf', '0'],
    ...['-c:a', 'pcm_s24le', '-timecode', '01:00:00:00'],
  ],
  backstage: [
    ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '21', '-g', '30', '-bf', '0'],
    ...['-c:a', 'aac', '-b:a', '128k', '-ac', '1', '-movflags', '+faststart'],
  ],
};

/** ffmpeg as Kader looks for it: named by FFMPEG_PATH or FFMPEG_BIN, of the package ffmpeg-static, or on the PATH. */
export function findFfmpeg() {
  const named = process.env.FFMPEG_PATH || process.env.FFMPEG_BIN;
  let packaged;
  try {
    packaged = createRequire(import.meta.url)('ffmpeg-static');
  } catch {
    // It is an optional package.
  }
  const paths = named
    ? [named]
    : [packaged && existsSync(packaged) ? packaged : undefined, 'ffmpeg'];
  return paths.find(
    (path) =>
      path &&
      (spawnSync(path, ['-hide_banner', '-encoders'], { encoding: 'utf8' }).stdout ?? '').includes(
        'libx264',
      ),
  );
}

/** Renders and codes `film` to `path`, with `sound` (a WAV file) under it; a broken run leaves nothing. Returns its frames. */
export async function writeFilm(film, { path, sound, photos, ffmpeg, scale }) {
  const { width, height, rate, shots } = FILMS[film];
  const even = (v) => 2 * Math.round((v * scale) / 2);
  const isTurned = height > width;
  const [w, h] = [even(width), even(height)];
  const beside = path.replace(/(\.\w+)$/, `.${process.pid}.part$1`);
  const colour = [
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
    '-colorspace',
    'bt709',
    '-color_range',
    'tv',
  ];
  const args = [
    ...[
      '-nostdin',
      '-hide_banner',
      '-v',
      'error',
      '-y',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'yuv420p',
      '-video_size',
      `${w}x${h}`,
    ],
    ...['-framerate', `${rate}`, ...colour, '-i', 'pipe:0', '-i', sound],
    // A telephone that is held upright writes its picture lying on its side.
    ...(isTurned ? ['-vf', 'transpose=cclock'] : []),
    ...[
      '-map',
      '0:v',
      '-map',
      '1:a',
      ...CODING[film],
      '-pix_fmt',
      'yuv420p',
      '-threads',
      '2',
      ...colour,
    ],
    ...[
      '-bitexact',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-map_metadata',
      '-1',
      beside,
    ],
  ];
  const program = spawn(ffmpeg, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = once(program, 'close');
  let words = '';
  program.stderr.on('data', (text) => {
    words += text;
  });
  // When it stops early, its exit code tells.
  program.stdin.on('error', () => undefined);
  try {
    let count = 0;
    for await (const frame of framesOf(film, photos, { scale })) {
      if (!program.stdin.write(frame)) await Promise.race([once(program.stdin, 'drain'), ended]);
      if (program.exitCode !== null) break;
      count++;
    }
    program.stdin.end();
    const [code] = await ended;
    const wanted = shots.reduce((sum, { frames }) => sum + frames, 0);
    if (code !== 0 || count !== wanted)
      throw new Error(
        `ffmpeg ended with ${code} after ${count} of ${wanted} frames\n${words.trim()}`,
      );
    if (isTurned) await turnInFile(beside, h);
    await rename(beside, path);
    return count;
  } catch (error) {
    program.kill('SIGKILL');
    await ended;
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Says in the head of the picture's track that it is to be shown a quarter turn clockwise. The option of ffmpeg for it has
 * had three names; the 36 bytes of ISO 14496-12, 8.3.2, one.
 * @param lying width of the turned picture: the height in the file is what moves the picture back into view
 */
async function turnInFile(path, lying) {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, 4_000_000));
    await file.read(head, 0, head.length, 0);
    for (let at = head.indexOf('tkhd'); at >= 0; at = head.indexOf('tkhd', at + 4)) {
      // Version 0: the matrix stands 44 bytes behind the name, width and height follow it.
      const width = head.readUInt32BE(at + 80) >>> 16;
      const high = head.readUInt32BE(at + 84) >>> 16;
      if (head[at + 4] !== 0 || width !== lying) continue;
      const matrix = Buffer.alloc(36);
      matrix.writeInt32BE(0x10000, 4);
      matrix.writeInt32BE(-0x10000, 12);
      matrix.writeInt32BE(high * 0x10000, 24);
      matrix.writeInt32BE(0x40000000, 32);
      await file.write(matrix, 0, 36, at + 44);
      return;
    }
    throw new Error('no head of a picture track to turn');
  } finally {
    await file.close();
  }
}
