/** Checks whether crops keep whole what must not be cut, and whether the order frames only what there is. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import type { Use } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { Order } from '../model/order.ts';
import { finding } from './catalogue.ts';

/** The order promises that the safe box is never cut, so whatever cuts it is an error and stays in the house. */
export function checkPictureCrop(uses: readonly Use[], deliverable: string): Finding[] {
  return uses.flatMap(({ asset, slot, ratio, cut }) => {
    if (!cut || !ratio) return [];
    const args = { asset, slot, ratio: ratio.join(':'), actual: Math.max(1, Math.round(cut.share * 100)), side: cut.side };
    return [finding('crop-cuts-safe-box', { asset, slot, deliverable }, args)];
  });
}

/**
 * A framing for a place or a file that does not exist is a slip that nobody would see.
 * @param sizesOf sizes of banners and sets of them → sizes
 */
export function checkFraming(
  order: Order,
  assets: readonly Asset[],
  house: HouseStyle | undefined,
  sizesOf: (written: readonly string[]) => readonly string[],
): Finding[] {
  const framing = order.supplied.filter(({ crops, each }) => crops || each);
  if (framing.length === 0) return [];
  const places = house && placesOf(order, house, sizesOf);
  const names = new Set(assets.map(({ name }) => name));
  return framing.flatMap((supplied) => {
    const where = { file: 'order.yaml', line: supplied.line, asset: supplied.name };
    const unknown = (actual: string, known: readonly string[]): Finding =>
      finding('crop-unknown', where, { asset: supplied.name, actual, nearest: nearest(actual, known) });
    const each = Object.entries(supplied.each ?? {});
    const framed = [supplied.crops, ...each.map(([, { crops }]) => crops)].flatMap((crops) => Object.keys(crops ?? {}));
    const strayPlaces = places ? framed.filter((place) => !places.has(place)) : [];
    const siblings = each.length === 0 ? [] : [...names].filter((name) => name.startsWith(`${supplied.name}/`));
    const strayFiles = each.map(([file]) => `${supplied.name}/${file}`).filter((name) => !names.has(name));
    return [...strayPlaces.map((place) => unknown(place, [...(places ?? [])])), ...strayFiles.map((name) => unknown(name, siblings))];
  });
}

/** Slots, their crops, the pictures of ordered banners, and each size of them. */
function placesOf(order: Order, house: HouseStyle, sizesOf: (written: readonly string[]) => readonly string[]): Set<string> {
  const onPages = Object.entries(house.slots).flatMap(([slot, { crops = {} }]) => [
    slot,
    ...Object.keys(crops).map((crop) => `${slot}/${crop}`),
  ]);
  const inBanners = order.deliver.banners.flatMap(({ template, sizes }) =>
    Object.entries(house.banners[template]?.slots ?? {})
      .filter(([, { kind }]) => kind === 'image')
      .flatMap(([slot]) => [`${template}/${slot}`, ...sizesOf(sizes).map((size) => `${template}/${slot}/${size}`)]),
  );
  return new Set([...onPages, ...inBanners]);
}
