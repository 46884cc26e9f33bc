/** Playlists of streams: where segments end, what is the heaviest stretch, and which rendition stands first. */
import { expect, test } from 'vitest';
import { captionPlaylist, ratesOf, segmentsOf, streamedVtt, writePlaylist } from '../../pipeline/jobs/playlist.ts';
import type { StreamFacts, Variant } from '../../pipeline/model/stream.ts';

const even = (count: number, seconds: number, bytes = 1000): StreamFacts => ({
  head: 800,
  fragments: Array.from({ length: count }, () => ({ bytes, seconds, key: 100 })),
});
const lengths = (stream: StreamFacts): number[] => segmentsOf(stream, 6).map(({ seconds }) => Math.round(seconds * 1000) / 1000);

test('segments are groups of fragments, and sound ends where the picture does, never adding up what it is off', () => {
  expect(lengths(even(7, 2))).toEqual([6, 6, 2]);
  expect(lengths(even(3, 2))).toEqual([6]);
  expect(lengths(even(1, 0.4))).toEqual([0.4]);
  const off = segmentsOf(even(240, 0.512), 6).map(({ seconds }) => seconds);
  let end = 0;
  for (const [at, seconds] of off.slice(0, -1).entries()) {
    end += seconds;
    expect(Math.abs(end - 6 * (at + 1))).toBeLessThan(0.26);
  }
  expect(segmentsOf(even(7, 2), 6).map(({ at, bytes }) => [at, bytes])).toEqual([
    [800, 3000],
    [3800, 3000],
    [6800, 1000],
  ]);
});

test('a stretch counts as heaviest from half of the target to one and a half of it', () => {
  const segments = (...told: [seconds: number, bytes: number][]) => told.map(([seconds, bytes]) => ({ at: 0, seconds, bytes }));
  expect(ratesOf(segments([6, 6000], [6, 12_000], [6, 6000]), 6)).toEqual({ peak: 16_000, mean: 10_667 });
  // A last second of noise counts with what came before it.
  expect(ratesOf(segments([6, 6000], [1, 7000]), 6)).toEqual({ peak: 14_858, mean: 14_858 });
  expect(ratesOf(segments([1, 1000]), 6)).toEqual({ peak: 8000, mean: 8000 });
});

test('players that know no better begin with two megabits of H.264; a silent film without words has no groups', () => {
  const variant = (input: number, codec: string, height: number): Variant => ({
    input,
    playlist: `${codec}-${height}.m3u8`,
    codecs: codec,
    width: (height * 16) / 9,
    height,
  });
  const streams = [even(3, 2, 400_000), even(3, 2, 1_500_000), even(3, 2, 600_000), even(3, 2, 200_000)];
  const variants = [
    variant(0, 'av01.0.04M.08', 720),
    variant(1, 'avc1.640028', 1080),
    variant(2, 'avc1.64001F', 720),
    variant(3, 'avc1.64001E', 480),
  ];
  const master = writePlaylist({ what: 'master', segment: 6, seconds: 6, rate: '23.976', variants, captions: [] }, streams);
  expect(master.split('\n').filter((line) => line.endsWith('.m3u8'))).toEqual([
    'avc1.64001F-720.m3u8',
    'avc1.640028-1080.m3u8',
    'avc1.64001E-480.m3u8',
    'av01.0.04M.08-720.m3u8',
  ]);
  expect(master).toContain(
    'BANDWIDTH=2400000,AVERAGE-BANDWIDTH=2400000,CODECS="avc1.64001F",RESOLUTION=1280x720,VIDEO-RANGE=SDR,FRAME-RATE=23.976,CLOSED-CAPTIONS=NONE\n',
  );
  expect(master).not.toContain('EXT-X-MEDIA:');
});

test('captions are one segment, and count from the first frame', () => {
  expect(captionPlaylist('web-nl.vtt', 20.04)).toContain('#EXT-X-TARGETDURATION:21\n');
  expect(captionPlaylist('web-nl.vtt', 20.04)).toContain('#EXTINF:20.04000,\nweb-nl.vtt\n#EXT-X-ENDLIST\n');
  expect(streamedVtt('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWEBVTT\n')).toBe(
    'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n00:00:01.000 --> 00:00:02.000\nWEBVTT\n',
  );
});
