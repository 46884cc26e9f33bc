/** Colours are read as LittleCMS itself reads them: grids of 4913 and 6561 colours in every space that pictures come in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../pipeline/model/recipe.ts';
import { builtinProfile, type Reading } from '../../pipeline/tools/colour.ts';
import { decode } from '../../pipeline/tools/renditions.ts';
import { tableProfile } from '../support/table-profile.ts';
import { deep, GRID, grid, PRESS_GRID, PROFILES, pressGrid, profile, type Tiff, tiff } from '../support/tiff.ts';

const LIMIT = 100_000_000;
const folder = mkdtempSync(join(tmpdir(), 'kader-colour-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const kept = (name: string, content: Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const rgb = { ...GRID, space: 'rgb', data: grid() } as const;
const press = { ...PRESS_GRID, space: 'cmyk', data: pressGrid() } as const;
const grey = { width: 256, height: 1, space: 'grey', data: Uint8Array.from({ length: 256 }, (_, at) => at) } as const;

/** LittleCMS's own program, in 8 bits, without tables made in advance. */
async function byLittleCms(from: Tiff, icc: Buffer, to: string, intent: 0 | 1 | 2 | 3 = 0, blackPoint = false): Promise<Buffer> {
  const source = kept('source.icc', icc);
  const out = join(folder, 'reference.tif');
  const black = blackPoint ? ['-b'] : [];
  execFileSync('tificc', [`-t${intent}`, ...black, '-c0', '-w8', '-i', source, '-o', to, kept('source.tif', tiff(from)), out], {
    stdio: 'ignore',
  });
  return sharp(out).keepIccProfile().raw().toBuffer();
}

function furthest(one: Uint8Array, other: Uint8Array): number {
  expect(one.length).toBe(other.length);
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] as number))), 0);
}

const reading = (change: Partial<Reading> = {}): Reading => ({ from: 'embedded', to: 'srgb', intent: 'perceptual', ...change });

async function read(from: Tiff, how?: Reading): Promise<Buffer> {
  return (await decode(kept('in.tif', tiff(from)), LIMIT, how)).data;
}

describe('to sRGB, perceptual', () => {
  test.each(['sRGB', 'Adobe RGB', 'eciRGB v2', 'ProPhoto', 'L* RGB'] as const)('%s in 8 bits, within 1 of 255', async (name) => {
    const icc = profile(name);
    expect(furthest(await read({ ...rgb, icc }), await byLittleCms(rgb, icc, '*sRGB'))).toBeLessThanOrEqual(1);
  });
  test('Display P3 in 8 bits, within 1 of 255', async () => {
    const icc = await builtinProfile('p3');
    expect(furthest(await read({ ...rgb, icc }), await byLittleCms(rgb, icc, '*sRGB'))).toBeLessThanOrEqual(1);
  });

  const exact: readonly (readonly [string, Tiff, () => Buffer])[] = [
    ['RGB by a table', rgb, tableProfile],
    ['CMYK', press, () => profile('ISO Coated')],
    ['CMYK in 16 bits', { ...press, data: deep(press.data) }, () => profile('ISO Coated')],
    ['sRGB in 16 bits', { ...rgb, data: deep(rgb.data) }, () => profile('sRGB')],
    ['Adobe RGB in 16 bits', { ...rgb, data: deep(rgb.data) }, () => profile('Adobe RGB')],
    ['ProPhoto in 16 bits', { ...rgb, data: deep(rgb.data) }, () => profile('ProPhoto')],
    ['grey', grey, () => profile('grey')],
    ['grey of even lightness', grey, () => profile('L* grey')],
    ['grey in 16 bits', { ...grey, data: deep(grey.data) }, () => profile('grey')],
  ];
  test.each(exact)('%s, without any difference', async (_, source, icc) => {
    expect(furthest(await read({ ...source, icc: icc() }), await byLittleCms(source, icc(), '*sRGB'))).toBe(0);
  });

  test('sharp alone would be off where a profile has tables', async () => {
    const path = kept('table.tif', tiff({ ...rgb, icc: tableProfile() }));
    const alone = await sharp(path).withIccProfile('srgb', { attach: false }).raw().toBuffer();
    expect(furthest(alone, await byLittleCms(rgb, tableProfile(), '*sRGB'))).toBeGreaterThan(2);
  });

  test('Lab, within 1 of 255', async () => {
    const colours = Array.from({ length: 729 }, (_, at) => [
      10 + (at % 9) * 10,
      (Math.floor(at / 9) % 9) * 10 - 40,
      Math.floor(at / 81) * 10 - 40,
    ]);
    const data = Uint16Array.from(colours.flatMap(([l = 0, a = 0, b = 0]) => [l * 655.35, a * 256 + 65536, b * 256 + 65536]));
    const lines = colours.map((colour) => colour.join('\n')).join('\n');
    const told = execFileSync('transicc', ['-t0', '-c0', '-n', '-i', '*Lab4', '-o', '*sRGB'], {
      input: `${lines}\n`,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const reference = Uint8Array.from(told.trim().split(/\s+/), (value) => Math.min(255, Math.max(0, Math.round(Number(value)))));
    expect(furthest(await read({ width: 27, height: 27, space: 'lab', data }), reference)).toBeLessThanOrEqual(1);
  });
});

describe('what sharp cannot do', () => {
  const ways: readonly (readonly [Intent, 0 | 1 | 2 | 3, boolean])[] = [
    ['perceptual', 0, true],
    ['relative', 1, false],
    ['relative', 1, true],
    ['saturation', 2, false],
    ['absolute', 3, false],
  ];
  test.each(ways)('CMYK, %s (%i), black point %s', async (intent, number, blackPoint) => {
    const icc = profile('ISO Coated');
    const asked = reading({ intent, ...(blackPoint ? { blackPoint } : {}) });
    expect(furthest(await read({ ...press, icc }, asked), await byLittleCms(press, icc, '*sRGB', number, blackPoint))).toBe(0);
  });

  test('white of paper is seen with the absolute intent only', async () => {
    const icc = profile('ISO Coated');
    const white = async (intent: Intent) => [...(await read({ ...press, icc }, reading({ intent }))).subarray(0, 3)];
    expect(await white('relative')).toEqual([255, 255, 255]);
    expect((await white('absolute'))[2]).toBeLessThan(250);
  });

  test.each([
    ['Adobe RGB', rgb],
    ['ProPhoto', { ...rgb, data: deep(rgb.data) }],
    ['ISO Coated', press],
  ] as const)('%s to Display P3', async (name, source) => {
    const icc = profile(name);
    const p3 = kept('p3.icc', await builtinProfile('p3'));
    expect(furthest(await read({ ...source, icc }, reading({ to: 'p3' })), await byLittleCms(source, icc, p3))).toBe(0);
  });
});

describe('what a file does not say', () => {
  test('16 bits of sRGB keep pure green, tagged or not', async () => {
    const data = Uint16Array.from([0, 65535, 0]);
    const green = { width: 1, height: 1, space: 'rgb', data } as const;
    const icc = (
      await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
        .withIccProfile('srgb')
        .png()
        .toBuffer()
        .then((png) => sharp(png).metadata())
    ).icc as Buffer;
    expect([...(await read({ ...green, icc }))]).toEqual([0, 255, 0]);
    expect([...(await read(green))]).toEqual([0, 255, 0]);
  });

  test('numbers without profile stay as they are', async () => {
    expect(furthest(await read(rgb), rgb.data)).toBe(0);
    expect(furthest(await read({ ...rgb, data: deep(rgb.data) }), deep(rgb.data).map((value) => value >> 8) as never)).toBe(0);
  });

  test('an unusable profile does not touch numbers that are taken for sRGB', async () => {
    for (const icc of [Buffer.from('no profile at all'.repeat(20)), profile('ISO Coated')])
      expect(furthest(await read({ ...rgb, icc }, reading({ from: 'assumed srgb' })), rgb.data)).toBe(0);
  });

  test('Adobe RGB of a camera that embeds no profile, by the numbers that Adobe published', async () => {
    const asked = reading({ from: 'assumed adobe rgb' });
    const published = readFileSync('/usr/share/color/icc/compatibleWithAdobeRGB1998.icc');
    expect(furthest(await read(rgb, asked), await byLittleCms(rgb, published, '*sRGB'))).toBeLessThanOrEqual(1);
  });

  test('untagged CMYK is read with the profile of the house, or with the generic one', async () => {
    const assumed = PROFILES['ISO Coated'];
    const asked = reading({ from: 'assumed cmyk' });
    expect(furthest(await read(press, { ...asked, assumed }), await byLittleCms(press, profile('ISO Coated'), '*sRGB'))).toBe(0);
    expect(furthest(await read(press, asked), await byLittleCms(press, await builtinProfile('cmyk'), '*sRGB'))).toBe(0);
  });

  test('see-through parts stay so', async () => {
    const data = Uint16Array.from({ length: 4913 * 4 }, (_, at) =>
      at % 4 === 3 ? at * 3 : (rgb.data[Math.floor(at / 4) * 3 + (at % 4)] as number) * 257,
    );
    const pixels = await read({ ...GRID, space: 'rgb', data, icc: profile('Adobe RGB') });
    const opaque = await byLittleCms({ ...rgb, data: Uint16Array.from(rgb.data, (value) => value * 257) }, profile('Adobe RGB'), '*sRGB');
    expect(
      furthest(
        pixels.filter((_, at) => at % 4 !== 3),
        opaque,
      ),
    ).toBe(0);
    expect(
      furthest(
        pixels.filter((_, at) => at % 4 === 3),
        Uint8Array.from({ length: 4913 }, (_, at) => ((at * 4 + 3) * 3) >> 8),
      ),
    ).toBe(0);
  });
});

test('what sRGB holds comes back from the press within 1.5 of CIEDE2000', async () => {
  // Golden: relative colorimetric, 1729 colours that the press reaches, 0.37 on average and 1.5 at most (ISO Coated v2 300 %).
  const skin = Uint8Array.from([224, 172, 140, 128, 128, 128, 90, 120, 70]);
  const source = { width: 3, height: 1, space: 'rgb', data: skin } as const;
  const inks = await inksOf(source);
  const back = await read({ width: 3, height: 1, space: 'cmyk', data: inks, icc: profile('ISO Coated') }, reading({ intent: 'relative' }));
  expect(furthest(back, skin)).toBeLessThanOrEqual(3);
});

async function inksOf(source: Tiff): Promise<Buffer> {
  const out = join(folder, 'inks.tif');
  execFileSync('tificc', ['-t1', '-c0', '-w8', '-i', '*sRGB', '-o', PROFILES['ISO Coated'], kept('rgb.tif', tiff(source)), out], {
    stdio: 'ignore',
  });
  return sharp(out).pipelineColourspace('cmyk').toColourspace('cmyk').keepIccProfile().raw().toBuffer();
}
