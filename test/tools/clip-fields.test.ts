/** Fields of two moments told from fine lines: woven, pulled-up and whole clips, measured as supplied ones are. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ClipMeasures } from '../../pipeline/model/clip.ts';
import { fieldsOf } from '../../pipeline/pixels/fields.ts';
import { measureClip } from '../../pipeline/tools/clip-measure.ts';
import { findFfmpeg, findFfprobe } from '../../pipeline/tools/ffmpeg-find.ts';
import { probeClip } from '../../pipeline/tools/ffprobe.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-fields-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const words = ['const film = plan(recipe)', '  return { fields, frames };', '// why it is so', "import { title } from './film.ts';", '}'];
writeFileSync(join(folder, 'text.txt'), Array.from({ length: 60 }, (_, at) => words[(at * 7) % words.length]).join('\n'));
const drawn = (rate: number): string => `testsrc2=s=320x180:r=${rate}:d=0.8`;
const scrolled = (rate: number, step: number): string =>
  `color=white:s=320x180:r=${rate}:d=0.8,drawtext=textfile=${join(folder, 'text.txt')}:fontsize=11:fontcolor=black:line_spacing=3:x=8:y=20-n*${step}`;
const FLAGGED = ['-flags', '+ildct', '-x264opts', 'tff=1'];

async function interlaced(picture: string, options: readonly string[] = []): Promise<ClipMeasures['interlaced']> {
  const path = join(folder, 'clip.mp4');
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '16', '-pix_fmt', 'yuv420p', ...options];
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, ...coded, path]);
  const ffmpeg = await findFfmpeg(process.env);
  const ffprobe = await findFfprobe(process.env, ffmpeg);
  if (!ffmpeg || !ffprobe) throw new Error('ffmpeg was not found: npm run setup -- --test');
  const read = await probeClip(ffprobe, path, 'mp4');
  if ('reason' in read) throw new Error(read.reason);
  return (await measureClip(ffmpeg, path, 'mp4', read.facts, { pixels: 1e6 })).interlaced;
}

test.each([
  ['drawn graphics', drawn(25), []],
  ['drawn graphics at 50 frames', drawn(50), []],
  ['drawn graphics, flagged as fields', drawn(25), FLAGGED],
  ['a recorded screen that scrolls', scrolled(30, 8), []],
  ['a recorded screen that scrolls slowly', scrolled(25, 1), []],
] as const)('%s is whole', async (_, picture, options) => {
  expect((await interlaced(picture, options)).share).toBeLessThan(0.03);
});

test.each([
  ['drawn graphics, lower field first', `${drawn(50)},tinterlace=interleave_bottom`, [], 'bottom'],
  ['text that scrolls by a line a field', `${scrolled(50, 1)},tinterlace=interleave_top`, [], 'top'],
  ['text, softened as broadcasters do', `${scrolled(50, 3)},interlace=scan=bff`, FLAGGED, 'bottom'],
  ['film that was pulled up', `${drawn(24)},telecine=first_field=top:pattern=23`, [], 'top'],
] as const)('%s is woven', async (_, picture, options, first) => {
  const found = await interlaced(picture, options);
  expect(found.first).toBe(first);
  expect(found.share).toBeGreaterThan(0.2);
});

test('what stands still tells nothing, and a frame alone neither', () => {
  const still = Uint8Array.from({ length: 3 * 16 * 16 }, (_, at) => (Math.floor(at / 16) % 2) * 255);
  expect(fieldsOf({ data: still, width: 16, height: 16 })).toEqual(['unknown', 'unknown']);
  expect(fieldsOf({ data: still.subarray(0, 256), width: 16, height: 16 })).toEqual([]);
});
