/** Drawings told from photographs, grounds, pale cut-outs and broken gradients, judged on graded sets. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPictureGround } from '../../pipeline/checks/picture-ground.ts';
import { checkPictureState } from '../../pipeline/checks/picture-state.ts';
import type { Asset } from '../../pipeline/model/asset.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { asset } from '../support/assets.ts';
import { demoPhotos } from '../support/demo-photos.ts';
import { cutOut, drawings } from '../support/drawings.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-drawn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const photos: { name: string; pixels: Buffer }[] = [];
let count = 0;

beforeAll(async () => {
  const from = demoPhotos(0.2);
  for (const name of readdirSync(from).sort()) {
    const picture = sharp(join(from, name)).autoOrient().withIccProfile('srgb', { attach: false }).removeAlpha();
    photos.push({ name, pixels: await picture.png().toBuffer() });
  }
}, 120_000);

async function supplied(file: Buffer, changes: Partial<Asset> = {}): Promise<Asset & { facts: NonNullable<Asset['facts']> }> {
  const path = join(folder, `one-${++count}`);
  writeFileSync(path, file);
  return { ...asset('one', changes), facts: await probePicture(path, 'png', 1e8) };
}
const isGraphic = async (file: Buffer): Promise<boolean> => (await supplied(file)).facts.measured?.graphic === true;
const told = (one: Asset): string[] => [...checkPictureState(one), ...checkPictureGround(one)].map(({ code }) => code);
const drawn = (name: string): Promise<Buffer> =>
  sharp(Buffer.from(drawings[name] as string))
    .png()
    .toBuffer();
const smaller = async (file: Buffer, times: number): Promise<Buffer> => {
  const { width = 0 } = await sharp(file).metadata();
  return sharp(file)
    .resize(Math.round(width / times))
    .png()
    .toBuffer();
};
const jpeg = (file: Buffer, quality: number): Promise<Buffer> => sharp(file).jpeg({ quality }).toBuffer();
/** The gain at which a share of the pixels burns out in all channels. */
async function burnt(file: Buffer, share: number): Promise<Buffer> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const lowest = Array.from({ length: data.length / info.channels }, (_, at) =>
    Math.min(...data.subarray(at * info.channels, at * info.channels + info.channels)),
  ).sort((one, other) => other - one);
  return sharp(file)
    .linear(254 / (lowest[Math.floor(lowest.length * share)] as number), 0)
    .png()
    .toBuffer();
}
/** As shops show their goods: an oval of the picture on paper. */
async function onWhite(file: Buffer, part: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(file).metadata();
  const oval = `<svg width="${width}" height="${height}"><ellipse cx="50%" cy="50%" rx="${part * 50}%" ry="${part * 50}%"/></svg>`;
  const cut = await sharp(file)
    .ensureAlpha()
    .composite([{ input: Buffer.from(oval), blend: 'dest-in' }])
    .png()
    .toBuffer();
  return sharp(cut).flatten({ background: '#fff' }).png().toBuffer();
}
/** Few levels per channel, as strong corrections in 8 bits leave them, after grain was smoothed away. */
async function posterised(file: Buffer, levels: number): Promise<Buffer> {
  const { data, info } = await sharp(file).blur(4).raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at++)
    data[at] = Math.round((Math.round(((data[at] as number) / 255) * (levels - 1)) * 255) / (levels - 1));
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
}

describe('drawings', () => {
  test.each([
    ['as they are', (file: Buffer) => file],
    ['as JPEG 90', (file: Buffer) => jpeg(file, 90)],
    ['as JPEG 50', (file: Buffer) => jpeg(file, 50)],
    ['in 32 colours', (file: Buffer) => sharp(file).gif({ colours: 32 }).toBuffer()],
    ['at half their size', (file: Buffer) => smaller(file, 2)],
    ['at a quarter of their size', (file: Buffer) => smaller(file, 4)],
  ])('%s are told in at least 95 of 100, and never for what paper and margins are', { timeout: 60_000 }, async (_, save) => {
    const missed: string[] = [];
    for (const name of Object.keys(drawings)) {
      const one = await supplied(await save(await drawn(name)));
      if (!one.facts.measured?.graphic) missed.push(name);
      else expect(told(one).filter((code) => /bars|burnt|sunk|banding/.test(code))).toEqual([]);
    }
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(Object.keys(drawings).length * 0.05);
  });

  test.each([
    ['as they are', (file: Buffer) => file],
    ['saved at 70', (file: Buffer) => jpeg(file, 70)],
    ['out of focus', (file: Buffer) => sharp(file).blur(4).png().toBuffer()],
    ['a third as light', (file: Buffer) => sharp(file).linear(0.33, 0).png().toBuffer()],
    ['burnt out over 30 %', (file: Buffer) => burnt(file, 0.3)],
    ['cut out on white', (file: Buffer) => onWhite(file, 0.8)],
    ['cut out on white, small', (file: Buffer) => onWhite(file, 0.3)],
    ['sunk to a good part', (file: Buffer) => sharp(file).linear(1.5, -60).png().toBuffer()],
    ['at a quarter of their size', (file: Buffer) => smaller(file, 4)],
  ])('photographs %s are not taken for drawings', { timeout: 60_000 }, async (_, save) => {
    const wrong: string[] = [];
    for (const { name, pixels } of photos) if (await isGraphic(await save(pixels))) wrong.push(name);
    expect(wrong).toEqual([]);
  });
});

describe('what stands on a ground', () => {
  test.each([92, 60])('a drawing on white is told, as JPEG %i too', async (quality) => {
    for (const name of ['bars', 'logo', 'code', 'page']) {
      expect(told(await supplied(await drawn(name))), name).toEqual(['image-on-ground']);
      expect(told(await supplied(await jpeg(await drawn(name), quality))), name).toContain('image-on-ground');
    }
  });

  test('one on a colour is told only where none is wanted, and then it is a warning', async () => {
    const badge = await drawn('badge');
    expect(told(await supplied(badge))).toEqual([]);
    const [found] = checkPictureGround(await supplied(badge, { transparent: true }));
    expect(found).toMatchObject({ code: 'image-on-ground', severity: 'warning', args: { ground: '#222222' } });
    expect(checkPictureGround(await supplied(photos[0]?.pixels as Buffer, { transparent: true }))[0]?.severity).toBe('warning');
  });

  test('photographs and cut-outs are not', { timeout: 60_000 }, async () => {
    for (const { pixels } of photos) expect(told(await supplied(pixels))).not.toContain('image-on-ground');
    const cut = await sharp(Buffer.from(cutOut('#0b3d5c')))
      .png()
      .toBuffer();
    expect(told(await supplied(cut, { transparent: true }))).toEqual([]);
  });
});

test.each([
  ['#ffffff', true],
  ['#f4f4f4', true],
  ['#fff3c4', true],
  ['#bbbbbb', false],
  ['#ffb000', false],
  ['#0b3d5c', false],
  ['#000000', false],
])('a see-through mark in %s vanishes on a light page: %s', async (colour, vanishes) => {
  for (const scale of [1, 4]) {
    const file = await smaller(
      await sharp(Buffer.from(cutOut(colour)))
        .png()
        .toBuffer(),
      scale,
    );
    expect(told(await supplied(file)).includes('image-vanishes')).toBe(vanishes);
  }
});

describe('broken gradients', () => {
  test.each([24, 40])('posterised to %i levels are told in at least 95 of 100', { timeout: 60_000 }, async (levels) => {
    const missed: string[] = [];
    for (const { name, pixels } of photos)
      if (!told(await supplied(await posterised(pixels, levels))).includes('image-banding')) missed.push(name);
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(photos.length * 0.05);
  });

  const clean: readonly (readonly [string, (file: Buffer) => Buffer | Promise<Buffer>])[] = [
    ['as they are', (file) => file],
    ['out of focus', (file) => sharp(file).blur(4).png().toBuffer()],
    ['saved at 92', (file) => jpeg(file, 92)],
    ['saved at 70', (file) => jpeg(file, 70)],
    ['out of focus and saved at 80', async (file) => jpeg(await sharp(file).blur(4).png().toBuffer(), 80)],
    ['with more contrast', (file) => sharp(file).linear(1.3, -30).png().toBuffer()],
  ];
  test.each(clean)('photographs %s raise no alarm', { timeout: 60_000 }, async (_, save) => {
    const alarms: string[] = [];
    for (const { name, pixels } of photos) if (told(await supplied(await save(pixels))).includes('image-banding')) alarms.push(name);
    expect(alarms).toEqual([]);
  });

  test.each([10, 40, 120])('an even gradient over %i levels, as fine as 8 bits are, raises none', async (levels) => {
    const data = Buffer.from(Array.from({ length: 900 * 600 }, (_, at) => 60 + Math.round(((at % 900) / 900) * levels)));
    const file = await sharp(data, { raw: { width: 900, height: 600, channels: 1 } })
      .png()
      .toBuffer();
    expect(told(await supplied(file))).not.toContain('image-banding');
  });
});
