/** Tells film and sound from their first bytes, so that no other demuxer is ever let near them. */
import type { FileHandle } from 'node:fs/promises';
import type { ClipType } from '../model/clip.ts';

/** Asked after all pictures, for AVIF and HEIC are boxes too. @param head at least 12 bytes */
export const CLIP_SIGNATURES: readonly (readonly [ClipType, (head: Buffer) => boolean])[] = [
  ['mp4', isBoxes],
  ['matroska', (head) => head.readUInt32BE(0) === 0x1a45dfa3],
  ['avi', (head) => text(head, 0, 4) === 'RIFF' && /^AVI[ X]$/.test(text(head, 8, 12))],
  ['wav', (head) => (/^(RIFF|RF64|BW64)$/.test(text(head, 0, 4)) && text(head, 8, 12) === 'WAVE') || head.subarray(0, 16).equals(WAVE64)],
  ['aiff', (head) => text(head, 0, 4) === 'FORM' && /^AIF[FC]$/.test(text(head, 8, 12))],
  ['flac', (head) => text(head, 0, 4) === 'fLaC'],
  ['ogg', (head) => text(head, 0, 4) === 'OggS'],
  ['mxf', (head) => head.subarray(0, 11).equals(MXF)],
  ['mpegps', (head) => head.readUInt32BE(0) === 0x000001ba],
  ['mpegts', isTransport],
  ['aac', (head) => framesFollow(head, adtsLength)],
  ['mp3', (head) => framesFollow(head, mpegLength)],
];

/** The GUID that Sony's Wave64 begins with. */
const WAVE64 = Buffer.from('726966662e91cf11a5d628db04c10000', 'hex');
/** Label of a partition pack, SMPTE ST 377-1. */
const MXF = Buffer.from('060e2b34020501010d0102', 'hex');

/** Behind an ID3 tag stands MP3, or AAC or FLAC that someone tagged so; covers make it longer than any head. */
export async function behindTag(file: FileHandle, head: Buffer): Promise<ClipType> {
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  const at = 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, at);
  const behind = buffer.subarray(0, bytesRead);
  if (behind.length >= 12 && text(behind, 0, 4) === 'fLaC') return 'flac';
  return behind.length >= 12 && framesFollow(behind, adtsLength) ? 'aac' : 'mp3';
}

/** QuickTime before 2001 has no `ftyp`: its first box is one of these, with a length that fits. */
function isBoxes(head: Buffer): boolean {
  const name = text(head, 4, 8);
  if (name === 'ftyp') return true;
  return /^(moov|mdat|wide|free|skip|pnot)$/.test(name) && (head.readUInt32BE(0) >= 8 || head.readUInt32BE(0) <= 1);
}

/** Packets of 188 bytes begin with a G; cameras put 4 bytes of time before each. */
function isTransport(head: Buffer): boolean {
  return [
    [0, 188],
    [4, 192],
    [0, 204],
  ].some(([first = 0, step = 188]) => [0, 1, 2, 3].every((index) => head[first + index * step] === 0x47));
}

/** One frame may be an accident: where it ends, another begins. */
function framesFollow(head: Buffer, lengthAt: (head: Buffer, at: number) => number): boolean {
  const length = lengthAt(head, 0);
  if (length === 0) return false;
  return length + 6 < head.length ? lengthAt(head, length) > 0 : true;
}

function adtsLength(head: Buffer, at: number): number {
  if (at + 6 >= head.length || head[at] !== 0xff || ((head[at + 1] as number) & 0xf6) !== 0xf0) return 0;
  const rate = ((head[at + 2] as number) >> 2) & 15;
  const length = (((head[at + 3] as number) & 3) << 11) | ((head[at + 4] as number) << 3) | ((head[at + 5] as number) >> 5);
  return rate < 13 && length > 7 ? length : 0;
}

/** kb/s of layer III by MPEG version, ISO 11172-3 and 13818-3. */
const KBITS = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES = [44_100, 48_000, 32_000] as const;

/** Layer III; what else begins so is too rare to be told from noise. */
function mpegLength(head: Buffer, at: number): number {
  if (at + 3 >= head.length || head[at] !== 0xff) return 0;
  const second = head[at + 1] as number;
  const third = head[at + 2] as number;
  const version = (second >> 3) & 3;
  if ((second & 0xe0) !== 0xe0 || version === 1 || ((second >> 1) & 3) !== 1) return 0;
  const kbits = (version === 3 ? KBITS.one : KBITS.two)[third >> 4] ?? 0;
  const rate = (RATES[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (kbits === 0 || rate === 0) return 0;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * kbits) / rate) + ((third >> 1) & 1);
}

function text(head: Buffer, from: number, to: number): string {
  return head.toString('latin1', from, to);
}
