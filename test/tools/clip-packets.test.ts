/** Groups of pictures and heavy stretches as packets tell them: of real files, and counted by hand. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PictureTrack } from '../../pipeline/model/clip.ts';
import { packetCounter } from '../../pipeline/tools/clip-packets.ts';
import { findFfmpeg, findFfprobe } from '../../pipeline/tools/ffmpeg-find.ts';
import { probeClip } from '../../pipeline/tools/ffprobe.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-packets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function probed(name: string, picture: string, ...options: string[]): Promise<PictureTrack> {
  const path = join(folder, name);
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', picture, '-pix_fmt', 'yuv420p', ...options, path]);
  const program = await findFfprobe(process.env, await findFfmpeg(process.env));
  if (!program) throw new Error('ffprobe was not found: npm run setup -- --test');
  const read = await probeClip(program, path, 'mp4');
  if (!('facts' in read) || !read.facts.picture) throw new Error('no picture was read');
  return read.facts.picture;
}

test.each([
  ['H.264 with closed groups', ['-c:v', 'libx264', '-bf', '3', '-g', '12'], false],
  ['H.264 with open groups', ['-c:v', 'libx264', '-x264-params', 'open-gop=1:bframes=3:keyint=12:scenecut=0'], true],
  ['HEVC with closed groups', ['-c:v', 'libx265', '-x265-params', 'open-gop=0:keyint=12:bframes=3:scenecut=0:log-level=error'], false],
  ['HEVC with open groups', ['-c:v', 'libx265', '-x265-params', 'open-gop=1:keyint=12:bframes=3:scenecut=0:log-level=error'], true],
] as const)('%s', async (name, options, isOpen) => {
  const { openGops } = await probed(`${name.replace(/\W/g, '-')}.mp4`, 'testsrc2=s=160x90:r=25:d=2', '-preset', 'fast', ...options);
  expect(openGops > 0).toBe(isOpen);
});

test("a film that stands still but for its end has its peak there; ffprobe's own packets say the same", async () => {
  const picture = await probed(
    'peaks.mp4',
    `color=0x306090:s=160x90:r=10:d=24,noise=alls=90:allf=t:enable='gte(t,18)'`,
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '30', '-g', '20'],
  );
  const lines = execFileSync(
    'ffprobe',
    ['-v', 'error', '-of', 'csv=p=0', '-show_entries', 'packet=pts_time,size', join(folder, 'peaks.mp4')],
    {
      encoding: 'utf8',
    },
  );
  const bits = (from: number): number =>
    lines
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number) as [number, number])
      .filter(([at]) => at >= from && at < from + 6)
      .reduce((sum, [, size]) => sum + size * 8, 0) / 6;
  expect(picture.peakRate / Math.max(...[0, 6, 12, 18].map(bits))).toBeCloseTo(1, 2);
  expect(picture.peakRate / picture.bitRate).toBeGreaterThan(2);
});

/** Groups of 100 bytes a picture and one picture a second, with a byte count of their own. */
function summed(groups: readonly (readonly [seconds: number, bytes: number])[], order: (at: number) => number = (at) => at) {
  const counter = packetCounter();
  let at = 0;
  for (const [seconds, bytes] of groups) {
    for (let one = 0; one < seconds; one++, at++)
      counter.add({
        stream_index: 0,
        pts_time: String(order(at)),
        duration_time: '1',
        size: String(bytes / seconds),
        flags: one === 0 ? 'K_' : '__',
      });
  }
  return counter.of(0).groups;
}

test('stretches are whole groups, as near to 6 s as they come; a short rest counts with nothing', () => {
  expect(
    summed([
      [2, 100],
      [2, 100],
      [2, 100],
      [2, 700],
      [2, 700],
      [2, 700],
    ]).peakRate,
  ).toBe((2100 * 8) / 6);
  expect(
    summed([
      [5, 500],
      [5, 1000],
    ]).peakRate,
  ).toBe((1000 * 8) / 5);
  expect(
    summed([
      [6, 600],
      [2, 4000],
    ]).peakRate,
  ).toBe(800);
  expect(
    summed([
      [6, 600],
      [3, 3000],
    ]).peakRate,
  ).toBe(8000);
  expect(
    summed([
      [40, 4000],
      [6, 1200],
    ]).peakRate,
  ).toBe(1600);
  expect(summed([]).peakRate).toBe(0);
});
