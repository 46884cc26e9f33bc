/** A clip: supplied film or sound, with what was read of it and what was measured on it. Times are seconds from its start. */
import type { ImageFacts } from './asset.ts';

/** Containers that are told from their bytes; what is sniffed is the only demuxer that may open the file. */
export type ClipType = (typeof CLIP_TYPES)[number];
export const CLIP_TYPES = ['mp4', 'matroska', 'avi', 'mpegts', 'mpegps', 'mxf', 'wav', 'aiff', 'flac', 'mp3', 'ogg', 'aac'] as const;

export function isClipType(type: string): type is ClipType {
  return (CLIP_TYPES as readonly string[]).includes(type);
}

/** Numerator and denominator, such as [30000, 1001]. */
export type Rate = readonly [number, number];

/** From start to end, in s. */
export type Span = readonly [from: number, to: number];

/** What the headers and packets say; nothing was decoded for it. */
export interface ClipFacts {
  readonly kind: 'clip';
  /** In s, as the container states it. */
  readonly seconds: number;
  /** Bits per second of the whole file. */
  readonly bitRate: number;
  /** Absent: it is sound alone; a cover picture in a sound file is none. */
  readonly picture?: PictureTrack;
  /** The first of them. */
  readonly sound?: SoundTrack;
  /** Counted by kind; what is not used is said. */
  readonly tracks: { readonly pictures: number; readonly sounds: number; readonly texts: number; readonly others: number };
  /** Of the first frame, such as `01:00:00:00`; `;` before the frames: drop frame. */
  readonly timecode?: string;
  /** The container shows less, or in another order, than its tracks hold. */
  readonly hasEditList?: true;
  /** mp4: tracks with an edit list, harmless ones too; absent where nobody looked. */
  readonly editLists?: number;
  /** mp4: the index stands before the pictures, so that it plays while it loads; absent where nobody looked. */
  readonly indexFirst?: boolean;
  readonly chapters: readonly { readonly from: number; readonly to: number; readonly title: string }[];
  readonly rights: ImageFacts['rights'];
  readonly hasGps: boolean;
  /** Names of persons, serial numbers, or the device's owner. */
  readonly hasPersonalData: boolean;
  /** Absent when measuring was not asked, or failed: a finding says which. */
  readonly measured?: ClipMeasures;
}

export interface PictureTrack {
  /** ffmpeg's name, such as `h264`, and its profile. */
  readonly codec: string;
  readonly profile?: string;
  /** In px as it is to be seen: turned upright and with square pixels. */
  readonly width: number;
  readonly height: number;
  /** In px as it is coded. */
  readonly coded: readonly [width: number, height: number];
  /** Shape of a pixel; [1, 1] is square. */
  readonly pixelShape: Rate;
  /** Degrees clockwise that a player turns it: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** The rate that is stated, and frames by time. */
  readonly rate: Rate;
  readonly averageRate: Rate;
  /** Frames do not stand equally long: the packets say so. */
  readonly isVariable: boolean;
  /** Shortest and longest frame, in s. */
  readonly steps: readonly [shortest: number, longest: number];
  readonly frames: number;
  readonly seconds: number;
  /** When its first frame is shown, in s. */
  readonly startsAt: number;
  readonly bitRate: number;
  /** Largest distance between two key frames, in s. */
  readonly longestGop: number;
  /** Key frames that are followed by pictures which are shown before them, and so hang on the group before; of coded order. */
  readonly openGops: number;
  /** Bits per second of the heaviest stretch of some 6 s, in whole groups of pictures; at least the mean. */
  readonly peakRate: number;
  /** ffmpeg's name, such as `yuv420p10le`, and bits per channel. */
  readonly pixels: string;
  readonly depth: number;
  readonly hasAlpha: boolean;
  /** As tagged; `unknown` where nothing is said. */
  readonly colour: {
    readonly matrix: string;
    readonly primaries: string;
    readonly transfer: string;
    readonly range: 'tv' | 'pc' | 'unknown';
  };
  /** Light beyond white. */
  readonly hdr?: 'pq' | 'hlg';
  /** As tagged; what was measured may say otherwise. */
  readonly fieldOrder: 'progressive' | 'top' | 'bottom' | 'unknown';
}

/** BT.709 begins above the 576 lines of PAL; wide films of HD have fewer. */
export function isHd({ coded: [width, height] }: Pick<PictureTrack, 'coded'>): boolean {
  return Math.max(width, height) >= 1280 || Math.min(width, height) > 576;
}

export interface SoundTrack {
  readonly codec: string;
  readonly profile?: string;
  readonly channels: number;
  /** Such as `stereo` or `5.1`. */
  readonly layout: string;
  /** Left and right stand in the first two tracks, one channel in each, as cameras and broadcasters write them. */
  readonly isPair?: true;
  readonly sampleRate: number;
  readonly bitRate: number;
  readonly seconds: number;
  readonly startsAt: number;
}

/** What decoding the whole clip once showed. */
export interface ClipMeasures {
  /** What came out, against what was stated. */
  readonly decoded: { readonly frames: number; readonly pictureSeconds: number; readonly soundSeconds: number };
  /** What the decoder complained of, each kind once; at most ten. */
  readonly complaints: readonly string[];
  readonly black: readonly Span[];
  readonly frozen: readonly Span[];
  /** Share of the frames that are interlaced, and which field comes first. */
  readonly interlaced: { readonly share: number; readonly first: 'top' | 'bottom' };
  /** Black bars that stand all through, as shares of the upright picture's height or width. */
  readonly bars: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Seconds in which light or red flashes more than three times (WCAG 2.3.1). */
  readonly flashes: readonly Span[];
  /** ffmpeg's blurdetect and blockdetect, the mean of the frames; for information. */
  readonly blur?: number;
  readonly blocks?: number;
  readonly sound?: SoundMeasures;
}

export interface SoundMeasures {
  /** LUFS, LU and dBTP as EBU R 128 defines them; null where all is silent. */
  readonly loudness: number | null;
  readonly range: number;
  readonly truePeak: number | null;
  readonly silent: readonly Span[];
  /** astats: samples in a row at the very peak, and how often; above 3 it was cut off. */
  readonly flatFactor: number;
  readonly peakCount: number;
  /** Highest sample, dBFS; null where all is silent. */
  readonly peak: number | null;
  /** Two channels that are one, or that cancel each other when they are joined: correlation −1 to 1. */
  readonly phase?: number;
  /** Of two channels the only one on which anything is heard. */
  readonly side?: 'left' | 'right';
}

/** One caption: what is said from when to when. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  /** Lines; `<i>` and `<b>` may stand in them, and nothing else. */
  readonly lines: readonly string[];
  /** Line of its file that its times stand on, 1-based; absent in the cues of a cut. */
  readonly line?: number;
}

/** Captions of a clip in one language, from a file of their own. */
export interface CaptionTrack {
  /** Path inside the production folder. */
  readonly file: string;
  readonly cues: readonly Cue[];
}

const DEMUXERS: Readonly<Record<string, ClipType>> = { webm: 'matroska', mp3: 'mp3', wav: 'wav', flac: 'flac', ogg: 'ogg' };

/** The demuxer that a file of ours asks for, by its container; those of the ISO family, m4a and mov too, are `mp4`. */
export function demuxerOf(container: string): ClipType {
  return DEMUXERS[container] ?? 'mp4';
}
