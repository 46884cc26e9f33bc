/** Checks whether supplied material tells where it was taken or about whom. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

export function checkPrivacy(asset: Asset): Finding[] {
  const findings: Finding[] = [];
  const args = { asset: asset.name };
  const facts = asset.facts ?? asset.clip;
  if (facts?.hasGps) findings.push(finding('gps-in-material', whereOf(asset), args));
  if (facts?.hasPersonalData) findings.push(finding('personal-data-in-material', whereOf(asset), args));
  return findings;
}
