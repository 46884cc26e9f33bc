/** How each codec and container of sound is written, and what its encoder adds. */
import type { SoundRecipe } from '../model/cut-recipe.ts';
import type { InputType } from './ffmpeg.ts';
import type { Capability } from './ffmpeg-find.ts';

type Output = SoundRecipe['output'];

/** Samples that ffmpeg's AAC encoder puts before the first (`initial_padding`), one packet. */
export const PRIMING = 1024;

interface Coding {
  readonly options: readonly string[];
  readonly needs: readonly Capability[];
  /** Samples that may follow the last: where a container cannot say that they are none. */
  readonly padding: number;
  /** A cover goes in as a picture, not as a comment. */
  readonly keepsPictures: boolean;
}

const ENCODERS = { aac: 'aac', opus: 'libopus', mp3: 'libmp3lame', wav: 'pcm_s24le', flac: 'flac' } as const satisfies Record<
  Output['codec'],
  string
>;

/** One thread: the bytes of none of them depend on more, and none is faster for it. */
export function codingOf({ codec, bitRate, container, tags, withoutPriming }: Output): Coding {
  const encoder = ENCODERS[codec];
  const rate = bitRate === undefined ? [] : ['-b:a', String(bitRate)];
  const { muxer, options, keepsPictures } = containers[container];
  // Only letters: it comes from our own table, and this one place is a command.
  const language = /^[a-z]{3}$/.exec(tags['language'] ?? '')?.[0];
  return {
    options: [
      ...['-c:a', encoder, ...rate, ...(own[codec] ?? []), '-flags:a', '+bitexact', '-threads', '1'],
      ...(language ? ['-metadata:s:a:0', `language=${language}`] : []),
      ...(withoutPriming ? ['-use_editlist', '0'] : []),
      ...options,
      ...['-f', muxer],
    ],
    needs: [`enc:${encoder}`, `mux:${muxer}`],
    padding: codec === 'aac' ? 2 * PRIMING : 0,
    keepsPictures,
  };
}

const own: Readonly<Partial<Record<Output['codec'], readonly string[]>>> = {
  aac: ['-aac_coder', 'twoloop', '-profile:a', 'aac_low'],
  opus: ['-vbr', 'on', '-compression_level', '10', '-application', 'audio'],
  mp3: ['-compression_level', '2', '-joint_stereo', '1'],
  flac: ['-sample_fmt', 's32', '-bits_per_raw_sample', '24', '-compression_level', '8'],
};

const containers: Readonly<Record<Output['container'], { muxer: string; options: readonly string[]; keepsPictures: boolean }>> = {
  m4a: { muxer: 'ipod', options: ['-movflags', '+faststart'], keepsPictures: true },
  ogg: { muxer: 'ogg', options: [], keepsPictures: false },
  webm: { muxer: 'webm', options: [], keepsPictures: false },
  // Windows and many players of cars read no later version; how long the sound is without its padding stands in the Xing header.
  mp3: { muxer: 'mp3', options: ['-id3v2_version', '3', '-write_xing', '1'], keepsPictures: true },
  // EBU Tech 3285: broadcasters look for the chunk.
  wav: { muxer: 'wav', options: ['-write_bext', '1', '-rf64', 'auto'], keepsPictures: false },
  flac: { muxer: 'flac', options: [], keepsPictures: true },
};

const TYPES: Readonly<Record<Output['container'], InputType>> = {
  m4a: 'mp4',
  ogg: 'ogg',
  webm: 'matroska',
  mp3: 'mp3',
  wav: 'wav',
  flac: 'flac',
};

export function containerType(container: Output['container']): InputType {
  return TYPES[container];
}
