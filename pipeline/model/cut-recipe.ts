/** Recipes of film and sound: every number that decides their frames, samples and bytes. Inputs are named by their place. */
import type { Rate, Span } from './clip.ts';
import type { Focus } from './crop.ts';
import type { PreviewFormat } from './cut-schema.ts';
import type { Box } from './recipe.ts';

/** Bytes of every encoder here depend on how many threads it has, so it is said. */
type Threads = { readonly threads: number };

/** A clip as an input of a job, and how its numbers are read. */
export type ClipInput = {
  /** Demuxer that its bytes ask for; no other may open it. */
  readonly type: string;
  /** Of the picture as it is to be seen; absent for sound. */
  readonly width?: number;
  readonly height?: number;
  readonly hasSound: boolean;
  /** Left and right stand in its first two tracks. */
  readonly isPair?: true;
  /** Samples of 48 kHz before its sound begins; only of containers whose clock is lost when their picture is not read. */
  readonly soundAt?: number;
};

/** What is seen of one part, in frames of the cut. */
export type PicturePart = {
  readonly input: number;
  readonly span: Span;
  /** Frames that it shares with the part before it. */
  readonly fade: number;
  readonly frames: number;
  /** Longest frame and longest way between two key frames of the clip, in s: so much earlier it is looked for. */
  readonly step: number;
  readonly gop: number;
  /** Frames for which the last picture may stand at the end, where the clip has sound for longer; more missing is a fault. */
  readonly hold: number;
  readonly deinterlace?: 'top' | 'bottom';
  /** Pixels that are no squares are made so, and the turn of the camera is undone, before anything else. */
  readonly rotation: number;
  readonly pixelShape: Rate;
  /** How its colours are read: said, or assumed. */
  readonly colour: { readonly matrix: string; readonly primaries: string; readonly transfer: string; readonly range: 'tv' | 'pc' };
  readonly hdr?: 'pq' | 'hlg';
  readonly fit: 'cover' | 'contain' | 'blur';
  readonly focus: Focus | readonly { readonly at: number; readonly focus: Focus }[];
  /** Bars are cut away first, where the order wants it so. */
  readonly crop?: Box;
};

/** Laid over the picture of the whole cut: a rendered title, or a logo. */
export type Overlay = {
  readonly input: number;
  /** In s of the cut; absent: all through. */
  readonly at?: number;
  readonly seconds?: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The picture of a cut before it is coded: equal in all the files that one process makes of it. */
export type Picture = {
  readonly inputs: readonly ClipInput[];
  readonly parts: readonly PicturePart[];
  readonly width: number;
  readonly height: number;
  readonly rate: Rate;
  readonly frames: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly overlays: readonly Overlay[];
  /** Place among the inputs of captions (ASS) and of the fonts that they are set in. */
  readonly captions?: { readonly input: number; readonly fonts: readonly number[] };
};

/** By how much a part is enlarged in each direction, for its shape and size in the cut: below 1 it is made smaller. */
export function stretchOf({ inputs, width, height }: Picture, { input, crop }: PicturePart): readonly [wide: number, high: number] {
  const { width: wide = width, height: high = height } = crop ?? inputs[input] ?? {};
  return [width / wide, height / high];
}

/** By how much the pixels of a part are enlarged. */
export function enlargementOf(picture: Picture, part: PicturePart): number {
  const stretch = stretchOf(picture, part);
  return part.fit === 'cover' ? Math.max(...stretch) : Math.min(...stretch);
}

/** What is made of a picture. */
export type CutOutput =
  | ({
      readonly what: 'film';
      readonly codec: 'h264' | 'av1' | 'hevc' | 'vp9';
      readonly width: number;
      readonly height: number;
      readonly crf: number;
      /** Bits per second, where a channel or a ladder bounds them. */
      readonly mostRate?: number;
      /** H.264: ten times the level; AV1: its index; the others find their own. */
      readonly level?: number;
      readonly preset: string;
      /** Frames between key frames. */
      readonly gop: number;
      /** Key frames stand there and nowhere else, so that streams can be changed at them; absent: cuts have theirs too. */
      readonly steady?: true;
      readonly container: 'mp4' | 'webm' | 'mov';
      readonly editList: boolean;
      /** Place among the inputs of the coded sound that goes along; absent: it is silent. */
      readonly sound?: number;
      /** Demuxer that the sound asks for. */
      readonly soundType?: string;
      /** Place among the inputs of its chapters, in the words of ffmpeg's metadata file. */
      readonly chapters?: number;
      /** Written into the file: who holds the rights; everything that the sources say of themselves is left out. */
      readonly tags: Readonly<Record<string, string>>;
    } & Threads)
  /** One picture as JPEG: a frame by its number, or the best of some that stand for the whole (see `pixels/best-frame.ts`). */
  | {
      readonly what: 'poster';
      readonly frames: readonly number[];
      readonly width: number;
      readonly height: number;
      readonly quality: number;
    }
  /** Small pictures in rows as one JPEG, one every `step` frames. */
  | {
      readonly what: 'sprite';
      readonly step: number;
      readonly quality: number;
      readonly width: number;
      readonly height: number;
      readonly columns: number;
      readonly rows: number;
    }
  | ({
      readonly what: 'preview';
      readonly format: PreviewFormat;
      /** Its first frame, and how many of the cut it lasts. */
      readonly first: number;
      readonly frames: number;
      readonly width: number;
      readonly height: number;
      /** Frames per second: one in so many of the cut is taken. */
      readonly every: number;
    } & Threads);

/** Job kind `cut`: one file of the picture of a cut. Jobs with the same picture are one batch, and share one decode. */
export type CutRecipe = { readonly picture: Picture; readonly output: CutOutput };

/** Gain of each channel that comes in, for each that goes out: `[[1, 0], [0, 1]]` leaves stereo as it is. */
export type Matrix = readonly (readonly number[])[];

/** What is heard of one part; all lengths are samples of 48 kHz. */
export type SoundPart = {
  /** -1: silence. */
  readonly input: number;
  /** The first of the clip that is heard, and how many follow it. */
  readonly first: number;
  readonly samples: number;
  /** That it shares with the part before it. */
  readonly fade: number;
  readonly matrix: Matrix;
  /** In which it rises from nothing and falls to it: where sound is cut in its midst it would click. */
  readonly rise: number;
  readonly fall: number;
};

/** Music gives way to what is heard. Levels are decibels, times s. */
export type Ducking = {
  readonly depth: number;
  /** Above this the parts are heard: dB full scale, and never further below their loudest tenth of a second than `under`. */
  readonly floor: number;
  readonly under: number;
  /** It is lower by then when somebody begins to speak, and stays so through pauses that are no longer than `hold`. */
  readonly fall: number;
  readonly hold: number;
  readonly rise: number;
};

/** The sound of a cut before it is coded. */
export type Mix = {
  readonly inputs: readonly ClipInput[];
  readonly parts: readonly SoundPart[];
  /** In samples of 48 kHz, as are the fades. */
  readonly samples: number;
  readonly channels: 1 | 2;
  readonly fadeIn: number;
  readonly fadeOut: number;
  /** Parts of the music follow one another as those of the cut do; gain in dB. */
  readonly music?: { readonly parts: readonly SoundPart[]; readonly gain: number; readonly duck: Ducking };
  /** LUFS and dBTP that the coded file must have, and the dB by which it is raised at most; absent: as loud as it comes. */
  readonly loudness?: { readonly target: number; readonly truePeak: number; readonly mostGain: number };
};

/** Job kind `sound`: a mix, mastered and coded; measured after coding, and coded anew once when that moved it. */
export type SoundRecipe = {
  readonly mix: Mix;
  readonly output: {
    readonly codec: 'aac' | 'opus' | 'mp3' | 'wav' | 'flac';
    /** Bits per second; absent where nothing is lost. */
    readonly bitRate?: number;
    readonly container: 'm4a' | 'ogg' | 'mp3' | 'wav' | 'flac' | 'webm';
    readonly sampleRate: number;
    readonly tags: Readonly<Record<string, string>>;
    /** A square picture: its place among the inputs, and its side in px. */
    readonly cover?: { readonly input: number; readonly side: number; readonly type: 'jpeg' | 'png' };
    readonly chapters: readonly { readonly at: number; readonly title: string }[];
    /** What the encoder puts before the first sample is cut from the sound, for containers that may not say so (no edit list). */
    readonly withoutPriming: boolean;
  };
};

/** What a job of sound or film tells of what it made, as read back by another program run. */
export type CutFacts = {
  readonly seconds: number;
  readonly frames?: number;
  readonly before?: Loudness;
  readonly after?: Loudness;
  /** What was done and why, as findings' codes with numbers are: `{ gain: 3.2, limited: true }`. */
  readonly done: Readonly<Record<string, string | number | boolean>>;
};

export type Loudness = { readonly loudness: number | null; readonly range: number; readonly truePeak: number | null };
