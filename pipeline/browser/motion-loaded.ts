/** Waits for fonts and pictures, but never for ever: an ad must not stay empty. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './motion.ts';

/** In a page opened with this hash nothing plays: it is being photographed. */
export const isStill = (): boolean => location.hash === '#kader-still';

/** A font server may hang; a photograph can wait longer than a reader. */
export function patiently(wait: Promise<unknown>): Promise<unknown> {
  return Promise.race([wait, new Promise((resolve) => setTimeout(resolve, isStill() ? 20_000 : 4000))]);
}

/** Resolves, never rejects, when every font and picture of the stage has come or failed. */
export function loaded({ root }: Stage): Promise<unknown> {
  const fonts = [...document.fonts].map((face) => face.load());
  const pictures = [...root.querySelectorAll('img')].map((picture) => picture.decode());
  return patiently(Promise.allSettled([...fonts, ...pictures]));
}
