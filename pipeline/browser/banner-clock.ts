/** The one clock that all banners of the preview run by: they are told where it stood when, and stay in step of their own accord. */
import type { Heard, Label } from '../model/banner-sheet.ts';

type Ready = Extract<Heard, { kader: 'ready' }>;

export interface Clock {
  /** In s, never past its length. */
  time(): number;
  length(): number;
  isPlaying(): boolean;
  play(): void;
  pause(): void;
  /** Stands still there. */
  seek(seconds: number): void;
  setLength(seconds: number): void;
  /** What banners are told. */
  state(): { readonly time: number; readonly since: number | null };
  /** Stops at its end when nobody stopped it before. @returns whether it just did */
  settle(): boolean;
}

/** @param wall ms since 1970, the same for every page on this machine */
export function openClock(wall: () => number, onChange: () => void): Clock {
  let [from, since, length]: [number, number | null, number] = [0, null, 0];
  const time = (): number => Math.min(length, since === null ? from : from + (wall() - since) / 1000);
  const set = (at: number, moment: number | null): void => {
    [from, since] = [Math.max(0, at), moment];
    onChange();
  };
  return {
    time,
    length: () => length,
    isPlaying: () => since !== null,
    play: () => set(time() >= length ? 0 : time(), wall()),
    pause: () => set(time(), null),
    seek: (seconds) => set(Math.min(seconds, length), null),
    setLength(seconds) {
      // What stood at the end stays there, so that a banner that turns out longer is not cut short by its neighbours.
      length = seconds;
    },
    state: () => ({ time: since === null ? Math.min(from, length) : from, since }),
    settle() {
      if (since === null || time() < length) return false;
      set(length, null);
      return true;
    },
  };
}

/** Labels nearer to each other than this share of the whole cannot be told apart on the scrubber. */
const APART = 0.008;

/** Of several banners each moment once, with all the names it goes by. */
export function labelsOf(banners: readonly Ready[], length: number): Label[] {
  const found: { names: Set<string>; at: number }[] = [];
  for (const { name, at } of banners.flatMap(({ labels }) => labels).sort((one, other) => one.at - other.at)) {
    const last = found.at(-1);
    if (last && at - last.at <= length * APART) last.names.add(name);
    else if (at <= length) found.push({ names: new Set([name]), at });
  }
  return found.map(({ names, at }) => ({ name: [...names].join(', '), at }));
}
