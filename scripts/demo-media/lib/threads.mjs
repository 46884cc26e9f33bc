/** Frames in their order, drawn on two threads and never more than a few ahead of who takes them. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FILMS } from './shots.mjs';
import { readSource } from './source.mjs';

const THREADS = 2;

/** Yields planar YUV 4:2:0 frames of the film. @param only frames (numbers of the film) that are wanted; absent: all */
export async function* framesOf(film, photos, { scale = 1, only } = {}) {
  const { shots, rate, ...size } = FILMS[film];
  const even = (v) => 2 * Math.round((v * scale) / 2);
  const [width, height] = [even(size.width), even(size.height)];
  const crew = Array.from({ length: THREADS }, () => hire());
  try {
    let n = 0;
    let ahead;
    for (const [index, shot] of shots.entries()) {
      const first = n;
      n += shot.frames;
      const wanted = Array.from({ length: shot.frames }, (_, i) => first + i).filter(
        (i) => !only || only.includes(i),
      );
      if (wanted.length === 0) continue;
      const source = await (ahead?.index === index ? ahead.source : sourceOf(shot, photos, scale));
      const next = shots[index + 1];
      // The next photograph is read while this one is filmed.
      ahead =
        next && !only ? { index: index + 1, source: sourceOf(next, photos, scale) } : undefined;
      ahead?.source.catch(() => undefined);
      const ask = (i) => {
        const at = {
          t: (i - first) / rate,
          share: (i - first) / Math.max(1, shot.frames - 1),
          n: i,
          width,
          height,
        };
        return crew[i % THREADS].draw({ film, shot: index, source, at });
      };
      const waiting = [];
      for (const i of wanted) {
        waiting.push(ask(i));
        if (waiting.length > THREADS * 2) yield await waiting.shift();
      }
      while (waiting.length > 0) yield await waiting.shift();
    }
  } finally {
    await Promise.all(crew.map(({ worker }) => worker.terminate()));
  }
}

function sourceOf({ photo, ...shot }, photos, scale) {
  return readSource(join(photos, photo), { ...shot, width: Math.round(shot.width * scale) });
}

/** A thread that draws what it is asked for, in that order. */
function hire() {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url));
  const asked = [];
  worker.on('message', ({ frame, error }) => {
    const { resolve, reject } = asked.shift();
    if (error) reject(new Error(error));
    else resolve(frame);
  });
  worker.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    worker,
    draw: (wish) => {
      const drawn = new Promise((resolve, reject) => asked.push({ resolve, reject }));
      drawn.catch(() => undefined);
      worker.postMessage(wish);
      return drawn;
    },
  };
}
