/** sharp: the file of a rendition, read back before it counts; runs in the picture process. */
import { writeFile } from 'node:fs/promises';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { FoundQuality, ImageRecipe, QualityRecipe, Sought } from '../model/recipe.ts';
import { openPalette } from '../pixels/distinct.ts';
import { rightsPacket } from './metadata.ts';
import type { Raw } from './renditions.ts';
import { proveTag, tagged } from './tagged.ts';

/** Trials to get under a limit of bytes; every second one halves what is left of the way at worst. */
const TRIALS = 8;

/** What decides how pixels are coded. */
type Coding = Pick<ImageRecipe, 'format' | 'effort' | 'lossless' | 'chroma' | 'mozjpeg'>;

export function code(picture: Sharp, { format, effort, lossless, chroma, mozjpeg }: Coding, quality: number): Sharp {
  const slowness = effort === undefined ? {} : { effort };
  switch (format) {
    case 'avif':
      return picture.avif({ quality, ...slowness, ...(chroma ? { chromaSubsampling: chroma } : {}) });
    case 'webp':
      return picture.webp(lossless ? { lossless, ...slowness } : { quality, ...slowness });
    case 'jpeg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality, ...(mozjpeg ? { mozjpeg } : {}) });
    case 'png':
      // A house that asks for less than all takes a palette; its colours are as many as that quality needs.
      return picture.png({ compressionLevel: 9, ...(quality < 100 ? { palette: true, quality } : {}) });
    case 'gif':
      return picture.gif();
  }
}

/**
 * @param found quality that was sought; absent when the recipe gives one.
 * @returns the bytes of the file, and the quality it was coded at where the recipe leaves it open.
 */
export async function encode(
  shaped: Raw,
  recipe: ImageRecipe | QualityRecipe,
  to: string,
  found?: FoundQuality,
): Promise<{ readonly found?: FoundQuality; readonly bytes: number }> {
  const rights = 'rights' in recipe ? recipe.rights : undefined;
  const packet = rights && rightsPacket(rights);
  // What enters here are bare pixels, so nothing of the source is carried along.
  const bare = await tagged(shaped, recipe.to);
  const picture = packet === undefined ? bare : bare.withXmp(packet);
  const quality = found?.quality ?? (recipe.quality as number);
  const codeAt = (tried: number): Promise<{ data: Buffer; info: OutputInfo }> =>
    code(picture.clone(), recipe, tried).toBuffer({ resolveWithObject: true });
  const whole = { quality, ...(await codeAt(quality)) };
  const first = recipe.format === 'png' && quality === 100 ? await withPalette(shaped, picture, whole) : whole;
  const limit = 'maxBytes' in recipe ? recipe.maxBytes : undefined;
  const { least } = typeof recipe.quality === 'number' ? { least: 1 } : (recipe.quality as Sought);
  const fitting =
    limit !== undefined && first.data.length > limit && recipe.format !== 'png' ? await underLimit(codeAt, first, least, limit) : first;
  const { data, info } = fitting;
  // "No error" proves nothing: what came out must be what was decided.
  if (info.width !== recipe.width || info.height !== recipe.height) {
    throw new Error(`the encoder gave ${info.width} × ${info.height} px instead of ${recipe.width} × ${recipe.height}`);
  }
  const said = await sharp(data).metadata();
  if (packet !== undefined && said.xmpAsString !== packet) throw new Error('the rights were not written');
  await proveTag(said, recipe.to);
  await writeFile(to, data);
  const bytes = data.length;
  if (found && fitting.quality === found.quality) return { found, bytes };
  return limit === undefined ? { bytes } : { found: { quality: fitting.quality }, bytes };
}

/** Most colours that a palette holds. */
const COLOURS = 256;
/** Pixels that are counted at once. */
const BLOCK = 1 << 14;

/** A drawing of few colours says each once; taken only where every pixel that is seen comes out as it went in, and lighter. */
async function withPalette<Coded extends { readonly data: Buffer; readonly info: OutputInfo }>(
  { data, raw: { channels } }: Raw,
  picture: Sharp,
  whole: Coded,
): Promise<Coded> {
  // Grey comes out of the encoder with as few channels as it needs.
  if (channels < 3) return whole;
  const colours = coloursIn(data, channels);
  if (colours > COLOURS) return whole;
  const few = await picture
    .clone()
    .png({ compressionLevel: 9, palette: true, quality: 100, dither: 0, effort: 10, colours: Math.max(2, colours) })
    .toBuffer({ resolveWithObject: true });
  if (few.data.length >= whole.data.length) return whole;
  const back = sharp(few.data).keepIccProfile().toColourspace('srgb');
  const seen = await (channels === 4 ? back.ensureAlpha() : back.removeAlpha()).raw().toBuffer();
  return isSame(seen, data, channels) ? { ...whole, ...few } : whole;
}

/** @returns more than a palette holds as soon as that is sure */
function coloursIn(data: Buffer, channels: number): number {
  const palette = openPalette(channels);
  let colours = 0;
  for (let at = 0; at < data.length && colours <= COLOURS; at += BLOCK * channels)
    colours += palette.add(data.subarray(at, at + BLOCK * channels)).fresh.length / channels;
  return colours;
}

/** Colours behind what cannot be seen do not count. */
function isSame(one: Buffer, other: Buffer, channels: number): boolean {
  if (one.length !== other.length) return false;
  if (channels === 3) return one.equals(other);
  for (let at = 0; at < one.length; at += 4) {
    if (one[at + 3] !== other[at + 3]) return false;
    if (one[at + 3] !== 0 && (one[at] !== other[at] || one[at + 1] !== other[at + 1] || one[at + 2] !== other[at + 2])) return false;
  }
  return true;
}

/** The highest quality that stays under the limit; when none does, the lowest: its weight becomes a finding. */
async function underLimit<Coded extends { readonly data: Buffer }>(
  codeAt: (quality: number) => Promise<Coded>,
  first: Coded & { readonly quality: number },
  least: number,
  limit: number,
): Promise<Coded & { readonly quality: number }> {
  let low = { quality: least, ...(await codeAt(least)) };
  if (low.data.length > limit) return low;
  let high = first;
  let side = 0;
  for (let trial = 0; trial < TRIALS && high.quality - low.quality > 1; trial++) {
    // Bytes grow about as a power of quality: the straight line between their logarithms is near.
    const share = Math.log(limit / low.data.length) / Math.log(high.data.length / low.data.length);
    // The curve bends: where the line has missed on one side twice, it would go on to, and the other end would never move.
    const guess = Math.floor(low.quality + (Math.abs(side) < 2 ? share : 0.5) * (high.quality - low.quality));
    const quality = Math.max(low.quality + 1, Math.min(high.quality - 1, guess));
    const tried = { quality, ...(await codeAt(quality)) };
    const isHeavy = tried.data.length > limit;
    if (isHeavy) high = tried;
    else low = tried;
    side = isHeavy ? Math.max(0, side) + 1 : Math.min(0, side) - 1;
  }
  return low;
}
