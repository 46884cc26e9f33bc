/** What is said of a picture's colours comes from its profile's numbers and its pixels, never from a name. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { ColourFacts } from '../../pipeline/model/asset.ts';
import { difference, shareBeyondSrgb } from '../../pipeline/pixels/gamut.ts';
import { builtinProfile } from '../../pipeline/tools/colour.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { decode } from '../../pipeline/tools/renditions.ts';
import { tableProfile } from '../support/table-profile.ts';
import { deep, profile, type Tiff, tiff } from '../support/tiff.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-colour-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIDE = 200;

async function facts(picture: Partial<Tiff> & Pick<Tiff, 'data'>) {
  const path = join(folder, 'picture.tif');
  writeFileSync(path, tiff({ width: SIDE, height: SIDE, space: 'rgb', ...picture }));
  return (await probePicture(path, 'tiff', 1e8)).colour;
}

/** A grey field of which a share, in a square, is of another colour. */
function field(colour: readonly number[], ground: readonly number[], share: number): Uint8Array {
  const side = SIDE * Math.sqrt(share);
  const data = new Uint8Array(SIDE * SIDE * colour.length);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel++)
    data.set(pixel % SIDE < side && pixel < side * SIDE ? colour : ground, pixel * colour.length);
  return data;
}
const red = (share: number) => field([255, 0, 0], [120, 120, 120], share);

describe('the space of a profile', () => {
  const expected: readonly (readonly [string, () => Buffer | Promise<Buffer>, Partial<ColourFacts>])[] = [
    ['sRGB', () => profile('sRGB'), { class: 'display', gamut: 'srgb' }],
    ['Adobe RGB', () => profile('Adobe RGB'), { class: 'display', gamut: 'wide' }],
    ['ProPhoto', () => profile('ProPhoto'), { class: 'display', gamut: 'wide' }],
    ['Display P3', () => builtinProfile('p3'), { class: 'display', gamut: 'wide' }],
    ['a scanner’s table', () => tableProfile(), { class: 'input', gamut: 'wide' }],
  ];
  test.each(expected)('%s', async (_, icc, told) => {
    expect(await facts({ data: red(0), icc: await icc() })).toEqual({ beyond: 0, ...told });
  });

  test('a profile that calls itself sRGB and is wide is wide', async () => {
    const icc = Buffer.from(profile('Adobe RGB'));
    const renamed = Buffer.from(icc.toString('latin1').replaceAll('Adobe RGB (1998)', 'sRGB IEC61966-2.'), 'latin1');
    expect((await facts({ data: red(0.5), icc: renamed }))?.gamut).toBe('wide');
  });
});

describe('the share that sRGB cannot show', () => {
  test.each([0, 0.01, 0.25])('%d of a picture in Display P3', async (share) => {
    const icc = await builtinProfile('p3');
    const told = (await facts({ data: red(share), icc }))?.beyond ?? -1;
    expect(Math.abs(told - share)).toBeLessThan(0.004);
    const inDepth = (await facts({ data: deep(red(share)), icc }))?.beyond ?? -1;
    expect(Math.abs(inDepth - share)).toBeLessThan(0.004);
  });

  test('full cyan of a press, and not its skin tones', async () => {
    const icc = profile('ISO Coated');
    const press = { space: 'cmyk', icc } as const;
    expect((await facts({ ...press, data: field([255, 0, 0, 0], [20, 90, 100, 0], 0.25) }))?.beyond).toBeCloseTo(0.25, 1);
    expect(await facts({ ...press, data: field([20, 90, 100, 0], [20, 90, 100, 0], 0) })).toMatchObject({
      class: 'output',
      gamut: 'cmyk',
      beyond: 0,
    });
  });
});

test.each([
  ['p3', 'smpte432', 'iec61966-2-1'],
  ['pq', 'bt2020', 'smpte2084'],
  ['hlg', 'bt2020', 'arib-std-b67'],
  [undefined, 'bt709', 'iec61966-2-1'],
] as const)('an AVIF that says %s by code points, as ffmpeg writes them', async (coded, primaries, transfer) => {
  const [from, to] = [join(folder, 'red.png'), join(folder, 'coded.avif')];
  await sharp({ create: { width: 64, height: 64, channels: 3, background: '#ff0000' } })
    .png()
    .toFile(from);
  const full = ['-vf', 'scale=out_color_matrix=bt709:out_range=full,format=yuv444p', '-colorspace', 'bt709', '-color_range', 'pc'];
  const said = ['-color_primaries', primaries, '-color_trc', transfer];
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-i',
    from,
    ...full,
    ...said,
    '-frames:v',
    '1',
    '-c:v',
    'libaom-av1',
    '-still-picture',
    '1',
    to,
  ]);
  const told = await probePicture(to, 'avif', 1e8);
  expect(told.coded).toBe(coded);
  expect(told.colour?.beyond).toBe(coded === 'p3' ? 1 : undefined);
  const [red = 0, green = 0] = (await decode(to, 1e8, { from: 'coded p3', to: 'p3', intent: 'perceptual' })).data;
  expect([red > 250, green < 5]).toEqual([true, true]);
});

test('a PNG that says Display P3 by code points', async () => {
  const path = join(folder, 'coded.png');
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  const chunk = Buffer.alloc(16);
  chunk.writeUInt32BE(4);
  chunk.write('cICP\x0c\x0d\0\x01', 4, 'latin1');
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 12)), 12);
  // After the header of 8 + 25 bytes.
  writeFileSync(path, Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]));
  expect(await probePicture(path, 'png', 1e8)).toMatchObject({ coded: 'p3', colour: { gamut: 'wide', beyond: 1 } });
});

test('a camera that says Adobe RGB and embeds no profile is believed', async () => {
  const path = join(folder, 'camera.jpg');
  const says = async (...tags: string[]) => {
    await sharp(red(0.5), { raw: { width: SIDE, height: SIDE, channels: 3 } })
      .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
      .toFile(path);
    execFileSync('exiftool', ['-q', '-overwrite_original', '-n', ...tags, path]);
    return probePicture(path, 'jpeg', 1e8);
  };
  expect(await says('-ColorSpace=65535', '-InteropIndex=R03')).toMatchObject({
    isAdobeRgb: true,
    colour: { gamut: 'wide', beyond: expect.closeTo(0.5, 1) },
  });
  expect(await says('-ColorSpace=2')).toMatchObject({ isAdobeRgb: true });
  expect(await says('-ColorSpace=1', '-InteropIndex=R98')).not.toHaveProperty('isAdobeRgb');
  expect(await says('-ColorSpace=65535')).not.toHaveProperty('isAdobeRgb');
});

describe('a profile that cannot be used', () => {
  test.each([
    ['cut off', () => profile('Adobe RGB').subarray(0, 300), 'damaged'],
    ['no profile', () => Buffer.from('A letter to the client. '.repeat(20)), 'damaged'],
    ['of CMYK', () => profile('ISO Coated'), 'mismatch'],
    ['of grey', () => profile('grey'), 'mismatch'],
  ] as const)('%s', async (_, icc, fault) => {
    expect(await facts({ data: red(0.1), icc: icc() })).toMatchObject({ fault, beyond: 0 });
  });
});

test('differences are those of the reference data of Sharma, Wu and Dalal', () => {
  // Pairs 1, 7, 10, 17, 20, 25, 34 of their table 1.
  for (const [one, other, expected] of [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [50, 3.1736, 0.5854], 1],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)
    expect(difference(one, other)).toBeCloseTo(expected, 3);
});

test('white, black and the corners of sRGB are within it', () => {
  const colours = ['0 0 0', '255 255 255', '255 0 0', '0 255 0', '0 0 255', '255 255 0'];
  const told = execFileSync('transicc', ['-t1', '-c0', '-n', '-i', '*sRGB', '-o', '*Lab4'], {
    input: `${colours.join(' ').replaceAll(' ', '\n')}\n`,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  expect(shareBeyondSrgb(Float32Array.from(told.trim().split(/\s+/), Number))).toBe(0);
});
