/** The sound of a cut: which clips are heard from when to when, how loud it becomes, and how it is coded. */
import type { Asset } from '../model/asset.ts';
import type { ClipFacts, Rate } from '../model/clip.ts';
import type { Cut, SoundCut } from '../model/cut.ts';
import type { ClipInput, Mix, SoundRecipe } from '../model/cut-recipe.ts';
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf, shortKey } from '../model/key.ts';
import { type MediaChannel, rateFor } from '../model/media-rules.ts';
import { iso639 } from './language-codes.ts';
import { layMusic, layParts, RATE } from './sound-parts.ts';

/** Raise it when the same recipe is mixed, mastered or tagged differently. */
const MIXER = 'mixer 1';

/** What is quieter than this many dB below its target stays so: raised further, its noise is heard and not its sound. */
const MOST_GAIN = 24;

type Coding = SoundRecipe['output']['codec'];
const CONTAINERS: Readonly<Record<Coding, SoundRecipe['output']['container']>> = {
  aac: 'm4a',
  opus: 'ogg',
  mp3: 'mp3',
  wav: 'wav',
  flac: 'flac',
};

/** Bits per second for each channel where the channel of delivery asks none: transparent for nearly all ears. */
const BIT_RATES: Readonly<Partial<Record<Coding, number>>> = { aac: 96_000, opus: 64_000, mp3: 96_000 };

/**
 * Containers without a beginning of their own: ffmpeg takes that of the tracks that are read, and sound that begins after the
 * picture would come too soon.
 */
const CLOCKS_OF_STREAMS: readonly string[] = ['mpegts', 'mpegps'];

/** A clip as planning reads it. */
export type SoundClip = Pick<Asset, 'name' | 'digest' | 'type' | 'rights' | 'clip'>;

export interface SoundWish {
  readonly cut: Cut;
  /** By name. */
  readonly assets: ReadonlyMap<string, SoundClip>;
  readonly channel: MediaChannel;
  /** `toolchain.ffmpeg`. */
  readonly ffmpeg: string;
  /** Another than the channel's, such as Opus beside AV1 on the web. */
  readonly codec?: Coding;
  /** `webm` for sound that goes into one. */
  readonly container?: SoundRecipe['output']['container'];
  /** Of an audio cut: a square picture, and its side in px. */
  readonly cover?: { readonly from: Input; readonly side: number; readonly type: 'jpeg' | 'png' } | undefined;
  /** Of an audio cut, such as the client. */
  readonly artist?: string | undefined;
}

/**
 * One job for each sound that differs: two channels that ask the same share theirs.
 * @returns undefined when nothing of the cut is heard
 */
export function planSound(wish: SoundWish): Job<SoundRecipe> | undefined {
  const { cut, channel, ffmpeg } = wish;
  const own = ownSound(wish);
  const inputs: Input[] = [];
  const clips: ClipInput[] = [];
  const placeOf = (name: string): { input: number; facts: ClipFacts | undefined } => {
    const asset = wish.assets.get(name);
    const facts = asset?.clip;
    if (!asset || !facts?.sound) return { input: -1, facts };
    const known = inputs.findIndex((input) => input.from === 'store' && input.digest === asset.digest);
    if (known >= 0) return { input: known, facts };
    inputs.push({ from: 'store', digest: asset.digest });
    const soundAt = CLOCKS_OF_STREAMS.includes(asset.type) ? Math.max(0, Math.round(facts.sound.startsAt * RATE)) : 0;
    clips.push({ type: asset.type, hasSound: true, ...(facts.sound.isPair ? { isPair: true } : {}), ...(soundAt > 0 ? { soundAt } : {}) });
    return { input: inputs.length - 1, facts };
  };
  const rate: Rate | undefined = cut.what === 'video' ? rateFor(channel, cut.rate) : undefined;
  const { parts, samples } = layParts(cut, placeOf, own.channels, rate);
  const bed = cut.music && placeOf(cut.music.clip);
  const music =
    cut.music && bed?.facts?.sound ? layMusic(cut.music, { input: bed.input, facts: bed.facts }, samples, own.channels) : undefined;
  if (inputs.length === 0) return undefined;
  const mix: Mix = {
    inputs: clips,
    parts,
    samples,
    channels: own.channels,
    fadeIn: Math.min(samples, Math.round(cut.fadeIn * RATE)),
    fadeOut: Math.min(samples, Math.round(cut.fadeOut * RATE)),
    ...(music ? { music } : {}),
    loudness: { target: own.loudness, truePeak: channel.sound.truePeak, mostGain: MOST_GAIN },
  };
  const codec = wish.codec ?? channel.sound.codec;
  const bitRate = (wish.codec === undefined ? channel.sound.bitRate : undefined) ?? bitRateOf(codec, own.channels);
  // A WAV has no place for pictures.
  const cover = cut.what === 'audio' && codec !== 'wav' ? wish.cover : undefined;
  const recipe: SoundRecipe = {
    mix,
    output: {
      codec,
      ...(bitRate === undefined || codec === 'wav' || codec === 'flac' ? {} : { bitRate }),
      container: wish.container ?? CONTAINERS[codec],
      // Opus has no other rate than this one.
      sampleRate: codec === 'opus' ? RATE : channel.sound.sampleRate,
      tags: cut.what === 'audio' ? tagsOf(cut, wish) : {},
      ...(cover ? { cover: { input: inputs.push(cover.from) - 1, side: cover.side, type: cover.type } } : {}),
      chapters: cut.what === 'audio' ? cut.chapters : [],
      withoutPriming: cut.what === 'video' && channel.make?.editList === false && codec === 'aac',
    },
  };
  const tool = `${ffmpeg}, ${MIXER}`;
  const key = jobKeyOf({ kind: 'sound', tool, recipe, inputs });
  return {
    key,
    kind: 'sound',
    tool,
    recipe,
    inputs,
    file: `${cut.name}-${shortKey(key)}.${recipe.output.container}`,
    label: `${cut.name} ${channel.id} ${codec} sound`,
    batch: `sound ${key}`,
    ...(cut.parts[0] ? { asset: cut.parts[0].clip } : {}),
  };
}

function bitRateOf(codec: Coding, channels: 1 | 2): number | undefined {
  const each = BIT_RATES[codec];
  return each === undefined ? undefined : each * channels;
}

/** Sound alone that came in one channel stays so where the channel says how loud that must be: half the bytes, and nothing lost. */
function ownSound({ cut, assets, channel }: SoundWish): { channels: 1 | 2; loudness: number } {
  const heard = [...cut.parts.map(({ clip }) => clip), ...(cut.music ? [cut.music.clip] : [])].flatMap(
    (name) => assets.get(name)?.clip?.sound ?? [],
  );
  const isMono = cut.what === 'audio' && heard.length > 0 && heard.every(({ channels }) => channels === 1);
  const mono = channel.sound.monoLoudness;
  if (channel.sound.channels === 1 || (isMono && mono !== undefined))
    return { channels: 1, loudness: cut.loudness ?? mono ?? channel.sound.loudness };
  return { channels: 2, loudness: cut.loudness ?? channel.sound.loudness };
}

/** Nothing that the supplied files say of persons or places goes along; who holds the rights does. */
function tagsOf(cut: SoundCut, { assets, artist }: SoundWish): Record<string, string> {
  const used = [...cut.parts.map(({ clip }) => clip), ...(cut.music ? [cut.music.clip] : [])].map((name) => assets.get(name));
  const copyright = [...new Set(used.flatMap((asset) => asset?.rights.copyright ?? asset?.clip?.rights.copyright ?? []))].join('; ');
  const by = artist ?? used.map((asset) => asset?.rights.creator ?? asset?.clip?.rights.creator).find((name) => name !== undefined);
  const language = cut.language === undefined ? undefined : iso639(cut.language);
  return {
    title: cut.title ?? cut.name,
    ...(by === undefined ? {} : { artist: by }),
    ...(copyright === '' ? {} : { copyright }),
    ...(language === undefined ? {} : { language }),
  };
}
