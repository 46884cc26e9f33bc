/** What a picture says of how it came about, as ExifTool says it too; manifests laid where each format keeps them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileType } from '../../pipeline/model/asset.ts';
import { readManifest } from '../../pipeline/tools/manifest.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { withManifest } from '../support/manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-origin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const picture = () => sharp({ create: { width: 120, height: 80, channels: 3, background: '#884422' } });
const exiftool = (...args: string[]): string => execFileSync('exiftool', args, { encoding: 'utf8' });
/** With a text chunk after the header of 8 + 25 bytes. */
function withText(png: Buffer, keyword: string, text: string): Buffer {
  const body = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

test('camera, lens, moment and exposure', async () => {
  const path = file('camera.jpg');
  await picture().jpeg().toFile(path);
  const exif = ['-Make=NIKON CORPORATION', '-Model=NIKON Z 6', '-LensModel=NIKKOR Z 35mm f/1.8 S', '-ExposureTime=1/125', '-FNumber=2.8'];
  exiftool('-q', '-overwrite_original', ...exif, '-ISO=400', '-FocalLength=35', '-DateTimeOriginal=2026:07:04 21:30:05', path);
  expect((await probePicture(path, 'jpeg', 1e8)).capture).toEqual({
    camera: 'NIKON CORPORATION NIKON Z 6',
    lens: exiftool('-s3', '-LensModel', path).trim(),
    taken: '2026-07-04T21:30:05',
    seconds: 0.008,
    aperture: 2.8,
    iso: 400,
    focal: 35,
  });
});

test('a picture that says nothing of itself has neither', async () => {
  await picture().png().toFile(file('silent.png'));
  const facts = await probePicture(file('silent.png'), 'png', 1e8);
  expect([facts.capture, facts.origin]).toEqual([undefined, undefined]);
});

describe('the digital source type in XMP', () => {
  test.each([
    ['digitalCapture', undefined],
    ['trainedAlgorithmicMedia', 'whole'],
    ['compositeWithTrainedAlgorithmicMedia', 'part'],
    ['algorithmicMedia', undefined],
  ])('%s', async (source, ai) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const path = file(`${source}.${format}`);
      await picture().toFormat(format).toFile(path);
      exiftool('-q', '-overwrite_original', `-XMP-iptcExt:DigitalSourceType=${IPTC}${source}`, path);
      expect((await probePicture(path, format, 1e8)).origin).toEqual({ source, ...(ai ? { ai } : {}) });
    }
  });
});

describe('settings that a generator left in the file', () => {
  const settings = 'a quay at dusk\nNegative prompt: people\nSteps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 1';

  test.each([
    ['parameters', settings],
    ['prompt', '{"3": {"inputs": {"seed": 1, "steps": 20}, "class_type": "KSampler"}}'],
    ['invokeai_metadata', '{"positive_prompt": "a quay"}'],
  ])('PNG: %s', async (keyword, text) => {
    const path = file(`${keyword}.png`);
    writeFileSync(path, withText(await picture().png().toBuffer(), keyword, text));
    expect((await probePicture(path, 'png', 1e8)).origin).toEqual({ ai: 'whole' });
  });

  test.each(['jpeg', 'webp'] as const)('the EXIF comment of a %s', async (format) => {
    const path = file(`settings.${format}`);
    await picture().toFormat(format).toFile(path);
    exiftool('-q', '-overwrite_original', `-UserComment=${settings} \u00e9`, path);
    expect((await probePicture(path, format, 1e8)).origin).toEqual({ ai: 'whole' });
  });

  test('other words are no sign of one', async () => {
    const path = file('words.png');
    writeFileSync(path, withText(await picture().png().toBuffer(), 'Description', 'Steps: 20 in front of the museum'));
    expect((await probePicture(path, 'png', 1e8)).origin).toBeUndefined();
  });
});

describe('a C2PA manifest', () => {
  const assertion = (term: string): Buffer => Buffer.from(`c2pa.actions{"digitalSourceType":"${IPTC}${term}"}`);

  test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('is found in a %s, also one larger than a segment', async (format) => {
    const path = file(`manifest.${format}`);
    const plain = await picture().toFormat(format).toBuffer();
    for (const padding of [0, 150_000]) {
      writeFileSync(path, withManifest(plain, format, Buffer.concat([assertion('trainedAlgorithmicMedia'), Buffer.alloc(padding)])));
      expect((await probePicture(path, format, 1e8)).origin).toEqual({ hasManifest: true, ai: 'whole' });
      // The whole of it was read, and the picture is still one to others.
      expect((await readManifest(path, format))?.length).toBeGreaterThanOrEqual(padding);
      expect(exiftool('-s3', '-ImageSize', path).trim()).toMatch(/120x80/);
    }
  });

  test('of a camera is no sign of a machine', async () => {
    const path = file('camera-manifest.jpg');
    writeFileSync(path, withManifest(await picture().jpeg().toBuffer(), 'jpeg', assertion('digitalCapture')));
    expect((await probePicture(path, 'jpeg', 1e8)).origin).toEqual({ hasManifest: true });
  });

  test('in a picture that was developed is read from what was sent', async () => {
    await picture().png().toFile(file('developed.png'));
    writeFileSync(file('sent.heic'), withManifest(await picture().avif().toBuffer(), 'avif', assertion('trainedAlgorithmicMedia')));
    expect((await probePicture(file('developed.png'), 'heic', 1e8, file('sent.heic'))).origin).toEqual({ hasManifest: true, ai: 'whole' });
  });

  test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('a %s cut off or spoilt anywhere gives one or none', async (format) => {
    const whole = withManifest(await picture().toFormat(format).toBuffer(), format, assertion('digitalCapture'));
    for (let at = 1; at < whole.length; at += 7) {
      writeFileSync(file('cut'), whole.subarray(0, at));
      await readManifest(file('cut'), format as FileType);
      const spoilt = Buffer.from(whole);
      spoilt.writeUInt8(255 - (spoilt[at] as number), at);
      writeFileSync(file('cut'), spoilt);
      await readManifest(file('cut'), format as FileType);
    }
    expect(readFileSync(file('cut')).length).toBe(whole.length);
  });
});
