/** Pictures in formats that few read: what is developed has the pixels, the profile and the way up of what was sent. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ForeignType } from '../../pipeline/model/asset.ts';
import { develop, developerState, isForeign } from '../../pipeline/tools/develop.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { programOnPath } from '../../pipeline/tools/programs.ts';
import { sniff } from '../../pipeline/tools/sniff.ts';
import { emptyIllustrator } from '../support/illustrator.ts';
import { labTiff } from '../support/lab-tiff.ts';
import { pdfOf } from '../support/pdf.ts';
import { rawFile } from '../support/raw-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-develop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const magick = programOnPath('magick') ?? programOnPath('convert-im6.q16') ?? 'convert';
const run = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: 'ignore', cwd: folder });

/** Four quarters, so that a turn or a mirror shows: red, green, blue, grey. */
const QUARTERS = [
  [200, 30, 30],
  [30, 160, 60],
  [40, 60, 200],
  [128, 128, 128],
] as const;
const [WIDTH, HEIGHT] = [320, 200];

beforeAll(async () => {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++)
      data.set(QUARTERS[(y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1)] ?? [0, 0, 0], (y * WIDTH + x) * 3);
  }
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  const picture = () => sharp(data, { raw });
  await picture().png().toFile(file('plain.png'));
  await picture().withIccProfile('p3').png().toFile(file('p3.png'));
  await picture().withIccProfile('cmyk').tiff().toFile(file('cmyk.tif'));
  await picture().jpeg({ quality: 95 }).toFile(file('plain.jpg'));
  run('heif-enc', '-q', '95', '-o', file('phone.heic'), file('p3.png'));
  run('exiftool', '-q', '-overwrite_original', '-GPSLatitude=51', '-GPSLatitudeRef=N', '-Artist=Iris', file('phone.heic'));
  run('heif-enc', '-o', file('burst.heic'), file('plain.png'), file('p3.png'));
  run(magick, file('plain.png'), file('layers.psd'));
  run(magick, file('cmyk.tif'), file('press.psd'));
  writeFileSync(file('scan.tif'), labTiff(WIDTH, HEIGHT, data));
  run(magick, file('plain.png'), '-colorspace', 'Lab', '-depth', '16', file('deep.tif'));
  run(magick, file('plain.png'), `bmp:${file('scan.bmp')}`);
  run(magick, file('plain.png'), `jp2:${file('archive.jp2')}`);
  run(magick, file('plain.png'), '-define', 'icon:auto-resize=16,160', file('mark.ico'));
  run('cjxl', file('plain.png'), file('new.jxl'), '-q', '95');
  writeFileSync(file('camera.cr2'), rawFile(readFileSync(file('plain.jpg')), 8));
  writeFileSync(file('page.pdf'), pdf());
  run('gs', '-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=eps2write', `-sOutputFile=${file('drawing.eps')}`, file('page.pdf'));
}, 60_000);

/** One page, 160 × 100 pt, of the same four quarters. */
function pdf(): Buffer {
  const fills = QUARTERS.map(([r, g, b], at) => `${r / 255} ${g / 255} ${b / 255} rg ${(at % 2) * 80} ${at < 2 ? 50 : 0} 80 50 re f`).join(
    '\n',
  );
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 160 100] /Contents 4 0 R >>',
    `<< /Length ${fills.length} >>\nstream\n${fills}\nendstream`,
  ]);
}

/** Middle of each quarter, in sRGB. */
async function middles(path: string): Promise<number[][]> {
  const { data, info } = await sharp(path)
    .autoOrient()
    .withIccProfile('srgb', { attach: false })
    .removeAlpha()
    .resize(WIDTH, HEIGHT, { fit: 'fill' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return QUARTERS.map((_, at) => {
    const [x, y] = [Math.round(WIDTH * (0.25 + (at % 2) * 0.5)), Math.round(HEIGHT * (at < 2 ? 0.25 : 0.75))];
    return [...data.subarray((y * WIDTH + x) * info.channels).subarray(0, 3)];
  });
}

/** Furthest channel of any quarter from what it should be. */
async function apart(path: string, wanted: readonly (readonly number[])[] = QUARTERS): Promise<number> {
  const found = await middles(path);
  return Math.max(...wanted.flatMap((colour, at) => colour.map((value, channel) => Math.abs(value - (found[at]?.[channel] ?? 999)))));
}

const cases: readonly (readonly [string, ForeignType, number, number])[] = [
  ['phone.heic', 'heic', WIDTH, 6],
  ['layers.psd', 'psd', WIDTH, 1],
  ['scan.bmp', 'bmp', WIDTH, 1],
  ['archive.jp2', 'jp2', WIDTH, 6],
  ['mark.ico', 'ico', 160, 3],
  // A step of 8 bits in a and b is five of blue's red.
  ['scan.tif', 'lab', WIDTH, 6],
  ['new.jxl', 'jxl', WIDTH, 6],
  ['page.pdf', 'pdf', 4000, 2],
  ['drawing.eps', 'eps', 667, 3],
];

test.each(cases)('%s is known as %s and developed', { timeout: 60_000 }, async (name, type, width, tolerance) => {
  expect(await sniff(file(name))).toBe(type);
  expect(isForeign(type)).toBe(true);
  const developed = await develop(file(name), type, file(`out-${name}`), new AbortController().signal);
  if (!('path' in developed)) throw new Error(JSON.stringify(developed));
  const facts = await probePicture(developed.path, type, 1e8);
  expect(facts).toMatchObject({ format: type, width });
  expect(await apart(developed.path)).toBeLessThanOrEqual(tolerance);
});

test('Lab of 16 bits and other TIFF are read as they are', async () => {
  for (const name of ['deep.tif', 'cmyk.tif']) expect(await sniff(file(name))).toBe('tiff');
});

test('a press file keeps its inks and its profile', async () => {
  expect(await sniff(file('press.psd'))).toBe('psd');
  const developed = await develop(file('press.psd'), 'psd', file('press'), new AbortController().signal);
  const { path } = developed as { path: string };
  expect(await probePicture(path, 'psd', 1e8)).toMatchObject({ space: 'cmyk', profile: expect.any(String) });
  expect(await apart(path, await middles(file('cmyk.tif')))).toBeLessThanOrEqual(1);
});

test('a telephone’s picture keeps its wide gamut profile, its rights and what it tells of the place', async () => {
  const developed = await develop(file('phone.heic'), 'heic', file('phone'), new AbortController().signal);
  const facts = await probePicture((developed as { path: string }).path, 'heic', 1e8);
  expect(facts.profile).toMatch(/P3/);
  expect(facts).toMatchObject({ hasGps: true, rights: { creator: 'Iris' } });
});

test('of several pictures in one file the first is taken, and counted', async () => {
  const developed = await develop(file('burst.heic'), 'heic', file('burst'), new AbortController().signal);
  expect(developed).toEqual({ path: file('burst.png'), pictures: 2 });
  run('pdfunite', 'page.pdf', 'page.pdf', 'page.pdf', 'pages.pdf');
  expect(await develop(file('pages.pdf'), 'pdf', file('pages'), new AbortController().signal)).toMatchObject({ pictures: 3 });
  expect(await develop(file('phone.heic'), 'heic', file('single'), new AbortController().signal)).toEqual({ path: file('single.png') });
});

test.each([
  ['wave.avif', false],
  ['hole.avif', true],
])('an AVIF that moves keeps every frame, its time and what is see-through: %s', { timeout: 60_000 }, async (name, isSeeThrough) => {
  const colour = [
    '-f',
    'lavfi',
    '-i',
    `color=red:s=64x48:r=5:d=0.4,format=yuv420p`,
    '-f',
    'lavfi',
    '-i',
    'color=blue:s=64x48:r=5:d=0.6,format=yuv420p',
  ];
  const joined = '[0:v][1:v]concat=n=2:v=1,split[c][b];[b]format=gray,geq=lum=if(lt(X\\,32)\\,0\\,255)[a]';
  const tracks = isSeeThrough ? [joined, ...['-map', '[c]', '-map', '[a]']] : [joined.replace(/,split.*/, '[c]'), '-map', '[c]'];
  run(
    'ffmpeg',
    '-v',
    'error',
    '-y',
    ...colour,
    '-filter_complex',
    ...(tracks as [string]),
    '-c:v',
    'libaom-av1',
    '-crf',
    '10',
    '-cpu-used',
    '8',
    name,
  );
  expect(await sniff(file(name))).toBe('avis');
  const developed = await develop(file(name), 'avis', file(`out-${name}`), new AbortController().signal);
  const { path } = developed as { path: string };
  const facts = await probePicture(path, 'avis', 1e8, file(name));
  // Equal frames in a row have become one that stands longer.
  expect(facts).toMatchObject({ width: 64, height: 48, usesAlpha: isSeeThrough, animation: { frames: 2, seconds: 1, loop: 0 } });
  const { data } = await sharp(path, { animated: true }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (frame: number, x: number): number[] => [
    ...data.subarray(((frame * 48 + 24) * 64 + x) * 4, ((frame * 48 + 24) * 64 + x) * 4 + 4),
  ];
  const [first = [], last = []] = [at(0, 60), at(1, 60)];
  expect([(first[0] ?? 0) > 240, (first[2] ?? 0) < 12, (last[2] ?? 0) > 240, (last[0] ?? 0) < 12]).toEqual([true, true, true, true]);
  expect(at(1, 4)[3]).toBe(isSeeThrough ? 0 : 255);
});

test('an Illustrator file without PDF content is no picture of a notice, and any other PDF is none', async () => {
  writeFileSync(file('logo.ai'), emptyIllustrator());
  expect(await sniff(file('logo.ai'))).toBe('pdf');
  expect(await develop(file('logo.ai'), 'pdf', file('logo'), new AbortController().signal)).toEqual({
    reason: 'saved without PDF content',
  });
  expect(await develop(file('page.pdf'), 'pdf', file('page'), new AbortController().signal)).toEqual({ path: file('page.png') });
});

test('a raw file gives its preview, the way up that the camera noted', async () => {
  expect(await sniff(file('camera.cr2'))).toBe('raw');
  const developed = await develop(file('camera.cr2'), 'raw', file('camera'), new AbortController().signal);
  const facts = await probePicture((developed as { path: string }).path, 'raw', 1e8);
  // Orientation 8: turned a quarter.
  expect([facts.width, facts.height]).toEqual([HEIGHT, WIDTH]);
});

describe('what cannot be developed', () => {
  test.each<[string, ForeignType]>([
    ['cut.heic', 'heic'],
    ['cut.psd', 'psd'],
    ['cut.jxl', 'jxl'],
    ['cut.cr2', 'raw'],
    ['cut.avif', 'avis'],
  ])('%s gives a reason', async (name, type) => {
    if (type === 'avis')
      run('ffmpeg', '-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=s=64x48:d=0.4:r=5', '-c:v', 'libaom-av1', 'whole.avif');
    const source = { avis: 'whole.avif', heic: 'phone.heic', psd: 'layers.psd', jxl: 'new.jxl', raw: 'camera.cr2' }[
      type as 'heic'
    ] as string;
    const whole = readFileSync(file(source));
    writeFileSync(file(name), whole.subarray(0, Math.min(whole.length, type === 'raw' ? 90 : 200)));
    expect(await develop(file(name), type, file(`out-${name}`), new AbortController().signal)).toHaveProperty('reason');
  });

  test('without its program: how to get it', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      expect(developerState('heic')).toBe('none');
      expect(await develop(file('phone.heic'), 'heic', file('x'), new AbortController().signal)).toHaveProperty('advice');
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('ctrl-C ends it', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(develop(file('phone.heic'), 'heic', file('stopped'), stop.signal)).rejects.toThrow('stopped');
  });
});
