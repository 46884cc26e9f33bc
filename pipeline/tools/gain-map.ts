/**
 * Gain maps of UltraHDR photos: a second JPEG behind the first tells how much brighter each place may be. Here it is cropped
 * and sized with its picture and put behind the rendition, as Google's UltraHDR 1.1 and ISO 21496-1 lay it down. sharp's own
 * way leaves out the XMP that most readers look for, and the rights with it (0.35.5).
 */
import { readFile, writeFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import type { ImageFacts } from '../model/asset.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { openPicture } from './picture-open.ts';

const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const ISO = Buffer.from('urn:iso:std:iso:ts:21496:-1\0', 'latin1');
const APP1 = 0xe1;
const APP2 = 0xe2;
/** Its faults are multiplied on bright screens. */
const MAP_QUALITY = 90;

interface Segment {
  readonly marker: number;
  readonly body: Buffer;
}

/** Segments of a JPEG between its start and its first scan, and what follows. */
function segmentsOf(jpeg: Buffer): { readonly segments: readonly Segment[]; readonly rest: Buffer } | undefined {
  const segments: Segment[] = [];
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const length = jpeg.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > jpeg.length) return undefined;
    segments.push({ marker: jpeg[at + 1] as number, body: jpeg.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return jpeg[at + 1] === 0xda ? { segments, rest: jpeg.subarray(at) } : undefined;
}

function written({ marker, body }: Segment): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const isXmp = ({ marker, body }: Segment): boolean => marker === APP1 && body.subarray(0, XMP.length).equals(XMP);
const isIso = ({ marker, body }: Segment): boolean => marker === APP2 && body.subarray(0, ISO.length).equals(ISO);

/** The numbers that say what the map's tones mean; they hold at every size. */
function numbersOf(map: Buffer): readonly Segment[] {
  const segments = segmentsOf(map)?.segments ?? [];
  return segments.filter((one) => (isXmp(one) && one.body.includes('GainMapMax')) || (isIso(one) && one.body.length > ISO.length + 4));
}

/**
 * Programs that do not know gain maps drop them and keep the XMP that tells of one.
 * @returns nothing for an ordinary picture
 */
export async function stateOfGainMap({ gainMap, xmpAsString }: Metadata): Promise<ImageFacts['gainMap']> {
  const map = gainMap?.image;
  if (!map) return xmpAsString && /Semantic(="|>)GainMap/.test(xmpAsString) ? 'damaged' : undefined;
  if (numbersOf(map).length === 0) return 'damaged';
  try {
    await sharp(map, { failOn: 'warning' }).stats();
    return 'usable';
  } catch {
    return 'damaged';
  }
}

/**
 * Puts the source's gain map behind a rendition of it.
 * @param to the rendition, a JPEG with its rights and profile
 * @param full size of the upright source, px
 */
export async function attachGainMap(
  source: string,
  recipe: ImageRecipe,
  full: { readonly width: number; readonly height: number },
  to: string,
): Promise<void> {
  const { gainMap, orientation = 1 } = await (await openPicture(source, recipe.limitPixels)).metadata();
  if (!gainMap) throw new Error('the supplied file has no gain map');
  const numbers = numbersOf(gainMap.image);
  const shaped = segmentsOf(await shapeMap(gainMap.image, orientation, recipe, full));
  const base = segmentsOf(await readFile(to));
  if (!shaped || !base || numbers.length === 0) throw new Error('the gain map of the supplied file cannot be used');
  const map = Buffer.concat([Buffer.from([0xff, 0xd8]), ...[...numbers, ...shaped.segments].map(written), shaped.rest]);
  const hasXmp = numbers.some(isXmp);
  const own = (await packetsOfJpeg(to)).xmp;
  const packet = hasXmp ? containerPacket(own, map.length) : own;
  const others = base.segments.filter((one) => !isXmp(one));
  const before = [
    ...others.filter(({ marker }) => marker === 0xe0),
    ...(packet === undefined ? [] : [{ marker: APP1, body: Buffer.concat([XMP, Buffer.from(packet)]) }]),
    // Version of the standard that a reader must know, and that of the writer.
    ...(numbers.some(isIso) ? [{ marker: APP2, body: Buffer.concat([ISO, Buffer.alloc(4)]) }] : []),
  ].map(written);
  const after = [...others.filter(({ marker }) => marker !== 0xe0).map(written), base.rest];
  const start = 2 + lengthOf(before);
  const length = start + written(directory(0, 0, 0)).length + lengthOf(after);
  await writeFile(
    to,
    Buffer.concat([Buffer.from([0xff, 0xd8]), ...before, written(directory(length, map.length, start + 8)), ...after, map]),
  );
  const { gainMap: found } = await sharp(to).metadata();
  if (!found?.image.equals(map) || (await packetsOfJpeg(to)).xmp !== packet) throw new Error('the gain map was not written');
}

/** What sharp does not tell of a JPEG with a gain map (0.35.5). */
export async function packetsOfJpeg(path: string): Promise<{ readonly xmp?: string; readonly iptc?: Buffer }> {
  const segments = segmentsOf(await readFile(path))?.segments ?? [];
  const xmp = segments.find(isXmp)?.body.subarray(XMP.length).toString('utf8');
  const iptc = segments.find(({ marker }) => marker === 0xed)?.body;
  return { ...(xmp === undefined ? {} : { xmp }), ...(iptc ? { iptc } : {}) };
}

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** How EXIF's orientations 1 to 8 are undone: mirrored first, then turned, in degrees. */
const UPRIGHT = [
  [false, 0],
  [true, 0],
  [false, 180],
  [true, 180],
  [true, 270],
  [false, 90],
  [true, 90],
  [false, 270],
] as const;

/** The part of the map that lies under the crop, as much smaller than the rendition as the map was than the picture. */
async function shapeMap(
  map: Buffer,
  orientation: number,
  { crop, width }: ImageRecipe,
  full: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const [mirrored, turn] = UPRIGHT[orientation - 1] ?? UPRIGHT[0];
  const upright = await sharp(map).flop(mirrored).keepIccProfile().toColourspace('srgb').png({ compressionLevel: 0 }).toBuffer();
  const turned = await sharp(upright).rotate(turn).png({ compressionLevel: 0 }).toBuffer();
  const lying = await sharp(turned).metadata();
  const across = Math.max(1, Math.round((width * lying.width) / full.width));
  // Of source pixels; the whole map is sized and then cut, so that it is off by half of one of its own pixels at most.
  const scale = across / crop.width;
  const size = { width: Math.max(across, Math.round(full.width * scale)), height: Math.max(1, Math.round(full.height * scale)) };
  const down = Math.min(size.height, Math.max(1, Math.round(crop.height * scale)));
  const left = Math.min(size.width - across, Math.round(crop.left * scale));
  const top = Math.min(size.height - down, Math.round(crop.top * scale));
  const sized = await sharp(turned).resize(size.width, size.height, { fit: 'fill' }).png({ compressionLevel: 0 }).toBuffer();
  const cut = sharp(sized).extract({ left, top, width: across, height: down });
  const isGrey = (await sharp(map).metadata()).channels === 1;
  return (isGrey ? cut.toColourspace('b-w') : cut).jpeg({ quality: MAP_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** Rights and the directory of both pictures in one packet. */
function containerPacket(rights: string | undefined, mapLength: number): string {
  const item = (semantic: string, length = ''): string =>
    `<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="${semantic}" Item:Mime="image/jpeg"${length}/></rdf:li>`;
  const description =
    '<rdf:Description rdf:about="" xmlns:Container="http://ns.google.com/photos/1.0/container/"' +
    ' xmlns:Item="http://ns.google.com/photos/1.0/container/item/" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"' +
    ` hdrgm:Version="1.0"><Container:Directory><rdf:Seq>${item('Primary')}${item('GainMap', ` Item:Length="${mapLength}"`)}` +
    '</rdf:Seq></Container:Directory></rdf:Description>';
  const empty =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF></x:xmpmeta>';
  return (rights ?? empty).replace('</rdf:RDF>', `${description}</rdf:RDF>`);
}

/**
 * Multi-Picture Format (CIPA DC-007): a small TIFF that tells where the second picture lies.
 * @param header where its own TIFF begins; offsets count from there
 */
function directory(length: number, mapLength: number, header: number): Segment {
  const body = Buffer.alloc(86);
  // Big-endian; version 0100, two pictures, and their entries of 16 bytes: attributes, size, offset, nothing depends on them.
  body.write('MPF\0MM\0*', 'latin1');
  const fields = [
    8, 0x0003b000, 0x00070000, 0x00043031, 0x3030b001, 0x00040000, 0x00010000, 0x0002b002, 0x00070000, 0x00200000, 0x00320000,
  ];
  for (const [at, field] of fields.entries()) body.writeUInt32BE(field, 8 + at * 4);
  body.writeUInt32BE(0x00030000, 54);
  body.writeUInt32BE(length, 58);
  body.writeUInt32BE(mapLength, 74);
  body.writeUInt32BE(length - header, 78);
  return { marker: APP2, body };
}
