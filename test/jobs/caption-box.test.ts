/** Where burned captions are said to stand, held against where libass draws them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assOf } from '../../pipeline/jobs/captions.ts';
import { captionBox, captionShape } from '../../pipeline/model/caption-look.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-box-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Left, top, right and bottom of what is darker than the ground, as shares. */
function drawn(text: string, width: number, height: number): number[] {
  writeFileSync(join(folder, 'c.ass'), text);
  const data = execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      `color=white:s=${width}x${height}:r=5:d=1`,
      '-vf',
      'subtitles=c.ass,format=gray',
      '-ss',
      '0.4',
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      '-',
    ],
    { cwd: folder, maxBuffer: 1 << 26 },
  );
  const dark = Array.from(data.keys()).filter((at) => (data[at] as number) < 128);
  const [xs, ys] = [dark.map((at) => at % width), dark.map((at) => Math.floor(at / width))];
  const [least, most] = [(all: number[]) => all.reduce((a, b) => Math.min(a, b)), (all: number[]) => all.reduce((a, b) => Math.max(a, b))];
  return [least(xs) / width, least(ys) / height, most(xs) / width, most(ys) / height];
}

test.each([
  ['one line on a wide film', ['The sea comes at six.'], 640, 360, undefined],
  ['two lines on a wide film', ['The sea comes at six,', 'as it did the day before.'], 640, 360, undefined],
  ['two lines on a tall film with an interface', ['The sea comes,', 'and it goes.'], 360, 640, { right: 0.1, bottom: 0.2, left: 0.05 }],
] as const)('%s', (_, lines, width, height, safe) => {
  const cues = [{ from: 0, to: 1, lines }];
  const look = { width, height, safe };
  const seen = drawn(assOf(cues, { ...look, font: 'sans-serif' }), width, height);
  const said = captionBox({ lines }, captionShape(cues, look), look);
  // Above and below to a part of a line; across, letters of a face are wider or narrower than the mean.
  const off = said.map((one, side) => Math.abs(one - (seen[side] as number)));
  expect(Math.max(off[1] as number, off[3] as number), `${said} ${seen}`).toBeLessThan(0.03);
  expect(Math.max(off[0] as number, off[2] as number), `${said} ${seen}`).toBeLessThan(0.12);
});
