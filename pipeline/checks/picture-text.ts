/** Tells of photographs in which letters are seen, and of crops that cut them. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { Use } from '../model/layout.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

/** Letters are what drawings are there for, logos and charts among them. */
export function checkPictureText(asset: Asset): Finding[] {
  const { lettering, graphic } = asset.facts?.measured ?? {};
  const [box] = lettering ?? [];
  if (!box || graphic) return [];
  const [left, top, width, height] = box.map((share) => Math.round(100 * share)) as [number, number, number, number];
  return [finding('image-shows-text', whereOf(asset), { asset: asset.name, left, top, right: left + width, bottom: top + height })];
}

/** Once per place: a picture that stands on many pages is cropped alike on all of them. */
export function checkCutText(uses: readonly Use[], deliverable: string): Finding[] {
  const told = new Map(uses.filter(({ cutsText }) => cutsText).map((use) => [`${use.asset} ${use.slot}`, use]));
  return [...told.values()].map(({ asset, slot }) => finding('crop-cuts-text', { asset, slot, deliverable }, { asset, slot }));
}
