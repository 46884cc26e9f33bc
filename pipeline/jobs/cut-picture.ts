/** The picture of a cut before it is coded: which frames of which clips, read in which colours, and what lies over them. */
import type { Asset } from '../model/asset.ts';
import { type ClipFacts, isHd, type PictureTrack, type Rate } from '../model/clip.ts';
import { CLIP_RULES } from '../model/clip-rules.ts';
import type { Focus } from '../model/crop.ts';
import type { CutPart, FilmCut } from '../model/cut.ts';
import type { ClipInput, Overlay, Picture, PicturePart } from '../model/cut-recipe.ts';
import type { Input } from '../model/key.ts';
import type { MediaChannel } from '../model/media-rules.ts';
import type { Box } from '../model/recipe.ts';
import { framesOfParts } from './sound-parts.ts';

export type Size = { readonly width: number; readonly height: number };

/** Laid over the cut: a rendered title, or the logo. */
export interface Laid {
  readonly from: Input;
  /** Demuxer that it asks for, such as `png`. */
  readonly type: string;
  readonly overlay: Omit<Overlay, 'input'>;
}

export interface PlannedPicture {
  readonly picture: Picture;
  readonly inputs: readonly Input[];
}

export interface PictureWish {
  readonly cut: FilmCut;
  readonly clips: ReadonlyMap<string, FilmClip>;
  readonly size: Size;
  readonly rate: Rate;
  readonly laid: readonly Laid[];
  /** Share of interlaced frames from which on a clip is taken apart into whole ones. */
  readonly interlaced?: number | undefined;
  /** Subtitles in ASS, and the fonts that they are set in. */
  readonly captions?: { readonly from: Input; readonly fonts: readonly Input[] } | undefined;
}

/** A clip with a picture, as planning reads it. */
export interface FilmClip {
  readonly asset: Asset;
  readonly facts: ClipFacts;
  readonly track: PictureTrack;
}

/** Those of the parts that have a picture; undefined when one of them has none, and a finding has said so. */
export function clipsOf({ parts }: FilmCut, assets: ReadonlyMap<string, Asset>): Map<string, FilmClip> | undefined {
  const clips = new Map<string, FilmClip>();
  for (const { clip } of parts) {
    const asset = assets.get(clip);
    const track = asset?.clip?.picture;
    if (!asset?.clip || !track) return undefined;
    clips.set(clip, { asset, facts: asset.clip, track });
  }
  return parts.length > 0 ? clips : undefined;
}

export function planPicture({ cut, clips, size, rate, laid, captions, interlaced = CLIP_RULES.interlaced }: PictureWish): PlannedPicture {
  const inputs: Input[] = [];
  const types: ClipInput[] = [];
  const put = (input: Input, type: ClipInput): number => {
    types.push(type);
    return inputs.push(input) - 1;
  };
  const places = new Map<string, number>();
  const placeOf = ({ asset, track, facts }: FilmClip): number => {
    const known = places.get(asset.digest);
    if (known !== undefined) return known;
    const { width, height } = track;
    const place = put({ from: 'store', digest: asset.digest }, { type: asset.type, width, height, hasSound: facts.sound !== undefined });
    places.set(asset.digest, place);
    return place;
  };
  const counts = framesOfParts(cut, rate);
  const parts = cut.parts.map((part, at): PicturePart => {
    const clip = clips.get(part.clip) as FilmClip;
    const { frames, fade } = counts[at] as (typeof counts)[number];
    const shared = Math.min(fade, frames, counts[at - 1]?.frames ?? 0);
    return partOf(part, clip, placeOf(clip), { frames, fade: shared, rate, interlaced });
  });
  const frames = parts.reduce((sum, part) => sum + part.frames - part.fade, 0);
  const overlays = laid.map(({ from, type, overlay }): Overlay => {
    const { width, height } = overlay;
    return { input: put(from, { type, width, height, hasSound: false }), ...overlay };
  });
  const picture: Picture = {
    inputs: types,
    parts,
    ...size,
    rate,
    frames,
    fadeIn: Math.min(frames, framesIn(cut.fadeIn, rate)),
    fadeOut: Math.min(frames, framesIn(cut.fadeOut, rate)),
    overlays,
    ...(captions
      ? { captions: { input: inputs.push(captions.from) - 1, fonts: captions.fonts.map((font) => inputs.push(font) - 1) } }
      : {}),
  };
  return { picture, inputs };
}

export function framesIn(seconds: number, [count, per]: Rate): number {
  return Math.round((seconds * count) / per);
}

function partOf(
  { from, to, fit, focus, bars }: CutPart,
  { track, facts }: FilmClip,
  input: number,
  { frames, fade, rate, interlaced }: { frames: number; fade: number; rate: Rate; interlaced: number },
): PicturePart {
  const { measured } = facts;
  const fields = measured && measured.interlaced.share > interlaced ? measured.interlaced.first : undefined;
  const seen = track.startsAt + track.seconds;
  const crop = barsCut(bars, { track, facts });
  return {
    input,
    span: [from, to],
    fade,
    frames,
    step: track.isVariable ? Math.max(track.steps[1], track.rate[1] / track.rate[0]) : track.rate[1] / track.rate[0],
    gop: track.longestGop,
    hold: 1 + Math.max(0, Math.ceil(((to - seen) * rate[0]) / rate[1])),
    ...(fields ? { deinterlace: fields } : {}),
    rotation: track.rotation,
    pixelShape: track.pixelShape,
    colour: coloursOf(track),
    ...(track.hdr ? { hdr: track.hdr } : {}),
    fit,
    focus: crop ? focusIn(focus, track, crop) : focus,
    ...(crop ? { crop } : {}),
  };
}

/** What a clip does not say is assumed as players do: BT.709 in HD, BT.601 below; limited range, but where the pixels are those of JPEG. */
function coloursOf(track: PictureTrack): PicturePart['colour'] {
  const { colour, pixels, hdr } = track;
  const said = (value: string, otherwise: string): string =>
    value === 'unknown' || value === 'reserved' || value === 'unspecified' || value === '' ? otherwise : value;
  return {
    matrix: said(colour.matrix, hdr ? 'bt2020nc' : isHd(track) ? 'bt709' : 'smpte170m'),
    primaries: said(colour.primaries, hdr ? 'bt2020' : 'bt709'),
    transfer: said(colour.transfer, 'bt709'),
    range: colour.range === 'unknown' ? (pixels.startsWith('yuvj') || isRgb(pixels) ? 'pc' : 'tv') : colour.range,
  };
}

function isRgb(pixels: string): boolean {
  return /^(gbr|rgb|bgr|argb|abgr|pal8)/.test(pixels);
}

/** What of the clip is framed where its bars are to go and were measured. */
function barsCut(bars: CutPart['bars'], { track, facts }: Pick<FilmClip, 'track' | 'facts'>): Box | undefined {
  return bars === 'cut' && facts.measured ? withoutBars(track, facts.measured.bars) : undefined;
}

/** In px of the clip, as its part is framed. */
export function shownOf(part: CutPart | undefined, clip: FilmClip): Size {
  const { width, height } = barsCut(part?.bars, clip) ?? clip.track;
  return { width, height };
}

/** Points are said of the whole clip. */
function focusIn(focus: CutPart['focus'], whole: Size, crop: Box): CutPart['focus'] {
  const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;
  const moved = ([x, y]: Focus): Focus => [
    share((x * whole.width - crop.left) / crop.width),
    share((y * whole.height - crop.top) / crop.height),
  ];
  return isPoint(focus) ? moved(focus) : focus.map(({ at, focus: point }) => ({ at, focus: moved(point) }));
}

const isPoint = (focus: CutPart['focus']): focus is Focus => typeof focus[0] === 'number';

function withoutBars({ width, height }: Size, bars: { top: number; right: number; bottom: number; left: number }): Box | undefined {
  if (bars.top + bars.right + bars.bottom + bars.left === 0) return undefined;
  const pair = (length: number): number => 2 * Math.ceil(length / 2);
  const [left, top] = [pair(bars.left * width), pair(bars.top * height)];
  return { left, top, width: width - left - pair(bars.right * width), height: height - top - pair(bars.bottom * height) };
}

/** The shape that the order wants or the channel likes best; where that keeps the clip's own, it is never enlarged. */
export function sizeOf(cut: FilmCut, { make }: MediaChannel, { width, height }: Size): Size {
  const wanted = make ?? { ratio: [16, 9] as const, width: 1920, height: 1080 };
  const own = make?.keepsShape && !cut.ratio;
  const ratio = cut.ratio ?? (own ? ([width, height] as const) : wanted.ratio);
  const shape = ratio[0] / ratio[1];
  if (!own && Math.abs(shape - wanted.ratio[0] / wanted.ratio[1]) < 1e-6) return { width: wanted.width, height: wanted.height };
  // A screen is turned to see a tall film, so its sides count, not which of them is the height.
  const [long, short] = [Math.max(wanted.width, wanted.height), Math.min(wanted.width, wanted.height)];
  const [wide, high] = shape >= 1 ? [long, short] : [short, long];
  const fitting = Math.min(wide, high * shape);
  const most = make?.keepsShape ? Math.min(fitting, largestIn({ width, height }, shape)) : fitting;
  return { width: evenly(most), height: evenly(most / shape) };
}

/** Width of the largest box of a shape in the clip. */
function largestIn({ width, height }: Size, shape: number): number {
  return Math.min(width, height * shape);
}

export function evenly(length: number): number {
  return Math.max(2, 2 * Math.round(length / 2));
}
