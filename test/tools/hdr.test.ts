/** PQ and HLG on ordinary screens: held against zimg, which knows the same standards, and against their own golden numbers. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { planImages } from '../../pipeline/jobs/image.ts';
import { BT709, BT2020, toneMapped } from '../../pipeline/pixels/hdr.ts';
import { codedColour, codedPrimaries } from '../../pipeline/tools/cicp.ts';
import { readColours } from '../../pipeline/tools/colour.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { asset } from '../support/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-hdr-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

/** 16-bit RGB as PNG that states its colours by code points. */
async function png(name: string, numbers: Uint16Array, width: number, primaries: number, transfer: number): Promise<string> {
  const raw = { width, height: numbers.length / 3 / width, channels: 3 as const };
  const plain = await sharp(numbers, { raw }).toColourspace('rgb16').png().toBuffer();
  const chunk = Buffer.alloc(16);
  chunk.writeUInt32BE(4, 0);
  chunk.write('cICP', 4, 'latin1');
  chunk.set([primaries, transfer, 0, 1], 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 12)), 12);
  // After the header of 8 + 25 bytes.
  writeFileSync(file(name), Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]));
  return file(name);
}

/** 9 × 9 × 9 colours of up to `most` of the code range. */
function grid(most: number): Uint16Array {
  const steps = Array.from({ length: 9 }, (_, step) => Math.round((step / 8) * most * 65535));
  return Uint16Array.from(steps.flatMap((red) => steps.flatMap((green) => steps.flatMap((blue) => [red, green, blue]))));
}

function byZimg(numbers: Uint16Array, transfer: string, primaries: string): Buffer {
  writeFileSync(file('grid.raw'), Buffer.from(numbers.buffer));
  const size = `81x${numbers.length / 243}`;
  const from = ['-f', 'rawvideo', '-pix_fmt', 'rgb48le', '-s', size, '-i', file('grid.raw')];
  const range = 'min=gbr:m=gbr:rin=pc:r=pc:npl=203';
  const linear = `zscale=tin=${transfer}:pin=${primaries}:p=${primaries}:t=linear:${range},format=gbrpf32le`;
  const filter = `format=gbrp16le,${linear},zscale=tin=linear:pin=${primaries}:p=bt709:t=iec61966-2-1:${range},format=gbrp`;
  return execFileSync('ffmpeg', ['-v', 'error', ...from, '-vf', filter, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], {
    maxBuffer: 1 << 24,
  });
}

describe('below white nothing is rolled off', () => {
  // 58 % of PQ is 203 cd/m²; beyond BT.709 the two programs clip in different ways, so colorants stay the same.
  test('PQ agrees with zimg to 1 of 255', () => {
    const numbers = grid(0.58);
    const made = toneMapped(numbers, 'pq', BT709, BT709);
    const wanted = byZimg(numbers, 'smpte2084', 'bt709');
    expect(Math.max(...made.map((value, at) => Math.abs(value - (wanted[at] as number))))).toBeLessThanOrEqual(1);
  });

  test('colorants of BT.2020 become those of the screen as zimg brings them, where the screen has them', () => {
    const numbers = grid(0.5).map((value) => 0.25 * 65535 + value / 2);
    const made = toneMapped(numbers, 'pq', BT2020, BT709);
    const wanted = byZimg(numbers, 'smpte2084', 'bt2020');
    const inside = [...made.keys()].filter((at) => (wanted[at] as number) > 0);
    expect(inside.length).toBeGreaterThan(1500);
    const off = inside.map((at) => Math.abs((made[at] as number) - (wanted[at] as number)));
    expect(off.filter((one) => one > 1).length / off.length).toBeLessThan(0.01);
  });
});

describe('light beyond white', () => {
  const grey = (codes: readonly number[]): Uint16Array =>
    Uint16Array.from(codes.flatMap((code) => [1, 1, 1].map(() => Math.round(code * 65535))));

  test('is rolled off in order, the knee leaves shadows alone, and the brightest is white', () => {
    // 1, 26, 92, 203, 400 and 1000 cd/m² by ST 2084.
    const codes = [0.1499, 0.38, 0.4997, 0.5807, 0.6526, 0.7518];
    const rolled = [...toneMapped(grey(codes), 'pq', BT2020, BT709)].filter((_, at) => at % 3 === 0);
    const plain = [1, 26, 92, 203].map((nits) => Math.round(255 * (1.055 * (nits / 203) ** (1 / 2.4) - 0.055)));
    for (const at of [0, 1]) expect(Math.abs((rolled[at] as number) - (plain[at] as number))).toBeLessThanOrEqual(1);
    expect(Math.abs((rolled[2] as number) - (plain[2] as number))).toBeLessThanOrEqual(2);
    expect(rolled[3]).toBeGreaterThan(220);
    expect(rolled[3]).toBeLessThan(240);
    expect(rolled[4]).toBeGreaterThan((rolled[3] as number) + 5);
    expect(rolled[5]).toBe(255);
  });

  test('of HLG is that of PQ: both standards say which code means which light', () => {
    // BT.2408 table 1: 75 % of HLG is 203 cd/m², 38 % is 26, 100 % is 1000.
    const hlg = toneMapped(grey([0.38, 0.75, 1]), 'hlg', BT2020, BT709);
    const pq = toneMapped(grey([0.38, 0.58, 0.7518]), 'pq', BT2020, BT709);
    for (let at = 0; at < 9; at++) expect(Math.abs((hlg[at] as number) - (pq[at] as number))).toBeLessThanOrEqual(3);
  });

  test('keeps its hue: a lamp in orange does not turn yellow or white', () => {
    const orange = Uint16Array.from([0.75, 0.65, 0.45].map((code) => Math.round(code * 65535)));
    const [red = 0, green = 0, blue = 0] = toneMapped(orange, 'pq', BT709, BT709);
    expect([red, green > 120 && green < 190, blue < 110]).toEqual([255, true, true]);
  });
});

test('a PNG and an AVIF are told, read, judged and planned as what they are', { timeout: 60_000 }, async () => {
  const paper = Uint16Array.from({ length: 90 * 60 * 3 }, (_, at) => Math.round((at % 270 < 135 ? 0.58 : 0.4) * 65535));
  const path = await png('paper.png', paper, 90, 9, 16);
  expect([await codedColour(path), await codedPrimaries(path)]).toEqual(['pq', BT2020]);
  const { data } = await readColours(path, 1e8, { from: 'coded pq', to: 'srgb', intent: 'perceptual' });
  expect(data[0]).toBeGreaterThan(250);
  const facts = await probePicture(path, 'png', 1e8);
  // As its numbers lie in the file, white would be 148.
  expect(facts.measured?.light.white).toBeGreaterThan(0.97);
  const [job] = planImages(
    { ...asset('lamp'), facts },
    { widths: [90], formats: ['webp'], encoders: { webp: { quality: 80 } } as never },
    'x',
  );
  expect(job?.recipe.from).toBe('coded pq');

  const args = ['-f', 'rawvideo', '-pix_fmt', 'rgb48le', '-s', '90x60', '-i', file('paper.raw')];
  writeFileSync(file('paper.raw'), Buffer.from(paper.buffer));
  const tags = ['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc', '-color_range', 'pc'];
  const yuv = [
    '-vf',
    'scale=out_color_matrix=bt2020:out_range=pc,format=yuv444p10le',
    '-still-picture',
    '1',
    '-crf',
    '5',
    '-cpu-used',
    '8',
  ];
  execFileSync('ffmpeg', ['-v', 'error', ...args, ...yuv, ...tags, '-c:v', 'libaom-av1', '-frames:v', '1', file('paper.avif')]);
  expect(await codedColour(file('paper.avif'))).toBe('pq');
  const still = await readColours(file('paper.avif'), 1e8, { from: 'coded pq', to: 'srgb', intent: 'perceptual' });
  expect(Math.abs((still.data[0] as number) - (data[0] as number))).toBeLessThanOrEqual(4);
  expect(readFileSync(file('paper.avif')).length).toBeGreaterThan(100);
});

describe('HEIF and AVIF', () => {
  const box = (name: string, ...parts: readonly (Buffer | readonly number[])[]): Buffer => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const nclx = (primaries: number, transfer: number): Buffer => box('colr', Buffer.from('nclx'), [0, primaries, 0, transfer, 0, 0, 0x80]);
  /** The picture is item 2; before it stands another rendition of it, in PQ. */
  const heif = (brand: string, own: Buffer, wide: boolean): Buffer => {
    const places = (...all: readonly number[]): number[] => all.flatMap((place) => (wide ? [0x80, place] : [0x80 | place]));
    const ipma = box('ipma', [0, 0, 0, wide ? 1 : 0, 0, 0, 0, 2], [0, 1, 1, ...places(1)], [0, 2, 2, ...places(2, 3)]);
    const properties = box('ipco', nclx(9, 16), box('ispe', Buffer.alloc(12)), own);
    const meta = box('meta', [0, 0, 0, 0], box('pitm', [0, 0, 0, 0, 0, 2]), box('iprp', properties, ipma));
    return Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1`)), meta, box('mdat', Buffer.alloc(64))]);
  };

  test.each([
    ['heic', nclx(9, 18), 'hlg'],
    ['heic', nclx(12, 13), 'p3'],
    ['heic', box('free', Buffer.alloc(4)), undefined],
    ['avif', nclx(1, 13), undefined],
    ['avif', nclx(9, 16), 'pq'],
  ])('%s: the colours of the picture itself count, not those of its gain map', async (brand, own, coded) => {
    for (const wide of [false, true]) {
      writeFileSync(file('boxes'), heif(brand, own, wide));
      expect(await codedColour(file('boxes'))).toBe(coded);
    }
  });

  test('cut off or spoilt anywhere, they state something or nothing', async () => {
    const whole = heif('heic', nclx(9, 18), false);
    for (let at = 12; at < whole.length; at++) {
      writeFileSync(file('spoilt'), whole.subarray(0, at));
      await codedColour(file('spoilt'));
      const spoilt = Buffer.from(whole);
      spoilt.writeUInt8(255 - (spoilt[at] as number), at);
      writeFileSync(file('spoilt'), spoilt);
      await codedColour(file('spoilt'));
    }
  });

  test('a camera’s HEIC in HLG is judged by what was sent, for its developed numbers do not say', async () => {
    const grey = Uint16Array.from({ length: 90 * 60 * 3 }, () => Math.round(0.75 * 65535));
    await sharp(grey, { raw: { width: 90, height: 60, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toFile(file('developed.png'));
    writeFileSync(file('sent.hif'), heif('heic', nclx(9, 18), false));
    const facts = await probePicture(file('developed.png'), 'heic', 1e8, file('sent.hif'));
    expect(facts.coded).toBe('hlg');
    // 75 % of HLG is white on paper.
    expect(facts.measured?.light.middle).toBeGreaterThan(0.97);
  });
});
