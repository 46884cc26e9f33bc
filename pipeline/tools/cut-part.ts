/** Filters of one part of a cut: found to the frame, set upright, shaped, and brought into the colours of BT.709. */

import type { Rate } from '../model/clip.ts';
import { cropBox } from '../model/crop.ts';
import type { ClipInput, Picture, PicturePart } from '../model/cut-recipe.ts';
import type { Box } from '../model/recipe.ts';

const SCALER = 'flags=bicubic+accurate_rnd+full_chroma_int';
/** Scaling of what is in BT.709 already. */
export const KEEPING = `in_color_matrix=bt709:out_color_matrix=bt709:in_range=tv:out_range=tv:${SCALER}`;
/** Of the blurred ground: a tenth of the size costs less and looks the same (reference: 14.5 against 17.0 CPU s for 10 s). */
const GROUND_SHARE = 10;
const GROUND_SIGMA = 3;

/** Containers with an index of every key frame; in others seeking lands near, so it is begun earlier. */
const INDEXED = ['mp4', 'matroska'];

/**
 * How the input is opened, and how long before the part it begins, in s. ffmpeg itself sets upright what a camera held on its side;
 * turned off, the film that is made would be turned as its clip was. Half a frame before the first one is enough where
 * frames stand equally long and can be found; else the frame that is shown at that moment began some time before.
 */
export function seekOf({ span: [from, to], step, gop, hold }: PicturePart, type: string, rate: Rate): { options: string[]; lead: number } {
  const before = step / 2 + (INDEXED.includes(type) ? 0 : gop + 0.5);
  const start = Math.max(0, Math.floor((from - before) * 1e6) / 1e6);
  const length = to - start + step + (2 * rate[1]) / rate[0];
  const seek = start > 0 ? ['-ss', start.toFixed(6)] : [];
  // Until the end where the last frame is held, for it may have begun long before.
  return { options: [...seek, ...(hold > 1 ? [] : ['-t', length.toFixed(6)])], lead: from - start };
}

/** What is seen of a part, and what lies under it where it does not fill the frame. */
export interface PartFilters {
  readonly seen: string;
  readonly ground?: Ground;
}

interface Ground {
  readonly filters: string;
  readonly left: number;
  readonly top: number;
}

export function partFilters(
  part: PicturePart,
  clip: ClipInput,
  picture: Pick<Picture, 'width' | 'height' | 'rate'>,
  lead: number,
): PartFilters {
  const { frames, hold, deinterlace, pixelShape } = part;
  const size = { width: clip.width ?? 0, height: clip.height ?? 0 };
  const isSquare = pixelShape[0] === pixelShape[1];
  const { seen, ground } = shapeFilters(part, size, picture);
  const filters = [
    ...(deinterlace ? [`bwdif=mode=send_frame:parity=${deinterlace === 'top' ? 'tff' : 'bff'}:deint=all`] : []),
    ...(lead > 0 ? [`setpts=PTS-${lead.toFixed(6)}/TB`] : []),
    // Of frames before the part the last is still shown when it begins.
    `fps=fps=${picture.rate.join('/')}:start_time=0:round=near`,
    `tpad=stop_mode=clone:stop=${hold}`,
    `trim=end_frame=${frames}`,
    ...(isSquare ? [] : [`scale=${size.width}:${size.height}:${SCALER}`]),
    ...seen,
    // A crop of whole pairs of pixels is not quite of the frame's shape; the scaler would tell players to stretch it back.
    'setsar=1',
  ];
  return { seen: filters.join(','), ...(ground ? { ground } : {}) };
}

type Size = { readonly width: number; readonly height: number };

function shapeFilters(part: PicturePart, whole: Size, frame: Size): { seen: string[]; ground?: Ground } {
  const { crop, fit } = part;
  const room = crop ?? { left: 0, top: 0, ...whole };
  const bars = crop ? [`crop=${crop.width}:${crop.height}:${crop.left}:${crop.top}`] : [];
  if (fit === 'cover') return { seen: [...bars, ...coverCrop(part, room, frame), ...inColour(part, frame)] };
  const inner = contained(room, frame);
  const [left, top] = [even((frame.width - inner.width) / 2), even((frame.height - inner.height) / 2)];
  const seen = [...bars, ...inColour(part, inner)];
  if (inner.width === frame.width && inner.height === frame.height) return { seen };
  if (fit === 'contain') return { seen: [...seen, `pad=${frame.width}:${frame.height}:${left}:${top}:black`] };
  const small = `${Math.max(8, even(frame.width / GROUND_SHARE))}:${Math.max(8, even(frame.height / GROUND_SHARE))}`;
  const filters = [
    `scale=${small}:force_original_aspect_ratio=increase:${KEEPING}`,
    `crop=${small}`,
    `gblur=sigma=${GROUND_SIGMA}`,
    `scale=${frame.width}:${frame.height}:${KEEPING}`,
    'setsar=1',
  ];
  return { seen, ground: { filters: filters.join(','), left, top } };
}

/** The largest box of the frame's shape, round a point that stands still or moves evenly from key to key. */
function coverCrop({ focus }: PicturePart, room: Size, frame: Size): string[] {
  const ratio = [frame.width, frame.height] as const;
  if (!isMoving(focus)) {
    const { left, top, width, height } = onPairs(cropBox(room, ratio, focus), room);
    return width === room.width && height === room.height ? [] : [`crop=${width}:${height}:${left}:${top}`];
  }
  const { width, height } = onPairs(cropBox(room, ratio, [0.5, 0.5]), room);
  const place = (axis: 0 | 1, side: 'iw' | 'ih', part: number): string =>
    `'clip(${side}*(${evenly(focus.map(({ at, focus: point }) => [at, point[axis]]))})-${part / 2},0,${side}-${part})'`;
  return [`crop=${width}:${height}:${place(0, 'iw', width)}:${place(1, 'ih', height)}`];
}

function isMoving(focus: PicturePart['focus']): focus is Exclude<PicturePart['focus'], readonly [number, number]> {
  return typeof focus[0] === 'object';
}

/** Of keys in the order of time: their values, and in between what lies on a straight line. */
export function evenly(keys: readonly (readonly [at: number, value: number])[]): string {
  const [first, ...rest] = keys;
  if (!first) return '0.5';
  let before = first;
  const pieces = rest.map((key) => {
    const [[from, value], [to, next]] = [before, key];
    before = key;
    return { until: to, line: `${value}+${round(next - value)}*(t-${from})/${round(to - from) || 1e-6}` };
  });
  const tail = String(before[1]);
  const whole = pieces.reduceRight((later, { until, line }) => `if(lt(t,${until}),${line},${later})`, tail);
  return rest.length > 0 ? `if(lt(t,${first[0]}),${first[1]},${whole})` : tail;
}

/** Scaled and converted in one go; light beyond white is rolled off at the size that is wanted, for it costs much a pixel. */
function inColour({ colour: { matrix, primaries, transfer, range }, hdr }: PicturePart, { width, height }: Size): string[] {
  const tagged = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv';
  if (hdr) {
    const said = `color_primaries=${primaries}:color_trc=${hdr === 'pq' ? 'smpte2084' : 'arib-std-b67'}:colorspace=${matrix}:range=${range}`;
    return [
      `scale=${width}:${height}:${SCALER}`,
      'format=yuv420p10le',
      `setparams=${said}`,
      'zscale=t=linear:npl=100',
      'format=gbrpf32le',
      'zscale=p=bt709',
      'tonemap=hable:desat=0',
      'zscale=t=bt709:m=bt709:r=limited',
      'format=yuv420p',
      tagged,
    ];
  }
  const read = isRgb(matrix) ? '' : `in_color_matrix=${swscaleName(matrix)}:in_range=${range}:`;
  return [
    `scale=${width}:${height}:${read}out_color_matrix=bt709:out_range=tv:${SCALER}`,
    'format=yuv420p',
    tagged,
    ...(primaries === 'bt709'
      ? []
      : [
          `zscale=pin=${primaries}:p=bt709:tin=${linearly(transfer)}:t=${linearly(transfer)}:min=bt709:m=bt709:rin=limited:r=limited`,
          'format=yuv420p',
          tagged,
        ]),
  ];
}

/** Screens show BT.709, BT.601 and sRGB alike: the curve is kept, whichever of them is written. */
function linearly(transfer: string): string {
  return transfer === 'gamma22' || transfer === 'bt470m' ? 'bt470m' : 'bt709';
}

function isRgb(matrix: string): boolean {
  return matrix === 'gbr' || matrix === 'rgb';
}

/** The names of the scaler are fewer than those of streams. */
function swscaleName(matrix: string): string {
  if (matrix === 'bt709' || matrix === 'fcc' || matrix === 'smpte240m') return matrix;
  return matrix.startsWith('bt2020') ? 'bt2020' : 'bt601';
}

function contained(room: Size, frame: Size): Size {
  const scale = Math.min(frame.width / room.width, frame.height / room.height);
  return {
    width: Math.min(frame.width, Math.max(2, 2 * Math.round((room.width * scale) / 2))),
    height: Math.min(frame.height, Math.max(2, 2 * Math.round((room.height * scale) / 2))),
  };
}

/** Colour is kept for every second pixel and line. */
function onPairs({ left, top, width, height }: Box, room: Size): Box {
  const [wide, high] = [Math.min(room.width, even(width + 1)), Math.min(room.height, even(height + 1))];
  return { left: even(Math.min(left, room.width - wide)), top: even(Math.min(top, room.height - high)), width: wide, height: high };
}

function even(length: number): number {
  return 2 * Math.floor(length / 2);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
