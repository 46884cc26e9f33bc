/** What a file says of its colours is what was decided: read back by ExifTool, and drawn by a real browser. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import type { ImageFormat } from '../../pipeline/model/house.ts';
import type { ImageRecipe, ScreenSpace } from '../../pipeline/model/recipe.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { builtinProfile } from '../../pipeline/tools/colour.ts';
import { encode } from '../../pipeline/tools/encode.ts';
import { decode, shape } from '../../pipeline/tools/renditions.ts';
import { proveTag } from '../../pipeline/tools/tagged.ts';
import { tiff } from '../support/tiff.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-tagged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Three fields, in Display P3: its pure red and green, which sRGB does not hold, and a grey that it does. */
const FIELDS = [
  [255, 0, 0],
  [0, 255, 0],
  [128, 128, 128],
] as const;
const SIDE = 64;

async function source(alpha = false): Promise<string> {
  const channels = alpha ? 4 : 3;
  const data = new Uint8Array(3 * SIDE * SIDE * channels);
  for (let pixel = 0; pixel < 3 * SIDE * SIDE; pixel++) {
    const field = FIELDS[Math.floor((pixel % (3 * SIDE)) / SIDE)] ?? FIELDS[0];
    data.set(alpha ? [...field, pixel < 3 * SIDE ? 0 : 255] : field, pixel * channels);
  }
  const path = join(folder, 'fields.tif');
  writeFileSync(path, tiff({ width: 3 * SIDE, height: SIDE, space: 'rgb', data, icc: await builtinProfile('p3') }));
  return path;
}

async function render(format: ImageFormat, to: ScreenSpace, alpha = false): Promise<string> {
  const recipe: ImageRecipe = {
    limitPixels: 1e8,
    orient: true,
    from: 'embedded',
    to,
    intent: 'perceptual',
    crop: { left: 0, top: 0, width: 3 * SIDE, height: SIDE },
    width: 3 * SIDE,
    height: SIDE,
    rights: { creator: 'Åse' },
    format,
    quality: 95,
  };
  const path = join(folder, `fields-${to}.${format}`);
  await encode(await shape(await decode(await source(alpha), 1e8, recipe), recipe), recipe, path);
  return path;
}

const middles = async (path: string): Promise<number[][]> => {
  const { data, info } = await sharp(path).keepIccProfile().raw().toBuffer({ resolveWithObject: true });
  return FIELDS.map((_, field) => [...data.subarray(((SIDE / 2) * info.width + field * SIDE + SIDE / 2) * info.channels).subarray(0, 3)]);
};

test.each(['avif', 'webp', 'jpeg', 'png'] as const)('%s in Display P3 holds its numbers and its profile', async (format) => {
  const path = await render(format, 'p3');
  expect(execFileSync('exiftool', ['-b', '-ICC_Profile', path]).equals(await builtinProfile('p3'))).toBe(true);
  expect(execFileSync('exiftool', ['-s3', '-XMP-dc:Creator', path], { encoding: 'utf8' }).trim()).toBe('Åse');
  for (const [field, colour] of (await middles(path)).entries()) {
    for (const [channel, value] of colour.entries()) expect(Math.abs(value - (FIELDS[field]?.[channel] ?? 0))).toBeLessThanOrEqual(4);
  }
  await expect(proveTag(await sharp(path).metadata(), 'srgb')).rejects.toThrow('sRGB'.toLowerCase());
});

test.each(['avif', 'webp', 'jpeg', 'png'] as const)('%s in sRGB carries no profile', async (format) => {
  const path = await render(format, 'srgb');
  expect(execFileSync('exiftool', ['-b', '-ICC_Profile', path])).toHaveLength(0);
  expect((await middles(path))[0]?.[0]).toBeGreaterThan(250);
  await expect(proveTag(await sharp(path).metadata(), 'p3')).rejects.toThrow('p3');
});

test('a see-through picture in Display P3 stays see-through', async () => {
  const { data, info } = await sharp(await render('png', 'p3', true))
    .keepIccProfile()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  expect([data[3], data[data.length - 1]]).toEqual([0, 255]);
});

const browser = await findBrowser(process.env);

test.skipIf(!browser)('a browser draws wide colours from Display P3 and not from sRGB', { timeout: 60_000 }, async () => {
  const running = await chromium.launch({ executablePath: browser?.path ?? '', args: ['--no-sandbox'] });
  try {
    const page = await running.newPage();
    const address = (path: string, type: string) => `data:image/${type};base64,${readFileSync(path).toString('base64')}`;
    const drawn = async (format: ImageFormat, space: ScreenSpace): Promise<number[]> =>
      page.evaluate(
        async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
          const context = canvas.getContext('2d', { colorSpace: 'display-p3' }) as CanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return [...context.getImageData(32, 32, 1, 1, { colorSpace: 'display-p3' }).data.slice(0, 3)];
        },
        address(await render(format, space), format),
      );
    for (const format of ['avif', 'webp', 'jpeg'] as const) {
      const [wide, plain] = [await drawn(format, 'p3'), await drawn(format, 'srgb')];
      expect(wide[0]).toBeGreaterThanOrEqual(251);
      expect(wide[1]).toBeLessThan(12);
      // The red of sRGB, in numbers of Display P3: 234, 51, 35.
      for (const [channel, value] of [234, 51, 35].entries()) expect(Math.abs((plain[channel] as number) - value)).toBeLessThan(8);
    }
  } finally {
    await running.close();
  }
});
