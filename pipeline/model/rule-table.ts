/** Every rule that a pack may hold: how its values compare, what they are counted in, and what must be seen to judge it. */
import type { RuleUnit } from './rules.ts';

/**
 * Which of two values is the stricter: the lower (`at most`, `under`), the higher (`at least`), yes (`asked`), what both take
 * (`only`), what either refuses (`never`), what either wants (`all`); `is` knows no order, so both count.
 */
export type Sense = 'at most' | 'under' | 'at least' | 'asked' | 'only' | 'never' | 'all' | 'is';

interface RuleKind {
  readonly sense: Sense;
  readonly unit?: RuleUnit;
}

export const RULES = {
  // Weight and number
  weight: { sense: 'at most', unit: 'bytes' },
  'file-bytes': { sense: 'at most', unit: 'bytes' },
  'picture-px': { sense: 'at most', unit: 'px' },
  files: { sense: 'at most', unit: 'files' },
  requests: { sense: 'at most', unit: 'requests' },
  'initial-requests': { sense: 'at most', unit: 'requests' },
  // Sizes
  sizes: { sense: 'only' },
  'least-width': { sense: 'at least', unit: 'px' },
  'least-height': { sense: 'at least', unit: 'px' },
  // Package
  'folder-levels': { sense: 'at most', unit: 'levels' },
  'zip-name-characters': { sense: 'at most', unit: 'characters' },
  'zip-name': { sense: 'is' },
  'file-names': { sense: 'is' },
  'file-types': { sense: 'only' },
  'not-file-types': { sense: 'never' },
  'no-zip-inside': { sense: 'asked' },
  'linked-files': { sense: 'asked' },
  'no-orphans': { sense: 'asked' },
  manifest: { sense: 'is' },
  // Page
  'page-at-root': { sense: 'asked' },
  'page-name': { sense: 'is' },
  'one-page': { sense: 'asked' },
  skeleton: { sense: 'asked' },
  'ad-size': { sense: 'asked' },
  'ad-orientation': { sense: 'asked' },
  'margin-zero': { sense: 'asked' },
  'padding-zero': { sense: 'asked' },
  'inline-code': { sense: 'asked' },
  'not-tags': { sense: 'never' },
  'video-muted': { sense: 'asked' },
  'sound-waits': { sense: 'asked' },
  fonts: { sense: 'only' },
  // Click
  'click-tag': { sense: 'asked' },
  'click-tag-name': { sense: 'is' },
  'click-tag-once': { sense: 'asked' },
  'click-tag-top-level': { sense: 'asked' },
  'click-tag-in-head': { sense: 'asked' },
  'click-tag-readable': { sense: 'asked' },
  'click-not-fixed': { sense: 'asked' },
  'no-click-tag-in-gwd': { sense: 'asked' },
  'click-new-tab': { sense: 'asked' },
  // Scripts and what comes from elsewhere
  calls: { sense: 'all' },
  libraries: { sense: 'all' },
  'not-calls': { sense: 'never' },
  hosts: { sense: 'only' },
  'not-hosts': { sense: 'never' },
  https: { sense: 'asked' },
  // Backup image
  backup: { sense: 'asked' },
  'backup-bytes': { sense: 'at most', unit: 'bytes' },
  'backup-types': { sense: 'only' },
  'backup-same-name': { sense: 'asked' },
  'backup-same-size': { sense: 'asked' },
  'backup-place': { sense: 'is' },
  'backup-density': { sense: 'at least', unit: '×' },
  // Motion
  seconds: { sense: 'at most', unit: 's' },
  loops: { sense: 'at most', unit: 'loops' },
  ends: { sense: 'asked' },
  'still-end': { sense: 'asked' },
  'change-seconds': { sense: 'at least', unit: 's' },
  flashes: { sense: 'at most', unit: 'per second' },
  'gif-fps': { sense: 'under', unit: 'fps' },
  'gif-loops': { sense: 'at most', unit: 'loops' },
  'gif-seconds': { sense: 'at most', unit: 's' },
  'gif-frames': { sense: 'at most', unit: 'frames' },
  // As it runs
  'not-blank': { sense: 'asked' },
  border: { sense: 'asked' },
  'border-on-white': { sense: 'asked' },
  'cpu-30s': { sense: 'at most', unit: 's' },
  'cpu-60s': { sense: 'at most', unit: 's' },
  'cpu-share': { sense: 'at most', unit: 'share' },
  cookies: { sense: 'at most', unit: 'cookies' },
  'no-errors': { sense: 'asked' },
} as const satisfies Record<string, RuleKind>;

export type RuleId = keyof typeof RULES;

export const ruleIds = Object.keys(RULES) as readonly RuleId[];

export function kindOf(id: RuleId): RuleKind {
  return RULES[id];
}

export function isRuleId(name: string): name is RuleId {
  return Object.hasOwn(RULES, name);
}

/** Rules that an order may tighten with a number or with yes. */
export const orderRuleIds = ruleIds.filter((id) => ['at most', 'at least', 'under', 'asked'].includes(RULES[id].sense));
