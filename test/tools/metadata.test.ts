/** Rights and persons as files tell them: in every way of writing that picture desks and cameras have. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { readPackets, rightsPacket } from '../../pipeline/tools/metadata.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-metadata-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const exiftool = (...args: string[]): string => execFileSync('exiftool', args, { encoding: 'utf8' });

/** What is read of a picture that ExifTool wrote this into. */
async function told(...args: string[]) {
  const path = join(folder, 'told.jpg');
  await sharp({ create: { width: 32, height: 24, channels: 3, background: '#884422' } })
    .jpeg()
    .toFile(path);
  exiftool('-q', '-overwrite_original', ...args, path);
  const { exif, iptc, xmpAsString } = await sharp(readFileSync(path)).metadata();
  return readPackets({ ...(exif ? { exif } : {}), ...(iptc ? { iptc } : {}), ...(xmpAsString ? { xmp: xmpAsString } : {}) });
}

describe('a name with accents', () => {
  const name = 'Hélène Détaille';

  test.each([
    ['EXIF in UTF-8, as cameras write it', ['-charset', 'exif=UTF8', `-Artist=${name}`]],
    ['EXIF in Latin letters of one byte', ['-charset', 'exif=Latin', `-Artist=${name}`]],
    ['IPTC that says it is UTF-8', ['-IPTC:CodedCharacterSet=UTF8', `-IPTC:By-line=${name}`]],
    ['IPTC that does not say so', ['-charset', 'iptc=UTF8', `-IPTC:By-line=${name}`]],
    ['IPTC in Latin letters of one byte', ['-charset', 'iptc=Latin', `-IPTC:By-line=${name}`]],
    ['XMP as element', [`-XMP-dc:Creator=${name}`]],
  ])('%s', async (_, args) => {
    expect((await told(...args)).rights.creator).toBe(name);
  });

  test('of the owner of the camera is one of a person', async () => {
    expect(await told('-charset', 'exif=UTF8', `-ExifIFD:OwnerName=${name}`)).toMatchObject({ hasPersonalData: true });
  });
});

test('XMP with single quotes round its attributes', async () => {
  const { rights } = await told('-api', 'Compact=Shorthand', '-XMP-photoshop:Credit=Studio "Getij"');
  expect(rights.credit).toBe('Studio "Getij"');
});

describe('several makers', () => {
  test.each([
    ['XMP', ['-XMP-dc:Creator=Iris', '-XMP-dc:Creator=Ada']],
    ['IPTC', ['-IPTC:By-line=Iris', '-IPTC:By-line=Ada']],
    ['EXIF', ['-Artist=Iris; Ada']],
  ])('are all read in %s', async (_, args) => {
    expect((await told(...args)).rights.creator).toBe('Iris; Ada');
  });

  test('are written one by one', () => {
    const packet = rightsPacket({ creator: 'Iris; Ada & Co' });
    const found = execFileSync('exiftool', ['-j', '-XMP-dc:Creator', '-'], { input: packet, encoding: 'utf8' });
    expect(JSON.parse(found)[0].Creator).toEqual(['Iris', 'Ada & Co']);
  });
});

test.each([
  ['regions of faces', ['-RegionInfo={RegionList=[{Name=Ada,Type=Face,Area={X=0.5,Y=0.5,W=0.1,H=0.1,Unit=normalized}}]}']],
  ['tags of Windows', ['-RegionInfoMP={Regions=[{PersonDisplayName=Ada,Rectangle=0.1\\, 0.1\\, 0.2\\, 0.2}]}']],
  ['persons shown', ['-XMP-iptcExt:PersonInImage=Ada']],
])('people who are named in %s', async (_, args) => {
  expect(await told(...args)).toMatchObject({ hasPersonalData: true });
});

const PLUS = 'http://ns.useplus.org/ldf/vocab/';

describe('whose consent is open', () => {
  test.each([
    ['no model release', [`-XMP-plus:ModelReleaseStatus#=${PLUS}MR-NON`], 'people'],
    ['a limited one', [`-XMP-plus:ModelReleaseStatus#=${PLUS}MR-LMR`], 'people'],
    ['a full one', [`-XMP-plus:ModelReleaseStatus#=${PLUS}MR-UMR`, '-XMP-iptcExt:PersonInImage=Ada'], undefined],
    ['nobody to ask', [`-XMP-plus:ModelReleaseStatus#=${PLUS}MR-NAP`], undefined],
    ['people named, and nothing said of a release', ['-XMP-iptcExt:PersonInImage=Ada'], 'people'],
    ['no property release', [`-XMP-plus:PropertyReleaseStatus#=${PLUS}PR-NON`], 'property'],
    ['a full one of the property', [`-XMP-plus:PropertyReleaseStatus#=${PLUS}PR-UPR`], undefined],
    ['nothing said', ['-XMP-dc:Creator=Iris'], undefined],
  ])('%s', async (_, args, whose) => {
    expect((await told(...args)).unreleased).toBe(whose);
  });
});
