/** When the letters of a title are read: once they have come, and not on their way. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ClipFacts } from '../../pipeline/model/clip.ts';
import { findFfmpeg } from '../../pipeline/tools/ffmpeg-find.ts';
import { contrastsOf, stillsFor } from '../../pipeline/tools/title-look.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-titles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [WIDTH, HEIGHT, FRAMES] = [160, 96, 20];
const facts = { picture: { coded: [WIDTH, HEIGHT], averageRate: [25, 1], frames: FRAMES } } as unknown as ClipFacts;

/** Bars that move to the right until a frame, over black. @returns s */
async function read(until: number): Promise<number[]> {
  const program = await findFfmpeg(process.env);
  if (!program) throw new Error('ffmpeg was not found: npm run setup -- --test');
  const title = Buffer.alloc(FRAMES * WIDTH * HEIGHT * 4);
  for (let frame = 0; frame < FRAMES; frame++) {
    for (let y = 30; y < 60; y++) {
      for (let x = 0; x < WIDTH; x++) {
        if ((x + 200 - 3 * Math.min(frame, until)) % 16 >= 6) continue;
        title.fill(255, ((frame * HEIGHT + y) * WIDTH + x) * 4, ((frame * HEIGHT + y) * WIDTH + x + 1) * 4);
      }
    }
  }
  const path = join(folder, `${until}.mov`);
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${WIDTH}x${HEIGHT}`, '-r', '25', '-i', 'pipe:0'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...raw, '-c:v', 'png', '-f', 'mov', path], { input: title });
  const titled = {
    to: join(folder, 'film.raw'),
    titles: [{ path, at: 0, seconds: FRAMES / 25, texts: [{ slot: 'name', box: [0, 0.25, 1, 0.7] }] }],
  };
  const frames = stillsFor(titled as never, facts)?.frames ?? [];
  writeFileSync(titled.to, Buffer.alloc(frames.length * WIDTH * HEIGHT * 3));
  return (await contrastsOf(program, titled as never, facts, undefined)).map(({ at }) => at);
}

test('a text on its way is read when it has come', async () => {
  expect(await read(0)).toEqual([0.2, 0.4, 0.6]);
  expect(await read(10)).toEqual([0.4, 0.6]);
});

test('one that never rests is read on its way', async () => {
  expect(await read(FRAMES)).toEqual([0.2, 0.4, 0.6]);
});
