/** A title of a film, filmed by the browser with its alpha: the job, and how its film lies over the cut. */
import type { CaptureWish } from '../model/capture.ts';
import type { Rate } from '../model/clip.ts';
import type { Job } from '../model/job.ts';
import { jobKeyOf, shortKey } from '../model/key.ts';
import type { Laid } from './cut-picture.ts';
import { type CaptureRecipe, type ServedInput, serveUnit } from './look.ts';

/** Raise it when the same title gives other frames. */
const TITLER = 'title 1';

export interface TitleToFilm {
  /** `lower-third`. */
  readonly template: string;
  readonly size: readonly [number, number];
  readonly rate: Rate;
  /** Its first frame in the cut, and how many it stands. */
  readonly first: number;
  readonly frames: number;
  readonly files: readonly ServedInput[];
}

/** The same title in the same size and rate is filmed once, wherever it stands. */
export function planTitle(
  { template, size, rate, first, frames, files }: TitleToFilm,
  tools: { readonly browser: string; readonly sharp: string; readonly ffmpeg: string },
): { readonly job: Job<CaptureRecipe>; readonly laid: Laid } {
  const { recipe: served, inputs } = serveUnit({ name: template, size, clickTag: '', click: 'none', files });
  const capture: CaptureWish = { what: 'title', rate, frames };
  const recipe: CaptureRecipe = { ...served, capture };
  const tool = `${tools.browser}, ${tools.sharp}, ${tools.ffmpeg}, ${TITLER}`;
  const key = jobKeyOf({ kind: 'capture', tool, recipe, inputs });
  const [width, height] = size;
  const file = `${template}-${shortKey(key)}.mov`;
  const at = (first * rate[1]) / rate[0];
  const seconds = (frames * rate[1]) / rate[0];
  return {
    job: { key, kind: 'capture', tool, recipe, inputs, file, label: `title ${template}, ${width} × ${height}`, batch: `title ${key}` },
    laid: { from: { from: 'job', key }, type: 'mp4', overlay: { left: 0, top: 0, width, height, at, seconds } },
  };
}
