/** How much of a picture's outer edge can be told from the page it stands on. */
import { difference } from './gamut.ts';
import { BYTE_LINEAR, labOf } from './light.ts';
import type { Pixels } from './pixels.ts';

/** Pages that an ad may stand on; a light grey is what most pages are that are neither. */
const PAGES = { white: [255, 255, 255], grey: [204, 204, 204], black: [0, 0, 0] } as const;

/** CIEDE2000 from which an edge of 1 px is seen: some five times what is just seen of two fields side by side. */
const SEEN = 5;

export interface Edge {
  /** Shares of the edge, 0–1, that stand out. */
  readonly white: number;
  readonly grey: number;
  readonly black: number;
}

/** @param pixels as the unit's outermost px show it */
export function edgeOf({ width, height, channels, data }: Pixels): Edge {
  const counts = { white: 0, grey: 0, black: 0 };
  let all = 0;
  const look = (x: number, y: number): void => {
    const at = (y * width + x) * channels;
    const own = seenAs(data, at);
    all++;
    for (const page of Object.keys(PAGES) as (keyof typeof PAGES)[]) if (difference(own, seenAs(PAGES[page], 0)) >= SEEN) counts[page]++;
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) look(x, y);
  for (let y = 1; y < height - 1; y++) for (const x of [0, width - 1]) look(x, y);
  const share = (count: number): number => Math.round((count / all) * 100) / 100;
  return { white: share(counts.white), grey: share(counts.grey), black: share(counts.black) };
}

type Lab = ReturnType<typeof labOf>;

function seenAs(data: ArrayLike<number>, at: number): Lab {
  const linear = (channel: number): number => BYTE_LINEAR[data[at + channel] as number] as number;
  return labOf(linear(0), linear(1), linear(2));
}
