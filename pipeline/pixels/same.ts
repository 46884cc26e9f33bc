/** Whether two frames of a page show the same, but for how edges were smoothed. */
import type { Pixels } from './pixels.ts';

/** Of 255, from which a pixel is another. */
const OTHER = 24;
/** Share of the pixels that may be: letters lie a hair elsewhere in a frame. */
const FEW = 0.002;

export function showTheSame(one: Pixels, other: Pixels): boolean {
  if (one.width !== other.width || one.height !== other.height || one.channels !== other.channels) return false;
  const { channels } = one;
  let others = 0;
  for (let at = 0; at < one.data.length; at += channels) {
    for (let channel = 0; channel < 3; channel++) {
      if (Math.abs((one.data[at + channel] as number) - (other.data[at + channel] as number)) < OTHER) continue;
      others++;
      break;
    }
  }
  return others <= FEW * one.width * one.height;
}
