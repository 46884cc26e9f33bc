/** What the crop sheet's page is given as data, and what it sends back. */
import type { CorrectionWish } from './correction.ts';
import type { Focus, Framing, Ratio, Salient, Shares, Size } from './crop.ts';

/** A crop that pages or units take of a picture. */
export interface SheetCrop {
  /** General to exact; the last is its name. */
  readonly places: readonly string[];
  readonly ratio?: Ratio;
  /** Turns and cuts that come before it. */
  readonly geometry?: readonly CorrectionWish[];
}

export interface SheetPicture extends Size {
  /** Of the asset. */
  readonly name: string;
  /** Of this very file in the order. */
  readonly said: Framing;
  /** Of all files that its pattern names. */
  readonly inherited?: Framing;
  readonly salient?: Salient;
  /** The same two for single places. */
  readonly apart: Readonly<Record<string, Framing>>;
  readonly apartInherited: Readonly<Record<string, Framing>>;
  readonly crops: readonly SheetCrop[];
}

export interface SheetData {
  /** Digest of the order's text that all this was read from. */
  readonly version: string;
  readonly token: string;
  readonly events: string;
  readonly post: string;
  readonly state: string;
  readonly pictures: readonly SheetPicture[];
  readonly words: Readonly<Record<string, string>>;
}

/** Names a picture as its turns and cuts leave it. */
export function framedName(name: string, geometry: readonly CorrectionWish[]): string {
  return JSON.stringify([name, geometry]);
}

/** Sent to be written: a value, or null to take it out of the order. */
export interface SheetChange {
  readonly name: string;
  /** Absent: everywhere. */
  readonly place?: string;
  readonly focus?: Focus | null;
  readonly safe?: Shares | null;
}
