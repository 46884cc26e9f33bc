/** Checks whether the greys of a picture lean to a colour, and whether the pictures of one gallery lean apart. */
import type { Asset } from '../model/asset.ts';
import type { CorrectionWish } from '../model/correction.ts';
import { seenCast, sureGrey } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { isCorrected, whereOf } from './where.ts';

/** Lab units between greys of neighbouring pictures that are seen side by side. */
const APART = 8;
const HELPS: readonly CorrectionWish['step'][] = ['whiteBalance', 'balance', 'monochrome', 'duotone', 'lut'];

export function checkPictureCast(asset: Asset): Finding[] {
  const measured = asset.facts?.measured;
  const cast = measured && seenCast(measured);
  if (!cast || isCorrected(asset, HELPS, 'cast')) return [];
  const actual = Math.round(Math.hypot(cast.a, cast.b));
  return [finding('image-cast', whereOf(asset), { asset: asset.name, hue: hueOf(cast), actual })];
}

/** A gallery: what one entry of the order brought. Told once for each, with the pictures that differ from most. */
export function checkGalleryCast(assets: readonly Asset[]): Finding[] {
  const galleries = new Map<number, Asset[]>();
  for (const asset of assets) {
    if (!asset.name.includes('/') || !asset.facts?.measured || isCorrected(asset, HELPS, 'cast')) continue;
    const known = galleries.get(asset.line);
    if (known) known.push(asset);
    else galleries.set(asset.line, [asset]);
  }
  return [...galleries].flatMap(([line, members]) => {
    const known = members.flatMap((asset) => {
      const grey = asset.facts?.measured && sureGrey(asset.facts.measured);
      return grey ? [{ asset, grey }] : [];
    });
    const [a, b] = [middle(known.map(({ grey }) => grey.a)), middle(known.map(({ grey }) => grey.b))];
    const apart = known.filter(({ grey }) => Math.hypot(grey.a - a, grey.b - b) >= APART);
    if (apart.length === 0) return [];
    const gallery = members[0]?.name.split('/')[0] ?? '';
    const names = apart.slice(0, 5).map(({ asset, grey }) => `${asset.name} (L*a*b* ${Math.round(grey.a)}, ${Math.round(grey.b)})`);
    return [
      finding('gallery-mixed-casts', { file: 'order.yaml', line }, { gallery, assets: names, count: apart.length, total: known.length }),
    ];
  });
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** One of eight directions round grey; every language has its own words. */
function hueOf({ a, b }: { readonly a: number; readonly b: number }): string {
  const names = ['red', 'orange', 'yellow', 'green', 'green', 'cyan', 'blue', 'magenta'];
  return names[Math.round(((Math.atan2(b, a) / Math.PI) * 4 + 8) % 8) % 8] as string;
}
