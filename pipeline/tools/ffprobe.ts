/** ffprobe: one run tells what the headers and packets of a clip say; nothing is decoded. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { ClipFacts, ClipType } from '../model/clip.ts';
import { readBoxes } from './clip-boxes.ts';
import { clipFactsOf, type Probe } from './clip-facts.ts';
import { type Packet, packetCounter } from './clip-packets.ts';
import { guards } from './ffmpeg.ts';
import type { FfprobeProgram } from './ffmpeg-find.ts';
import { memoryLimiter } from './programs.ts';

const LIMIT_MS = 25_000;
/** A GB of memory is ten times what a film of hours takes. */
const MEMORY = 1 << 30;
/** Headers that print more hold something else than a clip. */
const MOST_HEADERS = 8 << 20;

/** @returns why not, in the program's own words; `timeout` first when it took too long. @throws the reason of the signal */
export async function probeClip(
  program: FfprobeProgram,
  path: string,
  type: ClipType,
  signal?: AbortSignal,
): Promise<{ readonly facts: ClipFacts } | { readonly reason: string }> {
  const packets = packetCounter();
  const read = await run(program, path, type, packets.add, signal);
  if ('reason' in read) return read;
  const boxes = type === 'mp4' ? await readBoxes(path) : {};
  const { size } = await stat(path);
  return { facts: clipFactsOf(read.probe, packets.of, size, boxes) };
}

async function run(
  program: FfprobeProgram,
  path: string,
  type: ClipType,
  onPacket: (packet: Packet) => void,
  signal?: AbortSignal,
): Promise<{ readonly probe: Probe } | { readonly reason: string }> {
  signal?.throwIfAborted();
  const asked = [
    '-show_format',
    '-show_streams',
    '-show_chapters',
    '-show_entries',
    'packet=stream_index,pts_time,duration_time,size,flags',
  ];
  const args = ['-hide_banner', '-v', 'error', '-of', 'json=compact=1', ...asked, ...guards(type), '-i', `file:${path}`];
  const [limiter, ...limits] = await memoryLimiter(MEMORY);
  const child = spawn(limiter ?? program.path, [...limits, ...(limiter ? [program.path] : []), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (data: Buffer) => {
    if (told.length < 4000) told += data.toString('utf8');
  });
  const headers: string[] = [];
  let length = 0;
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  const sort = sorter(onPacket, (line) => {
    length += line.length;
    if (length <= MOST_HEADERS) headers.push(line);
    else child.kill('SIGKILL');
  });
  lines.on('line', sort);
  const drained = new Promise((resolve) => lines.on('close', resolve));
  let late = false;
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    late = true;
    end();
  }, LIMIT_MS);
  signal?.addEventListener('abort', end);
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.on('error', (error) => {
        told = error.message;
        resolve(1);
      });
      child.on('close', resolve);
    });
    await drained;
    signal?.throwIfAborted();
    if (late) return { reason: `timeout: ffprobe took longer than ${LIMIT_MS / 1000} s` };
    if (length > MOST_HEADERS) return { reason: 'its headers are larger than those of any clip' };
    if (code !== 0) return { reason: saidOf(told, path) || 'ffprobe ended without a word' };
    return { probe: JSON.parse(headers.join('\n')) as Probe };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

/**
 * Compact JSON has a line for each packet, with what belongs to it on lines below: packets are taken one by one, the rest is
 * kept as it is.
 */
function sorter(onPacket: (packet: Packet) => void, onHeader: (line: string) => void): (line: string) => void {
  let inPackets = false;
  return (line) => {
    if (!inPackets) {
      if (line === '    "packets": [') inPackets = true;
      else onHeader(line);
      return;
    }
    if (line === '    ],' || line === '    ]') {
      inPackets = false;
      return;
    }
    const [packet] = /^ {8}\{ .*?"flags": "[^"]*"/.exec(line) ?? [];
    if (packet) onPacket(JSON.parse(`${packet}}`) as Packet);
  };
}

/** The last line says what came of it; the store's path is no one's business. */
function saidOf(told: string, path: string): string {
  const lines = told.split('\n').map((line) =>
    line
      .replace(/^\[.*? @ 0x[0-9a-f]+\] /, '')
      .replaceAll(`file:${path}`, '')
      .replace(/^: /, '')
      .trim(),
  );
  const [first, last] = [lines.find(Boolean), lines.filter(Boolean).at(-1)];
  return first && last && first !== last ? `${first}; ${last}` : (last ?? '');
}
