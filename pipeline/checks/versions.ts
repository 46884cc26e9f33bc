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
  const better = pictures.toSorted((one, other) => worth(other) - worth(one));
  return better.flatMap((asset, at) => {
    const original = better.slice(0, at).find((other) => isVersion(asset, other));
    if (!original) return [];
    return [finding('image-version', whereOf(asset), { asset: asset.name, other: original.name, file: original.file })];
  });
}

function isVersion(one: Picture, other: Picture): boolean {
  if (one.digest === other.digest) return true;
  const [shape, otherShape] = [one.facts.width / one.facts.height, other.facts.width / other.facts.height];
  if (Math.abs(shape / otherShape - 1) > SHAPE) return false;
  const [print = '0', otherPrint = '0'] = [one.facts.measured?.fingerprint, other.facts.measured?.fingerprint];
  return bitsApart(print, otherPrint) <= SAME_WITHIN;
}

/** Pixels that hold detail; of equals, the file that was compressed less. */
function worth({ facts, bytes }: Picture): number {
  const detail = facts.measured?.detail ?? 1;
  return facts.width * facts.height * detail ** 2 + bytes / 1e12;
}

function bitsApart(one: string, other: string): number {
  let count = 0;
  for (let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`); bits > 0n; bits >>= 1n) count += Number(bits & 1n);
  return count;
}
