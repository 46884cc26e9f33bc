/** Pictures judged on graded sets: clean photographs, and the same ones spoilt by known amounts. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPictureDetail } from '../../pipeline/checks/picture-detail.ts';
import { checkPictureState } from '../../pipeline/checks/picture-state.ts';
import { checkVersions } from '../../pipeline/checks/versions.ts';
import type { Asset } from '../../pipeline/model/asset.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { asset } from '../support/assets.ts';
import { demoPhotos } from '../support/demo-photos.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-judging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Clean pictures as lossless pixels: the demo's photographs and a part of each. */
const clean: { name: string; pixels: Buffer; width: number; height: number }[] = [];
let count = 0;

beforeAll(async () => {
  const from = demoPhotos(0.2);
  for (const file of readdirSync(from).sort()) {
    const whole = await sharp(join(from, file)).autoOrient().withIccProfile('srgb', { attach: false }).removeAlpha().png().toBuffer();
    const { width, height } = await sharp(whole).metadata();
    const part = {
      left: Math.round(width * 0.15) & ~7,
      top: Math.round(height * 0.2) & ~7,
      width: (width * 0.7) & ~7,
      height: (height * 0.7) & ~7,
    };
    clean.push({ name: file, pixels: whole, width, height });
    clean.push({
      name: `${file} (part)`,
      pixels: await sharp(whole).extract(part).png().toBuffer(),
      width: part.width,
      height: part.height,
    });
  }
}, 120_000);

async function supplied(name: string, file: Buffer): Promise<Asset> {
  const path = join(folder, `one-${++count}`);
  writeFileSync(path, file);
  const facts = await probePicture(path, 'jpeg', 1e8);
  return { ...asset(name, { digest: digestOf(file) }), facts };
}

/** Codes told of a picture that is shown as wide as it is. */
function told(one: Asset): string[] {
  const { width = 0, measured } = one.facts ?? {};
  const use = { asset: one.name, slot: 'hero', smallest: 100, largest: width, available: width };
  const detailed = measured?.detail === undefined ? {} : { detailed: measured.detail * width };
  return [...checkPictureState(one), ...checkPictureDetail([{ ...use, ...detailed }], 'site')].map(({ code }) => code);
}

const jpeg = (pixels: Buffer, quality = 92): Promise<Buffer> => sharp(pixels).jpeg({ quality }).toBuffer();

/** The gain at which a share of the pixels burns out in all channels. */
async function burnt(pixels: Buffer, share: number): Promise<Buffer> {
  const { data, info } = await sharp(pixels).raw().toBuffer({ resolveWithObject: true });
  const lowest = Array.from({ length: data.length / info.channels }, (_, at) =>
    Math.min(data[at * info.channels] ?? 0, data[at * info.channels + 1] ?? 0, data[at * info.channels + 2] ?? 0),
  ).sort((one, other) => other - one);
  return sharp(pixels)
    .linear(262 / (lowest[Math.floor(lowest.length * share)] as number), 0)
    .png()
    .toBuffer();
}

type Clean = (typeof clean)[number];
const enlarged = async ({ pixels, width, height }: Clean, times: number): Promise<Buffer> => {
  const small = await sharp(pixels)
    .resize(Math.round(width / times))
    .png()
    .toBuffer();
  return jpeg(await sharp(small).resize(width, height, { fit: 'fill' }).png().toBuffer());
};

const spoilt: readonly (readonly [string, string, (one: Clean) => Promise<Buffer>])[] = [
  ['blurred by 2 px', 'image-unsharp', async ({ pixels }) => jpeg(await sharp(pixels).blur(2).png().toBuffer())],
  ['blurred by 4 px', 'image-unsharp', async ({ pixels }) => jpeg(await sharp(pixels).blur(4).png().toBuffer())],
  ['enlarged three times', 'image-unsharp', (one) => enlarged(one, 3)],
  ['enlarged four times', 'image-unsharp', (one) => enlarged(one, 4)],
  ['saved at quality 30', 'image-overcompressed', ({ pixels }) => jpeg(pixels, 30)],
  ['saved at 35, then at 95', 'image-overcompressed', async ({ pixels }) => jpeg(await jpeg(pixels, 35), 95)],
  ['saved at 50, then at 88', 'image-overcompressed', async ({ pixels }) => jpeg(await jpeg(pixels, 50), 88)],
  [
    'saved at 45, then as PNG',
    'image-overcompressed',
    async ({ pixels }) =>
      sharp(await jpeg(pixels, 45))
        .png()
        .toBuffer(),
  ],
  ['burnt out over 6 %', 'image-burnt-out', async ({ pixels }) => jpeg(await burnt(pixels, 0.06))],
  [
    'in a letterbox',
    'image-bars',
    async ({ pixels, height }) => {
      const bar = Math.round(height * 0.07);
      return jpeg(await sharp(pixels).extend({ top: bar, bottom: bar, background: '#000' }).png().toBuffer(), 85);
    },
  ],
  [
    'with a white margin left and right',
    'image-bars',
    async ({ pixels, width }) => {
      const bar = Math.round(width * 0.05);
      return jpeg(await sharp(pixels).extend({ left: bar, right: bar, background: '#fff' }).png().toBuffer(), 85);
    },
  ],
];

test.each(spoilt)('%s is told in at least 95 of 100', { timeout: 120_000 }, async (_, code, spoil) => {
  const missed: string[] = [];
  for (const one of clean) if (!told(await supplied(one.name, await spoil(one))).includes(code)) missed.push(one.name);
  expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(clean.length * 0.05);
});

test.each([
  ['as they are', ({ pixels }: Clean) => sharp(pixels).png().toBuffer()],
  ['saved at 92', ({ pixels }: Clean) => jpeg(pixels)],
  ['saved at 80', ({ pixels }: Clean) => jpeg(pixels, 80)],
  ['saved at 70 by another encoder', ({ pixels }: Clean) => sharp(pixels).jpeg({ quality: 70, mozjpeg: true }).toBuffer()],
  [
    'at half their size',
    async ({ pixels, width }: Clean) =>
      jpeg(
        await sharp(pixels)
          .resize(width >> 1)
          .png()
          .toBuffer(),
      ),
  ],
])('clean pictures %s raise no more than 3 alarms in 100', { timeout: 120_000 }, async (_, save) => {
  const alarms: string[] = [];
  for (const one of clean) {
    const codes = told(await supplied(one.name, await save(one)));
    if (codes.length > 0) alarms.push(`${one.name}: ${codes}`);
  }
  expect(alarms.length, alarms.join('; ')).toBeLessThanOrEqual(clean.length * 0.03);
});

describe('versions of one picture', () => {
  const versions: readonly (readonly [string, (one: Clean) => Promise<Buffer>])[] = [
    ['small and coarse', async ({ pixels }) => sharp(pixels).resize(300).jpeg({ quality: 40 }).toBuffer()],
    ['brightened', async ({ pixels }) => jpeg(await sharp(pixels).modulate({ brightness: 1.15, saturation: 1.2 }).png().toBuffer())],
    ['as PNG', async ({ pixels }) => sharp(pixels).png().toBuffer()],
  ];
  test.each(versions)('%s are known in at least 95 of 100', { timeout: 120_000 }, async (_, change) => {
    const missed: string[] = [];
    for (const one of clean) {
      const pair = [await supplied('one', await jpeg(one.pixels)), await supplied('other', await change(one))];
      if (checkVersions(pair).length !== 1) missed.push(one.name);
    }
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(clean.length * 0.05);
  });

  test('different pictures are never taken for one', { timeout: 120_000 }, async () => {
    const wholes = await Promise.all(
      clean.filter(({ name }) => !name.endsWith('(part)')).map(async ({ name, pixels }) => supplied(name, await jpeg(pixels))),
    );
    expect(checkVersions(wholes).map(({ args }) => args)).toEqual([]);
  });
});
