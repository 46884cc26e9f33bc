/** Checks whether several supplied files are versions of one picture. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

/** Bits of 64: versions of one picture differ in up to nine, different ones in sixteen and more (46 photographs, November 2026). */
const SAME_WITHIN = 9;
/** Versions keep their shape, give or take a slight crop. */
const SHAPE = 0.08;

type Picture = Asset & { readonly facts: NonNullable<Asset['facts']> };

/** Each picture is told once, with the better file that it is a version of. */
export function checkVersions(assets: readonly Asset[]): Finding[] {
  const pictures = assets.filter((asset): asset is Picture => asset.facts?.measured !== undefined);
  const better = pictures.toSorted((one, other) => worth(other) - worth(one)).map(printOf);
  const findings: Finding[] = [];
  // Each is held against all better ones: thousands make millions of pairs, so these are numbers and nothing else.
  for (let at = 1; at < better.length; at++) {
    const one = better[at] as Print;
    for (let other = 0; other < at; other++) {
      if (!isVersion(one, better[other] as Print)) continue;
      const { asset } = one;
      const original = (better[other] as Print).asset;
      findings.push(finding('image-version', whereOf(asset), { asset: asset.name, other: original.name, file: original.file }));
      break;
    }
  }
  return findings;
}

/** What two pictures are compared by: the halves of the fingerprint and the shape. */
interface Print {
  readonly asset: Picture;
  readonly upper: number;
  readonly lower: number;
  readonly shape: number;
}

function printOf(asset: Picture): Print {
  const { width, height, measured } = asset.facts;
  const print = measured?.fingerprint ?? '';
  const half = (from: number): number => Number.parseInt(print.slice(from, from + 8), 16) | 0;
  return { asset, upper: half(0), lower: half(8), shape: width / height };
}

function isVersion(one: Print, other: Print): boolean {
  if (bitsIn(one.upper ^ other.upper) + bitsIn(one.lower ^ other.lower) > SAME_WITHIN) return false;
  return one.asset.digest === other.asset.digest || Math.abs(one.shape / other.shape - 1) <= SHAPE;
}

/** Pixels that hold detail; of equals, the file that was compressed less. */
function worth({ facts, bytes }: Picture): number {
  const detail = facts.measured?.detail ?? 1;
  return facts.width * facts.height * detail ** 2 + bytes / 1e12;
}

/** Set bits of 32, counted side by side in pairs, fours and eights. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
