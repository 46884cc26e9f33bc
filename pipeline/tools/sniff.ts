/** Tells what a file is from its first bytes; the name decides nothing. */
import { open } from 'node:fs/promises';
import type { FileType } from '../model/asset.ts';

const HEAD = 4096;

const SIGNATURES: readonly (readonly [FileType, (head: Buffer) => boolean])[] = [
  ['jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ['gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
  ['tiff', (head) => ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(head.toString('latin1', 0, 4))],
  ['avif', (head) => isBrand(head, /^(avif|avis)/)],
  ['heic', (head) => isBrand(head, /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/)],
  ['mp4', (head) => head.toString('latin1', 4, 8) === 'ftyp' || head.readUInt32BE(0) === 0x1a45dfa3],
  ['psd', (head) => head.toString('latin1', 0, 4) === '8BPS'],
  ['bmp', (head) => head.toString('latin1', 0, 2) === 'BM'],
  ['pdf', (head) => head.toString('latin1', 0, 5) === '%PDF-' || head.toString('latin1', 0, 11) === '%!PS-Adobe-'],
  [
    'audio',
    (head) =>
      /^(ID3|OggS|fLaC)/.test(head.toString('latin1', 0, 4)) ||
      (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WAVE'),
  ],
  ['svg', (head) => /<svg[\s>]/i.test(head.toString('utf8'))],
  ['text', (head) => isText(head)],
];

export async function sniff(path: string): Promise<FileType> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    if (bytesRead < 12) return bytesRead > 0 && isText(head) ? 'text' : 'unknown';
    return SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? 'unknown';
  } finally {
    await file.close();
  }
}

function isBrand(head: Buffer, brand: RegExp): boolean {
  return head.toString('latin1', 4, 8) === 'ftyp' && brand.test(head.toString('latin1', 8, 12));
}

function isText(head: Buffer): boolean {
  // Tab, line feed, form feed and return are text; other control characters are not.
  return head.every((byte) => byte > 26 || (byte > 8 && byte < 14));
}
