/** Holds the letters of titles against the film that they lie over: its own frames, as they were decoded, and the titles beside them. */
import { open } from 'node:fs/promises';
import type { ClipFacts } from '../model/clip.ts';
import type { TitleContrast, TitledLook } from '../model/facts.ts';
import { titleLegibility } from '../pixels/title-legible.ts';
import { runFfmpeg } from './ffmpeg.ts';
import type { FfmpegProgram } from './ffmpeg-find.ts';

/** Shares of its time: once it has come, in the middle, and before it goes. */
const MOMENTS = [0.25, 0.5, 0.75];

interface Moment {
  readonly title: number;
  /** Frame of the cut, and of the title. */
  readonly frame: number;
  readonly own: number;
}

function momentsOf({ titles }: TitledLook, { picture }: ClipFacts): Moment[] {
  if (!picture) return [];
  const [count, per] = picture.averageRate;
  const inFrames = (seconds: number): number => Math.round((seconds * count) / per);
  return titles.flatMap(({ at, seconds, texts }, title) => {
    const [first, long] = [inFrames(at), Math.max(1, inFrames(seconds))];
    const owns = [...new Set(MOMENTS.map((share) => Math.min(long - 1, Math.floor(share * long))))];
    return texts.length === 0 ? [] : owns.map((own) => ({ title, own, frame: first + own })).filter(({ frame }) => frame < picture.frames);
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
  const found: TitleContrast[] = [];
  try {
    for (const { title, own, frame } of momentsOf(titled, facts)) {
      const { bytesRead } = await file.read(film, 0, film.length, frames.indexOf(frame) * film.length);
      const { path, texts } = titled.titles[title] as TitledLook['titles'][number];
      const letters = await frameOf(program, path, (own * per) / count, [width, height], signal);
      if (bytesRead < film.length || letters.length < width * height * 4) continue;
      for (const { slot, box } of texts) {
        const seen = titleLegibility({ width, height, film, title: letters }, box);
        if (seen) found.push({ title, slot, at: Math.round((frame * per * 1000) / count) / 1000, ...seen });
      }
    }
  } finally {
    await file.close();
  }
  return found;
}

/** Every frame of a title is whole, so that any is found at once. */
async function frameOf(
  program: FfmpegProgram,
  path: string,
  at: number,
  [width, height]: readonly [number, number],
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const options = ['-map', '0:v:0', '-frames:v', '1', '-vf', `scale=${width}:${height},format=rgba`, '-f', 'rawvideo'];
  const wish = {
    // A hair early: a frame begins at its time, and times are rounded.
    inputs: [{ path, type: 'mp4', options: ['-ss', Math.max(0, at - 0.001).toFixed(6)] }],
    outputs: [{ onData: (piece: Buffer) => void pieces.push(Buffer.from(piece)), options }],
  } as const;
  await runFfmpeg(program, wish, { signal });
  return Buffer.concat(pieces);
}
