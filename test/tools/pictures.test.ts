/** Pictures are read upright; facts are what other tools say too. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImageRecipe } from '../../pipeline/model/recipe.ts';
import { encode } from '../../pipeline/tools/encode.ts';
import { profileName } from '../../pipeline/tools/metadata.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { decode, shape } from '../../pipeline/tools/renditions.ts';
import { sniff } from '../../pipeline/tools/sniff.ts';

const LIMIT = 100_000_000;
const folder = mkdtempSync(join(tmpdir(), 'kader-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

/** 24 patches of a coarse RGB grid, 20 px each. */
function patches(): { data: Buffer; raw: { width: number; height: number; channels: 3 } } {
  const [width, height] = [480, 20];
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const patch = Math.floor((at % width) / 20);
    data.set([(patch % 3) * 120, (Math.floor(patch / 3) % 3) * 110 + 10, Math.floor(patch / 9) * 90 + 20], at * 3);
  }
  return { data, raw: { width, height, channels: 3 } };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is applied', async (orientation) => {
  // Red stands top left in every upright picture.
  const upright = sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { width: 30, height: 20, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ]);
  const [angle, mirrored] = (
    {
      1: [0, false],
      2: [0, true],
      3: [180, false],
      4: [180, true],
      5: [90, true],
      6: [270, false],
      7: [270, true],
      8: [90, false],
    } as const
  )[orientation] ?? [0, false];
  const rotated = await sharp(await upright.png().toBuffer())
    .rotate(angle)
    .png()
    .toBuffer();
  const turned = await sharp(rotated).flop(mirrored).png().toBuffer();
  const path = file(`turned-${orientation}.jpg`);
  await sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toFile(path);
  const read = await decode(path, LIMIT);
  expect([read.raw.width, read.raw.height]).toEqual([60, 40]);
  const at = (x: number, y: number): number[] => [...read.data.subarray((y * 60 + x) * read.raw.channels).subarray(0, 3)];
  expect(at(8, 8)[0]).toBeGreaterThan(200);
  expect(at(52, 32)[2]).toBeGreaterThan(200);
  expect(await probePicture(path, 'jpeg', LIMIT)).toMatchObject({ width: 60, height: 40, orientation });
});

test('facts: size, profile, rights and GPS as ExifTool wrote them', async () => {
  const path = file('facts.jpg');
  await sharp({ create: { width: 300, height: 200, channels: 3, background: '#884422' } })
    .withIccProfile('p3')
    .jpeg()
    .toFile(path);
  execFileSync('exiftool', [
    '-q',
    '-overwrite_original',
    '-XMP-dc:Creator=Ada',
    '-XMP-photoshop:Credit=Studio',
    '-IPTC:CopyrightNotice=(c) Ada',
    '-XMP-plus:LicenseEndDate=2028:12:31',
    '-GPSLatitude=51.2',
    '-GPSLatitudeRef=N',
    '-ExifIFD:SerialNumber=123',
    path,
  ]);
  const facts = await probePicture(path, 'jpeg', LIMIT);
  expect(facts).toMatchObject({
    width: 300,
    height: 200,
    depth: 8,
    hasAlpha: false,
    hasGps: true,
    hasPersonalData: true,
    dominant: expect.stringMatching(/^#[0-9a-f]{6}$/),
  });
  expect(facts.rights).toMatchObject({ creator: 'Ada', credit: 'Studio', copyright: '(c) Ada' });
  expect(facts.profile).toBe(execFileSync('exiftool', ['-s3', '-ICC_Profile:ProfileDescription', path], { encoding: 'utf8' }).trim());
  expect(facts.placeholder.length).toBeLessThan(600);
});

test('a rendition has exactly the size, crop and treatment that was decided', async () => {
  const source = await decode(await made('ramp.png'), LIMIT);
  const rendering: ImageRecipe = {
    limitPixels: LIMIT,
    orient: true,
    to: 'srgb',
    intent: 'perceptual',
    from: 'assumed srgb',
    crop: { left: 100, top: 0, width: 200, height: 100 },
    width: 100,
    height: 50,
    corrections: [{ step: 'duotone', colours: ['#000000', '#ff0000'] }],
    format: 'jpeg',
    quality: 90,
  };
  await encode(await shape(source, rendering), rendering, file('out.jpg'));
  const { data, info } = await sharp(file('out.jpg')).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([100, 50]);
  expect(data[1]).toBeLessThan(8);
  await expect(encode(await shape(source, rendering), { ...rendering, width: 101 }, file('wrong.jpg'))).rejects.toThrow('instead of 101');
});

async function made(name: string): Promise<string> {
  const data = Buffer.from(Array.from({ length: 400 * 100 }, (_, at) => Math.floor(((at % 400) * 255) / 400)));
  await sharp(data, { raw: { width: 400, height: 100, channels: 1 } })
    .toColourspace('srgb')
    .png()
    .toFile(file(name));
  return file(name);
}

test('an SVG that names a file beside it does not get to load it', async () => {
  writeFileSync(
    file('secret.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#ff0000"/></svg>',
  );
  writeFileSync(
    file('outer.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#00ff00"/><image href="secret.svg" width="20" height="20"/></svg>',
  );
  const { data } = await decode(file('outer.svg'), LIMIT);
  expect([...data.subarray(0, 3)]).toEqual([0, 255, 0]);
});

test.each([
  ['letter.jpg', 'Dear client, this is not a picture.', 'text'],
  ['phone.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
  ['layers.psd', Buffer.from('8BPS\0\x01\0\0\0\0\0\0\0\0', 'latin1'), 'psd'],
  ['drawing.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  ['noise.bin', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]), 'unknown'],
])('%s is told by its bytes', async (name, content, type) => {
  writeFileSync(file(name), content);
  expect(await sniff(file(name))).toBe(type);
});

test('a profile without a name does not break the facts', () => {
  expect(profileName(Buffer.alloc(20))).toBe('unnamed profile');
  expect(profileName(readFileSync(file('ramp.png')))).toBe('unnamed profile');
});

describe('rights, against ExifTool', () => {
  const rights = {
    creator: 'Åse <Ünal> & "zoon"',
    credit: "Studio Getij / Kaai's",
    copyright: '© 2026 Studio Getij',
    terms: 'Alle media, tot einde 2028',
    page: 'https://studio.example/licentie?a=1&b=2',
    until: '2028-12-31',
  };
  const rendering = (format: ImageRecipe['format']): ImageRecipe => ({
    limitPixels: LIMIT,
    orient: true,
    to: 'srgb',
    intent: 'perceptual',
    from: 'embedded',
    crop: { left: 0, top: 0, width: 480, height: 20 },
    width: 480,
    height: 20,
    rights,
    format,
    quality: 80,
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('stand in every %s, and nothing about persons or places does', async (format) => {
    const { data, raw } = patches();
    const source = file('person.jpg');
    await sharp(data, { raw }).jpeg().toFile(source);
    const personal = ['-GPSLatitude=51', '-GPSLatitudeRef=N', '-GPSLongitude=3', '-SerialNumber=77', '-XMP-iptcExt:PersonInImage=Iris'];
    execFileSync('exiftool', ['-q', '-overwrite_original', ...personal, '-By-line=Iris', '-OwnerName=Iris', source]);
    expect(await probePicture(source, 'jpeg', LIMIT)).toMatchObject({ hasGps: true, hasPersonalData: true });
    const wanted = rendering(format);
    const to = file(`rights.${format}`);
    await encode(await shape(await decode(source, LIMIT), wanted), wanted, to);
    const [told] = JSON.parse(execFileSync('exiftool', ['-json', '-G1', '-a', to], { encoding: 'utf8' })) as Record<string, unknown>[];
    expect(told).toMatchObject({
      'XMP-dc:Creator': rights.creator,
      'XMP-photoshop:Credit': rights.credit,
      'XMP-dc:Rights': rights.copyright,
      'XMP-xmpRights:UsageTerms': rights.terms,
      'XMP-xmpRights:WebStatement': rights.page,
      'XMP-xmpRights:Marked': true,
    });
    expect(String(told?.['XMP-plus:LicenseEndDate'])).toMatch(/^2028:12:31/);
    expect(Object.keys(told ?? {}).filter((tag) => /GPS|Serial|Owner|Person|IPTC|By-line/i.test(tag))).toEqual([]);
    // What Kader itself reads of a file is what it wrote.
    expect((await probePicture(to, format, LIMIT)).rights).toEqual(rights);
  });
});
