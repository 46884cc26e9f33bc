/** Judges a made cut by every limit of its channel; what nobody knows, or nothing measured, is told as such and never passed over. */
import { frameSeconds } from '../model/clip-rules.ts';
import type { Finding } from '../model/finding.ts';
import type { MediaLimit } from '../model/media-rules.ts';
import type { MediaLimitId } from '../model/media-table.ts';
import { covered } from './cut-covered.ts';
import { loudness } from './cut-loudness.ts';
import { asked, asList, atLeast, atMost, type LimitJudge, type MadeCut, oneOf, refused, under } from './cut-made.ts';

const seconds = ({ facts, cut }: MadeCut): number | undefined => {
  const decoded = facts.measured?.decoded;
  const came = cut.what === 'video' ? decoded?.pictureSeconds : decoded?.soundSeconds;
  return came && came > 0 ? came : facts.seconds;
};
/** A frame more or less is no length of its own. */
const frame = ({ facts }: MadeCut): number => frameSeconds(facts);
const picture = ({ facts }: MadeCut) => facts.picture;
const sound = ({ facts }: MadeCut) => facts.sound;
const ratio = (made: MadeCut): number | null => {
  const shown = picture(made);
  return shown ? shown.width / shown.height : null;
};
const fps = (made: MadeCut): number | null => {
  const shown = picture(made);
  return shown ? shown.averageRate[0] / shown.averageRate[1] : null;
};
/** Rates are averages of finished files, so a little is left for rounding. */
const hair = (): number => 0.005;
const bitRate = (made: MadeCut): number | null | undefined => {
  const shown = picture(made);
  if (!shown) return null;
  return shown.bitRate > 0 ? shown.bitRate : made.facts.bitRate || undefined;
};

const peakToMean = (made: MadeCut): number | null => {
  const shown = picture(made);
  return shown && shown.bitRate > 0 ? shown.peakRate / shown.bitRate : null;
};

const nobodyLooks: LimitJudge = () => 'unmeasured';
const ofFilm =
  (judge: LimitJudge): LimitJudge =>
  (limit, made) =>
    picture(made) ? judge(limit, made) : [];

/** A hundredth is left: 1080 × 1350 is 4:5, and so is 864 × 1082. */
const ratios: LimitJudge = (limit, made) => {
  const actual = ratio(made);
  if (actual === null) return [];
  const fits = asList(limit).some((one) => {
    const [width = 1, height = 1] = one.split(':').map(Number);
    return Math.abs(actual / (width / height) - 1) < 0.01;
  });
  const shown = picture(made);
  return fits
    ? []
    : [refused('delivery-ratio-refused', limit, made, { actual: `${shown?.width} × ${shown?.height}`, expected: asList(limit) })];
};

const SUBSAMPLED: Readonly<Record<string, string>> = { '420': '4:2:0', '422': '4:2:2', '444': '4:4:4', '440': '4:4:0', '411': '4:1:1' };
const subsampling = (made: MadeCut): string | null | undefined => {
  const shown = picture(made);
  if (!shown) return null;
  const digits = /^yuvj?a?(\d{3})/.exec(shown.pixels)?.[1] ?? (shown.pixels.startsWith('nv12') ? '420' : '444');
  return SUBSAMPLED[digits] ?? shown.pixels;
};

/** Names of one container: by its ending, and whether its bytes agree. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  mp4: ['mp4', 'mov', 'm4v', 'm4a'],
  matroska: ['webm', 'mkv', 'mka'],
  ogg: ['ogg', 'opus', 'oga'],
};
const container = ({ file, type }: MadeCut): string => {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return type === undefined || (ENDINGS[type] ?? [type]).includes(ending) ? ending : type;
};

const soundCodec = (made: MadeCut): string | null => {
  const codec = sound(made)?.codec;
  return codec === undefined ? null : codec.startsWith('pcm_') ? 'pcm' : codec;
};

const captions: LimitJudge = (limit, made) => {
  const { cut, files } = made;
  if (cut.what !== 'video' || cut.captions !== 'track' || Object.keys(cut.cues).length === 0) return [];
  const laid = files.some((path) => asList(limit).some((ending) => path.endsWith(`.${ending}`)));
  return laid ? [] : [refused('delivery-captions-refused', limit, made, { expected: asList(limit) })];
};

export const limitJudges: Readonly<Record<MediaLimitId, LimitJudge>> = {
  'least-seconds': atLeast('delivery-too-short', seconds, frame),
  'most-seconds': atMost('delivery-too-long', seconds, frame),
  'least-bytes': atLeast('delivery-too-light', ({ bytes }) => bytes),
  'most-bytes': atMost('delivery-too-heavy', ({ bytes }) => bytes),
  'most-files': nobodyLooks,
  'least-width': atLeast('delivery-size-refused', (made) => picture(made)?.width ?? null),
  'most-width': atMost('delivery-size-refused', (made) => picture(made)?.width ?? null),
  'least-height': atLeast('delivery-size-refused', (made) => picture(made)?.height ?? null),
  'most-height': atMost('delivery-size-refused', (made) => picture(made)?.height ?? null),
  'least-ratio': atLeast('delivery-ratio-refused', ratio, hair),
  'most-ratio': atMost('delivery-ratio-refused', ratio, hair),
  ratios,
  'square-pixels': ofFilm(
    asked('delivery-scan-refused', (made) => picture(made)?.pixelShape[0] === picture(made)?.pixelShape[1], { reason: 'pixels' }),
  ),
  progressive: ofFilm(asked('delivery-scan-refused', (made) => !isWoven(made), { reason: 'interlaced' })),
  subsampling: oneOf('delivery-codec-refused', subsampling),
  colour: oneOf('delivery-codec-refused', (made) => picture(made)?.colour.matrix ?? null),
  'covered-top': covered,
  'covered-right': covered,
  'covered-bottom': covered,
  'covered-left': covered,
  'least-fps': atLeast('delivery-rate-refused', fps, hair),
  'most-fps': atMost('delivery-rate-refused', fps, hair),
  'under-fps': under('delivery-rate-refused', fps),
  'constant-rate': ofFilm(asked('delivery-rate-refused', (made) => picture(made)?.isVariable === false, { reason: 'variable' })),
  'closed-gop': ofFilm(asked('delivery-gop-open', (made) => picture(made)?.openGops === 0)),
  // A film that is shorter than that has one key frame and no distance between two.
  'least-gop': atLeast('delivery-gop-refused', (made) => gop(made), frame),
  'most-gop': atMost('delivery-gop-refused', (made) => picture(made)?.longestGop ?? null, frame),
  containers: oneOf('delivery-container-refused', container),
  'no-edit-list': asked('delivery-edit-list', ({ facts }) => (facts.editLists ?? 0) === 0 && facts.hasEditList !== true),
  'index-first': asked('delivery-index-last', ({ facts }) => facts.indexFirst),
  codecs: oneOf('delivery-codec-refused', (made) => picture(made)?.codec ?? null),
  profiles: (limit, made) => {
    const profile = picture(made)?.profile;
    if (!picture(made)) return [];
    if (profile === undefined) return 'unmeasured';
    const takes = asList(limit).some((one) => profile === one);
    return takes ? [] : [refused('delivery-codec-refused', limit, made, { actual: profile, expected: asList(limit) })];
  },
  'least-bit-rate': atLeast('delivery-bit-rate-refused', bitRate),
  'most-bit-rate': atMost('delivery-bit-rate-refused', bitRate),
  'peak-to-mean': atMost('delivery-rate-peaks', peakToMean, hair),
  'sound-codecs': oneOf('delivery-sound-refused', soundCodec),
  'least-channels': atLeast('delivery-sound-refused', (made) => sound(made)?.channels ?? null),
  'most-channels': atMost('delivery-sound-refused', (made) => sound(made)?.channels ?? null),
  'least-sample-rate': atLeast('delivery-sound-refused', (made) => sound(made)?.sampleRate ?? null),
  'most-sample-rate': atMost('delivery-sound-refused', (made) => sound(made)?.sampleRate ?? null),
  'under-sample-rate': under('delivery-sound-refused', (made) => sound(made)?.sampleRate ?? null),
  'least-sound-bit-rate': atLeast('delivery-sound-refused', (made) => soundRate(made)),
  'most-sound-bit-rate': atMost('delivery-sound-refused', (made) => soundRate(made)),
  loudness,
  'mono-loudness': loudness,
  // Held against by what measures loudness itself.
  'loudness-off': () => [],
  'true-peak': atMost('delivery-true-peak', ({ facts }) => (facts.sound ? facts.measured?.sound?.truePeak : null), hair),
  captions,
};

function isWoven(made: MadeCut): boolean {
  const order = picture(made)?.fieldOrder;
  return order === 'top' || order === 'bottom' || (made.facts.measured?.interlaced.share ?? 0) > 0.1;
}

function gop(made: MadeCut): number | null {
  const shown = picture(made);
  return shown && shown.longestGop > 0 && shown.longestGop < shown.seconds - frame(made) ? shown.longestGop : null;
}

function soundRate(made: MadeCut): number | null | undefined {
  const heard = sound(made);
  return heard ? heard.bitRate || undefined : null;
}

export interface ChannelJudgement {
  readonly findings: readonly Finding[];
  /** Limits that stand on no page that was read. */
  readonly unknown: readonly MediaLimit[];
  /** Limits that nothing at hand can tell. */
  readonly unmeasured: readonly MediaLimitId[];
}

export function judgeByChannel(made: MadeCut): ChannelJudgement {
  const findings: Finding[] = [];
  const unmeasured = new Set<MediaLimitId>();
  const { limits } = made.channel;
  const known = new Set(limits.filter(({ value }) => value !== null).map(({ id }) => id));
  for (const limit of limits) {
    if (limit.value === null) continue;
    const verdict = limitJudges[limit.id](limit, made);
    if (verdict === 'unmeasured') unmeasured.add(limit.id);
    else findings.push(...verdict);
  }
  return { findings, unknown: limits.filter(({ id, value }) => value === null && !known.has(id)), unmeasured: [...unmeasured] };
}
