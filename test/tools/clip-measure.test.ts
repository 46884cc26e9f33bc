/** Clips with known faults, sniffed, read and measured by the real programs: each fault is where it was put. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClipFacts, ClipMeasures, ClipType } from '../../pipeline/model/clip.ts';
import { measureClip } from '../../pipeline/tools/clip-measure.ts';
import { runFfmpeg } from '../../pipeline/tools/ffmpeg.ts';
import { type FfmpegProgram, type FfprobeProgram, findFfmpeg, findFfprobe } from '../../pipeline/tools/ffmpeg-find.ts';
import { probeClip } from '../../pipeline/tools/ffprobe.ts';
import { sniff } from '../../pipeline/tools/sniff.ts';
import { type ClipName, makeClip, rewrap } from '../support/clips.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-measure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let ffmpeg: FfmpegProgram;
let ffprobe: FfprobeProgram;
beforeAll(async () => {
  ffmpeg = (await findFfmpeg(process.env)) as FfmpegProgram;
  ffprobe = (await findFfprobe(process.env, ffmpeg)) as FfprobeProgram;
});

async function facts(path: string): Promise<ClipFacts> {
  const read = await probeClip(ffprobe, path, (await sniff(path)) as ClipType);
  if ('reason' in read) throw new Error(read.reason);
  return read.facts;
}
async function measured(path: string): Promise<ClipMeasures> {
  return measureClip(ffmpeg, path, (await sniff(path)) as ClipType, await facts(path), { pixels: 24e6 });
}
const clip = (name: ClipName): Promise<ClipMeasures> => measured(makeClip(folder, name));
const near = (span: readonly [number, number] | undefined, from: number, to: number, by = 0.05): void => {
  expect(Math.abs((span?.[0] ?? -9) - from), `${span}`).toBeLessThanOrEqual(by);
  expect(Math.abs((span?.[1] ?? -9) - to), `${span}`).toBeLessThanOrEqual(by);
};

test('a sound clip has no fault, whole, and twice the same to the last digit', async () => {
  const measures = await clip('sound.mp4');
  expect(measures).toMatchObject({
    decoded: { frames: 50, pictureSeconds: 2 },
    complaints: [],
    black: [],
    frozen: [],
    flashes: [],
    interlaced: { share: 0 },
    bars: { top: 0, right: 0, bottom: 0, left: 0 },
    sound: { silent: [], flatFactor: 0, phase: 1 },
  });
  expect(measures.sound?.loudness).toBeCloseTo(-15.8, 0);
  expect(await measured(join(folder, 'sound.mp4'))).toEqual(measures);
});

test('black first, silent in the middle, still at the end', async () => {
  const { black, frozen, sound } = await clip('black.mp4');
  expect([black.length, frozen.length, sound?.silent.length]).toEqual([1, 1, 1]);
  near(black[0], 0, 1);
  near(frozen[0], 2, 4);
  near(sound?.silent[0], 1, 2);
});

test('bars stand where a viewer sees them, whichever way the camera was held', async () => {
  const bar = 20 / 180;
  const upright = (await clip('bars.mp4')).bars;
  expect([upright.top, upright.bottom].map((share) => Math.abs(share - bar) < 0.01)).toEqual([true, true]);
  expect([upright.left, upright.right]).toEqual([0, 0]);
  const turned = rewrap(join(folder, 'bars.mp4'), join(folder, 'turned.mp4'), '-metadata:s:v:0', 'rotate=90');
  expect((await facts(turned)).picture).toMatchObject({ width: 180, height: 320, coded: [320, 180] });
  const { bars } = await measured(turned);
  expect([bars.left, bars.right].map((share) => Math.abs(share - bar) < 0.01)).toEqual([true, true]);
  expect([bars.top, bars.bottom]).toEqual([0, 0]);
});

test('fields are told from the picture', async () => {
  expect((await clip('fields.mp4')).interlaced).toEqual({ share: 1, first: 'top' });
});

test('flashes are told from when to when', async () => {
  const { flashes } = await clip('flashes.mp4');
  expect(flashes).toHaveLength(1);
  near(flashes[0], 1, 3, 0.1);
});

test('sound: cut off, quiet, silent, upside down, on one side', async () => {
  const [clipped, quiet, silent, phase, left] = (
    await Promise.all((['clipped.wav', 'quiet.wav', 'silent.wav', 'phase.wav', 'left.wav'] as const).map(clip))
  ).map(({ sound }) => sound);
  expect(clipped?.flatFactor).toBeGreaterThan(20);
  expect(clipped?.peak).toBeCloseTo(0, 1);
  expect(quiet?.loudness).toBeCloseTo(-45.1, 0);
  expect(quiet?.silent).toEqual([]);
  expect(silent).toMatchObject({ loudness: null, truePeak: null, peak: null, silent: [[0, 2]], flatFactor: 0, peakCount: 0 });
  expect(phase?.phase).toBe(-1);
  expect([left?.side, left?.phase, phase?.side, silent?.side]).toEqual(['left', undefined, undefined, undefined]);
});

test('left and right in tracks of their own are one sound', async () => {
  expect((await facts(makeClip(folder, 'tracks.mxf'))).sound).toMatchObject({ channels: 2, isPair: true });
  const { sound, decoded } = await clip('tracks.mxf');
  expect([sound?.side, decoded.soundSeconds]).toEqual(['left', 2]);
});

test('uneven frames, and a film that ends before it says', async () => {
  const path = makeClip(folder, 'vfr.mkv');
  expect((await facts(path)).picture).toMatchObject({ isVariable: true, frames: 66 });
  const whole = readFileSync(path);
  writeFileSync(join(folder, 'short.mkv'), whole.subarray(0, Math.round(whole.length / 2)));
  expect((await facts(join(folder, 'short.mkv'))).picture?.seconds).toBeCloseTo(3, 1);
  const { decoded, complaints } = await measured(join(folder, 'short.mkv'));
  expect(decoded.frames).toBeLessThan(45);
  expect(complaints.length).toBeGreaterThan(0);
});

test('every container is told from its bytes, and its own demuxer reads it', async () => {
  const [film, sound] = [makeClip(folder, 'sound.mp4'), makeClip(folder, 'quiet.wav')];
  const again = (name: string, from: string, ...options: string[]): string => rewrap(from, join(folder, name), ...options);
  const made: readonly (readonly [ClipType, string])[] = [
    ['mp4', again('a.mov', film)],
    ['matroska', again('a.webm', film, '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', '-t', '0.5')],
    ['avi', again('a.avi', film)],
    ['mpegts', again('a.ts', film)],
    ['mpegts', again('a.m2ts', film)],
    ['mpegps', again('a.mpg', film, '-c:v', 'mpeg2video', '-c:a', 'mp2', '-t', '0.5')],
    ['mxf', again('a.mxf', film, '-c:v', 'mpeg2video', '-c:a', 'pcm_s16le', '-t', '0.5')],
    ['wav', again('b.wav', sound, '-rf64', 'always')],
    ['wav', again('b.w64', sound)],
    ['aiff', again('b.aiff', sound, '-c:a', 'pcm_s16be')],
    ['flac', again('b.flac', sound, '-c:a', 'flac')],
    ['mp3', again('b.mp3', sound, '-c:a', 'libmp3lame')],
    ['mp3', again('c.mp3', sound, '-c:a', 'libmp3lame', '-id3v2_version', '0', '-write_xing', '0')],
    ['ogg', again('b.opus', sound, '-c:a', 'libopus')],
    ['aac', again('b.aac', film, '-vn')],
  ];
  for (const [type, path] of made) {
    expect(await sniff(path), path).toBe(type);
    const told = await facts(path);
    expect([told.picture !== undefined || told.sound !== undefined, told.seconds > 0.3], path).toEqual([true, true]);
    expect((await runFfmpeg(ffmpeg, { inputs: [{ path, type }], outputs: [{ options: ['-map', '0'] }] })).seconds, path).toBeGreaterThan(
      0.3,
    );
  }
  // A text in two bytes a letter, a picture, a GIF: none of them sounds.
  for (const [name, bytes] of Object.entries({
    'utf16.txt': Buffer.from('\ufeffA letter of some length, in two bytes.', 'utf16le'),
    'g.txt': Buffer.from('G'.repeat(100)),
  })) {
    writeFileSync(join(folder, name), bytes);
    expect(['text', 'unknown']).toContain(await sniff(join(folder, name)));
  }
});
