/** What ffprobe does not tell of MP4 and QuickTime: edit lists, which some platforms refuse, and whether the index comes first. */
import { open } from 'node:fs/promises';
import type { ClipFacts } from '../model/clip.ts';

/** An index that is larger is not looked into; a film of three hours has some 10 MB. */
const MOST_INDEX = 64 << 20;
/** What encoders put before the first frame and sample (priming, reordered frames) is shorter, in s; leaving it out hides nothing. */
const PRIMING = 0.15;

/** `hasEditList`: the container shows less of a track than it holds, or in another order, or after a pause. */
export async function readBoxes(path: string): Promise<Pick<ClipFacts, 'hasEditList' | 'editLists' | 'indexFirst'>> {
  const { index, isFirst } = await readIndex(path);
  const lists = index && { ...(editsIn(index) ? { hasEditList: true as const } : {}), editLists: listsIn(index) };
  return { ...lists, indexFirst: isFirst };
}

/** The `moov` box without its head, and whether `mdat` comes after it. */
async function readIndex(path: string): Promise<{ readonly index?: Buffer; readonly isFirst: boolean }> {
  const file = await open(path);
  let isFirst = true;
  try {
    const { size: whole } = await file.stat();
    const head = Buffer.alloc(16);
    for (let at = 0; at + 8 <= whole; ) {
      const { bytesRead } = await file.read(head, 0, 16, at);
      if (bytesRead < 8) break;
      const long = head.readUInt32BE(0) === 1;
      const size = long ? Number(head.readBigUInt64BE(8)) : head.readUInt32BE(0) || whole - at;
      const skip = long ? 16 : 8;
      if (size < skip) break;
      const name = head.toString('latin1', 4, 8);
      if (name === 'mdat') isFirst = false;
      if (name === 'moov') {
        if (size > MOST_INDEX || at + size > whole) return { isFirst };
        const index = Buffer.alloc(size - skip);
        await file.read(index, 0, index.length, at + skip);
        return { index, isFirst };
      }
      at += size;
    }
    return { isFirst: false };
  } finally {
    await file.close();
  }
}

/** @param moov content of that box */
export function editsIn(moov: Buffer): boolean {
  const movie = child(moov, 'mvhd');
  const perSecond = movie ? timescaleOf(movie) : 0;
  return children(moov, 'trak').some((track) => {
    const list = descend(track, ['edts', 'elst']);
    const media = descend(track, ['mdia', 'mdhd']);
    if (!list || !media || list.length < 8) return false;
    const entries = entriesOf(list);
    if (entries.length > 1) return true;
    const [only] = entries;
    const scale = timescaleOf(media);
    if (!only || scale === 0 || perSecond === 0) return false;
    // −1: nothing is shown for a while.
    if (only.from < 0 || only.from / scale > PRIMING) return true;
    const held = durationOf(media) / scale;
    return only.length > 0 && held - only.from / scale - only.length / perSecond > PRIMING;
  });
}

/** Platforms that refuse edit lists look for the box, whatever it says. */
function listsIn(moov: Buffer): number {
  return children(moov, 'trak').filter((track) => descend(track, ['edts', 'elst'])).length;
}

function entriesOf(list: Buffer): { readonly length: number; readonly from: number }[] {
  const isLong = list[0] === 1;
  const size = isLong ? 20 : 12;
  const count = Math.min(list.readUInt32BE(4), Math.floor((list.length - 8) / size));
  return Array.from({ length: count }, (_, index) => {
    const at = 8 + index * size;
    return isLong
      ? { length: Number(list.readBigUInt64BE(at)), from: Number(list.readBigInt64BE(at + 8)) }
      : { length: list.readUInt32BE(at), from: list.readInt32BE(at + 4) };
  });
}

/** Of `mvhd` and `mdhd`, which begin alike. */
function timescaleOf(box: Buffer): number {
  const at = box[0] === 1 ? 20 : 12;
  return box.length >= at + 4 ? box.readUInt32BE(at) : 0;
}

function durationOf(box: Buffer): number {
  if (box[0] === 1) return box.length >= 32 ? Number(box.readBigUInt64BE(24)) : 0;
  return box.length >= 20 ? box.readUInt32BE(16) : 0;
}

function descend(box: Buffer, names: readonly string[]): Buffer | undefined {
  return names.reduce<Buffer | undefined>((inside, name) => inside && child(inside, name), box);
}

function child(box: Buffer, name: string): Buffer | undefined {
  return children(box, name)[0];
}

function children(box: Buffer, name: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 8 <= box.length; ) {
    const size = box.readUInt32BE(at);
    if (size < 8 || at + size > box.length) break;
    if (box.toString('latin1', at + 4, at + 8) === name) found.push(box.subarray(at + 8, at + size));
    at += size;
  }
  return found;
}
