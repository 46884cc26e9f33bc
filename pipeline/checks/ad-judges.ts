/** Judges a package by all the rules that count for it; what is not known, or was not measured, is told as such and never passed over. */
import type { Finding } from '../model/finding.ts';
import type { RuleId } from '../model/rule-table.ts';
import type { AskedRule } from '../model/rules.ts';
import * as backup from './ad-backup.ts';
import * as click from './ad-click.ts';
import * as code from './ad-code.ts';
import * as load from './ad-load.ts';
import * as motion from './ad-motion.ts';
import * as pack from './ad-package.ts';
import * as page from './ad-page.ts';
import type { Judge, Specimen } from './ad-rule.ts';
import * as weight from './ad-weight.ts';
import { severityRank } from './catalogue.ts';

export const judges: Readonly<Record<RuleId, Judge>> = {
  weight: weight.weight,
  'file-bytes': weight.fileBytes,
  'picture-px': weight.picturePx,
  files: weight.files,
  requests: weight.requests,
  'initial-requests': weight.initialRequests,
  sizes: page.sizes,
  'least-width': page.leastWidth,
  'least-height': page.leastHeight,
  'folder-levels': pack.folderLevels,
  'zip-name-characters': pack.zipNameCharacters,
  'zip-name': pack.zipName,
  'file-names': pack.fileNames,
  'file-types': pack.fileTypes,
  'not-file-types': pack.notFileTypes,
  'no-zip-inside': pack.noZipInside,
  'linked-files': pack.linkedFiles,
  'no-orphans': pack.noOrphans,
  manifest: pack.manifest,
  'page-at-root': pack.pageAtRoot,
  'page-name': pack.pageName,
  'one-page': pack.onePage,
  skeleton: page.skeleton,
  'ad-size': page.adSize,
  'ad-orientation': page.adOrientation,
  'margin-zero': page.marginZero,
  'padding-zero': page.paddingZero,
  'inline-code': page.inlineCode,
  'not-tags': page.notTags,
  'video-muted': page.videoMuted,
  'sound-waits': page.soundWaits,
  fonts: page.fonts,
  'click-tag': click.clickTag,
  'click-tag-name': click.clickTagName,
  'click-tag-once': click.clickTagOnce,
  'click-tag-top-level': click.clickTagTopLevel,
  'click-tag-in-head': click.clickTagInHead,
  'click-tag-readable': click.clickTagReadable,
  'click-not-fixed': click.clickNotFixed,
  'no-click-tag-in-gwd': click.noClickTagInGwd,
  'click-new-tab': click.clickNewTab,
  calls: code.calls,
  libraries: code.libraries,
  'not-calls': code.notCalls,
  hosts: code.hosts,
  'not-hosts': code.notHosts,
  https: code.https,
  backup: backup.backup,
  'backup-bytes': backup.backupBytes,
  'backup-types': backup.backupTypes,
  'backup-same-name': backup.backupSameName,
  'backup-same-size': backup.backupSameSize,
  'backup-place': backup.backupPlace,
  'backup-density': backup.backupDensity,
  seconds: motion.seconds,
  loops: motion.loops,
  ends: motion.ends,
  'still-end': motion.stillEnd,
  'change-seconds': motion.changeSeconds,
  flashes: motion.flashes,
  'gif-fps': motion.gifFps,
  'gif-loops': motion.gifLoops,
  'gif-seconds': motion.gifSeconds,
  'gif-frames': motion.gifFrames,
  'not-blank': load.notBlank,
  border: load.border,
  'border-on-white': load.borderOnWhite,
  'cpu-30s': load.cpu30,
  'cpu-60s': load.cpu60,
  'cpu-share': load.cpuShare,
  cookies: load.cookies,
  'no-errors': load.noErrors,
};

export interface Judgement {
  readonly findings: readonly Finding[];
  /** How many rules were held against it. */
  readonly judged: number;
  /** Rules whose value nobody knows, with who asks. */
  readonly unknown: readonly AskedRule[];
  /** Rules that need a browser, or one that looks further. */
  readonly unmeasured: readonly RuleId[];
}

/** @param rules those that count for the size of the specimen */
export function judgeSpecimen(rules: readonly AskedRule[], specimen: Specimen): Judgement {
  const findings: Finding[] = [...pack.checkPackage(specimen)];
  // Of what cannot be opened only the weight is known.
  const isClosed = specimen.facts.files.length === 0;
  const unknown: AskedRule[] = [];
  const unmeasured = new Set<RuleId>();
  let judged = 0;
  for (const rule of rules) {
    if (rule.value === null) unknown.push(rule);
    else if (!isClosed || rule.basis === 'zip') {
      const verdict = judges[rule.id](rule, specimen);
      if (verdict === 'unmeasured') unmeasured.add(rule.id);
      else {
        findings.push(...verdict);
        judged++;
      }
    }
  }
  return { findings: once(findings), judged, unknown, unmeasured: [...unmeasured] };
}

/** What several ask in the same matter is told once: by the one with whom it weighs most, the first of equals. */
function once(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const found of findings) {
    const { items, entry, problem, reason, message, basis } = found.args;
    const key = JSON.stringify([found.code, items, entry, problem, reason, message, basis]);
    const other = kept.get(key);
    if (!other || severityRank(found.severity) > severityRank(other.severity)) kept.set(key, found);
  }
  return [...kept.values()];
}
