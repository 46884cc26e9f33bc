/** An UltraHDR photo as a telephone saves it: an ordinary JPEG, and behind it a map of how much brighter each place may be. */
import sharp from 'sharp';

const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');

export interface UltraHdr {
  readonly width: number;
  readonly height: number;
  /** As EXIF counts; both pictures lie as the sensor did. */
  readonly orientation: number;
  readonly profile: 'srgb' | 'p3';
  /** Left out, nobody can tell what the map means. */
  readonly numbers: boolean;
}

/** Black but for a bright square in the top left quarter of what the sensor saw, where the map says: 4 stops more. */
export async function ultraHdr(change: Partial<UltraHdr> = {}): Promise<Buffer> {
  const { width, height, orientation, profile, numbers } = {
    width: 1600,
    height: 1280,
    orientation: 1,
    profile: 'srgb' as const,
    numbers: true,
    ...change,
  };
  const square = (side: number, colour: string) => ({ create: { width: side, height: side, channels: 3 as const, background: colour } });
  const scene = (scale: number, colour: string, ground: string) =>
    sharp({ create: { width: width / scale, height: height / scale, channels: 3, background: ground } }).composite([
      { input: square(height / 4 / scale, colour), left: width / 8 / scale, top: height / 8 / scale },
    ]);
  const plainMap = await scene(4, '#ffffff', '#000000').toColourspace('b-w').jpeg({ quality: 95 }).toBuffer();
  const said = described(
    'hdrgm:Version="1.0" hdrgm:GainMapMin="0" hdrgm:GainMapMax="4" hdrgm:Gamma="1" hdrgm:OffsetSDR="0" hdrgm:OffsetHDR="0" hdrgm:HDRCapacityMin="0" hdrgm:HDRCapacityMax="4" hdrgm:BaseRenditionIsHDR="False"',
  );
  const map = numbers ? Buffer.concat([plainMap.subarray(0, 2), segment(0xe1, [XMP, said]), plainMap.subarray(2)]) : plainMap;
  const base = await scene(1, '#ffe0a0', '#202020').withMetadata({ orientation }).withIccProfile(profile).jpeg({ quality: 90 }).toBuffer();
  const directory =
    '<Container:Directory><rdf:Seq>' +
    '<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/></rdf:li>' +
    `<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg" Item:Length="${map.length}"/></rdf:li>` +
    '</rdf:Seq></Container:Directory>';
  const container = segment(0xe1, [XMP, described('hdrgm:Version="1.0"', directory)]);
  const start = 2 + container.length + 4;
  const length = base.length + container.length + 90;
  const numbersOfDirectory = [
    8, 0x0003b000, 0x00070000, 0x00043031, 0x3030b001, 0x00040000, 0x00010000, 0x0002b002, 0x00070000, 0x00200000, 0x00320000, 0,
  ];
  const entries = [0x00030000, length, 0, 0, 0, map.length, length - start - 4, 0];
  const multi = Buffer.alloc(86);
  multi.write('MPF\0MM\0*', 'latin1');
  for (const [at, field] of numbersOfDirectory.entries()) multi.writeUInt32BE(field, 8 + at * 4);
  for (const [at, field] of entries.entries()) multi.writeUInt32BE(field, 54 + at * 4);
  return Buffer.concat([base.subarray(0, 2), container, segment(0xe2, [multi]), base.subarray(2), map]);
}

const described = (attributes: string, body = ''): Buffer =>
  Buffer.from(
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/"' +
      ` xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" ${attributes}>${body}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );

function segment(marker: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
}
