/** A film as an adaptive stream (HLS): playlists read by ffprobe, every segment cut out and decoded alone, the same bytes on two runs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { CODING, decode, numberOf, TAGS_709, writeClip } from '../support/numbered-clips.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const SRT = '1\n00:00:01,000 --> 00:00:02,200\nThe sea,\nat <i>six</i>.\n';
const RIGHTS = '{ creator: A, credit: A, copyright: © A, licence: all, until: 2099-01-01 }';
const STREAM = `${ORDER.replace(
  'deliver:',
  `  - { name: trailer, file: video/trailer.mp4, captions: { en: video/trailer.en.srt }, rights: ${RIGHTS} }
  - { name: other, file: video/other.mp4, rights: ${RIGHTS} }\ndeliver:`,
)}  video:
    - { name: web, from: [{ clip: trailer, out: 3.08 }, { clip: other, out: 4.32 }], channel: web, hls: true }
`;
/** 7.4 s in groups of 2 s, three of them to a segment. */
const SECONDS = 7.4;
const SEGMENTS = [6, 1.4];

const folder = mkdtempSync(join(tmpdir(), 'kader-stream-'));
let workspace: TestWorkspace;
let report: ReportJson;
beforeAll(async () => {
  workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/order.yaml': STREAM,
      'assets/try/video/trailer.en.srt': SRT,
      'templates/plain/house.yaml': `${HOUSE}rules: { clip: { leastSide: 100 } }\n`,
    }),
  );
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=3.4'];
  const options = ['-map', '0:v', '-map', '1:a', ...CODING, ...TAGS_709, '-c:a', 'aac', '-b:a', '128k'];
  writeClip(workspace.path('assets/try/video/trailer.mp4'), 85, '25', { inputs: tone, options });
  // Another scene altogether: an encoder that is free to would begin it with a key frame.
  const scene = ['-f', 'lavfi', '-i', 'mandelbrot=size=320x180:rate=25', '-t', '4.4', '-vf', 'format=yuv420p', ...CODING, ...TAGS_709];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...scene, workspace.path('assets/try/video/other.mp4')]);
  report = workspace.build('--only', 'video', '--no-measure').report;
}, 120_000);
afterAll(() => {
  workspace?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const tree = (): Record<string, string> => workspace.tree('output/try/video');
const plain = (path: string): string => path.replace(/-[0-9a-f]{10}\./, '.');
const laid = (end: string): string => {
  const found = Object.keys(tree()).find((one) => plain(one) === `web-web/${end}`);
  if (!found) throw new Error(`${end} is not there`);
  return workspace.path('output/try/video', found);
};
const read = (end: string): string => readFileSync(laid(end), 'utf8');
const beside = (end: string, name: string): string => join(laid(end), '..', name);
const probe = (path: string, ...options: string[]): string =>
  execFileSync('ffprobe', ['-v', 'error', '-allowed_extensions', 'ALL', ...options, '-i', path], { encoding: 'utf8' });

interface Part {
  readonly seconds: number;
  readonly bytes: number;
  readonly at: number;
  readonly file: string;
}
/** What a player asks for, one after another. */
function partsOf(playlist: string): { readonly map: Buffer; readonly parts: readonly Part[] } {
  const parts = [...playlist.matchAll(/#EXTINF:([\d.]+),\n#EXT-X-BYTERANGE:(\d+)@(\d+)\n(.+)/g)].map(
    ([, seconds, bytes, at, file = '']): Part => ({ seconds: Number(seconds), bytes: Number(bytes), at: Number(at), file }),
  );
  const [, uri = '', length] = /#EXT-X-MAP:URI="(.+)",BYTERANGE="(\d+)@0"/.exec(playlist) ?? [];
  return { map: readFileSync(beside('web-master.m3u8', uri)).subarray(0, Number(length)), parts };
}
const cutOut = ({ map }: { map: Buffer }, { file, at, bytes }: Part): string => {
  const to = join(folder, `${at}-${bytes}.mp4`);
  writeFileSync(to, Buffer.concat([map, readFileSync(beside('web-master.m3u8', file)).subarray(at, at + bytes)]));
  return to;
};

test('the renditions, their sound and their captions are streams too, and the sheet names the playlist', () => {
  expect(report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  expect(
    Object.keys(tree())
      .map((path) => plain(path).slice('web-web/'.length))
      .filter((path) => /m3u8|stream/.test(path))
      .sort(),
  ).toEqual([
    'web-180-av1-stream.mp4',
    'web-180-av1.m3u8',
    'web-180-h264-keys.m3u8',
    'web-180-h264-stream.mp4',
    'web-180-h264.m3u8',
    'web-en-stream.vtt',
    'web-en.m3u8',
    'web-master.m3u8',
    'web-sound-stream.mp4',
    'web-sound.m3u8',
  ]);
  const sheet = JSON.parse(read('web-web.sheet.json'));
  expect(plain(sheet.stream)).toBe('web-master.m3u8');
  expect(sheet.files.map(({ name }: { name: string }) => name)).toContain(sheet.stream);
  expect(read('web-web.sheet.html')).toContain(sheet.stream);
});

test('ffprobe finds every rendition behind the master playlist, with its size, rate and sound', () => {
  const { programs } = JSON.parse(probe(laid('web-master.m3u8'), '-of', 'json', '-show_programs', '-show_streams'));
  const told = (programs as { tags: Record<string, string>; streams: Record<string, string>[] }[]).map(({ streams }) =>
    streams.map(({ codec_name, width, height, r_frame_rate, channels }) =>
      codec_name === 'aac' ? `aac ${channels}` : `${codec_name} ${width}x${height} ${r_frame_rate}`,
    ),
  );
  expect(told.map((one) => one.filter((name) => !name.startsWith('webvtt')).sort())).toEqual([
    ['aac 2', 'h264 320x180 25/1'],
    ['aac 2', 'av1 320x180 25/1'],
  ]);
  expect(Number(JSON.parse(probe(laid('web-master.m3u8'), '-of', 'json', '-show_format')).format.duration)).toBeCloseTo(SECONDS, 1);
});

test('what the master playlist says of rates and codecs is what lies in the files', () => {
  const master = read('web-master.m3u8');
  expect(master).toMatch(/^#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n/);
  expect(master).toMatch(/TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",LANGUAGE="und",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2"/);
  expect(master).toMatch(/TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en"/);
  const rate = (parts: readonly Part[]): number =>
    (parts.reduce((sum, { bytes }) => sum + bytes, 0) * 8) / parts.reduce((sum, { seconds }) => sum + seconds, 0);
  const sound = partsOf(read('web-sound.m3u8')).parts;
  const variants = [...master.matchAll(/#EXT-X-STREAM-INF:(.+)\n(.+)/g)].map(([, told = '', file = '']) => ({ told, file }));
  expect(variants.map(({ told }) => /CODECS="(.+?)".*RESOLUTION=(.+?),/.exec(told)?.slice(1))).toEqual([
    [expect.stringMatching(/^avc1\.64001E,mp4a\.40\.2$/), '320x180'],
    [expect.stringMatching(/^av01\.0\.0\dM\.08,mp4a\.40\.2$/), '320x180'],
  ]);
  for (const { told, file } of variants) {
    expect(told).toMatch(/FRAME-RATE=25\.000,AUDIO="sound",SUBTITLES="captions",CLOSED-CAPTIONS=NONE$/);
    const { parts } = partsOf(readFileSync(beside('web-master.m3u8', file), 'utf8'));
    const [, peak = 0, mean = 0] = (/BANDWIDTH=(\d+),AVERAGE-BANDWIDTH=(\d+)/.exec(told) ?? []).map(Number);
    expect(mean / (rate(parts) + rate(sound))).toBeCloseTo(1, 1);
    // Only the first is long enough to count (RFC 8216: half of the target at least), or both together.
    const most = (some: readonly Part[]): number => Math.max(rate(some.slice(0, 1)), rate(some));
    expect(peak / (most(parts) + most(sound))).toBeCloseTo(1, 1);
    expect(peak).toBeGreaterThanOrEqual(mean);
  }
});

test('every segment begins with a key frame, plays alone, and they are as long together as the film', () => {
  for (const name of ['web-180-h264.m3u8', 'web-180-av1.m3u8']) {
    const stream = partsOf(read(name));
    expect(stream.parts.map(({ seconds }) => seconds)).toEqual(SEGMENTS);
    for (const part of stream.parts) {
      const packets = probe(cutOut(stream, part), '-select_streams', 'v', '-of', 'csv=p=0', '-show_entries', 'packet=flags')
        .trim()
        .split('\n');
      expect([packets[0]?.startsWith('K'), packets.length]).toEqual([true, Math.round(part.seconds * 25)]);
      expect(packets.flatMap((flags, at) => (flags.startsWith('K') ? [at] : []))).toEqual([0, 50, 100].filter((at) => at < packets.length));
    }
  }
  const keys = partsOf(read('web-180-h264-keys.m3u8'));
  expect(keys.parts.map(({ seconds }) => seconds)).toEqual([2, 2, 2, 1.4]);
  expect(keys.parts.map((part) => decode(cutOut(keys, part)).frames.length)).toEqual([1, 1, 1, 1]);
  const sound = partsOf(read('web-sound.m3u8')).parts;
  expect(sound).toHaveLength(2);
  expect(Math.abs((sound[0]?.seconds ?? 0) - 6)).toBeLessThan(0.26);
  expect(Math.abs(sound.reduce((sum, { seconds }) => sum + seconds, 0) - SECONDS)).toBeLessThan(0.045);
});

test('the stream shows the frames of the film from the first on, and sound begins with them', () => {
  const { parts, map } = partsOf(read('web-180-av1.m3u8'));
  const film = decode(cutOut({ map }, { ...(parts[0] as Part), bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0) }));
  expect(film.frames.length).toBe(185);
  expect(film.frames.slice(0, 77).map((data) => numberOf(film, data, (x, y) => [x, y]))).toEqual(Array.from({ length: 77 }, (_, at) => at));
  const start = (end: string): number => Number(JSON.parse(probe(laid(end), '-of', 'json', '-show_streams')).streams[0].start_time);
  expect([start('web-180-av1-stream.mp4'), start('web-sound-stream.mp4')]).toEqual([0, 0]);
  // ffprobe counts frames of H.264 from the first that is decoded; what is written: decoded at 0, and shown at once.
  expect(firstShown(readFileSync(laid('web-180-h264-stream.mp4')))).toEqual([0, 0]);
  expect(read('web-en-stream.vtt')).toMatch(/^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n00:00:01.000 --> /);
});

/** Decode time of the first fragment, and by how much its first frame is shown later, in ticks: read from `tfdt` and `trun`. */
function firstShown(data: Buffer): [number, number] {
  const tfdt = data.indexOf('tfdt');
  const run = data.indexOf('trun');
  const flags = data.readUIntBE(run + 5, 3);
  let at = run + 12 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
  for (const bit of [0x100, 0x200, 0x400]) if (flags & bit) at += 4;
  return [Number(data.readBigUInt64BE(tfdt + 8)), data.readInt32BE(at)];
}

test('made one by one they have the same bytes', { timeout: 120_000 }, () => {
  const before = tree();
  workspace.run('clean', '--all');
  workspace.build('--only', 'video', '--no-measure', '--jobs', '1');
  expect(tree()).toEqual(before);
});
