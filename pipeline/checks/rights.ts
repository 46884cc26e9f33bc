/** Checks whether material may be published, and still may on the day that counts. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOrdered } from './where.ts';

/** @param day the day the rights must reach, `2027-04-01`: today, or the deadline when that comes later. */
export function checkRights(asset: Asset, day: string): Finding[] {
  const { rights } = asset;
  const facts = asset.facts ?? asset.clip;
  const embedded = facts?.rights;
  // What was agreed in the order goes before what a file says of itself.
  const until = (rights.until ?? embedded?.until)?.slice(0, 10);
  const findings: Finding[] = [];
  if (until !== undefined && until < day) {
    findings.push(finding('rights-expired', whereOrdered(asset), { asset: asset.name, until, day }));
  }
  const told = [rights.creator, rights.credit, rights.licence, embedded?.creator, embedded?.credit, embedded?.copyright, embedded?.terms];
  if (facts && !told.some((word) => word !== undefined && word.trim() !== '')) {
    findings.push(finding('rights-missing', whereOrdered(asset), { asset: asset.name }));
  }
  const whose = asset.facts?.unreleased;
  if (whose && !rights.releases?.length) findings.push(finding('rights-unreleased', whereOrdered(asset), { asset: asset.name, whose }));
  return findings;
}

export function dayOfRights(today: string, deadline: string | undefined): string {
  return deadline !== undefined && deadline > today ? deadline : today;
}
