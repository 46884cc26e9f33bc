/** What cuts are resolved on: supplied clips by name, cut lists by file, and a way to tell where the order says what. */
import type { Asset } from '../model/asset.ts';
import type { CutList } from '../model/cut-list.ts';
import type { CutWish } from '../model/cut-schema.ts';
import type { Args, Finding, Severity } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';
import type { Order } from '../model/order.ts';
import type { ClipAsset } from './cut-times.ts';

export type What = 'video' | 'audio';

export interface CutGround {
  readonly order: Order;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly lists: readonly CutList[];
  readonly findings: Finding[];
}

/** One order of a cut: what is found wrong with it is told at its place. */
export interface WishGround extends CutGround {
  readonly what: What;
  readonly wish: CutWish;
}

/** @param path within the wish, such as `from[1].out`; of a part that is not written there, what holds it */
export function tellOf({ what, wish, findings }: WishGround, code: string, path: string, args: Args, severity: Severity = 'error'): void {
  const [line, column] = placeIn(wish, path) ?? [];
  const where = { file: 'order.yaml', ...(line ? { line } : {}), ...(column ? { column } : {}), deliverable: `${what}/${wish.name}` };
  findings.push({ code, severity, where, args: { cut: wish.name, ...args } });
}

function placeIn({ places }: CutWish, path: string): readonly [number, number] | undefined {
  let at = path;
  while (at !== '' && !places?.[at]) at = at.replace(/(\.?[^.[\]]+|\[\d+\])$/, '');
  return places?.[at];
}

/** What a clip is wanted for. */
export type Need = 'picture' | 'sound' | 'still';

/** @returns nothing when it cannot be used so, which is told */
export function clipFor(ground: WishGround, name: string, need: Exclude<Need, 'still'>, path: string): ClipAsset | undefined {
  const asset = ground.assets.get(name);
  if (asset?.clip?.[need]) return asset as ClipAsset;
  unusable(ground, name, asset?.clip ? `no-${need}` : asset ? 'no-clip' : undefined, path);
  return undefined;
}

export function stillFor(ground: WishGround, name: string, path: string): Asset | undefined {
  const asset = ground.assets.get(name);
  if (asset?.facts) return asset;
  unusable(ground, name, asset ? 'no-still' : undefined, path);
  return undefined;
}

function unusable(ground: WishGround, name: string, fault: string | undefined, path: string): void {
  const { assets, order } = ground;
  const several = [...assets.keys()].filter((one) => one.startsWith(`${name}/`));
  // What is listed but was not supplied has been told of; here it is said what is lost by it.
  const isListed = order.supplied.some((one) => one.name === name.split('/')[0]);
  const reason = fault ?? (several.length > 0 ? 'several' : isListed && !name.includes('/') ? 'not-there' : 'unknown');
  const known = several.length > 0 ? several : [...assets.keys()];
  const near = reason === 'unknown' ? nearest(name, known) : '';
  tellOf(ground, 'cut-clip-unusable', path, { name, reason, nearest: near, known: known.slice(0, 12) });
}
