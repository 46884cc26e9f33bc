/** What the outside asks of film and sound: dated limits with their sources, and what is made for a channel when nothing else is said. */
import type { Rate } from './clip.ts';
import type { Severity } from './finding.ts';
import { kindOfLimit, type MediaLimitId, type MediaUnit } from './media-table.ts';

/** The platform's own page, somebody who quotes it, anybody else, or no page read. */
export type MediaStatus = 'official' | 'quoted' | 'secondary' | 'unknown';
export type MediaValue = number | boolean | readonly string[];

/** One thing that is asked. */
export interface MediaLimit {
  /** What it is about, such as `most-seconds`; permanent. */
  readonly id: MediaLimitId;
  /** null: not known; it needs the current sheet and neither passes nor blocks. */
  readonly value: MediaValue | null;
  readonly unit?: MediaUnit;
  readonly severity: Severity;
  /** Page it was read on. */
  readonly source: string;
  /** Day it was read, `2026-11-20`. */
  readonly checked: string;
  readonly status: MediaStatus;
  /** What the value alone does not say; sources that contradict each other stand here. */
  readonly note?: string;
}

/** Shares of the picture that the channel's own interface covers. */
export interface SafeArea {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** How the picture of a channel is made. */
export interface FilmMake {
  readonly ratio: readonly [width: number, height: number];
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** The shape of the first clip is kept within `width` × `height`, unless the order says a ratio. */
  readonly keepsShape?: true;
  /** Frames per second, best first; `rateFor` says which one a cut gets. */
  readonly rates: readonly number[];
  readonly codec: 'h264' | 'hevc' | 'av1';
  /** Bits per second that are never passed; absent: the channel sets no bound. */
  readonly mostRate?: number;
  readonly gopSeconds: number;
  readonly editList: boolean;
  readonly container: 'mp4' | 'mov' | 'webm';
  /** Chapters are written into the file. */
  readonly chapters?: true;
  /** Absent: nobody says what the interface covers. */
  readonly safe?: SafeArea;
}

/** How the sound of a channel is made. */
export interface SoundMake {
  readonly codec: 'aac' | 'opus' | 'mp3' | 'wav';
  /** Bits per second; absent where nothing is lost. */
  readonly bitRate?: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** LUFS. */
  readonly loudness: number;
  /** LUFS of sound with one channel, where it differs. */
  readonly monoLoudness?: number;
  /** dBTP, at most. */
  readonly truePeak: number;
}

/** A place where film or sound is delivered. */
export interface MediaChannel {
  /** `instagram-reel`; names it in orders. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** `audio`: it takes no picture. */
  readonly kind: 'video' | 'audio';
  /** A channel of film that takes sound alone too. */
  readonly takesSound?: true;
  readonly limits: readonly MediaLimit[];
  /** What Kader makes when nothing else is said; absent where no picture is taken. */
  readonly make?: FilmMake;
  readonly sound: SoundMake;
}

/** What is asked of pictures, of loudness or of streams elsewhere: told and looked up, not delivered to by name. */
export interface ReferencePack {
  readonly id: string;
  readonly name: string;
  readonly kind: 'pictures' | 'loudness' | 'streaming';
  readonly limits: readonly MediaLimit[];
}

export type MediaPack = MediaChannel | ReferencePack;

/** The number that a channel asks, when it is known. Of several the strictest of those that weigh most. */
export function limitOf({ limits }: Pick<MediaPack, 'limits'>, id: MediaLimitId): number | undefined {
  const known = limits.filter((limit) => limit.id === id && typeof limit.value === 'number');
  const errors = known.filter(({ severity }) => severity === 'error');
  const values = (errors.length > 0 ? errors : known).map(({ value }) => value as number);
  if (values.length === 0) return undefined;
  return kindOfLimit(id).sense === 'at least' ? Math.max(...values) : Math.min(...values);
}

/** The frame rate that a cut gets: its own where the channel takes it, or else the best of the channel's that is nearest to it. */
export function rateFor(channel: MediaChannel, own: Rate): Rate {
  const rates = channel.make?.rates ?? [];
  const fps = own[0] / own[1];
  const [least, most, under] = [limitOf(channel, 'least-fps'), limitOf(channel, 'most-fps'), limitOf(channel, 'under-fps')];
  const takes =
    fps >= (least ?? Math.min(...rates)) && fps <= (most ?? under ?? Math.max(...rates)) && fps < (under ?? Number.POSITIVE_INFINITY);
  // 23.976 is 24 to whoever says 24; what a channel bounds by a number it bounds by that number.
  const isNamed = rates.some((rate) => fps === rate || (least === undefined && Math.abs(fps - (rate * 1000) / 1001) < 1e-6));
  if (rates.length === 0 || isNamed || takes) return own;
  const nearest = rates.toSorted((one, other) => Math.abs(one - fps) - Math.abs(other - fps) || rates.indexOf(one) - rates.indexOf(other));
  return [nearest[0] as number, 1];
}
