/** Moving renditions keep the frames, the time and the loops of the original, as other programs read them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { canMove, planAnimation } from '../../pipeline/jobs/animation.ts';
import type { ImageWish } from '../../pipeline/jobs/image.ts';
import { animate, decodeFrames } from '../../pipeline/tools/animate.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { shape } from '../../pipeline/tools/renditions.ts';
import { asset, imageFacts } from '../support/assets.ts';
import { MAGICK } from '../support/magick.ts';
import { movingPicture, pagedPicture } from '../support/moving.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-animate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const wish: ImageWish = {
  ratio: [2, 1],
  widths: [60],
  formats: ['avif', 'jpeg'],
  encoders: { avif: { quality: 60 }, webp: { quality: 90 }, jpeg: { quality: 80 }, png: { quality: 100 } },
};
const magick = (path: string, format: string): string[] =>
  execFileSync(MAGICK, [path, '-coalesce', '-format', `${format}\n`, 'info:'], { encoding: 'utf8' })
    .trim()
    .split('\n');

describe.each(['gif', 'webp'] as const)('a %s', (format) => {
  test('moves on as WebP and as GIF, cropped and sized like its stills', async () => {
    const from = file(`in.${format}`);
    writeFileSync(from, await movingPicture(format));
    const facts = await probePicture(from, format, 1e8);
    expect(facts).toMatchObject({ width: 120, height: 90, frames: 4, animation: { frames: 4, seconds: 1, loop: 3 } });
    const jobs = planAnimation({ ...asset('wave'), facts }, wish, 'x');
    expect(jobs.map(({ file }) => file.replace(/-[0-9a-f]{10}\./, '.'))).toEqual(['wave-60-moving.webp', 'wave-60-moving.gif']);
    for (const { recipe } of jobs) {
      const to = file(`out-${format}.${recipe.format}`);
      await animate(await decodeFrames(from, 1e8), recipe, to, (frame) => shape(frame, recipe));
      if (recipe.format === 'gif') {
        expect(magick(to, '%w %h %T')).toEqual(['60 30 10', '60 30 20', '60 30 30', '60 30 40']);
        // A GIF counts how often it plays again.
        expect(execFileSync('exiftool', ['-s3', '-AnimationIterations', to], { encoding: 'utf8' }).trim()).toBe('2');
      } else {
        expect(execFileSync('exiftool', ['-s3', '-ImageSize', '-FrameCount', '-AnimationLoopCount', to], { encoding: 'utf8' })).toMatch(
          /60x30\n(4\n)?3/,
        );
        expect(await sharp(to).metadata()).toMatchObject({ pages: 4, delay: [100, 200, 300, 400], loop: 3 });
      }
      // In each frame the bar stands where it stood: at 0, 30, 60 and 90 of 120 px.
      const { data, info } = await sharp(to, { animated: true }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      for (let frame = 0; frame < 4; frame++) {
        const red = (x: number): number => data[((frame * 30 + 15) * info.width + x) * 3] as number;
        for (let bar = 0; bar < 4; bar++) expect(red(bar * 15 + 7) > 150).toBe(bar === frame);
      }
    }
  });
});

test('frames that state no time are shown as long as browsers show them', async () => {
  const from = file('hasty.gif');
  execFileSync(MAGICK, ['-size', '120x90', 'xc:red', 'xc:blue', 'xc:green', '-set', 'delay', '0', '-loop', '0', from]);
  expect((await sharp(from).metadata()).delay).toEqual([0, 0, 0]);
  const facts = await probePicture(from, 'gif', 1e8);
  expect(facts.animation).toEqual({ frames: 3, seconds: 0.3, loop: 0 });
  for (const { recipe } of planAnimation({ ...asset('wave'), facts }, wish, 'x')) {
    const to = file(`hasty-out.${recipe.format}`);
    await animate(await decodeFrames(from, 1e8), recipe, to, (frame) => shape(frame, recipe));
    expect((await sharp(to).metadata()).delay).toEqual([100, 100, 100]);
  }
});

test('rights go into every format that moves, and it moves on', async () => {
  const from = file('owned.gif');
  writeFileSync(from, await movingPicture('gif'));
  const facts = await probePicture(from, 'gif', 1e8);
  // Long enough for a reader of blocks to land anywhere in it.
  const rights = { creator: 'Hélène Détaille', copyright: '© 2026 Studio Getij', licence: 'x'.repeat(700) };
  for (const { recipe } of planAnimation({ ...asset('wave', { rights }), facts }, wish, 'x')) {
    const to = file(`owned-out.${recipe.format}`);
    await animate(await decodeFrames(from, 1e8), recipe, to, (frame) => shape(frame, recipe));
    const told = execFileSync('exiftool', ['-j', '-XMP-dc:Creator', '-XMP-dc:Rights', '-Warning', '-Error', to], { encoding: 'utf8' });
    expect(JSON.parse(told)[0]).toEqual({ SourceFile: to, Creator: rights.creator, Rights: rights.copyright });
    expect((await sharp(to).metadata()).pages).toBe(4);
    expect(magick(to, '%w %h %T')).toHaveLength(4);
  }
});

test('pages of a TIFF do not move, nor does a still', async () => {
  writeFileSync(file('pages.tif'), await pagedPicture());
  const facts = await probePicture(file('pages.tif'), 'tiff', 1e8);
  expect([facts.frames, facts.animation]).toEqual([4, undefined]);
  expect(canMove(facts)).toBe(false);
});

test('more frames than fit into memory, and turned ones, stay still', () => {
  const moving = (frames: number, orientation = 1) => ({ ...imageFacts, orientation, animation: { frames, seconds: 1, loop: 0 } });
  expect([canMove(moving(16)), canMove(moving(17)), canMove(moving(2, 6))]).toEqual([true, false, false]);
});

test('a recipe for other frames than there are is refused', async () => {
  const from = file('few.gif');
  writeFileSync(from, await movingPicture('gif'));
  const facts = { ...(await probePicture(from, 'gif', 1e8)), animation: { frames: 9, seconds: 1, loop: 0 } };
  const [job] = planAnimation({ ...asset('wave'), facts }, wish, 'x');
  await expect(animate(await decodeFrames(from, 1e8), job?.recipe as never, file('never.webp'), async (frame) => frame)).rejects.toThrow(
    '4 frames instead of 9',
  );
});
