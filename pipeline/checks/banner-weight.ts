/** Checks whether a packed banner is light enough, and has a backup image that is light enough too. */
import type { Finding } from '../model/finding.ts';
import type { BannerRules } from '../model/house.ts';
import type { Deliverable } from '../model/job.ts';
import { finding } from './catalogue.ts';

/**
 * @param bytesOf bytes of one of its files by path, undefined when it was not made
 * @param captured false when backup images were left out
 */
export function checkBannerWeight(
  banner: Deliverable,
  bytesOf: (path: string) => number | undefined,
  rules: BannerRules,
  captured = true,
): Finding[] {
  const where = { deliverable: banner.name };
  const findings: Finding[] = [];
  const zip = banner.files.find(({ path }) => path.endsWith('.zip'));
  const weight = zip && bytesOf(zip.path);
  if (weight !== undefined && weight > rules.zipBytes) {
    findings.push(finding('banner-too-heavy', where, { actual: weight, expected: rules.zipBytes }));
  }
  // The backup lies beside the zip; pictures inside the unit lie in a folder of their own.
  const backup = banner.files.find(({ path }) => path === `${banner.name}.jpg`);
  if (!captured) return findings;
  if (!backup) return [...findings, finding('banner-missing-backup', where)];
  const backupWeight = bytesOf(backup.path);
  if (backupWeight !== undefined && backupWeight > rules.backupBytes) {
    findings.push(finding('banner-backup-too-heavy', where, { actual: backupWeight, expected: rules.backupBytes }));
  }
  return findings;
}
