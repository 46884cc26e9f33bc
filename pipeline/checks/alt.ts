/** Checks whether the order describes each picture in each language. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOrdered } from './where.ts';

/** An empty text is an answer: the picture is decoration. */
export function checkAlt(asset: Asset, languages: readonly string[]): Finding[] {
  if (!asset.facts) return [];
  const lacking = languages.filter((language) => asset.alt[language] === undefined);
  return lacking.length === 0 ? [] : [finding('alt-missing', whereOrdered(asset), { asset: asset.name, languages: lacking })];
}
