/** The frame of a picture after it was turned, straightened and cropped, and where its points then lie. */
import type { Correction, CorrectionWish } from './correction.ts';
import type { Cut, Framed, Framing, Shares } from './crop.ts';

/** Shares of width and height, from the left and from the top. */
export type Point = readonly [number, number];

export interface FramedPicture {
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** The geometry with every number decided, in the order of the wishes. */
  readonly steps: readonly Correction[];
  /** Where a point of the upright supplied picture lies in the frame; outside it when a share is below 0 or above 1. */
  readonly place: (point: Point) => Point;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** @param size of the upright supplied picture, in px */
export function frameOf(size: Size, wishes: readonly CorrectionWish[]): FramedPicture {
  let frame: FramedPicture = { width: size.width, height: size.height, steps: [], place: (point) => point };
  for (const wish of wishes) {
    const next = framed(frame, wish);
    if (next) frame = { ...next, steps: [...frame.steps, ...next.steps], place: through(frame.place, next.place) };
  }
  return frame;
}

const through =
  (first: FramedPicture['place'], then: FramedPicture['place']): FramedPicture['place'] =>
  (point) =>
    then(first(point));

/** One step on a picture of a size; nothing for steps that leave the frame alone. */
function framed({ width, height }: Size, wish: CorrectionWish): FramedPicture | undefined {
  switch (wish.step) {
    case 'rotate':
      return {
        ...(wish.degrees === 180 ? { width, height } : { width: height, height: width }),
        steps: [{ step: 'rotate', degrees: wish.degrees }],
        place: ([x, y]) => (wish.degrees === 90 ? [1 - y, x] : wish.degrees === 180 ? [1 - x, 1 - y] : [y, 1 - x]),
      };
    case 'straighten': {
      if (wish.degrees === 0) return undefined;
      const inner = innerBox({ width, height }, wish.degrees);
      const angle = (wish.degrees * Math.PI) / 180;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      const place = ([x, y]: Point): Point => {
        // In px from the middle, which stays where it is.
        const [across, down] = [(x - 0.5) * width, (y - 0.5) * height];
        return [0.5 + (across * cosine - down * sine) / inner.width, 0.5 + (across * sine + down * cosine) / inner.height];
      };
      return { ...inner, steps: [{ step: 'straighten', degrees: wish.degrees, ...inner }], place };
    }
    case 'crop': {
      const left = Math.min(width - 1, Math.round(wish.left * width));
      const top = Math.min(height - 1, Math.round(wish.top * height));
      const box = {
        width: Math.max(1, Math.min(width - left, Math.round(wish.width * width))),
        height: Math.max(1, Math.min(height - top, Math.round(wish.height * height))),
      };
      const place = ([x, y]: Point): Point => [(x * width - left) / box.width, (y * height - top) / box.height];
      return { ...box, steps: [{ step: 'crop', left, top, ...box }], place };
    }
    default:
      return undefined;
  }
}

/**
 * The largest box of a picture's own ratio that fits into the picture once it is turned about its middle. One px is left on
 * each side, because the pixels along a turned edge are half outside.
 */
export function innerBox({ width, height }: Size, degrees: number): Size {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const scale = Math.min(width / (width * cosine + height * sine), height / (width * sine + height * cosine));
  const shrunk = (side: number): number => Math.max(1, Math.floor(side * scale) - 2);
  return { width: shrunk(width), height: shrunk(height) };
}

/** A box in shares of a picture, turned about its own middle by degrees clockwise. */
export interface Outline {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly degrees: number;
}

/**
 * Where a box of the frame lies on the upright supplied picture: what turns and cuts leaves every px as large as it was.
 * @param box in px of the frame
 */
export function onSupplied(size: Size, { width, height, place }: FramedPicture, box: Omit<Outline, 'degrees'>): Outline {
  const inPx = (point: Point): Point => [place(point)[0] * width, place(point)[1] * height];
  const [[zeroX, zeroY], [edgeX, edgeY]] = [inPx([0, 0]), inPx([1, 0])];
  const [cosine, sine] = [(edgeX - zeroX) / size.width, (edgeY - zeroY) / size.width];
  const [across, down] = [box.left + box.width / 2 - zeroX, box.top + box.height / 2 - zeroY];
  const middle = [cosine * across + sine * down, cosine * down - sine * across] as const;
  return {
    left: (middle[0] - box.width / 2) / size.width,
    top: (middle[1] - box.height / 2) / size.height,
    width: box.width / size.width,
    height: box.height / size.height,
    degrees: (Math.atan2(-sine, cosine) * 180) / Math.PI,
  };
}

/** Kept inside the frame: what was cropped away cannot stay in view. */
export function inside([x, y]: Point): Point {
  const keep = (share: number): number => Math.max(0, Math.min(1, share));
  return [keep(x), keep(y)];
}

/** What must stay in view, as it lies in the frame; framings for single places move along. */
export function framedIn(place: FramedPicture['place'], { focus, safe, salient, crops }: Framed): Framed {
  const placed = (one: Framing): Framing => ({
    ...(one.focus ? { focus: inside(place(one.focus)) } : {}),
    ...(one.safe ? { safe: roundCorners(place, one.safe) } : {}),
  });
  return {
    focus: inside(place(focus)),
    ...(safe ? { safe: roundCorners(place, safe) } : {}),
    ...(salient ? { salient: roundCorners(place, salient) } : {}),
    ...(crops ? { crops: Object.fromEntries(Object.entries(crops).map(([name, one]) => [name, placed(one)])) } : {}),
  };
}

/** A box of the upright supplied picture as it lies in the frame; beyond it when shares are below 0 or end above 1. */
export function boxInFrame(place: FramedPicture['place'], box: Shares): Shares {
  const corners = cornersOf(place, box);
  const [left, top] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  return [left, top, Math.max(...corners.map(([x]) => x)) - left, Math.max(...corners.map(([, y]) => y)) - top];
}

/** What turning and cropping take off a box that must stay whole; nothing when it lies inside the frame. */
export function cutByFrame(place: FramedPicture['place'], safe: Shares | undefined): Cut | undefined {
  if (!safe) return undefined;
  const corners = cornersOf(place, safe);
  const lost = (values: readonly number[]): number => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return Math.min(1, (Math.max(0, -low) + Math.max(0, high - 1)) / (high - low));
  };
  const [across, down] = [lost(corners.map(([x]) => x)), lost(corners.map(([, y]) => y))];
  const share = Math.max(across, down);
  return share > ROUNDING ? { side: across >= down ? 'width' : 'height', share } : undefined;
}

/** Frames are whole px. */
const ROUNDING = 0.005;

function cornersOf(place: FramedPicture['place'], [left, top, width, height]: Shares): Point[] {
  return [left, left + width].flatMap((x) => [top, top + height].map((y) => place([x, y])));
}

/** The box round all four corners: what is turned takes more room. */
function roundCorners(place: FramedPicture['place'], box: Shares): Shares {
  const corners = cornersOf(place, box).map(inside);
  const across = corners.map(([x]) => x);
  const down = corners.map(([, y]) => y);
  const [fromX, fromY] = [Math.min(...across), Math.min(...down)];
  return [fromX, fromY, Math.max(...across) - fromX, Math.max(...down) - fromY];
}
