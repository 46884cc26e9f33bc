/** Captures of a banner: what is asked of each, all that decides its bytes. */

import type { Rate } from './clip.ts';

export type StillFormat = 'jpeg' | 'png' | 'gif';

/** What a backup image may be where it goes. */
export interface StillLimits {
  readonly formats: readonly StillFormat[];
  readonly maxBytes: number;
  /** Asked with twice the pixels beside it. */
  readonly twice?: true;
}

export type CaptureWish =
  /** The label `backup`, else the end frame, in the format that comes nearest to it within the limit. */
  | { readonly what: 'still'; readonly scale: 1 | 2; readonly formats: readonly StillFormat[]; readonly maxBytes: number }
  /** Plays so many times and stays on its last frame; fewer colours and frames where it weighs too much. */
  | { readonly what: 'gif'; readonly fps: number; readonly loops: number; readonly maxBytes: number }
  /** H.264 in bt709; the last frame is held for `hold` s. */
  | { readonly what: 'mp4'; readonly fps: number; readonly hold: number }
  /** Contact sheet of the labels, with names and times. */
  | { readonly what: 'storyboard' }
  /** Frames with alpha to lay over a film: so many per second, as a fraction, and so many of them. */
  | { readonly what: 'title'; readonly rate: Rate; readonly frames: number };

/** Endings of files, as they are planned before anyone knows which format comes nearest. */
const ENDINGS: Readonly<Record<StillFormat, string>> = { jpeg: 'jpg', png: 'png', gif: 'gif' };

/** A planned path with the ending of the format that was made. @param facts of the job that made it */
export function asMade(path: string, facts: unknown): string {
  const made = facts as { readonly what?: string; readonly format?: string } | undefined;
  const ending = made?.what === 'capture' ? ENDINGS[made.format as StillFormat] : undefined;
  return ending ? path.replace(/\.(jpg|png|gif)$/, `.${ending}`) : path;
}
