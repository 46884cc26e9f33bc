/** The best of several frames of a film: sharp, well lit, and with more to see than a plain ground. */

/** Frames one after another, three bytes a pixel. */
export interface Frames {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/** What is looked at of each frame is about so many px wide: fine noise must not pass for detail. */
const LOOKED_AT = 160;

/** Means below or above are fades, black leader or a blank: they lose against anything with a picture in it. */
const DARK = 28;
const LIGHT = 235;

/** @returns the place of the best; of equals the first */
export function bestFrame(frames: Frames): number {
  const scores = Array.from({ length: frames.count }, (_, at) => scoreOf(frames, at));
  return scores.reduce((best, score, at) => (score > (scores[best] as number) * 1.0001 ? at : best), 0);
}

/**
 * Mean step between neighbours on a small picture (a frame blurred by motion has small ones) times the spread of its light, less
 * for what is dim or pale.
 */
export function scoreOf(frames: Frames, at: number): number {
  const { light, width, height } = smallOf(frames, at);
  let [sum, squares, steps] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = light[y * width + x] as number;
      sum += own;
      squares += own * own;
      if (x > 0 && y > 0)
        steps += Math.abs(own - (light[y * width + x - 1] as number)) + Math.abs(own - (light[(y - 1) * width + x] as number));
    }
  }
  const count = width * height;
  const mean = sum / count;
  const spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
  const lit = Math.min(1, Math.max(0, mean - DARK / 2) / DARK, Math.max(0, 255 - mean) / (255 - LIGHT));
  return (steps / count) * Math.sqrt(spread) * lit;
}

/** Luma of BT.709, each of its pixels the mean of a block. */
function smallOf({ data, width, height }: Frames, at: number): { light: Float64Array; width: number; height: number } {
  const block = Math.max(1, Math.round(width / LOOKED_AT));
  const small = { width: Math.max(1, Math.floor(width / block)), height: Math.max(1, Math.floor(height / block)) };
  const light = new Float64Array(small.width * small.height);
  const start = at * width * height * 3;
  for (let y = 0; y < small.height * block && y < height; y++) {
    for (let x = 0; x < small.width * block && x < width; x++) {
      const from = start + (y * width + x) * 3;
      const luma = 0.2126 * (data[from] ?? 0) + 0.7152 * (data[from + 1] ?? 0) + 0.0722 * (data[from + 2] ?? 0);
      const to = Math.floor(y / block) * small.width + Math.floor(x / block);
      light[to] = (light[to] as number) + luma / (block * block);
    }
  }
  return { light, ...small };
}
