/** What ffprobe printed of a clip, as facts; pure. */
import type { ClipFacts, PictureTrack, Rate, SoundTrack } from '../model/clip.ts';
import type { PacketSum } from './clip-packets.ts';

type Tags = Readonly<Record<string, string>>;

export interface Stream {
  readonly index: number;
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly tags?: Tags;
  readonly disposition?: Readonly<Record<string, number>>;
  readonly side_data_list?: readonly Readonly<Record<string, unknown>>[];
  readonly [name: string]: unknown;
}

/** Its JSON without the packets. */
export interface Probe {
  readonly streams?: readonly Stream[];
  readonly chapters?: readonly { readonly start_time?: string; readonly end_time?: string; readonly tags?: Tags }[];
  readonly format?: { readonly duration?: string; readonly start_time?: string; readonly bit_rate?: string; readonly tags?: Tags };
}

/** @param boxes read from the file itself, for ffprobe does not tell */
export function clipFactsOf(
  probe: Probe,
  packets: (index: number) => PacketSum,
  bytes: number,
  boxes: Pick<ClipFacts, 'hasEditList' | 'editLists' | 'indexFirst'>,
): ClipFacts {
  const streams = probe.streams ?? [];
  const format = probe.format ?? {};
  const pictures = streams.filter(isPicture);
  const sounds = streams.filter(({ codec_type, codec_name }) => codec_type === 'audio' && codec_name !== undefined);
  const texts = streams.filter(({ codec_type }) => codec_type === 'subtitle');
  const [film] = pictures;
  const [heard, other] = sounds;
  const begin = Number(format.start_time) || 0;
  const whole = Number(format.duration) || 0;
  const picture = film && pictureOf(film, packets(film.index), begin, whole);
  const first = heard && soundOf(heard, packets(heard.index), begin, whole);
  const second = other && soundOf(other, packets(other.index), begin, whole);
  const isPair = heard && other && first && second && areSides(first, second) && tagOf(heard, 'language') === tagOf(other, 'language');
  const sound = isPair
    ? { ...first, channels: 2, layout: 'stereo', isPair: true as const, bitRate: first.bitRate + second.bitRate }
    : first;
  const seconds = whole || Math.max(picture?.seconds ?? 0, sound?.seconds ?? 0);
  const tags = [format.tags ?? {}, ...streams.map((stream) => stream.tags ?? {})];
  const timecode = tags.map((one) => one['timecode']).find((one) => one !== undefined && /^\d\d:\d\d:\d\d[:;.]\d\d/.test(one));
  return {
    kind: 'clip',
    seconds: round(seconds),
    bitRate: Number(format.bit_rate) || (seconds > 0 ? Math.round((bytes * 8) / seconds) : 0),
    ...(picture ? { picture } : {}),
    ...(sound ? { sound } : {}),
    tracks: {
      pictures: pictures.length,
      sounds: sounds.length,
      texts: texts.length,
      others: streams.length - pictures.length - sounds.length - texts.length,
    },
    ...(timecode ? { timecode } : {}),
    ...boxes,
    chapters: (probe.chapters ?? []).map(({ start_time, end_time, tags: said }) => ({
      from: round(Number(start_time) || 0),
      to: round(Number(end_time) || 0),
      title: said?.['title'] ?? '',
    })),
    rights: rightsOf(tags),
    hasGps: tags.some((one) => Object.keys(one).some((name) => /location|gps/i.test(name))),
    hasPersonalData: tags.some((one) =>
      Object.entries(one).some(
        ([name, value]) => /serial|owner|person|operator|e-?mail|phone|imei|udid/i.test(name) && value.trim() !== '',
      ),
    ),
  };
}

/** A cover or a thumbnail is a picture, but none that moves. */
function isPicture({ codec_type, codec_name, disposition }: Stream): boolean {
  return codec_type === 'video' && codec_name !== undefined && !disposition?.['attached_pic'] && !disposition?.['timed_thumbnails'];
}

function pictureOf(stream: Stream, packets: PacketSum, begin: number, whole: number): PictureTrack {
  const coded = [Number(stream['width']) || 0, Number(stream['height']) || 0] as const;
  const shape = rateOf(stream['sample_aspect_ratio'], ':');
  const pixelShape: Rate = shape[0] > 0 && shape[1] > 0 ? shape : [1, 1];
  const rotation = rotationOf(stream);
  // What is widened is not made lower, so that no line is lost.
  const square = [Math.round((coded[0] * pixelShape[0]) / pixelShape[1]), coded[1]] as const;
  const [width, height] = rotation % 180 === 0 ? square : [square[1], square[0]];
  const times = [...packets.times].sort((one, other) => one - other);
  const said = secondsOf(stream);
  const seconds = said || whole || (times.length > 0 ? packets.until - (times[0] as number) : 0);
  const stated = Number(stream['nb_frames']) || 0;
  const frames = (stated > packets.count ? stated : packets.count) - packets.dropped;
  const steps = times.slice(1).map((at, index) => at - (times[index] as number));
  const average = rateOf(stream['avg_frame_rate']);
  const averageRate: Rate =
    average[0] > 0 && average[1] > 0 ? average : seconds > 0 ? [Math.round((frames / seconds) * 1000), 1000] : [0, 1];
  const rate = rateOf(stream['r_frame_rate']);
  const bitRate = Number(stream['bit_rate']) || (seconds > 0 ? Math.round((packets.bytes * 8) / seconds) : 0);
  const pixels = String(stream['pix_fmt'] ?? 'unknown');
  const transfer = String(stream['color_transfer'] ?? 'unknown');
  const range = stream['color_range'];
  const hdr = transfer === 'smpte2084' ? 'pq' : transfer === 'arib-std-b67' ? 'hlg' : undefined;
  return {
    codec: String(stream.codec_name),
    ...(typeof stream['profile'] === 'string' && stream['profile'] !== 'unknown' ? { profile: stream['profile'] } : {}),
    width,
    height,
    coded,
    pixelShape,
    rotation,
    rate: rate[0] > 0 && rate[1] > 0 ? rate : averageRate,
    averageRate,
    isVariable: isVariable(steps),
    steps: steps.length > 0 ? [round(Math.min(...extremes(steps))), round(Math.max(...extremes(steps)))] : [0, 0],
    frames,
    seconds: round(seconds),
    startsAt: startOf(stream, begin),
    bitRate,
    openGops: packets.groups.open,
    peakRate: Math.max(bitRate, packets.groups.peakRate),
    longestGop: round(
      longestGop(
        [...packets.keys].sort((one, other) => one - other),
        packets.until,
      ),
    ),
    pixels,
    depth: depthOf(pixels, stream['bits_per_raw_sample']),
    hasAlpha: /^(yuva|gbrap|[rb]gba|a[rb]g[rb]|ya\d|pal8)/.test(pixels) || tagOf(stream, 'alpha_mode') === '1',
    colour: {
      matrix: String(stream['color_space'] ?? 'unknown'),
      primaries: String(stream['color_primaries'] ?? 'unknown'),
      transfer,
      range: range === 'tv' || range === 'pc' ? range : pixels.startsWith('yuvj') ? 'pc' : 'unknown',
    },
    ...(hdr ? { hdr } : {}),
    fieldOrder: FIELDS[String(stream['field_order'])] ?? 'unknown',
  };
}

/** Coded and shown order: `tb` is coded top first and shown bottom first. */
const FIELDS: Readonly<Record<string, PictureTrack['fieldOrder']>> = {
  progressive: 'progressive',
  tt: 'top',
  bt: 'top',
  bb: 'bottom',
  tb: 'bottom',
};

function soundOf(stream: Stream, packets: PacketSum, begin: number, whole: number): SoundTrack {
  const seconds = secondsOf(stream) || whole || packets.until;
  const channels = Number(stream['channels']) || 0;
  return {
    codec: String(stream.codec_name),
    ...(typeof stream['profile'] === 'string' && stream['profile'] !== 'unknown' ? { profile: stream['profile'] } : {}),
    channels,
    layout: String(stream['channel_layout'] ?? (channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`)),
    sampleRate: Number(stream['sample_rate']) || 0,
    bitRate: Number(stream['bit_rate']) || (seconds > 0 ? Math.round((packets.bytes * 8) / seconds) : 0),
    seconds: round(seconds),
    startsAt: startOf(stream, begin),
  };
}

/** Two tracks of one channel that begin and end together; two that differ in their language are no sides of one sound. */
function areSides(one: SoundTrack, other: SoundTrack): boolean {
  const isLike = one.codec === other.codec && one.sampleRate === other.sampleRate && Math.abs(one.startsAt - other.startsAt) < 0.001;
  return one.channels === 1 && other.channels === 1 && isLike && Math.abs(one.seconds - other.seconds) < 0.05;
}

/** Frames that stand a fifth and 2 ms longer or shorter than the usual one: more than one in 200 of them is no rounding and no slip. */
function isVariable(steps: readonly number[]): boolean {
  if (steps.length < 2) return false;
  const usual = [...steps].sort((one, other) => one - other)[Math.floor(steps.length / 2)] as number;
  const most = Math.max(0.002, usual / 5);
  return steps.filter((step) => Math.abs(step - usual) > most).length / steps.length > 0.005;
}

/** Of any number, for a call takes only so many arguments. */
function extremes(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

function longestGop(keys: readonly number[], until: number): number {
  return keys.reduce((longest, at, index) => Math.max(longest, (keys[index + 1] ?? until) - at), 0);
}

/** As players turn it: ffprobe counts the other way round. */
function rotationOf({ side_data_list = [], tags }: Stream): number {
  const matrix = side_data_list.find((one) => one['rotation'] !== undefined);
  const turned = matrix ? -Number(matrix['rotation']) : Number(tags?.['rotate'] ?? 0);
  return Number.isFinite(turned) ? (((Math.round(turned / 90) * 90) % 360) + 360) % 360 : 0;
}

function secondsOf(stream: Stream): number {
  const said = Number(stream['duration']);
  if (said > 0) return said;
  const [, hours = 0, minutes = 0, seconds = 0] = /^(\d+):(\d+):([\d.]+)$/.exec(tagOf(stream, 'duration') ?? '') ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function startOf(stream: Stream, begin: number): number {
  const at = Number(stream['start_time']);
  return Number.isFinite(at) ? round(Math.max(0, at - begin)) : 0;
}

function tagOf({ tags = {} }: Stream, name: string): string | undefined {
  return Object.entries(tags).find(([one]) => one.toLowerCase().split('-')[0] === name)?.[1];
}

/** `yuv420p10le`, `p010le`, `x2rgb10le`, `rgb48be`; what says nothing has 8. */
function depthOf(pixels: string, raw: unknown): number {
  if (/^(rgba?|bgra?)(48|64)|^ya16|^gray16/.test(pixels)) return 16;
  const [, bits] = /(?:p|p0|rgb|gray)(9|10|12|14|16)(?:msb)?(?:le|be)$/.exec(pixels) ?? [];
  return Number(bits) || Number(raw) || 8;
}

function rateOf(value: unknown, sign = '/'): Rate {
  const [above, below] = String(value ?? '')
    .split(sign)
    .map(Number);
  return Number.isFinite(above) && Number.isFinite(below) ? [above as number, below as number] : [0, 0];
}

/** Names of one fact in MP4, QuickTime, Matroska, ID3, Vorbis comments and RIFF. */
const RIGHTS: Readonly<Record<'creator' | 'credit' | 'copyright' | 'terms' | 'page', RegExp>> = {
  creator: /^(com\.apple\.quicktime\.)?(artist|author|creator|originator|director)(-\w+)?$/i,
  credit: /^(com\.apple\.quicktime\.)?(credits?|publisher|producer|organization)(-\w+)?$/i,
  copyright: /^(com\.apple\.quicktime\.)?(copyright|icop)(-\w+)?$/i,
  terms: /^(license|licence|usage_?terms|terms)(-\w+)?$/i,
  page: /^(url|website|web|license_?url|purl)(-\w+)?$/i,
};

function rightsOf(tags: readonly Tags[]): ClipFacts['rights'] {
  const rights: Record<string, string> = {};
  for (const [fact, names] of Object.entries(RIGHTS)) {
    for (const one of tags) {
      const said = Object.entries(one).find(([name, value]) => names.test(name) && value.trim() !== '');
      if (said && rights[fact] === undefined) rights[fact] = said[1].trim().slice(0, 500);
    }
  }
  return rights;
}

function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
