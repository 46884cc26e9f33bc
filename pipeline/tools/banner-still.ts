/** Encodes a still of a banner: of JPEG, PNG and GIF the one that comes nearest to the frame within a limit of bytes. */
import type { CaptureWish, StillFormat } from '../model/capture.ts';
import { asOriginal, distanceFrom } from '../pixels/difference.ts';
import type { Pixels } from '../pixels/pixels.ts';

type Wish = CaptureWish & { what: 'still' };

const BEST_QUALITY = 95;
const WORST_QUALITY = 30;
const FIRST_QUALITY = 80;
/** How much the logarithm of a JPEG's weight rises per step of quality, as a first guess (end frames of banners, November 2026). */
const SLOPE = 0.03;
/** A weight this near to the limit is not searched further. */
const NEAR = 0.95;
/** Encodings of one search. */
const TRIES = 5;
/** A browser's quick PNG weighs up to so many times what a careful one does: beyond that a PNG without loss cannot fit. */
const CAREFUL = 1.7;
/** A picture whose lossless PNG weighs so many times the limit is no drawing: 256 colours would neither fit nor look well. */
const HOPELESS = 5;
/** So near to the frame nobody tells them apart: 256 colours need not be tried. */
const NEAR_ENOUGH = 0.6;

interface Judged {
  readonly format: StillFormat;
  readonly data: Buffer;
  readonly difference: number;
}

/** @param losslessBytes of the PNG that the browser gave: its weight as a drawing, roughly */
export async function encodeStill(
  picture: Pixels,
  wish: Wish,
  losslessBytes: number,
): Promise<{ data: Buffer; format: StillFormat; difference: number }> {
  const { default: sharp } = await import('sharp');
  const { width, height } = picture;
  const source = sharp(picture.data, { raw: { width, height, channels: 3 } });
  const asked = (format: StillFormat): boolean => wish.formats.includes(format);
  const isPhoto = losslessBytes > HOPELESS * wish.maxBytes;
  if (asked('png') && losslessBytes <= CAREFUL * wish.maxBytes) {
    const data = await source.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    // Nothing comes nearer than the frame itself.
    if (data.length <= wish.maxBytes) return { data, format: 'png', difference: 0 };
  }
  let original: ReturnType<typeof asOriginal> | undefined;
  const judge = async (format: StillFormat, encoding: Promise<Buffer>): Promise<Judged> => {
    const encoded = await encoding;
    const { data, info } = await sharp(encoded).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    original ??= asOriginal(picture);
    return { format, data: encoded, difference: distanceFrom(original, { width, height, channels: info.channels, data }) };
  };
  const judged: Judged[] = [];
  if (asked('jpeg')) judged.push(await judge('jpeg', fitJpeg(picture, wish.maxBytes)));
  const [photo] = judged;
  if (!photo || (!isPhoto && photo.difference > NEAR_ENOUGH) || photo.data.length > wish.maxBytes) {
    if (asked('png')) judged.push(await judge('png', source.clone().png({ palette: true, colours: 256, effort: 7 }).toBuffer()));
    // The palette is the same as a PNG's: it matters only to those who take no PNG.
    else if (asked('gif')) judged.push(await judge('gif', source.clone().gif({ colours: 256, effort: 7 }).toBuffer()));
  }
  const fitting = judged.filter(({ data }) => data.length <= wish.maxBytes).sort((one, other) => one.difference - other.difference);
  // When none fits, the lightest, and its weight becomes a finding.
  const chosen = fitting[0] ?? judged.sort((one, other) => one.data.length - other.data.length)[0];
  if (!chosen) throw new Error('Internal error: a still in no format');
  return { ...chosen, difference: Math.round(chosen.difference * 1000) / 1000 };
}

/** The best quality that fits; when none does, the smallest. Weights grow evenly with quality, so few tries find it. */
async function fitJpeg({ data, width, height }: Pixels, maxBytes: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const source = sharp(data, { raw: { width, height, channels: 3 } });
  // Lettering suffers from halved colour resolution first.
  const encode = (quality: number): Promise<Buffer> =>
    source.clone().jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer();
  let low: { quality: number; data: Buffer } | undefined;
  let high: { quality: number; weight: number } | undefined;
  let quality = FIRST_QUALITY;
  for (let tries = 0; tries < TRIES; tries++) {
    const tried = await encode(quality);
    if (tried.length <= maxBytes) low = { quality, data: tried };
    else high = { quality, weight: tried.length };
    if (low && (low.data.length >= NEAR * maxBytes || low.quality === BEST_QUALITY)) break;
    const [least, most] = [low ? low.quality + 1 : WORST_QUALITY, high ? high.quality - 1 : BEST_QUALITY];
    if (least > most) break;
    const slope = low && high ? Math.log(high.weight / low.data.length) / (high.quality - low.quality) : SLOPE;
    const step = Math.log((NEAR + 1) / 2 / (tried.length / maxBytes)) / slope;
    quality = Math.max(least, Math.min(most, Math.floor(quality + step)));
  }
  return low?.data ?? encode(WORST_QUALITY);
}
