/** A cut: parts of clips one after another, as the order wants them, with all times resolved. */

import type { Chapter } from './chapters.ts';
import type { Cue, Rate } from './clip.ts';
import type { Focus } from './crop.ts';
import type { PreviewFormat } from './cut-schema.ts';

export type Fit = 'cover' | 'contain' | 'blur';

/** What a cut is delivered as; the name of a pack in `channels/`. */
export type ChannelName = string;

/** A part of a clip, exact to its frame. */
export interface CutPart {
  /** Name of the asset. */
  readonly clip: string;
  /** In s of the clip: what is seen first, and what is seen no more. */
  readonly from: number;
  readonly to: number;
  /** Seconds in which it is mixed with the part before it; 0: it follows at once. */
  readonly fade: number;
  /** How it fills a frame of another shape, and round which point. */
  readonly fit: Fit;
  readonly focus: Focus | readonly FocusKey[];
  /** Black bars that were measured on the clip are cut away first; absent: they are left. */
  readonly bars?: 'cut';
}

/** The focus at a moment of the part, in s from its start; in between it moves evenly. */
export interface FocusKey {
  readonly at: number;
  readonly focus: Focus;
}

/** A bed under the sound of the parts. */
export interface Music {
  readonly clip: string;
  readonly from: number;
  /** Gain in dB where nobody speaks, and how much lower where the parts are heard. */
  readonly gain: number;
  readonly duck: number;
}

/** A title of the house, rendered by the browser and laid over the picture. */
export interface CutTitle {
  /** Folder in `templates/<house>/video/`. */
  readonly template: string;
  /** In s of the cut. */
  readonly at: number;
  readonly seconds: number;
  /** By slot. */
  readonly text: Readonly<Record<string, string>>;
  /** Slot: name of a picture. */
  readonly images?: Readonly<Record<string, string>>;
}

interface CutBase {
  /** As ordered, such as `reel`. */
  readonly name: string;
  readonly channel: ChannelName;
  /** Absent where nothing in it is of a language. */
  readonly language?: string;
  readonly parts: readonly CutPart[];
  readonly music?: Music;
  /** Fades of the sound (and, in a film, of the picture from and to black) at both ends, in s. */
  readonly fadeIn: number;
  readonly fadeOut: number;
  /** LUFS; absent: as the channel wants it. */
  readonly loudness?: number;
  /** In s: the parts without what they share in their fades. */
  readonly seconds: number;
  /** Line in `order.yaml`. */
  readonly line: number;
}

export interface FilmCut extends CutBase {
  readonly what: 'video';
  readonly titles: readonly CutTitle[];
  /** `burned`: in the picture; `track`: in a file beside it, for all languages that there are. */
  readonly captions: 'burned' | 'track' | 'none';
  /** In the times of the cut, by language. */
  readonly cues: Readonly<Record<string, readonly Cue[]>>;
  /** In s of the cut; absent: the best frame is looked for. */
  readonly poster?: number;
  /** Name of a picture that stands in a corner all through. */
  readonly logo?: string;
  /** Width and height; absent: what the channel likes best. */
  readonly ratio?: readonly [number, number];
  /** Absent: it has none. */
  readonly chapters?: readonly Chapter[];
  /** Delivered as an adaptive stream (HLS) too. */
  readonly hls?: true;
  /** Formats of its moving previews; absent: the usual ones. */
  readonly previews?: readonly PreviewFormat[];
  /** Frames per second of the cut; that of its first part, if the channel takes it. */
  readonly rate: Rate;
}

export interface SoundCut extends CutBase {
  readonly what: 'audio';
  readonly title?: string;
  /** Name of a picture. */
  readonly cover?: string;
  readonly chapters: readonly Chapter[];
  /** What is said, in the times of the cut, by language; absent where its clips have no captions. */
  readonly cues?: Readonly<Record<string, readonly Cue[]>>;
}

export type Cut = FilmCut | SoundCut;
