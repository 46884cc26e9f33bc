/** Adaptive streams (HLS): a rendition in fragments, and the playlists that lead a player through them. */

/** Job kind `stream`: the coded picture or sound of a file of ours, put into fragments as it is. */
export type StreamRecipe =
  | {
      readonly of: 'picture';
      /** Of the film, and in each fragment but the last. */
      readonly frames: number;
      readonly gop: number;
    }
  | {
      readonly of: 'sound';
      /** Demuxer that it asks for. */
      readonly type: string;
      readonly seconds: number;
      /** Length of a fragment in s; a frame of AAC more or less. */
      readonly fragment: number;
    };

/** A `moof` with its `mdat`. */
export type Fragment = {
  readonly bytes: number;
  readonly seconds: number;
  /** Bytes from its start to the end of its key frame; of pictures alone. */
  readonly key?: number;
};

/** How the bytes of a stream lie: first what a decoder must know, then fragment after fragment. */
export type StreamFacts = { readonly head: number; readonly fragments: readonly Fragment[] };

/** A rendition of the picture as the master playlist offers it. */
export type Variant = {
  /** Place of its stream among the inputs. */
  readonly input: number;
  readonly playlist: string;
  /** Of its key frames alone, to look through the film by. */
  readonly keys?: string;
  readonly codecs: string;
  readonly width: number;
  readonly height: number;
};

export type CaptionRendition = { readonly language: string; readonly name: string; readonly playlist: string; readonly bytes: number };

/** Job kind `playlist`: a text that leads to streams by their names. */
export type PlaylistRecipe = {
  /** Length of a segment in s: players load one after another. */
  readonly segment: number;
} & (
  | { readonly what: 'media'; readonly file: string }
  | { readonly what: 'keys'; readonly file: string }
  | {
      readonly what: 'master';
      readonly seconds: number;
      /** Frames per second, written with three decimals. */
      readonly rate: string;
      readonly variants: readonly Variant[];
      readonly sound?: { readonly input: number; readonly playlist: string; readonly channels: number; readonly language: string };
      readonly captions: readonly CaptionRendition[];
    }
);
