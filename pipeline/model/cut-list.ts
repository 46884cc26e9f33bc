/** Cut lists of editing programs as they were read: parts one after another, and what could not be followed. */
import type { Rate } from './clip.ts';
import type { Time } from './time.ts';

/** Frames; without a rate those of the list, as whoever ordered it says. */
export interface Length {
  readonly frames: number;
  readonly rate?: Rate;
}

/** A part of a reel or clip, as the list counts. */
export interface ListedPart {
  /** Reel, then other names by which the list calls the same material: clip names, file names. */
  readonly names: readonly string[];
  /** Absent: all of the material. */
  readonly from?: Time;
  readonly to?: Time;
  /** The time of the material's first frame, where the list tells. */
  readonly origin?: Time;
  /** It is mixed with the part before: so much of it from before `from`, and so much of the other from behind its `to`. */
  readonly lead?: Length;
  readonly tail?: Length;
  /** Frames per second that it is played at, where the list says so. */
  readonly speed?: number;
  /** Line of the list, 1-based; 0 where it cannot be told. */
  readonly line: number;
}

/** What an editing program can do and a cut of Kader cannot, or what contradicts itself. */
export type NotFollowed =
  | 'speed'
  | 'freeze'
  | 'wipe'
  | 'key'
  | 'gap'
  | 'overlap'
  | 'sound'
  | 'tracks'
  | 'nested'
  | 'disabled'
  | 'lengths'
  | 'generator';

/** Only gaps, wipes and the like leave a cut that is worth making. */
const SERIOUS: readonly NotFollowed[] = ['speed', 'freeze', 'nested', 'lengths', 'generator'];
export const isSerious = (what: NotFollowed): boolean => SERIOUS.includes(what);

export interface ListFault {
  readonly line: number;
  /** Absent: the line cannot be read at all. */
  readonly what?: NotFollowed;
  /** What stands there, short. */
  readonly text: string;
}

export interface CutListReading {
  readonly parts: readonly ListedPart[];
  /** From and to black at both ends. */
  readonly fadeIn?: Length;
  readonly fadeOut?: Length;
  /** What is seen of the last part behind its `to`, while it fades. */
  readonly runsOn?: Length;
  /** Of the list, where it tells. */
  readonly rate?: Rate;
  readonly faults: readonly ListFault[];
}

/** A supplied cut list that was read, for the film or the sound of it. */
export interface CutList extends CutListReading {
  readonly kind: 'video' | 'audio';
  /** As the order writes it. */
  readonly file: string;
}

/** Longer ones are no cut lists: 1 MB of either kind holds thousands of cuts. */
export const MOST_LIST_BYTES = 16_000_000;

export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
