/** The text of playlists (RFC 8216, and Apple's authoring specification as read in November 2026): segments, rates, renditions; pure. */
import type { Fragment, PlaylistRecipe, StreamFacts, Variant } from '../model/stream.ts';

/** Byte ranges of fragmented MP4 ask for version 7. */
const HEAD = ['#EXTM3U', '#EXT-X-VERSION:7'];

/** A stretch of a stream that is asked for at once, or a key frame in it. */
interface Segment {
  readonly at: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** @param streams what is known of the inputs, in their order */
export function writePlaylist(recipe: PlaylistRecipe, streams: readonly StreamFacts[]): string {
  if (recipe.what === 'master') return writeMaster(recipe, streams);
  const [stream] = streams;
  if (!stream) throw new Error('Internal error: a playlist without a stream');
  const segments = recipe.what === 'keys' ? keysOf(stream) : segmentsOf(stream, recipe.segment);
  return text([
    ...HEAD,
    `#EXT-X-TARGETDURATION:${targetOf(segments, recipe.what === 'keys' ? 0 : recipe.segment)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    ...(recipe.what === 'keys' ? ['#EXT-X-I-FRAMES-ONLY'] : ['#EXT-X-INDEPENDENT-SEGMENTS']),
    `#EXT-X-MAP:URI="${recipe.file}",BYTERANGE="${stream.head}@0"`,
    ...segments.flatMap(({ at, bytes, seconds }) => [`#EXTINF:${seconds.toFixed(5)},`, `#EXT-X-BYTERANGE:${bytes}@${at}`, recipe.file]),
    '#EXT-X-ENDLIST',
  ]);
}

/** Captions are one segment as long as the film. */
export function captionPlaylist(file: string, seconds: number): string {
  const length = `#EXTINF:${seconds.toFixed(5)},`;
  const target = `#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(seconds))}`;
  return text([...HEAD, target, '#EXT-X-MEDIA-SEQUENCE:0', '#EXT-X-PLAYLIST-TYPE:VOD', length, file, '#EXT-X-ENDLIST']);
}

/** Cues count from the first frame: without this line players may not take them for those of a stream. */
export function streamedVtt(vtt: string): string {
  return vtt.replace('WEBVTT\n', 'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n');
}

/**
 * Fragments up to the nearest whole multiple of a segment's length: those of the sound, which are shorter, so end where those of
 * the picture do.
 */
export function segmentsOf({ head, fragments }: StreamFacts, length: number): Segment[] {
  const segments: Segment[] = [];
  let [at, from, start, next] = [head, head, 0, 0];
  let moment = 0;
  for (const [place, { bytes, seconds }] of fragments.entries()) {
    at += bytes;
    moment += seconds;
    const after = fragments[place + 1];
    const isNearest = after !== undefined && Math.abs(moment - (next + length)) <= Math.abs(moment + after.seconds - (next + length));
    if (after && (!isNearest || moment - start < length / 4)) continue;
    segments.push({ at: from, bytes: at - from, seconds: moment - start });
    [from, start, next] = [at, moment, next + length];
  }
  return segments;
}

function keysOf({ head, fragments }: StreamFacts): Segment[] {
  let at = head;
  return fragments.map(({ bytes, seconds, key = bytes }: Fragment) => {
    at += bytes;
    return { at: at - bytes, bytes: key, seconds };
  });
}

/** In whole s: what no segment passes once it is rounded. */
function targetOf(segments: readonly Segment[], least: number): number {
  return Math.max(1, Math.round(least), ...segments.map(({ seconds }) => Math.round(seconds)));
}

interface Rates {
  /** Bits per second: of the heaviest stretch between half and one and a half of the target, and of all. */
  readonly peak: number;
  readonly mean: number;
}

/** As RFC 8216, 4.3.4.2 and Apple's 6.9 count them. */
export function ratesOf(segments: readonly Segment[], target: number): Rates {
  const sum = (some: readonly Segment[], of: 'bytes' | 'seconds'): number => some.reduce((all, one) => all + one[of], 0);
  const rate = (some: readonly Segment[]): number => (sum(some, 'bytes') * 8) / Math.max(1e-6, sum(some, 'seconds'));
  const mean = rate(segments);
  let peak = mean;
  for (const from of segments.keys()) {
    for (let to = from + 1; to <= segments.length; to++) {
      const some = segments.slice(from, to);
      const seconds = sum(some, 'seconds');
      if (seconds > target * 1.5) break;
      if (seconds >= target * 0.5) peak = Math.max(peak, rate(some));
    }
  }
  return { peak: Math.ceil(peak), mean: Math.ceil(mean) };
}

/** What players that do not know better begin with, in bits per second (Apple's 1.32). */
const FIRST_RATE = 2_000_000;

type Master = PlaylistRecipe & { what: 'master' };

function writeMaster({ segment, seconds, rate, variants, sound, captions }: Master, streams: readonly StreamFacts[]): string {
  const rates = (input: number): Rates => {
    const segments = segmentsOf(streams[input] as StreamFacts, segment);
    return ratesOf(segments, targetOf(segments, segment));
  };
  const heard = sound ? rates(sound.input) : { peak: 0, mean: 0 };
  // One at a time is shown: the heaviest counts.
  const read = Math.ceil((Math.max(0, ...captions.map(({ bytes }) => bytes)) * 8) / seconds);
  const offered = variants.map((variant) => {
    const shown = rates(variant.input);
    return { variant, peak: shown.peak + heard.peak + read, mean: shown.mean + heard.mean + read };
  });
  const media = [
    ...(sound
      ? [
          `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",LANGUAGE="${sound.language}",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="${sound.channels}",URI="${sound.playlist}"`,
        ]
      : []),
    ...captions.map(
      ({ language, name, playlist }) =>
        `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="${name.replace(/["\r\n]/g, '')}",LANGUAGE="${language}",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="${playlist}"`,
    ),
  ];
  const groups = [...(sound ? ['AUDIO="sound"'] : []), ...(captions.length > 0 ? ['SUBTITLES="captions"'] : []), 'CLOSED-CAPTIONS=NONE'];
  const named = ({ codecs, width, height }: Variant): string[] => [
    `CODECS="${codecs.replaceAll(' ', '')}"`,
    `RESOLUTION=${width}x${height}`,
    'VIDEO-RANGE=SDR',
  ];
  const streamed = firstFirst(offered).flatMap(({ variant, peak, mean }) => [
    `#EXT-X-STREAM-INF:${[`BANDWIDTH=${peak}`, `AVERAGE-BANDWIDTH=${mean}`, ...named(variant), `FRAME-RATE=${rate}`, ...groups].join(',')}`,
    variant.playlist,
  ]);
  const looked = variants.flatMap((variant) => {
    if (variant.keys === undefined) return [];
    const keys = keysOf(streams[variant.input] as StreamFacts);
    const { peak, mean } = ratesOf(keys, targetOf(keys, 0));
    const picture = { ...variant, codecs: variant.codecs.split(',')[0] ?? '' };
    return [
      `#EXT-X-I-FRAME-STREAM-INF:${[`BANDWIDTH=${peak}`, `AVERAGE-BANDWIDTH=${mean}`, ...named(picture), `URI="${variant.keys}"`].join(',')}`,
    ];
  });
  return text([...HEAD, '#EXT-X-INDEPENDENT-SEGMENTS', ...media, ...streamed, ...looked]);
}

/** Of each codec the one nearest to what players begin with, then the others from heavy to light; H.264, which all read, before AV1. */
function firstFirst<T extends { readonly variant: Variant; readonly mean: number }>(offered: readonly T[]): T[] {
  const far = ({ mean }: T): number => Math.abs(Math.log(mean / FIRST_RATE));
  return ['avc1', 'av01'].flatMap((codec) => {
    const own = offered.filter(({ variant }) => variant.codecs.startsWith(codec)).toSorted((one, other) => other.mean - one.mean);
    const [first] = own.toSorted((one, other) => far(one) - far(other));
    return first ? [first, ...own.filter((one) => one !== first)] : [];
  });
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
