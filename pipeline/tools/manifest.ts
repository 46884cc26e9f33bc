/** Finds the C2PA manifest that a picture carries, by the place that each format gives it; nothing of it is verified. */
import { type FileHandle, open } from 'node:fs/promises';
import type { FileType } from '../model/asset.ts';

/** Manifests hold thumbnails too; assertions stand in front of them or soon after (C2PA 2.1, read November 2026). */
const MOST = 4 << 20;
/** A file with more parts than this before its picture is not worth the time. */
const PARTS = 4096;
const UUID = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');
/** Tag of TIFF's first directory. */
const TIFF_TAG = 0xcd41;

type Part = { readonly at: number; readonly length: number };
type Read = (at: number, length: number) => Promise<Buffer>;

/** @returns the bytes of the manifest, or as many as were read of a large one; nothing when there is none. */
export async function readManifest(path: string, type: FileType): Promise<Buffer | undefined> {
  const finder = FINDERS[type];
  if (!finder) return undefined;
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = reader(file, size);
    const parts = await finder(read, size);
    let room = MOST;
    const found: Buffer[] = [];
    for (const { at, length } of parts) {
      if (room <= 0) break;
      found.push(await read(at, Math.min(length, room)));
      room -= length;
    }
    return found.length > 0 ? Buffer.concat(found) : undefined;
  } finally {
    await file.close();
  }
}

function reader(file: FileHandle, size: number): Read {
  return async (at, length) => {
    const room = Math.max(0, Math.min(length, size - at));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(room), 0, room, at);
    return buffer.subarray(0, bytesRead);
  };
}

const FINDERS: Partial<Record<FileType, (read: Read, size: number) => Promise<Part[]>>> = {
  jpeg: inSegments,
  png: inChunks,
  webp: inRiff,
  tiff: inDirectory,
  avif: inBoxes,
  heic: inBoxes,
  jxl: inBoxes,
};

/** JPEG: one box spread over APP11 segments, each with `JP`, its number and its turn in front. */
async function inSegments(read: Read, size: number): Promise<Part[]> {
  const found: Part[] = [];
  for (let at = 2, parts = 0; at + 4 < size && parts < PARTS; parts++) {
    const head = await read(at, 38);
    // The picture itself begins.
    if (head.length < 4 || head[0] !== 0xff || head[1] === 0xda) break;
    const length = head.readUInt16BE(2);
    const isOurs = head[1] === 0xeb && head.toString('latin1', 4, 6) === 'JP' && head.toString('latin1', 16, 20) === 'jumb';
    if (isOurs && (found.length > 0 || /c2pa/.test((await read(at, Math.min(length, 200))).toString('latin1'))))
      found.push({ at: at + 12, length: length - 10 });
    at += 2 + length;
  }
  return found;
}

async function inChunks(read: Read, size: number): Promise<Part[]> {
  for (let at = 8, parts = 0; at + 8 < size && parts < PARTS; parts++) {
    const head = await read(at, 8);
    const name = head.toString('latin1', 4, 8);
    const length = head.readUInt32BE(0);
    if (name === 'caBX') return [{ at: at + 8, length }];
    // It stands before the picture, as the specification advises.
    if (name === 'IDAT') break;
    at += 12 + length;
  }
  return [];
}

async function inRiff(read: Read, size: number): Promise<Part[]> {
  for (let at = 12, parts = 0; at + 8 < size && parts < PARTS; parts++) {
    const head = await read(at, 8);
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'C2PA') return [{ at: at + 8, length }];
    at += 8 + length + (length & 1);
  }
  return [];
}

async function inDirectory(read: Read, size: number): Promise<Part[]> {
  const head = await read(0, 8);
  const small = head.toString('latin1', 0, 2) === 'II';
  const word = (bytes: Buffer, at: number): number => (small ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (bytes: Buffer, at: number): number => (small ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  // BigTIFF counts otherwise, and nobody was seen to write a manifest into one.
  if (head.length < 8 || word(head, 2) !== 42) return [];
  const directory = long(head, 4);
  const counted = await read(directory, 2);
  if (counted.length < 2) return [];
  const entries = await read(directory + 2, Math.min(word(counted, 0), PARTS) * 12);
  for (let at = 0; at + 12 <= entries.length; at += 12) {
    if (word(entries, at) !== TIFF_TAG) continue;
    const [length, place] = [long(entries, at + 4), long(entries, at + 8)];
    return place < size ? [{ at: place, length }] : [];
  }
  return [];
}

/** HEIF and AVIF: a `uuid` box of C2PA's own; JPEG XL: a `jumb` box. */
async function inBoxes(read: Read, size: number): Promise<Part[]> {
  for (let at = 0, parts = 0; at + 8 < size && parts < PARTS; parts++) {
    const head = await read(at, 32);
    if (head.length < 8) break;
    const short = head.readUInt32BE(0);
    const wide = short === 1 && head.length >= 16;
    const length = short === 0 ? size - at : wide ? Number(head.readBigUInt64BE(8)) : short;
    if (length < 8) break;
    const name = head.toString('latin1', 4, 8);
    const inside = wide ? 16 : 8;
    const isOurs = name === 'jumb' || (name === 'uuid' && head.subarray(inside, inside + 16).equals(UUID));
    if (isOurs) return [{ at: at + inside, length: length - inside }];
    at += length;
  }
  return [];
}
