/** A film or a sound that was made is read and measured anew, as a supplied one is: by another run of the program, from its bytes alone. */
import { type ClipType, demuxerOf } from '../model/clip.ts';
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf } from '../model/key.ts';
import type { LaidTitle } from '../model/layout.ts';
import type { MeasureRecipe } from './look.ts';

/** Raise it when the same film gives other facts. */
const LOOKER = 'look 3';

export type ClipLook = {
  readonly what: 'clip';
  /** Demuxer that its container asks for. */
  readonly type: ClipType;
  /** Titles over its picture: place among the inputs, and when they stand, in s of the cut. */
  readonly titles?: readonly { readonly input: number; readonly at: number; readonly seconds: number }[];
};

/** @param path in the output, such as `video/reel-tiktok/reel-tiktok.mp4` @param titles whose letters are held against its picture */
export function planClipLook(path: string, from: Input, ffmpeg: string, titles: readonly LaidTitle[] = []): Job<MeasureRecipe> {
  const type = demuxerOf(path.slice(path.lastIndexOf('.') + 1));
  const inputs: Input[] = [from, ...titles.map(({ key }) => ({ from: 'job', key }) as const)];
  const over = titles.map(({ at, seconds }, place) => ({ input: place + 1, at, seconds }));
  const recipe: MeasureRecipe = { what: 'clip', type, ...(over.length > 0 ? { titles: over } : {}) };
  const tool = `${ffmpeg}, ${LOOKER}`;
  const key = jobKeyOf({ kind: 'measure', tool, recipe, inputs });
  return { key, kind: 'measure', tool, recipe, inputs, file: '', label: path, batch: `look ${key}` };
}
