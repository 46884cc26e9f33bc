/** A film or a sound that was made is read and measured anew, as a supplied one is: by another run of the program, from its bytes alone. */
import { type ClipType, demuxerOf } from '../model/clip.ts';
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf } from '../model/key.ts';
import type { MeasureRecipe } from './look.ts';

/** Raise it when the same film gives other facts. */
const LOOKER = 'look 2';

export type ClipLook = {
  readonly what: 'clip';
  /** Demuxer that its container asks for. */
  readonly type: ClipType;
};

/** @param path in the output, such as `video/reel-tiktok/reel-tiktok.mp4` */
export function planClipLook(path: string, from: Input, ffmpeg: string): Job<MeasureRecipe> {
  const recipe: MeasureRecipe = { what: 'clip', type: demuxerOf(path.slice(path.lastIndexOf('.') + 1)) };
  const tool = `${ffmpeg}, ${LOOKER}`;
  const key = jobKeyOf({ kind: 'measure', tool, recipe, inputs: [from] });
  return { key, kind: 'measure', tool, recipe, inputs: [from], file: '', label: path, batch: `look ${key}` };
}
