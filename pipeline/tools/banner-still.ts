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
/** A picture whose lossless PNG weighs so many times the limit is no drawing: 256 colours would neither fit nor look well. */
const HOPELESS = 5;

interface Encoded {
  readonly format: StillFormat;
  readonly data: Buffer;
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
  if (asked('png') && !isPhoto) {
    const data = await source.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    // Nothing comes nearer than the frame itself.
    if (data.length <= wish.maxBytes) return { data, format: 'png', difference: 0 };
  }
  const candidates: Encoded[] = [];
  if (asked('jpeg')) candidates.push({ format: 'jpeg', data: await fitJpeg(picture, wish.maxBytes) });
  if (asked('png') && (!isPhoto || candidates.length === 0))
    candidates.push({ format: 'png', data: await source.clone().png({ palette: true, colours: 256, effort: 7 }).toBuffer() });
  // The palette is the same as a PNG's: it matters only to those who take no PNG.
  if (asked('gif') && !asked('png') && (!isPhoto || candidates.length === 0))
    candidates.push({ format: 'gif', data: await source.clone().gif({ colours: 256, effort: 7 }).toBuffer() });
  const fitting = candidates.filter(({ data }) => data.length <= wish.maxBytes);
  // When none fits, the lightest, and its weight becomes a finding.
  const compared = fitting.length > 0 ? fitting : candidates.sort((a, b) => a.data.length - b.data.length).slice(0, 1);
  const original = asOriginal(picture);
  const judged = await Promise.all(
    compared.map(async (one) => {
      const { data, info } = await sharp(one.data).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      return { ...one, difference: distanceFrom(original, { width, height, channels: info.channels, data }) };
    }),
  );
  const [nearest] = judged.sort((a, b) => a.difference - b.difference);
  if (!nearest) throw new Error('Internal error: a still in no format');
  return { ...nearest, difference: Math.round(nearest.difference * 1000) / 1000 };
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
