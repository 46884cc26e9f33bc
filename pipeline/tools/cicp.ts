/** Colour by code points (ITU-T H.273), which PNG, HEIF and AVIF may carry beside or instead of a profile; sharp does not tell them (0.35.5). */
import { open } from 'node:fs/promises';
import type { ImageFacts } from '../model/asset.ts';
import { BT709, BT2020, P3, type Primaries } from '../pixels/hdr.ts';
import { type Codes, codesInHeif } from './heif-colour.ts';
import { sniff } from './sniff.ts';

/** Both stand before the pixels; heads with a profile of a megabyte have been seen. */
const HEAD = 2_000_000;

/**
 * @param original what `path` was developed from: few developers carry code points over
 * @returns nothing for files that say nothing, or sRGB.
 */
export async function codedColour(path: string, original = path): Promise<ImageFacts['coded']> {
  const [primaries, transfer] = (await codesOf(path)) ?? (path === original ? undefined : await codesOf(original)) ?? [];
  if (transfer === 16) return 'pq';
  if (transfer === 18) return 'hlg';
  // Display P3: its colorants with the curve of sRGB.
  return primaries === 12 && transfer === 13 ? 'p3' : undefined;
}

/** Colorants that a file states for PQ or HLG; those of BT.2100 where it states others or none. */
export async function codedPrimaries(path: string): Promise<Primaries> {
  const [primaries] = (await codesOf(path)) ?? [];
  return primaries === 1 ? BT709 : primaries === 12 ? P3 : BT2020;
}

async function codesOf(path: string): Promise<Codes | undefined> {
  const format = await sniff(path);
  if (format !== 'png' && format !== 'avif' && format !== 'heic') return undefined;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(HEAD, (await file.stat()).size)), 0, undefined, 0);
    const head = buffer.subarray(0, bytesRead);
    return format === 'png' ? inPng(head) : codesInHeif(head);
  } finally {
    await file.close();
  }
}

function inPng(head: Buffer): Codes | undefined {
  for (let at = 8; at + 12 <= head.length; at += 12 + head.readUInt32BE(at)) {
    const name = head.toString('latin1', at + 4, at + 8);
    if (name === 'cICP') return [head[at + 8] as number, head[at + 9] as number];
    if (name === 'IDAT') return undefined;
  }
  return undefined;
}
