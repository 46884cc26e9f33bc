/** Tells what a file is from its first bytes; the name decides nothing. */
import { type FileHandle, open } from 'node:fs/promises';
import type { FileType } from '../model/asset.ts';
import { behindTag, CLIP_SIGNATURES } from './sniff-clip.ts';

const HEAD = 4096;

const SIGNATURES: readonly (readonly [FileType, (head: Buffer) => boolean])[] = [
  ['jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ['gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
  ['raw', isRaw],
  ['tiff', (head) => ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(head.toString('latin1', 0, 4))],
  ['avis', (head) => isBrand(head, /^avis/)],
  ['avif', (head) => isBrand(head, /^avif/)],
  ['heic', (head) => isBrand(head, /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/)],
  ['jxl', (head) => head.readUInt16BE(0) === 0xff0a || isBox(head, 'JXL ')],
  ['jp2', (head) => head.readUInt32BE(0) === 0xff4fff51 || isBox(head, 'jP  ')],
  ['psd', (head) => head.toString('latin1', 0, 4) === '8BPS'],
  ['bmp', (head) => head.toString('latin1', 0, 2) === 'BM'],
  ['pdf', (head) => head.toString('latin1', 0, 5) === '%PDF-'],
  ['eps', (head) => head.toString('latin1', 0, 11) === '%!PS-Adobe-' || head.readUInt32BE(0) === 0xc5d0d3c6],
  // Its directory follows, and holds at least one picture.
  ['ico', (head) => head.readUInt32BE(0) === 0x00000100 && head.readUInt16LE(4) > 0 && head.readUInt16LE(4) < 64 && head[9] === 0],
  ...CLIP_SIGNATURES,
  ['svg', (head) => /<svg[\s>]/i.test(head.toString('utf8'))],
  ['text', (head) => isText(head)],
];

export async function sniff(path: string): Promise<FileType> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    if (bytesRead < 12) return bytesRead > 0 && isText(head) ? 'text' : 'unknown';
    if (head.toString('latin1', 0, 3) === 'ID3' && head[3] !== 0xff) return await behindTag(file, head);
    const type = SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? 'unknown';
    return type === 'tiff' && (await isCoarseLab(file, head)) ? 'lab' : type;
  } finally {
    await file.close();
  }
}

/** HEIF and AVIF tell by their first brand that what follows moves or was taken in a burst. */
export async function isSequence(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return bytesRead === 12 && isBrand(buffer, /^(avis|msf1|hevc|hevx)/);
  } finally {
    await file.close();
  }
}

function isBrand(head: Buffer, brand: RegExp): boolean {
  return head.toString('latin1', 4, 8) === 'ftyp' && brand.test(head.toString('latin1', 8, 12));
}

/** The first box of the JPEG family's newer files: its length, its name, and a line that no text survives. */
function isBox(head: Buffer, name: string): boolean {
  return head.readUInt32BE(0) === 12 && head.toString('latin1', 4, 8) === name && head.readUInt32BE(8) === 0x0d0a870a;
}

/**
 * Most raw files pass for TIFF, and a reader of TIFF takes the thumbnail that comes first for the picture. What gives them
 * away: a mark of their own, a DNG version (tag 50706), or a first directory that says it is a reduced copy (tag 254).
 */
function isRaw(head: Buffer): boolean {
  const mark = head.toString('latin1', 0, 4);
  if (head.toString('latin1', 0, 8) === 'FUJIFILM' || isBrand(head, /^crx /)) return true;
  if (['IIRO', 'IIRS', 'MMOR', 'IIU\0'].includes(mark)) return true;
  if (mark !== 'II*\0' && mark !== 'MM\0*') return false;
  if (head.toString('latin1', 8, 10) === 'CR') return true;
  const small = mark === 'II*\0';
  const word = (at: number): number => (small ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const long = (at: number): number => (small ? head.readUInt32LE(at) : head.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > head.length) return false;
  const entries = word(directory);
  for (let at = directory + 2; at + 12 <= Math.min(head.length, directory + 2 + entries * 12); at += 12) {
    if (word(at) === 50_706 || (word(at) === 254 && (long(at + 8) & 1) === 1)) return true;
  }
  return false;
}

/** A first directory that says CIELab (tag 262 is 8) and no more than 8 bits for each of several channels (tag 258). */
async function isCoarseLab(file: FileHandle, head: Buffer): Promise<boolean> {
  const small = head.toString('latin1', 0, 2) === 'II';
  const word = (from: Buffer, at: number): number => (small ? from.readUInt16LE(at) : from.readUInt16BE(at));
  const long = (from: Buffer, at: number): number => (small ? from.readUInt32LE(at) : from.readUInt32BE(at));
  // BigTIFF has its directories elsewhere, and nobody sends Lab in it.
  if (word(head, 2) !== 42) return false;
  const read = async (at: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  const directory = await read(long(head, 4), 2 + 12 * MOST_TAGS);
  if (directory.length < 2) return false;
  const end = Math.min(directory.length - 11, 2 + word(directory, 0) * 12);
  let [isLab, bits] = [false, 16];
  for (let at = 2; at < end; at += 12) {
    const tag = word(directory, at);
    if (tag === 262) isLab = word(directory, at + 8) === 8;
    if (tag !== 258) continue;
    // Up to two numbers stand in the entry itself, more of them elsewhere.
    const stands = long(directory, at + 4) <= 2 ? directory.subarray(at + 8) : await read(long(directory, at + 8), 2);
    if (stands.length >= 2) bits = word(stands, 0);
  }
  return isLab && bits <= 8;
}

/** Tags of a directory that are looked at; programs write a few dozen. */
const MOST_TAGS = 100;

function isText(head: Buffer): boolean {
  // Tab, line feed, form feed and return are text; other control characters are not.
  return head.every((byte) => byte > 26 || (byte > 8 && byte < 14));
}
