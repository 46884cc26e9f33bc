/** Puts coded picture or sound into fragments without coding it again, and tells how they lie in the file. */
import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Fragment, StreamFacts, StreamRecipe } from '../model/stream.ts';
import type { CutPrograms } from './cut-make.ts';
import { type FfmpegLimits, guards, type InputType, runFfmpeg } from './ffmpeg.ts';
import type { FfprobeProgram } from './ffmpeg-find.ts';

export interface StreamWish {
  readonly recipe: StreamRecipe;
  readonly path: string;
  /** Absolute path of a file that is not there yet. */
  readonly to: string;
}

const ASK_LIMIT_MS = 120_000;
/** What sound may be longer or shorter than its film, in s (see `cut-verify.ts`), with a frame of the slowest film. */
const APART = 0.1;
const ask = promisify(execFile);

/**
 * Fragments carry when they are decoded; frames that are shown earlier than they are decoded are said to be so (`cmaf`: version
 * 1 of `trun`), so that picture and sound begin at 0 without an edit list, which players of streams pass over.
 * @throws what is not as the recipe says
 */
export async function makeStream(programs: CutPrograms, { recipe, path, to }: StreamWish, limits: FfmpegLimits = {}): Promise<StreamFacts> {
  const isPicture = recipe.of === 'picture';
  const fragments = isPicture ? '+frag_keyframe' : '';
  const shape = isPicture ? [] : ['-frag_duration', String(Math.round(recipe.fragment * 1e6))];
  const options = [
    ...['-map', isPicture ? '0:v:0' : '0:a:0', '-c', 'copy', '-map_metadata', '0', '-map_chapters', '-1'],
    ...['-movflags', `+cmaf${fragments}+empty_moov+skip_trailer`, '-use_editlist', '0', ...shape, '-f', 'mp4'],
  ];
  const type: InputType = recipe.of === 'picture' ? 'mp4' : (recipe.type as InputType);
  await runFfmpeg(programs.ffmpeg, { inputs: [{ path, type }], outputs: [{ path: to, options }], needs: ['mux:mp4'] }, limits);
  try {
    const [boxes, packets] = await Promise.all([fragmentsIn(to), packetsIn(programs.ffprobe, to, limits.signal)]);
    return checked(recipe, sorted(boxes, packets));
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

interface Box {
  readonly at: number;
  readonly bytes: number;
}

interface Packet {
  readonly at: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly isKey: boolean;
}

interface Laid extends Fragment {
  readonly packets: number;
  readonly opensWithKey: boolean;
}

/** Where each `moof` begins, up to the next one. */
async function fragmentsIn(path: string): Promise<{ readonly head: number; readonly boxes: readonly Box[] }> {
  const file = await open(path);
  try {
    const { size: whole } = await file.stat();
    const head = Buffer.alloc(16);
    const starts: number[] = [];
    for (let at = 0; at < whole; ) {
      await file.read(head, 0, 16, at);
      const long = head.readUInt32BE(0) === 1;
      const size = long ? Number(head.readBigUInt64BE(8)) : head.readUInt32BE(0);
      if (size < 8) throw new Error(`a box of ${size} bytes stands at ${at}`);
      if (head.toString('latin1', 4, 8) === 'moof') starts.push(at);
      at += size;
    }
    const boxes = starts.map((at, place) => ({ at, bytes: (starts[place + 1] ?? whole) - at }));
    return { head: starts[0] ?? whole, boxes };
  } finally {
    await file.close();
  }
}

/** As another program reads them back. */
async function packetsIn(program: FfprobeProgram, path: string, signal: AbortSignal | undefined): Promise<Packet[]> {
  const entries = 'stream=time_base:packet=duration,size,pos,flags';
  const options = ['-v', 'error', ...guards('mp4'), '-of', 'compact=p=0', '-show_entries', entries, '-i', `file:${path}`];
  const { stdout } = await ask(program.path, options, { timeout: ASK_LIMIT_MS, maxBuffer: 1 << 28, ...(signal ? { signal } : {}) });
  const rows = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => new Map(line.split('|').map((pair) => pair.split('=', 2) as [string, string])));
  const [above = 0, below = 0] = (rows.find((row) => row.has('time_base'))?.get('time_base') ?? '').split('/').map(Number);
  const number = (row: Map<string, string>, name: string): number => Number(row.get(name));
  const packets = rows.filter((row) => row.has('pos'));
  // Of the first packet of a sound it may not say it; all but the last are alike.
  const usual = packets.map((row) => number(row, 'duration')).find((one) => one > 0) ?? 0;
  return packets.map((row) => ({
    at: number(row, 'pos'),
    bytes: number(row, 'size'),
    seconds: ((number(row, 'duration') || usual) * above) / below,
    isKey: row.get('flags')?.startsWith('K') ?? false,
  }));
}

function sorted({ head, boxes }: Awaited<ReturnType<typeof fragmentsIn>>, packets: readonly Packet[]) {
  let next = 0;
  const fragments = boxes.map(({ at, bytes }): Laid => {
    const first = packets[next];
    let seconds = 0;
    const from = next;
    for (let packet = packets[next]; packet && packet.at < at + bytes; packet = packets[++next]) seconds += packet.seconds;
    const key = first ? first.at + first.bytes - at : 0;
    return { bytes, seconds: Math.round(seconds * 1e6) / 1e6, key, packets: next - from, opensWithKey: first?.isKey === true };
  });
  return { head, fragments };
}

function checked(recipe: StreamRecipe, { head, fragments }: { head: number; fragments: readonly Laid[] }): StreamFacts {
  const count = fragments.reduce((sum, { packets }) => sum + packets, 0);
  if (recipe.of === 'sound') {
    const seconds = fragments.reduce((sum, one) => sum + one.seconds, 0);
    if (!(Math.abs(seconds - recipe.seconds) <= APART)) throw new Error(`seconds of sound: ${seconds} came instead of ${recipe.seconds}`);
    return { head, fragments: fragments.map(({ bytes, seconds: long }) => ({ bytes, seconds: long })) };
  }
  if (count !== recipe.frames) throw new Error(`frames: ${count} came instead of ${recipe.frames}`);
  // Renditions are changed at segments, so these must begin at the same moments in all of them, each with a key frame.
  const odd = fragments.findIndex(
    ({ packets, opensWithKey }, at) => !opensWithKey || packets > recipe.gop || (at < fragments.length - 1 && packets !== recipe.gop),
  );
  if (odd >= 0) throw new Error(`frames of group ${odd + 1}: ${fragments[odd]?.packets} came instead of ${recipe.gop}`);
  return { head, fragments: fragments.map(({ bytes, seconds, key = bytes }) => ({ bytes, seconds, key })) };
}
