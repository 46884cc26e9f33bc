/** Reads what a picture says about itself: profile name, rights, and data about persons. */
import readExif from 'exif-reader';
import type { ImageFacts } from '../model/asset.ts';
import { escapeHtml } from '../model/html.ts';
import { captureOf, originOf } from './metadata-origin.ts';

interface Packets {
  readonly exif?: Buffer;
  readonly iptc?: Buffer;
  readonly xmp?: string;
  /** Texts of PNG, a line for each: `keyword: text`. */
  readonly notes?: string;
  /** Of C2PA. */
  readonly manifest?: Buffer;
}

type Told = Pick<ImageFacts, 'rights' | 'unreleased' | 'hasGps' | 'hasPersonalData' | 'capture' | 'origin'>;

/** Rights by preference XMP, IPTC, EXIF: the order in which picture desks fill them in. */
export function readPackets({ exif, iptc, xmp = '', notes = '', manifest }: Packets): Told {
  const tags = exifOf(exif);
  const capture = captureOf(tags);
  const comment: unknown = tags?.Photo?.['UserComment'];
  // Two bytes a letter, in either order; what is looked for are Latin letters.
  const said = comment instanceof Uint8Array ? Buffer.from(comment).toString('latin1').replaceAll('\0', '') : '';
  const origin = originOf(xmp, manifest, `${notes}\n${said}`);
  const iim = iptc ? iptcOf(iptc) : {};
  const image: Record<string, unknown> = { ...tags?.Image };
  const photo: Record<string, unknown> = { ...tags?.Photo };
  const gps: Record<string, unknown> = { ...tags?.GPSInfo };
  const creator = text(listOf(xmp, 'dc:creator').join('; '), iim[BY_LINE], image['Artist']);
  const credit = text(xmpOf(xmp, 'photoshop:Credit'), iim[110]);
  const copyright = text(xmpOf(xmp, 'dc:rights'), iim[116], image['Copyright']);
  const terms = text(xmpOf(xmp, 'xmpRights:UsageTerms'));
  const page = text(xmpOf(xmp, 'xmpRights:WebStatement'));
  const until = text(xmpOf(xmp, 'plus:LicenseEndDate'), dayOf(iim[37]));
  const unreleased = unreleasedIn(xmp);
  return {
    rights: {
      ...(creator ? { creator } : {}),
      ...(credit ? { credit } : {}),
      ...(copyright ? { copyright } : {}),
      ...(terms ? { terms } : {}),
      ...(page ? { page } : {}),
      ...(until ? { until: until.slice(0, 10) } : {}),
    },
    ...(unreleased ? { unreleased } : {}),
    // A GPS block may hold nothing but its version.
    hasGps: 'GPSLatitude' in gps || /exif:GPSLatitude/.test(xmp),
    hasPersonalData:
      ['BodySerialNumber', 'CameraOwnerName', 'LensSerialNumber'].some((tag) => text(photo[tag]) !== undefined) ||
      /aux:(Serial|Owner)|exifEX:(BodySerialNumber|CameraOwnerName)/.test(xmp) ||
      NAMED.test(xmp),
    ...(capture ? { capture } : {}),
    ...(origin ? { origin } : {}),
  };
}

/** People by name: as IPTC lists them, and in the regions of faces that programs of photographers and Windows draw. */
const NAMED = /Iptc4xmpExt:PersonInImage|mwg-rs:Name|MPReg:PersonDisplayName/;

/** Codes of PLUS: none at all, or a limited or incomplete one, is as good as not asked (vocabulary read November 2026). */
function unreleasedIn(xmp: string): ImageFacts['unreleased'] {
  const stated = (kind: string): string | undefined =>
    new RegExp(`:${kind}ReleaseStatus[\\s\\S]{0,200}?vocab/[MP]R-(\\w{3})`).exec(xmp)?.[1];
  const model = stated('Model');
  if (model === undefined ? NAMED.test(xmp) : model === 'NON' || model === 'LMR') return 'people';
  const property = stated('Property');
  return property === 'NON' || property === 'LPR' ? 'property' : undefined;
}

/** The first that says anything. EXIF comes as bytes where its letters are not ASCII. */
function text(...values: unknown[]): string | undefined {
  const told = values.map((value) => (value instanceof Uint8Array ? lettersOf(value) : typeof value === 'string' ? value : ''));
  return told.map((value) => value.replace(/\0+/g, ' ').trim()).find((value) => value !== '');
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const WESTERN = new TextDecoder('windows-1252');

/** Neither EXIF nor IPTC is sure to say which letters it uses: what cannot be UTF-8 is Western European, as older programs write. */
function lettersOf(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return WESTERN.decode(bytes);
  }
}

/** Cameras set to Adobe RGB say so by the interoperability index R03 and by a colour space that is not calibrated. */
export function saysAdobeRgb(exif: Buffer | undefined): boolean {
  const tags = exifOf(exif);
  const index: unknown = tags?.Iop?.['InteroperabilityIndex'];
  const space: unknown = tags?.Photo?.['ColorSpace'];
  // Some write 2 instead, which never was in the standard.
  return space !== 1 && (space === 2 || String(index ?? '').startsWith('R03'));
}

/**
 * An XMP packet with rights and nothing else, by the names that picture desks and search engines read
 * (IPTC Photo Metadata 2023.1 and PLUS; read November 2026).
 */
export function rightsPacket(rights: ImageFacts['rights']): string {
  const { creator, credit, copyright, terms, page, until } = rights;
  const attributes = [
    ...(credit ? [`photoshop:Credit="${escapeXml(credit)}"`] : []),
    ...(creator || copyright ? ['xmpRights:Marked="True"'] : []),
    ...(page ? [`xmpRights:WebStatement="${escapeXml(page)}"`] : []),
    ...(until ? [`plus:LicenseEndDate="${escapeXml(until)}"`] : []),
  ];
  const alternatives = (name: string, text: string): string =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
  const item = (text: string): string => `<rdf:li>${escapeXml(text)}</rdf:li>`;
  const members = [
    ...(creator
      ? [
          `<dc:creator><rdf:Seq>${creator
            .split(/\s*;\s*/)
            .map(item)
            .join('')}</rdf:Seq></dc:creator>`,
        ]
      : []),
    ...(copyright ? [alternatives('dc:rights', copyright)] : []),
    ...(terms ? [alternatives('xmpRights:UsageTerms', terms)] : []),
  ];
  const body = `${attributes.join(' ')}>${members.join('')}`;
  // Every byte goes into every rendition: only what is used is declared.
  const spaces = Object.entries(NAMESPACES).filter(([prefix]) => body.includes(`${prefix}:`));
  const declared = spaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ');
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${declared} ${body}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const NAMESPACES: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
};

function escapeXml(text: string): string {
  // Control characters other than white space cannot stand in XML at all.
  return escapeHtml(text.replace(/[^\P{Cc}\t\n]/gu, ''));
}

function exifOf(exif: Buffer | undefined): ReturnType<typeof readExif> | undefined {
  if (!exif) return undefined;
  try {
    return readExif(exif);
  } catch {
    // A damaged EXIF block says nothing; the picture itself may well be sound.
    return undefined;
  }
}

/** Value of an XMP property, written as element, as attribute, or in an alternative or list. */
function xmpOf(xmp: string, property: string): string | undefined {
  const attribute = new RegExp(`${property}\\s*=\\s*(["'])([\\s\\S]+?)\\1`).exec(xmp)?.[2];
  const element = elementOf(xmp, property);
  const item = element && (itemsOf(element)[0] ?? element);
  return attribute === undefined ? item && plain(item) : plain(attribute);
}

/** Every member of a list. */
function listOf(xmp: string, property: string): string[] {
  const items = itemsOf(elementOf(xmp, property) ?? '').map(plain);
  return items.length > 0 ? items : [xmpOf(xmp, property) ?? ''];
}

function elementOf(xmp: string, property: string): string | undefined {
  return new RegExp(`<${property}[^>]*>([\\s\\S]*?)</${property}>`).exec(xmp)?.[1];
}

function itemsOf(element: string): string[] {
  return [...element.matchAll(/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/g)].map(([, item = '']) => item);
}

function plain(value: string): string {
  return value
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(lt|gt|quot|apos|amp));/gi, (_, decimal?: string, hex?: string, name = '') =>
      decimal || hex ? String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex as string, 16)) : (ENTITIES[name] ?? ''),
    );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const BY_LINE = 80;

/** IPTC-IIM application record (2): data set number → text. */
function iptcOf(block: Buffer): Record<number, string> {
  const found: Record<number, string> = {};
  let at = block.indexOf(Buffer.from([0x1c, 0x02]));
  while (at >= 0 && at + 5 <= block.length && block[at] === 0x1c) {
    const length = block.readUInt16BE(at + 3);
    if (length > 0x7fff || at + 5 + length > block.length) break;
    const set = block[at + 2] as number;
    const said = lettersOf(block.subarray(at + 5, at + 5 + length));
    // Of all that is read here the makers alone may be several.
    if (block[at + 1] === 2) found[set] = set === BY_LINE && found[set] ? `${found[set]}; ${said}` : (found[set] ?? said);
    at += 5 + length;
  }
  return found;
}

function dayOf(date: string | undefined): string | undefined {
  return date && /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : undefined;
}

/** The description tag of an ICC profile, version 2 (`desc`) or 4 (`mluc`). */
export function profileName(profile: Buffer): string {
  if (profile.length < 132) return 'unnamed profile';
  const tags = Math.min(profile.readUInt32BE(128), 100);
  for (let tag = 0; tag < tags && 144 + tag * 12 <= profile.length; tag++) {
    const entry = 132 + tag * 12;
    if (profile.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const start = profile.readUInt32BE(entry + 4);
    const data = profile.subarray(start, start + profile.readUInt32BE(entry + 8));
    const name =
      data.toString('latin1', 0, 4) === 'mluc'
        ? unicodeName(data)
        : data.toString('latin1', 12, 12 + (data.length > 12 ? data.readUInt32BE(8) : 0));
    const clean = name.replace(/\0/g, '').trim();
    if (clean) return clean;
  }
  return 'unnamed profile';
}

function unicodeName(data: Buffer): string {
  if (data.length < 28) return '';
  const length = data.readUInt32BE(20);
  const start = data.readUInt32BE(24);
  return Buffer.from(data.subarray(start, start + (length & ~1)))
    .swap16()
    .toString('utf16le');
}
