/** Checks whether a picture has the pixels for the size and the kind of print that is planned for it. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { PrintWish } from '../model/order.ts';
import { finding } from './catalogue.ts';
import { whereOrdered } from './where.ts';

const MM_PER_INCH = 25.4;
/** Drawings and pages have no pixels of their own. */
const DRAWN = ['svg', 'pdf', 'eps'];

/**
 * Pixels that hold less detail than this were enlarged two and a half times, or were never sharp: a picture prints no finer for
 * them. Telephones smooth theirs to a half.
 */
const ENLARGED = 0.4;

/** What a picture comes to in print. */
export interface PrintSize {
  readonly class: PrintWish['class'];
  /** At the size that is planned; absent where none is. */
  readonly ppi?: number;
  /** What it has the detail of at that size, where its pixels promise more. */
  readonly detailed?: number;
  /** Largest width and height in mm that it is good for. */
  readonly largest: readonly [number, number];
}

/** @param least effective ppi that must be exceeded */
export function printSizeOf({ type, facts, print }: Asset, kind: PrintWish['class'], least: number): PrintSize | undefined {
  if (!facts || DRAWN.includes(type)) return undefined;
  const { width, height, measured } = facts;
  const share = (measured?.detail ?? 1) < ENLARGED ? (measured?.detail as number) : undefined;
  const mm = (pixels: number): number => Math.floor(((pixels * (share ?? 1)) / (least + 1)) * MM_PER_INCH);
  // Cropped to the shape that is planned, it keeps the pixels of its scarcer side.
  const ppi = print && Math.min(width / print.width, print.height ? height / print.height : Number.POSITIVE_INFINITY) * MM_PER_INCH;
  const reached = ppi === undefined ? {} : { ppi: Math.round(ppi), ...(share === undefined ? {} : { detailed: Math.round(ppi * share) }) };
  return { class: kind, ...reached, largest: [mm(width), mm(height)] };
}

export function checkPicturePrint(asset: Asset, { least, poor }: { readonly least: number; readonly poor: number }): Finding[] {
  const { print } = asset;
  const size = print && printSizeOf(asset, print.class, least);
  if (!print || size?.ppi === undefined) return [];
  const actual = size.detailed ?? size.ppi;
  if (actual > least) return [];
  const [wide, high] = size.largest;
  const planned = print.height ? `${print.width} × ${print.height} mm` : `${print.width} mm`;
  const args = { asset: asset.name, class: print.class, planned, actual, expected: least + 1, largest: `${wide} × ${high} mm` };
  const promised = size.detailed === undefined ? {} : { pixels: size.ppi };
  const found = finding('image-print-coarse', whereOrdered(asset), { ...args, ...promised });
  return [size.ppi > poor ? found : { ...found, severity: 'error' }];
}
