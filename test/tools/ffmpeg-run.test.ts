/** The one file that runs ffmpeg: whole files or none, its limits, and what its lists say it can do. */
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FfmpegFailed, runFfmpeg } from '../../pipeline/tools/ffmpeg.ts';
import { type FfmpegProgram, findFfmpeg, findFfprobe, lacking, parseList } from '../../pipeline/tools/ffmpeg-find.ts';
import { makeClip } from '../support/clips.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
let program: FfmpegProgram;
beforeAll(async () => {
  program = (await findFfmpeg(process.env)) as FfmpegProgram;
  makeClip(folder, 'sound.mp4');
});
/** A program that does what a shell script says. */
function script(name: string, text: string): FfmpegProgram {
  writeFileSync(file(name), `#!/bin/sh\n${text}\n`);
  chmodSync(file(name), 0o755);
  return { ...program, path: file(name) };
}
const source = (): { path: string; type: 'mp4' } => ({ path: file('sound.mp4'), type: 'mp4' });
const slowly = ['-re', '-stream_loop', '-1'];
const x264 = ['-map', '0:v:0', '-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-f', 'mp4'];

test('several inputs, one process, several outputs, progress, and names that look like anything', async () => {
  const odd = file("-it's 5:00, a|b.mp4");
  const seen: number[] = [];
  let bytes = 0;
  const done = await runFfmpeg(
    program,
    {
      inputs: [source(), { ...source(), options: ['-ss', '1'] }],
      args: ['-filter_complex', '[0:v:0]hflip[a];[1:v:0]split=2[b][c];[c]scale=32:18,format=gray[d]'],
      outputs: [
        { path: odd, options: ['-map', '[a]', ...x264.slice(2)] },
        { path: file('b.mp4'), options: ['-map', '[b]', ...x264.slice(2), '-metadata', 'title=Hello world'] },
        { onData: (piece) => (bytes += piece.length), options: ['-map', '[d]', '-f', 'rawvideo'] },
      ],
      needs: ['enc:libx264', 'filter:hflip', 'mux:mp4', 'proto:file'],
    },
    { onProgress: ({ seconds }) => seen.push(seconds), memory: 2 ** 31 },
  );
  expect(done).toMatchObject({ frames: 50, stderr: '' });
  expect(seen.at(-1)).toBeCloseTo(2, 1);
  expect(bytes).toBe(25 * 32 * 18);
  expect([existsSync(odd), existsSync(file('b.mp4'))]).toEqual([true, true]);
});

test('what is stopped, fails or takes too long leaves no file', async () => {
  const path = file('part.mp4');
  const wish = { inputs: [{ ...source(), options: slowly }], outputs: [{ path, options: x264 }] };
  const stop = new AbortController();
  const running = runFfmpeg(program, wish, { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('no longer wanted')), 1500);
  await expect(running).rejects.toThrow('no longer wanted');
  await expect(runFfmpeg(program, wish, { limitMs: 1500 })).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(runFfmpeg(program, { ...wish, outputs: [{ path, options: ['-map', '0:v:9'] }] })).rejects.toThrow(FfmpegFailed);
  expect(existsSync(path)).toBe(false);
  // Neither begins when it is known before.
  await expect(runFfmpeg(program, wish, { signal: AbortSignal.abort(new Error('too early')) })).rejects.toThrow('too early');
  await expect(runFfmpeg(program, { ...wish, needs: ['filter:nonsense', 'enc:libnone'] })).rejects.toThrow(
    /ffmpeg with filter nonsense, libnone .* is not installed/,
  );
  await expect(runFfmpeg(program, { ...wish, inputs: [{ path: 'sound.mp4', type: 'mp4' }] })).rejects.toThrow('whole paths');
});

test('a program that hangs and will not be asked is ended, and one that stalls does not wait for the whole limit', async () => {
  const deaf = script('deaf', "trap '' TERM\nwhile :; do sleep 0.1; done");
  const wish = { inputs: [source()], outputs: [{ options: ['-map', '0:v:0'] }] };
  await expect(runFfmpeg(deaf, wish, { limitMs: 300 })).rejects.toThrow('longer than 0.3 s');
  const stuck = script('stuck', 'while :; do echo frame=1 >&2; echo progress=continue >&2; sleep 0.1; done');
  await expect(runFfmpeg(stuck, wish, { limitMs: 60_000, stallMs: 700 })).rejects.toThrow('longer than 0.7 s');
});

test('pixels and memory have their limits', async () => {
  const wish = { inputs: [source()], outputs: [{ options: ['-map', '0:v:0'] }] };
  expect((await runFfmpeg(program, wish, { pixels: 320 * 192 })).frames).toBe(50);
  const small = await runFfmpeg(program, wish, { pixels: 1000 }).then(
    ({ frames }) => frames,
    () => 0,
  );
  expect(small).toBe(0);
  if (process.platform === 'linux') await expect(runFfmpeg(program, wish, { memory: 4_000_000 })).rejects.toThrow();
});

test('lists of ffmpeg 5 and of 8 alike', () => {
  expect(
    parseList(
      'encoders',
      'Encoders:\n V..... = Video\n ------\n V....D libx264              libx264 H.264 (codec h264)\n A....D aac   AAC\n',
    ),
  ).toEqual(['enc:libx264', 'enc:aac']);
  expect(
    parseList('filters', 'Filters:\n  T.. = Timeline support\n ... abench            A->A       Benchmark.\n .. ebur128 A->N   EBU\n'),
  ).toEqual(['filter:abench', 'filter:ebur128']);
  expect(parseList('muxers', ' .E = Muxing supported\n --\n  E mp4             MP4\n  E  avif           AVIF\n')).toEqual([
    'mux:mp4',
    'mux:avif',
  ]);
  expect(parseList('demuxers', ' D. = Demuxing\n --\n D  mov,mp4,m4a     QuickTime\n D d lavfi          Libavfilter\n')).toEqual([
    'demux:mov',
    'demux:mp4',
    'demux:m4a',
    'demux:lavfi',
  ]);
  expect(parseList('protocols', 'Supported file protocols:\nInput:\n  file\n  pipe\nOutput:\n  ftp\n')).toEqual([
    'proto:file',
    'proto:pipe',
  ]);
});

test('this build can what its own lists say, and ffprobe stands beside it', async () => {
  expect(lacking(program, ['enc:libx264', 'mux:mp4', 'demux:mov', 'dec:h264', 'proto:file', 'filter:ebur128', 'filter:nonsense'])).toEqual([
    'filter:nonsense',
  ]);
  expect((await findFfprobe(process.env, program))?.version).toBeTruthy();
  await expect(findFfprobe({ FFPROBE_PATH: file('none') }, program)).rejects.toThrow('does not run as ffprobe');
});
