/** Checks the state in which a picture came: compressed too far, burnt out, with bars along its edges. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

/** IJG quality below which blocks and fringes show in skies and round edges. */
const COARSE = 60;
/** Shares of the picture without any drawing; lamps, suns and black cloth stay well below. */
const BURNT = 0.03;
const SUNK = 0.2;
/** Narrower bars are the edge of a scan. */
const BAR = 0.02;
/** Photographs stay below 0.01, at JPEG quality 70 too; the same posterised to 40 levels reach 0.015 and more (November 2026). */
const BANDED = 0.013;
/** Below this quality the stairs are a JPEG's own, which is told as such. */
const FINE = 70;

export function checkPictureState(asset: Asset): Finding[] {
  const measured = asset.facts?.measured;
  if (!measured) return [];
  const { quality = 100, earlierQuality = 100, clipped, bars, graphic, banding = 0 } = measured;
  const findings: Finding[] = [];
  if (Math.min(quality, earlierQuality) < COARSE) {
    const args = { asset: asset.name, actual: Math.min(quality, earlierQuality), earlier: earlierQuality < quality ? 'yes' : '' };
    findings.push(finding('image-overcompressed', whereOf(asset), args));
  }
  if (banding >= BANDED && quality >= FINE) findings.push(finding('image-banding', whereOf(asset), { asset: asset.name }));
  // White paper, black ground and margins are a drawing's own.
  if (graphic) return findings;
  if (clipped.light >= BURNT)
    findings.push(finding('image-burnt-out', whereOf(asset), { asset: asset.name, actual: percent(clipped.light) }));
  if (clipped.dark >= SUNK) findings.push(finding('image-sunk', whereOf(asset), { asset: asset.name, actual: percent(clipped.dark) }));
  const widest = Math.max(bars.top, bars.right, bars.bottom, bars.left);
  if (widest >= BAR) findings.push(finding('image-bars', whereOf(asset), { asset: asset.name, actual: percent(widest) }));
  return findings;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
