/** Rights and camera metadata of the pictures, as sharp takes them. */

const ARTIST = 'Kaaifestival / Studio Getij';
const COPYRIGHT = '© 2027 Kaaifestival';

/** EXIF blocks with the rights, plus any others (IFD0, IFD2, IFD3) given. */
export function rightsExif(extra = {}) {
  return { ...extra, IFD0: { Artist: ARTIST, Copyright: COPYRIGHT, ...extra.IFD0 } };
}

/** An XMP packet with creator, rights and credit. */
export function rightsXmp(title) {
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ' +
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">\n' +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>\n` +
    `<dc:creator><rdf:Seq><rdf:li>${ARTIST}</rdf:li></rdf:Seq></dc:creator>\n` +
    `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">` +
    `${COPYRIGHT}</rdf:li></rdf:Alt></dc:rights>\n` +
    '<photoshop:Credit>Kaaifestival / Studio Getij</photoshop:Credit>\n' +
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
  );
}

/** Camera, time and place of publiek-op-de-trappen: 51.23 N 4.40 E, 4 July 2026. */
export const CAMERA_AND_PLACE = {
  IFD0: { Make: 'Getij', Model: 'Getij K1' },
  IFD2: {
    DateTimeOriginal: '2026:07:04 22:24:18',
    OffsetTimeOriginal: '+02:00',
    ExposureTime: '1/60',
    FNumber: '2/1',
    ISOSpeedRatings: '3200',
    FocalLength: '35/1',
    LensMake: 'Getij',
    LensModel: 'Getij 35mm F1.8',
    ColorSpace: '1',
  },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 13/1 48/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '4/1 24/1 0/1',
  },
};
