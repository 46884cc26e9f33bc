/** What the embedded profile of a picture is, and how much of the picture sRGB cannot show; runs in the picture process. */
import type { Metadata } from 'sharp';
import type { ColourFacts } from '../model/asset.ts';
import { shareBeyondSrgb } from '../pixels/gamut.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { type IccProfile, readIcc } from './icc.ts';
import { type Converter, type Numbers, openConverter } from './lcms.ts';
import { numberSpaceOf, readOwnNumbers } from './own-numbers.ts';
import { openPicture } from './picture-open.ts';

/** Pixels looked at, and the side of the picture that they are taken from where its numbers are not at hand. */
const SAMPLES = 4096;
const SMALL = 96;

/**
 * @param whole in 8 bits, as it lies in the file: its own numbers where it is plain RGB
 * @param assumed profile of a file that embeds none
 */
export async function colourFacts(
  path: string,
  metadata: Metadata,
  whole: Pixels | undefined,
  limitPixels: number,
  assumed?: Buffer,
): Promise<ColourFacts | undefined> {
  const space = numberSpaceOf(metadata);
  const icc = metadata.icc ?? assumed;
  if (!space || (!icc && space !== 'lab')) return undefined;
  const profile: IccProfile | undefined = space === 'lab' ? { name: '', class: 'space', space, kind: 'tables' } : icc && readIcc(icc);
  const gamut = { rgb: 'srgb', cmyk: 'cmyk', grey: 'grey', lab: 'lab' } as const;
  const faulty = (fault: 'damaged' | 'mismatch'): ColourFacts => ({
    class: profile?.class ?? 'other',
    gamut: gamut[space],
    beyond: 0,
    fault,
  });
  if (!profile) return faulty('damaged');
  if (profile.space !== space || profile.class === 'other') return faulty('mismatch');
  const isOwn = whole !== undefined && metadata.space === 'srgb' && metadata.depth === 'uchar';
  const depth = space === 'lab' || metadata.depth !== 'uchar' ? 16 : 8;
  const from = space === 'lab' ? 'lab' : (icc as Buffer);
  let converter: Converter;
  try {
    converter = await openConverter({ from, space, depth, to: 'lab', intent: 'relative', blackPoint: false });
  } catch {
    return faulty('damaged');
  }
  try {
    const isWide = space === 'rgb' && shareBeyondSrgb(await labOf(primaries(depth), converter)) > 0;
    const facts = { class: profile.class, gamut: isWide ? 'wide' : gamut[space] } as const;
    if (facts.gamut === 'srgb' || facts.gamut === 'grey') return { ...facts, beyond: 0 };
    const numbers = isOwn ? someOf(whole) : await smallNumbers(path, metadata, limitPixels);
    return { ...facts, beyond: Number(shareBeyondSrgb(await labOf(numbers, converter)).toFixed(4)) };
  } finally {
    converter.close();
  }
}

const primaries = (depth: 8 | 16): Numbers => {
  const full = depth === 8 ? 255 : 65535;
  const numbers = [full, 0, 0, 0, full, 0, 0, 0, full];
  return depth === 8 ? Uint8Array.from(numbers) : Uint16Array.from(numbers);
};

async function labOf(numbers: Numbers, converter: Converter): Promise<Float32Array> {
  const encoded = await converter.convert(numbers);
  return Float32Array.from(encoded, (value, at) => (at % 3 === 0 ? value / 655.35 : value / 257 - 128));
}

/** An even grid of pixels over the whole picture. */
function someOf({ width, height, channels, data }: Pixels): Uint8Array {
  const step = Math.max(1, Math.sqrt((width * height) / SAMPLES));
  const [across, down] = [Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step))];
  const numbers = new Uint8Array(across * down * 3);
  for (let row = 0, to = 0; row < down; row++) {
    for (let column = 0; column < across; column++, to += 3) {
      const y = Math.min(height - 1, Math.floor((row + 0.5) * step));
      const from = (y * width + Math.min(width - 1, Math.floor((column + 0.5) * step))) * channels;
      for (let channel = 0; channel < 3; channel++) numbers[to + channel] = data[from + channel] as number;
    }
  }
  return numbers;
}

async function smallNumbers(path: string, metadata: Metadata, limitPixels: number): Promise<Numbers> {
  const small = (await openPicture(path, limitPixels)).resize(SMALL, SMALL, { fit: 'inside', withoutEnlargement: true });
  return (await readOwnNumbers(small, metadata)).numbers;
}
