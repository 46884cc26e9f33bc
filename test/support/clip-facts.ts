/** Supplied and made films and sounds as ingest would tell them. */
import { channelOf } from '../../pipeline/channels/media.ts';
import type { MadeCut } from '../../pipeline/checks/cut-made.ts';
import type { Asset } from '../../pipeline/model/asset.ts';
import type { ClipFacts, ClipMeasures, PictureTrack, SoundMeasures, SoundTrack } from '../../pipeline/model/clip.ts';
import type { FilmCut, SoundCut } from '../../pipeline/model/cut.ts';
import { asset } from './assets.ts';

/** Changes of a clip, part by part; null takes a part away. */
export interface ClipChanges {
  readonly clip?: Partial<ClipFacts>;
  readonly picture?: Partial<PictureTrack> | null;
  readonly sound?: Partial<SoundTrack> | null;
  readonly measured?: Partial<ClipMeasures> | null;
  readonly heard?: Partial<SoundMeasures> | null;
}

const picture: PictureTrack = {
  codec: 'h264',
  profile: 'High',
  width: 1920,
  height: 1080,
  coded: [1920, 1080],
  pixelShape: [1, 1],
  rotation: 0,
  rate: [25, 1],
  averageRate: [25, 1],
  isVariable: false,
  steps: [0.04, 0.04],
  frames: 500,
  seconds: 20,
  startsAt: 0,
  bitRate: 6_000_000,
  longestGop: 2,
  openGops: 0,
  peakRate: 7_000_000,
  pixels: 'yuv420p',
  depth: 8,
  hasAlpha: false,
  colour: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', range: 'tv' },
  fieldOrder: 'progressive',
};
const sound: SoundTrack = {
  codec: 'aac',
  profile: 'LC',
  channels: 2,
  layout: 'stereo',
  sampleRate: 48_000,
  bitRate: 192_000,
  seconds: 20,
  startsAt: 0,
};
const heard: SoundMeasures = {
  loudness: -18,
  range: 6,
  truePeak: -2,
  silent: [],
  flatFactor: 0,
  peakCount: 2,
  peak: -2.2,
  phase: 0.6,
};
const measures: ClipMeasures = {
  decoded: { frames: 500, pictureSeconds: 20, soundSeconds: 20 },
  complaints: [],
  black: [],
  frozen: [],
  interlaced: { share: 0, first: 'top' },
  bars: { top: 0, right: 0, bottom: 0, left: 0 },
  flashes: [],
  blur: 5,
  blocks: 2,
};

/** A film of 20 s that nothing is to be said of, with changes. */
export function clipFacts(changes: ClipChanges = {}): ClipFacts {
  const isHeard = changes.sound !== null && changes.heard !== null;
  const measured = { ...measures, ...(isHeard ? { sound: { ...heard, ...changes.heard } } : {}), ...changes.measured };
  return {
    kind: 'clip',
    seconds: 20,
    bitRate: 6_200_000,
    tracks: { pictures: changes.picture === null ? 0 : 1, sounds: changes.sound === null ? 0 : 1, texts: 0, others: 0 },
    chapters: [],
    rights: {},
    hasGps: false,
    hasPersonalData: false,
    ...(changes.picture === null ? {} : { picture: { ...picture, ...changes.picture } }),
    ...(changes.sound === null ? {} : { sound: { ...sound, ...changes.sound } }),
    ...(changes.measured === null ? {} : { measured }),
    ...changes.clip,
  };
}

export function clipAsset(changes: ClipChanges = {}, more: Partial<Asset> = {}): Asset & { readonly clip: ClipFacts } {
  const { facts: _, ...rest } = asset('trailer', { file: 'video/trailer.mp4', type: 'mp4', ...more });
  return { ...rest, clip: clipFacts(changes) };
}

/** Sound alone. */
export function soundAsset(changes: ClipChanges = {}): Asset & { readonly clip: ClipFacts } {
  return clipAsset({
    picture: null,
    ...changes,
    measured: { decoded: { frames: 0, pictureSeconds: 0, soundSeconds: 20 }, ...changes.measured },
  });
}

export const filmCut: FilmCut = {
  what: 'video',
  name: 'reel',
  channel: 'instagram-reel',
  parts: [{ clip: 'trailer', from: 0, to: 20, fade: 0, fit: 'cover', focus: [0.5, 0.5] }],
  fadeIn: 0,
  fadeOut: 0,
  seconds: 20,
  line: 12,
  titles: [],
  captions: 'none',
  cues: {},
  rate: [25, 1],
};

export const soundCut: SoundCut = {
  what: 'audio',
  name: 'spot',
  channel: 'podcast',
  parts: [{ clip: 'jingle', from: 0, to: 20, fade: 0, fit: 'cover', focus: [0.5, 0.5] }],
  fadeIn: 0,
  fadeOut: 0,
  seconds: 20,
  line: 14,
  chapters: [],
};

interface MadeChanges extends Omit<Partial<MadeCut>, 'cut' | 'channel' | 'facts'>, ClipChanges {
  readonly cut?: Partial<FilmCut>;
}

/** A reel as its channel wants it, or another film with the shape and sound that its own channel makes. */
export function madeFilm(
  id: string,
  { cut, clip, picture: track, sound: own, measured, heard: level, ...more }: MadeChanges = {},
): MadeCut {
  const channel = channelOf(id);
  if (!channel?.make) throw new Error(`${id} takes no film`);
  const { make, sound: want } = channel;
  const file = more.file ?? `video/reel-${id}/reel.${make.container}`;
  return {
    cut: { ...filmCut, channel: id, ...cut },
    channel,
    deliverable: `video/reel-${id}`,
    file,
    bytes: 15_000_000,
    type: 'mp4',
    files: [file],
    facts: clipFacts({
      clip: { indexFirst: true, ...clip },
      picture:
        track === null
          ? null
          : { width: make.width, height: make.height, coded: [make.width, make.height], longestGop: make.gopSeconds, ...track },
      sound: own === null ? null : { bitRate: want.bitRate ?? 192_000, ...own },
      measured: measured === null ? null : { ...measured },
      heard: level === null ? null : { loudness: want.loudness, truePeak: -1.3, ...level },
    }),
    ...more,
  };
}

export function madeSound(
  id: string,
  { clip, sound: own, heard: level, measured }: ClipChanges = {},
  cut: Partial<SoundCut> = {},
): MadeCut {
  const channel = channelOf(id);
  if (!channel) throw new Error(`no channel ${id}`);
  const ending = channel.sound.codec === 'aac' ? 'm4a' : channel.sound.codec;
  const codec = channel.sound.codec === 'wav' ? 'pcm_s24le' : channel.sound.codec;
  const file = `audio/spot-${id}/spot.${ending}`;
  return {
    cut: { ...soundCut, channel: id, ...cut },
    channel,
    deliverable: `audio/spot-${id}`,
    file,
    bytes: 320_000,
    files: [file],
    facts: clipFacts({
      ...(clip ? { clip } : {}),
      picture: null,
      sound: { codec, bitRate: channel.sound.bitRate ?? 1_536_000, ...own },
      measured: { decoded: { frames: 0, pictureSeconds: 0, soundSeconds: 20 }, ...measured },
      heard: { loudness: channel.sound.loudness, truePeak: -1.3, ...level },
    }),
  };
}
