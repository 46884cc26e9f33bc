/** sharp: the numbers of a picture as its file holds them, upright, in its own colour space: nothing is converted. */
import type { Metadata, Sharp } from 'sharp';
import { channelsOf, type NumberSpace, type Numbers } from './lcms.ts';

export interface OwnNumbers {
  readonly width: number;
  readonly height: number;
  readonly space: NumberSpace;
  readonly depth: 8 | 16;
  /** Without alpha. */
  readonly numbers: Numbers;
  /** 8 bits per pixel. */
  readonly alpha?: Uint8Array;
}

/** sharp's name of a space, the one to ask it for, and ours. */
const SPACES: Readonly<Record<string, readonly [ask: 'srgb' | 'rgb16' | 'b-w' | 'grey16' | 'cmyk' | 'lab', space: NumberSpace]>> = {
  srgb: ['srgb', 'rgb'],
  rgb16: ['rgb16', 'rgb'],
  'b-w': ['b-w', 'grey'],
  grey16: ['grey16', 'grey'],
  cmyk: ['cmyk', 'cmyk'],
  lab: ['lab', 'lab'],
  labs: ['lab', 'lab'],
};

/** Ours for the space of a picture; nothing for those that only sharp can read, such as linear light. */
export const numberSpaceOf = ({ space }: Pick<Metadata, 'space'>): NumberSpace | undefined => SPACES[space ?? '']?.[1];

/** @param picture opened and perhaps sized, with nothing said of its colours */
export async function readOwnNumbers(picture: Sharp, metadata: Metadata): Promise<OwnNumbers> {
  const [ask, space] = SPACES[metadata.space ?? ''] ?? ['srgb', 'rgb'];
  const isDeep = metadata.depth !== 'uchar' && metadata.depth !== 'char';
  const depth = space === 'lab' || isDeep ? 16 : 8;
  // Only so are the numbers left alone: sharp converts CMYK and Lab unless it works in them too.
  const working = ask === 'cmyk' || ask === 'lab' ? picture.pipelineColourspace(ask) : picture;
  const { data, info } = await working
    .autoOrient()
    .keepIccProfile()
    .toColourspace(ask)
    .raw({ depth: space === 'lab' ? 'float' : isDeep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const channels = channelsOf(space);
  const all = space === 'lab' ? labIn16(data, info.channels) : isDeep ? shorts(data) : data;
  if (info.channels === channels) return { width, height, space, depth, numbers: all };
  const [numbers, alpha] = withoutAlpha(all, channels, info.channels);
  return { width, height, space, depth, numbers, alpha };
}

const shorts = (data: Buffer): Uint16Array => new Uint16Array(data.buffer, data.byteOffset, data.length >> 1);

/** L of 0–100, a and b of −128 to 127 as ICC version 4 writes them in 16 bits. */
function labIn16(data: Buffer, channels: number): Uint16Array {
  const values = new Float32Array(data.buffer, data.byteOffset, data.length >> 2);
  const within = (value: number): number => Math.min(65535, Math.max(0, Math.round(value)));
  const out = new Uint16Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const channel = at % channels;
    const value = values[at] as number;
    out[at] = within(channel === 0 ? value * 655.35 : channel < 3 ? (value + 128) * 257 : value * 257);
  }
  return out;
}

function withoutAlpha(all: Numbers, colours: number, channels: number): [Numbers, Uint8Array] {
  const count = all.length / channels;
  const numbers = all instanceof Uint16Array ? new Uint16Array(count * colours) : new Uint8Array(count * colours);
  const alpha = new Uint8Array(count);
  const shift = all instanceof Uint16Array ? 8 : 0;
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < colours; channel++) numbers[pixel * colours + channel] = all[pixel * channels + channel] as number;
    alpha[pixel] = (all[pixel * channels + colours] as number) >> shift;
  }
  return [numbers, alpha];
}
