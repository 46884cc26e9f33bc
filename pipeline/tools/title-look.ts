/** Holds the letters of titles against the film that they lie over: its own frames, as they were decoded, and the titles beside them. */
import { open } from 'node:fs/promises';
import type { ClipFacts } from '../model/clip.ts';
import type { TitleContrast, TitledLook } from '../model/facts.ts';
import { moves, titleLegibility } from '../pixels/title-legible.ts';
import { runFfmpeg } from './ffmpeg.ts';
import type { FfmpegProgram } from './ffmpeg-find.ts';

/** Shares of its time: once it has come, in the middle, and before it goes. */
const MOMENTS = [0.25, 0.5, 0.75];
/** In s: a text that is not the same for so long still comes or goes, and is read when it has come. */
const REST = 0.2;

interface Moment {
  readonly title: number;
  /** Frame of the cut, and of the title. */
  readonly frame: number;
  readonly own: number;
  /** Frames until it is looked at again; 0 where it ends before. */
  readonly rest: number;
}

function momentsOf({ titles }: TitledLook, { picture }: ClipFacts): Moment[] {
  if (!picture) return [];
  const [count, per] = picture.averageRate;
  const inFrames = (seconds: number): number => Math.round((seconds * count) / per);
  return titles.flatMap(({ at, seconds, texts }, title) => {
    const [first, long] = [inFrames(at), Math.max(1, inFrames(seconds))];
    const owns = [...new Set(MOMENTS.map((share) => Math.min(long - 1, Math.floor(share * long))))];
    const rest = (own: number): number => Math.min(Math.max(1, inFrames(REST)), long - 1 - own);
    const moments = owns.map((own) => ({ title, own, frame: first + own, rest: rest(own) }));
    return texts.length === 0 ? [] : moments.filter(({ frame }) => frame < picture.frames);
  });
}

/** Frames that are asked of the film while it is measured; undefined where no title says anything. */
export function stillsFor(titled: TitledLook, facts: ClipFacts): { frames: readonly number[]; to: string } | undefined {
  const frames = [...new Set(momentsOf(titled, facts).map(({ frame }) => frame))].sort((one, other) => one - other);
  return frames.length > 0 ? { frames, to: titled.to } : undefined;
}

/** @throws what ffmpeg says where a title cannot be read */
export async function contrastsOf(
  program: FfmpegProgram,
  titled: TitledLook,
  facts: ClipFacts,
  signal: AbortSignal | undefined,
): Promise<TitleContrast[]> {
  const { picture } = facts;
  const frames = stillsFor(titled, facts)?.frames ?? [];
  if (!picture) return [];
  const [width, height] = picture.coded;
  const [count, per] = picture.averageRate;
  const film = Buffer.alloc(width * height * 3);
  const file = await open(titled.to);
  const found: (TitleContrast & { readonly isStill: boolean })[] = [];
  try {
    for (const { title, own, frame, rest } of momentsOf(titled, facts)) {
      const { bytesRead } = await file.read(film, 0, film.length, frames.indexOf(frame) * film.length);
      const { path, texts } = titled.titles[title] as TitledLook['titles'][number];
      const [letters, later] = await framesOf(program, path, { at: (own * per) / count, rest, width, height }, signal);
      if (bytesRead < film.length || !letters) continue;
      for (const { slot, box } of texts) {
        const seen = titleLegibility({ width, height, film, title: letters }, box);
        const isStill = !later || !moves({ width, height }, letters, later, box);
        if (seen) found.push({ title, slot, at: Math.round((frame * per * 1000) / count) / 1000, ...seen, isStill });
      }
    }
  } finally {
    await file.close();
  }
  const rests = new Set(found.filter(({ isStill }) => isStill).map(({ title, slot }) => `${title} ${slot}`));
  // One that never rests is read on its way.
  return found.filter(({ title, slot, isStill }) => isStill || !rests.has(`${title} ${slot}`)).map(({ isStill, ...seen }) => seen);
}

/** Every frame of a title is whole, so that any is found at once. @returns a frame, and the one that comes `rest` frames after it */
async function framesOf(
  program: FfmpegProgram,
  path: string,
  { at, rest, width, height }: { readonly at: number; readonly rest: number; readonly width: number; readonly height: number },
  signal: AbortSignal | undefined,
): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  const chosen = `select='eq(n,0)+eq(n,${rest})',setpts=N/FRAME_RATE/TB,scale=${width}:${height},format=rgba`;
  const options = ['-map', '0:v:0', '-frames:v', rest > 0 ? '2' : '1', '-vf', chosen, '-f', 'rawvideo'];
  const wish = {
    // A hair early: a frame begins at its time, and times are rounded.
    inputs: [{ path, type: 'mp4', options: ['-ss', Math.max(0, at - 0.001).toFixed(6)] }],
    outputs: [{ onData: (piece: Buffer) => void pieces.push(Buffer.from(piece)), options }],
  } as const;
  await runFfmpeg(program, wish, { signal });
  const [all, size] = [Buffer.concat(pieces), width * height * 4];
  return Array.from({ length: Math.floor(all.length / size) }, (_, one) => all.subarray(one * size, (one + 1) * size));
}
