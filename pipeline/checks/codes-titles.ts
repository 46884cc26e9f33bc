/** Codes of findings about titles of films: as they are ordered, and as they were seen. */
import type { Severity } from '../model/finding.ts';

export const titleCodes = {
  'title-template-missing': 'error',
  'title-family-missing': 'error',
  'title-slot-unknown': 'error',
  'title-slot-empty': 'error',
  'title-text-too-long': 'warning',
  'title-text-overflow': 'error',
  'title-invisible': 'error',
  'title-script-failed': 'error',
  'title-cut-short': 'warning',
  'title-too-brief': 'warning',
} as const satisfies Record<string, Severity>;

export type TitleCode = keyof typeof titleCodes;
