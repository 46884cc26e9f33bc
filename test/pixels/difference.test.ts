/** How far a coded picture lies from its original, held against butteraugli itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOriginal, distanceFrom } from '../../pipeline/pixels/difference.ts';
import { sampleOf } from '../../pipeline/pixels/sample.ts';
import { encode } from '../../pipeline/tools/encode.ts';
import { pixelsOf } from '../../pipeline/tools/picture-measures.ts';
import { allowance, seekQuality, takeSample } from '../../pipeline/tools/seek-quality.ts';
import { imageRecipe } from '../support/assets.ts';
import { demoPhotos } from '../support/demo-photos.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-difference-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The demo's photographs at 480 px, lossless. */
const originals: string[] = [];
beforeAll(async () => {
  const from = demoPhotos(0.12);
  for (const file of readdirSync(from).sort()) {
    const png = join(folder, `${file}.png`);
    await sharp(join(from, file)).autoOrient().resize(480).withIccProfile('srgb', { attach: false }).removeAlpha().png().toFile(png);
    originals.push(png);
  }
}, 300_000);

const butteraugli = (original: string, coded: string): number =>
  Number(
    /3-norm: ([\d.]+)/.exec(
      execFileSync('butteraugli_main', [original, coded], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )?.[1],
  );
const pixels = (path: string | Buffer) => pixelsOf(sharp(path).removeAlpha().toColourspace('srgb'));

test('agrees with butteraugli on coded photographs: half within 9 %, nine of ten within 18 %', async () => {
  const off: number[] = [];
  for (const path of originals) {
    const original = asOriginal(await pixels(path));
    for (const picture of [
      sharp(path).avif({ quality: 40, effort: 2 }),
      sharp(path).avif({ quality: 65, effort: 2 }),
      sharp(path).webp({ quality: 70 }),
      sharp(path).webp({ quality: 88 }),
      sharp(path).jpeg({ quality: 65 }),
      sharp(path).jpeg({ quality: 85, mozjpeg: true }),
    ]) {
      const coded = join(folder, 'coded.png');
      await sharp(await picture.toBuffer())
        .png()
        .toFile(coded);
      off.push(Math.abs(Math.log(distanceFrom(original, await pixels(coded)) / butteraugli(path, coded))));
    }
  }
  off.sort((one, other) => one - other);
  expect(off.length).toBe(72);
  expect(off[Math.floor(off.length / 2)]).toBeLessThan(0.09);
  expect(off[Math.floor(off.length * 0.9)]).toBeLessThan(0.18);
}, 300_000);

test('tells nothing between a picture and itself, and more the coarser it is coded', async () => {
  const [path] = originals as [string];
  const original = asOriginal(await pixels(path));
  expect(distanceFrom(original, await pixels(path))).toBe(0);
  const coarser = await Promise.all(
    [95, 80, 60, 30].map(async (quality) => distanceFrom(original, await pixels(await sharp(path).jpeg({ quality }).toBuffer()))),
  );
  expect(coarser).toEqual([...coarser].sort((one, other) => one - other));
});

test('a sample holds the quietest and the busiest parts and the most colourful, each with its weight', () => {
  const width = 640;
  const data = new Uint8Array(width * width * 3);
  // Grey noise in the lower half only, and one part of red stripes in the upper.
  for (let at = data.length / 2; at < data.length; at += 3) data.fill((at * 2654435761) >>> 24, at, at + 3);
  for (let y = 64; y < 128; y++) for (let x = 64; x < 128; x += 4) data[(y * width + x) * 3] = 255;
  const { pixels: sample, weights } = sampleOf({ width, height: width, channels: 3, data });
  expect([sample.width, sample.height, weights?.length]).toEqual([256, 256, 16]);
  expect(weights?.reduce((sum, weight) => sum + weight)).toBeCloseTo(100);
  expect([sample.data[0], sample.data[1]]).toEqual([255, 0]);
  const isBusy = (at: number): boolean => sample.data[((Math.floor(at / 4) * 64 + 5) * 256 + (at % 4) * 64 + 7) * 3 + 1] !== 0;
  const noisy = Array.from({ length: 16 }, (_, at) => (isBusy(at) ? (weights?.[at] ?? 0) : 0)).reduce((sum, weight) => sum + weight);
  expect(noisy).toBeGreaterThan(40);
  expect(noisy).toBeLessThan(60);
  const small = { width: 128, height: 128, channels: 3, data: new Uint8Array(128 * 128 * 3) };
  expect(sampleOf(small)).toEqual({ pixels: small });
});

describe('a quality that is sought', () => {
  test.each([
    ['avif', 1.3, { effort: 2 }],
    ['webp', 1.1, { effort: 4 }],
    ['jpeg', 1.0, { mozjpeg: true }],
  ] as const)(
    'in %s lies within 16 per cent of the distance wanted for nine of ten pictures, by butteraugli',
    async (format, distance, settings) => {
      const off: number[] = [];
      for (const path of originals) {
        const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
        const shaped = { data, raw: { width: info.width, height: info.height, channels: 3 as const } };
        const recipe = imageRecipe({
          format,
          ...settings,
          quality: { distance, least: 20, most: 97 },
          width: info.width,
          height: info.height,
        });
        const found = await seekQuality(await takeSample(shaped), { ...recipe, quality: { distance, least: 20, most: 97 } });
        const file = join(folder, `sought.${format}`);
        expect((await encode(shaped, recipe, file, found)).found).toEqual(found);
        await sharp(file).png().toFile(join(folder, 'sought.png'));
        const wanted = distance * allowance(format, statSync(file).size);
        off.push(Math.abs(Math.log(butteraugli(path, join(folder, 'sought.png')) / wanted)));
      }
      off.sort((one, other) => one - other);
      expect(off[Math.floor(off.length * 0.9)]).toBeLessThan(0.16);
    },
    300_000,
  );

  test('stays between its least and its most', async () => {
    const [path] = originals as [string];
    const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    const shaped = { data, raw: { width: info.width, height: info.height, channels: 3 as const } };
    const within = async (distance: number) =>
      (await seekQuality(await takeSample(shaped), { ...imageRecipe({ format: 'webp' }), quality: { distance, least: 60, most: 70 } }))
        .quality;
    expect([await within(0.3), await within(6)]).toEqual([70, 60]);
  });

  test('gives way to a limit of bytes, as little as need be', async () => {
    const [path] = originals as [string];
    const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    const shaped = { data, raw: { width: info.width, height: info.height, channels: 3 as const } };
    const bytesAt = async (quality: number) => (await sharp(path).jpeg({ quality }).toBuffer()).length;
    const maxBytes = await bytesAt(70);
    const recipe = imageRecipe({
      format: 'jpeg',
      quality: { distance: 0.5, least: 20, most: 97 },
      maxBytes,
      width: info.width,
      height: info.height,
    });
    const file = join(folder, 'limited.jpg');
    const { found: given } = await encode(shaped, recipe, file, { quality: 92, distance: 0.5 });
    expect(given).toEqual({ quality: 70 });
    expect((await sharp(file).metadata()).width).toBe(480);
    // Nothing fits: the smallest there is, and its weight is judged elsewhere.
    expect((await encode(shaped, { ...recipe, maxBytes: 100 }, file, { quality: 92, distance: 0.5 })).found).toEqual({ quality: 20 });
  });
});
