/** The parts of a cut, from a name, a list in the order, or a cut list: each found in its clip and exact to its frame. */
import type { Rate } from '../model/clip.ts';
import type { Focus } from '../model/crop.ts';
import type { CutPart, FocusKey } from '../model/cut.ts';
import type { ListWish, PartWish } from '../model/cut-schema.ts';
import { clockOf, readTime, secondsOf, type Time, written } from '../model/time.ts';
import { clipFor, tellOf, type WishGround } from './cut-ground.ts';
import { listedParts } from './cut-listed.ts';
import { type ClipAsset, momentIn, onFrame, rateOfClip, secondsIn, tolerance } from './cut-times.ts';

/** A part as it is wanted, wherever that was written. */
export interface WantedPart {
  readonly clip: string;
  readonly from?: Time | undefined;
  readonly to?: Time | undefined;
  /** Of the material's first frame, where a list counts from elsewhere. */
  readonly origin?: Time | undefined;
  /** Rate of timecodes, where a list says one. */
  readonly counted?: Rate | undefined;
  /** In s. */
  readonly fade: number;
  /** A dissolve takes so much of what lies before `from`, and behind `to`, in s. */
  readonly lead: number;
  readonly tail: number;
  readonly speed?: number | undefined;
  readonly own?: Pick<PartWish, 'fit' | 'focus' | 'bars'>;
  /** Place in the wish. */
  readonly path: string;
  /** Line of the cut list. */
  readonly line?: number;
}

export interface PartsOf {
  readonly parts: readonly CutPart[];
  readonly clips: readonly ClipAsset[];
  /** What a cut list says of its ends, in s. */
  readonly fades: readonly [number, number];
}

const read = (time: string | number | undefined): Time | undefined => (time === undefined ? undefined : readTime(time));

/** @returns nothing when any part cannot be made: a cut without it would be another one */
export function partsOf(ground: WishGround): PartsOf | undefined {
  const { wish } = ground;
  const wanted = wantedIn(ground);
  if (!wanted) return undefined;
  const found = wanted.parts.map((part) => partOf(ground, part));
  if (found.length === 0 || found.some((one) => one === undefined)) return undefined;
  const sound = found as { readonly part: CutPart; readonly asset: ClipAsset }[];
  const parts = sound.map(({ part }) => part);
  const isWhole = fadesFit(ground, parts, wanted.parts);
  return isWhole ? { parts, clips: sound.map(({ asset }) => asset), fades: wanted.fades } : undefined;

  function wantedIn(on: WishGround): { readonly parts: readonly WantedPart[]; readonly fades: readonly [number, number] } | undefined {
    const { from } = wish;
    const plain = { lead: 0, tail: 0 };
    if (typeof from === 'string') {
      return { parts: [{ clip: from, from: read(wish.in), to: read(wish.out), fade: 0, ...plain, path: '' }], fades: [0, 0] };
    }
    if (!Array.isArray(from)) return listedParts(on, from as ListWish);
    const parts = (from as readonly PartWish[]).map((part, at): WantedPart => {
      const next = { clip: part.clip, from: read(part.in), to: read(part.out), fade: part.fade ?? 0 };
      return { ...next, ...plain, own: part, path: `from[${at}]` };
    });
    return { parts, fades: [0, 0] };
  }
}

function partOf(ground: WishGround, wanted: WantedPart): { readonly part: CutPart; readonly asset: ClipAsset } | undefined {
  const { what, wish } = ground;
  const { path, counted, line } = wanted;
  const at = (key: string): string => (path === '' ? key : wanted.line === undefined ? `${path}.${key}` : path);
  const listed = line === undefined ? {} : { listLine: line };
  const asset = clipFor(ground, wanted.clip, what === 'video' ? 'picture' : 'sound', path === '' ? 'from' : at('clip'));
  if (!asset) return undefined;
  const { picture } = asset.clip;
  if (wanted.speed !== undefined && picture && Math.abs(wanted.speed - rate(counted ?? rateOfClip(picture))) > 0.5) {
    tellOf(ground, 'cut-list-not-followed', path, { what: 'speed', text: String(wanted.speed), ...listed });
    return undefined;
  }
  const moment = (time: Time | undefined, otherwise: number, key: string): number | undefined => {
    if (!time) return otherwise;
    // A list that says where its material begins has a clock of its own.
    const found = wanted.origin ? (secondsOf(time, counted ?? [25, 1]) as number) : momentIn(asset, time, counted);
    if (typeof found === 'number') return found;
    const fps = counted ?? (picture && rateOfClip(picture));
    const args = { actual: written(time), reason: found, rate: fps ? Math.round(rate(fps) * 1000) / 1000 : '', clip: wanted.clip };
    tellOf(ground, 'cut-timecode-wrong', at(key), { ...args, ...listed });
    return undefined;
  };
  const end = secondsIn(asset, what);
  const zero = wanted.origin ? moment(wanted.origin, 0, 'in') : 0;
  const start = moment(wanted.from, zero ?? 0, 'in');
  const stop = moment(wanted.to, end + (zero ?? 0), 'out');
  if (zero === undefined || start === undefined || stop === undefined) return undefined;
  const near = tolerance(asset, what);
  const [first, last] = [start - zero - wanted.lead, stop - zero + wanted.tail];
  // A dissolve shows what lies beyond the cut; where the clip has none of it, it cannot be made.
  const beyond = last > end + near ? last : first < -near || first >= end ? first : undefined;
  if (beyond !== undefined) {
    const time = beyond === last ? wanted.to : wanted.from;
    const told = { clip: wanted.clip, time: time ? written(time) : clockOf(Math.abs(beyond)), end: clockOf(end), ...listed };
    tellOf(ground, 'cut-beyond-clip', at(beyond === last ? 'out' : 'in'), {
      ...told,
      reason: wanted.lead + wanted.tail > 0 ? 'dissolve' : '',
    });
    return undefined;
  }
  const from = onFrame(asset, Math.max(0, first), what);
  const to = Math.min(onFrame(asset, last, what), end);
  if (to - from < near / 2) {
    tellOf(ground, 'cut-span-empty', at('out'), { from: clockOf(from), to: clockOf(to), ...listed });
    return undefined;
  }
  const fade = onFrame(asset, wanted.fade, what);
  const fit = wanted.own?.fit ?? ('fit' in wish ? wish.fit : 'cover');
  const focus = focusOf(ground, wanted, asset, to - from);
  const bars = wanted.own?.bars ?? ('bars' in wish ? wish.bars : undefined);
  return { part: { clip: wanted.clip, from, to, fade, fit, focus, ...(bars === 'cut' ? { bars } : {}) }, asset };
}

const rate = ([frames, seconds]: Rate): number => frames / seconds;

/** Its own point, or that of the material, or points at moments of the part. */
function focusOf(ground: WishGround, { own, path }: WantedPart, asset: ClipAsset, seconds: number): Focus | readonly FocusKey[] {
  const { wish } = ground;
  const said = own?.focus ?? ('focus' in wish ? wish.focus : undefined);
  if (!said) return asset.focus;
  const place = own?.focus ? `${path}.focus` : 'focus';
  if (typeof said[0] === 'number') return said as Focus;
  const picture = asset.clip.picture;
  return (said as readonly { at: string | number; focus: Focus }[]).flatMap(({ at, focus }, index) => {
    const time = readTime(at) as Time;
    // From the start of the part: a timecode counts frames there, not on the clip's clock.
    const moment = momentIn({ ...asset, clip: unclocked(asset) }, time, picture && rateOfClip(picture));
    const isIn = typeof moment === 'number' && moment <= seconds + 1e-6;
    if (!isIn)
      tellOf(ground, 'cut-moment-outside', `${place}[${index}].at`, { what: 'focus', time: String(at), end: clockOf(seconds) }, 'warning');
    return isIn ? [{ at: onFrame(asset, moment, ground.what), focus }] : [];
  });
}

function unclocked({ clip: { timecode: _, ...clip } }: ClipAsset): ClipAsset['clip'] {
  return clip;
}

/** A part that fades at both ends must be longer than both. */
function fadesFit(ground: WishGround, parts: readonly CutPart[], wanted: readonly WantedPart[]): boolean {
  const late = parts.findIndex(({ from, to, fade }, at) => fade + (parts[at + 1]?.fade ?? 0) > to - from + 1e-6);
  if (late < 0) return true;
  const [part, next] = [parts[late] as CutPart, parts[late + 1]];
  const isOwn = part.fade > part.to - part.from || !next;
  const { path, line } = wanted[isOwn ? late : late + 1] as WantedPart;
  const listed = line === undefined ? {} : { listLine: line };
  const args = { fade: part.fade + (next?.fade ?? 0), seconds: part.to - part.from, clip: part.clip, ...listed };
  tellOf(ground, 'cut-fade-too-long', line === undefined ? `${path}.fade` : path, args);
  return false;
}
