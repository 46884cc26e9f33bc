/** Gain maps go along with the picture: cropped, sized, turned, with rights and profile, as other programs read them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImageRecipe } from '../../pipeline/model/recipe.ts';
import { encode } from '../../pipeline/tools/encode.ts';
import { attachGainMap } from '../../pipeline/tools/gain-map.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { decode, shape } from '../../pipeline/tools/renditions.ts';
import { type UltraHdr, ultraHdr } from '../support/ultra-hdr.ts';

const LIMIT = 100_000_000;
const folder = mkdtempSync(join(tmpdir(), 'kader-gain-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

const recipe = (change: Partial<ImageRecipe>): ImageRecipe => ({
  limitPixels: LIMIT,
  orient: true,
  from: 'embedded',
  to: 'srgb',
  intent: 'perceptual',
  crop: { left: 0, top: 0, width: 1600, height: 1280 },
  width: 800,
  height: 640,
  gainMap: true,
  format: 'jpeg',
  quality: 85,
  ...change,
});

async function render(source: string, wanted: ImageRecipe): Promise<string> {
  const decoded = await decode(source, LIMIT, wanted);
  const to = file('out.jpg');
  await encode(await shape(decoded, wanted), wanted, to);
  await attachGainMap(source, wanted, decoded.raw, to);
  return to;
}

async function supplied(change: Partial<UltraHdr> = {}): Promise<string> {
  writeFileSync(file('photo.jpg'), await ultraHdr(change));
  return file('photo.jpg');
}

/** The second picture, cut out by ExifTool. */
const mapOf = (path: string): Buffer => execFileSync('exiftool', ['-b', '-MPImage2', path], { maxBuffer: 1 << 26 });

/** The bright square's edges, as shares of width and height. */
async function squareOf(picture: string | Buffer): Promise<number[]> {
  const { data, info } = await sharp(picture)
    .keepIccProfile()
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bright = [...data.keys()].filter((at) => (data[at] as number) > 128);
  const across = bright.map((at) => at % info.width);
  const down = bright.map((at) => Math.floor(at / info.width));
  const edge = (places: number[], side: number) => [
    places.reduce((a, b) => Math.min(a, b)) / side,
    (places.reduce((a, b) => Math.max(a, b)) + 1) / side,
  ];
  return [...edge(across, info.width), ...edge(down, info.height)];
}

describe('a rendition with its gain map', () => {
  test.each([
    ['whole', {}, {}],
    ['cut out and smaller', {}, { crop: { left: 100, top: 60, width: 700, height: 500 }, width: 350, height: 250 }],
    ['cut out at odd numbers', {}, { crop: { left: 37, top: 91, width: 1201, height: 677 }, width: 601, height: 339 }],
    ['turned by the telephone', { orientation: 6 }, { crop: { left: 0, top: 0, width: 1280, height: 1600 }, width: 640, height: 800 }],
    ['mirrored and turned', { orientation: 5 }, { crop: { left: 0, top: 0, width: 1280, height: 1600 }, width: 640, height: 800 }],
    ['upside down', { orientation: 3 }, {}],
    ['mirrored', { orientation: 4 }, {}],
  ] as const)('lies under it when it is %s', async (_, source, change) => {
    const to = await render(await supplied(source), recipe(change));
    const map = mapOf(to);
    const edges = await squareOf(to);
    const { width = 0, height = 0 } = await sharp(map).metadata();
    for (const [at, edge] of (await squareOf(map)).entries())
      expect(Math.abs(edge - (edges[at] as number))).toBeLessThan(1.01 / (at < 2 ? width : height));
    // As much smaller than the rendition as it was than the photo.
    expect(width).toBe(Math.round(recipe(change).width / 4));
  });

  test('says the same of its tones, tells of itself and keeps the rights', async () => {
    const rights = { creator: 'Åse', terms: 'all media' };
    const to = await render(await supplied(), recipe({ rights }));
    const [told] = JSON.parse(execFileSync('exiftool', ['-json', '-G1', '-a', to], { encoding: 'utf8' })) as Record<string, unknown>[];
    expect(told).toMatchObject({
      'XMP-dc:Creator': 'Åse',
      'XMP-xmpRights:UsageTerms': 'all media',
      'XMP-hdrgm:Version': 1,
      'MPF0:NumberOfImages': 2,
    });
    const map = mapOf(to);
    expect(told?.['XMP-Container:DirectoryItemLength']).toBe(map.length);
    const said = JSON.parse(execFileSync('exiftool', ['-json', '-'], { input: map, encoding: 'utf8' })) as unknown[];
    expect(said[0]).toMatchObject({ GainMapMax: 4, HDRCapacityMax: 4, BaseRenditionIsHDR: false });
    expect(execFileSync('exiftool', ['-validate', '-s3', to], { encoding: 'utf8' })).toMatch(/^(OK|1 Warning \(minor\))/);
  });

  test('shows the light of the photo to who can read it', async () => {
    const to = await render(await supplied(), recipe({}));
    // Without numbers that it understands, libultrahdr tells of no map at all.
    expect((await sharp(to).metadata()).gainMap?.image).toEqual(mapOf(to));
    const spot = await sharp(await sharp(mapOf(to)).extract({ left: 30, top: 25, width: 20, height: 20 }).toBuffer()).stats();
    expect(spot.channels[0]?.mean).toBeGreaterThan(250);
  });

  test('by ISO 21496-1 alone, as libultrahdr writes it', async () => {
    // sharp's types do not know it yet.
    const opened = sharp(await ultraHdr()) as Sharp & { keepGainMap(): Sharp };
    await opened.keepGainMap().jpeg().toFile(file('iso.jpg'));
    expect(readFileSync(file('iso.jpg')).includes('GainMapMax')).toBe(false);
    expect(await probePicture(file('iso.jpg'), 'jpeg', LIMIT)).toMatchObject({ gainMap: 'usable' });
    const to = await render(file('iso.jpg'), recipe({}));
    expect(
      readFileSync(to)
        .toString('latin1')
        .match(/urn:iso:std:iso:ts:21496:-1/g),
    ).toHaveLength(2);
    expect((await sharp(mapOf(to)).metadata()).width).toBe(200);
  });

  test('may be in Display P3', async () => {
    const to = await render(await supplied({ profile: 'p3' }), recipe({ to: 'p3' }));
    expect(execFileSync('exiftool', ['-s3', '-ICC_Profile:ProfileDescription', to], { encoding: 'utf8' }).trim()).toBe('sP3C');
  });

  test('is refused for a photo that has none', async () => {
    await sharp({ create: { width: 1600, height: 1280, channels: 3, background: '#888' } })
      .jpeg()
      .toFile(file('plain.jpg'));
    await expect(render(file('plain.jpg'), recipe({ from: 'assumed srgb' }))).rejects.toThrow('no gain map');
  });
});

describe('facts', () => {
  test('a gain map is seen, and whether it can be used', async () => {
    expect(await probePicture(await supplied(), 'jpeg', LIMIT)).toMatchObject({ gainMap: 'usable' });
    expect(await probePicture(await supplied({ numbers: false }), 'jpeg', LIMIT)).toMatchObject({ gainMap: 'damaged' });
  });

  test('rights and persons beside a gain map are read, which sharp does not tell', async () => {
    const path = await supplied();
    execFileSync('exiftool', [
      '-q',
      '-overwrite_original',
      '-XMP-dc:Creator=Ada',
      '-IPTC:CopyrightNotice=(c) Ada',
      '-XMP-iptcExt:PersonInImage=Iris',
      path,
    ]);
    expect(await probePicture(path, 'jpeg', LIMIT)).toMatchObject({
      rights: { creator: 'Ada', copyright: '(c) Ada' },
      hasPersonalData: true,
    });
  });
});
