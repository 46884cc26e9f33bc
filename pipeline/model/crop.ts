/** Crops: the largest part of a ratio round a focus point that keeps a safe box whole; the build and the preview share it. */
import type { Box } from './recipe.ts';

/** Share of the width, share of the height: 0–1, from the upper left of the upright picture. */
export type Focus = readonly [number, number];
/** Left, top, width and height as shares of the upright picture. */
export type Shares = readonly [number, number, number, number];

/** What a person said, or the picture itself, about how it may be cropped. */
export interface Framing {
  readonly focus?: Focus | undefined;
  /** What must never be cut. */
  readonly safe?: Shares | undefined;
}

/** What draws the eye, as measured. */
export interface Salient {
  readonly box: Shares;
  /** Where the weight of it lies. */
  readonly focus: Focus;
}

/** A framing for every place, and others for some: `hero`, `hero/phone`, `headline/background/160x600`. */
export interface Framed {
  readonly focus: Focus;
  readonly safe?: Shares | undefined;
  /** Kept whole where the ratio can hold it, and never told of: nobody but Kader asked for it. */
  readonly salient?: Shares | undefined;
  readonly crops?: Readonly<Record<string, Framing>> | undefined;
}

export type Size = { readonly width: number; readonly height: number };
export type Ratio = readonly [number, number];

/** Rounding takes up to this many px off a safe box that fits to the hair; nobody sees it. */
const HAIR = 1;

/** Where the order names no focus point: the middle of what must not be cut, what draws the eye, or the middle of the picture. */
export function framedBy({ focus, safe }: Framing, salient: Salient | undefined): Pick<Framed, 'focus' | 'safe' | 'salient'> {
  if (safe) return { focus: focus ?? [round(safe[0] + safe[2] / 2), round(safe[1] + safe[3] / 2)], safe };
  if (focus) return { focus };
  return salient ? { focus: salient.focus, salient: salient.box } : { focus: [0.5, 0.5] };
}

/** @param places general to exact; the most exact one that says something of a member decides it */
export function framingAt(framed: Framed, places: readonly string[]): Pick<Framed, 'focus' | 'safe' | 'salient'> {
  const { crops, salient } = framed;
  const own = places.flatMap((place) => (crops && Object.hasOwn(crops, place) ? [crops[place] as Framing] : []));
  const focus = own.findLast((one) => one.focus)?.focus;
  const safe = own.findLast((one) => one.safe)?.safe ?? framed.safe;
  return {
    focus: focus ?? framed.focus,
    ...(safe ? { safe } : {}),
    ...(salient && !focus && !safe ? { salient } : {}),
  };
}

/** The crop of a picture in a place. */
export function cropAt(size: Size, ratio: Ratio | undefined, framed: Framed, places: readonly string[]): Box {
  const { focus, safe, salient } = framingAt(framed, places);
  return cropBox(size, ratio, focus, safe ?? salient);
}

/**
 * Largest box of the ratio that fits, laid round the focus point, moved so that the safe box lies wholly inside, and kept
 * inside the picture. A safe box that the ratio cannot hold fills the crop from edge to edge: `cutOf` tells what is lost.
 * @param size of the upright picture, in px
 * @param ratio absent: the whole picture
 */
export function cropBox(size: Size, ratio: Ratio | undefined, focus: Focus, safe?: Shares): Box {
  if (!ratio) return { left: 0, top: 0, width: size.width, height: size.height };
  const wanted = ratio[0] / ratio[1];
  const width = Math.max(1, Math.min(size.width, Math.round(size.height * wanted)));
  const height = Math.max(1, Math.min(size.height, Math.round(size.width / wanted)));
  return {
    left: place(size.width, width, focus[0], safe && spanOf(safe[0], safe[2], size.width)),
    top: place(size.height, height, focus[1], safe && spanOf(safe[1], safe[3], size.height)),
    width,
    height,
  };
}

/** What a crop of the ratio must take off the safe box: of which side, and which share of it. */
export interface Cut {
  readonly side: 'width' | 'height';
  /** Above 0, below 1. */
  readonly share: number;
}

export function cutOf(size: Size, ratio: Ratio | undefined, safe: Shares | undefined): Cut | undefined {
  if (!safe) return undefined;
  const box = cropBox(size, ratio, [0.5, 0.5]);
  const sides = [
    { side: 'width', part: box.width, span: spanOf(safe[0], safe[2], size.width) },
    { side: 'height', part: box.height, span: spanOf(safe[1], safe[3], size.height) },
  ] as const;
  // A crop reaches from edge to edge on one side at least, so it can cut on one only.
  const short = sides.find(({ part, span: [from, to] }) => to - from - part > HAIR);
  return short && { side: short.side, share: 1 - short.part / (short.span[1] - short.span[0]) };
}

/** Shares of a box that a crop shows: less is nothing that is seen, more is the whole of it. */
const SHOWN = [0.03, 0.97] as const;

/** Whether a crop shows a part of a box, and not the whole. */
export function runsThrough(crop: Box, { width, height }: Size, [left, top, wide, high]: Shares): boolean {
  const part = (from: number, length: number, start: number, room: number): number =>
    (Math.min(from + length, start + room) - Math.max(from, start)) / length;
  const across = part(left * width, wide * width, crop.left, crop.width);
  const down = part(top * height, high * height, crop.top, crop.height);
  return across > SHOWN[0] && down > SHOWN[0] && Math.min(across, down) < SHOWN[1];
}

type Span = readonly [from: number, to: number];

/** Whole px that hold all of it; what is a hundred-thousandth of a px over is arithmetic. */
function spanOf(start: number, length: number, room: number): Span {
  return [Math.floor(start * room + 1e-5), Math.min(room, Math.ceil((start + length) * room - 1e-5))];
}

function place(room: number, part: number, share: number, span: Span | undefined): number {
  const round = Math.round(room * share - part / 2);
  const [from, to] = span ?? [0, room];
  // Where the part holds the span it may start anywhere from `to - part` to `from`; where it does not, the other way round.
  const kept = span ? clamp(round, Math.min(from, to - part), Math.max(from, to - part)) : round;
  return clamp(kept, 0, room - part);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** To a thousandth: finer than a px of the pictures that are judged by eye. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
