/** What a file may weigh: limits of bytes that are filled, and drawings as PNG in as few colours as lose nothing. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { encode } from '../../pipeline/tools/encode.ts';
import type { Raw } from '../../pipeline/tools/renditions.ts';
import { imageRecipe } from '../support/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-encode-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const to = join(folder, 'out.png');
const [width, height] = [240, 160];

/** Rings whose edges take a few steps between their colours, on nothing or on white. */
async function drawing(background: string, steps: number): Promise<Raw> {
  const rings = Array.from(
    { length: steps },
    (_, at) => `<circle cx="120" cy="80" r="${78 - (at * 70) / steps}" fill="hsl(${at * 37} 70% 45%)"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" shape-rendering="crispEdges"><rect width="240" height="160" fill="${background}"/>${rings.join('')}</svg>`;
  const picture = sharp(Buffer.from(svg));
  const { data, info } = await (background === 'none' ? picture.ensureAlpha() : picture.removeAlpha())
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width, height, channels: info.channels } };
}

const made = async (shaped: Raw, quality = 100): Promise<Buffer> => {
  await encode(shaped, imageRecipe({ width, height, format: 'png', quality }), to);
  return readFileSync(to);
};
/** Colour type, as the standard counts: 3 has a palette. */
const typeOf = (png: Buffer): number => png[25] as number;

describe.each(['none', '#ffffff'])('a drawing of few colours on %s', (background) => {
  test('says each once, and every pixel is as it was', async () => {
    const shaped = await drawing(background, 12);
    const png = await made(shaped);
    expect(typeOf(png)).toBe(3);
    for (const behind of ['#000000', '#ffffff']) {
      const onGround = (picture: Sharp): Promise<Buffer> => picture.flatten({ background: behind }).removeAlpha().raw().toBuffer();
      expect((await onGround(sharp(png))).equals(await onGround(sharp(shaped.data, { raw: shaped.raw })))).toBe(true);
    }
    const plain = await sharp(shaped.data, { raw: shaped.raw }).png({ compressionLevel: 9 }).toBuffer();
    expect(png.length).toBeLessThan(0.8 * plain.length);
  });

  test('keeps its profile and its rights', async () => {
    const shaped = await drawing(background, 12);
    await encode(shaped, imageRecipe({ width, height, format: 'png', quality: 100, to: 'p3', rights: { creator: 'Iris' } }), to);
    expect(typeOf(readFileSync(to))).toBe(3);
    const { icc, xmpAsString } = await sharp(to).metadata();
    expect([icc === undefined, xmpAsString?.includes('Iris')]).toEqual([false, true]);
  });
});

test('a photograph has too many colours for one', async () => {
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 2654435761) >>> 24));
  const shaped: Raw = { data, raw: { width, height, channels: 3 } };
  expect(typeOf(await made(shaped))).toBe(2);
  // Where a house asks for less than all, it gets a palette and fewer bytes.
  const coarse = await made(shaped, 60);
  expect(typeOf(coarse)).toBe(3);
  expect(coarse.length).toBeLessThan(0.6 * (await made(shaped)).length);
});

describe('under a limit of bytes', () => {
  /** Calm on the left and busy on the right: the weight of each quality lies far from a straight line. */
  const shaped = (): Raw => {
    const data = Buffer.alloc(width * height * 3);
    for (let at = 0; at < data.length; at++) {
      const x = Math.floor(at / 3) % width;
      const noise = ((at * 2654435761) >>> 24) - 128;
      data[at] = Math.max(0, Math.min(255, 128 + 60 * Math.sin(at / 900) + (noise * x * x) / width / width));
    }
    return { data, raw: { width, height, channels: 3 } };
  };

  test.each(['jpeg', 'webp', 'avif'] as const)('%s gives way as far as it must, and hardly farther', async (format) => {
    const source = shaped();
    const weigh = async (quality: number, maxBytes?: number): Promise<number> => {
      const sought = { distance: 1, least: 1, most: 100 };
      const recipe = imageRecipe({ width, height, format, quality: sought, effort: 0, ...(maxBytes ? { maxBytes } : {}) });
      return (await encode(source, recipe, to, { quality })).bytes;
    };
    const light = await weigh(1);
    for (const found of [75, 90]) {
      const heavy = await weigh(found);
      for (const share of [0.25, 0.5, 0.8, 0.95]) {
        const limit = Math.round(light + share * (heavy - light));
        const bytes = await weigh(found, limit);
        expect(bytes).toBeLessThanOrEqual(limit);
        expect(bytes).toBeGreaterThan(0.85 * limit);
      }
    }
  });
});
